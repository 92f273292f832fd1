package word

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// Word writes flat XML in two forms: that of a package, in which the parts of a
// .docx stand behind each other, and that of Word 2003.

// main2003 is the name that the body of a file in Word 2003's XML gets.
const main2003 = "body"

func openFlat(r io.ReaderAt, size int64) (*parts, error) {
	if size > maxFlat {
		return nil, tooLarge()
	}
	all, err := io.ReadAll(asUTF8(io.NewSectionReader(r, 0, size)))
	if err != nil {
		return nil, err
	}
	p := &parts{flat: map[string][]byte{}, left: maxUnpacked}
	x := newTokens(bytes.NewReader(all))
	for {
		t, err := x.next()
		switch {
		case err != nil, t.kind == atEnd:
			return nil, notWord()
		case t.kind != start:
		case t.local == "package":
			return p, p.splitPackage(x, all)
		case t.is("wordDocument"):
			return p, p.split2003(x, all)
		default:
			return nil, notWord()
		}
	}
}

// splitPackage finds the parts in a flat package.
func (p *parts) splitPackage(x *tokens, all []byte) error {
	p.types = map[string]string{}
	name, from := "", 0
	depth := 1
	for {
		before := x.offset()
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case atEnd:
			return nil
		case start:
			depth++
			if t.local == "part" && depth == 2 {
				name = partName(t.attr("name"))
				p.types[name] = t.attr("contentType")
			}
			if t.local == "xmlData" && depth == 3 {
				from = x.offset()
			}
		case end:
			if t.local == "xmlData" && depth == 3 && name != "" && p.flat[name] == nil && from <= before && before <= len(all) {
				p.flat[name] = all[from:before]
			}
			depth--
		}
	}
}

// split2003 finds the lists, the styles and the body of a file of Word 2003.
func (p *parts) split2003(x *tokens, all []byte) error {
	p.main2003 = true
	for depth := 1; ; {
		before := x.offset()
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case atEnd:
			if p.flat[main2003] == nil {
				return notWord()
			}
			return nil
		case end:
			depth--
		case start:
			depth++
			name := strings.ToLower(t.local)
			if depth != 2 {
				continue
			}
			if err := x.skip(); err != nil {
				return err
			}
			depth--
			if after := x.offset(); p.flat[name] == nil && before <= after && after <= len(all) {
				p.flat[name] = all[before:after]
			}
		}
	}
}

// relations2003 stand in for those that a file of Word 2003 has not.
func relations2003(name string) (map[string]relation, error) {
	if name != main2003 {
		return map[string]relation{"p": {kind: "core-properties", target: "documentproperties"}}, nil
	}
	return map[string]relation{"n": {kind: "numbering", target: "lists"}, "s": {kind: "styles", target: "styles"}, "d": {kind: "settings", target: "docpr"}}, nil
}

var errUnread = errors.New("a part that cannot be read")
