//go:build unix

package convert

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fake puts a program of a name first in the path.
func fake(t *testing.T, name, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
}

const office = `case "$*" in *--version*) echo "LibreOffice 24.2.7.2 abc"; exit;; esac
while [ $# -gt 1 ]; do case "$1" in --outdir) out="$2";; -env:*) profile="${1#*file://}";; esac; shift; done
grep -q DisableMacrosExecution "$profile/user/registrymodifications.xcu" || exit 1
echo started >> "$XDG_CACHE_HOME/runs"
cp "$1" "$out/report.docx"
`

// A file goes through LibreOffice once, with a profile of its own.
func TestWord(t *testing.T) {
	fake(t, "soffice", office)
	for range 2 {
		docx, version, err := Word(context.Background(), []byte("old"), ".doc")
		if string(docx) != "old" || version != "LibreOffice 24.2.7.2" || err != nil {
			t.Fatalf("%q by %q, %v", docx, version, err)
		}
	}
	runs, _ := os.ReadFile(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "runs"))
	if n := strings.Count(string(runs), "started"); n != 1 {
		t.Errorf("it ran %d times", n)
	}
	if docx, _, _ := Word(context.Background(), []byte("another"), ".doc"); string(docx) != "another" {
		t.Errorf("another file is %q", docx)
	}
}

func TestAbsentAndFailing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, _, err := Word(context.Background(), nil, ".doc"); !errors.Is(err, ErrAbsent) {
		t.Error(err)
	}
	if _, _, err := PDF(context.Background(), nil); !errors.Is(err, ErrAbsent) {
		t.Error(err)
	}
	fake(t, "soffice", "exit 0\n") // which says so and writes nothing
	if _, _, err := Word(context.Background(), nil, ".doc"); !errors.Is(err, ErrFailed) {
		t.Error(err)
	}
	fake(t, "pdftotext", "exit 1\n")
	if _, _, err := PDF(context.Background(), nil); !errors.Is(err, ErrFailed) {
		t.Error(err)
	}
}

// What hangs is ended with what it has started.
func TestEndedWithItsChildren(t *testing.T) {
	fake(t, "soffice", "[ \"$1\" = --version ] && exit\nsleep 30 &\necho $! > \"$XDG_CACHE_HOME/child\"\nwait\n")
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	start := time.Now()
	if _, _, err := Word(ctx, []byte("old"), ".doc"); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if time.Since(start) > 10*time.Second {
		t.Error("it took", time.Since(start))
	}
	child, _ := os.ReadFile(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "child"))
	if len(child) == 0 {
		return
	}
	// The system takes an instant to end what was killed.
	for ; ; time.Sleep(10 * time.Millisecond) {
		state, _ := os.ReadFile("/proc/" + strings.TrimSpace(string(child)) + "/stat")
		switch {
		case len(state) == 0 || strings.Contains(string(state), ") Z "):
			return
		case time.Since(start) > 10*time.Second:
			t.Fatalf("its child runs on: %s", state)
		}
	}
}

func TestPDF(t *testing.T) {
	fake(t, "pdftotext", `[ "$1" = -v ] && { echo "pdftotext version 22.12.0" >&2; exit 99; }
for out; do :; done
printf '甲\f' > "$out"
`)
	text, version, err := PDF(context.Background(), []byte("%PDF-"))
	if string(text) != "甲\f" || version != "pdftotext version 22.12.0" || err != nil {
		t.Errorf("%q by %q, %v", text, version, err)
	}
}
