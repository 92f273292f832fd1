package build

import (
	"cmp"
	"os"
	"path/filepath"
	"sync"

	"mingfa/generator/build/record"
	"mingfa/generator/seeds"
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
	sums   map[string]string      // of the files of bodies, by folder
	beside map[string][]string    // files beside Hugo's pages, likewise
	has    map[string]record.File // such files of the site that stands, as they were left
	moved  map[string]string      // slugs that a body had, and the one that it has
	bytes  map[string]string      // sums of the files that bodies are read from, by path
	take   []string               // those of has that are taken over

	unwritten map[string]bool // files of bodies that stand, which are not in content/

	over, overNow keptPages // pages over many reports, as they were kept and of this run
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
		before: map[string]record.Made{}, sums: map[string]string{}, beside: map[string][]string{}, has: map[string]record.File{}, moved: map[string]string{}, bytes: map[string]string{},
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

// forget keeps nothing of this run, whose reports were read by lists that changed meanwhile.
func (k *keeper) forget() {
	if k != nil {
		clear(k.sums)
	}
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
			f := record.File{Name: name}
			if left, stands := k.has[name]; stands && k.stay {
				f = left
			}
			m.Files = append(m.Files, f)
		}
		r.Bodies[slug] = m
	}
}

// putInPlace puts what was kept of bodies into its place, and removes what is of no body any more.
func (k *keeper) putInPlace() error {
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
