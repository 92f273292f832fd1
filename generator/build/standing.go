package build

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"mingfa/generator/build/record"
	"mingfa/generator/check"
	"mingfa/generator/seeds"
)

// findStanding finds the bodies that stand, but for what the reports of others make of theirs; see
// compareNeighbours and comparePast.
func (k *keeper) findStanding(portal *seeds.Portal, today string) {
	if k == nil {
		return
	}
	n := len(portal.Bodies)
	k.portal, k.today, k.keys, k.stand, k.read = portal, today, make([]string, n), make([]*keptBody, n), make([]*keptBody, n)
	k.loadPages()
	for i, body := range portal.Bodies {
		for _, former := range body.Former {
			k.moved[former] = body.Slug
		}
		if k.keys[i] = k.keyOf(body, k.bytes); k.keys[i] == "" {
			continue
		}
		if kept := k.load(body.Slug); kept != nil && k.stands(kept, i) {
			kept.letGo()
			k.stand[i] = kept
		}
	}
}

// load reads what is kept of a body; nil where that is not what the record says.
func (k *keeper) load(slug string) *keptBody {
	data, ok := k.sealed(slug)
	if !ok {
		return nil
	}
	kept, err := readKept(data)
	if err != nil {
		return nil
	}
	return kept
}

// sealed reads what is kept under a name; false where that is not what the record says.
func (k *keeper) sealed(name string) (data string, ok bool) {
	made, known := k.before[name]
	if !known {
		return "", false
	}
	raw, err := os.ReadFile(filepath.Join(k.folder, name))
	if err != nil {
		return "", false
	}
	return unseal(raw, made.Sum)
}

// stands reports whether nothing changed that a body was made from, nor what was made.
func (k *keeper) stands(kept *keptBody, body int) bool {
	if kept.toCome && kept.day != k.today || kept.day > k.today || len(kept.reports) != len(k.portal.Bodies[body].Entries) {
		return false
	}
	if k.parts { // on another machine paths and times are others, and content/ has nothing of it
		return true
	}
	if kept.key != k.keys[body] {
		return false
	}
	return k.asLeft(kept.files)
}

// asLeft reports whether files below content/ are as they were left; where the project is apart, whether
// their pages are on the site.
func (k *keeper) asLeft(files []keptFile) bool {
	if k.apart {
		return k.onSite(files)
	}
	return !slices.ContainsFunc(files, func(f keptFile) bool {
		left, ok := record.Look(filepath.Join(k.project, "content", filepath.FromSlash(f.name)))
		left.Name = f.name
		return !ok || left.But() != f.left
	})
}

// sketches are those of a body that stands; nil of others.
func (k *keeper) sketches(body int) []check.Sketch {
	if k == nil || k.stand[body] == nil {
		return nil
	}
	return k.stand[body].sketches()
}

// compareNeighbours gives up the bodies of which a report would be held against others than it was.
func (k *keeper) compareNeighbours(neighbours *check.Neighbours) {
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

// takeBody gives all that is kept of a body that stands; nil for one that has to be read.
func (k *keeper) takeBody(body int) (*keptBody, error) {
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
		k.has[f.Name] = f
		k.beside[slug], k.take = append(k.beside[slug], f.Name), append(k.take, f.Name)
	}
	return kept, nil
}
