package command

import (
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"mingfa/generator/publish/hooks"
)

// goRun is what go run starts, by the path of its file: in a folder for this run
// (/tmp/go-build123/b001/exe/generator), or in the build cache, from where it is
// started again while nothing changed (~/.cache/go-build/0a/0a1b…-d/generator).
var goRun = regexp.MustCompile(`/go-build[^/]*/b\d+/|/[0-9a-f]{2}/[0-9a-f]{64}-d/[^/]+$`)

// startedByGoRun reports whether a program is one that go run made: nobody typed
// its path, and it may be gone when the command has ended.
func startedByGoRun(executable string) bool {
	return goRun.MatchString(filepath.ToSlash(executable))
}

// StartedAs is what a program was started as, of its first argument and the
// path of its file.
func StartedAs(first, executable string) string {
	switch {
	case startedByGoRun(executable):
		return "go run ./generator"
	case first == "":
		return "mingfa"
	}
	return quoted(first)
}

// quoted is a path as a shell takes it for one word. The shell of Windows knows
// no single quotes, and a path there holds no double ones.
func quoted(path string) string {
	switch {
	case !strings.ContainsAny(path, " \t\n'\"$`&;|<>()*?[]{}#!"):
		return path
	case runtime.GOOS == "windows":
		return `"` + path + `"`
	}
	return hooks.Quote(path)
}
