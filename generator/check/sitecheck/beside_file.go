package sitecheck

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// largestData bounds what is read of a file beside a page.
const largestData = 64 << 20

// published is what the rules need of report.json.
type published struct {
	Title  string
	Source struct {
		Path, SHA256 string
		Published    *struct{ Name, SHA256 string } // the file beside the page, where it is a copy
	}
	// A figure is a row of figures.csv.
	Figures  []struct{ ID, Raw string }
	Headings []struct{ ID, Text string }
}

// besideFile finds the open data of a report that is not there, cannot be read
// or is of another report than the page.
func besideFile(s *site, p *page) {
	if p.kind != kindReport {
		return
	}
	data, fault := s.published(p)
	if fault != "" {
		p.whole(rule.SiteBesideFile, report.Error, fault, "请重新生成全站，不要单独改动或删去网页旁边的文件。")
		return
	}
	heads := p.named("h1")
	if len(heads) > 0 && data.Title != "" && fold(p.words(heads[0])) != fold(data.Title) {
		p.tag(heads[0], rule.SiteBesideFile, report.Error, "网页的标题与旁边 report.json 里的不同", "两者不是同一次生成的，请重新生成全站。")
	}
	if s.original(p, data) == "" {
		p.whole(rule.SiteBesideFile, report.Error, "网页旁边没有原件 "+data.fileName(), "请重新生成全站，不要删去原件。")
	}
	rows, fault := s.rows(path.Dir(p.file) + "/figures.csv")
	switch {
	case fault != "":
		p.whole(rule.SiteBesideFile, report.Error, fault, "请重新生成全站，不要用表格软件打开后另存。")
	case rows != len(data.Figures):
		p.whole(rule.SiteBesideFile, report.Error, fmt.Sprintf("figures.csv 有 %d 行数据，report.json 有 %d 个数字", rows, len(data.Figures)), "两者不是同一次生成的，请重新生成全站。")
	}
}

// fold is a title without its white space, which HTML folds.
func fold(s string) string { return strings.Join(strings.Fields(s), "") }

// containsFolded reports whether text holds words, white space aside.
func containsFolded(text, words string) bool { return strings.Contains(fold(text), fold(words)) }

// published reads report.json beside a page; fault says in Chinese why it cannot
// be read.
func (s *site) published(p *page) (data *published, fault string) {
	raw, fault := s.beside(path.Dir(p.file) + "/report.json")
	if fault != "" {
		return nil, fault
	}
	data = &published{}
	if err := json.Unmarshal(raw, data); err != nil {
		return nil, "网页旁边的 report.json 不是正确的 JSON"
	}
	return data, ""
}

// fileName is what the file beside the page is called: the original, or the copy that
// is offered in its place.
func (d *published) fileName() string {
	if d.Source.Published != nil {
		return path.Base(d.Source.Published.Name)
	}
	return path.Base(strings.ReplaceAll(d.Source.Path, "\\", "/"))
}

// original is the file beside a page that report.json names; "" when there is
// none. A format that a site generator would render is published as .txt.
func (s *site) original(p *page, data *published) string {
	name := path.Dir(p.file) + "/" + data.fileName()
	for _, file := range []string{name, name + ".txt"} {
		if _, ok := s.files[file]; ok {
			return file
		}
	}
	return ""
}

// rows counts the rows of a table below its head.
func (s *site) rows(file string) (n int, fault string) {
	raw, fault := s.beside(file)
	if fault != "" {
		return 0, fault
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	for ; ; n++ {
		switch _, err := r.Read(); {
		case err == io.EOF:
			return max(0, n-1), ""
		case err != nil:
			return 0, "网页旁边的 figures.csv 不是正确的 CSV"
		}
	}
}

// beside reads a file that stands beside a page.
func (s *site) beside(file string) (raw []byte, fault string) {
	size, ok := s.files[file]
	switch {
	case !ok:
		return nil, "网页旁边没有 " + path.Base(file)
	case size > largestData:
		return nil, fmt.Sprintf("网页旁边的 %s 超过 %d MB", path.Base(file), largestData>>20)
	}
	raw, err := s.root.ReadFile(filepath.FromSlash(file))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "网页旁边没有 " + path.Base(file)
	}
	if err != nil {
		return nil, "网页旁边的 " + path.Base(file) + " 读不出来"
	}
	return raw, ""
}
