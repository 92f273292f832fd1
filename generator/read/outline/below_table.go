package outline

import "mingfa/generator/report"

// isOwnList reports whether the numbered lines from first to last, right below a table, are a list
// of the report and no notes of the table: each is a heading with text behind it (1.规范执法。检查
// 河道120次。), or the list goes on below other text. Where the table stands within a list of their
// kind they are notes, since that list cannot begin anew.
func (p *parser) isOwnList(first, last int, m mark) bool {
	for k := len(p.heads) - 1; k >= 0 && p.heads[k].family >= m.family; k-- {
		if p.heads[k].family == m.family {
			return false
		}
	}
	return last > first && p.allRunIn(first, last) || p.runsOn(last, m)
}

// allRunIn reports whether each of some numbered lines is a heading with text behind it, and none
// speaks of a table as notes do.
func (p *parser) allRunIn(first, last int) bool {
	for i := first; i <= last; i++ {
		s := p.text(i)
		m, _ := readMark(s)
		var h head
		if p.headText(s[m.size+skipSpace(s[m.size:]):], &h); !h.runIn || h.item || p.words.DocumentTableNotes.In(s) {
			return false
		}
	}
	return true
}

// runsOn reports whether the numbers of a list whose last line so far is last go on further down,
// before they begin anew or the section ends. m is the mark of that line.
func (p *parser) runsOn(last int, m mark) bool {
	const reach = 60 // lines, so that a report of tables takes no longer
	for i := last + 1; i < min(len(p.lines), last+reach); i++ {
		if p.lines[i].kind != report.BlockText {
			continue
		}
		next, ok := readMark(p.text(i))
		switch {
		case !ok || next.family > m.family || next.doubt:
		case next.family < m.family:
			return false
		default:
			return next.n > m.n
		}
	}
	return false
}
