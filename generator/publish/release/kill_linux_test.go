package release

import (
	"bufio"
	"fmt"
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

// TestMain lets the test binary publish in a process that the test can kill,
// or that has a full disk.
func TestMain(m *testing.M) {
	if dir := os.Getenv("PUBLISH_TO"); dir != "" {
		os.Exit(publishChild(dir))
	}
	os.Exit(m.Run())
}

// publishChild publishes versions from PUBLISH_FROM on, PUBLISH_COUNT of them.
// At the step called PUBLISH_KILL it kills itself.
func publishChild(dir string) int {
	s, err := Open(dir, 3)
	if err != nil {
		fmt.Println(err)
		return 2
	}
	s.now = func() time.Time { return noon }
	s.step = func(name string) {
		if name == os.Getenv("PUBLISH_KILL") {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
	if limit, err := strconv.ParseUint(os.Getenv("PUBLISH_LIMIT"), 10, 64); err == nil {
		if err := limitFiles(limit); err != nil {
			fmt.Println(err)
			return 2
		}
	}
	from, _ := strconv.Atoi(os.Getenv("PUBLISH_FROM"))
	count, _ := strconv.Atoi(os.Getenv("PUBLISH_COUNT"))
	fmt.Println("started")
	for i := range count {
		if err := publishAlone(s, from+i); err != nil {
			fmt.Println(err)
			return 1
		}
	}
	return 0
}

func publishAlone(s *Store, version int) error {
	d, err := s.Begin(background, ofA, nil)
	if err != nil {
		return err
	}
	defer d.Close()
	for name, text := range siteOf(version) {
		path := filepath.Join(d.Path(), filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			return err
		}
	}
	d.Update([]Report{{Key: "shili/2023", SHA256: Sum(nil)}})
	_, err = d.Publish(background, input)
	return err
}

func child(dir string, env ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), append(env, "PUBLISH_TO="+dir)...)
	return cmd
}

// TestKilledAtEachStep kills a publisher before each change that outlives it.
// The live site stays whole, the next publish succeeds, and nothing is left.
func TestKilledAtEachStep(t *testing.T) {
	steps := []string{"sync", "rename", "swap", "record", "prune", "remove"}
	for _, step := range steps {
		s := newStore(t, 3)
		for i := range 3 {
			publish(t, s, siteOf(i))
		}
		cmd := child(s.dir, "PUBLISH_KILL="+step, "PUBLISH_FROM=3", "PUBLISH_COUNT=1")
		if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(err.Error(), "killed") {
			t.Errorf("%s: the publisher was not killed: %v\n%s", step, err, out)
		}
		sound(t, s)
		want := "version 3 "
		if step == "sync" || step == "rename" || step == "swap" {
			want = "version 2 "
		}
		if got := readIndex(t, s); !strings.Contains(got, want) {
			t.Errorf("%s: the live site is not %s: %.60q", step, want, got)
		}
		recovers(t, s, step)
	}
}

// recovers publishes once more and looks for what may be left.
func recovers(t *testing.T, s *Store, when string) {
	t.Helper()
	done := publish(t, s, siteOf(99), Report{Key: "shili/2023", SHA256: Sum(nil)})
	sound(t, s)
	for _, n := range done.Notices {
		t.Errorf("%s: the next publish says: %s", when, n)
	}
	if got := readIndex(t, s); !strings.Contains(got, "version 99 ") {
		t.Errorf("%s: the next publish is not live", when)
	}
	for _, pattern := range []string{".*", "releases/.*"} {
		left, _ := filepath.Glob(filepath.Join(s.dir, pattern))
		left = slices.DeleteFunc(left, func(path string) bool { return filepath.Base(path) == leftName }) // of the last release
		if len(left) > 0 {
			t.Errorf("%s: left behind: %v", when, left)
		}
	}
	record, fault := readRecordFile(filepath.Join(s.dir, RecordName))
	if fault != nil || record.Reports["shili/2023"].Day != "2026-11-24" {
		t.Errorf("%s: the record holds %v, %v", when, record, fault)
	}
}

// TestKilledAtAnyMoment kills a publisher that publishes on and on, at moments
// that nobody chose.
func TestKilledAtAnyMoment(t *testing.T) {
	s := newStore(t, 3)
	publish(t, s, siteOf(0))
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		cmd := child(s.dir, "PUBLISH_FROM="+strconv.Itoa(1000*i), "PUBLISH_COUNT=1000")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, _ := bufio.NewReader(out).ReadString('\n'); line != "started\n" {
			t.Fatalf("the publisher says %q", line)
		}
		time.Sleep(time.Duration(rng.IntN(60)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		sound(t, s)
		if t.Failed() {
			t.Fatalf("after kill %d", i)
		}
	}
	recovers(t, s, "in the end")
}

// TestFilesTooLarge limits the size of a file that the publisher may write: as
// on a full disk, some writes succeed and one fails.
func TestFilesTooLarge(t *testing.T) {
	s := newStore(t, 3)
	publish(t, s, siteOf(1))
	for _, limit := range []int{0, 100, 400, 700, 900, 2000} {
		out, err := child(s.dir, "PUBLISH_FROM=2", "PUBLISH_COUNT=1", "PUBLISH_LIMIT="+strconv.Itoa(limit)).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "file too large") {
			t.Errorf("limit %d: %v\n%s", limit, err, out)
		}
		sound(t, s)
		if got := readIndex(t, s); !strings.Contains(got, "version 1 ") {
			t.Errorf("limit %d: the live site is %.60q", limit, got)
		}
		list, _ := s.List()
		if len(list) != 1 {
			t.Errorf("limit %d: %d releases", limit, len(list))
		}
	}
	recovers(t, s, "in the end")
}
