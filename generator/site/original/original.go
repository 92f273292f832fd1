// Package original makes the file that is offered for download beside a report's
// page. Of a Word file that is a copy without what Word notes of its writers: the
// properties, comments, ids of editing sessions and data of its own. Of a web page
// it holds the words of the document alone; of Markdown all but the comments. The
// text is the one that was read.
package original

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// File is what is offered.
type File struct {
	Name    string // its extension is that of what it holds now
	Data    []byte
	Cleaned bool // it is not the file as it was issued, byte for byte
}

// Of is the file that is offered of a source. With keep it is the file as it was
// issued. What cannot be cleaned is offered as its text, never as it is.
func Of(src *report.Source, keep bool) File {
	name := src.Name()
	stem := strings.TrimSuffix(name, path.Ext(name))
	whole := File{Name: name, Data: src.Raw}
	if keep || src.Document == nil {
		return whole
	}
	var cleaned []byte
	var err error
	switch {
	case src.Converted != nil:
		cleaned, err = Clean(src.Converted)
		name = stem + ".docx"
	case src.Format == "docx":
		cleaned, err = Clean(src.Raw)
	case src.Format == "xml":
		cleaned, err = scrub(src.Raw, map[string]bool{})
	case src.Format == "html":
		cleaned = cleanPage(src.Document)
		if ext := strings.ToLower(path.Ext(name)); ext != ".htm" {
			name = stem + ".html"
		}
		err = readsAs(cleaned, name, src.Text)
	case src.Format == "md":
		if cleaned, err = markdownOf(src); err == nil && bytes.Equal(cleaned, src.Raw) {
			return whole
		}
	default:
		return whole
	}
	if err != nil {
		return File{Name: stem + ".txt", Data: []byte(src.Text), Cleaned: true}
	}
	return File{Name: name, Data: cleaned, Cleaned: true}
}

var errOther = errors.New("what is cleaned is not read as before")

// markdownOf is the Markdown of a source without what it does not show.
func markdownOf(src *report.Source) ([]byte, error) {
	if strings.HasPrefix(src.Encoding, "utf-16") { // other encodings write these marks as ASCII does
		return nil, errOther
	}
	cleaned, ok := cleanMarkdown(src.Raw)
	if !ok {
		return nil, errOther
	}
	if bytes.Equal(cleaned, src.Raw) {
		return cleaned, nil
	}
	return cleaned, readsAs(cleaned, src.Name(), src.Text)
}

// readsAs is nil if a file is read as a text: else the page would not be that of the
// file beside it.
func readsAs(data []byte, name, text string) error {
	again, _, err := source.Decode(context.Background(), name, data)
	if err == nil && (again == nil || again.Text != text) {
		err = errOther
	}
	return err
}
