package site

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mingfa/generator/report"
	"mingfa/generator/site/chart"
	"mingfa/generator/site/markup"
)

// shownRow is what a reader sees of a row of a table.
type shownRow struct {
	name, href string
	cells      []string // "-" for an empty one
	breaks     []string // from which year on it is counted otherwise
	notes      []string
}

// shownRows reads rows as a browser does.
func shownRows(t *testing.T, rows string) []shownRow {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<table>" + rows + "</table>"))
	if err != nil {
		t.Fatal(err)
	}
	var list []shownRow
	walk(doc, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		switch n.Data {
		case "tr":
			list = append(list, shownRow{name: content(n.FirstChild.FirstChild), href: attr(n.FirstChild.FirstChild, "href")})
		case "small":
			row := &list[len(list)-1]
			if year, _, ok := strings.Cut(content(n), "年起口径有变化："); ok {
				row.breaks = append(row.breaks, year)
			} else {
				row.notes = append(row.notes, content(n))
			}
		case "td":
			row := &list[len(list)-1]
			words := content(n)
			if words == "" {
				words = "-"
			}
			row.cells = append(row.cells, words)
		}
	})
	return list
}

// hostileRows draws a text in every place of every row that has one.
func hostileRows(s string) map[string]string {
	in := hostileInput(s)
	b := &Body{Slug: "a", Name: s, Short: s}
	tr := &track{body: b, points: []point{
		{year: 2020, stated: &stated{figure: "f1", value: "1", display: s}, v: 1},
		{year: 2021, stated: &stated{figure: "f2", value: "2", display: s}, v: 2, broken: s},
		{year: 2022, stated: &stated{figure: "f3", value: "3", display: s}, v: 3},
	}}
	in.Report.Figures = in.Report.Figures[:1]
	list := []chart.Row{{ID: "f1", Label: s, Display: s, Note: s, Width: "12", Indicator: "trained", Target: true}, {ID: "f2", Clause: report.Clause{Before: s, Words: s, After: s}, Display: s}}
	var own markup.Builder
	tr.bodyRow(&own, "", s, []int{2024, 2023, 2022})
	then := &beforeItem{Lead: s, Year: 2022, Figure: "f9", Rest: s, Why: "#p1"}
	var before markup.Builder
	before.Raw("<tr><th>")
	then.draw(&before, s)
	before.Raw("</th></tr>")
	sec := section{years: []int{2024, 2023, 2022}, rows: []*track{tr}}
	ordered := section{years: []int{2022}, rows: []*track{tr}, ordered: true, axis: 3, notes: map[*track]string{tr: s}}
	return map[string]string{
		"rows": in.figureRows(list, map[int][]besideItem{0: {{"f2", s}, {"f3", s}}}), "items": in.figureItems(list, nil), "body": own.String(), "before": before.String(),
		"compared": sec.comparedRows(s, "../.."), "ordered": ordered.comparedRows(s, "../.."),
	}
}

// TestHostileRows: whatever a text holds, a row has the elements that it has with any
// other, and shows the text.
func TestHostileRows(t *testing.T) {
	plain := hostileRows("甲")
	for _, s := range hostile {
		for name, rows := range hostileRows(s) {
			if got, want := shapeOf(t, rows), shapeOf(t, plain[name]); got != want {
				t.Errorf("%s of %q has the elements\n%s, want\n%s", name, s, got, want)
			}
			if got, want := shownText(t, rows), strings.ReplaceAll(shownText(t, plain[name]), "甲", as(s)); got != want {
				t.Errorf("%s of %q shows %q, want %q", name, s, got, want)
			}
		}
	}
}

// shapeOf lists the elements of rows with their attributes, but for the wrapping of
// controls, and of a number with its unit.
func shapeOf(t *testing.T, rows string) string {
	var b strings.Builder
	each(t, rows, func(n *html.Node) {
		if n.Type != html.ElementNode || n.Data == "bdi" || attr(n, "class") == "whole" && strings.ContainsAny(content(n), "0123456789") {
			return
		}
		b.WriteString(n.Data)
		for _, a := range n.Attr {
			b.WriteString(" " + a.Key + "=" + a.Val)
		}
		b.WriteString("\n")
	})
	return b.String()
}

func shownText(t *testing.T, rows string) string {
	var b strings.Builder
	each(t, rows, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return b.String()
}

func each(t *testing.T, rows string, use func(*html.Node)) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<table>" + rows + "</table>"))
	if err != nil {
		t.Fatal(err)
	}
	walk(doc, use)
}

// No line begins with the · between the levels of a name.
func TestLevels(t *testing.T) {
	for name, want := range map[string]string{
		"行政处罚·警告":  `行政处<span class="keep">罚·</span>警告`,
		"甲·乙·丙":    `<span class="keep">甲·</span><span class="keep">乙·</span>丙`,
		"行政许可":     "行政许可",
		"办件·2024年": `办<span class="keep">件·</span><span class="whole">2024年</span>`,
		"·甲":       "·甲",
		"甲··乙":     `<span class="keep">甲·</span>·乙`,
		"甲·":       `<span class="keep">甲·</span>`,
		"":         "",
		"<b>·件":    `&lt;b<span class="keep">&gt;·</span>件`,
		"处罚·罚款 万元": `处<span class="keep">罚·</span>罚款 万元`,
	} {
		var b markup.Builder
		levels(&b, name)
		if got := b.String(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
