package figure

import "strings"

// nameEarlier names a figure of an earlier year, which this year's is compared
// with: 纠错96件，较去年32件增长2倍 has 去年纠错. What stands after it goes on about this year.
func (l *labeller) nameEarlier(m *mark, k, i int) bool {
	period := l.earlierPeriod(m.pre)
	if period == "" {
		period = l.earlierDeed(m)
	}
	if period == "" {
		period = l.earlierList(k)
	}
	if period == "" {
		return false
	}
	m.carried, m.subject, m.earlier = true, l.subject, period
	if named, listed := l.inUnit(m, k, i); listed {
		if named != "" {
			m.label = l.shorten(period + named)
		}
		return true
	}
	if prev := l.s.before(k); prev != nil && prev.unit != m.unit && prev.unit != "" && !prev.changes {
		if named := l.onlyInUnit(m, k, i); named != "" {
			m.label = l.shorten(period + named) // 案件34件，罚款4.2万元，较去年的21件增加13件: of the cases
		}
		return true
	}
	if l.last != "" && l.s.clauses[i].sentence == l.s.clauses[l.clause].sentence {
		last := l.last
		if k > 0 && l.s.marks[k-1].changes {
			last = l.fullNoun(l.subject) // 案件187件，同比下降40%，上年为312件
		}
		m.label = l.shorten(period + last)
	}
	return true
}

// earlierPeriod is the time that words before a numeral name where they say
// nothing else: 去年 of 较去年, 上年同期 of 同比上年同期的, 2022年 of 较2022年.
func (g grammar) earlierPeriod(words string) string {
	words = strings.Trim(words, "，、 ")
	compares := strings.HasSuffix(words, "年为") // 2023年为101件
	for {
		n := max(g.YearOnYear.Prefix(words), g.Comparisons.Prefix(words))
		if rest, ok := strings.CutPrefix(words, "比"); ok && n == 0 {
			n = len(words) - len(rest)
		} else if rest, ok := strings.CutPrefix(words, "与"); ok && n == 0 && strings.HasSuffix(words, "年的") {
			n = len(words) - len(rest) // 与2023年的36件相比
		}
		if n == 0 {
			break
		}
		words, compares = words[n:], true
	}
	words = strings.TrimRight(words, "的为有是")
	rest := words[g.YearBefore.Prefix(words):]
	if rest == words {
		if !compares {
			return ""
		}
		digits := len(words) - len(strings.TrimLeft(words, "0123456789０１２３４５６７８９"))
		after, ok := strings.CutPrefix(words[digits:], "年")
		if !ok || digits == 0 {
			return ""
		}
		rest = after
	}
	rest = strings.TrimPrefix(rest, "度")
	if rest != "" && g.ComparisonEnds.Prefix(rest) != len(rest) {
		return ""
	}
	return words
}

// nameTotal leaves a sum of several figures without a label: 审查合同18件、文件7件，合计25件 counts
// neither contracts nor files. It is false for 共12场 after words alone.
func (l *labeller) nameTotal(m *mark, k, i int) bool {
	words := strings.TrimLeft(m.pre, "，、")
	if rest := words[l.TotalsAlone.Prefix(words):]; m.post != "" || words == "" || !(l.Openings.Has(words) && l.Bridges.Has(words)) && (rest == words || l.trimBridges(rest) != "") {
		return false
	}
	alike := 0
	for j := k - 1; j >= max(0, k-maxParts) && alike < 2 && l.s.clauses[l.s.marks[j].clause].sentence == l.s.clauses[i].sentence; j-- {
		if o := &l.s.marks[j]; o.unit == m.unit && !o.changes {
			alike++
		}
	}
	if before := max(i-1, 0); alike == 0 && l.s.clauses[before].last-l.s.clauses[before].first >= 2 {
		alike += 2 // 来访30批次、来信20件，累计50件次
	}
	if alike < 2 {
		return false
	}
	m.carried, m.subject = true, l.subject
	return true
}

// nearer is the figure right before change k, where it counts money while the subject that
// both carry on counts something else: of 办理案件198件，罚款886万元，同比下降13% it is the fines that
// fell, and nobody knows of the cases. It is nil where the change says otherwise by its
// unit (同比增加12件), or where it is of the subject anyway.
func (l *labeller) nearer(m *mark, k int) *mark {
	s := l.s
	if !l.isRate(m.unit) && l.UnitsOfMoney.Suffix(m.unit) == 0 {
		return nil
	}
	for j := k - 1; j >= 0 && s.clauses[s.marks[j].clause].sentence == s.clauses[m.clause].sentence; j-- {
		o := &s.marks[j]
		switch {
		case l.afterSemicolon(s.marks[j+1].clause):
			return nil
		case o.changes && o.carried && (l.isRate(o.unit) || l.UnitsOfMoney.Suffix(o.unit) > 0):
			continue // 减少40万元，下降11%
		case o.changes || !o.carried && s.clauses[o.clause].last-s.clauses[o.clause].first < 2 || o.pair != single || o.label == "":
			return nil
		case l.UnitsOfMoney.Suffix(o.unit) == 0 || l.UnitsOfMoney.Suffix(l.unit) > 0 && o.carried:
			return nil
		}
		return o
	}
	return nil
}

// earlierDeed is the earlier time of words that go on to say again what was done: 上年 of 拆除违建1.7万平方米，上年拆除2.3万平方米.
func (l *labeller) earlierDeed(m *mark) string {
	words := strings.Trim(m.pre, "，、 ")
	n := l.YearBefore.Prefix(words)
	deed := l.trimBridges(words[n:])
	if n == 0 || m.post != "" || m.unit != l.unit || deed == "" || deed == l.last || !l.onlyVerbs(deed) || !strings.HasPrefix(l.last, deed) {
		return ""
	}
	return words[:n]
}

// earlierList is the time of the figure before mark k, where a list goes on with nothing but a number: 112万元 of
// 上年同期为34件、112万元.
func (l *labeller) earlierList(k int) string {
	prev := l.s.previous(k)
	if prev == nil || prev.earlier == "" || !l.s.goesOnWith(k) || l.s.marks[k].pre != "" || l.s.marks[k].post != "" {
		return ""
	}
	return prev.earlier
}

// inUnit is the name of the one figure of the sentence that has the unit of mark k, where k stands in a list of
// values of an earlier year: which of several it is, nobody can say. It reports whether k stands in such a list.
func (l *labeller) inUnit(m *mark, k, i int) (name string, listed bool) {
	if !l.s.goesOnWith(k) && !l.s.goesOnWith(k+1) {
		return "", false // 较去年32件增长了2倍
	}
	return l.onlyInUnit(m, k, i), true
}

// onlyInUnit is the name of the one figure of the sentence before mark k that has its unit, "" where there are several.
func (l *labeller) onlyInUnit(m *mark, k, i int) (name string) {
	s := l.s
	for j := k - 1; j >= 0 && s.clauses[s.marks[j].clause].sentence == s.clauses[i].sentence; j-- {
		o := &s.marks[j]
		if o.unit != m.unit || o.clause == i || o.changes {
			continue
		}
		if name != "" || o.label == "" {
			return ""
		}
		name = o.label
	}
	return name
}

// yearAround is the earlier time right before the brackets that clause i stands in, where something is compared with it: 2023年 of
// 与2023年（265宗）相比.
func (l *labeller) yearAround(i int) string {
	const longest = len("与2023年同期（")
	words := strings.TrimRight(tail(l.s.text[:l.s.clauses[i].start], longest), "（(")
	at := strings.LastIndexAny(words, "与较比")
	if at < 0 {
		return ""
	}
	_, size := runeAt(words, at)
	year := words[at+size:]
	if l.YearBefore.Has(year) || len(year) == len("2023年") && strings.HasSuffix(year, "年") && strings.Trim(year[:len("2023")], "0123456789") == "" {
		return year
	}
	return ""
}

// before is the mark right before k in the same sentence, nil without one.
func (s *scanner) before(k int) *mark {
	if k == 0 || s.clauses[s.marks[k-1].clause].sentence != s.clauses[s.marks[k].clause].sentence {
		return nil
	}
	return &s.marks[k-1]
}

// goesOnWith reports whether mark k is the next one of a list: 112万元 of 34件、112万元.
func (s *scanner) goesOnWith(k int) bool {
	if k == 0 || k == len(s.marks) || s.marks[k].clause != s.marks[k-1].clause {
		return false
	}
	return s.text[s.marks[k-1].next:s.marks[k].start] == "、"
}
