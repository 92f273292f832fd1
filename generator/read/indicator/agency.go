package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// agencies knows bodies that are no department: 县妇联, 消费者协会, 镇中心小学 and 检测中心. What
// they did is none of the reporting body's, and of a centre of its own no more than a part.
type agencies struct {
	bodies *lexicon.Set // what the name of a body of its own ends with: 妇联
	firms  *lexicon.Set // likewise, with a name before it: 燃气公司, but not 公司律师
	units  *lexicon.Set // what the name of one that may belong to the reporting body ends with: 中心
	areas  *lexicon.Set // what a name may begin with: 县
	whole  *lexicon.Set // what is in no name: 联合, 全
	self   *lexicon.Set // the body that reports: 我局
	light  *lexicon.Set // what says nothing of what a centre is for: 活动
}

func newAgencies(w Words) agencies {
	return agencies{
		bodies: lexicon.NewSet(w.Agencies...), firms: lexicon.NewSet(w.Firms...), units: lexicon.NewSet(w.Units...), areas: lexicon.NewSet(slices.Concat(w.Areas, w.Kinds)...),
		whole: lexicon.NewSet(w.Whole...), self: lexicon.NewSet(w.Self...), light: lexicon.NewSet(w.Light...),
	}
}

// longestAgency is how many characters stand before the end of the name of a body, and
// longestUnnamed those of one that no area is named of.
const (
	longestAgency  = 14
	longestUnnamed = 6
)

// isOther reports whether a figure is what such a body did: one that its clause begins with,
// or for a body of its own a clause before it up to ；. A centre whose name says what an indicator
// counts is the one that does it: 县法律援助中心办理法律援助案件90件. doers are words for those that do what is
// counted anyway, phrases what the figure was found by.
func (a *agencies) isOther(r *report.Report, f *report.Figure, doers, phrases []string) bool {
	if r.Issuer == "" || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	rest := sentenceBefore(r, f)
	other, listed := false, false
	for len(rest) > 0 {
		clause, mark := rest, ""
		if at := strings.IndexAny(rest, "，,；;：:、"); at >= 0 {
			_, size := utf8.DecodeRuneInString(rest[at:])
			clause, mark = rest[:at], rest[at:at+size]
		}
		rest = rest[len(clause)+len(mark):]
		clause = strings.TrimLeft(clause, " 　\t“")
		clause = strings.TrimPrefix(clause, "其中")
		var name string
		var isUnit bool
		if !listed { // 派出所、司法所、妇联联合调处 are many
			name, isUnit = a.named(clause)
		}
		listed = mark == "、"
		switch {
		case name == "":
			other = other && !a.isSelf(clause, r.Issuer)
		case strings.Contains(r.Issuer, name) || slices.ContainsFunc(doers, func(doer string) bool { return strings.HasSuffix(name, doer) }):
			other = false
		case !isUnit:
			other = true
		case rest == "" && !slices.ContainsFunc(phrases, func(phrase string) bool { return sharesWord(phrase, a.purpose(name)) }):
			return true
		}
		if mark == "；" || mark == ";" {
			other = false
		}
	}
	return other
}

// purpose is what the name of a centre says that it is for: 青少年中心 of 青少年活动中心.
func (a *agencies) purpose(name string) string {
	for m, ok := a.light.Find(name, 0); ok; m, ok = a.light.Find(name, m.Start) {
		name = name[:m.Start] + name[m.End:]
	}
	return name
}

// isSelf reports whether a clause speaks of the body that reports, or all of its area.
func (a *agencies) isSelf(clause, issuer string) bool {
	return a.self.Prefix(clause) > 0 || strings.HasPrefix(clause, issuer) || strings.HasPrefix(clause, "全")
}

// named is the name of such a body that words begin with, "" for none. What stands behind
// it must say what it did: in 建成服务中心12个 the centres are counted.
func (a *agencies) named(text string) (name string, isUnit bool) {
	area := a.areas.Prefix(text)
	if a.whole.Prefix(text) > 0 && area == 0 {
		return "", false
	}
	runes := 0
	for at := range text {
		if runes++; runes > longestAgency {
			return "", false
		}
		m, ok := a.bodies.At(text, at)
		if !ok && at > 0 {
			m, ok = a.firms.At(text, at)
		}
		if !ok && area > 0 && at > 0 {
			if m, ok = a.units.At(text, at); ok {
				isUnit = true
			}
		}
		if !ok && at >= area && at > 0 && a.whole.Prefix(text[at:]) > 0 {
			return "", false
		}
		if !ok || area == 0 && runes > longestUnnamed+1 {
			continue
		}
		if strings.HasPrefix(text, "全") || !hasWord(text[m.End:]) {
			return "", false
		}
		return text[:m.End], isUnit
	}
	return "", false
}
