package series

import (
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// markDoers sets the breaks of what is counted of other bodies than in the year before:
// 派出所、司法所联合调处纠纷5618起 and 派出所、司法所、人民法庭联合调处纠纷5870起. The break concerns the
// parts of it as well, 成功5718起，成功率97.4%.
func markDoers(links []Link, then, now *report.Report, words *lexicon.Lexicon) {
	for i := range links {
		l := &links[i]
		if l.Break != nil || l.By == ByStaff {
			continue
		}
		a, _ := doersOf(then, l.Before, words)
		b, sp := doersOf(now, l.Now, words)
		if len(a) > 0 && len(b) > 0 && !slices.Equal(a, b) {
			l.Break = &Break{Reason: Doers, Span: sp}
		}
	}
}

// doersOf are the kinds of bodies of which a figure counts what they did together, in order
// of their names, and the clause that lists them. They stand in front of it in its clause,
// or in front of the number of which it is a part in an earlier one.
func doersOf(r *report.Report, i int, words *lexicon.Lexicon) ([]string, report.Span) {
	f := &r.Figures[i]
	if !isPlaced(r, f) || r.Blocks[f.Block].Kind == report.BlockRow {
		return nil, report.Span{}
	}
	start := sentence(r, f).Start
	for whole := i; whole >= 0; whole-- {
		w := &r.Figures[whole]
		if w.Block != f.Block || w.Span.Start < start {
			break
		}
		if w.Unit != f.Unit && f.Kind != report.KindRate && whole != i {
			break // 走访群众12.2万户 is no part of 纠纷5870起
		}
		sp := clauseOf(r, whole, start)
		if at := strings.LastIndexAny(r.Source.Text[start:w.Span.Start], "，,；;：:"); at >= 0 {
			sp.Start = max(start, start+at+1)
		} else {
			sp.Start = start
		}
		if names := doersIn(r.Source.Text[sp.Start:w.Span.Start], words); len(names) > 0 {
			return names, report.Span{Start: sp.Start, End: w.Span.End}
		}
	}
	return nil, report.Span{}
}

// doersIn are the kinds of bodies that words list, two or more, in order of their names.
func doersIn(text string, words *lexicon.Lexicon) []string {
	var names []string
	parts := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("、和与及", c) })
	for k, part := range parts {
		m, ok := words.SeriesDoers.EndingAt(part, len(part))
		if k == len(parts)-1 { // 人民法庭联合调处纠纷
			m, ok = words.SeriesDoers.Find(part, 0)
		}
		if !ok {
			return nil
		}
		names = append(names, words.SeriesDoers.Reading(m))
	}
	if len(names) < 2 {
		return nil
	}
	slices.Sort(names)
	return names
}
