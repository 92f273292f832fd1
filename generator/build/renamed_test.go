package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

// siteWith makes a folder that tells of reports as a built site does: "slug/year sum name".
func siteWith(t *testing.T, reports ...string) string {
	t.Helper()
	dest := t.TempDir()
	for _, r := range reports {
		parts := strings.Fields(r)
		slug, _, _ := strings.Cut(parts[0], "/")
		folder := filepath.Join(dest, "reports", filepath.FromSlash(parts[0]))
		for _, f := range []string{folder, filepath.Join(dest, "bodies", slug)} {
			if err := os.MkdirAll(f, 0o777); err != nil {
				t.Fatal(err)
			}
		}
		about := fmt.Sprintf(`{"issuer":%q,"source":{"sha256":%q}}`, parts[2], parts[1])
		if err := os.WriteFile(filepath.Join(folder, "report.json"), []byte(about), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dest
}

// TestRenamedOnTheSite: which body another folder of the site before was.
func TestRenamedOnTheSite(t *testing.T) {
	a := &site.Body{Slug: "jia", Name: "示例市甲局"}
	b := &site.Body{Slug: "yi", Name: "示例市乙局", Former: []string{"y"}}
	issued := []Issued{{Body: a, Year: 2022, SHA256: "a2"}, {Body: a, Year: 2023, SHA256: "a3"}, {Body: b, Year: 2023, SHA256: "b3"}}
	for name, c := range map[string]struct {
		before []string
		want   []string
	}{
		"nothing before":              {nil, nil},
		"the same":                    {[]string{"jia/2023 a3 示例市甲局", "yi/2023 b3 示例市乙局"}, nil},
		"renamed":                     {[]string{"j/2022 a2 示例市甲局", "j/2023 a3 示例市甲局", "yi/2023 b3 示例市乙局"}, []string{`j seeds/jia/body.toml former = ["j"]`}},
		"renamed, with another name":  {[]string{"j/2023 a3 示例市旧局"}, []string{`j seeds/jia/body.toml former = ["j"]`}},
		"renamed and written anew":    {[]string{"j/2023 x 示例市甲局"}, []string{`j seeds/jia/body.toml former = ["j"]`}},
		"named":                       {[]string{"y/2023 b3 示例市乙局"}, nil},
		"renamed for a second time":   {[]string{"y2/2023 b3 示例市乙局"}, []string{`y2 seeds/yi/body.toml former = ["y", "y2"]`}},
		"both":                        {[]string{"j/2022 a2 甲", "y2/2023 b3 乙"}, []string{`j seeds/jia/body.toml former = ["j"]`, `y2 seeds/yi/body.toml former = ["y", "y2"]`}},
		"taken down":                  {[]string{"bing/2023 c3 示例市丙局", "jia/2023 a3 示例市甲局"}, nil},
		"a namesake beside":           {[]string{"j/2021 x 示例市甲局", "jia/2023 a3 示例市甲局"}, nil},
		"the same file, another year": {[]string{"bing/2021 a3 示例市丙局"}, nil},
	} {
		var got []string
		for _, f := range renamed(siteWith(t, c.before...), issued) {
			_, old, _ := strings.Cut(f.Message, "文件夹 seeds/")
			old, _, _ = strings.Cut(old, " ")
			_, line, _ := strings.Cut(f.Suggestion, "里加一行：")
			got = append(got, old+" "+f.File+" "+line)
			if f.Severity != report.Warning || f.Rule != "lost-address" {
				t.Errorf("%s: %s of %s", name, f.Severity, f.Rule)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestRenamedOnABrokenSite: what cannot be read there is nobody's former address.
func TestRenamedOnABrokenSite(t *testing.T) {
	dest := siteWith(t, "j/2023 a3 示例市甲局")
	file := filepath.Join(dest, "reports", "j", "2023", "report.json")
	for _, text := range []string{"", "{", "[]", `{"source":{}}`, `{"issuer":""}`} {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if found := renamed(dest, []Issued{{Body: &site.Body{Slug: "jia", Name: "示例市甲局"}, Year: 2023, SHA256: "a3"}}); len(found) > 0 {
			t.Errorf("%s: %v", text, found)
		}
	}
}

// TestRenamedSinceTheSite: who checks, or makes a part, is told of a renamed folder as who builds.
func TestRenamedSinceTheSite(t *testing.T) {
	b := &Builder{Project: t.TempDir()}
	file := filepath.Join(b.Project, "2023.txt")
	if err := os.WriteFile(file, []byte("示例市甲局2023年报告"), 0o666); err != nil {
		t.Fatal(err)
	}
	portal := &seeds.Portal{Bodies: []*seeds.Body{{Slug: "jia", Name: "示例市甲局", Entries: []seeds.Entry{{Path: file, Year: 2023}}}}}
	if found := b.renamedSince(portal); len(found) > 0 {
		t.Errorf("no site: %v", found)
	}
	if err := os.Rename(siteWith(t, "j/2023 "+sum("示例市甲局2023年报告")+" 示例市旧局"), filepath.Join(b.Project, standard)); err != nil {
		t.Fatal(err)
	}
	if found := b.renamedSince(portal); len(found) != 1 || found[0].File != "seeds/jia/body.toml" || found[0].Severity != report.Warning {
		t.Errorf("renamed: %v", found)
	}
	portal.Bodies[0].Former = []string{"j"}
	if found := b.renamedSince(portal); len(found) > 0 {
		t.Errorf("named: %v", found)
	}
}
