package seeds

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings/findingtest"
)

const list = `[[theme]]
id = "governance"
name = "矛盾化解"

[[indicator]]
id = "sweeps"
name = "排查"
theme = "governance"
kind = "count"
units = ["次"]
definition = "排查的次数。"
any = ["矛盾纠纷排查"]
`

// write puts files into a new folder and goes there.
func write(t testing.TB, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func TestLoad(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		files := c.Map()
		if _, ok := files["seeds/site.toml"]; !ok && files["no-site"] == "" {
			files["seeds/site.toml"] = "name = \"示例市年度报告\"\n"
		}
		if _, ok := files["seeds/indicators.toml"]; !ok && files["no-indicators"] == "" {
			files["seeds/indicators.toml"] = list
		}
		write(t, files)
		portal, findings, err := Load("seeds")
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, body := range portal.Bodies {
			fmt.Fprintf(&b, "%s %s %q %q %q\n", body.Slug, body.Name, body.Short, body.Region, body.Parent)
			for _, e := range body.Entries {
				fmt.Fprintf(&b, "  %d %s %s\n", e.Year, e.Path, e.ReviewPath)
			}
		}
		return b.String() + "\n" + findingtest.Print(findings)
	})
}

func TestLoadNothing(t *testing.T) {
	write(t, map[string]string{"file": ""})
	for _, dir := range []string{"seeds", "file"} {
		if _, _, err := Load(dir); !errors.Is(err, ErrNoSeeds) {
			t.Errorf("%s: got %v, want ErrNoSeeds", dir, err)
		}
	}
}

// A link out of the folder must not publish what it leads to; one within it
// may stay.
func TestLinks(t *testing.T) {
	write(t, map[string]string{
		"seeds/site.toml": "name = \"示例市年度报告\"\n", "seeds/indicators.toml": list,
		"seeds/shili-sfj/body.toml": "name = \"示例市司法局\"\n", "seeds/shili-sfj/2023.txt": "甲", "secret/2022.txt": "密", "secret/body.toml": "name = \"密\"\n",
	})
	for link, target := range map[string]string{
		"seeds/shili-sfj/2022.txt": "../../secret/2022.txt", "seeds/outside": "../secret", "seeds/shili-sfj/2021.txt": "2023.txt",
		"seeds/shili-sfj/2020.txt": "nowhere", "seeds/loop": ".", "seeds/shili-sfj/2019.txt": "2019.txt",
	} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	portal, findings, err := Load("seeds")
	if err != nil {
		t.Fatal(err)
	}
	var refused []string
	for _, f := range findings {
		if f.Rule != rule.OutsideLink || f.Severity != report.Error {
			t.Errorf("unexpected %+v", f)
		}
		refused = append(refused, f.File)
	}
	if got, want := strings.Join(refused, " "), "seeds/loop seeds/outside seeds/shili-sfj/2019.txt seeds/shili-sfj/2020.txt seeds/shili-sfj/2022.txt"; got != want {
		t.Errorf("refused %s, want %s", got, want)
	}
	if len(portal.Bodies) != 1 || len(portal.Bodies[0].Entries) != 2 || portal.Bodies[0].Entries[0].Year != 2021 {
		t.Errorf("got %+v", portal.Bodies)
	}
}

// What a push brings is told apart by its path: what is read, and what is not.
func TestIsRead(t *testing.T) {
	for _, name := range []string{"seeds/site.toml", "seeds/laws.toml", "seeds/README.md", "seeds/shili/body.toml", "seeds/shili/2023.txt", "seeds/shili/2023.toml", "seeds/shili/2023.MD", "seeds/shili/说明.txt"} {
		if !IsRead(name) {
			t.Errorf("%s is not read", name)
		}
	}
	for _, name := range []string{"seeds/2023.txt", "seeds/body.toml", "seeds/shili/2023 (1).txt", "seeds/shili/照片.jpg", "seeds/shili/20235.txt", "seeds/shili/1900.txt", "seeds/shili/2023.jpg", "seeds/shili/附件/2023.txt", "seeds/示例/2023.txt", "content/a.md", "seeds/shili/.2023.txt"} {
		if IsRead(name) {
			t.Errorf("%s is read", name)
		}
	}
}

// The folder may itself be reached through a link, as in a deployment.
func TestLoadThroughLink(t *testing.T) {
	write(t, map[string]string{"real/site.toml": "name = \"甲\"\n", "real/indicators.toml": list, "real/shili/body.toml": "name = \"示例局\"\n", "real/shili/2023.txt": "甲"})
	if err := os.Symlink("real", "seeds"); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	portal, findings, err := Load("./seeds/")
	if err != nil || len(findings) > 0 || portal.Bodies[0].Entries[0].Path != "seeds/shili/2023.txt" {
		t.Errorf("got %+v, %+v, %v", portal, findings, err)
	}
}

// What every page of a government's site should have and site.toml does not
// state is told once, but not of a demonstration, nor what is written as "".
func TestOmitted(t *testing.T) {
	for _, c := range []struct{ site, want string }{
		{"name = \"示例市\"\n", "网址（domain）、主办单位（sponsor）、联系方式（contact）、网站标识码（id_code）、ICP备案号（icp）、公安备案号（public_security）"},
		{"icp = \"\"\nname = \"示例市\"\ndomain = \"https://www.example.gov.cn/\"\nsponsor = \"示例市司法局\"\ncontact = \"见网站\"\nid_code = \"\"\n", "公安备案号（public_security）"},
		{"name = \"示例市\"\ndemonstration = true\n", ""},
		{"name = \"示例市\"\nnmae = \"甲\"\n", ""}, // first things first
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "site.toml"), []byte(c.site), 0o666); err != nil {
			t.Fatal(err)
		}
		portal, findings, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		got := portal.Omitted()
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0].Message, "："+c.want+"，") || got[0].Line == 0 || got[0].Severity != report.Warning) {
			t.Errorf("%s\ngot %+v, want %s", c.site, got, c.want)
		}
		for _, f := range findings {
			if f.Rule == rule.MissingSiteItem {
				t.Errorf("Load tells it: %+v", f)
			}
		}
	}
}

// The project's own seeds are without fault, and nothing in them is made up.
func TestOwnSeeds(t *testing.T) {
	portal, findings, err := Load("../../seeds")
	if err != nil || len(findings) > 0 {
		t.Fatalf("got %+v, %v", findings, err)
	}
	s := portal.Site
	if got := s.IDCode + s.ICP + s.PublicSecurity + s.Sponsor + s.Contact; got != "" || !s.Demonstration {
		t.Errorf("stated: %s", got)
	}
	body := portal.Bodies[0]
	if body.Slug != "hubin-sfj" || body.Name != "湖滨区司法局" || len(body.Entries) != 1 ||
		body.Entries[0] != (Entry{2023, "../../seeds/hubin-sfj/2023.txt", "../../seeds/hubin-sfj/2023.toml"}) {
		t.Errorf("got %+v", body)
	}
	if n := len(portal.Catalogue.Indicators); n < 70 {
		t.Errorf("%d indicators", n)
	}
}

// Whatever site.toml and body.toml hold, loading ends without a Go error.
func FuzzLoad(f *testing.F) {
	f.Add("name = \"甲\"\ndomain = \"https://a.example/b\"\n", "name = \"乙\"\nparent = \"shili\"\n")
	f.Add("name = \"甲\"\ndomain = \"ftp://a\"\nid_code = \"1\"", "name = \"\\u202e\"\nregion = 3")
	f.Add("", "\xff")
	write(f, map[string]string{"seeds/shili/2023.txt": "甲", "seeds/indicators.toml": list})
	f.Fuzz(func(t *testing.T, site, body string) {
		for name, data := range map[string]string{"seeds/site.toml": site, "seeds/shili/body.toml": body} {
			if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		portal, findings, err := Load("seeds")
		if err != nil {
			t.Fatal(err)
		}
		broken := false
		for _, f := range findings {
			broken = broken || f.Severity == report.Error
		}
		if !broken && (portal.Site.Name == "" || len(portal.Bodies) != 1 || portal.Bodies[0].Name == "") {
			t.Errorf("no error, but got %+v %+v", portal.Site, portal.Bodies)
		}
	})
}
