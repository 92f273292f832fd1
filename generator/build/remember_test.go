package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"mingfa/generator/build/record"
)

// TestRecordGoesWhereRememberingFails: a record that tells of the site before does not stay beside a new one,
// whichever step fails, nor where the new one cannot be made in parts.
func TestRecordGoesWhereRememberingFails(t *testing.T) {
	for name, of := range map[string]func(dir string) (*Result, string){
		"what is kept is gone": func(dir string) (*Result, string) {
			return &Result{record: &record.Record{}, keeper: &keeper{folder: filepath.Join(dir, ".public.kept"), fresh: filepath.Join(dir, "none")}}, dir
		},
		"the site is gone": func(dir string) (*Result, string) {
			return &Result{record: &record.Record{Inputs: &record.Inputs{}}}, filepath.Join(dir, "none")
		},
		"it cannot be written": func(dir string) (*Result, string) {
			return &Result{record: &record.Record{Said: []byte("{")}}, dir
		},
		"not in parts": func(dir string) (*Result, string) { return &Result{}, dir },
	} {
		dir := t.TempDir()
		done, site := of(dir)
		at := Before{Site: site, Record: filepath.Join(dir, ".public.record")}
		put(t, at.Record, "of the site before")
		put(t, filepath.Join(at.kept(), "shili"), "of the site before")
		if err := done.Remember(at); (err == nil) != (name == "not in parts") {
			t.Errorf("%s: %v", name, err)
		}
		for _, path := range []string{at.Record, at.kept()} {
			if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: %s stays: %v", name, filepath.Base(path), err)
			}
		}
	}
}
