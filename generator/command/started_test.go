package command

import (
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

func TestStartedAs(t *testing.T) {
	for _, c := range []struct{ first, executable, want string }{
		{"/tmp/go-build1234/b001/exe/generator", "/tmp/go-build1234/b001/exe/generator", "go run ./generator"},
		{"/home/a/.cache/go-build/ed/edd97b84a39d3ba4ca2eac30f25363557af3c9de5dcb7a15941cc55f9d387bf7-d/generator", "/home/a/.cache/go-build/ed/edd97b84a39d3ba4ca2eac30f25363557af3c9de5dcb7a15941cc55f9d387bf7-d/generator", "go run ./generator"},
		{"mingfa", "/usr/local/bin/mingfa", "mingfa"},
		{"./mingfa", "/home/a/mingfa", "./mingfa"},
		{"", "", "mingfa"},
	} {
		if got := StartedAs(c.first, c.executable); got != c.want {
			t.Errorf("StartedAs(%q, %q) = %q, want %q", c.first, c.executable, got, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	if runtime.GOOS == "windows" {
		if got := quoted(`C:\ming fa\mingfa`); got != `"C:\ming fa\mingfa"` {
			t.Errorf("got %s", got)
		}
		return
	}
	for path, want := range map[string]string{
		"/opt/示例/mingfa":       "/opt/示例/mingfa",
		"/opt/ming fa/mingfa":  `'/opt/ming fa/mingfa'`,
		`/opt/a"$HOME"/mingfa`: `'/opt/a"$HOME"/mingfa'`,
		"/opt/it's/mingfa":     `'/opt/it'\''s/mingfa'`,
		"/opt/$x/mingfa":       `'/opt/$x/mingfa'`,
	} {
		if got := quoted(path); got != want {
			t.Errorf("quoted(%s) = %s, want %s", path, got, want)
		}
	}
}

// What go run started names itself as it was typed, also where go run starts
// what it kept in its cache: a path of that cache is of no use to anybody.
func TestHintsUnderGoRun(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		hugotest.Lacking(t, "go is not installed")
	}
	for _, args := range [][]string{{"build", "--too"}, {"build", "--too"}, {"extract"}, {"hooks", "remove"}, {"nonsense"}, {"check", "--help"}} {
		cmd := exec.Command("go", append([]string{"run", "./generator"}, args...)...)
		cmd.Dir = "../.."
		out, _ := cmd.CombinedOutput() // go run ends with a status of its own
		if said := string(out); strings.Contains(said, "go-build") || strings.Contains(said, "-d/generator") || !strings.Contains(said, "go run ./generator") {
			t.Errorf("%v says:\n%s", args, said)
		}
	}
}
