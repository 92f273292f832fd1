package main

import (
	"path/filepath"
	"strings"
)

// invoked is the command as the person at the keyboard writes it, for messages
// that say what to type next.
var invoked = "mingfa"

// startedAs is what a program was started as, of its first argument and the
// path of its file. What go run makes has a name that nobody typed.
func startedAs(first, executable string) string {
	if folder := filepath.ToSlash(filepath.Dir(executable)); strings.Contains(folder, "/go-build") && strings.HasSuffix(folder, "/exe") {
		return "go run ./generator"
	}
	if first == "" {
		return "mingfa"
	}
	return quoted(first)
}

// quoted is a path as a shell takes it for one word.
func quoted(path string) string {
	if strings.ContainsAny(path, " \t'\"") {
		return `"` + path + `"`
	}
	return path
}
