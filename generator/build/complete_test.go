package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFault: a page is looked through for its title as far as a head can reach, however long what
// stands before it, and parted wherever the reading is.
func TestFault(t *testing.T) {
	const title = "示例市司法局2023年报告"
	for _, c := range []struct {
		page, want string
	}{
		{"", "是空的"},
		{"<title>" + title + "</title>", ""},
		{"<title>别的</title>", "没有自己的标题"},
		{strings.Repeat("x", usualHead-8) + title, ""},
		{strings.Repeat("x", usualHead) + title, ""},
		{strings.Repeat("x", mostHead-len(title)) + title, ""},
		{strings.Repeat("x", mostHead-len(title)+1) + title, "没有自己的标题"},
		{strings.Repeat("x", usualHead), "没有自己的标题"},
	} {
		dest := t.TempDir()
		if err := os.WriteFile(filepath.Join(dest, "index.html"), []byte(c.page), 0o666); err != nil {
			t.Fatal(err)
		}
		got, err := wantedPage{"index.html", title}.fault(dest)
		if err != nil || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%d bytes: %q, %v; want %q", len(c.page), got, err, c.want)
		}
	}
}
