package lock

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestMain lets the test binary hold a lock until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("HOLD_LOCK"); path != "" {
		if l, err := Try(path); err != nil || l == nil {
			os.Exit(1)
		}
		os.Stdout.WriteString("held\n")
		select {}
	}
	os.Exit(m.Run())
}

func TestOneHolderAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "x.lock")
	var holders, waited atomic.Int32
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			l, err := Acquire(t.Context(), path, func() { waited.Add(1) })
			if err != nil {
				t.Error(err)
				return
			}
			if holders.Add(1) != 1 {
				t.Error("two hold the lock")
			}
			holders.Add(-1)
			l.Release()
			l.Release()
		})
	}
	wg.Wait()
	if _, err := os.Stat(path); err == nil {
		t.Error("the lock's file is left")
	}
}

// A holder removes the file of its lock: who had opened it just before that locks
// a file that the next run does not see.
func TestLockOfARemovedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	var holders, taken atomic.Int32
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for taken.Load() < 300 {
				l, err := Try(path)
				if err != nil {
					t.Error(err)
					return
				}
				if l == nil {
					continue
				}
				if holders.Add(1) != 1 {
					t.Error("two hold the lock")
				}
				taken.Add(1)
				time.Sleep(20 * time.Microsecond) // for another to come
				holders.Add(-1)
				l.Release()
			}
		})
	}
	wg.Wait()
}

func TestKilledHolderFreesTheLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "HOLD_LOCK="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other process said %q", line)
	}
	if l, err := Try(path); err != nil || l != nil {
		t.Errorf("took a lock that another process holds: %v", err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	if l, err := Try(path); err != nil || l == nil {
		t.Errorf("the lock of a killed process is not free: %v", err)
	} else {
		l.Release()
	}
}

func TestLockWhereNoneCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(file, "x.lock"), filepath.Dir(file)} {
		if l, err := Try(path); l != nil || err == nil {
			t.Errorf("%s: %v, %v", path, l, err)
		}
		if l, err := Acquire(t.Context(), path, nil); l != nil || err == nil {
			t.Errorf("%s is waited for: %v, %v", path, l, err)
		}
	}
}

// TestWaiting: who finds the lock taken says so once, however long it waits, and then holds it.
func TestWaiting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	first, err := Try(path)
	if err != nil || first == nil {
		t.Fatal(first, err)
	}
	var free atomic.Bool
	time.AfterFunc(3*poll, func() {
		free.Store(true)
		first.Release()
	})
	said := 0
	second, err := Acquire(t.Context(), path, func() { said++ })
	if err != nil || second == nil || !free.Load() {
		t.Fatalf("the second holder: %v, %v, while the lock was free: %t", second, err, free.Load())
	}
	if said != 1 {
		t.Errorf("that it waits is said %d times", said)
	}
	if third, err := Try(path); third != nil || err != nil {
		t.Errorf("a third one holds it too: %v, %v", third, err)
	}
	second.Release()
}

// TestReleasedTwice: who gives a lock back twice takes it from nobody.
func TestReleasedTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	first, err := Try(path)
	if err != nil || first == nil {
		t.Fatal(first, err)
	}
	first.Release()
	second, err := Try(path)
	if err != nil || second == nil {
		t.Fatal(second, err)
	}
	defer second.Release()
	first.Release()
	if third, err := Try(path); third != nil || err != nil {
		t.Errorf("two hold the lock: %v, %v", third, err)
	}
}

// TestWaitingEnds: a run that is stopped while it waits ends with an error, not with a lock that
// it does not hold.
func TestWaitingEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	holder, err := Try(path)
	if err != nil || holder == nil {
		t.Fatal(holder, err)
	}
	defer holder.Release()
	ctx, cancel := context.WithCancel(t.Context())
	l, err := Acquire(ctx, path, cancel)
	if l != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", l, err)
	}
}

// TestLockLeavesNoFileOpen: a run that looks for a lock again and again, for an hour, does not run
// out of files.
func TestLockLeavesNoFileOpen(t *testing.T) {
	open := func() int {
		list, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			if os.Getenv("MINGFA_CI") == "1" {
				t.Fatal(err)
			}
			t.Skip("nothing here tells which files are open:", err)
		}
		return len(list)
	}
	path := filepath.Join(t.TempDir(), "x.lock")
	before := open()
	for range 30 {
		l, err := Try(path)
		if err != nil || l == nil {
			t.Fatal(l, err)
		}
		if other, err := Try(path); other != nil || err != nil {
			t.Fatal(other, err)
		}
		l.Release()
	}
	if after := open(); after > before+10 {
		t.Errorf("%d files were open before, %d are after", before, after)
	}
}
