package command

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
)

// TestCommands runs the commands of each case in a folder that holds the
// case's files, and compares all that they print and their exit status. Beside
// the program's own commands a case may use:
//
//	cat FILE          print a file
//	find FOLDER       list the files below a folder
//	bytes FILE HEX…   write a file that a text case cannot hold
func TestCommands(t *testing.T) {
	golden.Run(t, "testdata/cli/*.txtar", func(t *testing.T, c *golden.Case) string {
		files := c.Map()
		t.Chdir(t.TempDir())
		for name, text := range files {
			if name != "commands" {
				writeFile(t, name, text)
			}
		}
		var out bytes.Buffer
		for line := range strings.Lines(files["commands"]) {
			args := strings.Fields(line)
			fmt.Fprintf(&out, "$ %s\n", strings.Join(args, " "))
			switch args[0] {
			case "cat":
				text, err := os.ReadFile(args[1])
				if err != nil {
					t.Fatal(err)
				}
				out.Write(text)
			case "find":
				listFiles(t, &out, args[1])
			case "bytes":
				var raw []byte
				if _, err := fmt.Sscanf(strings.Join(args[2:], ""), "%x", &raw); err != nil {
					t.Fatal(err)
				}
				writeFile(t, args[1], string(raw))
			case "mingfa":
				if status := Run(t.Context(), "mingfa", args[1:], &out, &out); status != 0 {
					fmt.Fprintf(&out, "[%d]\n", status)
				}
			default:
				t.Fatalf("no such command: %s", line)
			}
		}
		return steady(out.String())
	})
}

// steady takes out of a transcript what differs from run to run.
func steady(transcript string) string {
	transcript = regexp.MustCompile(`用时 [\d.]+ 秒`).ReplaceAllString(transcript, "用时 … 秒")
	wd, err := os.Getwd()
	if err != nil {
		return transcript
	}
	return strings.ReplaceAll(transcript, wd, "项目")
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func listFiles(t *testing.T, out *bytes.Buffer, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			fmt.Fprintln(out, filepath.ToSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
