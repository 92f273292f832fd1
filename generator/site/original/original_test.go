package original

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"mingfa/generator/read/word"
	"mingfa/generator/report"
)

const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// file is a Word file of parts, some of which tell who wrote it.
func file(t testing.TB, document string, more ...string) []byte {
	t.Helper()
	const relations = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	parts := append([]string{
		"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="x"/><Override PartName="/word/notes-of-wang.xml" ContentType="x"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + w + `><w:body>` + document + `</w:body></w:document>`,
		"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/comments" Target="notes-of-wang.xml"/><Relationship Id="rId2" Type="` + relations + `/settings" Target="settings.xml"/><Relationship Id="rId3" Type="` + relations + `/image" Target="file:///C:\Users\王某\图.png" TargetMode="External"/></Relationships>`,
		"word/notes-of-wang.xml", `<w:comments ` + w + `><w:comment w:author="王某" w:initials="W"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/_rels/notes-of-wang.xml.rels", `<Relationships>王某</Relationships>`,
		"word/settings.xml", `<w:settings ` + w + `><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB1234"/></w:rsids><w:trackRevisions/><w:docVars><w:docVar w:name="a" w:val="王某"/></w:docVars><w:zoom w:percent="100"/></w:settings>`,
		"word/_rels/settings.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/attachedTemplate" Target="file:///C:/Users/王某/模板.dotx" TargetMode="External"/></Relationships>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:dc="x"><dc:creator>王某</dc:creator></cp:coreProperties>`,
		"docProps/app.xml", `<Properties><Company>示例软件公司</Company><Manager>王某</Manager></Properties>`,
		"customXml/item1.xml", `<a>王某</a>`,
	}, more...)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := z.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// all is what a packed file holds, names too.
func all(t testing.TB, raw []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(f.Name + "\n" + string(data) + "\n")
	}
	return b.String()
}

func text(t testing.TB, raw []byte) string {
	t.Helper()
	d, err := word.Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	s, _ := d.Text()
	return s
}

const tracked = `<w:p w:rsidR="00AB1234" w14:paraId="1A2B3C4D"><w:commentRangeStart w:id="0"/><w:r w:rsidRPr='00CD'><w:t>办理许可</w:t></w:r><w:ins w:author="王某" w:date="2024-01-01T00:00:00Z"><w:r><w:t>950</w:t></w:r></w:ins><w:del w:author="王某"><w:r><w:delText>900</w:delText></w:r></w:del><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:rPrChange w:author="王某"><w:rPr/></w:rPrChange></w:rPr><w:t>件。</w:t></w:r></w:p><w:p><w:moveTo w:author="王某"><w:r><w:t>移来。</w:t></w:r></w:moveTo><w:r><w:t xml:space="preserve"> a &lt; b &amp; c </w:t></w:r></w:p>`

// What tells of the writers is gone, and the text is the one that is read.
func TestClean(t *testing.T) {
	raw := file(t, tracked, "word/media/a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\x06tEXt王某0000\x00\x00\x00\x00IEND0000")
	cleaned, err := Clean(raw)
	if err != nil {
		t.Fatal(err)
	}
	held := all(t, cleaned)
	for _, word := range []string{"王某", "示例软件公司", "rsid", "00AB1234", "paraId", "comment", "docProps", "customXml", "900", "2024-01-01", "Users", "trackRevisions", "docVar"} {
		if strings.Contains(held, word) {
			t.Errorf("%s is in it", word)
		}
	}
	if got, want := text(t, cleaned), text(t, raw); got != want || !strings.Contains(got, "办理许可950件。") {
		t.Errorf("read as %q, before as %q", got, want)
	}
	if !strings.Contains(held, `<w:zoom w:percent="100"/>`) || !strings.Contains(held, "IEND") {
		t.Error("more than that is gone")
	}
	again, err := Clean(raw)
	if err != nil || !bytes.Equal(again, cleaned) {
		t.Error("another time gives other bytes")
	}
	if twice, err := Clean(cleaned); err != nil || !bytes.Equal(twice, cleaned) {
		t.Error("what is clean is changed")
	}
}

// What is offered is the clean copy; the file as it was where that is wanted; the
// text where it cannot be cleaned.
func TestOf(t *testing.T) {
	raw := file(t, tracked)
	d := &report.Document{}
	for _, c := range []struct {
		src     *report.Source
		keep    bool
		name    string
		cleaned bool
		holds   string
	}{
		{&report.Source{Path: "seeds/a/2023.docx", Format: "docx", Raw: raw, Document: d}, false, "2023.docx", true, ""},
		{&report.Source{Path: "seeds/a/2023.docx", Format: "docx", Raw: raw, Document: d}, true, "2023.docx", false, string(raw)},
		{&report.Source{Path: "seeds/a/2023.doc", Format: "doc", Raw: []byte("old"), Converted: raw, Document: d}, false, "2023.docx", true, ""},
		{&report.Source{Path: "seeds/a/2023.txt", Format: "txt", Raw: []byte("甲")}, false, "2023.txt", false, "甲"},
		{&report.Source{Path: "seeds/a/2023.html", Format: "html", Raw: []byte("<p>甲"), Document: d}, true, "2023.html", false, "<p>甲"},
		{&report.Source{Path: "seeds/a/2023.docx", Format: "docx", Raw: []byte("PK broken"), Text: "甲\n", Document: d}, false, "2023.txt", true, "甲\n"},
	} {
		got := Of(c.src, c.keep)
		if got.Name != c.name || got.Cleaned != c.cleaned || c.holds != "" && string(got.Data) != c.holds {
			t.Errorf("%s, keep %v: %s, cleaned %v, %d bytes", c.src.Path, c.keep, got.Name, got.Cleaned, len(got.Data))
		}
		if c.holds == "" && strings.Contains(all(t, got.Data), "王某") {
			t.Errorf("%s: not clean", c.src.Path)
		}
	}
}

// Word's flat XML holds the parts as elements.
func TestFlat(t *testing.T) {
	flat := `<?xml version="1.0"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/docProps/core.xml"><pkg:xmlData><a>王某</a></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><w:p w:rsidR="1"><w:t>甲</w:t></w:p></pkg:part></pkg:package>`
	got := Of(&report.Source{Path: "2023.xml", Format: "xml", Raw: []byte(flat), Document: &report.Document{}}, false)
	if want := `<?xml version="1.0"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/document.xml"><w:p><w:t>甲</w:t></w:p></pkg:part></pkg:package>`; string(got.Data) != want {
		t.Errorf("%s", got.Data)
	}
}

func TestUTF16Part(t *testing.T) {
	var raw []byte
	for _, c := range "\ufeff<?xml version=\"1.0\" encoding=\"UTF-16\"?><a w:rsidR=\"1\">甲</a>" {
		raw = append(raw, byte(c), byte(c>>8))
	}
	got, err := scrub(raw, nil)
	if want := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a>甲</a>`; string(got) != want || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

// FuzzScrub: whatever a part is, it ends, and what is clean stays as it is.
func FuzzScrub(f *testing.F) {
	for _, s := range []string{`<a w:rsidR="1" b='2'/>`, `<w:ins><w:t>甲</w:t></w:ins><w:del>乙</w:del>`, `<a b = "C:\x" c>`, "<?xml version='1.0' encoding='x'", "<a b=\"", "\xff\xfe<\x00", "<a/></a></b><!-- -->"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := scrub(data, nil)
		if err != nil {
			return
		}
		if again, err := scrub(once, nil); err == nil && len(again) > len(once) {
			t.Fatalf("%q, then %q", once, again)
		}
		cleanPicture(data)
		cleanPicture(append([]byte("\xFF\xD8"), data...))
		cleanPicture(append([]byte("\x89PNG\r\n\x1a\n"), data...))
		_, _ = Clean(data)
	})
}
