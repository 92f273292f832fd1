package build

import (
	"cmp"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"sync"

	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/check"
	"mingfa/generator/check/sitecheck"
	"mingfa/generator/check/survey"
	"mingfa/generator/check/tell"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// Check surveys all of seeds/.
func (b *Builder) Check(ctx context.Context) (*survey.Survey, error) {
	portal, findings, err := b.read()
	if err != nil || portal == nil {
		return survey.New("", nil, findings), err
	}
	line := progress.Count(b.Log, "已查", "份", CountReports(portal))
	defer line.Stop()
	rows := make([][]survey.Report, len(portal.Bodies))
	for i, body := range portal.Bodies {
		rows[i] = make([]survey.Report, len(body.Entries))
	}
	var found []report.Finding
	lists, err := b.checkReports(ctx, portal, func(_ *reader, body, entry int, current *reading) {
		line.Add(1)
		e := portal.Bodies[body].Entries[entry]
		rows[body][entry] = rowOf(current, shown(b.Project, e.Path), shown(b.Project, e.ReviewPath), e.Year)
		found = append(found, current.findings...)
	})
	if err != nil {
		return nil, err
	}
	reports := b.rows(portal, rows, findings)
	return survey.New(portal.Site.Name, reports, slices.Concat(findings, lists, portal.Omitted(), b.renamedSince(portal), found)), nil
}

// CheckReports reads and checks the reports of a portal, or of a part of it, and
// gives the findings of each to use, a report at a time in no order. What is
// wrong with the lists that all are checked by comes back. What was published before
// is told of each report that has no fault.
func (b *Builder) CheckReports(ctx context.Context, portal *seeds.Portal, use func(body, entry int, findings []report.Finding)) ([]report.Finding, error) {
	bodies := bodiesOf(portal)
	var failed error
	lists, err := b.checkReports(ctx, portal, func(rd *reader, body, entry int, current *reading) {
		use(body, entry, current.findings)
		if b.Past == nil || current.report == nil || report.Failed(current.findings) {
			return
		}
		if _, err := b.Past.Of(ctx, rd.present(bodies[body], &portal.Bodies[body].Entries[entry], current)); err != nil {
			failed = err
		}
	})
	return lists, cmp.Or(err, failed)
}

func (b *Builder) checkReports(ctx context.Context, portal *seeds.Portal, use func(rd *reader, body, entry int, current *reading)) ([]report.Finding, error) {
	rd, lists, err := newReader(b.seeds(), portal.Catalogue)
	if err != nil {
		return nil, err
	}
	rd.project = b.Project
	var mu sync.Mutex
	err = rd.readAll(ctx, portal, func(body, entry int, current, _ *reading) error {
		mu.Lock()
		defer mu.Unlock()
		use(rd, body, entry, current)
		return nil
	})
	return shorten(b.Project, lists), err
}

// CheckFiles surveys report files that are named, and those of folders that are,
// by the lists of the project in the present folder. A file in the seeds/ of a portal
// is also compared with the reports of its neighbours.
// Of a folder there, what the portal says of it is said too.
func CheckFiles(ctx context.Context, paths []string) (*survey.Survey, error) {
	ofFolders := folderFindings(paths)
	paths, err := expand(paths)
	if err != nil {
		return nil, err
	}
	rd, findings, err := projectReader()
	if err != nil {
		return nil, err
	}
	findings = append(findings, ofFolders...)
	if err := rd.lookAround(ctx, paths); err != nil {
		return nil, err
	}
	var mu sync.Mutex
	rows := map[string]survey.Report{}
	err = rd.readNamed(ctx, paths, func(path string, current *reading) {
		mu.Lock()
		defer mu.Unlock()
		year, reviewPath := beside(path)
		row := rowOf(current, filepath.ToSlash(path), reviewPath, year)
		row.Body = cmp.Or(current.issuer(), filepath.ToSlash(filepath.Dir(path)))
		if body := seeds.BodyIn(filepath.Dir(path)); body != nil {
			row.Body, row.Region = body.Name, body.Region
		}
		rows[path] = row
		findings = append(findings, current.findings...)
	})
	var reports []survey.Report
	for _, path := range paths {
		if row, ok := rows[path]; ok {
			reports = append(reports, row)
			delete(rows, path) // a file that was named twice is one
		}
	}
	return survey.New("", reports, findings), err
}

// ReadFile reads one report file that is named, by the lists of the project in
// the present folder and with the settings beside the report, where there are
// any. Findings are printed to log; a file that holds no report gives
// outcome.ErrFindings.
func ReadFile(ctx context.Context, path string, log io.Writer) (*report.Report, error) {
	rd, findings, err := projectReader()
	if err != nil {
		return nil, err
	}
	var only *reading
	if err := rd.readNamed(ctx, []string{path}, func(_ string, r *reading) { only = r }); err != nil {
		return nil, err
	}
	findings = append(findings, only.findings...)
	if len(findings) > 0 {
		_ = tell.Print(log, findings, Terminal(log, "."))
	}
	if only.report == nil {
		return nil, outcome.ErrFindings
	}
	return only.report, nil
}

// CheckSite collects the findings about the built site in the folder dir. What
// the site as a whole leaves out is said of seeds/site.toml, where the project
// has one.
func (b *Builder) CheckSite(ctx context.Context, dir string) ([]report.Finding, error) {
	portal, _, err := b.read()
	if err != nil && !errors.Is(err, seeds.ErrNoSeeds) {
		return nil, err
	}
	var line *progress.Line
	findings, err := sitecheck.Dir(ctx, dir, sitecheck.Options{
		ItemsKnown: portal != nil && portal.Site.Name != "",
		Pages: func(total int) func() {
			line = progress.Count(b.Log, "已查", "页", total)
			return func() { line.Add(1) }
		},
	})
	if line != nil {
		line.Stop()
	}
	check.Conceal("", findings, lexicon.Builtin()) // a line of a page holds the text
	if portal != nil {
		findings = append(findings, portal.Omitted()...)
	}
	return findings, err
}
