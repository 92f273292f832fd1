package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/outcome"
	"mingfa/generator/check"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/promise"
	"mingfa/generator/read/review"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// reader takes reports through the stages, up to the gate.
type reader struct {
	catalogue *indicator.Catalogue
	lexicon   *lexicon.Lexicon
	phrases   *check.Phrases // nil without any
	laws      *check.Laws    // likewise
	project   string         // the project's folder, which is left out of the paths that are shown

	only       []bool            // by body: whose reports are read; nil for all
	neighbours *check.Neighbours // the reports of the portal; nil until they are sketched
	ahead      *ahead            // documents that were read for it and are still to be read for their pages; nil for none
	owners     map[string]owner  // by folder, where reports are named
	today      string            // in Beijing, YYYY-MM-DD; for findings about days to come and nothing else
}

// newReader reads dir/lexicon.toml, dir/phrases.toml and dir/laws.toml; a portal
// without them has the built-in words, phrases and names. What is wrong with them is in the findings.
func newReader(dir string, catalogue *indicator.Catalogue) (*reader, []report.Finding, error) {
	words, faults, err := readLexicon(dir)
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, "phrases.toml")
	raw, builtin, err := readOr(path, "seeds/phrases.toml")
	if err != nil {
		return nil, nil, fmt.Errorf("failed to read the fixed phrases: %w", err)
	}
	phrases, findings := check.ParsePhrases(filepath.ToSlash(path), raw, builtin)
	path = filepath.Join(dir, "laws.toml")
	raw, builtin, err = readOr(path, "seeds/laws.toml")
	if err != nil {
		return nil, nil, fmt.Errorf("failed to read the names of laws: %w", err)
	}
	laws, misnamed := check.ParseLaws(filepath.ToSlash(path), raw, builtin)
	return &reader{catalogue: catalogue, lexicon: words, phrases: phrases, laws: laws, today: time.Now().In(report.Beijing).Format(time.DateOnly)}, slices.Concat(faults, findings, misnamed), nil
}

// readLexicon reads dir/lexicon.toml.
func readLexicon(dir string) (*lexicon.Lexicon, []report.Finding, error) {
	path := filepath.Join(dir, "lexicon.toml")
	raw, builtin, err := readOr(path, lexicon.Path)
	if err != nil {
		return nil, nil, fmt.Errorf("failed to read the lexicon: %w", err)
	}
	words, findings := lexicon.Parse(filepath.ToSlash(path), raw, builtin)
	return words, findings, nil
}

// shown is a path as people see it and as it is published: from the project's
// folder on, wherever that stands.
func (rd *reader) shown(path string) string { return shown(rd.project, path) }

func shown(project, path string) string {
	if project == "" {
		return path
	}
	return strings.TrimPrefix(path, filepath.ToSlash(project)+"/")
}

// shorten makes the paths of findings those that people see.
func shorten(project string, findings []report.Finding) []report.Finding {
	for i := range findings {
		findings[i].File = shown(project, findings[i].File)
	}
	return findings
}

// readOr reads the file at path, or gives the built-in one of that name where
// there is none; builtin is that one in any case.
func readOr(path, name string) (raw, builtin []byte, err error) {
	if builtin, err = mingfa.Files.ReadFile(name); err != nil {
		return nil, nil, err
	}
	raw, err = os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return builtin, builtin, nil
	}
	return raw, builtin, err
}

// owner says whose a report is; the zero value that nobody knows.
type owner struct {
	slug  string
	names []string
}

// reading is a report that was read and checked.
type reading struct {
	report   *report.Report // nil when the file holds none; an error-level finding says why
	review   *review.Review // nil without one
	findings []report.Finding
	toCome   bool            // some of them will not be told on a later day
	waived   []review.Waived // findings that staff have accepted
	lastYear lastyear.Comparison
	series   []string     // keys of the series that its figures are in
	input    *check.Input // what the rules looked at; nil without a report
	plan     *followUp    // what came of the plan of the year before; nil until it is asked

	settingsSum string      // SHA-256 of its settings; "" without any
	present     keptPresent // what is kept of it as it is published
}

// followUp is what the program found of a plan, which takes longer than all that is done with it.
type followUp struct {
	previous *report.Report
	year     int // of the report, which its file's name may correct
	promises []report.Promise
}

// followUp is what came of the plan of previous, which may be nil, as the program sees it.
func (rd *reader) followUp(previous *report.Report, current *reading) []report.Promise {
	if f := current.plan; f == nil || f.previous != previous || f.year != current.report.Year {
		current.plan = &followUp{previous, current.report.Year, promise.Compare(previous, current.report, rd.lexicon)}
	}
	return current.plan.promises
}

// read reads one report. Its year is the one that its file is named after, 0
// when the name says none; reviewPath may be "", previous nil, of the zero
// value.
func (rd *reader) read(ctx context.Context, path, reviewPath string, year int, previous *reading, of owner) (current *reading, err error) {
	err = outcome.Guard("读取 "+rd.shown(path), func() (err error) {
		current, err = rd.through(ctx, path, reviewPath, year, previous, of)
		return err
	})
	return current, err
}

// through takes one report through the stages.
func (rd *reader) through(ctx context.Context, path, reviewPath string, year int, before *reading, of owner) (*reading, error) {
	previous := before.published()
	src, findings, err := rd.ahead.read(ctx, path)
	findings = shorten(rd.project, findings)
	check.Conceal("", findings, rd.lexicon)
	if err != nil || src == nil {
		return &reading{findings: findings}, err
	}
	src.Path = rd.shown(src.Path)
	if f, refused := tooMuch(src); refused {
		return &reading{findings: append(findings, f)}, nil
	}
	r := outline.Parse(src, rd.lexicon)
	figure.Extract(r, rd.lexicon)
	var rv *review.Review
	settingsSum, toCome := "", false
	if reviewPath != "" {
		raw, err := os.ReadFile(reviewPath)
		if err != nil {
			return nil, fmt.Errorf("failed to read review: %w", err)
		}
		var faults []report.Finding
		settingsSum = sum(string(raw))
		rv, faults = review.Parse(rd.shown(reviewPath), raw)
		findings = append(findings, faults...)
		days := rv.ToCome(rd.today)
		findings, toCome = append(findings, days...), len(days) > 0
		check.Conceal("", findings, rd.lexicon)
		rv.Catalogue = rd.catalogue
		rv.Apply(r, rd.lexicon)
	}
	rd.catalogue.Assign(r, rd.lexicon)
	current := &reading{report: r, review: rv, toCome: toCome, settingsSum: settingsSum}
	compared := lastyear.CompareMeasured(r, previous, before.measured(), rd.lexicon)
	if rv.HasPromises() { // what they say has to be held against both reports
		_, faults := rd.promises(previous, current)
		r.Findings = append(r.Findings, faults...)
	}
	in := &check.Input{
		Words: rd.lexicon, Report: r, Named: year, LastYear: compared, Neighbours: rd.neighbours, Phrases: rd.phrases, Laws: rd.laws, Body: of.names, Slug: of.slug,
		Dates: datesOf(rv.Disclosure(r)),
	}
	findings = append(findings, rv.Unjoined(series.Unjoined(previous, r, compared.Links))...)
	open, waived := rv.Waive(r, check.Report(in))
	check.Conceal(r.Source.Path, open, rd.lexicon)
	for i := range waived {
		waived[i].Reason = r.Concealed(check.Concealed(waived[i].Reason, rd.lexicon))
	}
	r.Findings = open
	findings = check.OnceTold(findings, open)
	current.findings, current.waived, current.lastYear, current.input = append(findings, open...), waived, compared, in
	return current, nil
}

// promises is what came of the plan of previous, which may be nil, by the program and by what staff
// say.
func (rd *reader) promises(previous *report.Report, current *reading) ([]report.Promise, []report.Finding) {
	promises, faults := current.review.Judge(previous, current.report, rd.followUp(previous, current))
	for i := range promises {
		promises[i].Reason = current.report.Concealed(check.Concealed(promises[i].Reason, rd.lexicon))
	}
	return promises, faults
}

// datesOf are the days that the disclosure metadata of a report states.
func datesOf(items []review.Item) check.Dates {
	var d check.Dates
	for _, item := range items {
		switch item.Key {
		case string(report.MetadataPublished):
			d.Published = item.Value
		case string(report.MetadataWritten):
			d.Written = item.Value
		}
	}
	return d
}

// readAll reads the reports of all bodies and gives each to use.
func (rd *reader) readAll(ctx context.Context, portal *seeds.Portal, use func(body, entry int, current, previous *reading) error) error {
	rd.ahead = newAhead()
	defer func() { rd.ahead = nil }()
	if err := rd.sketchAll(ctx, portal, rd.project, 0, noSketches); err != nil {
		return err
	}
	return eachBody(ctx, portal, func(ctx context.Context, body int) error { return rd.readBody(ctx, portal, body, use) })
}

// eachBody calls do for bodies side by side.
func eachBody(ctx context.Context, portal *seeds.Portal, do func(ctx context.Context, body int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range portal.Bodies {
		group.Go(func() error { return do(ctx, i) })
	}
	return group.Wait()
}

// readBody reads the reports of a body in the order of their years, so that a year can be
// checked against the one before, and gives each to use. No more than that one is kept. All
// reports of the portal must have been sketched.
func (rd *reader) readBody(ctx context.Context, portal *seeds.Portal, number int, use func(body, entry int, current, previous *reading) error) error {
	if rd.only != nil && !rd.only[number] {
		return nil
	}
	body := portal.Bodies[number]
	var last *reading // of the year before
	for j, e := range body.Entries {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if j > 0 && body.Entries[j-1].Year != e.Year-1 {
			last = nil
		}
		current, err := rd.read(ctx, e.Path, e.ReviewPath, e.Year, last, owner{body.Slug, body.Names()})
		if err == nil {
			err = outcome.Guard("生成 "+rd.shown(e.Path)+" 的网页", func() error { return use(number, j, current, last) })
		}
		if err != nil {
			return err
		}
		last, current.lastYear, current.input, current.plan = current, lastyear.Comparison{Measures: current.lastYear.Measures}, nil, nil // which hold a report that is done with
	}
	return nil
}

// published is the report; nil without one.
func (r *reading) published() *report.Report {
	if r == nil {
		return nil
	}
	return r.report
}

// measured are the values of the report, nil where it was compared with none.
func (r *reading) measured() *series.Measures {
	if r == nil {
		return nil
	}
	return r.lastYear.Measures
}

// projectReader reads with the lists in seeds/ of the present folder (indicators,
// words, phrases), or with the built-in ones where there are none.
func projectReader() (*reader, []report.Finding, error) {
	path := filepath.Join("seeds", "indicators.toml")
	raw, builtin, err := readOr(path, "seeds/indicators.toml")
	if err != nil {
		return nil, nil, err
	}
	catalogue, findings := indicator.Parse(filepath.ToSlash(path), raw, builtin)
	rd, more, err := newReader("seeds", catalogue)
	return rd, append(findings, more...), err
}
