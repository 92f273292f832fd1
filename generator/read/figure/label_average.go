package figure

import (
	"strings"
	"unicode/utf8"
)

// besideAverage is the name of a rate of a whole province or city that the rate before it is held against: 全省平均败诉率 of 败诉率7.6%，低于全省平均的11.2%.
// It reports whether mark m is such a rate; of 高于全省平均1.5% nobody can say whether that is the average or what is between, and the name is "".
func (l *labeller) besideAverage(m *mark) (label string, ok bool) {
	words := strings.TrimLeft(m.pre, "，、")
	rest, found := strings.CutPrefix(words, "低于")
	if !found {
		rest, found = strings.CutPrefix(words, "高于")
	}
	n := l.WholeBodies.Prefix(rest)
	if !found || n == 0 || m.unit != "%" || m.post != "" {
		return "", false
	}
	average, ok := strings.CutPrefix(rest[n:], "平均")
	if !ok {
		return "", false
	}
	of := l.rate
	if average != "的" && average != "水平的" && average != "值的" || !strings.HasSuffix(of, "率") || l.startsAnew(m.clause) {
		return "", true
	}
	return l.shorten(rest[:n] + "平均" + of[l.WholeBodies.Prefix(of):]), true
}

// inAveragedList is the name of an item of a list that an average opens, with the words that say so: 平均每件少交材料 of 平均每件为企业少跑3次、少交材料5份. A
// number of events after another deed is no average: 人均培训42学时、组织考试3场.
func (l *labeller) inAveragedList(m *mark, k int, label string) string {
	prev := l.s.previous(k)
	if prev == nil || label == "" || m.pair != single || l.averageIn(label) >= 0 || !strings.HasPrefix(l.s.text[prev.next:max(prev.next, m.start)], "、") {
		return label
	}
	at := l.averageIn(prev.label)
	if at < 0 || l.isRate(m.unit) != l.isRate(prev.unit) || l.UnitsOfEvents.Has(m.unit) && l.LightVerbs.Prefix(m.pre) > 0 {
		return label
	}
	each := l.averageWords(prev.label[at:])
	if deed := prev.label[at+len(each):]; !l.isVerb(label) && l.findPredicate(label) < 0 && !strings.HasPrefix(label, "少") && l.Falls.Prefix(deed) > 0 {
		each += deed[:l.Falls.Prefix(deed)] // 平均压减材料3份、环节2个
	}
	if each = prev.label[:at] + each; utf8.RuneCountInString(each+label) > maxLabel {
		return ""
	}
	return each + label
}

// averageIn is where the words begin that say that a name is of an average: 场均服务群众, 讲座平均每场听众. It is -1 for other names.
func (g grammar) averageIn(label string) int {
	if g.AverageOpenings.Prefix(label) > 0 || isPerTime(head(label, len("场均"))) || g.Averages.Prefix(label) > 0 {
		return 0
	}
	for _, average := range []string{"平均", "人均"} {
		if at := strings.Index(label, average); at >= 0 {
			return at
		}
	}
	return -1
}

// averageWords is the words at the front of a name that say of what it is the average: 平均每个项目 of 平均每个项目减少环节, 场均 of 场均服务群众.
func (g grammar) averageWords(label string) string {
	at := strings.Index(head(label, len("平均每")), "每")
	if at < 0 {
		return head(label, len("场均"))
	}
	end := len(label)
	for i := range label {
		if i > at+len("每个") && (g.Prepositions.Prefix(label[i:]) > 0 || g.Bridges.Prefix(label[i:]) > 0 || g.LightVerbs.Prefix(label[i:]) > 0) {
			end = i
			break
		}
	}
	if verb := g.findVerb(label[at:], false); verb > 0 {
		end = min(end, at+verb)
	}
	if end == len(label) {
		each := label[at+len("每"):]
		end = at + len("每") + max(len(head(each, len("场"))), g.Generic.Prefix(each))
	}
	return label[:end]
}

// beforeAverage is how much of the words between two figures names the first of them, where they go on with an average: 司法所 of 司法所平均每所. It is 0 for
// other words.
func (g grammar) beforeAverage(words string) int {
	at := strings.Index(words, "平均")
	if at < 0 {
		at = strings.Index(words, "人均")
	}
	if at <= 0 || g.EndsOfBodies.Suffix(words[:at])+g.EndsOfPeople.Suffix(words[:at])+g.Generic.Suffix(words[:at])+g.Doers.Suffix(words[:at]) == 0 {
		return 0
	}
	return at
}

// postedAt is the people whom each of some places has, by the clause before that names them and no number: 专职人员 of 各司法所配备专职人员，每所不少于3人.
func (l *labeller) postedAt(i int) string {
	s := l.s
	if i == 0 || s.clauses[i-1].last != 0 || s.clauses[i-1].sentence != s.clauses[i].sentence {
		return ""
	}
	words := tidy(s.text[s.clauses[i-1].start:s.clauses[i-1].end])
	at, ok := l.Stationing.FindLast(words)
	if !ok || l.EndsOfPeople.Suffix(words) == 0 || utf8.RuneCountInString(words[at.End:]) > 10 {
		return ""
	}
	return words[at.End:]
}

// averageOfAnother reports whether an average is not of the subject before it: that stands before a semicolon, it is counted in another unit than the one the
// average is per (日均接待群众120人次，平均每件办理时间14分钟), or it is a part while the average may be of the whole (执法人员96人，其中法学专业31人，平均年龄36.5岁).
func (l *labeller) averageOfAnother(m *mark, core string, i int) bool {
	if l.s.semicolonBetween(l.clause, i) {
		return true
	}
	rest, per := strings.CutPrefix(core, "平均每")
	if per && l.Attributes.Suffix(rest) > 0 {
		n := l.Units.Prefix(rest)
		return n > 0 && n < len(rest) && l.unit != rest[:n] && l.UnitsOfPeople.Prefix(l.unit) > 0
	}
	return strings.HasPrefix(core, "平均") && l.inner == l.s.clauses[i].sentence+1 && m.unit != l.unit
}
