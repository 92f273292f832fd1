package command

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kills is how many are tried: a few, or as many as MINGFA_KILLS says.
func kills(t *testing.T, few int) int {
	t.Helper()
	text := os.Getenv("MINGFA_KILLS")
	if text == "" {
		return few
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// running are the processes whose command line holds a word.
func running(word string) (pids []int) {
	all, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range all {
		raw, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(raw), word) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil && pid != os.Getpid() {
			pids = append(pids, pid)
		}
	}
	return pids
}

// gone waits until no process has a word in its command line.
func gone(t *testing.T, word, when string) {
	t.Helper()
	for began := time.Now(); len(running(word)) > 0; time.Sleep(5 * time.Millisecond) {
		if time.Since(began) > 10*time.Second {
			t.Errorf("%s: processes go on: %v", when, running(word))
			return
		}
	}
}

// TestKilledPublisher kills a publisher at moments that nobody chose, most of them
// while Hugo works: no Hugo goes on, the site is whole, the next run succeeds, and
// nothing is left.
func TestKilledPublisher(t *testing.T) {
	d := newDesk(t)
	before := filesOf(t, filepath.Join(d.to, "current"))
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range kills(t, 8) {
		cmd := exec.Command(d.program, "publish", "--to", d.to)
		cmd.Dir = d.work
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.IntN(700)) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		gone(t, d.to, fmt.Sprintf("after kill %d", i))
		if now := filesOf(t, filepath.Join(d.to, "current")); now["index.html"] == "" || now["reports/shili/2023/report.json"] != before["reports/shili/2023/report.json"] {
			t.Fatalf("after kill %d the site is not whole", i)
		}
	}
	command(t, 0, "verify", d.to)
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	command(t, 0, "publish", "--to", d.to)
	d.shows("/reports/shili/2022/", "58")
	leftBehind(t, d.to)
}

// TestKilledHooks kills the hooks of pushes. Whatever git then thinks of a push, the
// site is whole, and what was accepted is published by who finishes it.
func TestKilledHooks(t *testing.T) {
	d := newDesk(t)
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	rng := rand.New(rand.NewPCG(5, 6))
	for i := range kills(t, 6) {
		writeFile(t, "seeds/shili/2022.txt", strings.ReplaceAll(good2022, "58", strconv.Itoa(100+i)))
		commit(t, ".")
		push := exec.Command("git", "push", "-q", "origin", "main")
		push.Dir = d.work
		if err := push.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.IntN(1200)) * time.Millisecond)
		for _, pid := range running(d.program) {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		_ = push.Wait()
		gone(t, d.to, fmt.Sprintf("after kill %d", i))
		if status, _ := d.get("/"); status != 200 {
			t.Fatalf("after kill %d the home page answers %d", i, status)
		}
	}
	_, _ = tryGit(t, d.work, "push", "-q", "origin", "main")
	if out, err := exec.Command(d.program, "hooks", "finish", d.bare).CombinedOutput(); err != nil {
		t.Errorf("finishing: %v\n%s", err, out)
	}
	d.shows("/reports/shili/2022/", strconv.Itoa(100+kills(t, 6)-1))
	command(t, 0, "verify", d.to)
	leftBehind(t, d.to)
	if left, _ := filepath.Glob(filepath.Join(tmp, "mingfa-*")); len(left) > 0 {
		t.Errorf("left in the temporary folder: %v", left)
	}
}

// leftBehind fails for what a killed publisher left in a store.
func leftBehind(t *testing.T, to string) {
	t.Helper()
	for _, pattern := range []string{".work*", ".publish.lock", ".current*", ".published*", ".releases*", "releases/.*"} {
		if left, _ := filepath.Glob(filepath.Join(to, pattern)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}
