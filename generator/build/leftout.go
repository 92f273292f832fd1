package build

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mingfa/generator/build/progress"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/seeds"
)

// LeftOut is what a build goes on without, because of errors: a report, a file
// that is none, or a folder that is no body's.
type LeftOut struct {
	Body    string // its name; "" of a folder that has none
	Slug    string
	Year    int // 0 where it is no report of a year
	File    string
	Faults  []report.Finding
	Removed bool // it stood on the site that was there before, and does no more
}

// leaver takes out of a portal what has errors.
type leaver struct {
	*Builder
	portal *seeds.Portal
	left   []LeftOut
}

// byFolder leaves out what errors in findings about the folder are of, and gives the
// findings that are left. An error about the portal itself, or about a list that all
// is read by, stays: nothing can be made without those.
func (l *leaver) byFolder(findings []report.Finding) []report.Finding {
	var kept []report.Finding
	for _, f := range findings {
		if f.Severity != report.Error || !l.leave(f) {
			kept = append(kept, f)
		}
	}
	return kept
}

// leave leaves out what an error is about, and reports whether it is about a folder
// or a file of one body.
func (l *leaver) leave(f report.Finding) bool {
	below, ok := strings.CutPrefix(f.File, "seeds/")
	slug, name, within := strings.Cut(below, "/")
	switch {
	case f.Rule == rule.StrayFile && !within: // a report beside the folders of bodies
		l.add(LeftOut{Body: path.Base(f.File), File: f.File}, f)
		return true
	case !ok || !within && path.Ext(slug) != "":
		return false
	}
	year := seeds.YearIn(strings.TrimSuffix(name, path.Ext(name)))
	i := slices.IndexFunc(l.portal.Bodies, func(b *seeds.Body) bool { return b.Slug == slug })
	switch {
	case i < 0: // the folder of no body
		l.add(LeftOut{Slug: slug, File: f.File}, f)
	case name == "body.toml" || !within:
		body := l.portal.Bodies[i]
		for _, e := range body.Entries {
			l.add(LeftOut{Body: body.Name, Slug: slug, Year: e.Year, File: shown(l.Project, e.Path)}, f)
		}
		if len(body.Entries) == 0 {
			l.add(LeftOut{Body: body.Name, Slug: slug, File: f.File}, f)
		}
		body.Entries = nil
	default:
		// Of two reports of one year nobody knows which is the right one.
		if !l.entry(i, f, func(e seeds.Entry) bool {
			return f.Rule == rule.DuplicateReport && e.Year == year || shown(l.Project, e.Path) == f.File || shown(l.Project, e.ReviewPath) == f.File
		}) {
			l.add(LeftOut{Body: l.portal.Bodies[i].Name, Slug: slug, File: f.File}, f)
		}
	}
	return true
}

// entry leaves out the report of a body that an error is about, and reports whether
// there is one.
func (l *leaver) entry(body int, f report.Finding, is func(e seeds.Entry) bool) bool {
	b := l.portal.Bodies[body]
	i := slices.IndexFunc(b.Entries, is)
	if i < 0 {
		return false
	}
	e := b.Entries[i]
	b.Entries = slices.Delete(b.Entries, i, i+1)
	l.add(LeftOut{Body: b.Name, Slug: b.Slug, Year: e.Year, File: shown(l.Project, e.Path)}, f)
	return true
}

// add notes an error of what is left out, which may have several.
func (l *leaver) add(x LeftOut, faults ...report.Finding) {
	i := slices.IndexFunc(l.left, func(o LeftOut) bool { return o.File == x.File })
	if i < 0 {
		i, l.left = len(l.left), append(l.left, x)
	}
	l.left[i].Faults = append(l.left[i].Faults, faults...)
}

// byText reads all reports and leaves out those with errors. A report is compared
// with that on the year before: where this one is left out, the next is read again
// without it, until none has errors.
func (l *leaver) byText(ctx context.Context, rd *reader) error {
	for {
		type place struct{ body, entry int }
		var mu sync.Mutex
		faulty := map[place][]report.Finding{}
		line := progress.Count(l.Log, "已查", "份", CountReports(l.portal))
		err := rd.readAll(ctx, l.portal, func(body, entry int, current, _ *reading) error {
			defer line.Add(1)
			if report.Failed(current.findings) {
				mu.Lock()
				defer mu.Unlock()
				faulty[place{body, entry}] = current.findings
			}
			return nil
		})
		line.Stop()
		if err != nil || len(faulty) == 0 {
			return err
		}
		for i, b := range l.portal.Bodies {
			var kept []seeds.Entry
			for j, e := range b.Entries {
				faults := slices.DeleteFunc(slices.Clone(faulty[place{i, j}]), func(f report.Finding) bool { return f.Severity != report.Error })
				if len(faults) == 0 {
					kept = append(kept, e)
					continue
				}
				l.add(LeftOut{Body: b.Name, Slug: b.Slug, Year: e.Year, File: shown(l.Project, e.Path)}, faults...)
			}
			b.Entries = kept
		}
	}
}

// close puts the portal in order without what is left out. Where no report remains,
// there is no site to make.
func (l *leaver) close() error {
	l.portal.Bodies = slices.DeleteFunc(l.portal.Bodies, func(b *seeds.Body) bool {
		return len(b.Entries) == 0 && slices.ContainsFunc(l.left, func(x LeftOut) bool { return x.Slug == b.Slug && path.Base(x.Faults[0].File) == "body.toml" })
	})
	for _, b := range l.portal.Bodies {
		if !slices.ContainsFunc(l.portal.Bodies, func(above *seeds.Body) bool { return above.Slug == b.Parent }) {
			b.Parent = ""
		}
	}
	slices.SortStableFunc(l.left, func(a, b LeftOut) int { return strings.Compare(a.File, b.File) })
	if CountReports(l.portal) > 0 {
		return nil
	}
	return l.Refuse(FaultsOf(l.left))
}

// FaultsOf are the errors of all that was left out, each once.
func FaultsOf(left []LeftOut) []report.Finding {
	var all []report.Finding
	for _, x := range left {
		for _, f := range x.Faults {
			if !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}

// mark says which of the reports that are left out stand on the site in dest.
func mark(left []LeftOut, dest string) {
	for i := range left {
		x := &left[i]
		if x.Year > 0 {
			_, err := os.Stat(filepath.Join(dest, "reports", x.Slug, strconv.Itoa(x.Year), "index.html"))
			x.Removed = err == nil
		}
	}
}

// Name is what is left out, for people: 示例县公安局 2023年度.
func (x *LeftOut) Name() string {
	name := x.Body
	if name == "" {
		name = x.Slug
	}
	if x.Year > 0 {
		name += fmt.Sprintf(" %d年度", x.Year)
	}
	return name
}
