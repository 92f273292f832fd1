package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestUnits has systemd read the units, with the programs that they name in a
// folder of the test.
func TestUnits(t *testing.T) {
	analyze := tool(t, "systemd-analyze")
	mingfa, _ := fakeProgram(t)
	dir := t.TempDir()
	var units []string
	for _, name := range []string{"mingfa.service", "mingfa.timer", "mingfa-finish.service", "mingfa-finish.timer"} {
		text := strings.ReplaceAll(read(t, name), "/opt/mingfa/mingfa ", mingfa+" ")
		text = strings.ReplaceAll(text, "/opt/mingfa/changed.sh ", mingfa+" ")
		write(t, filepath.Join(dir, name), text)
		units = append(units, filepath.Join(dir, name))
	}
	if out := run(t, dir, nil, analyze, append([]string{"verify", "--man=no"}, units...)...); strings.Contains(out, dir) {
		t.Errorf("systemd says:\n%s", out)
	}
	// Exposure from 0 to 10, here in tenths: 1.0 is what it calls safe.
	for _, service := range []string{units[0], units[2]} {
		run(t, dir, nil, analyze, "security", "--offline=true", "--no-pager", "--threshold=10", service)
	}
}

// TestUnitsHaveLimits: a template that takes all of a machine takes no more than the
// unit may.
func TestUnitsHaveLimits(t *testing.T) {
	for _, name := range []string{"mingfa.service", "mingfa-finish.service"} {
		for _, want := range []string{"MemoryMax=", "TasksMax=", "LimitFSIZE=", "LimitCORE=0", "TimeoutStartSec=", "UMask=0022"} {
			if !strings.Contains(read(t, name), "\n"+want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
	}
}

// TestLimitsOfUnitsAreSane: the limits hold what an honest site takes, and no more than a machine has.
func TestLimitsOfUnitsAreSane(t *testing.T) {
	const gigabyte = 1 << 30
	for _, name := range []string{"mingfa.service", "mingfa-finish.service"} {
		set := map[string]string{}
		for line := range strings.Lines(read(t, name)) {
			if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok && !strings.HasPrefix(line, "#") {
				set[key] = value
			}
		}
		for key, of := range map[string]struct{ least, most int64 }{
			// Hugo is let take 2 GB and more for a large site, beside the program itself.
			"MemoryMax": {3 * gigabyte, 8 * gigabyte}, "MemorySwapMax": {0, 0},
			// A Go program has some threads for each processor; a storm of children has thousands.
			"TasksMax": {100, 1000},
			// Hugo's own limit of a file is 1 GB.
			"LimitFSIZE": {gigabyte + 1, 8 * gigabyte}, "LimitCORE": {0, 0},
			// A push may take half an hour.
			"TimeoutStartSec": {31 * 60, 3 * 3600},
		} {
			if n := sizeOf(t, set[key]); n < of.least || n > of.most {
				t.Errorf("%s: %s=%s is not between %d and %d", name, key, set[key], of.least, of.most)
			}
		}
	}
}

// sizeOf reads a value as systemd.syntax(7) has it, in bytes or seconds; -1 for one without a bound (infinity, or none).
func sizeOf(t *testing.T, value string) int64 {
	t.Helper()
	m := regexp.MustCompile(`^(\d+)([KMGhs]|min)?$`).FindStringSubmatch(value)
	if m == nil {
		return -1
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n * map[string]int64{"": 1, "s": 1, "min": 60, "h": 3600, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}[m[2]]
}

func TestChanged(t *testing.T) {
	sh := tool(t, "sh")
	dir := t.TempDir()
	portal, stamp := filepath.Join(dir, "portal"), filepath.Join(dir, "published")
	report := filepath.Join(portal, "seeds", "shili", "2023.txt")
	status := func() int {
		t.Helper()
		cmd := exec.Command(sh, "changed.sh", portal, stamp)
		if err := cmd.Run(); cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return cmd.ProcessState.ExitCode()
	}
	if got := status(); got != 255 {
		t.Errorf("without a portal: %d", got)
	}
	if err := os.MkdirAll(filepath.Dir(report), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, report, "x")
	write(t, filepath.Join(portal, "hugo.toml"), "x")
	age := func(by time.Duration, paths ...string) {
		t.Helper()
		for _, p := range paths {
			at := time.Now().Add(-by)
			if err := os.Chtimes(p, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := []string{report, filepath.Dir(report), filepath.Join(portal, "seeds"), filepath.Join(portal, "hugo.toml")}
	if got := status(); got != 1 {
		t.Errorf("while a copy may be under way: %d", got)
	}
	age(time.Hour, all...)
	if got := status(); got != 0 {
		t.Errorf("what was never published: %d", got)
	}
	published := func() {
		t.Helper()
		if err := os.Rename(stamp+".next", stamp); err != nil {
			t.Fatal(err)
		}
		if got := status(); got != 1 {
			t.Errorf("what was just published: %d", got)
		}
	}
	published()
	age(10*time.Minute, report)
	if got := status(); got != 0 {
		t.Errorf("a changed report: %d", got)
	}
	published()
	// A copy that keeps the old date, of the same length.
	copied := filepath.Join(portal, "copied")
	write(t, copied, "y")
	age(10*time.Minute, copied)
	info, err := os.Stat(report)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(copied, report); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(report, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if got := status(); got != 0 {
		t.Errorf("a copy with the old date: %d", got)
	}
	published()
	// What publishing writes into the portal.
	made := filepath.Join(portal, "content", "reports", "shili", "index.md")
	if err := os.MkdirAll(filepath.Dir(made), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, made, "x")
	if got := status(); got != 1 {
		t.Errorf("a page that was generated: %d", got)
	}
	if err := os.Remove(report); err != nil {
		t.Fatal(err)
	}
	if got := status(); got != 0 {
		t.Errorf("a report taken away: %d", got)
	}
	published()
	age(-time.Hour, filepath.Join(portal, "hugo.toml"))
	if got := status(); got != 0 {
		t.Errorf("a file from a clock that is ahead: %d", got)
	}
	published()
	// Of a portal in git commits count, and nothing else.
	head := filepath.Join(portal, ".git", "HEAD")
	if err := os.Mkdir(filepath.Dir(head), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, head, "x")
	age(time.Hour, head)
	if got := status(); got != 0 {
		t.Errorf("a commit: %d", got)
	}
	published()
	write(t, filepath.Join(portal, "seeds", "x"), "x")
	if got := status(); got != 1 {
		t.Errorf("what is not committed: %d", got)
	}
}
