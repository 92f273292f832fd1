// Package source reads a report's file as its body issued it: plain text
// (.txt, .md) in UTF-8, with or without a byte order mark, or in UTF-16 with
// one. The text is not changed, not even its line ends, and Markdown marks of
// an .md file are characters like any other.
//
// A file that cannot be read as text ends in a finding that tells staff, in
// Chinese, what it is and how to save it. Only a machine's fault (no such
// file, no permission) is a Go error.
package source

import (
	"bytes"
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
func Read(path string) (*report.Source, []report.Finding, error) {
	name := filepath.ToSlash(path)
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("failed to read report: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: syscall.EISDIR}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("failed to read report: %w", err)
	}
	// The extension is judged before the bytes: a folder of scans is not read.
	if f := refuseFormat(name); f != nil {
		return nil, []report.Finding{*f}, nil
	}
	raw := bytes.NewBuffer(make([]byte, 0, min(info.Size(), maxSize)+bytes.MinRead))
	if _, err := raw.ReadFrom(io.LimitReader(file, maxSize+1)); err != nil {
		return nil, nil, fmt.Errorf("failed to read report: %w", err)
	}
	src, findings := Decode(name, raw.Bytes())
	return src, findings, nil
}
