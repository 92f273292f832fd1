package push

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/build"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// moves are the reports that a push takes away, and the bodies whose folder it
// renames. Neither shows in what is checked: a report that is not there has no
// fault, and yet its address is dead.
type moves struct {
	gone    []string            // "body/year", sorted
	renamed map[string][]string // the new slug of a body -> those that it had
}

// issuedFile is a report's file below seeds/.
type issuedFile struct{ body, year string }

// issuedOf tells whether a path is a report's file: seeds/shili/2023.txt.
func issuedOf(p string) (issuedFile, bool) {
	parts := strings.Split(p, "/")
	if len(parts) != 3 || parts[0] != "seeds" || path.Ext(parts[2]) == ".toml" {
		return issuedFile{}, false
	}
	year := strings.TrimSuffix(parts[2], path.Ext(parts[2]))
	if _, err := strconv.Atoi(year); err != nil {
		return issuedFile{}, false
	}
	return issuedFile{parts[1], year}, true
}

// movesOf sorts what differs between two commits.
func movesOf(changes []checkout.Change) *moves {
	m := &moves{renamed: map[string][]string{}}
	came := map[string][]issuedFile{} // by the object
	stays := map[issuedFile]bool{}
	for _, c := range changes {
		if f, ok := issuedOf(c.Path); ok && c.New != "" {
			stays[f] = true // in another format, perhaps
			if c.Old == "" {
				came[c.New] = append(came[c.New], f)
			}
		}
	}
	bodies := map[string]bool{} // that have lost their body.toml
	for _, c := range changes {
		if slug, ok := strings.CutSuffix(strings.TrimPrefix(c.Path, "seeds/"), "/body.toml"); ok && c.New == "" {
			bodies[slug] = true
		}
	}
	for _, c := range changes {
		f, ok := issuedOf(c.Path)
		if !ok || c.New != "" || stays[f] {
			continue
		}
		m.gone = append(m.gone, f.body+"/"+f.year)
		for _, to := range came[c.Old] {
			if bodies[f.body] && to.year == f.year && to.body != f.body && !slices.Contains(m.renamed[to.body], f.body) {
				m.renamed[to.body] = append(m.renamed[to.body], f.body)
			}
		}
	}
	slices.Sort(m.gone)
	return m
}

// came says how a report, body/year, came onto the site: 新增, 替换 where another file
// stood for it before, 更新 where only what staff say of it has changed.
func (m *moves) came(key string, changes []checkout.Change) string {
	said := "更新"
	for _, c := range changes {
		f, ok := issuedOf(c.Path)
		if !ok || f.body+"/"+f.year != key {
			continue
		}
		if c.Old != "" || len(m.renamed[f.body]) > 0 {
			return "替换"
		}
		said = "新增"
	}
	return said
}

// unnamed are the findings about bodies that were renamed without a word of it: what
// is known of their reports, addresses and days of first publication, would be lost.
func (m *moves) unnamed(portal *seeds.Portal) []report.Finding {
	var findings []report.Finding
	for _, b := range portal.Bodies {
		for _, old := range m.renamed[b.Slug] {
			if slices.Contains(b.Former, old) {
				continue
			}
			findings = append(findings, build.Unnamed(b.Slug, b.Former, old, report.Error))
		}
	}
	return findings
}

// takenDown are the addresses of the reports that go: not those that a former name
// leads on from.
func (m *moves) takenDown() []string {
	moved := map[string]bool{}
	for _, old := range m.renamed {
		for _, slug := range old {
			moved[slug] = true
		}
	}
	var urls []string
	for _, key := range m.gone {
		if slug, _, _ := strings.Cut(key, "/"); !moved[slug] {
			urls = append(urls, "reports/"+key+"/")
		}
	}
	return urls
}
