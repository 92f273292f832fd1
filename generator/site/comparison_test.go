package site

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/numeral"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
)

const comparedList = `[[theme]]
id = "t"
name = "主题"

[[class]]
id = "cases"
name = "案件"
units = ["件", "起"]

[[indicator]]
id = "trained"
name = "培训"
theme = "t"
kind = "count"
class = "cases"
units = ["人", "人次"]
definition = "培训的人数。"
any = ["培训人数"]
`

// said is a value as a test writes it: 12件, 70余件, <4名.
func said(year int, words string) stated {
	s := stated{indicator: "trained", figure: "f" + strconv.Itoa(year), display: words}
	for _, b := range []report.Bound{report.BoundBelow, report.BoundAtLeast} {
		if rest, ok := strings.CutPrefix(words, string(b)); ok {
			words, s.bound = rest, b
		}
	}
	end := strings.IndexFunc(words, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	s.raw, s.value, s.unit = words[:end], words[:end], words[end:]
	if rest, ok := strings.CutPrefix(s.unit, "余"); ok {
		s.unit, s.approx = rest, "余"
	}
	return s
}

// comparedPortal is a portal of bodies, each with what it states by year: each line is
// slug, region, kind and values such as 2023=12件; 12件! is counted otherwise from then on.
func comparedPortal(t *testing.T, lines ...string) (*portal, []statements) {
	t.Helper()
	c, findings := indicator.Parse("indicators.toml", []byte(comparedList), nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	w := &Whole{Catalogue: c}
	for _, line := range lines {
		f := strings.Fields(line)
		b := &Body{Slug: f[0], Name: f[0] + "局", Region: strings.Trim(f[1], "-"), Kind: strings.Trim(f[2], "-")}
		if b.Region != "" {
			b.RegionSlug = "r-" + b.Region
		}
		if slug, parent, ok := strings.Cut(f[0], "<"); ok {
			b.Slug, b.Parent = slug, parent
		}
		w.Bodies = append(w.Bodies, b)
		key := f[0] // of the series of its values
		for _, v := range f[3:] {
			y, words, _ := strings.Cut(v, "=")
			year, _ := strconv.Atoi(y)
			i := slices.IndexFunc(w.Reports, func(s Summary) bool { return s.Body == b.Slug && s.Year == year })
			if i < 0 {
				i, w.Reports = len(w.Reports), append(w.Reports, Summary{Body: b.Slug, Year: year})
			}
			words, broken := strings.CutSuffix(words, "!")
			w.Reports[i].stated = append(w.Reports[i].stated, said(year, words))
			v := said(year, words)
			c := chained{key: key, year: year, figure: v.figure, value: &v}
			if broken {
				key += y
				c.key, c.ended, c.broken = key, c.key, "统计口径有调整。"
			}
			w.Reports[i].series = append(w.Reports[i].series, c)
		}
	}
	p := arrange(w)
	return p, p.byIndicator()
}

// printViews writes what the views show, for comparing.
func printViews(t *testing.T, views []view) string {
	t.Helper()
	var b strings.Builder
	for i := range views {
		v := &views[i]
		for k, page := range v.pages() {
			fmt.Fprintf(&b, "%s %s\n", v.name, v.step(k))
			for _, table := range tablesOf("培训", "../..", page, several(views)) {
				fmt.Fprintf(&b, " %s%v %s\n", table.Title, table.Years, table.Says)
				for _, g := range table.Groups {
					if g.Name != "" {
						fmt.Fprintf(&b, "  [%s]\n", g.Name)
					}
					for _, r := range shownRows(t, g.Rows) {
						b.WriteString("  " + strings.TrimSuffix(strings.TrimPrefix(r.href, "../../bodies/"), "/"))
						b.WriteString(" " + strings.Join(r.cells, " "))
						for _, year := range r.breaks {
							b.WriteString(" ※" + year)
						}
						for _, note := range r.notes {
							if strings.HasPrefix(note, "最近是") {
								note = "(" + note + ")"
							}
							b.WriteString(" " + note)
						}
						b.WriteString("\n")
					}
				}
			}
		}
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

func TestViews(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"no body", "", nil},
		{"one body: nothing to sort", `按单位
 [2023 2022]
  a 12件 10件
`, []string{"a 甲区 公安部门 2022=10件 2023=12件"}},
		{"regions, kinds and places; one that publishes late", `按地区
 [2023 2022]
  [乙区]
  c 7件 9件
  e - 5件
  [甲区]
  a 12件 10件
  b 30起 30件
  [其他]
  d 8件 -
按数值 by-value/
 [2023] 名次只在同类单位之间排，由多到少。另有1个单位没有写明这一年的数值。
  b 30起 公安部门3个中第1，与2022年持平
  a 12件 公安部门3个中第2，比2022年多2件
  d 8件
  c 7件 公安部门3个中第3，比2022年少2件
按类别 by-kind/
 [2023 2022]
  [公安部门]
  a 12件 10件
  b 30起 30件
  c 7件 9件
  e - 5件
  [教育部门]
  d 8件 -
按最近年度 by-year/
 [2023]
  [最近写到2023年]
  a 12件
  b 30起
  c 7件
  d 8件
 [2022]
  [最近写到2022年]
  e 5件
`, []string{"a 甲区 公安部门 2022=10件 2023=12件", "b 甲区 公安部门 2022=30件 2023=30起", "c 乙区 公安部门 2022=9件 2023=7件", "d - 教育部门 2023=8件", "e 乙区 公安部门 2022=5件"}},
		{"persons apart from times, in the same report too", `按类别
 以人为单位[2023 2022]
  [公安部门]
  a 12人 -
  [教育部门]
  c 3人 4人
 以人次为单位[2023 2022]
  [公安部门]
  a 40人次 41人次
  b - 70人次
按最近年度 by-year/
 以人为单位[2023]
  [最近写到2023年]
  a 12人
  c 3人
 以人次为单位[2023]
  [最近写到2023年]
  a 40人次
 以人次为单位[2022]
  [最近写到2022年]
  b 70人次
`, []string{"a 甲区 公安部门 2022=41人次 2023=12人 2023=40人次", "b 甲区 公安部门 2022=70人次", "c 甲区 教育部门 2022=4人 2023=3人"}},
		{"about and beyond stand below and spoil the places of their kind", `按类别
 [2023]
  [公安部门]
  a 12件
  b 70余件
  c 7件
  d <4件
  [教育部门]
  e 8件
  f 8件
  g 9件
按数值 by-value/
 [2023] 名次只在同类单位之间排，由多到少。公安部门不排名次：有的数值是约数或者上下限。
  a 12件
  g 9件 教育部门3个中第1
  e 8件 教育部门3个中并列第2
  f 8件 教育部门3个中并列第2
  c 7件
  [约数和上下限，不分先后]
  b 70余件
  d <4件
`, []string{"a 甲区 公安部门 2023=12件", "b 甲区 公安部门 2023=70余件", "c 甲区 公安部门 2023=7件", "d 甲区 公安部门 2023=<4件",
			"e 甲区 教育部门 2023=8件", "f 甲区 教育部门 2023=8件", "g 甲区 教育部门 2023=9件"}},
		{"a body and those below it; no kind", `按类别
 [2023]
  [政府]
  a 12件
  b 5件
  c 7件
  [其他]
  d 1件
  e 2件
  f 3件
按数值 by-value/
 [2023] 政府不排名次：既有上级单位又有它的下级单位。
  a 12件
  c 7件
  b 5件
  f 3件
  e 2件
  d 1件
`, []string{"a 甲区 政府 2023=12件", "b<a 甲区 政府 2023=5件", "c<a 甲区 政府 2023=7件", "d 甲区 - 2023=1件", "e 甲区 - 2023=2件", "f 甲区 - 2023=3件"}},
		{"one counts otherwise from a year on: no place, and no change across it", `按类别
 [2023 2022 2021]
  [公安部门]
  a 12件 10件 3件 ※2022
  b 5件 1件 -
  c 7件 9件 -
  [教育部门]
  d 7件 9件 - ※2023
按数值 by-value/
 [2023] 公安部门不排名次：有的单位统计口径有变化。
  a 12件 比2022年多2件
  c 7件 比2022年少2件
  d 7件 口径有变化，不与以前相比
  b 5件 比2022年多4件
`, []string{"a 甲区 公安部门 2021=3件 2022=10件! 2023=12件", "b 甲区 公安部门 2022=1件 2023=5件", "c 甲区 公安部门 2022=9件 2023=7件", "d 甲区 教育部门 2022=9件 2023=7件!"}},
		{"duties differ", `按单位
 [2023]
  a 12件
  b 5件
  c 7件
按数值 by-value/
 [2023] 不排名次：这些单位职责不同，同类的不足3个。
  a 12件
  c 7件
  b 5件
`, []string{"a 甲区 公安部门 2023=12件", "b 甲区 教育部门 2023=5件", "c 甲区 民政部门 2023=7件"}},
		{"the newest year few have published: order by the one before; a body that stopped", `按单位
 [2023 2022 2021 2020]
  a 1件 2件 - -
  b - 3件 1件 -
  c - 4件 - -
  d - - - 9件 (最近是2020年：9件)
按数值 by-value/
 [2022] 不排名次：这些单位职责不同，同类的不足3个。另有1个单位没有写明这一年的数值。
  c 4件
  b 3件 比2021年多2件
  a 2件
按最近年度 by-year/
 [2023]
  [最近写到2023年]
  a 1件
 [2022]
  [最近写到2022年]
  b 3件
  c 4件
 [2020]
  [最近写到2020年]
  d 9件
`, []string{"a 甲区 公安部门 2022=2件 2023=1件", "b 甲区 教育部门 2021=1件 2022=3件", "c 甲区 民政部门 2022=4件", "d 甲区 水利部门 2020=9件"}},
	} {
		p, found := comparedPortal(t, c.lines...)
		if got := printViews(t, p.viewsOf(p.compare(0, found[0]))); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestViewsOfAnyPortal: in every view each body stands once in a table, on pages
// that are not too heavy; no table mixes units that count other things; the usual
// view shows every value, with the years before where it leaves them out; what has a
// place is exact and of the year.
func TestViewsOfAnyPortal(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 15))
	for round := range 60 {
		var lines []string
		bodies, years := 1+r.IntN(400), 1+r.IntN(12)
		for b := range bodies {
			line := fmt.Sprintf("b%03d 区%d 部门%d", b, r.IntN(1+round%4), r.IntN(1+round%7))
			for y := range years {
				if r.IntN(4) > 0 {
					line += fmt.Sprintf(" %d=%s%d%s", 2024-y, []string{"", "", "", "<"}[r.IntN(4)], r.IntN(50), []string{"件", "起", "人", "人次", "余人"}[r.IntN(5)])
				}
			}
			lines = append(lines, line)
		}
		p, found := comparedPortal(t, lines...)
		tables := p.compare(0, found[0])
		shown := map[string]int{}
		for i := range tables {
			for _, tr := range tables[i].tracks {
				for _, pt := range tr.points {
					if !p.Catalogue.Alike(0, pt.unit, tables[i].units[0]) {
						t.Fatalf("%s stands in a table of %s", pt.display, tables[i].units)
					}
					shown[tr.body.Slug+pt.unit+strconv.Itoa(pt.year)]++
				}
			}
		}
		views := p.viewsOf(tables)
		for i := range views {
			v := &views[i]
			rows := map[*track]int{}
			for _, page := range v.pages() {
				weight := 0
				for k := range page {
					s := &page[k]
					weight += s.weight()
					for _, tr := range s.rows {
						rows[tr]++
						for _, y := range s.years {
							if pt := tr.at(y); pt != nil && (i == 0 || v.path == "earlier/") {
								shown[tr.body.Slug+pt.unit+strconv.Itoa(y)]--
							}
						}
						if s.notes[tr] != "" && (!isExact(tr.at(s.years[0])) || s.group.name != "") {
							t.Fatalf("%s has a place: %s", tr.at(s.years[0]).display, s.notes[tr])
						}
					}
				}
				if weight > pageWeight {
					t.Fatalf("a page of %s weighs %d", v.name, weight)
				}
			}
			for k := range tables {
				for n := range tables[k].tracks {
					if tr := &tables[k].tracks[n]; rows[tr] > 1 || rows[tr] == 0 && v.path != "earlier/" && v.path != "by-value/" {
						t.Fatalf("%s stands %d times in %s", tr.body.Slug, rows[tr], v.name)
					}
				}
			}
		}
		for key, n := range shown {
			if n != 0 {
				t.Fatalf("%s is shown %d times too few", key, n)
			}
		}
	}
}

// isExact reports whether a value is the number itself: not 70余件 and not 1.2万件.
func isExact(pt *point) bool { return pt.approx == "" && pt.bound == "" && numeral.Step(pt.raw) <= 0 }
