package command

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kills counts what is tried: a few, or as many as MINGFA_KILLS says. On a machine that is too slow for all of
// them it ends when a third of the tests' time is used.
func kills(t *testing.T, few int) iter.Seq[int] {
	t.Helper()
	if text := os.Getenv("MINGFA_KILLS"); text != "" {
		var err error
		if few, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	deadline, bounded := t.Deadline()
	end := time.Now().Add(time.Until(deadline) / 3)
	return func(yield func(int) bool) {
		for i := range few {
			if bounded && time.Now().After(end) {
				t.Logf("%d of %d were tried: there is no time for more", i, few)
				return
			}
			if !yield(i) {
				return
			}
		}
	}
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

// TestKilledPublisher kills a publisher at moments that nobody chose, spread over
// the whole of a run: no Hugo goes on, the site is whole, and the very next run
// succeeds and leaves nothing, after each kill anew.
func TestKilledPublisher(t *testing.T) {
	d := newDesk(t)
	rng := rand.New(rand.NewPCG(3, 4))
	took, during := 700*time.Millisecond, map[string]int{}
	for i := range kills(t, 8) {
		writeFile(t, "seeds/shili/2022.txt", strings.ReplaceAll(good2022, "58", strconv.Itoa(100+i)))
		commit(t, ".")
		cmd := exec.Command(d.program, "publish", "--to", d.to)
		cmd.Dir = d.work
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int64N(int64(took))))
		stage := "before or after Hugo"
		if len(running(d.to)) > 1 {
			stage = "beside Hugo"
		}
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err == nil {
			stage = "at its end"
		}
		during[stage]++
		gone(t, d.to, fmt.Sprintf("after kill %d", i))
		command(t, 0, "verify", d.to) // the site from before or the new one, but whole
		began := time.Now()
		command(t, 0, "publish", "--to", d.to)
		took = time.Since(began)
		d.shows("/reports/shili/2022/", strconv.Itoa(100+i))
		leftBehind(t, d.to)
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
	}
	command(t, 0, "verify", d.to)
	t.Logf("killed: %v", during)
}

// hookNames are the two hooks of a push, as their processes are started.
var hookNames = []string{"pre-receive", "post-receive"}

// running says which processes run a hook of the desk.
func (d *desk) running(hook string) []int {
	return slices.DeleteFunc(running(d.program+"\x00hooks\x00"+hook), func(pid int) bool {
		at, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid))
		return err != nil || at != d.program
	})
}

// startHook pushes, and waits until a hook runs.
func (d *desk) startHook(hook string) *exec.Cmd {
	d.t.Helper()
	push := exec.Command("git", "push", "-q", "origin", "main")
	push.Dir = d.work
	if err := push.Start(); err != nil {
		d.t.Fatal(err)
	}
	for began := time.Now(); len(d.running(hook)) == 0; time.Sleep(10 * time.Millisecond) {
		if time.Since(began) > time.Minute {
			d.t.Fatalf("%s did not start", hook)
		}
	}
	return push
}

// TestKilledHooks kills the hooks of pushes, the one before git accepts a push and the one after in turn, at
// moments spread over the whole of their runs. Whatever git then thinks of it, the site is whole, what was
// accepted is published by who finishes it, and what was not is taken by the next push, each time.
func TestKilledHooks(t *testing.T) {
	d := newDesk(t)
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	rng := rand.New(rand.NewPCG(5, 6))
	edit := func(number int) {
		writeFile(t, "seeds/shili/2022.txt", strings.ReplaceAll(good2022, "58", strconv.Itoa(number)))
		commit(t, ".")
	}
	took := map[string]time.Duration{} // by a hook that nobody kills
	for i, hook := range hookNames {
		edit(90 + i)
		push, began := d.startHook(hook), time.Now()
		for len(d.running(hook)) > 0 {
			time.Sleep(5 * time.Millisecond)
		}
		took[hook] = time.Since(began)
		if err := push.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	tried, midst := 0, map[string]int{}
	for i := range kills(t, 8) {
		tried++
		hook := hookNames[i%len(hookNames)]
		edit(100 + i)
		push := d.startHook(hook)
		wait := time.Duration(rng.Int64N(int64(took[hook])))
		time.Sleep(wait)
		caught := 0
		for _, pid := range d.running(hook) {
			if syscall.Kill(pid, syscall.SIGKILL) == nil {
				caught++
			}
		}
		accepted := push.Wait() == nil
		if caught > 0 {
			midst[hook]++
			if hook == "pre-receive" && accepted {
				t.Errorf("kill %d: git accepted a push that nobody had looked at to the end", i)
			}
		} else {
			took[hook] = (took[hook] + wait) / 2 // the machine is faster now
		}
		gone(t, d.to, fmt.Sprintf("after kill %d", i))
		if status, _ := d.get("/"); status != 200 {
			t.Fatalf("after kill %d the home page answers %d", i, status)
		}
		if out, err := tryGit(t, d.work, "push", "-q", "origin", "main"); err != nil {
			t.Fatalf("after kill %d the next push: %v\n%s", i, err, out)
		}
		if out, err := exec.Command(d.program, "hooks", "finish", d.bare).CombinedOutput(); err != nil {
			t.Fatalf("after kill %d finishing: %v\n%s", i, err, out)
		}
		d.shows("/reports/shili/2022/", strconv.Itoa(100+i))
		leftBehind(t, d.to)
		if left, _ := filepath.Glob(filepath.Join(tmp, "mingfa-*")); len(left) > 0 {
			t.Errorf("left in the temporary folder: %v", left)
		}
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
	}
	command(t, 0, "verify", d.to)
	t.Logf("killed: of %d hooks in the midst of their run %d before git accepted the push, %d after", tried, midst["pre-receive"], midst["post-receive"])
	for _, hook := range hookNames {
		if tried >= 4 && 2*midst[hook] < tried/len(hookNames) {
			t.Errorf("%s: most kills found nothing running: %v of %d", hook, midst, tried)
		}
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
