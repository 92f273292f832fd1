package series

import "mingfa/generator/report"

// byStaff links what staff say is one series: a figure to which they give the name
// that they gave one of the year before, or that is the label of a single one of
// those. What they say is in no series is left alone. A name says more than a unit:
// where that is another one, the series breaks.
func (m *matcher) byStaff() {
	named := onlyOnes(m.before, func(v *measured) string { return given(v.f) })
	var labelled map[string]int
	for i := range m.now.list {
		v := &m.now.list[i]
		switch v.f.Series {
		case "":
			continue
		case report.NoSeries:
			m.leave(i)
			continue
		}
		at, ok := named[v.f.Series]
		if !ok {
			if labelled == nil {
				labelled = onlyOnes(m.before, func(v *measured) string { return v.f.Subject() })
			}
			at, ok = labelled[v.f.Series]
		}
		m.leave(i)
		if !ok || at == several || m.takenThen[at] {
			continue
		}
		l := Link{Before: at, Now: i, By: ByStaff, Score: 100}
		if m.before.list[at].unit != v.unit {
			l.Break = &Break{Reason: Unit}
		}
		m.link(l)
	}
}

// given is the name that staff give the series of a figure, "" where they give none.
func given(f *report.Figure) string {
	if f.Series == report.NoSeries {
		return ""
	}
	return f.Series
}

// Unjoined are the names that staff give series of a report and that nothing of
// the report on the year before has. There are none without that report.
func Unjoined(previous, current *report.Report, links []Link) []string {
	if !Follows(previous, current) {
		return nil
	}
	joined := map[string]bool{}
	for _, l := range links {
		joined[current.Figures[l.Now].Series] = true
	}
	var names []string
	for i := range current.Figures {
		if name := given(&current.Figures[i]); name != "" && !joined[name] {
			joined[name] = true
			names = append(names, name)
		}
	}
	return names
}
