package check

import (
	"io"
	"os"

	"mingfa/generator/build/progress"
)

// Color reports whether what is written to w should be coloured: w is a
// terminal and NO_COLOR is not set (https://no-color.org).
func Color(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && progress.IsTerminal(w)
}
