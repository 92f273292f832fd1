package build

import (
	"fmt"
	"os"
	"path/filepath"

	"mingfa/generator/build/record"
	"mingfa/generator/report/pack"
	"mingfa/generator/site"
)

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

// noteReport keeps a report of a body that is read, if its bytes are those that the key tells of: a file
// may have been another one for a moment.
func (k *keeper) noteReport(body, entry int, current *reading, m *made) {
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

// writeBody writes what is kept of a body that was read, unless it changed meanwhile.
func (k *keeper) writeBody(body int, project string) error {
	if k == nil {
		return nil
	}
	of, kept := k.portal.Bodies[body], k.read[body]
	k.read[body] = nil
	if k.keys[body] == "" || len(kept.reports) != len(of.Entries) || k.keyOf(of, nil) != kept.key {
		return nil
	}
	if !left(kept.files, project) {
		return nil // somebody else is at work in content/
	}
	data, sum := kept.encode()
	return k.put(of.Slug, data, sum)
}

// put writes what is kept under a name.
func (k *keeper) put(name string, data []byte, sum string) error {
	if err := os.WriteFile(filepath.Join(k.fresh, name), data, 0o666); err != nil {
		return fmt.Errorf("failed to keep what was read: %w", err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sums[name] = sum
	return nil
}

// left notes how files below content/ were left; false where one is not there.
func left(files []keptFile, project string) bool {
	for i := range files {
		f := &files[i]
		is, ok := record.Look(filepath.Join(project, "content", filepath.FromSlash(f.name)))
		if !ok {
			return false
		}
		f.left, f.left.Name = is.But(), f.name // Hugo may be given links to it
	}
	return true
}
