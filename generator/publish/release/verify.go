package release

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/outcome"
)

// Kind says how a file differs from what was published.
type Kind string

// Kinds of difference.
const (
	Changed    Kind = "与发布时不同"
	Missing    Kind = "不见了"
	Unexpected Kind = "不是这次发布的文件"
	Packed     Kind = "压缩后的内容与原文件不同"
	Unreadable Kind = "读不到"
)

// Problem is a file that is not as the manifest says.
type Problem struct {
	Path   string // on the site
	Kind   Kind
	Detail string // what the machine said; may be ""
}

func (p Problem) String() string {
	s := PageOf(p.Path) + " " + string(p.Kind)
	if p.Detail != "" {
		s += "（" + p.Detail + "）"
	}
	return s
}

// PageOf is the address of a file on the site: that of its page for a page.
func PageOf(name string) string {
	if rest, ok := strings.CutSuffix(name, "index.html"); ok && (rest == "" || strings.HasSuffix(rest, "/")) {
		return "/" + rest
	}
	return "/" + name
}

// Verdict is what a site looks like beside its manifest.
type Verdict struct {
	Manifest  *Manifest
	Text      []byte // of the manifest
	Record    *Record
	Log       *Log // of the releases before; nil without one
	Same      int  // files that are as they were published
	Problems  []Problem
	Signature []byte // nil for an unsigned manifest
	Signers   []byte // the public key that the site itself offers

	Astray string // the live release is an older one, and nobody knows why, or not what the store's log says
	Back   string // an older release is live, since somebody went back to it

	mu sync.Mutex
}

// Sound reports whether nothing differs.
func (v *Verdict) Sound() bool { return len(v.Problems) == 0 }

// CheckSignature checks the manifest's signature by the keys in signers, or,
// for nil, by the key that the site itself offers, which shows no more than
// that the manifest was not damaged. It gives the key's fingerprint.
func (v *Verdict) CheckSignature(signers []byte) (string, error) {
	if v.Signature == nil {
		return "", errors.New("清单没有签名")
	}
	if signers == nil {
		signers = v.Signers
	}
	return checkSignature(v.Text, v.Signature, signers)
}

func (v *Verdict) same() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.Same++
}

func (v *Verdict) problem(name string, kind Kind, err error) {
	p := Problem{Path: name, Kind: kind}
	if err != nil {
		p.Detail = outcome.Line(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.Problems = append(v.Problems, p)
}

func (v *Verdict) sort() {
	slices.SortFunc(v.Problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind))
	})
}

// each calls check with the files of the manifest, several at once.
func (v *Verdict) each(ctx context.Context, atOnce int, check func(ctx context.Context, name, sum string) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, name := range slices.Sorted(maps.Keys(v.Manifest.Files)) {
		group.Go(func() error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			return check(ctx, name, v.Manifest.Files[name])
		})
	}
	return group.Wait()
}

// VerifyDir compares the release in dir, or the live one of the store in dir,
// with its manifest. The error is about the machine or the manifest itself.
func VerifyDir(ctx context.Context, dir string) (*Verdict, error) {
	v, store := &Verdict{}, dir
	if filepath.Base(dir) == currentName {
		store = filepath.Dir(dir)
	}
	if target, err := filepath.EvalSymlinks(filepath.Join(dir, currentName)); err == nil {
		dir = target
	} else if target, err := filepath.EvalSymlinks(dir); err == nil {
		dir = target
	}
	text, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s 里没有清单 %s，不是明法发布的网站", dir, ManifestName)
	}
	if err != nil {
		return nil, err
	}
	v.Text = text
	v.standing(store)
	if v.Manifest, err = ParseManifest(text); err != nil {
		return nil, err
	}
	if raw, err := os.ReadFile(filepath.Join(dir, RecordName)); err == nil {
		v.Record, _ = ParseRecord(raw) // a broken one is a problem of its own: the hash differs
	}
	if raw, err := os.ReadFile(filepath.Join(dir, LogName)); err == nil {
		v.Log, _ = ParseLog(raw)
	}
	v.Signature, _ = os.ReadFile(filepath.Join(dir, SignatureName))
	v.Signers, _ = os.ReadFile(filepath.Join(dir, SignersName))
	err = v.each(ctx, runtime.GOMAXPROCS(0), func(_ context.Context, name, sum string) error {
		v.file(dir, name, sum)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := v.unexpected(dir); err != nil {
		return nil, err
	}
	v.past()
	v.sort()
	return v, nil
}

// file checks one file and its compressed copies.
func (v *Verdict) file(dir, name, sum string) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.problem(name, Missing, nil)
		return
	case err != nil:
		v.problem(name, Unreadable, err)
		return
	case !info.Mode().IsRegular():
		v.problem(name, Changed, nil)
		return
	}
	data, err := os.ReadFile(path)
	switch {
	case err != nil:
		v.problem(name, Unreadable, err)
	case Sum(data) != sum:
		v.problem(name, Changed, nil)
	case v.copies(path, name, data):
		v.same()
	}
}

// copies checks the compressed copies of a file.
func (v *Verdict) copies(path, name string, data []byte) bool {
	sound := true
	for _, e := range encodings {
		packed, err := os.ReadFile(path + e.ext)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = e.holds(packed, data)
		}
		if err != nil {
			v.problem(name+e.ext, Packed, nil)
			sound = false
		}
	}
	return sound
}

// unexpected looks for files that the manifest does not speak of.
func (v *Verdict) unexpected(dir string) error {
	return filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name := filepath.ToSlash(file[len(dir)+1:])
		if v.Manifest.Files[name] != "" || besideSite(name) {
			return nil
		}
		plain := strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
		if plain != name && (v.Manifest.Files[plain] != "" || plain == ManifestName) {
			return v.manifestCopy(dir, name, plain)
		}
		if isSheet(plain) && isCarried(dir, name, plain) {
			return nil
		}
		v.problem(name, Unexpected, nil)
		return nil
	})
}

// manifestCopy checks a compressed copy of the manifest; those of other files
// have been checked with them.
func (v *Verdict) manifestCopy(dir, name, plain string) error {
	if plain != ManifestName {
		return nil
	}
	for _, e := range encodings {
		if name == ManifestName+e.ext {
			packed, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			if e.holds(packed, v.Text) != nil {
				v.problem(name, Packed, nil)
			}
		}
	}
	return nil
}

// isSheet reports whether a name is one of a style sheet or a script of the site:
// what an earlier release had does nothing unless a page asks for it, and pages are
// in the manifest. Anything else of such a name is a stranger.
func isSheet(name string) bool {
	folder, base := path.Split(name)
	ext := path.Ext(base)
	return hashed.MatchString(base) && (folder == "css/" && ext == ".css" || folder == "js/" && ext == ".js")
}

// isCarried reports whether name is a style sheet of an earlier release, or a
// compressed copy of one.
func isCarried(dir, name, plain string) bool {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(plain)))
	if err != nil || !isHashed(plain, data) {
		return false
	}
	for _, e := range encodings {
		if plain+e.ext == name {
			packed, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			return err == nil && e.holds(packed, data) == nil
		}
	}
	return true
}

// Compare compares a rendering of the same commit, as a manifest, with what was
// published. Files of unequal hash, or in one of the two only, are problems.
func (v *Verdict) Compare(again *Manifest) []Problem {
	var problems []Problem
	for name, sum := range v.Manifest.Files {
		switch got := again.Files[name]; {
		case got == "":
			problems = append(problems, Problem{name, Unexpected, "重新生成的网站里没有"})
		case got != sum:
			problems = append(problems, Problem{name, Changed, "与重新生成的不同"})
		}
	}
	for name := range again.Files {
		if v.Manifest.Files[name] == "" {
			problems = append(problems, Problem{name, Missing, "重新生成的网站里有"})
		}
	}
	for name, sum := range v.Manifest.Sources {
		if again.Sources[name] != sum {
			problems = append(problems, Problem{name, Changed, "清单记的来源与提交里的不同"})
		}
	}
	slices.SortFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Path, b.Path) })
	return problems
}

// sameBytes is bytes.Equal, for a manifest that was fetched twice.
func (v *Verdict) sameManifest(again []byte) bool { return bytes.Equal(v.Text, again) }
