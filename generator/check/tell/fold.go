package tell

import (
	"fmt"
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// group is findings of one report that say the same of the same words: the first, and
// the lines of the others. People read them as one; programs are given each.
type group struct {
	report.Finding
	more []int // lines
}

// fold puts findings that say the same together, at the place of the first.
func fold(findings []report.Finding) []group {
	type key struct {
		file, rule, message, quote string
		severity                   report.Severity
	}
	var groups []group
	first := map[key]int{}
	for _, f := range findings {
		k := key{f.File, f.Rule, f.Message, f.Quote, f.Severity}
		if i, ok := first[k]; ok && f.Line > 0 && f.Rule != "" {
			groups[i].more = append(groups[i].more, f.Line)
			continue
		}
		first[k] = len(groups)
		groups = append(groups, group{Finding: f})
	}
	return groups
}

// mostLines bounds how many lines are named.
const mostLines = 12

// Again says where else the same was found; "" where nowhere.
func (g *group) Again() string {
	if len(g.more) == 0 {
		return ""
	}
	var lines []string
	for i, n := range g.more {
		if i > 0 && n == g.more[i-1] {
			continue // twice in one line
		}
		if len(lines) == mostLines {
			return fmt.Sprintf("同样的还有 %d 处：第 %s……行", len(g.more), strings.Join(lines, "、"))
		}
		lines = append(lines, strconv.Itoa(n))
	}
	return fmt.Sprintf("同样的还有 %d 处：第 %s 行", len(g.more), strings.Join(lines, "、"))
}
