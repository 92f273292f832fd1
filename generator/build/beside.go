package build

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/build/record"
	"mingfa/generator/site/search"
)

// writer writes files beside Hugo's pages, but for those that are taken over.
func (k *keeper) writer(write search.Write) search.Write {
	if k == nil {
		return write
	}
	return func(path string, data []byte) error {
		slug := bodyOf(path)
		if slug == "" {
			return write(path, data)
		}
		slug = cmp.Or(k.moved[slug], slug) // a card stands under former names of its body too
		k.mu.Lock()
		k.beside[slug] = append(k.beside[slug], path)
		_, stands := k.has[path]
		if stands {
			k.take = append(k.take, path)
		}
		k.mu.Unlock()
		if stands {
			return nil
		}
		return write(path, data)
	}
}

// takeOver puts the files of bodies that stand beside Hugo's pages in dest.
func (k *keeper) takeOver(dest string) error {
	if k == nil {
		return nil
	}
	folders := map[string]bool{}
	put := func(name string) error { return linkInto(k.site, dest, name, folders) }
	if k.stay {
		put = func(name string) error { return absent(filepath.Join(dest, filepath.FromSlash(name))) }
	}
	for _, name := range k.take {
		switch err := put(name); {
		case errors.Is(err, fs.ErrExist):
			return foreign(name)
		case err != nil:
			return fmt.Errorf("failed to take over files of the site before: %w", err)
		case !k.has[name].StaysIn(k.site):
			return errMeanwhile
		}
	}
	return nil
}

// absent gives fs.ErrExist where something stands at a path.
func absent(path string) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return fs.ErrExist
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return err
}

// taken are the files of bodies that stand, as they were left.
func (k *keeper) taken() []record.File {
	if k == nil {
		return nil
	}
	files := make([]record.File, len(k.take))
	for i, name := range k.take {
		files[i] = k.has[name]
	}
	return files
}

// bodyOf is the folder of the body that a file beside Hugo's pages is made of, a card. "" for
// other files.
func bodyOf(file string) string {
	rest, ok := strings.CutPrefix(file, "reports/")
	if slug, _, below := strings.Cut(rest, "/"); ok && below {
		return slug
	}
	return ""
}
