package original

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// mostUnpacked bounds what is unpacked of a file that its reader has let pass.
const mostUnpacked = 512 << 20

// Clean is a .docx without what tells of its writers. The same file gives the
// same bytes.
func Clean(raw []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && archive == nil {
		return nil, fmt.Errorf("failed to unpack: %w", err)
	}
	dropped := map[string]bool{}
	for _, f := range archive.File {
		if name := partName(f.Name); isPersonal(name) || strings.HasSuffix(name, "/") {
			dropped[name] = true
		}
	}
	parts, left := map[string][]byte{}, int64(mostUnpacked)
	for _, f := range archive.File {
		name := partName(f.Name)
		if dropped[name] || parts[name] != nil {
			continue
		}
		data, err := unpack(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(data))
		parts[name] = data
		if strings.HasSuffix(name, ".rels") { // what a relationship of such a type leads to
			for _, target := range personalTargets(name, data) {
				dropped[target] = true
			}
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range archive.File {
		name := partName(f.Name)
		data := parts[name]
		if data == nil || dropped[name] || isOfDropped(name, dropped) {
			continue
		}
		delete(parts, name) // a name that stands twice
		if isXML(name, data) {
			if data, err = scrub(data, dropped); err != nil {
				return nil, fmt.Errorf("failed to clean %s: %w", name, err)
			}
		} else {
			data = cleanPicture(data)
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = part.Write(data)
		}
		if err != nil {
			return nil, fmt.Errorf("failed to pack: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("failed to pack: %w", err)
	}
	return out.Bytes(), nil
}

// partName is the name of a part as relationships write it, without the slash.
func partName(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

func unpack(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("failed to unpack %s: %w", f.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		err = errors.New("too large")
	}
	if err != nil {
		return nil, fmt.Errorf("failed to unpack %s: %w", f.Name, err)
	}
	return append([]byte{}, data...), nil
}

// isPersonal reports whether a part holds by its name what is not published.
func isPersonal(name string) bool {
	name = strings.ToLower(strings.TrimPrefix(name, "/"))
	for _, start := range []string{"docprops/", "customxml/", "_xmlsignatures/", "word/comments", "word/people", "word/glossary/", "word/vba", "word/printersettings", "word/customizations", "word/attachedtoolbars"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

// personal are the ends of the types of relationships that lead to what is not
// published.
var personal = []string{
	"/core-properties", "/extended-properties", "/custom-properties", "/thumbnail", "/customXml", "/customXmlProps", "/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible",
	"/people", "/attachedTemplate", "/keyMapCustomizations", "/attachedToolbars", "/printerSettings", "/vbaProject", "/wordVbaData", "/recipientData", "/mailMergeSource", "/mailMergeHeaderSource",
	"/glossaryDocument", "/digital-signature/origin", "/extendedProperties", "/customProperties", "/coreProperties",
}

func isPersonalType(kind string) bool {
	for _, end := range personal {
		if strings.HasSuffix(kind, end) {
			return true
		}
	}
	return false
}

// isOfDropped reports whether a part holds the relationships of one that is
// dropped.
func isOfDropped(name string, dropped map[string]bool) bool {
	folder, file := path.Split(name)
	owner, ok := strings.CutSuffix(file, ".rels")
	return ok && strings.HasSuffix(folder, "_rels/") && owner != "" && dropped[strings.TrimSuffix(folder, "_rels/")+owner]
}

// isXML reports whether a part is XML, by its name or its first bytes.
func isXML(name string, data []byte) bool {
	ext := strings.ToLower(path.Ext(name))
	start := bytes.TrimLeft(data[:min(len(data), 64)], "\xEF\xBB\xBF \t\r\n")
	return ext == ".xml" || ext == ".rels" || ext == ".vml" || bytes.HasPrefix(start, []byte("<?xml"))
}
