package command

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordFile is a Word file with body as its document and what Word notes of its
// writers.
func wordFile(t *testing.T, body string) []byte {
	t.Helper()
	const (
		relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		w         = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + relations + `"`
	)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="` + relations + `/extended-properties" Target="docProps/app.xml"/></Relationships>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + w + `><w:body>` + body + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/settings" Target="settings.xml"/></Relationships>`},
		{"word/settings.xml", `<w:settings ` + w + `><w:rsids><w:rsidRoot w:val="00C0FFEE"/></w:rsids></w:settings>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>司马某某</dc:creator><cp:lastModifiedBy>欧阳某某</cp:lastModifiedBy></cp:coreProperties>`},
		{"docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>C:\模板\某某.dotx</Template><Company>示例文印社</Company></Properties>`},
	} {
		f, err := z.Create(part[0])
		if err == nil {
			_, err = f.Write([]byte(part[1]))
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

func paragraph(runs string) string { return `<w:p w:rsidR="00C0FFEE"><w:r>` + runs + `</w:r></w:p>` }

func row(cells ...string) string {
	s := "<w:tr>"
	for _, c := range cells {
		s += "<w:tc>" + paragraph("<w:t>"+c+"</w:t>") + "</w:tc>"
	}
	return s + "</w:tr>"
}

var wordBody = paragraph("<w:t>示例市司法局2023年法治政府建设年度报告</w:t>") + paragraph("<w:t>一、主要举措和成效</w:t>") +
	paragraph("<w:t>评查执法卷宗64本，制定规范性文件3件。</w:t>") + `<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>` +
	row("事项", "件数（件）") + row("行政复议", "12") + row("行政许可", "35") + "</w:tbl>"

// A Word file is published without what it tells of its writers: not a name of
// its properties stands anywhere in the site, packed or not.
func TestWordFile(t *testing.T) {
	newProject(t)
	if err := os.Remove(report2023); err != nil {
		t.Fatal(err)
	}
	issued := wordFile(t, wordBody)
	writeFile(t, "seeds/shili/2023.docx", string(issued))
	mustBuild(t, 0)
	err := filepath.WalkDir("public", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, name := range []string{"司马某某", "欧阳某某", "示例文印社", "某某.dotx", "00C0FFEE"} {
			if strings.Contains(unpacked(raw), name) {
				t.Errorf("%s says %s", path, name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(page2023)
	if err != nil {
		t.Fatal(err)
	}
	offered, err := os.ReadFile("public/reports/shili/2023/2023.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"评查执法卷宗", "行政复议", sum(issued), sum(offered), "去掉了作者", "mingfa-word"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page has no %s", want)
		}
	}
	var out bytes.Buffer
	if status := Run(t.Context(), "mingfa", []string{"check", "--site", "public"}, &out, &out); status != 0 {
		t.Errorf("the site is at fault: %s", out.String())
	}
	mustBuild(t, 0)
	if again, err := os.ReadFile("public/reports/shili/2023/2023.docx"); err != nil || !bytes.Equal(again, offered) {
		t.Errorf("another build offers other bytes: %v", err)
	}

	// for who must publish the bytes
	writeFile(t, "seeds/site.toml", "name = \"示例市\"\nkeep_original = true\n")
	mustBuild(t, 0)
	if kept, err := os.ReadFile("public/reports/shili/2023/2023.docx"); err != nil || !bytes.Equal(kept, issued) {
		t.Errorf("the original is not kept: %v", err)
	}

	writeFile(t, "seeds/site.toml", "name = \"示例市\"\n")
	if status := Run(t.Context(), "mingfa", []string{"build", "--keep-original"}, io.Discard, io.Discard); status != 0 {
		t.Errorf("--keep-original ends with %d", status)
	}
	if kept, err := os.ReadFile("public/reports/shili/2023/2023.docx"); err != nil || !bytes.Equal(kept, issued) {
		t.Errorf("--keep-original does not: %v", err)
	}

	// what is not final is told, and nothing is published
	writeFile(t, "seeds/shili/2023.docx", string(wordFile(t, wordBody+`<w:p><w:ins w:id="1" w:author="司马某某"><w:r><w:t>新增一句。</w:t></w:r></w:ins></w:p>`)))
	if said := mustBuild(t, 1); !strings.Contains(said, "[tracked-change]") || strings.Contains(said, "司马") {
		t.Errorf("a tracked change: %s", said)
	}
}

// unpacked is what a file holds, with what a packed one packs.
func unpacked(raw []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return string(raw)
	}
	var b strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(r)
		b.WriteString(f.Name + string(data))
	}
	return b.String()
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
