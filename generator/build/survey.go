package build

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/check/survey"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// rowOf is what reviewers are told of a report that was read, or could not be.
func rowOf(current *reading, file, settings string, year int) survey.Report {
	row := survey.Report{}
	if current.report != nil {
		row = survey.Of(current.input, len(current.waived))
	}
	row.File, row.Settings, row.Year = file, settings, cmp.Or(year, row.Year)
	return row
}

// issuer is who the report names as its own; "" where it names none.
func (r *reading) issuer() string {
	if r.report == nil {
		return ""
	}
	return r.report.Issuer
}

// rows are the reports of a portal, and among them what is none: files that were
// refused by findings of the folder, and bodies without a report.
func (b *Builder) rows(portal *seeds.Portal, read [][]survey.Report, findings []report.Finding) []survey.Report {
	refused := b.refused(portal, findings)
	var all []survey.Report
	for i, body := range portal.Bodies {
		of := append(read[i], refused[body.Slug]...)
		delete(refused, body.Slug)
		if len(of) == 0 {
			of = []survey.Report{{State: survey.Absent}}
		}
		slices.SortStableFunc(of, func(x, y survey.Report) int { return cmp.Compare(x.Year, y.Year) })
		for _, row := range of {
			row.Folder, row.Body, row.Region = body.Slug, body.Name, body.Region
			all = append(all, row)
		}
	}
	for _, of := range refused { // folders that are no body's
		all = append(all, of...)
	}
	slices.SortStableFunc(all, func(x, y survey.Report) int { return strings.Compare(x.Folder, y.Folder) })
	return all
}

// refused are the files in the folders of bodies that errors about the folder keep
// from being read, by the name of the folder.
func (b *Builder) refused(portal *seeds.Portal, findings []report.Finding) map[string][]survey.Report {
	known := map[string]bool{}
	bodies := map[string]bool{}
	for _, body := range portal.Bodies {
		bodies[body.Slug] = true
		for _, e := range body.Entries {
			known[shown(b.Project, e.Path)], known[shown(b.Project, e.ReviewPath)] = true, true
		}
	}
	rows := map[string][]survey.Report{}
	for _, f := range findings {
		below, ok := strings.CutPrefix(f.File, "seeds/")
		slug, name, within := strings.Cut(below, "/")
		settings := path.Ext(name) == ".toml"
		if !ok || f.Severity != report.Error || known[f.File] || !within && path.Ext(slug) != "" || bodies[slug] && (settings || !within) {
			continue
		}
		known[f.File] = true
		rows[slug] = append(rows[slug], survey.Report{Folder: slug, Body: slug, Year: seeds.YearIn(strings.TrimSuffix(name, path.Ext(name))), File: f.File})
	}
	return rows
}

// expand puts in the place of each folder the reports in it and below.
func expand(paths []string) ([]string, error) {
	var all []string
	for _, name := range paths {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() { // what is wrong with a file is told where it is read
			all = append(all, name)
			continue
		}
		found, err := seeds.FindReports(name)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("文件夹 %s 里没有报告", filepath.ToSlash(name))
		}
		all = append(all, found...)
	}
	return all, nil
}
