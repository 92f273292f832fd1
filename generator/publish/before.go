package publish

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/publish/release"
	"mingfa/generator/read/source"
	"mingfa/generator/site"
)

// issued is what report.json says of the file that a release shows.
type issued struct {
	Source struct {
		Path      string `json:"path"`
		SHA256    string `json:"sha256"`
		Published *struct {
			Name string `json:"name"`
		} `json:"published"`
	} `json:"source"`
}

// shown is the state of a report on the live site, as far as its pages tell it.
func (p *past) shown(keys []string) *release.State {
	live, err := p.store.Live()
	if err != nil || live == "" {
		return nil
	}
	for _, key := range keys {
		if about, ok := readIssued(p.folder(live, key)); ok {
			return &release.State{SHA256: about.Source.SHA256}
		}
	}
	return nil
}

func (p *past) folder(id, key string) string {
	return filepath.Join(p.store.Path(id), "reports", filepath.FromSlash(key))
}

func readIssued(folder string) (about issued, ok bool) {
	raw, err := os.ReadFile(filepath.Join(folder, "report.json"))
	if err != nil || json.Unmarshal(raw, &about) != nil {
		return issued{}, false
	}
	return about, true
}

// fileBefore is a copy of the file of a report that a release offers, under the name
// by which it is read; "" where no release that is kept has it. The text of what is
// offered is that of the file as it was issued.
func (p *past) fileBefore(keys []string, sum string) string {
	list, err := p.store.List()
	if err != nil {
		return ""
	}
	for _, r := range list {
		for _, key := range keys {
			folder := p.folder(r.ID, key)
			about, ok := readIssued(folder)
			if !ok || about.Source.SHA256 != sum {
				continue
			}
			offered := site.OriginalName(path.Base(about.Source.Path))
			if about.Source.Published != nil {
				offered = about.Source.Published.Name
			}
			if file := p.copyOf(folder, offered, key); file != "" {
				return file
			}
		}
	}
	return ""
}

// copyOf copies a file that a release offers. Its name may have had .txt put behind it.
func (p *past) copyOf(folder, offered, key string) string {
	if !filepath.IsLocal(offered) || path.Base(offered) != offered {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(folder, offered))
	if err != nil {
		return ""
	}
	name := offered
	if stem, ok := strings.CutSuffix(offered, ".txt"); ok && slices.Contains(source.Formats(), strings.ToLower(path.Ext(stem))) {
		name = stem
	}
	to := filepath.Join(p.work, "before", filepath.FromSlash(key))
	if os.MkdirAll(to, 0o777) != nil || os.WriteFile(filepath.Join(to, name), data, 0o666) != nil {
		return ""
	}
	return filepath.ToSlash(filepath.Join(to, name))
}
