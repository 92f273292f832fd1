package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"sync"
)

// bundles are the pages that the generator wrote, each with the files that lie beside it.
// A page is made from its bundle, the settings and the templates alone, so that bundles
// can be rendered in any parts.
type bundles struct {
	mu    sync.Mutex
	files map[string]noted // by path below content/
}

// noted is a file of a bundle.
type noted struct {
	sum   [sha256.Size]byte
	size  int
	url   string // of a page that states its address
	title string // of a page; "" for anything
}

// bundle is a page and what lies beside it.
type bundle struct {
	key    string // its page below content/: reports/shili/2023/index.md
	folder string // where it stands on the site: reports/shili/2023
	files  []string
	pages  int
	size   int    // of its pages, which is what Hugo holds in memory
	sum    string // of all its bytes
	always bool   // the list of a section, which is made each time
}

// note takes down a file that was written for Hugo, by its path below the project. Of one
// that was left as it was, data is what it was made from. ok is false of one that is no page's.
func (b *bundles) note(name string, data []byte) (below string, n noted, ok bool) {
	below, ok = strings.CutPrefix(name, "content/")
	if !ok {
		return "", noted{}, false
	}
	n = noted{sum: sha256.Sum256(data), size: len(data)}
	if path.Ext(below) == ".md" {
		n.url, n.title = headOf(data)
	}
	b.add(below, n)
	return below, n, true
}

// add takes down a file below content/.
func (b *bundles) add(below string, n noted) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.files == nil {
		b.files = map[string]noted{}
	}
	b.files[below] = n
}

// all are the bundles in the order of their keys.
func (b *bundles) all() []*bundle {
	names := make([]string, 0, len(b.files))
	for name := range b.files {
		names = append(names, name)
	}
	slices.Sort(names)
	byKey := map[string]*bundle{}
	var all []*bundle
	for _, name := range names {
		key := b.keyOf(name)
		of := byKey[key]
		if of == nil {
			of = &bundle{key: key, folder: path.Dir(pageFile(key, b.files[key].url)), always: path.Base(key) == "_index.md"}
			byKey[key] = of
			all = append(all, of)
		}
		of.files = append(of.files, name)
		if n := b.files[name]; path.Ext(name) == ".md" {
			of.pages++
			of.size += n.size
		}
	}
	for _, of := range all {
		sum := sha256.New()
		for _, name := range of.files {
			n := b.files[name]
			sum.Write([]byte(name + "\x00"))
			sum.Write(n.sum[:])
		}
		of.sum = hex.EncodeToString(sum.Sum(nil))
	}
	slices.SortFunc(all, func(a, b *bundle) int { return cmp.Compare(a.key, b.key) })
	return all
}

// keyOf is the page that a file belongs to: index.md holds all that lies in its folder and
// below, any other page only itself.
func (b *bundles) keyOf(name string) string {
	if base := path.Base(name); base == "index.md" || base == "_index.md" {
		return name
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, leaf := b.files[dir+"/index.md"]; leaf {
			return dir + "/index.md"
		}
	}
	if path.Ext(name) == ".md" {
		return name
	}
	return path.Dir(name) + "/_index.md"
}
