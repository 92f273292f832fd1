package outcome

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestGuard: a panic is one Chinese message that names what was being read and the
// file with the details, and never a stack.
func TestGuard(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var none []int
	for name, do := range map[string]func() error{
		"an index":  func() error { _ = none[len(name(3))]; return nil },
		"a nil map": func() error { fill(nil); return nil },
		"a word":    func() error { panic("goroutine 1 [running]:\nat /src/x.go:1 秘密内容") },
		"an error":  func() error { panic(errors.New("goroutine 7")) },
	} {
		err := Guard("读取 seeds/shili/2023.txt", do)
		said := Message(fmt.Errorf("failed to build: %w", err))
		var crash *Crash
		if !errors.As(err, &crash) || crash.File == "" {
			t.Fatalf("%s: %v", name, err)
		}
		for _, want := range []string{"读取 seeds/shili/2023.txt 时", "不是您的错", "移开这个文件", crash.File} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q in %q", name, want, said)
			}
		}
		if strings.Contains(said, "goroutine") || strings.Contains(said, "\n") {
			t.Errorf("%s: a stack in %q", name, said)
		}
		details, e := os.ReadFile(crash.File)
		if e != nil || !strings.Contains(string(details), "crash_test.go") || strings.Contains(string(details), "秘密") {
			t.Errorf("%s: the details are\n%s\n%v", name, details, e)
		}
		if info, e := os.Stat(crash.File); e != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: others may read the details: %v, %v", name, info.Mode(), e)
		}
	}
	t.Setenv("TMPDIR", "/nowhere/at/all")
	said := Message(Guard("", func() error { panic(strings.Repeat("词\n", 5000)) }))
	if !strings.HasPrefix(said, "程序自己出了错") || len(said) > 2000 || strings.Contains(said, "\n") {
		t.Errorf("without a place for the details: %.300q", said)
	}
	if err := Guard("x", func() error { return os.ErrExist }); !errors.Is(err, os.ErrExist) {
		t.Errorf("an error that is none of ours becomes %v", err)
	}
}

func name(n int) string { return strings.Repeat("x", n) }

// fill writes into a map.
func fill(m map[string]int) { m["x"] = 1 }
