package seeds

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
	"mingfa/generator/site/glossary"
)

// ErrNoSeeds is what Load's error wraps when there is no such folder.
var ErrNoSeeds = errors.New("找不到放报告的文件夹")

// Years that a report can be about. The first year is that of the People's
// Republic; the last one catches 20223.
const (
	FirstYear = 1949
	LastYear  = 2100
)

// Load reads the folder dir. What is wrong with files is in the findings, and
// the portal holds what could be read; the error is about the machine, or
// wraps ErrNoSeeds.
func Load(dir string) (*Portal, []report.Finding, error) {
	root, err := filepath.EvalSymlinks(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("%w：%s", ErrNoSeeds, dir)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("failed to find %s: %w", dir, err)
	}
	if info, err := os.Stat(root); err != nil {
		return nil, nil, fmt.Errorf("failed to look at %s: %w", dir, err)
	} else if !info.IsDir() {
		return nil, nil, fmt.Errorf("%w：%s 是一个文件", ErrNoSeeds, dir)
	}
	l := loader{dir: path.Clean(filepath.ToSlash(dir)), root: root, portal: &Portal{}, unread: map[string]bool{}}
	if err := l.top(); err != nil {
		return nil, nil, err
	}
	l.parents()
	l.former()
	l.regions()
	l.kinds()
	l.count()
	return l.portal, l.findings, nil
}

type loader struct {
	dir, root string // as given, and with links resolved
	portal    *Portal
	findings  []report.Finding
	bodies    []bodyFile      // of each body that could be read
	unread    map[string]bool // folders of bodies that could not, as a finding says
	siteDoc   *settings.Document
}

func (l *loader) fault(severity report.Severity, rule, file, message, suggestion string) {
	l.findings = append(l.findings, report.Finding{
		Rule: rule, Severity: severity, Message: message, Suggestion: suggestion, File: file, Quote: path.Base(file)})
}

// top reads the folder itself.
func (l *loader) top() error {
	entries, err := l.list("")
	if err != nil {
		return err
	}
	if err := l.site(entries); err != nil {
		return err
	}
	lists, before := l.lists(entries), len(l.findings)
	for _, e := range entries {
		switch {
		case e.dir:
			if err := l.body(e.name); err != nil {
				return err
			}
		case e.name == siteName, e.name == listName, e.name == termsName, e.name == phrasesName, e.name == lawsName, e.name == lexiconName, isReadme(e.name):
		default:
			l.strayTop(e.name)
		}
	}
	faults, err := lists()
	l.findings = slices.Insert(l.findings, before, faults...)
	return err
}

const (
	siteName    = "site.toml"
	listName    = "indicators.toml"
	termsName   = "glossary.toml"
	phrasesName = "phrases.toml" // read by the gate
	lawsName    = "laws.toml"    // likewise
	lexiconName = "lexicon.toml" // likewise
	bodyName    = "body.toml"
)

// lists begins to read the two long lists, side by side and beside the bodies: of
// a small portal's reading it is most of the time. What it gives waits for them
// and tells what is wrong with them.
func (l *loader) lists(entries []entry) func() ([]report.Finding, error) {
	var group errgroup.Group
	var indicators, terms []report.Finding
	group.Go(func() error {
		raw, builtin, err := l.orBuiltin(entries, listName)
		if err == nil {
			l.portal.Catalogue, indicators = indicator.Parse(l.path(listName), raw, builtin)
		}
		return err
	})
	group.Go(func() error {
		raw, builtin, err := l.orBuiltin(entries, termsName)
		if err == nil {
			l.portal.Glossary, terms = glossary.Parse(l.path(termsName), raw, builtin)
		}
		return err
	})
	return func() ([]report.Finding, error) {
		err := group.Wait()
		return slices.Concat(indicators, terms), err
	}
}

// orBuiltin reads a list that the program carries one of as well, and gives
// both; without a file of its own a portal has the built-in one.
func (l *loader) orBuiltin(entries []entry, name string) (raw, builtin []byte, err error) {
	if builtin, err = mingfa.Files.ReadFile("seeds/" + name); err != nil {
		return nil, nil, fmt.Errorf("failed to read a built-in list: %w", err)
	}
	if !has(entries, name) {
		return builtin, builtin, nil
	}
	raw, err = l.read(name)
	return raw, builtin, err
}

// count says so when there is nothing to publish.
func (l *loader) count() {
	for _, b := range l.portal.Bodies {
		if len(b.Entries) > 0 {
			return
		}
	}
	for _, f := range l.findings {
		if f.Severity == report.Error && f.File != l.path("site.toml") && f.File != l.path("indicators.toml") && f.File != l.path(termsName) {
			return // what is wrong with that body is why
		}
	}
	l.fault(report.Error, rule.NoReports, l.dir, "没有一份可以发布的报告",
		"请把报告的 Word 文件放在 "+l.dir+"/单位英文简称/年份.docx。")
}

// path is the path of something in the folder, as findings show it.
func (l *loader) path(name string) string { return path.Join(l.dir, name) }

// entry is a file or a folder of seeds/.
type entry struct {
	name string
	dir  bool
}

// list is what a folder holds, by name, without what programs leave behind.
// What is neither a file nor a folder within seeds/ is a finding and left out.
func (l *loader) list(folder string) ([]entry, error) {
	found, err := os.ReadDir(filepath.Join(l.root, folder))
	if err != nil {
		return nil, fmt.Errorf("failed to list %s: %w", l.path(folder), err)
	}
	var entries []entry
	for _, e := range found {
		name := e.Name()
		if isLeftover(name) {
			continue
		}
		dir, regular := e.IsDir(), e.Type().IsRegular()
		if e.Type()&fs.ModeSymlink != 0 {
			dir, regular = l.follow(path.Join(folder, name))
		}
		if !dir && !regular {
			l.fault(report.Error, rule.OutsideLink, l.path(path.Join(folder, name)), "这是指向别处的链接或特殊文件，不会读取",
				"请把文件本身放进来，不要用链接。")
			continue
		}
		entries = append(entries, entry{name, dir})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return entries, nil
}

// follow says what a link leads to; neither when it leaves the folder.
func (l *loader) follow(name string) (dir, regular bool) {
	target, err := filepath.EvalSymlinks(filepath.Join(l.root, name))
	if err != nil {
		return false, false
	}
	if rel, err := filepath.Rel(l.root, target); err != nil || !filepath.IsLocal(rel) || rel == "." {
		return false, false
	}
	info, err := os.Stat(target)
	if err != nil {
		return false, false
	}
	return info.IsDir(), info.Mode().IsRegular()
}

// read is the bytes of a settings file, cut off where package settings would
// refuse it anyway.
func (l *loader) read(name string) ([]byte, error) {
	f, err := os.Open(filepath.Join(l.root, name))
	if err != nil {
		return nil, fmt.Errorf("failed to open %s: %w", l.path(name), err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, 8<<20))
	if err != nil {
		return nil, fmt.Errorf("failed to read %s: %w", l.path(name), err)
	}
	return raw, nil
}

func has(entries []entry, name string) bool {
	return slices.ContainsFunc(entries, func(e entry) bool { return e.name == name && !e.dir })
}

// isLeftover reports whether a file is one that Office, Windows, macOS or an
// editor leaves behind.
func isLeftover(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~")
}

func isReadme(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	return stem == "readme" || stem == "说明"
}
