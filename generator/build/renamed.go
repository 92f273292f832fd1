package build

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/check/tell"
	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

// Unnamed is the finding about a body whose folder was called old before, and whose body.toml
// does not say so: nothing leads from its old addresses to the new ones.
func Unnamed(slug string, former []string, old string, severity report.Severity) report.Finding {
	all := append(slices.Clone(former), old)
	for i := range all {
		all[i] = strconv.Quote(all[i])
	}
	return report.Finding{
		Rule: rule.LostAddress, Severity: severity, File: "seeds/" + slug + "/body.toml",
		Message:    fmt.Sprintf("文件夹 seeds/%s 改名成了 seeds/%s，但没有写明：原来的网址不会转到新的网址，首次发布日期也会从头算起", escape.Visible(old), slug),
		Suggestion: fmt.Sprintf("请在 seeds/%s/body.toml 里加一行：former = [%s]", slug, strings.Join(all, ", ")),
	}
}

// tellRenamed says which bodies of the site in dest go from it, while the same reports come
// under another address. It is a warning: the site is made all the same.
func (b *Builder) tellRenamed(dest string, issued []Issued) {
	if found := renamed(dest, issued); len(found) > 0 {
		_ = tell.Print(b.Log, found, Terminal(b.Log, b.Project)) // that nobody can be told does not undo the site
	}
}

// renamed are the findings about bodies that stand on the site in dest under an address that is
// not theirs any more, in the order of those addresses.
func renamed(dest string, issued []Issued) []report.Finding {
	known := map[string]bool{} // what is, or leads to, a body
	of := map[string]*site.Body{}
	for _, i := range issued {
		known[i.Body.Slug] = true
		for _, former := range i.Body.Former {
			known[former] = true
		}
		of[i.SHA256+" "+strconv.Itoa(i.Year)], of[i.Body.Name] = i.Body, i.Body
	}
	folders, err := os.ReadDir(filepath.Join(dest, "reports"))
	if err != nil {
		return nil // there is no site before, or none that anybody can read
	}
	var findings []report.Finding
	for _, folder := range folders {
		if old := folder.Name(); folder.IsDir() && !known[old] {
			if to := renamedTo(dest, old, of); to != nil {
				findings = append(findings, Unnamed(to.Slug, to.Former, old, report.Warning))
			}
		}
	}
	return findings
}

// standard is where build puts the site when nobody says otherwise: what check and a part of
// a site are held against.
const standard = "public"

// renamedSince are the findings about bodies that were renamed since the site was built, for
// who checks and does not build. Only where an address of the site is nobody's any more are the
// files summed up.
func (b *Builder) renamedSince(portal *seeds.Portal) []report.Finding {
	dest := filepath.Join(b.Project, standard)
	folders, err := os.ReadDir(filepath.Join(dest, "reports"))
	if err != nil {
		return nil // there is no site before, or none that anybody can read
	}
	bodies := bodiesOf(portal)
	known := map[string]bool{}
	for _, body := range bodies {
		known[body.Slug] = true
		for _, former := range body.Former {
			known[former] = true
		}
	}
	if !slices.ContainsFunc(folders, func(f os.DirEntry) bool { return f.IsDir() && !known[f.Name()] }) {
		return nil
	}
	var issued []Issued
	for i, body := range portal.Bodies {
		issued = append(issued, Issued{Body: bodies[i]})
		for _, e := range body.Entries {
			if raw, err := os.ReadFile(e.Path); err == nil {
				issued = append(issued, Issued{Body: bodies[i], Year: e.Year, SHA256: sum(string(raw))})
			}
		}
	}
	return renamed(dest, issued)
}

// renamedTo is the body that has a report of a folder that goes: the very file of the same year,
// or one of a body of that name which is new to the site. nil for none. of are the bodies by the
// files of their reports with the year, and by their names.
func renamedTo(dest, old string, of map[string]*site.Body) *site.Body {
	folder := filepath.Join(dest, "reports", old)
	years, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var named *site.Body
	for _, year := range years {
		raw, err := os.ReadFile(filepath.Join(folder, year.Name(), "report.json"))
		var was struct {
			Issuer string
			Source struct{ SHA256 string }
		}
		if err != nil || json.Unmarshal(raw, &was) != nil {
			continue
		}
		if to := of[was.Source.SHA256+" "+year.Name()]; to != nil {
			return to
		}
		if to := of[was.Issuer]; to != nil && !stood(dest, to.Slug) {
			named = to
		}
	}
	return named
}

// stood reports whether a body has had a page on the site in dest.
func stood(dest, slug string) bool {
	_, err := os.Stat(filepath.Join(dest, "bodies", slug))
	return err == nil
}
