package release

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/record"
)

// Input is what a release says of how it was made.
type Input struct {
	Commit    string // the whole hash; "" outside of git
	Committed string // RFC 3339
	Branch    string // of the commit, where it is known
	Preview   bool   // it shows a branch, and is none of the live site
	Generator string
	Hugo      string
	Sources   map[string]string // path -> SHA-256
	Key       *Key              // signs the manifest; nil: unsigned
}

type sealed struct {
	files, linked int
	left          *left  // how its files are, but for those that no manifest names
	sum           string // of the manifest
	number        int
	bytes         int64
}

// seal completes what was rendered: the record, the compressed copies, the
// style sheets of earlier releases, the manifest and its signature.
func (d *Draft) seal(ctx context.Context, in Input) (*sealed, error) {
	text, err := d.record.Encode()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{RecordName, LogName, ManifestName, SignatureName, SignersName} {
		if _, err := os.Lstat(filepath.Join(d.Path(), name)); err == nil {
			return nil, &Blocked{name, "是发布时写的文件，网站自己不能有这个名字的文件。请改名"}
		}
	}
	if err := os.WriteFile(filepath.Join(d.Path(), RecordName), text, 0o666); err != nil {
		return nil, fmt.Errorf("failed to write the record: %w", err)
	}
	if !in.Preview {
		log, err := d.log.Encode()
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(d.Path(), LogName), log, 0o666); err != nil {
			return nil, fmt.Errorf("failed to write the log: %w", err)
		}
	}
	names, err := files(d.Path())
	if err != nil {
		return nil, err
	}
	committed, err := time.Parse(time.RFC3339, in.Committed)
	if err != nil {
		committed = d.store.now().Truncate(time.Second)
	}
	m := &Manifest{
		Format: manifestFormat, Commit: in.Commit, Committed: in.Committed, Kind: PreviewKind, Branch: in.Branch,
		Generator: in.Generator, Hugo: in.Hugo, Sources: in.Sources, Files: make(map[string]string, len(names)),
	}
	if !in.Preview {
		m.Kind, m.Number, m.Previous = LiveKind, d.log.last().Number+1, d.log.newest()
	}
	s := &sealer{to: d.Path(), at: committed, manifest: m, sound: d.found.sound}
	s.left = &left{id: d.id, files: make(map[string]leftFile, len(names))}
	if d.live != "" {
		s.from = d.store.Path(d.live)
	} else if d.store.above != nil { // a first preview: what is neither page nor index is the same as on the live site
		if live, err := d.store.above.live(); err == nil && live != "" {
			s.from = d.store.above.Path(live)
		}
	}
	list, err := d.store.List()
	if err != nil {
		return nil, err
	}
	for _, r := range list {
		s.kept = append(s.kept, d.store.Path(r.ID))
	}
	if err := s.all(ctx, names); err != nil {
		return nil, err
	}
	if err := d.carry(); err != nil {
		return nil, err
	}
	if err := s.sign(in.Key); err != nil {
		return nil, err
	}
	s.number = m.Number
	return &s.sealed, nil
}

// files lists the files below root, in slash form.
func files(root string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir():
			return nil
		case !e.Type().IsRegular():
			return &Blocked{path, "不是普通文件，不能发布"}
		}
		names = append(names, filepath.ToSlash(path[len(root)+1:]))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("failed to list the rendered site: %w", err)
	}
	return names, nil
}

// Sums gives the SHA-256 of each file below root, by its path in slash form.
func Sums(ctx context.Context, root string) (map[string]string, error) {
	names, err := files(root)
	if err != nil {
		return nil, err
	}
	sums := make([]string, len(names))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() error {
			data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			sums[i] = Sum(data)
			return cmp.Or(err, ctx.Err())
		})
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("failed to read the files of %s: %w", root, err)
	}
	all := make(map[string]string, len(names))
	for i, name := range names {
		all[name] = sums[i]
	}
	return all, nil
}

// sealer completes the files of one release.
type sealer struct {
	from, to string   // the release before, "" without one, and this one
	kept     []string // the folders of the releases that are kept
	at       time.Time

	sound map[string]leftFile // files of the release before that are what was published, with their copies

	mu       sync.Mutex
	manifest *Manifest
	sealed
}

func (s *sealer) all(ctx context.Context, names []string) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		group.Go(func() error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err := s.complete(name); err != nil {
				return fmt.Errorf("failed to complete %s: %w", name, err)
			}
			return nil
		})
	}
	return group.Wait()
}

// complete notes a file in the manifest, shares it with the release before where
// that has the same bytes, and makes its compressed copies.
func (s *sealer) complete(name string) error {
	path := filepath.Join(s.to, filepath.FromSlash(name))
	was, known, err := s.shareLeft(name, path)
	if err != nil {
		return err
	}
	if known {
		s.note(name, was, true, true)
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	linked, err := s.share(name, path, data)
	if err != nil {
		return err
	}
	if err := s.compress(name, path, data, linked); err != nil {
		return err
	}
	is, sure := lookAt(path)
	is.sum, is.file.Size = Sum(data), int64(len(data))
	for i, e := range encodings {
		if !sure || is.copies[i].file == (record.File{}) {
			continue
		}
		packed, err := os.ReadFile(path + e.ext)
		if err != nil {
			return err
		}
		is.copies[i].sum = Sum(packed)
	}
	s.note(name, is, linked, sure)
	return nil
}

// note enters a file into the manifest; sure says that it can be told by how it is left.
func (s *sealer) note(name string, f leftFile, linked, sure bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.manifest.Files[name] = f.sum
	s.files++
	s.bytes += f.file.Size
	if linked {
		s.linked++
	}
	if sure {
		s.left.files[name] = f
	}
}

// share replaces a file by a hard link to the same file of the release before,
// which nothing should write to any more. It compares the bytes, since somebody may have. A page that was
// taken over is that file already, and was held against the manifest before; see inspect.go.
//
// A file that is new gets the commit's time, or one after those of all files that
// had its address in a release that is kept. Web servers make a file's ETag of its
// time and its size: three commits of one second whose pages are of one length would
// else give the third the tag of the first.
func (s *sealer) share(name, path string, data []byte) (bool, error) {
	if s.from != "" {
		old := filepath.Join(s.from, filepath.FromSlash(name))
		info, err := os.Lstat(old)
		if is, e := os.Lstat(path); err == nil && e == nil && os.SameFile(info, is) { // a page that was taken over
			return true, nil
		}
		if err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
			was, err := os.ReadFile(old)
			if err == nil && bytes.Equal(was, data) && link(old, path) == nil {
				return true, nil
			}
		}
	}
	at := s.after(name)
	return false, os.Chtimes(path, at, at)
}

// after is the time of a file that is new: later than that of every file which had
// its address.
func (s *sealer) after(name string) time.Time {
	at := s.at
	for _, folder := range s.kept {
		info, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(name)))
		if err == nil && !info.ModTime().Before(at) {
			at = info.ModTime().Truncate(time.Second).Add(time.Second)
		}
	}
	return at
}

// link puts a hard link to old in the place of path.
func link(old, path string) error {
	tmp := path + ".link"
	if err := os.Link(old, tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	return nil
}

// sign writes the manifest, its compressed copies and its signature.
func (s *sealer) sign(key *Key) error {
	text, err := s.manifest.encode()
	if err != nil {
		return err
	}
	s.sum = Sum(text)
	path := filepath.Join(s.to, ManifestName)
	if err := os.WriteFile(path, text, 0o666); err != nil {
		return fmt.Errorf("failed to write the manifest: %w", err)
	}
	at := s.after(ManifestName)
	if err := os.Chtimes(path, at, at); err != nil {
		return fmt.Errorf("failed to date the manifest: %w", err)
	}
	if err := s.compress(ManifestName, path, text, false); err != nil {
		return fmt.Errorf("failed to compress the manifest: %w", err)
	}
	if key == nil {
		return nil
	}
	signature, err := key.sign(text)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{SignatureName: signature, SignersName: key.signers()} {
		if err := os.WriteFile(filepath.Join(s.to, name), data, 0o666); err != nil {
			return fmt.Errorf("failed to write the signature: %w", err)
		}
	}
	return nil
}
