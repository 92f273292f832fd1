package sitecheck

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"mingfa/generator/report"
)

// Names of pages that mean something.
const (
	homeFile  = "index.html"
	errorFile = "404.html"
)

// site is what rules know of the whole.
type site struct {
	root   *os.Root
	dir    string
	opt    Options
	files  map[string]int64 // size of each file, by its path below the folder
	pages  []string         // those that are HTML, in order
	number map[string]int32 // a page's index in pages

	// Of the front page:
	base           *url.URL // where the site is published; its host is "" when that is not known
	footer         map[string]bool
	idCode, domain bool

	found *collector
	seed  maphash.Seed
	ids   [][]uint64 // of each page the hashes of its ids, sorted

	mu       sync.Mutex
	crossing []crossing
}

// list finds the site's files. Folders and files that are symbolic links are
// not followed.
func (s *site) list() error {
	s.files, s.number, s.seed = map[string]int64{}, map[string]int32{}, maphash.MakeSeed()
	err := fs.WalkDir(s.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			s.symbolicLink(name, d.Type())
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		s.files[name] = info.Size()
		if ext := strings.ToLower(path.Ext(name)); ext == ".html" || ext == ".htm" {
			s.pages = append(s.pages, name)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("failed to list the site: %w", err)
	}
	slices.Sort(s.pages)
	for i, name := range s.pages {
		s.number[name] = int32(i)
	}
	return nil
}

// hashes are those of a page's ids, sorted.
func (s *site) hashes(p *page) []uint64 {
	var list []uint64
	for i := range p.elements {
		if id, ok := p.elements[i].attr("id"); ok {
			list = append(list, maphash.String(s.seed, id))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// about notes a finding about a file as a whole.
func (s *site) about(name, rule string, severity report.Severity, message, suggestion string) {
	s.found.add([]report.Finding{{Rule: rule, Severity: severity, Message: message, Suggestion: suggestion, File: s.dir + "/" + name, Quote: path.Base(name)}})
}

// baseOf is where the site is published, as its front page says.
func baseOf(p *page) *url.URL {
	for _, e := range p.named("link") {
		if rel, _ := e.attr("rel"); strings.EqualFold(rel, "canonical") {
			href, _ := e.attr("href")
			if u, err := url.Parse(href); err == nil && u.Host != "" && strings.HasSuffix(u.Path, "/") {
				return u
			}
		}
	}
	return &url.URL{Path: "/"}
}

// address is where a page is published.
func (s *site) address(p *page) *url.URL {
	u := *s.base
	u.Path += strings.TrimSuffix(p.file, homeFile)
	return &u
}
