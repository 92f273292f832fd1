// Package source reads a report's file as its body issued it. The bytes say
// what it is, whatever it is called: a text in UTF-8, UTF-16, GB 18030 or Big5
// is published as it is, not even its line ends are changed; of other formats
// the text is what a reader of the document sees, a paragraph a line and the
// cells of a table's row parted by tabs.
//
// A file that cannot be read ends in a finding that tells staff, in Chinese,
// what it is and how to save it. Only a machine's fault (no such file, no
// permission) is a Go error.
package source

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"mingfa/generator/report"
)

// Read reads and decodes the file at path, which is kept as given, with
// slashes. At most 64 MB are read. A nil Source without an error comes with at
// least one finding of severity error.
func Read(ctx context.Context, path string) (*report.Source, []report.Finding, error) {
	raw, err := readFile(path)
	if err != nil {
		return nil, nil, err
	}
	return Decode(ctx, filepath.ToSlash(path), raw)
}

// Text is Read, but gives the text also of a file that must not be published as
// it is, as one without a word: a nil Source is of a file that is not read.
func Text(ctx context.Context, path string) (*report.Source, []report.Finding, error) {
	raw, err := readFile(path)
	if err != nil {
		return nil, nil, err
	}
	return decode(ctx, filepath.ToSlash(path), raw)
}

// readFile is the bytes of the file at path, one more than may be read of one
// that is too large.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("failed to read report: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if err != nil {
		return nil, fmt.Errorf("failed to read report: %w", err)
	}
	raw := bytes.NewBuffer(make([]byte, 0, min(info.Size(), maxSize)+bytes.MinRead))
	if _, err := raw.ReadFrom(io.LimitReader(file, maxSize+1)); err != nil {
		return nil, fmt.Errorf("failed to read report: %w", err)
	}
	return raw.Bytes(), nil
}
