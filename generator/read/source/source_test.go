package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
)

// TestGolden decodes the file of every testdata/*.txtar and compares what was
// read and found with "want". The file is named as staff would name it; its
// lines are Go string literals, so that bytes that are no text can be written,
// or, when its name begins with gbk-, text to be encoded as GB18030 first.
func TestGolden(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // what comes out does not hang on which programs a machine has
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		files := c.Files()
		if len(files) != 1 {
			t.Fatal("a case is a comment, a file and want")
		}
		return dump(decoded(files[0].Name, rawBytes(t, files[0])))
	})
}

// decoded is Decode of a file that needs no other program.
func decoded(name string, raw []byte) (*report.Source, []report.Finding) {
	src, findings, err := Decode(context.Background(), name, raw)
	if err != nil {
		panic(err)
	}
	return src, findings
}

func rawBytes(t *testing.T, f txtar.File) []byte {
	if strings.HasPrefix(f.Name, "gbk-") {
		raw, err := simplifiedchinese.GB18030.NewEncoder().Bytes(f.Data)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	var raw []byte
	for line := range strings.Lines(string(f.Data)) {
		s, err := strconv.Unquote(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		raw = append(raw, s...)
	}
	return raw
}

func dump(src *report.Source, findings []report.Finding) string {
	var b strings.Builder
	if src == nil {
		b.WriteString("refused\n")
	} else {
		fmt.Fprintf(&b, "%s %s, %d bytes, %d lines, sha256 %.8s\n%q\n", src.Format, src.Encoding, src.Size, src.Lines(), src.SHA256, src.Text)
	}
	for _, f := range findings {
		fmt.Fprintf(&b, "%s:%d:%d %s %s: %s\n  line:  %q\n  quote: %q\n  mend:  %s\n",
			f.File, f.Line, f.Column, f.Severity, f.Rule, f.Message, f.Excerpt, f.Quote, f.Suggestion)
	}
	return b.String()
}

func TestReadKeepsPathAndHashesBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2023.txt")
	if err := os.WriteFile(path, []byte("\ufeff示例\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	src, findings, err := Read(t.Context(), path)
	if err != nil || src == nil || len(findings) > 0 {
		t.Fatalf("%v, %v", findings, err)
	}
	const sum = "3ce4fa5409b022500e4ca3dd826ba2053240e7decb8a0f8dae65a88a126ae3f6"
	if src.Path != filepath.ToSlash(path) || src.Size != 11 || src.Text != "示例\r\n" || src.SHA256 != sum {
		t.Errorf("path %q, %d bytes, text %q, hash %q", src.Path, src.Size, src.Text, src.SHA256)
	}
}

func TestReadErrorsAreOfTheMachine(t *testing.T) {
	if _, _, err := Read(t.Context(), filepath.Join(t.TempDir(), "2023.txt")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
	folder := filepath.Join(t.TempDir(), "2023.txt")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(t.Context(), folder); err == nil {
		t.Error("a folder gives no error")
	}
}

func TestTooLargeIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2023.txt")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, maxSize+1); err != nil { // a hole, no bytes on the disk
		t.Fatal(err)
	}
	src, findings, err := Read(t.Context(), path)
	if err != nil || src != nil || len(findings) != 1 || findings[0].Rule != "file-too-large" {
		t.Errorf("%v, %v, %v", src, findings, err)
	}
}

// The bytes decide: a text is one under any name.
func TestATextUnderAnyName(t *testing.T) {
	for _, ext := range append(Formats(), "", ".DOCX", ".jpg") {
		if src, findings := decoded("2023"+ext, []byte("示例")); src == nil || src.Format != "txt" && ext != ".md" || strings.TrimSpace(src.Text) != "示例" {
			t.Errorf("%s: %v", ext, findings)
		}
	}
}

// FuzzDecode: whatever the bytes, either the text is all there, or an
// error-level finding says why not.
func FuzzDecode(f *testing.F) {
	f.Setenv("PATH", f.TempDir()) // no program is started that reads .doc
	for _, s := range []string{"", "\ufeff", "示例", "\xff\xfea\x00", "\xfe\xff\xd8\x00", "\xca\xbe\xc0\xfd\n\x80", "PK\x03\x04", "a\x00b", "示\xe7\n", "\ufffd", "<html><p>示例<del>甲</del>", "<?xml version='1.0'?><pkg:package/>", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		src, findings := decoded("a.txt", raw)
		if src != nil {
			if !utf8.ValidString(src.Text) || src.Size != len(raw) || !bytes.Equal(src.Raw, raw) {
				t.Fatalf("text %q of %d bytes", src.Text, src.Size)
			}
			if rest := bytes.TrimPrefix(raw, []byte("\ufeff")); src.Document == nil && strings.HasPrefix(src.Encoding, "utf-8") && src.Text != string(rest) {
				t.Fatalf("%q became %q", rest, src.Text)
			}
		}
		failed := false
		for _, f := range findings {
			failed = failed || f.Severity == report.Error
			if f.Message == "" || f.Suggestion == "" || !strings.Contains(f.Excerpt, f.Quote) || !utf8.ValidString(f.Excerpt) {
				t.Fatalf("%+v", f)
			}
			if f.Line > 0 && (f.Column < 1 || f.Column > utf8.RuneCountInString(f.Excerpt)+1) {
				t.Fatalf("%+v", f)
			}
		}
		if failed == (src != nil) {
			t.Fatalf("source %v, findings %v", src, findings)
		}
	})
}

// FuzzMarkdown: whatever a text is, its passages are text.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"# 示例\n\n1. 甲\n1. 乙\n", "|a|b|\n|-|-|\n|甲|\n", "---\na: b\n---\n甲<br>乙\\\n丙\n", "<div><p>甲</div>\n\n> - `乙`", "&#x4e2d;&amp;\\*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 10000 {
			return
		}
		if d := markdown(s); d != nil {
			if text, _ := d.Text(); !utf8.ValidString(text) {
				t.Fatalf("%q becomes %q", s, text)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	raw := []byte(strings.Repeat("示例市司法局依法履职，全年办理案件120件。\n", 2000))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		decoded("a.txt", raw)
	}
}

// A comment of Markdown is flagged, in each of its forms; what is shown is not.
func TestMarkdownComments(t *testing.T) {
	for raw, want := range map[string]int{
		"甲\n\n<!-- 吴某注 -->\n":               1,
		"甲<!-- 吴某注 -->乙\n":                  1,
		"甲\n\n<!--\n吴某注\n-->\n乙":            1,
		"<div><!-- 吴某注 -->甲</div>\n":        1,
		"甲\n\n[//]: # (吴某注)\n":              1,
		"| 甲<!-- 吴某注 --> |\n| --- |\n| 乙 |": 1,
		"- 甲<!-- 吴某注 --><!-- 吴某注二 -->":      2,
		"甲\n\n<!-- 吴某注":                     1,
		"甲\n\n<!-- -->\n":                   0,
		"甲 < 乙 -- 丙 >\n":                    0,
		"```\n<!-- 吴某注 -->\n```\n":          0,
	} {
		d := markdown(raw)
		got := 0
		for _, f := range d.Flags {
			if f.Kind == report.FlagComment && strings.HasPrefix(f.Quote, "吴某注") {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d comments, not %d", raw, got, want)
		}
	}
}

// TestPicturesOfMarkdown: they are counted, and what stands for them in words is kept.
func TestPicturesOfMarkdown(t *testing.T) {
	src, _, _ := Decode(t.Context(), "2023.md", []byte("# 示例市2023年报告\n\n见图。![办案 *走势* 图](zs.png)办理12件。\n\n![](x.png)\n"))
	if src == nil || src.Document == nil || src.Document.Pictures != 2 || len(src.Document.Alts) != 1 || src.Document.Alts[0] != "办案 走势 图" {
		t.Fatalf("%+v", src)
	}
	if strings.Contains(src.Text, "走势") {
		t.Errorf("the text has what stands for a picture: %q", src.Text)
	}
}
