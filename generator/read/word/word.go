// Package word reads Word files as their readers see them: .docx, and the flat XML
// that Word also writes. A paragraph has the number that Word prints before it,
// tables have their merged cells, text boxes and notes stand behind what they hang
// on. Changes that are still tracked are read as if they had been accepted. What
// Word hides from its readers is flagged and not read.
package word

import (
	"bytes"
	"errors"
	"io"

	"mingfa/generator/report"
)

// limits keep the time and the memory that a hostile file takes in bounds. A real
// report has some hundred paragraphs; its main part is smaller than 4 MB.
const (
	maxMain     = 24 << 20 // bytes of the main part, unpacked
	maxPart     = 16 << 20 // of every other part
	maxUnpacked = 96 << 20 // of all parts that are read
	maxFlat     = 64 << 20 // of flat XML
	maxDepth    = 100_000  // elements within each other
	maxFlows    = 100      // tables, cells and text boxes within each other
	maxText     = 12 << 20 // bytes of text
	maxPassages = 200_000
	maxCells    = 1_000_000
	maxFlags    = 1_000
)

// Read reads a Word file. An error is a *report.Refusal unless r itself failed.
func Read(r io.ReaderAt, size int64) (*report.Document, error) {
	head := make([]byte, 8)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = head[:n]
	var parts *parts
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		parts, err = openZip(r, size)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return nil, refuseOLE(r, size)
	case looksLikeXML(head):
		parts, err = openFlat(r, size)
	default:
		err = notWord()
	}
	if err != nil {
		return nil, err
	}
	return readDocument(parts, 0)
}

// readDocument reads a document from its parts; within says in how many others
// it stands.
func readDocument(parts *parts, within int) (*report.Document, error) {
	main, err := parts.findMain()
	if err != nil {
		return nil, err
	}
	w := &walker{parts: parts, main: main, within: within}
	if err := w.prepare(); err != nil {
		return nil, err
	}
	body, err := w.readBody()
	if err != nil {
		return nil, err
	}
	items, err := w.withNotes(body)
	if err != nil {
		return nil, err
	}
	d := w.finish(items)
	if within == 0 {
		w.readHeaders(d)
		w.readOrigin(d)
	}
	return d, nil
}
