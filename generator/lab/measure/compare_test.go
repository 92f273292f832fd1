package measure

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSlower(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		theirs, ours time.Duration
		bound        float64
		slower       bool
	}{
		{1000 * ms, 1000 * ms, 1.2, false},
		{1000 * ms, 1190 * ms, 1.2, false},
		{1000 * ms, 1210 * ms, 1.2, true},
		{1000 * ms, 1210 * ms, 1.3, false},
		{1000 * ms, 100 * ms, 1.2, false},
		{100 * ms, 200 * ms, 1.2, false}, // too short to tell
		{0, 300 * ms, 1.2, false},
		{100 * ms, 400 * ms, 1.2, true},
		{1000 * ms, 990 * ms, 0.9, true},
	} {
		x := compared{theirs: c.theirs, ours: c.ours}
		if got := x.slower(c.bound); got != c.slower {
			t.Errorf("%v after %v, at most %g times: %t", c.ours, c.theirs, c.bound, got)
		}
	}
}

// shell is a program that does as if it built, and works for so many rounds of a loop.
func shell(t *testing.T, name, loops string) string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no sh on this machine")
	}
	path := filepath.Join(t.TempDir(), name)
	text := "#!/bin/sh\n[ \"$*\" = build ] && [ -d seeds ] || exit 3\nmkdir -p public\ni=0\nwhile [ $i -lt " + loops + " ]; do i=$((i+1)); done\n"
	if err := os.WriteFile(path, []byte(text), 0o777); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestCompare: a program that does more is told of, and one that does less is not.
func TestCompare(t *testing.T) {
	quick, slow := shell(t, "quick", "10"), shell(t, "slow", "1000000")
	var out bytes.Buffer
	err := (&Race{slow, quick, 1, 1.25}).Run(t.Context(), &out, io.Discard, []Portal{Light(3)})
	if !errors.Is(err, ErrSlower) {
		t.Errorf("the slow one: %v\n%s", err, out.String())
	}
	rows := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(rows) != 2+len(tasks) || !strings.HasPrefix(rows[2], "| 短 | 3 | 全部生成 | ") || !strings.HasSuffix(rows[4], "，超过 1.25 |") {
		t.Errorf("the table is\n%s", out.String())
	}
	if err := (&Race{quick, quick, 2, 1.25}).Run(t.Context(), io.Discard, io.Discard, []Portal{Light(3)}); err != nil {
		t.Errorf("the quick one: %v", err)
	}
	broken := filepath.Join(t.TempDir(), "none")
	if err := (&Race{quick, broken, 1, 1.25}).Run(t.Context(), io.Discard, io.Discard, []Portal{Light(3)}); err == nil || errors.Is(err, ErrSlower) {
		t.Errorf("a program that is not there: %v", err)
	}
}

// TestTasks: everything made is gone before the first, and of the third one report differs.
func TestTasks(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"seeds/a/2023.txt", "seeds/b/2023.txt", "public/index.html", ".public.record"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, task := range tasks {
		if err := task.prepare(dir, 1); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
	for name, want := range map[string]string{"a": "x\n", "b": "x\n特此报告。\n"} {
		if got, err := os.ReadFile(filepath.Join(dir, "seeds", name, "2023.txt")); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
}
