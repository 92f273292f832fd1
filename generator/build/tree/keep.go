package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// KeepIf leaves the file name as an earlier run wrote it when it ends in end,
// and reports whether it did. It is for files that are costly to make and say in
// their last bytes what they were made from; what a killed run left half written
// ends otherwise.
func (w *Writer) KeepIf(name string, end []byte) (kept bool, err error) {
	if reason := w.refuse(name); reason != "" {
		return false, &Refused{name, reason}
	}
	info, err := os.Lstat(w.full(name))
	switch {
	case missing(err):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("failed to look at a file: %w", err)
	case !info.Mode().IsRegular() || info.Size() < int64(len(end)):
		return false, nil
	}
	f, err := os.Open(w.full(name))
	if err != nil {
		return false, fmt.Errorf("failed to read a file: %w", err)
	}
	defer f.Close()
	last := make([]byte, len(end))
	if _, err := f.ReadAt(last, info.Size()-int64(len(end))); err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("failed to read %s: %w", name, err)
	}
	if !bytes.Equal(last, end) {
		return false, nil
	}
	w.Keep(name)
	return true, nil
}
