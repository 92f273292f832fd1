package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mingfa/generator/build/record"
	"mingfa/generator/check"
	"mingfa/generator/read/convert"
	"mingfa/generator/report/pack"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/site/search"
)

// keeper knows the bodies of which nothing has to be read. What a report's pages are made of
// stands in the folder of its body, in the lists and settings of the portal, and in this
// program; other bodies only decide whose reports it is held against. A body stands while all
// of that is as it was, and so are the files that were made of it.
type keeper struct {
	folder  string // where bodies are kept, a file each
	stay    bool   // what is taken over stays where it is
	parts   bool   // they come from parts, which were held against all that this site is made from
	apart   bool   // the project is in a folder of its own each time, where content/ is empty
	fresh   string // likewise those of this run, until the site is in its place
	site    string // that stands now
	lists   string // sum of the program and the portal's lists, taken before they were read
	today   string
	look    *record.Looker
	before  map[string]record.Made // what the record knows of bodies
	pages   map[string]record.Made // and of bundles, where the project is apart
	project string

	portal *seeds.Portal
	keys   []string    // of bodies; "" for one that is not to be kept
	stand  []*keptBody // those that stand; nil for others
	read   []*keptBody // the others, as they are read

	mu     sync.Mutex
	sums   map[string]string   // of the files of bodies, by folder
	beside map[string][]string // files beside Hugo's pages, likewise
	has    map[string]bool     // such files of the site that stands
	moved  map[string]string   // slugs that a body had, and the one that it has
	bytes  map[string]string   // sums of the files that bodies are read from, by path
	take   []string            // those of them that are taken over

	unwritten map[string]bool // files of bodies that stand, which are not in content/
}

// newKeeper knows what there is before anything is read; nil where nothing may be kept.
func (b *Builder) newKeeper(dest string) (*keeper, error) {
	if dest == "" || b.Before.Record == "" || b.KeepGoing {
		return nil, nil
	}
	lists, err := b.sumOfLists()
	if lists == "" || err != nil {
		return nil, err
	}
	before := b.recordBefore()
	k := &keeper{
		stay: b.Before.inPlace, apart: b.Past != nil, project: b.Project, parts: b.Before.parts, folder: b.Before.kept(), fresh: b.Before.kept() + ".new", site: b.Before.Site, lists: lists, look: record.NewLooker(before.Inputs),
		before: map[string]record.Made{}, sums: map[string]string{}, beside: map[string][]string{}, has: map[string]bool{}, moved: map[string]string{}, bytes: map[string]string{},
	}
	changed, touched := b.touched()
	for slug, made := range before.Bodies {
		if !touched[slug] && !b.Before.unread {
			k.before[slug] = made
		}
	}
	if k.apart {
		k.pages, k.unwritten = pagesOf(before, changed), map[string]bool{}
	}
	if err := os.RemoveAll(k.fresh); err != nil {
		return nil, err
	}
	return k, os.Mkdir(k.fresh, 0o777)
}

// sumOfLists is a sum of all that every report is read by; "" where it cannot be told.
func (b *Builder) sumOfLists() (string, error) {
	programs, err := programsOf(convert.Programs()...)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	project := b.Project
	if b.Past != nil {
		if project, err = b.sumOfPages(); project == "" || err != nil {
			return "", err
		}
	}
	fmt.Fprintf(sum, "%s\x00%t %s\x00", programs, b.Past != nil, project)
	for _, name := range []string{"indicators.toml", "glossary.toml", "phrases.toml", "laws.toml", "lexicon.toml"} {
		data, err := os.ReadFile(filepath.Join(b.seeds(), name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("failed to read a list of the portal: %w", err)
		}
		fmt.Fprintf(sum, "%s %d %t\x00%s", name, len(data), err == nil, data)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// open finds the bodies that stand, but for what the reports of others make of theirs; see
// compare.
func (k *keeper) open(portal *seeds.Portal, project, today string) {
	if k == nil {
		return
	}
	n := len(portal.Bodies)
	k.portal, k.today, k.keys, k.stand, k.read = portal, today, make([]string, n), make([]*keptBody, n), make([]*keptBody, n)
	for i, body := range portal.Bodies {
		for _, former := range body.Former {
			k.moved[former] = body.Slug
		}
		if k.keys[i] = k.keyOf(body, k.bytes); k.keys[i] == "" {
			continue
		}
		if kept := k.load(body.Slug); kept != nil && k.stands(kept, i, project) {
			kept.letGo()
			k.stand[i] = kept
		}
	}
}

// keyOf is a sum of all that the reports of a body are read from and their pages are made of;
// "" where it cannot be told, as of a link. The sums of their files are put into sums, if it is not nil.
func (k *keeper) keyOf(body *seeds.Body, sums map[string]string) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\x00%#v\x00%#v\x00", k.lists, k.portal.Site, k.fromProject(body))
	for _, e := range body.Entries {
		for _, path := range []string{e.Path, e.ReviewPath} {
			if path == "" {
				continue
			}
			in, err := k.look.Input(path)
			if err != nil {
				return ""
			}
			if sums != nil {
				sums[path] = in.Sum
			}
			fmt.Fprintf(sum, "%s %s\x00", shown(k.project, path), in.Sum)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// fromProject is a body whose paths begin at the project's folder.
func (k *keeper) fromProject(body *seeds.Body) seeds.Body {
	of := *body
	of.Entries = slices.Clone(of.Entries)
	for i := range of.Entries {
		e := &of.Entries[i]
		e.Path, e.ReviewPath = shown(k.project, e.Path), shown(k.project, e.ReviewPath)
	}
	return of
}

// load reads what is kept of a body; nil where that is not what the record says.
func (k *keeper) load(slug string) *keptBody {
	made, known := k.before[slug]
	if !known {
		return nil
	}
	raw, err := os.ReadFile(filepath.Join(k.folder, slug))
	if err != nil {
		return nil
	}
	kept, err := decodeKept(raw, made.Sum)
	if err != nil {
		return nil
	}
	return kept
}

// stands reports whether nothing changed that a body was made from, nor what was made.
func (k *keeper) stands(kept *keptBody, body int, project string) bool {
	if kept.toCome && kept.day != k.today || kept.day > k.today || len(kept.reports) != len(k.portal.Bodies[body].Entries) {
		return false
	}
	if k.parts { // on another machine paths and times are others, and content/ has nothing of it
		return true
	}
	if kept.key != k.keys[body] {
		return false
	}
	if k.apart {
		return k.onSite(kept)
	}
	return !slices.ContainsFunc(kept.files, func(f keptFile) bool {
		left, ok := record.Look(filepath.Join(project, "content", filepath.FromSlash(f.name)))
		left.Name = f.name
		return !ok || left != f.left
	})
}

// sketches are those of a body that stands; nil of others.
func (k *keeper) sketches(body int) []check.Sketch {
	if k == nil || k.stand[body] == nil {
		return nil
	}
	return k.stand[body].sketches()
}

// compare gives up the bodies of which a report would be held against others than it was.
func (k *keeper) compare(neighbours *check.Neighbours) {
	if k == nil {
		return
	}
	for i, kept := range k.stand {
		if kept != nil && slices.ContainsFunc(kept.reports, func(r keptReport) bool { return !neighbours.Compare(&r.compared) }) {
			k.stand[i] = nil
		}
	}
}

// errMeanwhile says that what was found whole is damaged when it is wanted; the next run reads the
// reports again.
var errMeanwhile = errors.New("上次生成时记下的内容，在这次使用时变了。请再运行一次")

// restore gives all that is kept of a body that stands; nil for one that has to be read.
func (k *keeper) restore(body int) (*keptBody, error) {
	if k == nil {
		return nil, nil
	}
	slug := k.portal.Bodies[body].Slug
	if k.stand[body] == nil {
		k.read[body] = &keptBody{key: k.keys[body]}
		return nil, nil
	}
	k.stand[body] = nil
	kept := k.load(slug)
	if kept == nil {
		return nil, errMeanwhile
	}
	made := k.before[slug]
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sums[slug] = made.Sum
	if k.apart {
		for _, f := range kept.files {
			k.unwritten[f.name] = true
		}
	}
	for _, f := range made.Files {
		k.has[f.Name] = true
		if !strings.HasPrefix(f.Name, searchTexts) { // the index says which it has
			k.beside[slug], k.take = append(k.beside[slug], f.Name), append(k.take, f.Name)
		}
	}
	return kept, nil
}

// searchTexts is where the search index has the texts of reports, where it has each by itself.
const searchTexts = search.Folder + "/reports/"

// writer writes files beside Hugo's pages, but for those that are taken over.
func (k *keeper) writer(write search.Write) search.Write {
	if k == nil {
		return write
	}
	return func(path string, data []byte) error {
		slug := bodyOf(path)
		if slug == "" {
			return write(path, data)
		}
		slug = cmp.Or(k.moved[slug], slug) // a card stands under former names of its body too
		k.mu.Lock()
		k.beside[slug] = append(k.beside[slug], path)
		stands := k.has[path]
		if stands {
			k.take = append(k.take, path)
		}
		k.mu.Unlock()
		if stands {
			return nil
		}
		return write(path, data)
	}
}

// made is what came of a report, packed, to be kept of it.
type made struct {
	counts      Counts
	issued      Issued
	rows, found []byte
	undone      int    // items of the plan for its year, and what is said of them all; "" without a plan
	plan        string // likewise
	present     keptPresent
	summary     *site.Summary
}

// note keeps a report of a body that is read, if its bytes are those that the key tells of: a file
// may have been another one for a moment.
func (k *keeper) note(body, entry int, current *reading, m *made) {
	if k == nil || k.keys[body] == "" {
		return
	}
	kept := k.read[body]
	e := &k.portal.Bodies[body].Entries[entry]
	if current.input.Compared == nil || current.report.Source.SHA256 != k.bytes[e.Path] || current.settingsSum != k.bytes[e.ReviewPath] {
		k.keys[body] = ""
		return
	}
	sketch, ok := current.input.Neighbours.Sketch(current.report.Source.Path)
	if !ok {
		k.keys[body] = ""
		return
	}
	kept.day, kept.toCome = k.today, kept.toCome || current.toCome
	kept.counts.add(m.counts)
	var p pack.Packer
	m.summary.Pack(&p)
	kept.reports = append(kept.reports, keptReport{
		year: m.issued.Year, sha256: m.issued.SHA256, stated: m.issued.Stated,
		sketch: sketch, compared: *current.input.Compared, present: m.present,
		summary: string(p.Data), rows: string(m.rows), found: string(m.found), undone: m.undone, plan: m.plan,
	})
}

// noteFile keeps a file that was written of a body.
func (k *keeper) noteFile(body int, name string, n noted) {
	if k != nil {
		k.read[body].files = append(k.read[body].files, keptFile{name: name, noted: n})
	}
}

// finish writes what is kept of a body that was read, unless it changed meanwhile.
func (k *keeper) finish(body int, project string) error {
	if k == nil {
		return nil
	}
	of, kept := k.portal.Bodies[body], k.read[body]
	k.read[body] = nil
	if k.keys[body] == "" || len(kept.reports) != len(of.Entries) || k.keyOf(of, nil) != kept.key {
		return nil
	}
	for i := range kept.files {
		f := &kept.files[i]
		left, ok := record.Look(filepath.Join(project, "content", filepath.FromSlash(f.name)))
		if !ok {
			return nil // somebody else is at work in content/
		}
		f.left, f.left.Name = left, f.name
	}
	data, sum := kept.encode()
	if err := os.WriteFile(filepath.Join(k.fresh, of.Slug), data, 0o666); err != nil {
		return fmt.Errorf("failed to keep what was read: %w", err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sums[of.Slug] = sum
	return nil
}

// takeOver puts the files of bodies that stand beside Hugo's pages in dest.
func (k *keeper) takeOver(dest string) error {
	if k == nil {
		return nil
	}
	folders := map[string]bool{}
	put := func(name string) error { return linkInto(k.site, dest, name, folders) }
	if k.stay {
		put = func(name string) error { return absent(filepath.Join(dest, filepath.FromSlash(name))) }
	}
	for _, name := range k.take {
		switch err := put(name); {
		case errors.Is(err, fs.ErrExist):
			return foreign(name)
		case err != nil:
			return fmt.Errorf("failed to take over files of the site before: %w", err)
		}
	}
	return nil
}

// forget keeps nothing of this run, whose reports were read by lists that changed meanwhile.
func (k *keeper) forget() {
	if k != nil {
		clear(k.sums)
	}
}

// absent gives fs.ErrExist where something stands at a path.
func absent(path string) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return fs.ErrExist
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return err
}

// taken are the files of bodies that stand.
func (k *keeper) taken() []string {
	if k == nil {
		return nil
	}
	return k.take
}

// enter puts into the record what stands beside Hugo's pages.
func (k *keeper) enter(r *record.Record) {
	if k == nil || r == nil {
		return
	}
	r.Bodies = map[string]record.Made{}
	for slug, sum := range k.sums {
		m := record.Made{Sum: sum}
		for _, name := range k.beside[slug] {
			m.Files = append(m.Files, record.File{Name: name})
		}
		r.Bodies[slug] = m
	}
}

// settle puts what was kept of bodies into its place, and removes what is of no body any more.
func (k *keeper) settle() error {
	if k == nil {
		return nil
	}
	if err := os.MkdirAll(k.folder, 0o777); err != nil {
		return err
	}
	fresh, err := os.ReadDir(k.fresh)
	if err != nil {
		return err
	}
	for _, e := range fresh {
		if err := os.Rename(filepath.Join(k.fresh, e.Name()), filepath.Join(k.folder, e.Name())); err != nil {
			return err
		}
	}
	all, err := os.ReadDir(k.folder)
	for _, e := range all {
		if k.sums[e.Name()] == "" {
			err = cmp.Or(err, os.RemoveAll(filepath.Join(k.folder, e.Name())))
		}
	}
	return cmp.Or(err, os.RemoveAll(k.fresh))
}
