package series

import (
	"strconv"

	"mingfa/generator/report"
)

// Keys gives each figure of a report that is linked the key of its series, ""
// for the others: the key of the figure that it is linked with, which stays equal
// over the years. before are the keys of the report of the year before, nil
// without any. Behind a break another series begins.
func Keys(previous, current *report.Report, links []Link, before []string) []string {
	keys := make([]string, len(current.Figures))
	for _, l := range links {
		if l.Now < 0 || l.Now >= len(keys) || l.Before < 0 || previous == nil || l.Before >= len(previous.Figures) {
			continue
		}
		switch {
		case l.Break != nil:
			keys[l.Now] = Key(current, l.Now)
		case l.Before < len(before) && before[l.Before] != "":
			keys[l.Now] = before[l.Before]
		default:
			keys[l.Now] = Key(previous, l.Before)
		}
	}
	return keys
}

// Key is the key of the series that begins with figure i.
func Key(r *report.Report, i int) string {
	return strconv.Itoa(r.Year) + "-" + r.Figures[i].ID
}
