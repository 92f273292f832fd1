package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestRestore: a backup made as OPERATIONS says is put back, and verified; anything
// else leaves what is there.
func TestRestore(t *testing.T) {
	tool(t, "tar")
	mingfa, calls := fakeProgram(t)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "old/srv/mingfa/site/releases/20261124T040000Z"), map[string]string{"index.html": "x"})
	put(t, filepath.Join(dir, "old/srv/git/portal.git"), map[string]string{"HEAD": "x"})
	if err := os.Symlink("releases/20261124T040000Z", filepath.Join(dir, "old/srv/mingfa/site/current")); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(dir, "mingfa-backup.tar.gz")
	run(t, dir, nil, "tar", "-C", filepath.Join(dir, "old"), "-czf", backup, "srv/mingfa", "srv/git")
	restore := func(args ...string) (string, int) {
		t.Helper()
		cmd := exec.Command("sh", append([]string{"restore.sh"}, args...)...)
		cmd.Env = append(os.Environ(), "MINGFA="+mingfa)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	root := filepath.Join(dir, "new")
	if err := os.Mkdir(root, 0o755); err != nil {
		t.Fatal(err)
	}
	out, status := restore(backup, root)
	if status != 0 || calls() != "verify "+root+"/srv/mingfa/site\n" || read(t, filepath.Join(root, "srv/mingfa/site/current/index.html")) != "x" {
		t.Errorf("status %d, %q, called as %q", status, out, calls())
	}
	if out, status := restore(backup, root); status != 2 || !strings.Contains(out, "已经有文件，没有恢复") {
		t.Errorf("over what is there: %d, %s", status, out)
	}
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	broken, foreign := filepath.Join(dir, "broken.tar.gz"), filepath.Join(dir, "foreign.tar.gz")
	write(t, broken, read(t, backup)[:100])
	run(t, dir, nil, "tar", "-czf", foreign, "mingfa-backup.tar.gz")
	for file, want := range map[string]string{broken: "已经损坏", foreign: "以外的文件", filepath.Join(dir, "none"): "找不到备份"} {
		if out, status := restore(file, empty); status != 2 || !strings.Contains(out, want) {
			t.Errorf("%s: %d, %s", file, status, out)
		}
	}
	if left, _ := os.ReadDir(empty); len(left) > 0 {
		t.Errorf("something was restored: %v", left)
	}
}
