package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// kind is what a file is by its bytes, whatever it is called. The kinds that are
// read go into report.json as the format of the source.
type kind string

// Kinds of file that are read.
const (
	kindText     kind = "txt"
	kindMarkdown kind = "md"
	kindPage     kind = "html"
	kindWord     kind = "docx"
	kindFlatWord kind = "xml" // a whole .docx in one file of XML
	kindOldWord  kind = "doc" // these three and those below through LibreOffice
	kindRTF      kind = "rtf"
	kindODT      kind = "odt"
	kindPDF      kind = "pdf" // through pdftotext
)

// Kinds of file that are not read.
const (
	kindLocked  kind = "locked" // by a password
	kindOFD     kind = "ofd"
	kindPicture kind = "picture"
	kindSheet   kind = "sheet"
	kindSlides  kind = "slides"
	kindArchive kind = "archive"
	kindMHT     kind = "mht"   // a page with its pictures in one file
	kindXML     kind = "other" // XML that is no document we know

	kindProgram  kind = "program" // for a machine
	kindSound    kind = "sound"   // or a film
	kindFont     kind = "font"
	kindDatabase kind = "database"
	kindShortcut kind = "shortcut" // to a file or a page that is elsewhere
	kindMail     kind = "mail"
	kindPointer  kind = "pointer"  // what Git LFS leaves in the place of a file
	kindCode     kind = "code"     // of a program
	kindSettings kind = "settings" // TOML, YAML, INI
	kindData     kind = "data"     // JSON
	kindRows     kind = "rows"     // CSV
	kindEncoded  kind = "encoded"  // Base64
)

// signatures are how files begin that are no text.
var signatures = []struct {
	start string
	kind  kind
}{
	{"%PDF-", kindPDF}, {`{\rtf`, kindRTF},
	{"\x89PNG", kindPicture}, {"\xFF\xD8\xFF", kindPicture}, {"GIF8", kindPicture}, {"II*\x00", kindPicture}, {"MM\x00*", kindPicture},
	{"Rar!\x1A", kindArchive}, {"7z\xBC\xAF\x27\x1C", kindArchive}, {"\x1F\x8B", kindArchive}, {"\xFD7zXZ\x00", kindArchive},
	{"BZh", kindArchive}, {"\x28\xB5\x2F\xFD", kindArchive}, {"MSCF\x00", kindArchive},
	{"\x7FELF", kindProgram}, {"\xCA\xFE\xBA\xBE", kindProgram}, {"\xCF\xFA\xED\xFE", kindProgram}, {"\x00asm", kindProgram},
	{"ID3", kindSound}, {"OggS", kindSound}, {"fLaC", kindSound}, {"\x1A\x45\xDF\xA3", kindSound},
	{"\x00\x01\x00\x00\x00", kindFont}, {"OTTO", kindFont}, {"wOFF", kindFont}, {"wOF2", kindFont}, {"ttcf", kindFont},
	{"SQLite format 3\x00", kindDatabase}, {"L\x00\x00\x00\x01\x14\x02\x00", kindShortcut},
}

// kindOf is what raw is, as far as its first bytes and what it packs say so; ""
// for what may be text.
func kindOf(raw []byte) kind {
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.start)) {
			if isTextual(s.start) && bytes.IndexByte(raw[:min(len(raw), 4096)], 0) < 0 {
				break // ID3 may begin a sentence; what is no text has bytes of zero
			}
			return s.kind
		}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return kindOfZIP(raw)
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")):
		return kindOfOLE(raw)
	case bytes.HasPrefix(raw, []byte("MZ")) && bytes.IndexByte(raw[:min(len(raw), 512)], 0) >= 0:
		return kindProgram
	case len(raw) > 262 && string(raw[257:262]) == "ustar":
		return kindArchive
	case len(raw) > 12 && string(raw[:4]) == "RIFF" && (string(raw[8:12]) == "WAVE" || string(raw[8:12]) == "AVI "),
		len(raw) > 12 && string(raw[4:8]) == "ftyp" && !isStillPicture(string(raw[8:12])):
		return kindSound
	case len(raw) > 12 && (string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP" || string(raw[4:8]) == "ftyp" || string(raw[:2]) == "BM" && string(raw[6:10]) == "\x00\x00\x00\x00"):
		return kindPicture
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) && bytes.IndexByte(raw, 0) >= 0:
		return kindPDF // readers of PDF let something stand before it
	}
	return ""
}

// isTextual reports whether a signature could as well begin a text.
func isTextual(start string) bool {
	switch start {
	case "BZh", "ID3", "OggS", "fLaC", "OTTO", "wOFF", "wOF2", "ttcf":
		return true
	}
	return false
}

// isStillPicture reports whether a brand of the container that films come in is that of
// pictures, which telephones take: heic, avif.
func isStillPicture(brand string) bool {
	switch brand {
	case "heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis":
		return true
	}
	return false
}

// kindOfZIP tells by the names in it what a ZIP archive is. What cannot be
// listed is left to the reader of .docx, which says what is wrong.
func kindOfZIP(raw []byte) kind {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && archive == nil {
		return kindWord
	}
	found := kindArchive
	for _, f := range archive.File {
		switch name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"); {
		case name == "OFD.xml":
			return kindOFD
		case strings.HasPrefix(name, "xl/"):
			return kindSheet
		case strings.HasPrefix(name, "ppt/"):
			return kindSlides
		case name == "content.xml":
			found = kindODT
		case strings.EqualFold(name, "[Content_Types].xml"), strings.HasPrefix(name, "word/"), name == "_rels/.rels":
			found = kindWord
		}
	}
	return found
}

// kindOfOLE tells what a file of old Office, or one that Office locked, holds.
// The names of its streams stand in entries of 128 bytes, in UTF-16.
func kindOfOLE(raw []byte) kind {
	switch {
	case oleEntry(raw, "EncryptedPackage") >= 0:
		return kindLocked
	case oleEntry(raw, "Workbook") >= 0 || oleEntry(raw, "Book") >= 0 || oleEntry(raw, "ETExtData") >= 0:
		return kindSheet
	case oleEntry(raw, "PowerPoint Document") >= 0:
		return kindSlides
	case oleEntry(raw, "__properties_version1.0") >= 0: // Outlook
		return kindMail
	}
	if entry := oleEntry(raw, "WordDocument"); entry >= 0 && isLocked(raw, entry) {
		return kindLocked
	}
	return kindOldWord
}

// oleEntry is the offset of the entry of a name, -1 without one.
func oleEntry(raw []byte, name string) int {
	var wide []byte
	for _, u := range utf16.Encode([]rune(name + "\x00")) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	for from := 0; ; {
		i := bytes.Index(raw[from:], wide)
		if i < 0 {
			return -1
		}
		if at := from + i; at%128 == 0 && at+128 <= len(raw) {
			return at
		}
		from += i + 1
	}
}

// isLocked reports whether the text of an old Word file is encrypted: its first
// sector says so in the word at 10.
func isLocked(raw []byte, entry int) bool {
	sector := int64(binary.LittleEndian.Uint32(raw[entry+0x74:]))
	size := int64(512)
	if binary.LittleEndian.Uint16(raw[0x1E:]) == 12 {
		size = 4096
	}
	at := (sector + 1) * size
	if at+12 > int64(len(raw)) || binary.LittleEndian.Uint16(raw[at:]) != 0xA5EC {
		return false
	}
	return binary.LittleEndian.Uint16(raw[at+10:])&0x0100 != 0
}

// kindOfText tells what a text is: by how it begins, and where it may be
// anything, by the extension of its file.
func kindOfText(text, extension string) kind {
	start := strings.ToLower(strings.TrimLeft(text[:min(len(text), 4096)], "\uFEFF \t\r\n"))
	switch {
	case strings.HasPrefix(start, "mime-version:") && strings.Contains(start, "multipart/related"):
		return kindMHT
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<?mso-application"):
		return kindOfXML(start)
	case beginsPage(start):
		return kindPage
	case strings.HasPrefix(start, "<svg"):
		return kindPicture
	}
	if k := notReport(text, extension); k != "" {
		return k
	}
	switch extension {
	case ".html", ".htm":
		if strings.ContainsAny(text, "<") {
			return kindPage
		}
	case ".md":
		return kindMarkdown
	}
	return kindText
}

// kindOfXML tells what XML is by its first characters, in small letters.
func kindOfXML(start string) kind {
	switch {
	case strings.Contains(start, "<pkg:package"), strings.Contains(start, "office/2006/xmlpackage"), strings.Contains(start, "wordprocessingml"):
		return kindFlatWord
	case strings.Contains(start, "office/word/2003/wordml"):
		return kindOldWord
	case strings.Contains(start, "opendocument:xmlns:office"):
		return kindODT
	case strings.Contains(start, "<html"), strings.Contains(start, "<!doctype html"):
		return kindPage
	case strings.Contains(start, "<svg"):
		return kindPicture
	}
	return kindXML
}

// beginsPage reports whether a text begins as a web page does; a comment or a
// mark of Word may stand before it.
func beginsPage(start string) bool {
	for strings.HasPrefix(start, "<!--") {
		end := strings.Index(start, "-->")
		if end < 0 {
			break
		}
		start = strings.TrimLeft(start[end+3:], " \t\r\n")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<meta ", "<body", "<title>"} {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}
