package figure

import "strings"

// A rate or an attribute that says nothing of whose it is takes the subject of the clause before
// it. Some subjects it cannot be of; it then bears no name but its own.

// strangeSubject reports whether a rate or an attribute cannot be of the subject carried on to mark m: nobody
// closes 卸载货物1.26万吨 or 农民工, and 全局持证率 is of the whole body.
func (l *labeller) strangeSubject(m *mark, core string) bool {
	subject := l.subjectFor(core)
	if subject == "" || l.sharesWord(core, subject) {
		return false
	}
	if !l.isRate(m.unit) && !strings.HasSuffix(core, "率") {
		return l.strangeAttribute(m, core, subject)
	}
	unit := l.unit
	if subject == l.prior {
		unit = l.priorUnit
	}
	stem := strings.TrimSuffix(core, "率")
	switch {
	case (l.onlyVerbs(subject) || strings.ContainsAny(subject, "或、") && l.sayEnough(subject)) && !l.Outcomes.Has(stem):
		return len(core) >= len("满意率") // 撤销或者确认违法15件，调解和解率41%
	case l.WholeBodies.Prefix(m.pre) > 0, strings.HasPrefix(subject, "不予"):
		return true // 不予许可6件，按时办结率100%: of all applications
	case l.RatesOfDisputes.Suffix(stem) > 0 && (l.UnitsOfPeople.Has(unit) || l.Rulings.Suffix(subject) > 0):
		return true // 执法人员320名，调解成功率98%; 作出仲裁裁决120件，调解率65%
	case l.RatesOfMatters.Suffix(stem) > 0 && strings.HasPrefix(unit, "人"):
		return true // 接待群众1200人次，网办率93%
	case l.RatesOfCases.Suffix(stem) > 0:
		return unit != "" && !l.UnitsOfCases.Has(unit)
	case l.RatesOfMoney.Suffix(stem) > 0:
		return l.UnitsOfMoney.Suffix(unit) == 0
	}
	return l.isSize(unit) && l.UnitsOfMoney.Suffix(unit) == 0
}

// strangeAttribute reports whether an average, a time or a sum is not of a subject that is itself
// one of these (承诺时限压缩62%，平均跑动次数0.3次), nor money of meetings and checks (检查3400次，罚没收入230万元).
func (l *labeller) strangeAttribute(m *mark, core, subject string) bool {
	if l.AverageOpenings.Prefix(core) > 0 && l.UnitsOfTime.Has(m.unit) && l.UnitsOfPeople.Has(l.unit) {
		return true // 解救被困人员38人，平均到达时间11分钟
	}
	if l.AverageOpenings.Prefix(core) > 0 && (l.Durations.Suffix(subject) > 0 || l.UnitsOfTime.Has(m.unit) && l.UnitsOfMoney.Suffix(l.unit) > 0) {
		return true // 为游客挽回损失38万元，平均调处时限3天
	}
	if l.Investments.Suffix(core) > 0 && (l.isRate(l.unit) || l.PeopleServed.Suffix(subject) > 0 || l.subjectOf(subject) != "" && l.Generic.Suffix(subject) == 0) {
		return true // 居民满意度98%，累计投资1200万元; 水库落实管护责任36座，投入资金120万元
	}
	return l.UnitsOfEvents.Has(l.unit) && l.Sums.Suffix(core) > 0 && l.FinesNamed.Prefix(core) > 0
}

// sharesWord reports whether two characters side by side of a rate stand in the subject too: 处置率 of
// 不合格产品处置.
func (l *labeller) sharesWord(core, subject string) bool {
	letters := []rune(core[l.AverageOpenings.Prefix(core):])
	for i := range len(letters) - 1 {
		if strings.Contains(subject, string(letters[i:i+2])) {
			return true
		}
	}
	return false
}
