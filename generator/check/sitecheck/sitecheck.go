// Package sitecheck looks at a built site, a folder of files, as a citizen's
// browser, a screen reader and the government's crawlers will, and tells what a
// page lacks. What a page must have depends on its kind: 政府网站发展指引
// (国办发〔2017〕47号) asks other things of the front page than of a list or an
// article. Each rule stands in a file of its own, named by its id without
// "site-".
//
// The site is data: nothing outside its folder is read, no symbolic link is
// followed, and broken HTML ends in a finding. Pages are read in parallel, and
// of each only its ids and its links to places on other pages are kept.
package sitecheck

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// ErrNoSite is what Dir's error wraps when the folder holds no site.
var ErrNoSite = errors.New("这个文件夹里没有网站")

// Options say what is known beside the folder. The zero value knows nothing.
type Options struct {
	// ItemsKnown says that what the site as a whole leaves out of its footer
	// (网站标识码, ICP备案号 …) is reported where it is to be written, in
	// seeds/site.toml, and not here once more.
	ItemsKnown bool
	// Pages, when not nil, is told how many pages there are; each call of the
	// function that it returns says that one more has been read. It must be
	// safe for several goroutines.
	Pages func(total int) (read func())
}

// Dir checks the site in a folder. Findings name files as dir and what is below
// it, with slashes. The error is about the machine, or wraps ErrNoSite.
func Dir(ctx context.Context, dir string, opt Options) ([]report.Finding, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%w：找不到 %s", ErrNoSite, dir)
		}
		return nil, fmt.Errorf("failed to open the site: %w", err)
	}
	defer root.Close()
	s := &site{root: root, dir: path.Clean(filepath.ToSlash(dir)), opt: opt, found: newCollector()}
	if err := s.list(); err != nil {
		return nil, err
	}
	if err := s.begin(); err != nil {
		return nil, err
	}
	if err := s.readPages(ctx); err != nil {
		return nil, err
	}
	if err := s.checkFragments(); err != nil {
		return nil, err
	}
	return s.found.all(), nil
}

// begin reads the front page, which says where the site is published and what
// its footer holds.
func (s *site) begin() error {
	if _, ok := s.files[homeFile]; !ok {
		return fmt.Errorf("%w：%s 里没有 index.html。请先生成网站，再写上网站所在的文件夹，如 public", ErrNoSite, s.dir)
	}
	p, err := s.read(homeFile)
	if err != nil {
		return err
	}
	s.base = baseOf(p)
	s.footer = footerItems(p)
	s.idCode = p.meta("SiteIDCode") != nil
	s.domain = p.meta("SiteDomain") != nil
	return nil
}

// readPages runs the rules on every page, and on the other files.
func (s *site) readPages(ctx context.Context) error {
	for name, size := range s.files {
		s.largeFile(name, size)
	}
	read := func() {}
	if s.opt.Pages != nil {
		read = s.opt.Pages(len(s.pages))
	}
	s.ids = make([][]uint64, len(s.pages))
	group, running := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range s.pages {
		if running.Err() != nil {
			break
		}
		group.Go(func() error {
			p, err := s.read(name)
			if err != nil {
				return err
			}
			s.ids[i] = s.hashes(p)
			s.link(p)
			for _, rule := range rules {
				rule(s, p)
			}
			s.keepCrossing(int32(i), p)
			s.found.add(p.findings)
			read()
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return context.Cause(ctx)
}

// read reads and parses one page. One that is gone meanwhile is an error of
// the machine; one that cannot be parsed has a finding and no elements.
func (s *site) read(name string) (*page, error) {
	p := &page{file: name, shown: s.dir + "/" + name}
	if s.files[name] > largestPage {
		p.whole(rule.SiteUnreadablePage, report.Error, fmt.Sprintf("网页超过 %d MB，没有检查", largestPage>>20), "这不像是一个网页，请查明它从哪里来。")
		return p, nil
	}
	raw, err := s.root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return nil, fmt.Errorf("failed to read a page: %w", err)
	}
	p.fill(raw)
	return p, nil
}

// fill reads the bytes of a page.
func (p *page) fill(raw []byte) {
	p.text = strings.ToValidUTF8(string(raw), "\uFFFD")
	p.valid = p.text == string(raw)
	p.parse()
	p.kind = kindOf(p)
}
