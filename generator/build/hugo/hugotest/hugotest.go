// Package hugotest is for tests that need what a bare machine with Go may
// lack: Hugo, a browser, Java.
package hugotest

import (
	"os"
	"testing"

	"mingfa/generator/build/hugo"
)

// Lacking ends a test that cannot run here: a skip that says why, or a failure
// where MINGFA_CI=1 says that everything has to be there.
func Lacking(t testing.TB, reason string) {
	t.Helper()
	if os.Getenv("MINGFA_CI") == "1" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}

// Find gives the path of the project's Hugo, which it never compiles: that
// takes minutes. project is the folder with go.mod.
func Find(t testing.TB, project string) string {
	t.Helper()
	bin, err := hugo.Find(t.Context(), hugo.Options{Project: project, Ready: true})
	if err != nil {
		Lacking(t, err.Error())
	}
	return bin
}
