package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
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
// nil where it has none of it.
func (p *past) shown(keys []string) (*release.State, error) {
	live, err := p.store.Live()
	if err != nil || live == "" {
		return nil, err
	}
	for _, key := range keys {
		about, ok, err := readIssued(p.folder(live, key))
		if err != nil {
			return nil, err
		}
		if ok {
			return &release.State{SHA256: about.Source.SHA256}, nil
		}
	}
	return nil, nil
}

func (p *past) folder(id, key string) string {
	return filepath.Join(p.store.Path(id), "reports", filepath.FromSlash(key))
}

// readIssued gives ok false where a release does not tell of the report. A disk that
// fails is an error: what nobody could read today may be there tomorrow, and the record
// must not say for good that it is lost.
func readIssued(folder string) (about issued, ok bool, err error) {
	raw, err := os.ReadFile(filepath.Join(folder, "report.json"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return issued{}, false, nil
	case err != nil:
		return issued{}, false, fmt.Errorf("以前公布的内容读不出来：%w", err)
	case json.Unmarshal(raw, &about) != nil:
		return issued{}, false, nil
	}
	return about, true, nil
}

// fileBefore is a copy of the file of a report that a release offers, under the name
// by which it is read; "" where no release that is kept has it. The text of what is
// offered is that of the file as it was issued. One that is not what its release published is passed over: a
// correction quotes it in public, and says rather that the text before is lost.
func (p *past) fileBefore(keys []string, sum string) (string, error) {
	list, err := p.store.List()
	if err != nil {
		return "", err
	}
	for _, r := range list {
		sums, err := p.sumsOf(r.ID)
		if err != nil {
			return "", err
		}
		for _, key := range keys {
			folder := p.folder(r.ID, key)
			about, ok, err := readIssued(folder)
			if err != nil {
				return "", err
			}
			if !ok || about.Source.SHA256 != sum {
				continue
			}
			offered := site.OriginalName(path.Base(about.Source.Path))
			if about.Source.Published != nil {
				offered = about.Source.Published.Name
			}
			if file, err := p.copyOf(folder, offered, key, sums["reports/"+key+"/"+offered]); err != nil || file != "" {
				return file, err
			}
		}
	}
	return "", nil
}

// sumsOf are those of the files of a release as it published them, of which each is read once.
func (p *past) sumsOf(id string) (map[string]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if sums, known := p.sums[id]; known {
		return sums, nil
	}
	sums, err := p.store.Sums(id)
	if err != nil {
		return nil, err
	}
	if p.sums == nil {
		p.sums = map[string]map[string]string{}
	}
	p.sums[id] = sums
	return sums, nil
}

// copyOf copies a file that a release offers; "" where it has none of that name with that sum. Its
// name may have had .txt put behind it.
func (p *past) copyOf(folder, offered, key, sum string) (string, error) {
	if !filepath.IsLocal(offered) || path.Base(offered) != offered {
		return "", nil
	}
	data, err := os.ReadFile(filepath.Join(folder, offered))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", fmt.Errorf("以前公布的文件读不出来：%w", err)
	case release.Sum(data) != sum:
		return "", nil
	}
	name := offered
	if stem, ok := strings.CutSuffix(offered, ".txt"); ok && slices.Contains(source.Formats(), strings.ToLower(path.Ext(stem))) {
		name = stem
	}
	to := filepath.Join(p.work, "before", filepath.FromSlash(key))
	if err := os.MkdirAll(to, 0o777); err != nil {
		return "", fmt.Errorf("没能取出以前公布的文件：%w", err)
	}
	if err := os.WriteFile(filepath.Join(to, name), data, 0o666); err != nil {
		return "", fmt.Errorf("没能取出以前公布的文件：%w", err)
	}
	return filepath.ToSlash(filepath.Join(to, name)), nil
}
