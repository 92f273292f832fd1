package command

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mingfa/generator/build/hugo/hugotest"
)

// newProject makes a project of one report in a folder of its own, and works
// in it until the test ends.
func newProject(t *testing.T) {
	t.Helper()
	t.Setenv("MINGFA_HUGO", hugotest.Find(t, "../.."))
	dir := t.TempDir()
	for _, part := range []string{"hugo.toml", "layouts", "static", "content/about", "content/accessibility", "content/data", "content/cite", "content/search/index.md", "seeds/site.toml", "seeds/indicators.toml"} {
		if err := copyTree(filepath.Join("../..", part), filepath.Join(dir, part)); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	writeFile(t, "seeds/shili/body.toml", "name = \"示例市司法局\"\n")
	writeFile(t, report2023, "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗64本，制定规范性文件3件。\n")
}

const (
	report2023 = "seeds/shili/2023.txt"
	page2023   = "public/reports/shili/2023/index.html"
)

func mustBuild(t *testing.T, status int) string {
	t.Helper()
	var out bytes.Buffer
	if got := Run(t.Context(), "mingfa", []string{"build"}, &out, &out); got != status {
		t.Fatalf("build ended with %d, want %d:\n%s", got, status, out.String())
	}
	return out.String()
}

// modified is when each file of the site was last written.
func modified(t *testing.T) map[string]time.Time {
	t.Helper()
	times := map[string]time.Time{}
	err := filepath.WalkDir("public", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		times[filepath.ToSlash(path)] = info.ModTime()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return times
}

func TestBuildWritesOnlyWhatChanged(t *testing.T) {
	newProject(t)
	if said := mustBuild(t, 0); !strings.Contains(said, "1 个单位的 1 份报告") || !strings.Contains(said, "2 个数字") {
		t.Errorf("the first build says:\n%s", said)
	}
	first := modified(t)
	if _, ok := first[page2023]; !ok {
		t.Fatalf("there is no %s among %d files", page2023, len(first))
	}

	mustBuild(t, 0)
	for path, at := range modified(t) {
		if !at.Equal(first[path]) {
			t.Errorf("%s was written again, though nothing changed", path)
		}
	}

	writeFile(t, "seeds/shili/2022.txt", "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗58本。\n")
	mustBuild(t, 0)
	both := modified(t)
	if _, ok := both["public/reports/shili/2022/figures.csv"]; !ok {
		t.Error("the second report has no figures.csv")
	}
	if !both["public/about/index.html"].Equal(first["public/about/index.html"]) {
		t.Error("a page that the second report does not touch was written again")
	}

	if err := os.Remove("seeds/shili/2022.txt"); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, 0)
	for path := range modified(t) {
		if strings.Contains(path, "2022") {
			t.Errorf("%s is left, though its report is gone", path)
		}
	}
}

func TestFailedBuildLeavesTheSite(t *testing.T) {
	newProject(t)
	mustBuild(t, 0)
	before := modified(t)
	faults := map[string]func(){
		"an empty report":   func() { writeFile(t, "seeds/shili/2022.txt", "\n") },
		"a broken template": func() { writeFile(t, "layouts/home.html", "{{ nofunction }}") },
		"bad settings":      func() { writeFile(t, "seeds/shili/2023.toml", "[[figure]\n") },
	}
	for name, spoil := range faults {
		spoil()
		var out bytes.Buffer
		if status := Run(t.Context(), "mingfa", []string{"build"}, &out, &out); status == 0 {
			t.Errorf("%s: the build went through", name)
		}
		after := modified(t)
		if len(after) != len(before) {
			t.Errorf("%s: %d files, before there were %d", name, len(after), len(before))
		}
		for path, at := range after {
			if !at.Equal(before[path]) {
				t.Errorf("%s: %s was written", name, path)
			}
		}
	}
	if left, _ := filepath.Glob(".public*"); strings.Join(left, " ") != ".public.kept .public.record" { // of the build that went well
		t.Errorf("left behind: %v", left)
	}
}

// lines is a writer that can be read while it is written.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func TestServeShowsAChangeWithinTwoSeconds(t *testing.T) {
	newProject(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out lines
	ended := make(chan int, 1)
	go func() { ended <- Run(ctx, "mingfa", []string{"serve", "--addr", "127.0.0.1:0"}, &out, &out) }()
	address := regexp.MustCompile(`http://[^ ]+/`)
	within(t, patience, "the preview is up", func() bool { return address.MatchString(out.String()) })
	url := address.FindString(out.String())
	get := func(path string) string { return get(url + path) }
	within(t, patience, "the report is there", func() bool { return strings.Contains(get("reports/shili/2023/"), "64本") })

	text := func(file string) string {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	report, about, footer, style := text(report2023), text("content/about/_index.md"), text("layouts/_partials/footer.html"), text("static/css/page.css")
	promptly(t, "a change in seeds/", func(n int) func() bool {
		now := strconv.Itoa(70+n) + "本"
		writeFile(t, report2023, strings.Replace(report, "64本", now, 1))
		return func() bool { return strings.Contains(get("reports/shili/2023/"), now) }
	})
	promptly(t, "a change in content/", func(n int) func() bool {
		words := "新写的第" + strconv.Itoa(n) + "句话。"
		writeFile(t, "content/about/_index.md", about+"\n"+words+"\n")
		return func() bool { return strings.Contains(get("about/"), words) }
	})
	promptly(t, "a change in layouts/", func(n int) func() bool {
		words := "新写的页脚" + strconv.Itoa(n)
		writeFile(t, "layouts/_partials/footer.html", footer+"<p>"+words+"</p>\n")
		return func() bool { return strings.Contains(get("about/"), words) }
	})
	// The style of all pages is one file, named after its content.
	sheet := regexp.MustCompile(`/(css/bundle[^"]+)`)
	promptly(t, "a change in static/css", func(n int) func() bool {
		class := "written-anew-" + strconv.Itoa(n)
		writeFile(t, "static/css/page.css", style+"\n."+class+" { color: red; }\n")
		return func() bool {
			m := sheet.FindStringSubmatch(get("about/"))
			return m != nil && strings.Contains(get(m[1]), class)
		}
	})

	shown := regexp.MustCompile(`7\d本`)
	writeFile(t, report2023, "")
	within(t, patience, "a fault is told", func() bool { return strings.Contains(out.String(), "empty-report") })
	if !shown.MatchString(get("reports/shili/2023/")) {
		t.Error("the preview lost the page of a report that became faulty")
	}
	stop()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("serve does not end")
	}
}

// get is what url gives; "" when it cannot be had.
func get(url string) string {
	resp, err := http.Get(url)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return string(body)
}

// patience is how long a busy machine may take for what is done at once.
const patience = 2 * time.Minute

// promptly makes a change, the n-th of its kind, and looks whether it shows within two
// seconds. What else the machine does can only make it slower: every change has to show,
// but the quickest of five counts.
func promptly(t *testing.T, what string, change func(n int) (shows func() bool)) {
	t.Helper()
	quickest := patience
	for n := range 5 {
		start := time.Now()
		within(t, patience, what+" shows", change(n))
		if quickest = min(quickest, time.Since(start)); quickest < 2*time.Second {
			return
		}
	}
	t.Errorf("%s shows after %v", what, quickest)
}

// within waits for something to become true.
func within(t *testing.T, limit time.Duration, what string, holds func() bool) {
	t.Helper()
	for start := time.Now(); time.Since(start) < limit; time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("not within %v: %s", limit, what)
}

// copyTree copies a file or a folder.
func copyTree(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return os.CopyFS(to, os.DirFS(from))
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o666)
}
