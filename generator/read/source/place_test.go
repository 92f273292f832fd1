package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The place of a fault is where an editor shows it, whatever ends the lines and
// wherever in the file it is.
func TestPlaceOfABrokenByte(t *testing.T) {
	for raw, want := range map[string]struct {
		line, column int
		excerpt      string
	}{
		"\xff甲":                {1, 1, "�甲"},
		"甲\xff":                {1, 2, "甲�"},
		"甲\n乙\n丙丁\xff戊\n己":     {3, 3, "丙丁�戊"},
		"甲\r\n乙\r\n丙\xff\r\n戊": {3, 2, "丙�"},
		"甲\r乙\r丙\xff丁\r戊":      {3, 2, "丙�丁"},
		"甲\n\r\n\xff":          {3, 1, "�"},
		"甲\r\xff\r":            {2, 1, "�"},
		"\n\xff":               {2, 1, "�"},
		"\xef\xbb\xbf甲\n乙\xff": {2, 2, "乙�"},
	} {
		src, found := decoded("2023.txt", []byte(raw))
		if src != nil || len(found) != 1 {
			t.Errorf("%q is read, with %v", raw, found)
			continue
		}
		if f := found[0]; f.Line != want.line || f.Column != want.column || f.Excerpt != want.excerpt || f.Quote != "\uFFFD" || !strings.Contains(f.Message, "（字节 0xFF）") {
			t.Errorf("%q: %d:%d %q in %q: %s", raw, f.Line, f.Column, f.Quote, f.Excerpt, f.Message)
		}
	}
}

// Controls are counted where there are several, from the first on.
func TestControlsAreCounted(t *testing.T) {
	for raw, want := range map[string]string{
		"\x01甲":           "1:1 文中有看不见的控制字符 U+0001",
		"甲\n乙\x02丙":       "2:2 文中有看不见的控制字符 U+0002",
		"甲\x03乙\x04":      "1:2 文中有看不见的控制字符 U+0003（这类字符共2个，这是第一个）",
		"甲\x1f\x1f\x1f\t": "1:2 文中有看不见的控制字符 U+001F（这类字符共3个，这是第一个）",
		"甲\x00":           "1:2 文中有看不见的控制字符 U+0000",
	} {
		_, found := decoded("2023.txt", []byte(raw))
		got := ""
		if len(found) == 1 {
			got = string(rune('0'+found[0].Line)) + ":" + string(rune('0'+found[0].Column)) + " " + found[0].Message
		}
		if got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
		if utf16 := len(found) == 1 && strings.Contains(found[0].Suggestion, "UTF-16"); utf16 != strings.Contains(raw, "\x00") {
			t.Errorf("%q: %s", raw, found[0].Suggestion)
		}
	}
	for _, raw := range []string{"甲\t乙\f丙\r\n", "甲 乙"} {
		if _, found := decoded("2023.txt", []byte(raw)); len(found) > 0 {
			t.Errorf("%q: %v", raw, found)
		}
	}
}

// A character outside of the first plane is two units of UTF-16; half of it is
// a fault, at the end of the file too.
func TestUTF16Pairs(t *testing.T) {
	for raw, want := range map[string]string{
		"\xff\xfe\x3d\xd8\x00\xde":           "😀",
		"\xff\xfea\x00\x3d\xd8\x00\xdeb\x00": "a😀b",
		"\xfe\xff\xd8\x3d\xde\x00":           "😀",
		"\xff\xfea\x00\x3d\xd8":              "",
		"\xff\xfea\x00\x3d\xd8\x00":          "",
		"\xff\xfe\x00\xdea\x00":              "",
		"\xff\xfe\x3d\xd8a\x00":              "",
		"\xff\xfea\x00b":                     "",
	} {
		src, found := decoded("2023.txt", []byte(raw))
		switch {
		case want != "" && (src == nil || src.Text != want):
			t.Errorf("%q: %v, %v", raw, src, found)
		case want == "" && (src != nil || len(found) != 1 || !strings.Contains(found[0].Message, "UTF-16")):
			t.Errorf("%q is read: %v", raw, found)
		}
	}
}

// A folder is no report, whatever it is called.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "b.txt"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(t.Context(), filepath.Join(dir, "b.txt")); !errors.Is(err, syscall.EISDIR) {
		t.Errorf("a folder: %v", err)
	}
}

// 64 MB are read, one byte more is not.
func TestLargestFile(t *testing.T) {
	raw := []byte("示" + strings.Repeat(" ", maxSize-len("示")))
	if src, found := decoded("2023.txt", raw); src == nil || len(found) > 0 {
		t.Errorf("64 MB: %v", found)
	}
	if src, found := decoded("2023.txt", append(raw, '\n')); src != nil || len(found) != 1 || !strings.Contains(found[0].Message, "文件超过64 MB") {
		t.Errorf("a byte more: %v", found)
	}
}
