package seeds

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/read/source"
	"mingfa/generator/settings"
)

// FindReports are the files in a folder and below that may be reports, also of
// formats that are not read: who asks about a folder is told of those too. Links
// are not followed.
func FindReports(folder string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("failed to look at %s: %w", name, err)
		case name != folder && isLeftover(d.Name()) && d.IsDir():
			return fs.SkipDir
		case !d.Type().IsRegular() || isLeftover(d.Name()) || isReadme(d.Name()):
		case isDocument(strings.ToLower(path.Ext(d.Name()))):
			found = append(found, name)
		}
		return nil
	})
	return found, err
}

// isDocument reports whether files with an extension are reports as a rule, read
// or not.
func isDocument(ext string) bool {
	return slices.Contains(source.Formats(), ext) || slices.Contains(documents, ext)
}

// BodyIn is the body that a folder's body.toml tells of; nil where it tells of none.
func BodyIn(folder string) *Body {
	raw, err := os.ReadFile(filepath.Join(folder, bodyName))
	if err != nil {
		return nil
	}
	b := &Body{Slug: filepath.Base(folder)}
	if settings.Read(bodyName, raw, b); b.Name == "" {
		return nil
	}
	return b
}

// IsRead reports whether a file at a path from the project's folder on, such as
// seeds/shili-sfj/2023.docx, is one that is read. What is wrong within it is not asked.
func IsRead(name string) bool {
	below, ok := strings.CutPrefix(name, "seeds/")
	if !ok {
		return false
	}
	slug, file, within := strings.Cut(below, "/")
	if !within {
		return slices.Contains([]string{siteName, listName, termsName, phrasesName, lawsName, lexiconName}, slug) || isReadme(slug)
	}
	ext := strings.ToLower(path.Ext(file))
	year, named := parseYear(strings.TrimSuffix(file, path.Ext(file)))
	return isSlug(slug) && (file == bodyName || isReadme(file) ||
		named && year >= FirstYear && year <= LastYear && (ext == ".toml" || slices.Contains(source.Formats(), ext)))
}
