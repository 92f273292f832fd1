package command

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"mingfa"
	"mingfa/generator/build/hugo/hugotest"
)

// newPortal makes a portal with init, and works in it until the test ends.
func newPortal(t *testing.T) {
	t.Helper()
	t.Setenv("MINGFA_HUGO", hugotest.Find(t, "../.."))
	t.Chdir(t.TempDir())
	var out bytes.Buffer
	if status := Run(t.Context(), "mingfa", []string{"init", "portal"}, &out, &out); status != 0 {
		t.Fatalf("init ended with %d:\n%s", status, out.String())
	}
	t.Chdir("portal")
}

// TestBinaryWithoutGoOrNetwork is the machine on an intranet: the program, a
// Hugo beside it, and nothing else.
func TestBinaryWithoutGoOrNetwork(t *testing.T) {
	hugoBin := hugotest.Find(t, "../..")
	dir := t.TempDir()
	program := filepath.Join(dir, "mingfa")
	beside := filepath.Join(dir, "hugo")
	if runtime.GOOS == "windows" {
		program, beside = program+".exe", beside+".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := os.Symlink(hugoBin, beside); err != nil {
		t.Skip(err)
	}
	var isolate []string // no network at all, where the system lets us
	if exec.Command("unshare", "-rn", "true").Run() == nil {
		unshare, _ := exec.LookPath("unshare")
		isolate = []string{unshare, "-rn"}
	}
	start := func(in string, args ...string) string {
		t.Helper()
		line := append(append(slices.Clone(isolate), program), args...)
		cmd := exec.Command(line[0], line[1:]...)
		cmd.Dir = in
		cmd.Env = []string{"PATH=" + t.TempDir(), "HOME=" + t.TempDir(), "GOFLAGS=off", "GOPROXY=off", "HTTPS_PROXY=http://127.0.0.1:9", "SystemRoot=" + os.Getenv("SystemRoot")}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("mingfa %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	if said := start(dir, "init", "示例 网站"); !strings.Contains(said, "cd "+quoted("示例 网站")) || !strings.Contains(said, program+" build") {
		t.Errorf("init says what cannot be typed next:\n%s", said)
	}
	portal := filepath.Join(dir, "示例 网站")
	if said := start(portal, "build"); !strings.Contains(said, program+" serve") || strings.Contains(said, "go run") {
		t.Errorf("build names another command than the one started:\n%s", said)
	}
	page, err := os.ReadFile(filepath.Join(portal, "public", "reports", "shili-sfj", "2024", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"示例市司法局2024年法治政府建设年度报告", "3250", "stylesheet"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the report's page lacks %q", want)
		}
	}
	if said := start(portal, "check"); !strings.Contains(said, "没有发现问题") {
		t.Errorf("the report that init makes has faults:\n%s", said)
	}
	if said := start(dir, "version"); !strings.Contains(said, beside) {
		t.Errorf("version does not name the Hugo beside the program:\n%s", said)
	}
	if one, other := start(dir, "version"), start(dir, "--version"); one != other {
		t.Errorf("version and --version differ:\n%s%s", one, other)
	}
}

func TestBuiltInSiteIsTheSiteOnDisk(t *testing.T) {
	newProject(t)
	if err := os.Remove("seeds/indicators.toml"); err != nil { // the other has the built-in one too
		t.Fatal(err)
	}
	mustBuild(t, 0)
	if _, err := os.Stat(".mingfa/builtin"); err == nil {
		t.Error("built-in files were laid under a project that has all of its own")
	}
	want := contents(t, "public")
	from, err := filepath.Abs("seeds")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("seeds", os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, 0)
	got := contents(t, "public")
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s differs", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d: %q", len(got), len(want), slices.Sorted(maps.Keys(got)))
	}
}

// contents is what each file below dir holds.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		texts[filepath.ToSlash(path)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestPortalOverridesAnyFile(t *testing.T) {
	newPortal(t)
	settings, err := mingfa.Files.ReadFile("hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, "hugo.toml", strings.ReplaceAll(string(settings), `locale = "zh-CN"`, `locale = "zh-Hans-CN"`))
	writeFile(t, "layouts/_partials/footer.html", "<footer>自己的页脚</footer>\n")
	writeFile(t, "static/icons/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
	writeFile(t, "static/icons/own.txt", "自己的文件\n")
	writeFile(t, "static/css/page.css", "p{color:#123456}\n")
	writeFile(t, "content/about/_index.md", "---\ntitle: 关于本站\n---\n自己写的说明。\n")
	writeFile(t, ".mingfa/builtin/layouts/home.html", "somebody wrote here\n")
	writeFile(t, ".mingfa/builtin/layouts/more.html", "and here\n")
	mustBuild(t, 0)
	site := contents(t, "public")
	for name, want := range map[string]string{
		"public/about/index.html":   "自己写的说明。",
		"public/data/index.html":    "自己的页脚",
		"public/index.html":         "示例市法治政府建设年度报告",
		"public/icon.svg":           `<svg xmlns="http://www.w3.org/2000/svg"/>`,
		"public/own.txt":            "自己的文件",
		"public/404.html":           "自己的页脚",
		"public/reports/index.html": "示例市司法局",
	} {
		if !strings.Contains(site[name], want) {
			t.Errorf("%s lacks %q:\n%s", name, want, site[name])
		}
	}
	if strings.Contains(site["public/index.html"], "somebody") {
		t.Error("the built-in files are not what the program carries")
	}
	if _, err := os.Stat(".mingfa/builtin/layouts/more.html"); err == nil {
		t.Error("a file that is not built in was left among those that are")
	}
	if css := regexp.MustCompile(`/css/[^"]+\.css`).FindString(site["public/index.html"]); !strings.Contains(site["public"+css], "#123456") {
		t.Errorf("the portal's own style sheet is not in %s", css)
	}
	if !strings.Contains(site["public/index.html"], `<html lang="zh-Hans-CN"`) {
		t.Error("the portal's own hugo.toml is not used")
	}
}

func TestFaultInAnOverrideIsNamed(t *testing.T) {
	newPortal(t)
	writeFile(t, "layouts/_partials/header.html", "{{ nofunction }}")
	var out bytes.Buffer
	if status := Run(t.Context(), "mingfa", []string{"build"}, &out, &out); status != 2 {
		t.Fatalf("status %d:\n%s", status, out.String())
	}
	if !strings.Contains(out.String(), "layouts/_partials/header.html:1") || strings.Contains(out.String(), "内置") {
		t.Errorf("the portal's own template is not named:\n%s", out.String())
	}
}

func TestServeShowsAnOverride(t *testing.T) {
	newPortal(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out lines
	ended := make(chan int, 1)
	go func() { ended <- Run(ctx, "mingfa", []string{"serve", "--addr", "127.0.0.1:0"}, &out, &out) }()
	address := regexp.MustCompile(`http://[^ ]+/`)
	within(t, patience, "the preview is up", func() bool { return address.MatchString(out.String()) })
	url := address.FindString(out.String())
	within(t, patience, "the report is there", func() bool { return strings.Contains(get(url+"reports/shili-sfj/2024/"), "3250") })
	edits := []struct{ file, text, page, shows string }{
		{"layouts/_partials/footer.html", "<footer>新写的页脚</footer>", "about/", "新写的页脚"},
		{"layouts/_partials/footer.html", "<footer>改过的页脚</footer>", "data/", "改过的页脚"},
		{"content/about/_index.md", "---\ntitle: 关于\n---\n新写的说明。", "about/", "新写的说明"},
		{"static/icons/own/note.txt", "新写的文件", "own/note.txt", "新写的文件"},
	}
	for _, e := range edits {
		writeFile(t, e.file, e.text)
		within(t, patience, e.file+" shows", func() bool { return strings.Contains(get(url+e.page), e.shows) })
	}
	stop()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("serve does not end")
	}
}
