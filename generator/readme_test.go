package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// commandsOf lists what a README tells a reader to type, in order.
func commandsOf(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var commands []string
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		commands = append(commands, strings.Split(strings.TrimSpace(block[1]), "\n")...)
	}
	for _, row := range regexp.MustCompile("(?m)^\\| `(go [^`]+)`").FindAllStringSubmatch(string(text), -1) {
		commands = append(commands, row[1])
	}
	return commands
}

func TestReadmesGiveTheSameCommands(t *testing.T) {
	english, chinese := commandsOf(t, "../README.md"), commandsOf(t, "../README.zh-CN.md")
	if !slices.Equal(english, chinese) {
		t.Errorf("README.md and README.zh-CN.md differ in their commands:\n%q\n%q", english, chinese)
	}
	if len(english) < 10 {
		t.Errorf("only %d commands found: %q", len(english), english)
	}
}

func TestReadmeKnowsEveryCommand(t *testing.T) {
	commands := strings.Join(commandsOf(t, "../README.md"), "\n")
	for _, c := range newRoot(nil, nil).Commands() {
		if !c.Hidden && !strings.Contains(commands, "go run ./generator "+c.Name()) {
			t.Errorf("README.md does not mention the command %q", c.Name())
		}
	}
}
