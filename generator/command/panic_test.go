package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestPanicOfACommand is one Chinese message and a status, never a stack.
func TestPanicOfACommand(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var said strings.Builder
	root := newRoot("mingfa", &said, &said)
	root.AddCommand(&cobra.Command{Use: "fall", RunE: func(*cobra.Command, []string) error {
		var none []string
		return execErr(none[len(said.String())])
	}})
	root.SetArgs([]string{"fall"})
	if status := execute(t.Context(), root, &said); status != 2 {
		t.Errorf("it ended with %d", status)
	}
	text := said.String()
	if !strings.HasPrefix(text, "错误：程序自己出了错") || strings.Count(text, "\n") != 1 || strings.Contains(text, "goroutine") || strings.Contains(text, "runtime error") || !strings.Contains(text, "mingfa-crash-") {
		t.Errorf("it says\n%s", text)
	}
}

type execErr string

func (e execErr) Error() string { return string(e) }
