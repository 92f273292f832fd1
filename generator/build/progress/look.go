package progress

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Color reports whether what is written to w should be coloured: w is a terminal
// and NO_COLOR is not set (https://no-color.org).
func Color(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && IsTerminal(w)
}

// Width is how many columns the terminal w has; 0 when it is none or does not
// say.
func Width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}
