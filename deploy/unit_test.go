package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
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
	for _, name := range []string{"mingfa.service", "mingfa.timer"} {
		text := strings.ReplaceAll(read(t, name), "/opt/mingfa/mingfa ", mingfa+" ")
		text = strings.ReplaceAll(text, "/opt/mingfa/changed.sh ", mingfa+" ")
		write(t, filepath.Join(dir, name), text)
		units = append(units, filepath.Join(dir, name))
	}
	if out := run(t, dir, nil, analyze, append([]string{"verify", "--man=no"}, units...)...); strings.Contains(out, dir) {
		t.Errorf("systemd says:\n%s", out)
	}
	// Exposure from 0 to 10, here in tenths: 1.0 is what it calls safe.
	run(t, dir, nil, analyze, "security", "--offline=true", "--no-pager", "--threshold=10", units[0])
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
	if err := os.Rename(stamp+".next", stamp); err != nil {
		t.Fatal(err)
	}
	if got := status(); got != 1 {
		t.Errorf("what was just published: %d", got)
	}
	age(30*time.Minute, stamp)
	age(10*time.Minute, report)
	if got := status(); got != 0 {
		t.Errorf("a changed report: %d", got)
	}
	age(time.Hour, report)
	if got := status(); got != 1 {
		t.Errorf("an unchanged report: %d", got)
	}
	if err := os.Remove(report); err != nil {
		t.Fatal(err)
	}
	age(10*time.Minute, filepath.Dir(report))
	if got := status(); got != 0 {
		t.Errorf("a report taken away: %d", got)
	}
	age(time.Hour, filepath.Dir(report))
	age(-time.Hour, filepath.Join(portal, "hugo.toml"))
	if got := status(); got != 0 {
		t.Errorf("a file from a clock that is ahead: %d", got)
	}
}
