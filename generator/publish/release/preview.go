package release

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Previews stand beside the releases of the live site and never mix with them:
//
//	DIR/preview/<slug>   -> ../previews/<slug>/current, what a web server serves
//	DIR/previews/<slug>/    a Store of its own that keeps one release
const (
	previewName  = "preview"
	previewsName = "previews"
)

// slugForm is the name of a preview: one that can neither leave the folder nor
// be taken for an option or a hidden file.
var slugForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

// Preview is the store of the preview of that name.
func (s *Store) Preview(slug string) (*Store, error) {
	if !slugForm.MatchString(slug) {
		return nil, fmt.Errorf("failed to name a preview: %q is no slug", slug)
	}
	p, err := Open(filepath.Join(s.dir, previewsName, slug), 1)
	if err != nil {
		return nil, err
	}
	p.now, p.step, p.above = s.now, s.step, s
	return p, nil
}

// PreviewPath is the address of a preview below that of the site.
func PreviewPath(slug string) string { return previewName + "/" + slug + "/" }

// ShowPreview gives a preview that has been published its address.
func (s *Store) ShowPreview(slug string) error {
	target := filepath.Join("..", previewsName, slug, currentName)
	link := filepath.Join(s.dir, previewName, slug)
	for _, folder := range []string{filepath.Dir(link), filepath.Join(s.dir, previewsName), filepath.Join(s.dir, previewsName, slug)} {
		if err := errors.Join(makeFolder(folder), chmod(folder, folderMode)); err != nil {
			return fmt.Errorf("failed to show the preview %s: %w", slug, err)
		}
	}
	if now, err := os.Readlink(link); err == nil && now == target {
		return nil
	}
	if err := os.Symlink(target, link); err != nil {
		return fmt.Errorf("failed to show the preview %s: %w", slug, err)
	}
	return nil
}

// RemovePreview takes a preview away: its address first. One that is not there
// is no error.
func (s *Store) RemovePreview(ctx context.Context, slug string) error {
	p, err := s.Preview(slug)
	if err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(s.dir, previewName, slug)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("failed to remove the address of the preview %s: %w", slug, err)
	}
	if _, err := os.Stat(p.dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	held, err := p.acquire(ctx, nil)
	if err != nil {
		return err
	}
	defer held.Release()
	if err := os.RemoveAll(p.dir); err != nil {
		return fmt.Errorf("failed to remove the preview %s: %w", slug, err)
	}
	return nil
}

// Previews are the names of those that there are.
func (s *Store) Previews() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(s.dir, previewsName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("failed to list the previews: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// Record is when the reports of the live site were first published.
func (s *Store) Record() (*Record, error) {
	live, err := s.live()
	if err != nil {
		return nil, err
	}
	record, _, err := s.readRecord(live)
	return record, err
}
