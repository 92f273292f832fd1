package build

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestContentIsHeld: no other run writes into content/ while Hugo reads it, and any may after
// that.
func TestContentIsHeld(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program that stands for Hugo is a shell script")
	}
	dir := smallPortal(t)
	b := builder(t, dir, "public")
	held, script := filepath.Join(dir, ".mingfa", "content.lock"), filepath.Join(t.TempDir(), "hugo")
	noted := script + ".noted"
	put(t, script, fmt.Sprintf("#!/bin/sh\ntest -e '%s' && echo held >>'%s'\nexec '%s' \"$@\"\n", held, noted, b.Hugo))
	if err := os.Chmod(script, 0o777); err != nil {
		t.Fatal(err)
	}
	b.Hugo = script
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(noted); err != nil || !strings.HasPrefix(string(text), "held") {
		t.Errorf("while Hugo ran, the lock was %q, %v", text, err)
	}
	if _, err := os.Lstat(held); err == nil {
		t.Error("the lock is held after the run")
	}
}
