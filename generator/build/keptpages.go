package build

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"mingfa/generator/report/pack"
	"mingfa/generator/site"
)

// pagesName is under which name the pages over many reports are kept, beside the bodies; no body has it.
const pagesName = "_pages"

// keptPages are the pages over many reports, by the name of those that are made together.
type keptPages map[string]*keptGroup

// keptGroup is what is kept of such pages. They stand while the sum of what they are made from is the same, and
// so are their files.
type keptGroup struct {
	name, key string
	files     []keptFile
}

func (k keptPages) pack(p *pack.Packer) {
	var list []keptGroup
	for _, name := range slices.Sorted(maps.Keys(k)) {
		list = append(list, *k[name])
	}
	pack.List(p, &list, func(g *keptGroup) {
		p.Own(&g.name)
		p.Own(&g.key)
		pack.List(p, &g.files, func(f *keptFile) { f.pack(p) })
	})
	for i := range list {
		k[list[i].name] = &list[i]
	}
}

// loadPages reads what is kept of the pages over many reports.
func (k *keeper) loadPages() {
	k.over, k.overNow = keptPages{}, keptPages{}
	data, ok := k.sealed(pagesName)
	if p := pack.Reader(data); ok {
		k.over.pack(p)
	}
}

// writePages writes what is kept of the pages of this run.
func (p *pipeline) writePages() error {
	if p.kept == nil || p.part {
		return nil
	}
	data, sum := seal(nil, p.kept.overNow.pack)
	return p.kept.put(pagesName, data, sum)
}

// makePages makes pages over many reports, unless they stand.
func (p *pipeline) makePages(pages site.Pages, write site.Write) error {
	if pages.Name == "" || p.kept == nil || p.part {
		return pages.Make(write)
	}
	key := sha256.Sum256([]byte(p.kept.lists + " " + pages.Sum()))
	group := &keptGroup{name: pages.Name, key: hex.EncodeToString(key[:])}
	if was := p.kept.over[group.name]; was != nil && was.key == group.key && p.kept.asLeft(was.files) {
		p.takeFiles(was.files)
		p.kept.notePages(was, true)
		return nil
	}
	err := pages.Make(func(name string, data []byte) error {
		if below, n, ok := p.bundles.note(name, data); ok {
			group.files = append(group.files, keptFile{name: below, noted: n})
		}
		return p.writer.Write(name, data)
	})
	if err == nil && left(group.files, p.project) {
		p.kept.notePages(group, false)
	}
	return err
}

// takeFiles takes over files below content/ that stand.
func (p *pipeline) takeFiles(files []keptFile) {
	for _, f := range files {
		p.bundles.add(f.name, f.noted)
		p.writer.Keep("content/" + f.name)
	}
}

// notePages keeps pages over many reports, for the next build, that were made or stand.
func (k *keeper) notePages(group *keptGroup, stand bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.overNow[group.name] = group
	if stand && k.apart {
		for _, f := range group.files {
			k.unwritten[f.name] = true
		}
	}
}
