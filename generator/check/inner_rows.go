package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// innerRows finds rows of a table after 其中 that are more than the row above them,
// of which they are parts: one by itself, or those that plainly belong together
// (其中：甲类 and 乙类, 维持 and 驳回) added up.
func innerRows(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.PartExceedsTotal, severity: report.Warning}
	for _, g := range in.tables() {
		whole := -1
		for k := range g.rows {
			if !strings.HasPrefix(g.rows[k].name, "其中") {
				whole = k
				continue
			}
			if whole == k-1 && whole >= 0 {
				g.compareInner(in, &c, whole, in.innerEnd(&g, k))
			}
		}
	}
	return c.all()
}

// innerEnd is the row after the last of those that 其中 in row first opens.
func (in *Input) innerEnd(g *grid, first int) int {
	name := innerName(g.rows[first].name)
	end := first + 1
	for end < len(g.rows) && end-first < maxListed {
		next := innerName(g.rows[end].name)
		alike := name != "" && next != "" && lastRune(name) == lastRune(next) && !in.isSum(next)
		if !alike && !(in.isOutcome(name) && in.isOutcome(next)) {
			break
		}
		end++
	}
	return end
}

// innerName is what a row after 其中 counts: 甲类 of 其中：甲类（件）.
func innerName(name string) string {
	name = strings.TrimLeft(strings.TrimPrefix(name, "其中"), "：:，,")
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "(", "（"), "（")
	return name
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// compareInner compares the cells of the rows after row whole, up to row end, with
// those of that row.
func (g *grid) compareInner(in *Input, c *collector, whole, end int) {
	r := in.Report
	for k := range g.rows[whole].cells {
		total := &g.rows[whole].cells[k]
		if total.figure < 0 || !isPlainCell(r, total) || k < len(g.names) && (in.isChangeColumn(g.names[k].text) || hasAny(g.names[k].text, "率", "占", "%", "％")) {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: total.figure}
		for n := whole + 1; n < end; n++ {
			cells := g.rows[n].cells
			if k >= len(cells) || cells[k].figure < 0 || !isPlainCell(r, &cells[k]) || in.ofOther(g.rows[n].name, g.rows[whole].name) {
				break
			}
			rel.Parts = append(rel.Parts, cells[k].figure)
		}
		if len(rel.Parts) == 0 || !alike(r, &rel) {
			continue
		}
		value, sum, ok := addUp(r, &rel)
		switch {
		case !ok || sum.Cmp(value) <= 0:
		case largest(r, rel.Parts).Cmp(value) > 0:
			c.add(r.Figures[rel.Parts[0]].Span, fmt.Sprintf("“%s”这一行是“%s”的一部分，却比它的“%s”多", g.rows[whole+1].name, g.rows[whole].name, total.text), "请核对这两行的数")
		case !in.overlap(&rel) && !in.ofPeople(r.Figures[rel.Whole].Unit):
			c.add(total.span, fmt.Sprintf("“其中”以下各行相加：%s = %s，比“%s”的“%s”多", plus(r, rel.Parts), sum, g.rows[whole].name, total.text), "请核对这几行的数；各行之间有交叉的，请在表下说明")
		}
	}
}

// ofOther reports whether a row counts people or money of what the row above counts
// cases of, which may well be more.
func (in *Input) ofOther(name, whole string) bool {
	for _, other := range in.Words.CheckOtherThings.Words() {
		if strings.Contains(name, other.Text) && !strings.Contains(whole, other.Text) {
			return true
		}
	}
	return false
}
