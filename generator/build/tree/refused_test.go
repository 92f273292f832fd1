package tree

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/build/lock"
)

// grounds are a folder with the files in it, all of it open to anybody but for the folder locked,
// which nobody may write in. Its path, and what is done there without root's rights.
func grounds(t *testing.T, locked string, files map[string]string) (dir string, without func(do func() error) error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("folders have no such mode on this system")
	}
	base := t.TempDir()
	dir = filepath.Join(base, "grounds")
	put(t, dir, files)
	if err := os.MkdirAll(filepath.Join(dir, locked), 0o777); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = os.Chmod(path, 0o777)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	closed := filepath.Join(dir, locked)
	if err := os.Chmod(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o777) })
	return dir, func(do func() error) error {
		t.Helper()
		return asNobody(t, base, do)
	}
}

// TestWriterWithoutRight: a file that cannot be written, and a folder that cannot be made, is an error
// of that write. A page that is taken for written is missing on the site.
func TestWriterWithoutRight(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"a new file":                  {"content/reports/old": "x"},
		"a file with other bytes":     {"content/reports/a": "x"},
		"a folder where the file was": {"content/reports/a/b": "x"},
	} {
		dir, without := grounds(t, "content/reports", files)
		err := without(func() error {
			w, err := Open(dir, "content/reports")
			if err != nil {
				return err
			}
			return w.Write("content/reports/a", []byte("new"))
		})
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, file := range []string{"content/reports/new/a", "content/reports/new/deeper/a", "content/reports/old/a"} {
		dir, without := grounds(t, "content/reports", map[string]string{"content/reports/old": "a file where the folder goes"})
		err := without(func() error {
			w, err := Open(dir, "content/reports")
			if err != nil {
				return err
			}
			return w.Write(file, nil)
		})
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", file, err)
		}
	}
	dir, without := grounds(t, "content/reports/a", map[string]string{"content/reports/a/old": "x"})
	err := without(func() error {
		w, err := Open(dir, "content/reports")
		if err != nil {
			return err
		}
		_, err = w.Finish()
		return err
	})
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a page that has no report any more stays: %v", err)
	}
}

// TestNamesTooLong: a file whose name no disk takes is not taken for written, in a folder that
// was there, in one that was made for it, and above it.
func TestNamesTooLong(t *testing.T) {
	root, long := t.TempDir(), strings.Repeat("x", 300)
	put(t, root, map[string]string{"content/reports/old/x": ""})
	w := open(t, root)
	for _, name := range []string{"content/reports/old/" + long, "content/reports/new/" + long, "content/reports/" + long + "/x"} {
		if err := w.Write(name, []byte("new")); err == nil {
			t.Errorf("%.40s… is written", name)
		}
	}
	for _, path := range []string{filepath.Join(root, long), filepath.Join(root, long, "x")} {
		if changed, err := WriteFile(path, []byte("new")); changed && err == nil || err == nil {
			t.Errorf("%.40s… is written: %t, %v", filepath.Base(path), changed, err)
		}
	}
	if kept, err := w.KeepIf("content/reports/"+long, nil); kept || err == nil {
		t.Errorf("kept: %t, %v", kept, err)
	}
}

// TestSyncWithoutRight: a site that cannot be made what was rendered is an error, whichever step it is
// that cannot be done.
func TestSyncWithoutRight(t *testing.T) {
	for _, c := range []struct {
		name, locked string
		staging      map[string]string // a name that ends in / is an empty folder
		site         map[string]string
	}{
		{"a new folder", "public", map[string]string{"a/": ""}, nil},
		{"a folder in place of a file", "public", map[string]string{"a/": ""}, map[string]string{"a": "x"}},
		{"a folder that goes", "public/a", map[string]string{"index.html": "x"}, map[string]string{"a/b/": "", "index.html": "x"}},
	} {
		files := map[string]string{}
		var folders []string
		for below, of := range map[string]map[string]string{"staging/": c.staging, "public/": c.site} {
			for name, text := range of {
				if folder, ok := strings.CutSuffix(name, "/"); ok {
					folders = append(folders, below+folder)
					name += ".x" // which makes the folder, and is removed
				}
				files[below+name] = text
			}
		}
		dir, without := grounds(t, c.locked, files)
		if err := os.Chmod(filepath.Join(dir, c.locked), 0o777); err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			if err := os.Remove(filepath.Join(dir, folder, ".x")); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(filepath.Join(dir, c.locked), 0o555); err != nil {
			t.Fatal(err)
		}
		err := without(func() error {
			_, err := Sync(t.Context(), filepath.Join(dir, "staging"), filepath.Join(dir, "public"))
			return err
		})
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestSyncOfAnUnreadableSite: what lies in a folder of the site that cannot be read may be a page that
// is no more.
func TestSyncOfAnUnreadableSite(t *testing.T) {
	dir, without := grounds(t, "public/a", map[string]string{"staging/index.html": "x", "public/index.html": "x", "public/a/index.html": "old"})
	closed := filepath.Join(dir, "public", "a")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	err := without(func() error {
		_, err := Sync(t.Context(), filepath.Join(dir, "staging"), filepath.Join(dir, "public"))
		return err
	})
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

// TestProbeASiteWithoutRight: a folder beside which there is room, but that cannot be written itself.
func TestProbeASiteWithoutRight(t *testing.T) {
	dir, without := grounds(t, "public", map[string]string{"public/index.html": "x"})
	err := without(func() error { return Probe(dir, filepath.Join(dir, "public")) })
	if err == nil || !strings.Contains(err.Error(), "没有写入权限") {
		t.Errorf("got %v", err)
	}
}

// TestStageGivesTheLockBack: a run that cannot begin, since what a killed one left cannot be removed,
// says so and is in nobody's way.
func TestStageGivesTheLockBack(t *testing.T) {
	dir, without := grounds(t, ".public.staging/a", map[string]string{".public.staging/a/half": "x"})
	err := without(func() error {
		s, err := Stage(t.Context(), dir, filepath.Join(dir, "public"), nil)
		if err == nil {
			s.Close()
		}
		return err
	})
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	l, err := lock.Try(filepath.Join(dir, ".public.lock"))
	if l == nil || err != nil {
		t.Fatalf("the lock is not free: %v", err)
	}
	l.Release()
}

// TestMoveBetweenDisks: a file goes from one file system to another whole, over what is there, and
// an error in between leaves what was there.
func TestMoveBetweenDisks(t *testing.T) {
	from, err := os.MkdirTemp("/dev/shm", "move") //nolint:usetesting // on another disk than that of t.TempDir
	if err != nil {
		hugotest.Lacking(t, "no other file system here: "+err.Error())
	}
	defer os.RemoveAll(from)
	to := t.TempDir()
	put(t, from, map[string]string{"a": "new"})
	put(t, to, map[string]string{"a": "old"})
	if err := move(filepath.Join(from, "a"), filepath.Join(to, "none", "a")); err == nil {
		t.Error("moved into a folder that is not there")
	}
	if err := move(filepath.Join(from, "none"), filepath.Join(to, "a")); err == nil {
		t.Error("moved a file that is not there")
	}
	same(t, to, map[string]string{"a": "old"})
	if err := move(filepath.Join(from, "a"), filepath.Join(to, "a")); err != nil {
		t.Fatal(err)
	}
	same(t, to, map[string]string{"a": "new"})
}

// TestSyncComparesToTheEnd: files of any length count as unchanged when they are equal to the last
// byte, and only then.
func TestSyncComparesToTheEnd(t *testing.T) {
	parent := t.TempDir()
	site := map[string]string{}
	for name, size := range map[string]int{"0": 0, "1": 1, "a": block - 1, "b": block, "c": block + 1, "d": 2 * block, "e": 3*block + 7} {
		site[name] = strings.Repeat("x", size)
	}
	render(t, parent, site)
	if got := render(t, parent, site); got != (Stats{Unchanged: len(site)}) {
		t.Errorf("equal files: %+v", got)
	}
	for name, text := range site {
		if text != "" {
			site[name] = text[1:] + "y"
		}
	}
	if got := render(t, parent, site); got != (Stats{Written: len(site) - 1, Unchanged: 1}) {
		t.Errorf("files that differ in their last byte: %+v", got)
	}
	same(t, filepath.Join(parent, "public"), site)
}
