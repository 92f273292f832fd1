package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/lab/bench"
	"mingfa/generator/lab/cputime"
)

// TestCommandsAreLinear: each command that reads reports takes about four times as long for a report of four times the length, and
// for four times as many reports. Hugo is none here: what a build costs is ours, up to where it finds the site incomplete.
func TestCommandsAreLinear(t *testing.T) {
	t.Setenv("MINGFA_HUGO", "/bin/true")
	long := func(n int) string {
		dir := t.TempDir()
		var b strings.Builder
		b.WriteString("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n")
		for i := range n {
			fmt.Fprintf(&b, "（%d）评查执法卷宗%d本，办结%d件，办结率96%%。\n项目\t%d件\t%d件\n\n", i, i, i+3, i, i*2)
		}
		place(t, dir, "seeds/shili/2023.txt", b.String())
		place(t, dir, "seeds/shili/2022.txt", strings.Replace(b.String(), "2023", "2022", 1))
		place(t, dir, "seeds/shili/body.toml", "name = \"示例市司法局\"\n")
		return dir
	}
	many := func(n int) string {
		dir := t.TempDir()
		if err := bench.Seeds(filepath.Join(dir, "seeds"), bench.Light, n, 1); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	const file = "seeds/shili/2023.txt"
	for name, c := range map[string]struct {
		of   func(n int) string
		size int
		args []string
	}{
		"a long report, checked":   {long, 300, []string{"check"}},
		"a long report, extracted": {long, 600, []string{"extract", file, "--format", "json"}},
		"a long report as text":    {long, 3000, []string{"extract", file, "--format", "text"}},
		"a long report, drafted":   {long, 300, []string{"draft", file, "--stdout"}},
		"a long report, built":     {long, 150, []string{"build"}},
		"many reports, checked":    {many, 8, []string{"check"}},
		"many reports, built":      {many, 8, []string{"build"}},
	} {
		t.Run(name, func(t *testing.T) {
			small, large := c.of(c.size), c.of(4*c.size)
			in := func(dir string) func() {
				return func() {
					t.Chdir(dir)
					var out bytes.Buffer
					if status := Run(t.Context(), "mingfa", c.args, &out, &out); status == 2 && !strings.Contains(out.String(), "网站不完整") {
						t.Fatalf("%v:\n%s", c.args, out.String())
					}
				}
			}
			a, b, ok := cputime.Linear(7, in(small), in(large))
			if t.Logf("%v, four times as much %v", a, b); !ok {
				t.Error("that is more than in proportion")
			}
		})
	}
}

// TestDraftOfTooMuch: settings that no command would read again are not written.
func TestDraftOfTooMuch(t *testing.T) {
	t.Chdir(t.TempDir())
	place(t, ".", "seeds/shili/2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n项目\t件数\t合计\n"+strings.Repeat("项目\t3件\t8件\n", 19_000))
	place(t, ".", "seeds/shili/body.toml", "name = \"示例市司法局\"\n")
	if said := command(t, 2, "draft", "seeds/shili/2023.txt"); !strings.Contains(said, "核对文件会超过 4 MB，没有写") {
		t.Errorf("%.500s", said)
	}
	if _, err := os.Stat("seeds/shili/2023.toml"); err == nil {
		t.Error("it is written all the same")
	}
}

// TestManyFormerNames: what nobody writes is one finding, and costs what reading the file costs.
func TestManyFormerNames(t *testing.T) {
	t.Chdir(t.TempDir())
	place(t, ".", "seeds/shili/2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗64本。\n")
	write := func(n int) {
		place(t, ".", "seeds/shili/body.toml", "name = \"示例市司法局\"\nformer = [\n"+strings.Repeat("  \"a\",\n", n)+"]\n")
	}
	var said string
	check := func(n int) func() {
		return func() {
			write(n)
			said = command(t, 1, "check")
		}
	}
	a, b, ok := cputime.Linear(20, check(12_500), check(100_000))
	if t.Logf("%v, eight times as much %v", a, b); !ok {
		t.Error("that is more than in proportion")
	}
	if strings.Count(said, "[former-address]") != 1 || !strings.Contains(said, "原来的网址名有 100000 个，超过 20 个") {
		t.Errorf("%.2000s", said)
	}
}

// place writes a file of a folder.
func place(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}
