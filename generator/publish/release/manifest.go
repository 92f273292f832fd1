package release

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Names of what a release holds beside the rendered site.
const (
	ManifestName  = "manifest.json"
	SignatureName = "manifest.json.sig" // an SSH signature; absent without a key
	SignersName   = "manifest.signers"  // the key's public half, as ssh-keygen -Y verify takes it
	RecordName    = "published.json"
	LogName       = "releases.json"
)

// manifestFormat is the form of the manifest that this program writes.
const manifestFormat = "mingfa-manifest/1"

// Manifest is manifest.json: what a release was made from and every file that
// it holds. It does not list itself, its signature, the compressed copies
// (each of which holds what the file beside it holds) and the style sheets of
// earlier releases that pages still open may ask for.
type Manifest struct {
	Format    string            `json:"format"`
	Commit    string            `json:"commit,omitempty"`    // "" for a site built outside of git
	Committed string            `json:"committed,omitempty"` // RFC 3339
	Kind      string            `json:"kind,omitempty"`      // live or preview; "" in manifests of earlier versions
	Branch    string            `json:"branch,omitempty"`    // of the commit, where a push named it
	Number    int               `json:"number,omitempty"`    // counts the releases of the live site from 1
	Previous  string            `json:"previous,omitempty"`  // SHA-256 of the manifest of the release before
	Preview   string            `json:"preview,omitempty"`   // the branch, in a preview's manifest of earlier versions
	Generator string            `json:"generator"`           // version of the program
	Hugo      string            `json:"hugo"`                // version, v0.165.0
	Sources   map[string]string `json:"sources"`             // path in the commit -> SHA-256
	Files     map[string]string `json:"files"`               // path on the site -> SHA-256
}

// Kinds of releases.
const (
	LiveKind    = "live"
	PreviewKind = "preview"
)

// IsPreview reports whether it is a manifest of what was shown, but not published.
func (m *Manifest) IsPreview() bool { return m.Kind == PreviewKind || m.Preview != "" }

// ShownBranch is the branch that a preview shows.
func (m *Manifest) ShownBranch() string { return cmp.Or(m.Branch, m.Preview) }

// encode is the manifest's only form: keys in order, one to a line.
func (m *Manifest) encode() ([]byte, error) { return encode(ManifestName, m) }

// encode is the JSON of a file of a release: keys in order, one to a line.
func encode(name string, v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("failed to write %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// ParseManifest reads a manifest. It may come from anywhere: what it lists are
// clean relative paths and hashes, or it is an error in Chinese.
func ParseManifest(raw []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil, fmt.Errorf("清单 %s 读不懂：%w", ManifestName, err)
	}
	if m.Format != manifestFormat {
		return nil, fmt.Errorf("清单 %s 的格式是“%s”，这个版本的明法只认得 %s", ManifestName, m.Format, manifestFormat)
	}
	if len(m.Files) == 0 {
		return nil, errors.New("清单 " + ManifestName + " 里一个文件也没有")
	}
	if m.Kind != "" && m.Kind != LiveKind && m.Kind != PreviewKind || m.Number < 0 || m.Previous != "" && !isSum(m.Previous) {
		return nil, errors.New("清单 " + ManifestName + " 里的发布种类、编号或上一次发布不合规")
	}
	for _, list := range []map[string]string{m.Sources, m.Files} {
		for name, sum := range list {
			if !isClean(name) {
				return nil, fmt.Errorf("清单 %s 里的路径“%s”不合规", ManifestName, name)
			}
			if !isSum(sum) {
				return nil, fmt.Errorf("清单 %s 里“%s”的校验值不合规", ManifestName, name)
			}
		}
	}
	return &m, nil
}

// ReadManifest is the manifest of the release in the folder dir.
func ReadManifest(dir string) (*Manifest, error) {
	raw, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return nil, fmt.Errorf("failed to read the manifest: %w", err)
	}
	return ParseManifest(raw)
}

// Sums are those of the files of a kept release, by their path on the site; nil where its manifest is gone, cannot be
// read or is not the one that the log of releases has.
func (s *Store) Sums(id string) (map[string]string, error) {
	text, err := os.ReadFile(filepath.Join(s.Path(id), ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("以前公布的清单读不出来：%w", err)
	}
	raw, err := os.ReadFile(filepath.Join(s.dir, LogName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("发布的记录读不出来：%w", err)
	}
	log := new(Log)
	if err == nil {
		if log, err = ParseLog(raw); err != nil {
			return nil, err
		}
	}
	m, err := ParseManifest(text)
	if err != nil || !log.agrees(id, Sum(text)) {
		return nil, nil
	}
	return m.Files, nil
}

// isClean reports whether a path stays below the folder it is relative to.
func isClean(name string) bool {
	return name != "." && filepath.IsLocal(filepath.FromSlash(name)) && !strings.ContainsAny(name, "\\\x00") &&
		filepath.ToSlash(filepath.Clean(filepath.FromSlash(name))) == name
}

func isSum(sum string) bool {
	raw, err := hex.DecodeString(sum)
	return err == nil && len(raw) == sha256.Size && strings.ToLower(sum) == sum
}

// Sum is the SHA-256 of data as a manifest writes it.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// besideSite reports whether a file belongs to a release, but is not listed in
// its manifest.
func besideSite(name string) bool {
	switch name {
	case ManifestName, SignatureName, SignersName:
		return true
	}
	return false
}
