package hugo

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestLimits: whatever a template does, a rendering ends, soon, with one Chinese
// message that holds neither states of goroutines nor folders of the server.
func TestLimits(t *testing.T) {
	again := filepath.Join(t.TempDir(), "again")
	for name, test := range map[string]struct {
		script string
		limits Limits
		want   string // "" for a rendering that ends well
	}{
		"no end":                 {"spin", Limits{Time: 300 * time.Millisecond}, "生成网页超过"},
		"no end, said why":       {"err ERROR render of \"x\" failed\nspin", Limits{Time: 500 * time.Millisecond}, "render of \"x\" failed"},
		"stopped for good":       {"sleep", Limits{Idle: 200 * time.Millisecond, Time: time.Minute}, "Hugo 停住不动了"},
		"stopped, said why":      {"err ERROR render of \"x\" failed\nsleep", Limits{Idle: 200 * time.Millisecond, Time: time.Minute}, "render of \"x\" failed"},
		"stopped once":           {"once " + again + "\nsleep\nout done", Limits{Idle: 300 * time.Millisecond, Time: time.Minute}, ""},
		"much memory":            {"hog 2000", Limits{Memory: 300 << 20, Time: time.Minute}, "Hugo 用的内存超过 300 MB"},
		"much memory, a crash":   {"hog 300\nerr SIGSEGV: segmentation violation\nexit 2", Limits{Memory: 500 << 20, Time: time.Minute}, "Hugo 用的内存超过 500 MB"},
		"a crash, little memory": {"hog 20\nerr SIGSEGV: segmentation violation\nexit 2", Limits{Memory: 300 << 20, Time: time.Minute}, "Hugo 意外停止"},
		"enough memory":          {"hog 50", Limits{Memory: 600 << 20, Time: time.Minute}, ""},
		"a file without end":     {"fill 1100 " + filepath.Join(t.TempDir(), "x"), Limits{Memory: 600 << 20, Time: time.Minute}, "file too large"},
		"a long line":            {"err ERROR " + strings.Repeat("x", 1<<20) + "\nexit 1", Limits{}, "Hugo 无法生成网页"},
		"a pause is no stop":     {"pause", Limits{Idle: 2 * time.Second, Time: time.Minute}, ""},
		"a crash":                {"err panic: oh\nerr goroutine 1 [running]:\nerr /src/secret/place.go:1\nexit 2", Limits{}, "panic: oh"},
		"a crash of the runtime": {"err fatal error: concurrent map writes\nerr \nerr goroutine 1 [running]:\nerr main.go:1\nexit 2", Limits{}, "fatal error"},
	} {
		t.Run(name, func(t *testing.T) {
			bin, job := scripted(t, test.script)
			job.Limits = test.limits
			began := time.Now()
			_, err := Render(t.Context(), bin, job)
			said := ""
			if err != nil {
				said = err.Error()
			}
			var failure *Failure
			if (test.want == "") != (err == nil) || !strings.Contains(said, test.want) || err != nil && !errors.As(err, &failure) {
				t.Errorf("got %.400q", said)
			}
			if strings.Contains(said, "goroutine") || strings.Contains(said, "place.go") || len(said) > 100<<10 {
				t.Errorf("the message holds what nobody can use: %.400q", said)
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

// TestOrphans: a Hugo ends with the program that started it, also where that is
// killed and can end nothing.
func TestOrphans(t *testing.T) {
	if os.Getenv("MINGFA_TEST_PARENT") != "" {
		_, _ = Render(context.Background(), os.Getenv("MINGFA_TEST_PARENT"), Job{Project: os.Getenv("MINGFA_TEST_DIR"), Destination: "out", Work: os.Getenv("MINGFA_TEST_DIR")})
		return
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		dir := t.TempDir()
		note := filepath.Join(dir, "pid")
		write(t, filepath.Join(dir, "script"), "pid "+note+"\nspin")
		cmd := exec.Command(exe, "-test.run", "^TestOrphans$")
		cmd.Env = append(os.Environ(), "MINGFA_TEST_PARENT="+fake(t, "fake-hugo"), "MINGFA_TEST_DIR="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		pid := 0
		for began := time.Now(); pid == 0 && time.Since(began) < 20*time.Second; time.Sleep(5 * time.Millisecond) {
			raw, _ := os.ReadFile(note)
			pid, _ = strconv.Atoi(string(raw))
		}
		if pid == 0 {
			t.Fatal("no child was started")
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		gone := false
		for began := time.Now(); !gone && time.Since(began) < 10*time.Second; time.Sleep(5 * time.Millisecond) {
			gone = syscall.Kill(pid, 0) != nil || isZombie(pid)
		}
		if !gone {
			t.Errorf("process %d goes on", pid)
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	}
}

// isZombie reports whether a process has ended and only waits to be asked for.
func isZombie(pid int) bool {
	raw, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err != nil || strings.Contains(string(raw), ") Z ")
}

// TestFailingTemplateEnds: Hugo 0.165 stops for good now and then when ten pages
// fail. A run ends all the same, by what Hugo says of a template.
func TestFailingTemplateEnds(t *testing.T) {
	bin := realHugo(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hugo.toml"), "baseURL = \"/\"\n")
	write(t, filepath.Join(dir, "layouts", "page.html"), "{{ .Nope.Nope }}")
	write(t, filepath.Join(dir, "layouts", "home.html"), "x")
	for i := range 300 {
		write(t, filepath.Join(dir, "content", strconv.Itoa(i)+".md"), "+++\ntitle = \"x\"\n+++\n")
	}
	for range 6 {
		job := Job{Project: dir, Destination: filepath.Join(dir, "public"), Work: filepath.Join(dir, "work"), Limits: Limits{Idle: 2 * time.Second, Time: time.Minute}}
		if _, err := Render(t.Context(), bin, job); err == nil || !strings.Contains(err.Error(), "网页模板有错误：layouts/page.html:1") || strings.Contains(err.Error(), dir) {
			t.Errorf("got %v", err)
		}
	}
}

func TestLimitsOfTheEnvironment(t *testing.T) {
	small, err := LimitsFor(10)
	if err != nil {
		t.Fatal(err)
	}
	large, err := LimitsFor(10_000)
	if err != nil || large.Time <= small.Time || large.Memory < small.Memory || small.Time < time.Minute {
		t.Errorf("%v for 10 pages, %v for 10,000, %v", small, large, err)
	}
	t.Setenv(minutesName, "7")
	t.Setenv(memoryName, "512")
	if l, err := LimitsFor(10); err != nil || l.Time != 7*time.Minute || l.Memory != 512<<20 {
		t.Errorf("%v, %v", l, err)
	}
	for _, bad := range []string{"0", "-1", "x", "1.5", "99999999999"} {
		t.Setenv(minutesName, bad)
		if _, err := LimitsFor(10); err == nil || !strings.Contains(err.Error(), minutesName) {
			t.Errorf("%s minutes: %v", bad, err)
		}
	}
}
