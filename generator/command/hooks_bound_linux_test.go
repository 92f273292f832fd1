package command

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestHooksHaveLimits: a hook that git has started may take so much memory and write so long
// a file, and leaves no image of its memory behind.
func TestHooksHaveLimits(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "mingfa") // by this name the test is the program
	if err := os.Symlink(exe, program); err != nil {
		t.Fatal(err)
	}
	for _, hook := range []string{"pre-receive", "post-receive"} {
		cmd := exec.Command(program, "hooks", hook)
		cmd.Dir = t.TempDir()
		push, err := cmd.StdinPipe() // nothing comes: the hook waits
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := ""
		want := []string{fmt.Sprintf(`Max data size +%d `, hookMemory), fmt.Sprintf(`Max file size +%d `, hookOutput), `Max core file size +0 `}
		for began := time.Now(); time.Since(began) < 20*time.Second; time.Sleep(10 * time.Millisecond) {
			limits, _ := os.ReadFile(fmt.Sprintf("/proc/%d/limits", cmd.Process.Pid))
			said = string(limits)
			if regexp.MustCompile(want[0]).MatchString(said) && regexp.MustCompile(want[1]).MatchString(said) && regexp.MustCompile(want[2]).MatchString(said) {
				said = ""
				break
			}
		}
		_ = push.Close()
		_ = cmd.Wait() // there is no repository
		if said != "" {
			t.Errorf("%s has not the limits %s:\n%s", hook, strings.Join(want, ", "), said)
		}
	}
}

// TestWatchMemory: whoever takes more memory than he may is stopped, once, and nobody else.
func TestWatchMemory(t *testing.T) {
	stopped := make(chan bool)
	go watchMemory(600<<20, time.Millisecond, func() { stopped <- true })
	select {
	case <-stopped:
		t.Fatal("a test takes 600 MB")
	case <-time.After(50 * time.Millisecond):
	}
	var taken [][]byte
	for range 70 {
		taken = append(taken, bytes.Repeat([]byte{1}, 10<<20))
	}
	select {
	case <-stopped:
	case <-time.After(20 * time.Second):
		t.Error("700 MB are let be")
	}
	runtime.KeepAlive(taken)
}
