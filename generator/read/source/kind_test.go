package source

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// packed is a ZIP archive of empty files.
func packed(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// oldOffice is a file of old Office that holds a stream of a name, so many bytes behind
// where its entry may begin.
func oldOffice(name string, off int) string {
	raw := make([]byte, 4096)
	copy(raw, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(raw[1024+off+2*i:], u)
	}
	return string(raw)
}

// oldWord is a file of old Word whose text is encrypted or not, with sectors of 512 or
// 4,096 bytes.
func oldWord(locked, large bool, magic uint16) string {
	raw := make([]byte, 20480)
	copy(raw, oldOffice("WordDocument", 0))
	at := 3 * 512 // the sector that its entry names
	if large {
		binary.LittleEndian.PutUint16(raw[0x1E:], 12)
		at = 3 * 4096
	}
	copy(raw[8192:], raw[1024:1152]) // out of the way of that sector
	copy(raw[1024:], make([]byte, 128))
	entry := bytes.Index(raw, []byte("W\x00o\x00r\x00d\x00"))
	binary.LittleEndian.PutUint32(raw[entry+0x74:], 2)
	binary.LittleEndian.PutUint16(raw[at:], magic)
	if locked {
		binary.LittleEndian.PutUint16(raw[at+10:], 0x0100)
	}
	return string(raw)
}

// What a file is is told by its bytes, whatever it is called: it is read, or refused with
// a word of what it is.
func TestKinds(t *testing.T) {
	zeros := strings.Repeat("\x00", 20)
	for _, c := range []struct {
		why, raw string
		want     kind
	}{
		{"a text", "示例市司法局", ""},
		{"a text that begins as a sound does", "ID3 是音乐文件的标记", ""},
		{"a sound", "ID3" + zeros, kindSound},
		{"a film", "\x00\x00\x00\x18ftypmp42" + zeros, kindSound},
		{"a picture of a telephone", "\x00\x00\x00\x18ftypheic" + zeros, kindPicture},
		{"another one", "\x00\x00\x00\x18ftypavif" + zeros, kindPicture},
		{"a container that ends there", "\x00\x00\x00\x18ftyp", ""},
		{"a sound of Windows", "RIFF\x00\x00\x00\x00WAVE" + zeros, kindSound},
		{"a film of Windows", "RIFF\x00\x00\x00\x00AVI " + zeros, kindSound},
		{"a picture of the web", "RIFF\x00\x00\x00\x00WEBP" + zeros, kindPicture},
		{"another thing in the same container", "RIFF\x00\x00\x00\x00ABCD" + zeros, ""},
		{"a picture of dots", "BM\x12\x34\x56\x78\x00\x00\x00\x00" + zeros, kindPicture},
		{"a text that begins so", "BM是什么意思，没有人知道", ""},
		{"a program of Windows", "MZ\x90\x00" + zeros, kindProgram},
		{"a text that begins with MZ", "MZ说明" + strings.Repeat("。", 300), ""},
		{"an archive of tapes", strings.Repeat("a", 257) + "ustar" + zeros, kindArchive},
		{"the same one character later", strings.Repeat("a", 258) + "ustar" + zeros, ""},
		{"a PDF behind other bytes", strings.Repeat("\x01", 100) + "%PDF-1.7\x00", kindPDF},
		{"a text about PDF", "文件以 %PDF- 开头", ""},
		{"an archive", packed(t, "a.txt"), kindArchive},
		{"an empty archive", packed(t), kindArchive},
		{"a Word file", packed(t, "[content_types].xml"), kindWord},
		{"one whose names have other strokes", packed(t, `word\document.xml`), kindWord},
		{"one that has its relations alone", packed(t, "/_rels/.rels"), kindWord},
		{"a table", packed(t, "[Content_Types].xml", "xl/workbook.xml"), kindSheet},
		{"slides", packed(t, "[Content_Types].xml", "ppt/presentation.xml"), kindSlides},
		{"a fixed layout", packed(t, "a.xml", "OFD.xml"), kindOFD},
		{"an open document", packed(t, "mimetype", "content.xml"), kindODT},
		{"an archive that is cut off", packed(t, "a.txt")[:20], kindWord},
		{"an old Word file", oldOffice("WordDocument", 0), kindOldWord},
		{"an old table", oldOffice("Workbook", 0), kindSheet},
		{"an older one", oldOffice("Book", 0), kindSheet},
		{"one of another office", oldOffice("ETExtData", 0), kindSheet},
		{"old slides", oldOffice("PowerPoint Document", 0), kindSlides},
		{"a mail", oldOffice("__properties_version1.0", 0), kindMail},
		{"a locked file", oldOffice("EncryptedPackage", 0), kindLocked},
		{"a name that is no entry", oldOffice("Workbook", 2), kindOldWord},
		{"a name that only begins so", oldOffice("Workbooks", 0), kindOldWord},
		{"an entry further on", oldOffice("Workbook", 256), kindSheet},
		{"a locked old Word file", oldWord(true, false, 0xA5EC), kindLocked},
		{"one that is not locked", oldWord(false, false, 0xA5EC), kindOldWord},
		{"one that begins otherwise", oldWord(true, false, 0xA5DC), kindOldWord},
		{"a locked one of large sectors", oldWord(true, true, 0xA5EC), kindLocked},
		{"an open one of large sectors", oldWord(false, true, 0xA5EC), kindOldWord},
	} {
		if got := kindOf([]byte(c.raw)); got != c.want {
			t.Errorf("%s is taken for %q, not %q", c.why, got, c.want)
		}
	}
}

// A text is told by how it begins, and where that may be anything by its extension.
func TestKindsOfTexts(t *testing.T) {
	for _, c := range []struct {
		text, extension string
		want            kind
	}{
		{"示例市司法局", ".txt", kindText},
		{"示例市司法局", ".md", kindMarkdown},
		{"示例市司法局", ".html", kindText},
		{"示例市司法局<br>年度报告", ".htm", kindPage},
		{"示例市司法局<br>年度报告", ".txt", kindText},
		{" \n<!DOCTYPE html><p>甲", ".txt", kindPage},
		{"<!-- 甲 -->\n<!-- 乙 --> <HTML>", ".txt", kindPage},
		{"<!-- 没有结束 <html>", ".txt", kindText},
		{"<body>甲", ".txt", kindPage},
		{"<title>甲", ".txt", kindPage},
		{"<svg xmlns=x>", ".txt", kindPicture},
		{"MIME-Version: 1.0\nContent-Type: multipart/related", ".txt", kindMHT},
		{"<?xml version='1.0'?><pkg:package>", ".xml", kindFlatWord},
		{"<?xml version='1.0'?><a xmlns='http://schemas.microsoft.com/office/2006/xmlPackage'>", ".xml", kindFlatWord},
		{"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w xmlns='http://schemas.microsoft.com/office/word/2003/wordml'>", ".xml", kindOldWord},
		{"<?xml version='1.0'?><o xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>", ".xml", kindODT},
		{"<?xml version='1.0'?><html>", ".xml", kindPage},
		{"<?xml version='1.0'?><svg>", ".xml", kindPicture},
		{"<?xml version='1.0'?><a/>", ".xml", kindXML},
		{"[1, 2]", ".txt", kindData},
		{`{"a": 1}`, ".txt", kindData},
		{"{甲}", ".txt", kindText},
		{"[1, 2", ".txt", kindText},
		{"{}", ".txt", kindText},
		{"名称,数量,说明\n甲,1,无\n乙,2,无", ".txt", kindRows},
		{"名称,数量,说明\n甲,1,无", ".txt", kindText},
		{"名称,数量\n甲,1\n乙,2", ".txt", kindText},
		{"名称,数量\n甲,1", ".csv", kindRows},
		{"名称\n甲", ".csv", kindText},
		{"名称\t数量\t说明\n甲\t1\t无\n乙\t2\t无", ".txt", kindText},
		{"名称\t数量", ".tsv", kindRows},
		{"name,n,x\n甲,1,无\n乙,2，无,3", ".txt", kindText},
		{"From: a@example.org\nTo: b@example.org\nSubject: 报告", ".txt", kindMail},
		{"From: a@example.org\nTo: b@example.org\n报告", ".txt", kindText},
		{"发件人：甲", ".txt", kindText},
		{"name = \"甲\"\nvalue = 2\n# 说明", ".txt", kindSettings},
		{"name = \"甲\"", ".txt", kindText},
		{"甲=乙", ".ini", kindText},
		{"a", ".ini", kindSettings},
		{"name: 甲\nvalue: 乙", ".txt", kindSettings},
		{"package main\nfunc main() {\n}", ".txt", kindCode},
		{"x", ".go", kindCode},
		{"import 是“进口”的意思。\n进口12件。\n出口9件。", ".txt", kindText},
		{strings.Repeat("QUJD", 15) + "\n" + strings.Repeat("QUJD", 15) + "\nQQ==", ".txt", kindEncoded},
		{strings.Repeat("QUJD", 15) + "\nABC\n" + strings.Repeat("QUJD", 15), ".txt", kindText},
		{"QQ==", ".txt", kindText},
		{"version https://git-lfs.github.com/spec/v1\noid sha256:0", ".txt", kindPointer},
		{"[InternetShortcut]\nURL=x", ".txt", kindShortcut},
	} {
		if got := kindOfText(c.text, c.extension); got != c.want {
			t.Errorf("%q in a %s file is taken for %q, not %q", c.text, c.extension, got, c.want)
		}
	}
}

// Markdown is read as it is shown: nothing that a person reads in it is lost, and what
// stands in no text is flagged.
func TestMarkdownAsShown(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a break within Chinese words", "办理\n案件", "办理案件\n"},
		{"one between Latin words", "use\nof", "use of\n"},
		{"one between a number and a word", "12\n件", "12件\n"},
		{"a break on purpose", "办理  \n案件\\\n12件", "办理\n案件\n12件\n"},
		{"a break of HTML", "办理<BR>案件", "办理\n案件\n"},
		{"a list", "3. 甲\n4. 乙\n\n   丙\n\n- 丁\n  - 戊", "3. 甲\n4. 乙\n丙\n• 丁\n• 戊\n"},
		{"a list with brackets", "1) 甲\n2) 乙", "1) 甲\n2) 乙\n"},
		{"a table", "|甲|乙|\n|---|---|\n| 1 |2 |", "甲\t乙\n1\t2\n"},
		{"code", "```\n甲\n  乙\n```\n\n    丙", "甲\n  乙\n丙\n"},
		{"characters by name", "&lt;甲&gt; \\* &#20057;", "<甲> * 乙\n"},
		{"an address", "<https://example.org/a>", "https://example.org/a\n"},
		{"a link that is defined", "见[甲][x]。\n\n[x]: https://example.org", "见甲。\n"},
		{"a remark that looks like a definition", "[备注]: 含上年结转9件", "[备注]: 含上年结转9件\n"},
		{"one in full-width characters", "[备注]: （含9件）", "[备注]: （含9件）\n"},
		{"one of a quotation", "[备注]: 「含9件」", "[备注]: 「含9件」\n"},
		{"settings at the head", "---\ntitle: 甲\n---\n乙", "乙\n"},
		{"settings that end in dots", "---\r\ntitle: 甲\r\n...\r\n乙", "乙\n"},
		{"settings without an end", "---\n甲", "甲\n"},
		{"a line below the first words", "甲\n---\n乙", "甲\n乙\n"},
		{"a comment", "甲<!-- 乙 -->丙", "甲丙\n! 乙 at 0\n"},
		{"a comment of its own", "甲\n\n<!-- 乙\n丙 -->\n\n丁", "甲\n丁\n! 乙 丙 at 0\n"},
		{"two comments", "<!-- 乙 --><!-- 丙 -->\n\n丁", "丁\n! 乙 at 0\n! 丙 at 0\n"},
		{"a comment by a definition", "甲\n\n[//]: # (乙)\n\n[comment]: # (丙)", "甲\n! 乙 at 0\n! 丙 at 0\n"},
		{"a page within", "甲\n\n<div>乙<del>丙</del></div>\n\n丁", "甲\n乙\n丁\n! 丙 at 1\n"},
		{"a note", "甲[^1]乙\n\n[^1]: 丙", "甲乙\n注1：丙\n* 注1 at 0:3 is 1\n"},
		{"notes that nobody calls for", "甲[^a]\n\n[^b]: 乙\n\n[^a]: 丙", "甲\n注1：丙\n注2：乙\n* 注1 at 0:3 is 1\n"},
		{"a note in a table", "|甲|乙|\n|---|---|\n|1|2[^1]|\n\n[^1]: 丙", "甲\t乙\n1\t2\n注1：丙\n* 注1 at 0:1 is 1\n"},
		{"blank lines", "　\n\n甲\n\n \n", "甲\n"},
		{"a picture", "![流程](a.png)甲", "甲\n= 流程\n"},
	} {
		d := markdown(c.text)
		if d == nil {
			t.Errorf("%s: not read", c.why)
			continue
		}
		text, _ := d.Text()
		var b strings.Builder
		b.WriteString(text)
		for _, f := range d.Flags {
			fmt.Fprintf(&b, "! %s at %d\n", f.Quote, f.At.Passage)
		}
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "* %s at %d:%d is %d\n", n.Name, n.At.Passage, n.At.Offset, n.Text)
		}
		for _, alt := range d.Alts {
			fmt.Fprintf(&b, "= %s\n", alt)
		}
		if got := b.String(); got != c.want {
			t.Errorf("%s: %q is read as\n%q, not\n%q", c.why, c.text, got, c.want)
		}
	}
}

// What nobody writes as Markdown, and what its parser takes very long for, is read as it
// stands.
func TestNotReadAsMarkdown(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		read bool
	}{
		"quotations in quotations": {strings.Repeat("> ", 21) + "甲", false},
		"twenty of them":           {strings.Repeat("> ", 20) + "甲", true},
		"a long line of dashes":    {strings.Repeat("-", 80), true},
		"far indented":             {strings.Repeat(" ", 80) + "甲", true},
		"brackets":                 {strings.Repeat("[", 501), false},
		"fewer brackets":           {strings.Repeat("[", 500), true},
		"stars":                    {"甲" + strings.Repeat("*", 2001), false},
		"underscores":              {"甲" + strings.Repeat("_", 2001), false},
		"quotes":                   {"甲" + strings.Repeat("`", 501), false},
		"tags":                     {"甲" + strings.Repeat("<", 501), false},
		"very long":                {strings.Repeat("甲", mostMarkdown/3+1), false},
	} {
		if got := markdown(c.text) != nil; got != c.read {
			t.Errorf("%s: read as Markdown: %v", name, got)
		}
	}
}
