package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
)

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ` +
	`xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:x="http://example.com/other"`

// TestRead reads documents that are written in short. In the file "body" a line
// that is no XML is a paragraph: 1/0|总体情况 is in list 1 at level 0, =h|总体情况
// in the style h. In "lists", 0: decimal %1. ; japaneseCounting （%2） defines
// list 0 with two levels, and 1=0 a use of it. Other files are parts of the
// document under word/, with (spaces) for the vocabularies; those that begin with
// / are of the package. A file "flat" is a whole document.
func TestRead(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		raw := packed(c.Map())
		d, err := Read(bytes.NewReader(raw), int64(len(raw)))
		return shown(t, d, err)
	})
}

// shown is what a document is read as: its text, then flags, notes and what was
// left out.
func shown(t *testing.T, d *report.Document, err error) string {
	if err != nil {
		refusal := (*report.Refusal)(nil)
		if !errors.As(err, &refusal) {
			t.Fatal(err)
		}
		return fmt.Sprintf("%s: %s；%s\n", refusal.Reason, refusal.Message, refusal.Suggestion)
	}
	text, spans := d.Text()
	var b strings.Builder
	b.WriteString(text)
	source := report.NewSource("", text)
	where := func(at report.Place) string {
		offset, ok := d.Find(at, spans)
		if !ok {
			return "the file"
		}
		line, column := source.Position(offset)
		return fmt.Sprintf("%d:%d", line, column)
	}
	for _, f := range d.Flags {
		fmt.Fprintf(&b, "! %s at %s %s", strings.TrimSpace(string(f.Kind)+" "+string(f.Form)), where(f.At), strings.ReplaceAll(f.Quote, "\n", "↵"))
		if f.Printed {
			offset, _ := d.Find(f.At, spans)
			if plain := strings.Map(inCell, f.Quote); !strings.HasPrefix(strings.Map(inCell, text[offset:]), plain) {
				t.Errorf("%q does not stand at %s", f.Quote, where(f.At))
			}
		} else {
			b.WriteString(" (not printed)")
		}
		b.WriteByte('\n')
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "* %s at %s is passage %d\n", n.Name, where(n.At), n.Text)
	}
	for _, l := range d.Left {
		fmt.Fprintf(&b, "- %s: %s\n", l.Kind, strings.ReplaceAll(strings.TrimSpace(l.Text), "\n", "↵"))
	}
	if d.Pictures > 0 {
		fmt.Fprintf(&b, "- pictures: %d\n", d.Pictures)
	}
	for _, alt := range d.Alts {
		fmt.Fprintf(&b, "- a picture says: %s\n", alt)
	}
	if d.Origin != (report.Origin{}) {
		fmt.Fprintf(&b, "- origin: %+v\n", d.Origin)
	}
	for i, p := range d.Passages {
		if p.Outline > 0 {
			fmt.Fprintf(&b, "- passage %d is a heading of level %d\n", i, p.Outline)
		}
	}
	return b.String()
}

// inCell is a character as it stands in the cell of a row.
func inCell(r rune) rune {
	if r == '\n' || r == '\t' {
		return ' '
	}
	return r
}

// packed is a Word file of the files of a case.
func packed(files map[string]string) []byte {
	if flat := files["flat"]; flat != "" {
		return []byte(strings.ReplaceAll(flat, "(spaces)", spaces))
	}
	parts := map[string]string{}
	related := ""
	for name, content := range files {
		content = strings.ReplaceAll(content, "(spaces)", spaces)
		switch name {
		case "body":
			parts["word/document.xml"] = `<w:document ` + spaces + `><w:body>` + body(content) + `<w:sectPr/></w:body></w:document>`
			continue
		case "lists":
			name, content = "numbering.xml", `<w:numbering `+spaces+`>`+lists(content)+`</w:numbering>`
		case "styles":
			name, content = "styles.xml", `<w:styles `+spaces+`>`+content+`</w:styles>`
		case "notes":
			name, content = "footnotes.xml", `<w:footnotes `+spaces+`>`+content+`</w:footnotes>`
		case "endnotes":
			name, content = "endnotes.xml", `<w:endnotes `+spaces+`>`+content+`</w:endnotes>`
		case "comments":
			name, content = "comments.xml", `<w:comments `+spaces+`>`+content+`</w:comments>`
		}
		if outside, ok := strings.CutPrefix(name, "/"); ok {
			parts[outside] = content
			continue
		}
		parts["word/"+name] = content
		if !strings.Contains(name, "/") {
			kind := strings.TrimRight(strings.TrimSuffix(name, path.Ext(name)), "0123456789")
			related += fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, name, kind, name)
		}
	}
	add := func(name, content string) {
		if parts[name] == "" && parts["only"] == "" {
			parts[name] = content
		}
	}
	add("_rels/.rels", `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>`+
		`<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`+
		`<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`)
	add("word/_rels/document.xml.rels", "<Relationships>"+related+"</Relationships>")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sorted(parts) {
		f, _ := z.Create(name)
		f.Write([]byte(parts[name]))
	}
	z.Close()
	return b.Bytes()
}

// body turns lines that are no XML into paragraphs.
func body(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "<") || line == "" {
			b.WriteString(line)
			continue
		}
		properties := ""
		if style, rest, ok := strings.Cut(line, "|"); ok && strings.HasPrefix(line, "=") {
			properties, line = `<w:pPr><w:pStyle w:val="`+style[1:]+`"/></w:pPr>`, rest
		} else if where, rest, ok := strings.Cut(line, "|"); ok {
			if num, level, ok := strings.Cut(where, "/"); ok {
				properties, line = `<w:pPr><w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr></w:pPr>`, rest
			}
		}
		b.WriteString(`<w:p>` + properties + `<w:r><w:t xml:space="preserve">` + line + `</w:t></w:r></w:p>`)
	}
	return b.String()
}

// lists turns the short form of lists into Word's.
func lists(short string) string {
	var define, use strings.Builder
	for line := range strings.Lines(short) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "<w:num ") {
			use.WriteString(line)
		} else if num, id, ok := strings.Cut(line, "="); ok && !strings.Contains(num, ":") && !strings.HasPrefix(line, "<") {
			fmt.Fprintf(&use, `<w:num w:numId="%s"><w:abstractNumId w:val="%s"/></w:num>`, num, id)
		} else if id, levels, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "<") {
			fmt.Fprintf(&define, `<w:abstractNum w:abstractNumId="%s">`, id)
			for i, level := range strings.Split(levels, "; ") {
				words := append(strings.SplitN(level, " ", 3), "", "")
				more := words[2]
				if !strings.Contains(more, "<w:start ") {
					more += `<w:start w:val="1"/>`
				}
				fmt.Fprintf(&define, `<w:lvl w:ilvl="%d"><w:numFmt w:val="%s"/><w:suff w:val="nothing"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, words[0], more, words[1])
			}
			define.WriteString(`</w:abstractNum>`)
		} else {
			define.WriteString(line)
		}
	}
	return define.String() + use.String()
}
