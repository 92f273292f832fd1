package release

import (
	"crypto/md5"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// hashed is the name of a file that holds its own MD5, as Hugo's fingerprint
// makes it, or the beginning of its own SHA-256: css/page.0123456789ab.css. Its
// content never changes under that name.
var hashed = regexp.MustCompile(`\.([0-9a-f]{12,64})\.[a-z0-9]+$`)

// isHashed reports whether the file of that name and content names itself by
// its content.
func isHashed(name string, data []byte) bool {
	m := hashed.FindStringSubmatch(path.Base(name))
	return m != nil && (strings.HasPrefix(Sum(data), m[1]) || fmt.Sprintf("%x", md5.Sum(data)) == m[1])
}

// carry puts the style sheets of the releases that are kept beside those of the
// new one. Someone who got a page of the release before just ahead of the swap
// asks for its style sheet just after, and must get that one: not none, and
// not the new one. Since a name says the content, nothing can be mistaken.
func (d *Draft) carry() error {
	list, err := d.store.List()
	if err != nil {
		return err
	}
	for _, r := range list[:min(len(list), d.store.keep)] {
		if err := carry(d.store.Path(r.ID), d.Path()); err != nil {
			return err
		}
	}
	if d.live == "" {
		return nil
	}
	return d.carryOn()
}

// month is how long a style sheet is kept after the commit that it came with, however
// many releases there were meanwhile: a page stays open in a browser for weeks.
const month = 31 * 24 * time.Hour

// carryOn takes over what the live release had taken over itself.
func (d *Draft) carryOn() error {
	from := d.store.Path(d.live)
	for _, folder := range []string{"css", "js"} {
		entries, err := os.ReadDir(filepath.Join(from, folder))
		if err != nil {
			continue // there is none
		}
		for _, e := range entries {
			info, err := e.Info()
			name := folder + "/" + e.Name()
			if err != nil || !info.Mode().IsRegular() || !isSheet(name) || d.store.now().Sub(info.ModTime()) > month {
				continue
			}
			data, err := os.ReadFile(filepath.Join(from, folder, e.Name()))
			if err != nil || !isHashed(name, data) {
				continue
			}
			if err := carryFile(from, d.Path(), name, data); err != nil {
				return fmt.Errorf("failed to keep %s for pages that are open: %w", name, err)
			}
		}
	}
	return nil
}

// carry links the self-named files of one release into another, with their
// compressed copies.
func carry(from, to string) error {
	m, err := ReadManifest(from)
	if err != nil {
		return nil // a damaged release has nothing to give
	}
	for name := range m.Files {
		if !hashed.MatchString(path.Base(name)) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(name)))
		if err != nil || !isHashed(name, data) {
			continue
		}
		if err := carryFile(from, to, name, data); err != nil {
			return fmt.Errorf("failed to keep %s for pages that are open: %w", name, err)
		}
	}
	return nil
}

// carryFile links a file whose bytes are data, and its copies, of which one that does not hold these is left out.
func carryFile(from, to, name string, data []byte) error {
	name = filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o777); err != nil {
		return err
	}
	if err := linkOrWrite(filepath.Join(from, name), filepath.Join(to, name), data); err != nil {
		return err
	}
	for _, e := range encodings {
		packed, err := os.ReadFile(filepath.Join(from, name) + e.ext)
		if errors.Is(err, fs.ErrNotExist) || err == nil && e.holds(packed, data) != nil {
			continue
		}
		if err == nil {
			err = linkOrWrite(filepath.Join(from, name)+e.ext, filepath.Join(to, name)+e.ext, packed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// linkOrWrite puts a file in a place where there is none yet.
func linkOrWrite(from, to string, data []byte) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return os.WriteFile(to, data, 0o666)
}
