package hugo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestRenderPassesItsOwnEnvironment(t *testing.T) {
	for _, name := range []string{"HUGO_TITLE", "HTTPS_PROXY", "http_proxy", "GIT_DIR", "HUGO_PARAMS_X"} {
		t.Setenv(name, "outside")
	}
	dump := filepath.Join(t.TempDir(), "dump")
	bin, job := scripted(t, "dump "+dump)
	job.Config = []string{"hugo.toml", "/elsewhere/site.json"}
	if _, err := Render(t.Context(), bin, job); err != nil {
		t.Fatal(err)
	}
	got := read(t, dump)
	if strings.Contains(got, "outside") {
		t.Errorf("the environment of the machine reaches Hugo:\n%s", got)
	}
	for _, want := range []string{
		"--source\n" + job.Project, "--destination\n" + job.Destination, "--noBuildLock",
		"--cacheDir\n" + job.Work, "--config\nhugo.toml,/elsewhere/site.json",
		"HUGO_RESOURCEDIR=" + job.Work, "PATH=",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("Hugo did not get %q:\n%s", want, got)
		}
	}
}

// TestMemory: Hugo collects less often than Go does by itself, unless the machine
// says how often.
func TestMemory(t *testing.T) {
	for machine, want := range map[string]string{"": "GOGC=200", "50": "GOGC=50"} {
		t.Setenv("GOGC", machine)
		if machine == "" {
			os.Unsetenv("GOGC") // Setenv puts back what was there
		}
		dump := filepath.Join(t.TempDir(), "dump")
		bin, job := scripted(t, "dump "+dump)
		if _, err := Render(t.Context(), bin, job); err != nil {
			t.Fatal(err)
		}
		if got := read(t, dump) + "\n"; !strings.Contains(got, want+"\n") {
			t.Errorf("Hugo did not get %s:\n%s", want, got)
		}
	}
}

func TestRenderMeasures(t *testing.T) {
	bin, job := scripted(t, "pause")
	result, err := Render(t.Context(), bin, job)
	if err != nil {
		t.Fatal(err)
	}
	if result.Elapsed < 300*time.Millisecond || result.Elapsed > 30*time.Second {
		t.Errorf("Elapsed = %v", result.Elapsed)
	}
	if mb := result.PeakRSS >> 20; result.PeakRSS != 0 && (mb < 1 || mb > 500) {
		t.Errorf("PeakRSS = %d bytes", result.PeakRSS)
	}
}

func TestRenderFailures(t *testing.T) {
	const inner = `"@/layouts/page.html:1:3": execute of template failed: template: page.html:1:3: executing "page.html" at <partial "row.html" .>: error calling partial: "@/layouts/_partials/row.html:2:6": execute of template failed: can't evaluate field Zed`
	tests := []struct {
		name, script string
		want         []string // in the message, in this order
	}{
		{"the innermost template is named", "err WARN  x\nerr ERROR error building site: " + inner + "\nexit 1",
			[]string{"网页模板有错误：layouts/_partials/row.html:2:6：没有“Zed”这一项（在 partial \"row.html\" .）\n", "技术细节（Hugo 原话）：error building site", "can't evaluate field Zed"}},
		{"a place without a column", "err ERROR error building site: \"@/layouts/page.html:7\": parse of template failed\nexit 1",
			[]string{"网页模板有错误：layouts/page.html:7\n"}},
		{"content", "err ERROR error: \"@/content/a/index.md:2:7\": failed to extract shortcode\nexit 1",
			[]string{"网页内容有错误：content/a/index.md:2:7\n"}},
		{"configuration", "err ERROR failed to load config: \"@/hugo.toml:4:5\": unmarshal failed\nexit 1",
			[]string{"Hugo 的配置有错误：hugo.toml:4:5：设置读不懂\n"}},
		{"errorf, and the count of errors after it", "err ERROR boom\nerr ERROR error building site: logged 1 error(s)\nexit 1",
			[]string{"Hugo 无法生成网页\n", "技术细节（Hugo 原话）：boom"}},
		{"the error with a place is told", "err ERROR first\nerr ERROR \"@/layouts/a.html:1:1\": second\nexit 1",
			[]string{"网页模板有错误：layouts/a.html:1:1\n", "second"}},
		{"several lines", "err ERROR one\nerr two\nexit 1", []string{"one\n  two"}},
		{"no word", "exit 3", []string{"没有说明原因（退出码 3）"}},
		{"a panic", "err panic: oh\nerr of more\nerr goroutine 1\nexit 2", []string{"没有说明原因", "panic: oh\n  of more"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bin, job := scripted(t, "")
			write(t, filepath.Join(job.Project, "script"), strings.ReplaceAll(test.script, "@", job.Project))
			_, err := Render(t.Context(), bin, job)
			var failure *Failure
			if !errors.As(err, &failure) {
				t.Fatalf("got %v, want a Failure", err)
			}
			rest := err.Error()
			for _, want := range test.want {
				_, after, ok := strings.Cut(rest, want)
				if !ok {
					t.Fatalf("%q is missing (in this order) from:\n%s", want, err)
				}
				rest = after
			}
		})
	}
}

func TestRenderSurfacesWarnings(t *testing.T) {
	bin, job := scripted(t, "out noise\nerr WARN  careful\nerr still careful\nerr WARN  again")
	var told []Message
	job.Notify = func(m Message) { told = append(told, m) }
	result, err := Render(t.Context(), bin, job)
	if err != nil {
		t.Fatal(err)
	}
	if len(told) != 2 || len(result.Warnings) != 2 || told[0].Text != "careful\nstill careful" || told[1].Text != "again" {
		t.Errorf("told %q, result %q", told, result.Warnings)
	}
	if got, want := told[0].String(), "Hugo 提醒\n  技术细节（Hugo 原话）：careful\n  still careful"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestManyWarningsAreBounded(t *testing.T) {
	bin, job := scripted(t, strings.Repeat("err WARN  careful\n", 3*limit))
	result, err := Render(t.Context(), bin, job)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Warnings) != limit {
		t.Errorf("kept %d warnings, want %d", len(result.Warnings), limit)
	}
}

func TestCancelKillsTheWholeGroup(t *testing.T) {
	pidFile := filepath.Join(t.TempDir(), "pid")
	bin, job := scripted(t, "child "+pidFile+"\nsleep")
	ctx, cancel := context.WithCancelCause(t.Context())
	stop := errors.New("stopped")
	go func() {
		for range 500 {
			if raw, err := os.ReadFile(pidFile); err == nil && len(raw) > 0 {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		cancel(stop)
	}()
	start := time.Now()
	_, err := Render(ctx, bin, job)
	if !errors.Is(err, stop) {
		t.Errorf("got %v, want the cause of the cancellation", err)
	}
	if took := time.Since(start); took > 8*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	pid, err := strconv.Atoi(read(t, pidFile))
	if err != nil {
		t.Fatal(err)
	}
	if !gone(pid) {
		t.Errorf("the grandchild %d is still alive", pid)
	}
}

// gone waits until a process has ended: it does not exist, or is a zombie that
// its new parent has not yet collected.
func gone(pid int) bool {
	for range 200 {
		p, err := os.FindProcess(pid)
		if err != nil || p.Signal(syscall.Signal(0)) != nil {
			return true
		}
		if raw, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat"); err == nil && strings.Contains(string(raw), ") Z ") {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

func TestRenderWithoutHugo(t *testing.T) {
	_, job := scripted(t, "")
	plain, text := filepath.Join(t.TempDir(), "plain"), filepath.Join(t.TempDir(), "text")
	write(t, plain, "x")
	write(t, text, "not a program")
	if err := os.Chmod(text, 0o777); err != nil {
		t.Fatal(err)
	}
	for bin, want := range map[string]string{
		filepath.Join(t.TempDir(), "none"): "不存在", plain: "没有执行权限", text: "不是能在本机运行的程序",
	} {
		if _, err := Render(t.Context(), bin, job); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q in it", bin, err, want)
		}
	}
	job.Config = []string{"a,b.json"}
	if _, err := Render(t.Context(), plain, job); err == nil || !strings.Contains(err.Error(), "逗号") {
		t.Errorf("a comma in a path: got %v", err)
	}
}

// site writes a small project for the real Hugo.
func site(t *testing.T, page string) Job {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hugo.toml"), "title = '示例'\nbaseURL = 'https://mingfa.example/'\ndisableKinds = ['rss', 'sitemap', 'taxonomy', 'term', '404']\n")
	write(t, filepath.Join(dir, "layouts", "page.html"), page)
	write(t, filepath.Join(dir, "layouts", "list.html"), "<html><head></head><body>{{ .Title }}</body></html>")
	write(t, filepath.Join(dir, "layouts", "home.html"), "<html><head></head><body>{{ .Title }}</body></html>")
	write(t, filepath.Join(dir, "content", "reports", "shili", "2023", "index.md"), "{\"title\": \"报告\"}\n\n第一稿\n")
	return Job{Project: dir, Destination: filepath.Join(dir, "out"), Work: filepath.Join(dir, "work")}
}

func TestRealHugo(t *testing.T) {
	bin := realHugo(t)
	job := site(t, "<p>{{ .Title }}</p>{{ warnf \"小心\" }}")
	result, err := Render(t.Context(), bin, job)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(job.Destination, "reports", "shili", "2023", "index.html")); got != "<p>报告</p>" {
		t.Errorf("rendered %q", got)
	}
	if len(result.Warnings) != 1 || result.Warnings[0].Text != "小心" {
		t.Errorf("warnings %q", result.Warnings)
	}
	t.Logf("%v, %v of CPU, %d MB", result.Elapsed, result.CPU, result.PeakRSS>>20)

	write(t, filepath.Join(job.Project, "layouts", "page.html"), "<p>\n  {{ .Nothing }}</p>")
	_, err = Render(t.Context(), bin, job)
	if err == nil || !strings.Contains(err.Error(), "网页模板有错误：layouts/page.html:2:5") || !strings.Contains(err.Error(), "can't evaluate field Nothing") {
		t.Errorf("got %v", err)
	}
	for _, leftover := range []string{"resources", ".hugo_build.lock"} {
		if _, err := os.Stat(filepath.Join(job.Project, leftover)); err == nil {
			t.Errorf("Hugo left %s in the project", leftover)
		}
	}
}
