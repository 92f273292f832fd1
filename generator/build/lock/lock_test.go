package lock

import (
	"bufio"
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
	if _, err := Try(filepath.Join(file, "x.lock")); err == nil {
		t.Error("no error")
	}
}
