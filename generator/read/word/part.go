package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"

	"mingfa/generator/report"
)

// parts are the files within a Word file, by their names in lower case, without
// a slash before them. Word does not tell cases apart, and some programs write
// backslashes.
type parts struct {
	packed   map[string]*zip.File
	flat     map[string][]byte
	types    map[string]string // content types, of flat parts
	main2003 bool              // the parts are those of Word 2003's XML
	left     int64             // how many bytes may still be unpacked
}

func openZip(r io.ReaderAt, size int64) (*parts, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, damaged()
	}
	p := &parts{packed: make(map[string]*zip.File, len(archive.File)), left: maxUnpacked}
	for _, f := range archive.File {
		name := partName(f.Name)
		if _, twice := p.packed[name]; !twice {
			p.packed[name] = f
		}
	}
	return p, nil
}

// partName is the form of a name by which parts are found.
func partName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

func (p *parts) has(name string) bool { return p.packed[name] != nil || p.flat[name] != nil }

// open is the bytes of a part, as UTF-8 if it is XML; nil if there is none.
func (p *parts) open(name string, limit int64) (io.Reader, error) {
	if flat := p.flat[name]; flat != nil {
		return bytes.NewReader(flat), nil
	}
	f := p.packed[name]
	switch {
	case f == nil:
		return nil, nil
	case f.Flags&1 != 0:
		return nil, encrypted()
	case f.UncompressedSize64 > uint64(min(limit, p.left)):
		return nil, tooLarge()
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged()
	}
	return sized{asUTF8(&limited{r: r, parts: p, left: limit}), int(f.UncompressedSize64)}, nil
}

// sized is a part that says how large it is, so that room is made for it once.
type sized struct {
	io.Reader
	size int // bytes, not more than the limit of the part; as the archive claims
}

// limited reads a part until a limit, whatever size it claims to have.
type limited struct {
	r     io.Reader
	parts *parts
	left  int64
}

func (l *limited) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	l.left -= int64(n)
	l.parts.left -= int64(n)
	if l.left < 0 || l.parts.left < 0 {
		return 0, tooLarge()
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = damaged()
	}
	return n, err
}

// relation is how a part refers to another.
type relation struct {
	kind   string // the last word of its type: styles, numbering, header
	target string // name of a part; "" for what lies outside
	raw    string // as written
}

// relations are those of a part, by their ids; "" is that of the package.
func (p *parts) relations(name string) (map[string]relation, error) {
	if p.main2003 {
		return relations2003(name)
	}
	folder, file := path.Split(name)
	all := map[string]relation{}
	r, err := p.open(folder+"_rels/"+file+".rels", maxPart)
	if r == nil || err != nil {
		return all, err
	}
	x := newTokens(r)
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return all, err
		}
		if t.kind != start || t.local != "Relationship" {
			continue
		}
		kind := t.attr("Type")
		rel := relation{kind: kind[strings.LastIndexByte(kind, '/')+1:], raw: t.attr("Target")}
		if !strings.EqualFold(t.attr("TargetMode"), "External") {
			rel.target = resolve(folder, rel.raw)
		}
		if len(all) < 10_000 {
			all[t.attr("Id")] = rel
		}
	}
}

// resolve is the part that a target names as seen from a folder.
func resolve(folder, target string) string {
	target, _, _ = strings.Cut(strings.ReplaceAll(target, `\`, "/"), "#")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	return partName(target)
}

// findMain is the name of the part that holds the text. Its name is not fixed.
func (p *parts) findMain() (string, error) {
	if p.main2003 {
		return main2003, nil
	}
	all, err := p.relations("")
	if err != nil {
		return "", err
	}
	types := p.contentTypes()
	main := ""
	for _, rel := range all {
		if rel.kind == "officeDocument" && p.has(rel.target) && (main == "" || rel.target < main) {
			main = rel.target
		}
	}
	if main == "" { // no relations, or broken ones: the types tell it too
		for name, is := range types {
			if strings.Contains(is, "wordprocessingml") && strings.HasSuffix(is, ".main+xml") && p.has(name) && (main == "" || name < main) {
				main = name
			}
		}
	}
	if main == "" && p.has("word/document.xml") {
		main = "word/document.xml"
	}
	if what := p.otherKind(main, types[main]); what != "" {
		return "", notWordBut(what)
	}
	if main == "" {
		return "", notWord()
	}
	return main, nil
}

// otherKind names what is packed like a Word file and is none; "" for a Word file.
func (p *parts) otherKind(main, is string) string {
	switch {
	case strings.Contains(is, "spreadsheetml"), strings.HasPrefix(main, "xl/"):
		return "电子表格"
	case strings.Contains(is, "presentationml"), strings.HasPrefix(main, "ppt/"):
		return "演示文稿"
	case main != "":
		return ""
	case p.has("ofd.xml"):
		return "版式文件（.ofd）"
	case p.has("content.xml") && p.has("mimetype"):
		return " OpenDocument 文件（.odt）"
	case p.has("meta-inf/container.xml"):
		return "电子书"
	case len(p.packed) > 0:
		return "压缩文件"
	}
	return ""
}

// contentTypes are the types that the package gives single parts.
func (p *parts) contentTypes() map[string]string {
	if p.types != nil {
		return p.types
	}
	p.types = map[string]string{}
	r, err := p.open("[content_types].xml", maxPart)
	if r == nil || err != nil {
		return p.types
	}
	x := newTokens(r)
	for len(p.types) < 10_000 {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			break
		}
		if t.kind == start && t.local == "Override" {
			p.types[partName(t.attr("PartName"))] = t.attr("ContentType")
		}
	}
	return p.types
}

// damage turns an error of the XML reader into one for a clerk.
func damage(err error) error {
	if refusal := (*report.Refusal)(nil); errors.As(err, &refusal) {
		return refusal
	}
	return damaged()
}
