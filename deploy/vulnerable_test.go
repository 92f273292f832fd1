package deploy

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A database that cannot be reached is no success, and no vulnerability either.
func TestVulnerableSaysWhatItKnows(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the script is for a POSIX shell")
	}
	tool(t, "bash")
	for _, c := range []struct {
		name, says, code, env string
		want                  int
		told                  bool
	}{
		{"none is known", "No vulnerabilities found.", "0", "", 0, false},
		{"one is known", "Vulnerability #1: GO-2026-0001", "3", "", 1, false},
		{"the database is away", "govulncheck: fetching vulnerabilities: no such host", "1", "", 75, true},
		{"the database is away, on a forge", "govulncheck: fetching vulnerabilities: no such host", "1", "MINGFA_VULN=must", 1, true},
		{"govulncheck does not build", "build failed", "1", "", 1, false},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "go"), "#!/bin/sh\necho '"+c.says+"'\nexit "+c.code+"\n")
		if err := os.Chmod(filepath.Join(dir, "go"), 0o755); err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), "../.ci/vulnerable")
		cmd.Env = append(os.Environ(), "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"), "MINGFA_VULN=", c.env)
		out, err := cmd.CombinedOutput()
		code := 0
		if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
			code = failed.ExitCode()
		}
		if code != c.want || strings.Contains(string(out), "NOT CHECKED") != c.told || !strings.Contains(string(out), c.says) {
			t.Errorf("%s: %d %s", c.name, code, out)
		}
	}
}
