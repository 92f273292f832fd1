package word

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzRead reads whatever bytes: archives, flat XML, anything.
func FuzzRead(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(packed(c))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if d, err := Read(bytes.NewReader(raw), int64(len(raw))); err == nil {
			check(t, d)
		}
	})
}

// FuzzParts reads whatever parts, which no mutation of an archive would reach.
func FuzzParts(f *testing.F) {
	for _, c := range cases(f) {
		if c["flat"] == "" {
			f.Add(body(c["body"]), lists(c["lists"]), c["styles"], c["notes"])
		}
	}
	f.Fuzz(func(t *testing.T, text, numbers, styles, notes string) {
		raw := packed(map[string]string{"body": text, "numbering.xml": "<w:numbering " + spaces + ">" + numbers + "</w:numbering>", "styles": styles, "notes": notes})
		if d, err := Read(bytes.NewReader(raw), int64(len(raw))); err == nil {
			check(t, d)
		}
	})
}

// cases are the files of all cases.
func cases(f *testing.F) []map[string]string {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatal("no cases")
	}
	var all []map[string]string
	for _, name := range paths {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		c := map[string]string{}
		for _, file := range txtar.Parse(raw).Files {
			if file.Name != "want" {
				c[file.Name] = string(file.Data)
			}
		}
		all = append(all, c)
	}
	return all
}
