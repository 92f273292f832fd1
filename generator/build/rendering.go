package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/record"
)

// Before is the site that stands now, of which unchanged pages are taken over; the zero value
// is none.
type Before struct {
	Site   string // its folder
	Record string // the file that tells what it was made from

	// Vouch says of a file that it has its bytes still, though it was touched since it was noted; nil where nobody knows.
	Vouch func(record.File) bool

	known   *record.Record // what the file tells; nil until it is read
	touched *touched       // likewise
	lacking string         // what to say where it cannot be used
	unread  bool           // of nothing it is enough: every report has to be read
	inPlace bool           // the site is made in its place: what is taken over stays, and needs no links
	parts   bool           // it was put together from parts, which were held against what this site is made from
}

// kept is the folder of what is kept of bodies, beside the record.
func (at *Before) kept() string { return strings.TrimSuffix(at.Record, ".record") + ".kept" }

// touched are the bundles and bodies whose files on the site are not as they were left.
type touched struct{ bundles, bodies map[string]bool }

// rendering is how the pages of a site are made: all of them, or those whose bundles
// changed, with the others taken over from the site before. Either way in parts that Hugo
// has the memory for.
type rendering struct {
	builder *Builder
	bin     string
	job     hugo.Job
	whole   bool // Hugo has to see all pages at once

	always  []*bundle // the lists of sections, made each time
	changed []*bundle
	kept    map[string]record.Made
	folders map[string]string // the key of a bundle, by its folder on the site
	entries map[string]string // of the sitemap, by the bundle's key; by themselves those of no bundle

	record *record.Record // of the site that is made; nil where nothing may be taken over from it
}

// newRendering finds out what has to be rendered.
func (b *Builder) newRendering(bin, dest string, pages *bundles) (*rendering, error) {
	r := &rendering{builder: b, bin: bin, job: b.job(dest), kept: map[string]record.Made{}, folders: map[string]string{}, entries: map[string]string{}}
	all := pages.all()
	entangled, err := b.entangled()
	if err != nil {
		return nil, fmt.Errorf("failed to look at the site's own files: %w", err)
	}
	if r.whole = entangled != ""; r.whole {
		r.changed = all
		return r, nil
	}
	key, err := b.keyOfAll(bin, &r.job)
	if err != nil {
		return nil, err
	}
	r.record = &record.Record{Key: key, Bundles: map[string]record.Made{}}
	before := b.recordBefore()
	if b.Before.lacking != "" {
		fmt.Fprintln(b.Log, b.Before.lacking)
	}
	if before.Key != key && !b.Before.parts {
		before = &record.Record{}
	}
	touched, _ := b.touched()
	for _, one := range all {
		made, known := before.Bundles[one.key]
		switch {
		case one.always:
			r.always = append(r.always, one)
			continue
		case known && made.Sum == one.sum && !touched[one.key]:
			r.kept[one.key] = made
			if !b.Before.inPlace {
				made = made.Names() // they become other files where the disk has no links
			}
			r.record.Bundles[one.key] = made
		default:
			r.changed = append(r.changed, one)
		}
		r.folders[one.folder] = one.key
	}
	return r, nil
}

// recordBefore is the record of the site before, an empty one where there is none that can
// be used.
func (b *Builder) recordBefore() *record.Record {
	at := &b.Before
	if at.known != nil {
		return at.known
	}
	at.known = &record.Record{}
	if b.Full || at.Site == "" {
		return at.known
	}
	before, err := record.Read(at.Record)
	switch {
	case err != nil:
		at.lacking = "上次生成的记录用不上（损坏了，或者是别的版本写的），这次全部重新生成。"
	case before != nil:
		at.known = before
	default:
		if entries, err := os.ReadDir(at.Site); err == nil && len(entries) > 0 {
			at.lacking = "没有上次生成的记录，这次全部重新生成。"
		}
	}
	return at.known
}

// touched tells what of the site before is not as it was left.
func (b *Builder) touched() (bundles, bodies map[string]bool) {
	at := &b.Before
	if at.touched == nil {
		bundles, bodies := b.recordBefore().Touched(at.Site, at.Vouch)
		at.touched = &touched{bundles, bodies}
	}
	return at.touched.bundles, at.touched.bodies
}

// partFolder is where a part of content/ is laid out for Hugo, in the folder of the site that
// is being made, where no other run writes. It goes with what else is kept apart there.
const partFolder = apart + "/part"

// run has Hugo make the pages, and takes over those that are kept.
func (r *rendering) run(ctx context.Context) (hugo.Result, error) {
	var done hugo.Result
	parts := [][]*bundle{r.changed}
	if !r.whole {
		parts = inParts(r.changed, cmp.Or(r.builder.atOnce, mostAtOnce))
	}
	for _, part := range parts {
		if err := r.prepare(part, len(parts) == 1); err != nil {
			return done, err
		}
		result, err := hugo.Render(ctx, r.bin, r.job)
		done.Elapsed += result.Elapsed
		done.CPU += result.CPU
		done.PeakRSS = max(done.PeakRSS, result.PeakRSS)
		for _, w := range result.Warnings {
			if !slices.Contains(done.Warnings, w) { // each part tells of pages that are made each time
				done.Warnings = append(done.Warnings, w)
			}
		}
		if err != nil {
			return done, err
		}
		if err := r.readMap(); err != nil {
			return done, err
		}
	}
	if r.job.Content != "" {
		if err := os.RemoveAll(r.job.Content); err != nil {
			return done, err
		}
	}
	if r.whole {
		return done, nil
	}
	return done, errors.Join(r.note(), r.takeOver(), r.writeMap())
}

// prepare lays out a part. only says that there is no other one.
func (r *rendering) prepare(part []*bundle, only bool) (err error) {
	pages := 0
	for _, one := range slices.Concat(r.always, part) {
		pages += one.pages
	}
	if r.job.Limits, err = hugo.LimitsFor(pages); err != nil {
		return err
	}
	if r.whole || only && len(r.kept) == 0 {
		return nil // content/ is the part
	}
	r.job.Content = filepath.Join(r.job.Destination, filepath.FromSlash(partFolder))
	if err := r.builder.layOut(r.job.Content, r.always, part); err != nil {
		return fmt.Errorf("failed to lay out pages for Hugo: %w", err)
	}
	return nil
}

// belongsTo is the bundle that a file of the site belongs to, by the innermost folder of one; ""
// for none.
func (r *rendering) belongsTo(name string) string {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if key := r.folders[dir]; key != "" {
			return key
		}
	}
	return ""
}

// note enters into the record which files came of the bundles that were rendered.
func (r *rendering) note() error {
	if r.record == nil {
		return nil
	}
	made := map[string]*record.Made{}
	for _, one := range r.changed {
		made[one.key] = &record.Made{Sum: one.sum, Map: r.entries[one.key]}
	}
	dest := r.job.Destination
	err := filepath.WalkDir(dest, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dest, at)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); d.IsDir() {
			if name == apart {
				return fs.SkipDir
			}
			return nil
		}
		if m := made[r.belongsTo(name)]; m != nil {
			m.Files = append(m.Files, record.File{Name: name})
		}
		return nil
	})
	for key, m := range made {
		r.record.Bundles[key] = *m
	}
	return err
}

// takeOver puts the files of the bundles that did not change into the new site.
func (r *rendering) takeOver() error {
	if r.builder.Before.inPlace {
		return nil
	}
	folders := map[string]bool{}
	for _, made := range r.kept {
		for _, f := range made.Files {
			err := linkInto(r.builder.Before.Site, r.job.Destination, f.Name, folders)
			if err != nil && !errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("failed to take over pages of the site before: %w", err)
			}
			if !f.StaysIn(r.builder.Before.Site) {
				return errMeanwhile
			}
		}
	}
	return nil
}

// takenOver are the files of the bundles that did not change, as they were left.
func (r *rendering) takenOver() []record.File {
	var files []record.File
	for _, made := range r.kept {
		files = append(files, made.Files...)
	}
	return files
}

// mapName is the sitemap, which Hugo makes of the pages that it is given.
const mapName = "sitemap.xml"

// The sitemap of Hugo is one <url> after another.
const entryStart, entryEnd = "<url>", "</url>"

// readMap takes the entries of the part that was rendered out of its sitemap.
func (r *rendering) readMap() error {
	raw, err := os.ReadFile(filepath.Join(r.job.Destination, mapName))
	if errors.Is(err, fs.ErrNotExist) || r.whole {
		return nil
	}
	if err != nil {
		return err
	}
	for rest := string(raw); ; {
		_, after, found := strings.Cut(rest, entryStart)
		if !found {
			return nil
		}
		entry, more, found := strings.Cut(after, entryEnd)
		if !found {
			return fmt.Errorf("failed to read %s: it has no end", mapName)
		}
		rest = more
		_, place, _ := strings.Cut(entry, "<loc>")
		place, _, _ = strings.Cut(place, "</loc>")
		place = html.UnescapeString(place)
		name, ok := nameOnSite(place, r.builder.domain)
		if !ok {
			r.record = nil // nobody knows whose entry that is: the next build makes everything
		}
		r.entries[cmp.Or(r.belongsTo(name), place)] = entryStart + entry + entryEnd
	}
}

// nameOnSite is the file of the site at an address, reports/shili/2023/index.html, where domain
// is the base of all addresses. Only the paths are compared: Hugo writes 示例.政务.cn as
// %E7%A4%BA… or xn--…, and characters of a path escaped.
func nameOnSite(address, domain string) (name string, ok bool) {
	at, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	base, err := url.Parse(domain)
	if err != nil {
		return "", false
	}
	below, ok := strings.CutPrefix(at.Path, strings.TrimSuffix(base.Path, "/")+"/")
	return strings.TrimPrefix(path.Join("/", below, "index.html"), "/"), ok
}

// writeMap writes the sitemap of all pages, in the order of their addresses.
func (r *rendering) writeMap() error {
	file := filepath.Join(r.job.Destination, mapName)
	raw, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for key, made := range r.kept {
		if made.Map != "" {
			r.entries[key] = made.Map
		}
	}
	all := make([]string, 0, len(r.entries))
	for _, entry := range r.entries {
		all = append(all, entry)
	}
	slices.Sort(all)
	head, _, _ := strings.Cut(string(raw), entryStart)
	_, end, _ := strings.Cut(string(raw), "</urlset>")
	text := strings.TrimRight(head, " \n") + "\n  " + strings.Join(all, "\n  ") + "\n</urlset>" + end
	return os.WriteFile(file, []byte(text), 0o666)
}

// keptFolders are the folders on the site of what was taken over.
func (r *rendering) keptFolders() map[string]bool {
	folders := map[string]bool{}
	for folder, key := range r.folders {
		if _, kept := r.kept[key]; kept {
			folders[folder] = true
		}
	}
	return folders
}
