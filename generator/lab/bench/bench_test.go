package bench

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/build/hugo/hugotest"
)

// project is a folder with what OneLine needs of one.
func project(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := save(dir, "hugo.toml", []byte("title = 'x'\nbaseURL = 'https://mingfa.example/'\ndisableKinds = ['rss', 'taxonomy', 'term']\n")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		got[filepath.ToSlash(path[len(dir)+1:])] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestSeeds(t *testing.T) {
	made := func(seed uint64) map[string]string {
		dir := t.TempDir()
		if err := Seeds(dir, Light, 25, seed); err != nil {
			t.Fatal(err)
		}
		return tree(t, dir)
	}
	first, again, other := made(1), made(1), made(2)
	reports, differing := 0, 0
	for name, text := range first {
		if again[name] != text {
			t.Errorf("%s is not the same the second time", name)
		}
		if strings.HasSuffix(name, ".txt") {
			reports++
			if other[name] != text {
				differing++
			}
		}
	}
	if reports != 25 || differing != 25 || len(first) != 25+3+1 {
		t.Errorf("%d reports of %d files, %d of them differ under another seed", reports, len(first), differing)
	}
	if got := first["shili-0001-sfj/body.toml"]; got != "name = \"示例市甲子区司法局\"\nshort = \"甲子区司法局\"\nregion = \"示例省示例市甲子区\"\nparent = \"shili-0001-zf\"\n" {
		t.Errorf("body.toml is\n%s", got)
	}
	if !strings.HasPrefix(first["shili-0001-sfj/2016.txt"], "示例市甲子区司法局关于2016年法治政府建设情况的报告\n") {
		t.Errorf("a report begins %.80q", first["shili-0001-sfj/2016.txt"])
	}
}

func TestTextsAreOfTheKind(t *testing.T) {
	number := regexp.MustCompile(`\d+(\.\d+)?`)
	for i := range 600 {
		k := &Light
		if i%2 == 1 {
			k = &Full
		}
		w := k.compose(rand.New(rand.NewPCG(7, uint64(i))), "示例市甲子区司法局", firstYear+i%years)
		figures := 0
		for _, n := range number.FindAllString(w, -1) {
			if !strings.HasPrefix(n, "20") || len(n) != 4 { // a year
				figures++
			}
		}
		if n := utf8.RuneCountInString(w); n < k.leastCharacters || n > k.mostCharacters || figures < k.leastFigures || figures > k.mostFigures {
			t.Errorf("text %d has %d characters and %d figures", i, n, figures)
		}
		if strings.ContainsAny(w, "{}%!") && strings.Contains(w, "%!") || strings.ContainsAny(w, "{}") {
			t.Errorf("text %d has an unfilled slot", i)
		}
	}
}

func TestFill(t *testing.T) {
	w := &writer{rng: rand.New(rand.NewPCG(1, 2)), body: "示例市", year: 2020}
	for _, test := range []struct{ sentence, want string }{
		{"{year}年{body}", `^2020年示例市$`},
		{"{a:5-5}件", `^5件$`},
		{"{a:200-200}件，办结{b:a*96-96}件，{=b/a}%", `^200件，办结192件，96%$`},
		{"{a:3-3}件，{b:2-2}件，{=b/a}%", `^3件，2件，66.7%$`},
		{"共{=a+b}件，{a:7-7}件、{b:8-8}件", `^共15件，7件、8件$`},
		{"{a:266-266}余条，{b:38-38}余条，{c:27625-27625}余份", `^260余条，30余条，27000余份$`},
		{"{m:2563-2563/100}万元", `^25.63万元$`},
	} {
		if got := w.fill(test.sentence); !regexp.MustCompile(test.want).MatchString(got) {
			t.Errorf("%s became %s", test.sentence, got)
		}
	}
	if w.figures != 14 {
		t.Errorf("counted %d figures", w.figures)
	}
}

func TestOneLine(t *testing.T) {
	bin := hugotest.Find(t, "../../..")
	p, work := project(t), t.TempDir()
	if err := save(filepath.Join(p, "content", "reports", "a", "2023"), "index.md", []byte("{\"title\": \"x\"}\n\n正文\n")); err != nil {
		t.Fatal(err)
	}
	took, err := OneLine(t.Context(), bin, filepath.Join(p, "content"), work)
	if err != nil {
		t.Fatal(err)
	}
	if got := tree(t, filepath.Join(work, "oneline", "public"))["reports/a/2023/index.html"]; strings.TrimSpace(got) != "<p>正文</p>" {
		t.Errorf("rendered %q", got)
	}
	if took.Elapsed <= 0 || took.CPU <= 0 || took.PeakRSS < 0 {
		t.Errorf("it took %v, of the processor %v, and %d bytes", took.Elapsed, took.CPU, took.PeakRSS)
	}
}
