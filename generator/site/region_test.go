package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/site/regions"
)

// printRegions writes what the page of each region compares.
func printRegions(p *portal, found []statements) string {
	var b strings.Builder
	places := p.places()
	for i := range places {
		fmt.Fprintf(&b, "%s\n", places[i].name)
		for _, k := range p.kindsIn(&places[i]) {
			fmt.Fprintf(&b, " %s:", k.Name)
			for _, body := range k.Bodies {
				fmt.Fprintf(&b, " %s %s", body.Name, body.Years)
			}
			b.WriteString("\n")
		}
		for _, t := range p.comparedIn(&places[i], p.compareAll(found)) {
			for _, ind := range t.Indicators {
				fmt.Fprintf(&b, " %d %s %d:", ind.Year, ind.URL, ind.Bodies)
				for _, v := range ind.Values {
					fmt.Fprintf(&b, " %s%s", v.Name, v.Text)
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

func TestRegions(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"two bodies of a region, one of another, one of none", `乙区
 : c局 2023年
甲区
 : a局 2022—2023年，2份报告 b局 2023年
 2023 /indicators/trained/#g-r-甲区 2: a局12件 b局3起
`, []string{"a 甲区 公安部门 2022=1件 2023=12件", "b 甲区 教育部门 2023=3起", "c 乙区 公安部门 2023=5件", "d - 公安部门 2023=5件"}},
		{"never persons beside times, never one year beside another", `甲区
 : a局 2022—2023年，2份报告 b局 2021—2023年，2份报告
`, []string{"a 甲区 公安部门 2022=5件 2023=12人", "b 甲区 教育部门 2023=30人次 2021=4件"}},
		{"the newest year that two state", `甲区
 : a局 2022—2023年，2份报告 b局 2022年
 2022 /indicators/trained/ 2: a局5件 b局<4件
`, []string{"a 甲区 公安部门 2022=5件 2023=12件", "b 甲区 教育部门 2022=<4件"}},
		{"kinds of which one has two bodies", `甲区
 公安部门: a局 2023年 c局 2023年
 教育部门: b局 2023年
 其他: d局 2023年
 2023 /indicators/trained/ 4: a局5件 b局70余件 c局4件 d局1件
`, []string{"a 甲区 公安部门 2023=5件", "b 甲区 教育部门 2023=70余件", "c 甲区 公安部门 2023=4件", "d 甲区 - 2023=1件"}},
	} {
		p, found := comparedPortal(t, c.lines...)
		if got := printRegions(p, found); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestRegionMoves: an address that staff have chosen is led to from the one that the
// region had before; no page takes the address of another region.
func TestRegionMoves(t *testing.T) {
	paths := func(slug string) string {
		p, found := comparedPortal(t, "a 甲区 公安部门 2023=5件", "b 乙区 公安部门 2023=5件")
		p.bodies["a"].RegionSlug, p.bodies["b"].RegionSlug = slug, regions.Default("乙区")
		var names []string
		places := p.places()
		for i := range places {
			if err := p.writeRegion(&places[i], places[i].leads(places), p.compareAll(found), func(path string, data []byte) error {
				if bytes.Contains(data, []byte(`"layout":"moved"`)) {
					path += " moved"
				}
				names = append(names, strings.TrimPrefix(path, "content/regions/"))
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(names)
		return strings.Join(names, "\n")
	}
	jia, yi := regions.Default("甲区"), regions.Default("乙区")
	for slug, want := range map[string][]string{
		jia:    {jia + "/index.md", yi + "/index.md"},
		"jia":  {jia + "/index.md moved", yi + "/index.md", "jia/index.md"},
		"jia2": {jia + "/index.md moved", yi + "/index.md", "jia2/index.md"},
	} {
		slices.Sort(want)
		if got := paths(slug); got != strings.Join(want, "\n") {
			t.Errorf("%s: %s, want %s", slug, got, want)
		}
	}
}

// thousandBodies is a portal as large as a province's: each body states the one
// indicator in each of ten years.
func thousandBodies(t *testing.T) (*portal, []statements) {
	var lines []string
	for b := range 1000 {
		line := fmt.Sprintf("shili-%04d-sfj 示例市第%02d区 部门%d", b, b%40, b%20)
		for y := range 10 {
			line += fmt.Sprintf(" %d=%d件", 2014+y, b*7919%5000+y*31)
		}
		lines = append(lines, line)
	}
	p, found := comparedPortal(t, lines...)
	for i := range found[0] { // ids as reports have them, which no compression makes shorter
		sum := sha256.Sum256([]byte(strconv.Itoa(i)))
		found[0][i].figure = "f" + hex.EncodeToString(sum[:4])
	}
	return p, found
}

// TestGroupsAreFound: the link to the rows of a region leads to the page on which
// they begin, on every page of a portal that has several.
func TestGroupsAreFound(t *testing.T) {
	p, found := thousandBodies(t)
	tables := p.compare(0, found[0])
	views := p.viewsOf(tables)
	pages, groups := views[0].pages(), p.compareAll(found)[0].groups()
	if len(pages) < 3 || views[1].path != "earlier/" {
		t.Fatalf("%d pages, then %s", len(pages), views[1].path)
	}
	for _, pl := range p.places() {
		step, id, _ := strings.Cut(rowsOf(groups, &pl), "#")
		on := -1
		for k := range pages {
			for _, table := range tablesOf("培训", "../..", pages[k], false) {
				for _, g := range table.Groups {
					if g.ID == id {
						on = k
					}
				}
			}
		}
		if on < 0 || views[0].step(on) != step {
			t.Errorf("the rows of %s are said to be on %q#%s, and begin on page %d", pl.name, step, id, on+1)
		}
	}
}

// TestThousandBodies weighs the pages of an indicator that a thousand bodies state,
// as the site's own layouts draw them.
func TestThousandBodies(t *testing.T) {
	const most = 30_000 // bytes of HTML, as the browser's tests have it for every page
	program := hugotest.Find(t, "../..")
	dir := t.TempDir()
	for _, folder := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	p, found := thousandBodies(t)
	p.Site.Name = "示例省"
	all := p.compareAll(found)
	places := p.places()
	put := func(path string, data []byte) error {
		write(t, filepath.Join(dir, filepath.FromSlash(path)), data)
		return nil
	}
	if err := p.writeIndicator(&p.Catalogue.Indicators[0], found[0], all[0].tables(), put); err != nil {
		t.Fatal(err)
	}
	if err := p.writeRegion(&places[0], places[0].leads(places), all, put); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "site.json"), Config(p.Whole))
	write(t, filepath.Join(dir, "hugo.toml"), read(t, "../../hugo.toml"))
	if out, err := exec.Command(program, "--source", dir, "--quiet", "--config", filepath.Join(dir, "hugo.toml")+","+filepath.Join(dir, "site.json")).CombinedOutput(); err != nil {
		t.Fatalf("failed to run Hugo: %v\n%s", err, out)
	}
	pages, heaviest := 0, 0
	for _, pattern := range []string{"indicators/trained/index.html", "indicators/trained/*/index.html", "indicators/trained/*/*/index.html", "regions/*/index.html"} {
		files, err := filepath.Glob(filepath.Join(dir, "public", filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Fatalf("no page is %s: %v", pattern, err)
		}
		for _, file := range files {
			var b bytes.Buffer
			zip := gzip.NewWriter(&b)
			if _, err := zip.Write(read(t, file)); err != nil {
				t.Fatal(err)
			}
			if err := zip.Close(); err != nil {
				t.Fatal(err)
			}
			pages++
			heaviest = max(heaviest, b.Len())
			if b.Len() > most {
				t.Errorf("%s weighs %d bytes", strings.TrimPrefix(file, dir), b.Len())
			}
		}
	}
	t.Logf("%d pages, the heaviest of %d bytes", pages, heaviest)
	if heaviest < most/3 {
		t.Errorf("pages of %d bytes could be fewer", heaviest)
	}
}
