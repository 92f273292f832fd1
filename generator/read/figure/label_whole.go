package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Whether a finished name is whole. One that begins or ends inside of a phrase, or is two names glued together, is
// put right where the clause says how, and is none where it does not.

// putRight is the name of mark m put right, or "" where it is torn. What comes after it leans on no torn name.
func (l *labeller) putRight(m *mark, label string) string {
	right := l.mended(m, label)
	if right == "" && !m.carried {
		m.subject = ""
	}
	return right
}

func (l *labeller) mended(m *mark, label string) string {
	if rate, ok := strings.CutSuffix(label, "占比"); ok && (strings.HasSuffix(rate, "率") || strings.HasSuffix(rate, "比例") || l.becoming(rate)) {
		label = rate // 持证率占在编人员的93.6%, 时限压缩至法定时限的21%
	}
	if n := l.Superlatives.Prefix(label); n > 0 && (m.carried && strings.HasPrefix(label[n:], "的") || l.saysNoMore(label[n:])) {
		return "" // 人均办案37件，最少的19件: of what, is not said
	}
	if n := l.AttributesAlone.Suffix(label); n > 0 {
		return "" // 新通过高级38人
	}
	if digits := strings.TrimRight(label, "0123456789."); digits != label && strings.HasSuffix(m.pre, label[len(digits):]+"、") {
		return "" // 公布清单3、8项: what the first number is of is not read
	}
	if l.endsInBound(label) && !strings.HasSuffix(label, "人") {
		return "" // 超过10万元的5件: of what, is not said
	}
	if l.ofAnother(m, label) {
		return ""
	}
	if l.etcetera(m) {
		return "" // 公安、消防等6部门: the examples name no number of them
	}
	if of, ok := l.besideAverage(m); ok {
		return of
	}
	label = l.beforeOrigin(label)
	label = l.peopleOfEach(m, label)
	return l.comparedWith(m, label)
}

// endsInBound reports whether a name ends in a number with a bound before it, which only says how large what is counted is.
func (g grammar) endsInBound(label string) bool {
	const unit = 3 * len("元")
	end := strings.TrimRightFunc(tail(label, unit), report.IsHan)
	if end == tail(label, unit) {
		return false
	}
	numbered := label[:len(label)-len(tail(label, unit))] + end
	words := strings.TrimRight(numbered, "0123456789.")
	return words != numbered && g.boundAtEnd(words) > 0 // not of 超限车辆
}

// saysNoMore reports whether words behind a superlative name nothing: 的, 的人员.
func (g grammar) saysNoMore(rest string) bool {
	rest = strings.TrimPrefix(rest, "的")
	return rest == "" || g.Generic.Has(rest) || g.bridge(rest) == len(rest)
}

// becoming reports whether words tell what a thing has become part of: 审批时限压缩至法定时限.
func (g grammar) becoming(words string) bool {
	for i := range words {
		n := g.Changing.Prefix(words[i:])
		if i > 0 && n > 0 && g.Becoming.Prefix(words[i+n:]) > 0 {
			return true
		}
	}
	return false
}

// beforeOrigin is a name without the words that say what a thing was: 办理时限 of 办理时限由20日.
func (g grammar) beforeOrigin(label string) string {
	for at := 0; ; {
		m, ok := g.Origins.Find(label, at)
		if !ok {
			return label
		}
		if c := classOf(peek(label, m.End)); c == arabic && m.Start > 0 {
			return label[:m.Start]
		}
		at = m.End
	}
}

// peopleOfEach says of a name that ends in each body that it counts people: 基层所平均每所人数 of 基层所平均每所6.2人.
func (l *labeller) peopleOfEach(m *mark, label string) string {
	if strings.HasPrefix(label, "每") && m.pre != "" && l.UnitsOfPeople.Has(m.unit) && l.EndsOfPeople.Suffix(label) == 0 && utf8.RuneCountInString(label) > 2 && l.EndsOfBodies.Suffix(label)+l.Doers.Suffix(label) > 0 && l.findVerb(label, true) < 0 {
		return label + "人数" // 每所司法所不少于3人
	}
	if !l.eachOf(tail(label, len("每村"))) || len(label) == len("每村") || !l.UnitsOfPeople.Has(m.unit) {
		return label
	}
	if rest, ok := strings.CutPrefix(label, "平均"); ok {
		label = rest[:len(rest)-len("每村")] + "平均" + rest[len(rest)-len("每村"):]
	}
	return label + "人数"
}

// comparedWith puts the name of the figure before in front of words that only compare it: 单案平均罚款比全省平均水平低 of
// 单案平均罚款3.4万元，比全省平均水平低1.2万元.
func (l *labeller) comparedWith(m *mark, label string) string {
	if !strings.HasPrefix(label, "比") || !strings.HasPrefix(m.pre, "比") || l.Changing.Suffix(label) == 0 && l.ChangesInShort.Suffix(label) == 0 && !strings.HasSuffix(label, "低") && !strings.HasSuffix(label, "高") {
		return label
	}
	if l.last == "" || m.unit != l.unit || l.startsAnew(m.clause) || utf8.RuneCountInString(l.last+label) > maxLabel {
		return ""
	}
	return l.last + label
}

// ofNone reports whether an attribute at mark k is not of the subject carried on to it: it stands in a list beside a thing
// (医师3.2人、床位6.8张), it is a fine while another figure came since (检查企业500家，立案处罚79件，处罚金额68万元), or it counts
// people who came while the subject is whom something reached (覆盖企业460家，受众6500人).
func (l *labeller) ofNone(m *mark, core string, k int) bool {
	s := l.s
	if l.isRate(m.unit) || strings.HasSuffix(core, "率") {
		return false
	}
	if prev := s.previous(k); prev != nil && k-s.clauses[m.clause].first >= 2 && l.Sums.Suffix(core) == 0 && l.AverageOpenings.Prefix(core) == 0 && strings.HasPrefix(s.text[prev.next:m.start], "、") {
		return true
	}
	if l.PeopleReached.Prefix(l.subject) > 0 && l.UnitsOfPeople.Prefix(m.unit) > 0 {
		return true
	}
	return l.Sums.Suffix(core) > 0 && l.isVerb(core) && k > 0 && s.marks[k-1].carried && strings.HasSuffix(s.marks[k-1].label, core[:l.Verbs.Prefix(core)])
}

// nearestPart is the part that a deed which is done by now is of, where one part alone stands before it: of
// 隐患3417项，其中重大隐患26项，已整改25项 it is 重大隐患. It is "" where more stand there, or a greater number.
func (l *labeller) nearestPart(m *mark, k int) string {
	s := l.s
	if k == 0 || !m.inner || !strings.HasPrefix(m.pre, "已") {
		return ""
	}
	prev := &s.marks[k-1]
	c := &s.clauses[prev.clause]
	if !prev.leads || prev.carried || prev.unit != m.unit || prev.clause != m.clause-1 || c.last-c.first != 1 || prev.subject == "" {
		return ""
	}
	now, okNow := numeral.Parse(m.value)
	part, okPart := numeral.Parse(prev.value)
	if !okNow || !okPart || now.Cmp(part) > 0 {
		return ""
	}
	return prev.subject
}

// etcetera reports whether nothing but examples and the word that sums them up stands before a unit that is itself the
// noun: 联合市监、消防、公安等6部门.
func (l *labeller) etcetera(m *mark) bool {
	return m.post == "" && l.Doers.Has(m.unit) && l.parse(m.pre).etc && strings.Contains(m.pre, "、")
}
