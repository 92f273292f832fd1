package word

import (
	"bytes"
	"errors"
	"html"
	"io"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// maxWithin is how many documents may stand within each other.
const maxWithin = 3

// chunk takes a file that stands in the text as if it had been typed there: Word
// turns it into paragraphs when it opens the document.
func (w *walker) chunk(id string) error {
	rel, ok := w.relations[id]
	if !ok {
		return nil
	}
	r, err := w.parts.open(rel.target, maxPart)
	if err != nil || r == nil {
		w.leave(report.LeftPart, rel.raw)
		return err
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return damage(err)
	}
	w.flush(w.flow)
	switch head := bytes.ToLower(raw[:min(len(raw), 1000)]); {
	case bytes.HasPrefix(raw, []byte("PK")):
		if err = w.chunkOfWord(raw); errors.Is(err, errUnread) {
			return unreadChunk("压缩文件")
		}
		return err
	case bytes.HasPrefix(raw, []byte(`{\rtf`)):
		return unreadChunk(" RTF 文件")
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")):
		return unreadChunk("旧版 Word 文件（.doc）")
	case bytes.Contains(head, []byte("mime-version:")):
		return unreadChunk("单个文件的网页（.mht）")
	case !utf8.Valid(raw):
		return unreadChunk("文件，它的编码不是 UTF-8")
	case bytes.Contains(head, []byte("<html")), bytes.Contains(head, []byte("<!doctype html")), bytes.Contains(head, []byte("<p")), bytes.Contains(head, []byte("<body")):
		w.lines(plainText(string(raw)))
	default:
		w.lines(string(raw))
	}
	return nil
}

// chunkOfWord reads a .docx within the document.
func (w *walker) chunkOfWord(raw []byte) error {
	if w.within >= maxWithin {
		return tooDeep()
	}
	inner, err := openZip(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	inner.left = w.parts.left
	main, err := inner.findMain()
	if err != nil {
		return errUnread
	}
	reader := &walker{parts: inner, main: main, within: w.within + 1}
	if err := reader.prepare(); err != nil {
		return err
	}
	items, err := reader.readBody()
	if err != nil {
		return err
	}
	w.parts.left = inner.left
	w.flow.items = append(w.flow.items, items...)
	w.pictures += reader.pictures
	if w.passages += reader.passages; w.passages > maxPassages {
		w.failed = tooLarge()
	}
	return nil
}

// lines adds a paragraph for each line.
func (w *walker) lines(s string) {
	for line := range strings.Lines(s) {
		w.lonePassage(strings.TrimRight(line, "\r\n"))
	}
}

// plainText is the text of a simple page, a paragraph a line, cells parted by
// tabs.
func plainText(page string) string {
	var b strings.Builder
	for page != "" {
		said, rest, tagged := strings.Cut(page, "<")
		b.WriteString(strings.Join(strings.FieldsFunc(html.UnescapeString(said), func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " "))
		if !tagged {
			break
		}
		if comment, ok := strings.CutPrefix(rest, "!--"); ok {
			_, page, _ = strings.Cut(comment, "-->")
			continue
		}
		tag, after, _ := strings.Cut(rest, ">")
		page = after
		name, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), " ")
		switch strings.Trim(name, "/") {
		case "script", "style", "title", "head", "xml":
			if end := strings.Index(strings.ToLower(page), "</"+name); end >= 0 && !strings.HasSuffix(name, "/") && !strings.HasPrefix(name, "/") && name != "head" {
				page = page[end:]
			}
		case "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "body", "ul", "ol":
			b.WriteByte('\n')
		case "td", "th":
			if strings.HasPrefix(name, "/") {
				b.WriteByte('\t')
			}
		}
	}
	return b.String()
}
