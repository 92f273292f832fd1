package original

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"
)

// gone are elements that are left out with all that they hold: comments, what was
// deleted or moved away, former formats, the settings of a person.
var gone = words(`commentRangeStart commentRangeEnd commentReference annotationRef del moveFrom delText delInstrText
	rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange numberingChange
	moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
	cellIns cellDel cellMerge rsids docId docVars attachedTemplate mailMerge trackRevisions dataBinding permStart permEnd writeProtection DocumentProperties CustomDocumentProperties`)

// opened are elements of which only what they hold stays: what was added is text.
var opened = words(`ins moveTo`)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// isPersonalAttribute reports whether an attribute tells of an editing session or
// of a person.
func isPersonalAttribute(local string) bool {
	switch local {
	case "paraId", "textId", "author", "initials", "durableId", "userId", "providerId":
		return true
	}
	return strings.HasPrefix(local, "rsid")
}

// scrub is a part without what is not published. Parts that are dropped are taken
// out of lists and relationships. All else stays, byte for byte.
func scrub(data []byte, dropped map[string]bool) ([]byte, error) {
	data, err := utf8Of(data)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	out := make([]byte, 0, len(data))
	inside := 0       // elements that are left out, around this place
	var passed []bool // of the open elements: whether their tags are left out
	for from := int64(0); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("failed to read XML: %w", err)
		}
		to := d.InputOffset()
		raw := data[from:to]
		from = to
		switch t := token.(type) {
		case xml.StartElement:
			if inside > 0 || gone[t.Name.Local] || leadsAway(t, dropped) {
				inside++
				continue
			}
			passed = append(passed, opened[t.Name.Local])
			if !opened[t.Name.Local] {
				out = appendTag(out, raw)
			}
			continue
		case xml.EndElement:
			if inside > 0 {
				inside--
				continue
			}
			if n := len(passed); n > 0 {
				skip := passed[n-1]
				passed = passed[:n-1]
				if skip {
					continue
				}
			}
		case xml.Comment:
			continue
		}
		if inside == 0 {
			out = append(out, raw...)
		}
	}
	return out, nil
}

// leadsAway reports whether an element names a part that is dropped: in the list
// of types, in relationships, or as a part of Word's flat XML.
func leadsAway(t xml.StartElement, dropped map[string]bool) bool {
	for _, a := range t.Attr {
		switch {
		case t.Name.Local == "Relationship" && a.Name.Local == "Type" && isPersonalType(a.Value):
			return true
		case t.Name.Local == "Override" && a.Name.Local == "PartName", t.Name.Local == "part" && a.Name.Local == "name":
			if name := partName(a.Value); dropped[name] || isPersonal(name) {
				return true
			}
		}
	}
	return false
}

// appendTag appends a tag without the attributes that are not published. A path
// of somebody's machine is emptied wherever it stands.
func appendTag(out, tag []byte) []byte {
	for i := 0; i < len(tag); {
		start := i
		for i < len(tag) && isSpace(tag[i]) {
			i++
		}
		name := i
		for i < len(tag) && !isSpace(tag[i]) && tag[i] != '=' {
			i++
		}
		ends := i
		equals := i
		for equals < len(tag) && isSpace(tag[equals]) {
			equals++
		}
		if name == start || equals >= len(tag) || tag[equals] != '=' { // the name of the element, or the end of the tag
			if i == start {
				i++ // a sign that should not stand here
			}
			out = append(out, tag[start:i]...)
			continue
		}
		i = equals
		for i++; i < len(tag) && isSpace(tag[i]); i++ {
		}
		if i >= len(tag) || tag[i] != '"' && tag[i] != '\'' {
			out = append(out, tag[start:i]...)
			continue
		}
		quote := tag[i]
		value := i + 1
		for i++; i < len(tag) && tag[i] != quote; i++ {
		}
		last := min(i, len(tag))
		i = min(i+1, len(tag))
		_, local, found := strings.Cut(string(tag[name:ends]), ":")
		if !found {
			local = string(tag[name:ends])
		}
		switch {
		case isPersonalAttribute(local):
		case isLocalPath(string(tag[value:last])):
			out = append(append(out, tag[start:value]...), "NULL"...)
			out = append(out, quote)
		default:
			out = append(out, tag[start:i]...)
		}
	}
	return out
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isLocalPath reports whether a value is a path of a machine: C:\Users\…, \\server\…,
// file:///….
func isLocalPath(s string) bool {
	lower := strings.ToLower(strings.TrimSpace(s))
	drive := len(lower) > 2 && lower[0] >= 'a' && lower[0] <= 'z' && lower[1] == ':' && (lower[2] == '\\' || lower[2] == '/')
	return drive || strings.HasPrefix(lower, `\\`) || strings.HasPrefix(lower, "file:")
}

// personalTargets are the parts that a part of relationships leads to by types
// that are not published.
func personalTargets(name string, data []byte) (targets []string) {
	data, err := utf8Of(data)
	if err != nil {
		return nil
	}
	folder := strings.TrimSuffix(path.Dir(name), "_rels")
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.RawToken()
		if err != nil {
			return targets
		}
		t, ok := token.(xml.StartElement)
		if !ok || t.Name.Local != "Relationship" {
			continue
		}
		kind, target := "", ""
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "Type":
				kind = a.Value
			case "Target":
				target = strings.ReplaceAll(a.Value, `\`, "/")
			}
		}
		if !isPersonalType(kind) || target == "" {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		targets = append(targets, strings.TrimPrefix(path.Clean(target), "/"))
	}
}

// utf8Of is XML in UTF-8, of what may be UTF-16.
func utf8Of(data []byte) ([]byte, error) {
	big := bytes.HasPrefix(data, []byte("\xFE\xFF"))
	if !big && !bytes.HasPrefix(data, []byte("\xFF\xFE")) {
		head := strings.ToLower(string(data[:min(len(data), 200)]))
		if _, named, ok := strings.Cut(head, "encoding="); ok && len(named) > 8 && !strings.HasPrefix(named[1:], "utf-8") && !strings.HasPrefix(named[1:], "us-ascii") {
			return nil, errors.New("an encoding that is not known")
		}
		return data, nil
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		if big {
			units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
		} else {
			units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
		}
	}
	text := string(utf16.Decode(units))
	if end := strings.Index(text, "?>"); strings.HasPrefix(text, "<?xml") && end > 0 {
		text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"` + text[end:]
	}
	return []byte(text), nil
}
