package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"

	"mingfa/generator/build/record"
	"mingfa/generator/report"
	"mingfa/generator/report/pack"
	"mingfa/generator/site"
)

// keptPresent is what is kept of a report as it was published: enough to ask the releases for its
// past once more, without reading it.
type keptPresent struct {
	text, settings string // sums; see Present
	items          []site.Field
	corrections    []report.Correction
	history        string // that its pages tell, as JSON; "" outside of a release
}

func (k *keptPresent) pack(p *pack.Packer) {
	p.Own(&k.text)
	p.Own(&k.settings)
	pack.List(p, &k.items, func(f *site.Field) {
		p.Own(&f.Name)
		p.Own(&f.Value)
		p.Int(&f.Line)
	})
	pack.List(p, &k.corrections, func(c *report.Correction) {
		for _, text := range []*string{&c.Day, &c.Old, &c.Quote, &c.Reason} {
			p.Own(text)
		}
		p.Flag(&c.Hide)
	})
	p.Own(&k.history)
}

// keepPresent is what to keep of a report that is published with a history.
func keepPresent(now *Present, history *site.History) (keptPresent, error) {
	told, err := json.Marshal(history)
	return keptPresent{now.Text, now.SettingsSum, now.Items, now.Corrections, string(told)}, err
}

// presentOf is a report that was not read, for those who know the past. No finding can be made of it.
func (p *pipeline) presentOf(body int, r *keptReport) *Present {
	return &Present{
		Body: p.whole.Bodies[body], Year: r.year, SHA256: r.sha256, Text: r.present.text, SettingsSum: r.present.settings,
		Items: r.present.items, Corrections: r.present.corrections,
	}
}

// comparePast gives up the bodies of which the releases know something of a report that its pages
// do not tell.
func (p *pipeline) comparePast() error {
	if p.past == nil || p.kept == nil {
		return nil
	}
	for body, kept := range p.kept.stand {
		if kept == nil {
			continue
		}
		for i := range kept.reports {
			r := &kept.reports[i]
			history, same := p.past.Unchanged(p.presentOf(body, r))
			told, err := json.Marshal(history)
			if err != nil {
				return fmt.Errorf("failed to compare the past of a report: %w", err)
			}
			if !same || string(told) != r.present.history {
				p.kept.stand[body] = nil
				break
			}
		}
	}
	return nil
}

// enterPast enters a report that was not read into this release, and gives its past.
func (p *pipeline) enterPast(ctx context.Context, body int, r *keptReport) (site.History, error) {
	if p.past == nil {
		return site.History{}, nil
	}
	return p.past.Of(ctx, p.presentOf(body, r))
}

// sumOfPages is a sum of what the pages of reports are made from beside their bundles and the lists, as far as it
// is the portal's own; "" where pages are made from more than that.
func (b *Builder) sumOfPages() (string, error) {
	if entangled, err := b.entangled(); entangled != "" || err != nil {
		return "", err
	}
	sum := sha256.New()
	if err := b.addOwn(func(name string, data []byte) { fmt.Fprintf(sum, "%s\x00%d\x00%s", name, len(data), data) }); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// onSite reports whether the pages among files are on the site before, as they were left. A release
// is made in a folder of its own, where content/ has nothing of a body that stands, so that none of them can be
// rendered again.
func (k *keeper) onSite(files []keptFile) bool {
	return !slices.ContainsFunc(files, func(f keptFile) bool {
		return filepath.Ext(f.name) == ".md" && k.pages[f.name].Sum == ""
	})
}

// lacking names a bundle that has to be rendered and of which a file was not written, since its
// body stands; "" for none.
func (k *keeper) lacking(changed []*bundle) string {
	if k == nil {
		return ""
	}
	for _, one := range changed {
		for _, name := range one.files {
			if k.unwritten[name] {
				return one.key
			}
		}
	}
	return ""
}

// pagesOf are the bundles of a record whose files are as they were left.
func pagesOf(before *record.Record, touched map[string]bool) map[string]record.Made {
	pages := map[string]record.Made{}
	for key, made := range before.Bundles {
		if !touched[key] {
			pages[key] = made
		}
	}
	return pages
}
