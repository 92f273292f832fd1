// Package original makes the file that is offered for download beside a report's
// page. Of a Word file that is a copy without what Word notes of its writers: the
// properties, comments, ids of editing sessions and data of its own. The text is
// the one that was read.
package original

import (
	"path"
	"strings"

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
	default:
		return whole
	}
	if err != nil {
		return File{Name: stem + ".txt", Data: []byte(src.Text), Cleaned: true}
	}
	return File{Name: name, Data: cleaned, Cleaned: true}
}
