package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/lab/bench"
)

// demo is the folder of the site under test: the one that MINGFA_SITE names,
// or else one made by the program itself, once for all tests, from invented
// reports (a body over the years, one with every kind of chart and a table,
// one whose text attacks the page) and the project's own first report.
var demo struct {
	dir     string // the site
	sources string // its seeds; "" when they are not known
	err     error
	made    sync.Once // tests run beside each other
}

func TestMain(m *testing.M) {
	work, err := os.MkdirTemp("", "mingfa-browser-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	demo.sources = work
	status := m.Run()
	os.RemoveAll(work)
	os.Exit(status)
}

// siteDir is the folder of the built site.
func siteDir(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("MINGFA_SITE"); dir != "" {
		if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
			t.Fatalf("failed to find the built site: %v", err)
		}
		return dir
	}
	hugoBin := hugotest.Find(t, "../../..")
	demo.made.Do(func() {
		demo.err = makeDemo(t, demo.sources, hugoBin)
		demo.dir = filepath.Join(demo.sources, "public")
	})
	if demo.err != nil {
		t.Fatal(demo.err)
	}
	return demo.dir
}

// seedsDir is the folder of the reports that the site was built from.
func seedsDir(t *testing.T) string {
	t.Helper()
	siteDir(t)
	if os.Getenv("MINGFA_SITE") != "" {
		hugotest.Lacking(t, "the sources of the site that MINGFA_SITE names are not known")
	}
	return filepath.Join(demo.sources, "seeds")
}

// makeDemo makes a project in work and has the program build it.
func makeDemo(t *testing.T, work, hugoBin string) error {
	t.Helper()
	seeds := filepath.Join(work, "seeds")
	if err := bench.Seeds(seeds, bench.Light, 13, 1); err != nil { // two bodies, one of ten years
		return err
	}
	if err := os.Remove(filepath.Join(seeds, "site.toml")); err != nil {
		return err
	}
	for _, c := range [][2]string{
		{"testdata/seeds", seeds},
		{"../../../seeds/hubin-sfj", filepath.Join(seeds, "hubin-sfj")},
	} {
		if err := os.CopyFS(c[1], os.DirFS(c[0])); err != nil {
			return err
		}
	}
	return buildProject(t, work, hugoBin)
}

// manyReports builds a site of invented reports and returns its folder.
func manyReports(t *testing.T, reports int) string {
	t.Helper()
	hugoBin, work := hugotest.Find(t, "../../.."), t.TempDir()
	err := bench.Seeds(filepath.Join(work, "seeds"), bench.Light, reports, 1)
	if err == nil {
		err = buildProject(t, work, hugoBin)
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(work, "public")
}

// buildProject completes a project in work, whose own are its seeds, and has
// the program build it.
func buildProject(t *testing.T, work, hugoBin string) error {
	t.Helper()
	for _, c := range [][2]string{
		{"../../../layouts", filepath.Join(work, "layouts")},
		{"../../../static", filepath.Join(work, "static")},
		{"../../../content/about", filepath.Join(work, "content", "about")},
		{"../../../content/accessibility", filepath.Join(work, "content", "accessibility")},
		{"../../../content/data", filepath.Join(work, "content", "data")},
		{"../../../content/cite", filepath.Join(work, "content", "cite")},
	} {
		if err := os.CopyFS(c[1], os.DirFS(c[0])); err != nil {
			return err
		}
	}
	if err := os.Mkdir(filepath.Join(work, "content", "search"), 0o777); err != nil {
		return err
	}
	for _, name := range []string{"hugo.toml", "seeds/indicators.toml", "seeds/glossary.toml", "content/search/index.md"} {
		from, to := "../../../"+name, name
		text, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(filepath.Join(work, to), text, 0o666)
		}
		if err != nil {
			return err
		}
	}
	program := filepath.Join(work, "mingfa")
	if out, err := exec.Command("go", "build", "-o", program, "../..").CombinedOutput(); err != nil {
		return fmt.Errorf("failed to build the program: %w\n%s", err, out)
	}
	build := exec.Command(program, "build")
	build.Dir = work
	build.Env = append(os.Environ(), "MINGFA_HUGO="+hugoBin)
	out, err := build.CombinedOutput()
	if err != nil {
		return fmt.Errorf("failed to build the demonstration site: %w\n%s", err, out)
	}
	t.Logf("%s", out)
	return nil
}
