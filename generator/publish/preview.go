package publish

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"mingfa/generator/build"
	"mingfa/generator/publish/release"
	"mingfa/generator/seeds"
)

// Preview is a branch that is shown, but not published.
type Preview struct {
	branch string // hostile data: whoever pushes chooses it
	Slug   string
	record *release.Record // of the live site: a preview shows its days, and has none of its own
	purged []string
}

// NewPreview shows a branch with the days of the live site.
// slug is its address, and purged are the reports, by body/year, that it leaves out:
// they were taken out of all that is kept, and a branch may still hold them.
func NewPreview(branch, slug string, record *release.Record, purged []string) *Preview {
	return &Preview{branch, slug, record, purged}
}

// Path is the preview's address below that of the site.
func (p *Preview) Path() string { return release.PreviewPath(p.Slug) }

// adapt has the builder make a site that stands at the preview's address and
// says on each page that it is one.
func (p *Preview) adapt(b *build.Builder, portal *seeds.Portal, work string) error {
	for _, body := range portal.Bodies {
		body.Entries = slices.DeleteFunc(body.Entries, func(e seeds.Entry) bool {
			return slices.Contains(p.purged, body.Slug+"/"+strconv.Itoa(e.Year))
		})
	}
	portal.Site.Preview = p.branch
	base := "/" + p.Path()
	if portal.Site.Domain != "" {
		portal.Site.Domain += p.Path()
		base = portal.Site.Domain
	}
	config, err := json.Marshal(map[string]any{"baseURL": base, "params": map[string]any{"preview": map[string]any{"branch": p.branch}}})
	if err != nil {
		return err
	}
	file := filepath.Join(work, "preview.json")
	b.Config = append(b.Config, file)
	return os.WriteFile(file, config, 0o666)
}
