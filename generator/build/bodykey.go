package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"mingfa/generator/read/convert"
	"mingfa/generator/seeds"
)

// sumOfLists is a sum of all that every report is read by; "" where it cannot be told.
func (b *Builder) sumOfLists() (string, error) {
	programs, err := programsOf(convert.Programs()...)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	project := b.Project
	if b.Past != nil {
		if project, err = b.sumOfPages(); project == "" || err != nil {
			return "", err
		}
	}
	fmt.Fprintf(sum, "%s\x00%t %s\x00", programs, b.Past != nil, project)
	for _, name := range []string{"indicators.toml", "glossary.toml", "phrases.toml", "laws.toml", "lexicon.toml"} {
		data, err := os.ReadFile(filepath.Join(b.seeds(), name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("failed to read a list of the portal: %w", err)
		}
		fmt.Fprintf(sum, "%s %d %t\x00%s", name, len(data), err == nil, data)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// keyOf is a sum of all that the reports of a body are read from and their pages are made of;
// "" where it cannot be told, as of a link. The sums of their files are put into sums, if it is not nil.
func (k *keeper) keyOf(body *seeds.Body, sums map[string]string) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\x00%#v\x00%#v\x00", k.lists, k.portal.Site, k.fromProject(body))
	for _, e := range body.Entries {
		for _, path := range []string{e.Path, e.ReviewPath} {
			if path == "" {
				continue
			}
			in, err := k.look.Input(path)
			if err != nil {
				return ""
			}
			if sums != nil {
				sums[path] = in.Sum
			}
			fmt.Fprintf(sum, "%s %s\x00", shown(k.project, path), in.Sum)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// fromProject is a body whose paths begin at the project's folder.
func (k *keeper) fromProject(body *seeds.Body) seeds.Body {
	of := *body
	of.Entries = slices.Clone(of.Entries)
	for i := range of.Entries {
		e := &of.Entries[i]
		e.Path, e.ReviewPath = shown(k.project, e.Path), shown(k.project, e.ReviewPath)
	}
	return of
}
