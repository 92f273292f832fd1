package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
	"mingfa/generator/seeds"
)

// preview is a branch that is shown, but not published.
type preview struct {
	branch string // hostile data: whoever pushes chooses it
	slug   string
	record *release.Record // of the live site: a preview shows its days, and has none of its own
}

func newPreview(branch string, record *release.Record) *preview {
	return &preview{branch, hooks.Slug(branch), record}
}

// path is the preview's address below that of the site.
func (p *preview) path() string { return release.PreviewPath(p.slug) }

// adapt has the builder make a site that stands at the preview's address and
// says on each page that it is one.
func (p *preview) adapt(b *builder, portal *seeds.Portal, work string) error {
	base := "/" + p.path()
	if portal.Site.Domain != "" {
		portal.Site.Domain += p.path()
		base = portal.Site.Domain
	}
	config, err := json.Marshal(map[string]any{"baseURL": base, "params": map[string]any{"preview": map[string]any{"branch": p.branch}}})
	if err != nil {
		return err
	}
	file := filepath.Join(work, "preview.json")
	b.config = append(b.config, file)
	return os.WriteFile(file, config, 0o666)
}
