package release

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/record"
)

func sampleLeft() *left {
	return &left{id: "20240401T010203Z-abc", files: map[string]leftFile{
		"index.html": {"s1", record.File{Size: 3, Time: -4, Inode: 5, Change: 6}, []leftCopy{{"s3", record.File{Size: 1, Time: 2, Inode: 3, Change: 4}}, {}}},
		"a/b.png":    {"s2", record.File{Size: 9, Time: 1, Inode: 7}, []leftCopy{{}, {}}},
	}}
}

// TestLeft: what is written comes back, and of what is cut, longer or of another form nothing is known.
func TestLeft(t *testing.T) {
	raw := sampleLeft().encode()
	if got := decodeLeft(raw); !reflect.DeepEqual(got, sampleLeft()) {
		t.Errorf("read is %+v", got)
	}
	for n := range raw {
		if got := decodeLeft(raw[:n]); got.id != "" || len(got.files) != 0 {
			t.Fatalf("of %d bytes is known %+v", n, got)
		}
	}
	changed := append(append([]byte{}, raw...), 'x')
	if got := decodeLeft(changed); len(got.files) != 0 {
		t.Errorf("of more is known %+v", got)
	}
}

// FuzzLeft: whatever is written there, reading it ends.
func FuzzLeft(f *testing.F) {
	f.Add(sampleLeft().encode())
	f.Add([]byte(leftHead()))
	f.Fuzz(func(_ *testing.T, raw []byte) { decodeLeft(raw) })
}

// over publishes the site of the live release again, as package build does with pages that did not
// change: by links.
func over(t *testing.T, s *Store, more map[string]string) *Published {
	t.Helper()
	live, err := s.Live()
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for name := range siteOf(1) {
		to := filepath.Join(d.Path(), filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Link(filepath.Join(s.Path(live), filepath.FromSlash(name)), to); err != nil {
			t.Fatal(err)
		}
	}
	render(t, d.Path(), more)
	done, err := d.Publish(t.Context(), input)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// inPlace changes a byte of a file and puts its time back: size, time and inode are as they were.
func inPlace(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	was := make([]byte, 1)
	_, err = f.ReadAt(was, info.Size()/2)
	time.Sleep(20 * time.Millisecond) // the clock of a disk ticks
	_, e := f.WriteAt([]byte{was[0] + 1}, info.Size()/2)
	if err := errors.Join(err, e, os.Chtimes(path, info.ModTime(), info.ModTime())); err != nil {
		t.Fatal(err)
	}
}

// TestLeftAlone: whatever becomes of the live release, the next one is sound, shares what is unharmed, and people
// are told of each file that is not what was published. What only lies elsewhere, was only touched, or of which
// nothing was noted, is believed once it was read.
func TestLeftAlone(t *testing.T) {
	about := func(s *Store, id, ext string) string { return filepath.Join(s.Path(id), "about", "index.html"+ext) }
	again := func(t *testing.T, path string, id func(from, to string) error) { // the same file under another inode
		t.Helper()
		if err := errors.Join(id(path, path+".new"), os.Rename(path+".new", path)); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		touch func(t *testing.T, s *Store, id string)
		told  string
	}{
		"as they were left":           {func(*testing.T, *Store, string) {}, ""},
		"a page was changed in place": {func(t *testing.T, s *Store, id string) { inPlace(t, about(s, id, "")) }, "1 个文件和发布时不一样了（about/index.html）"},
		"a copy was changed in place": {func(t *testing.T, s *Store, id string) { inPlace(t, about(s, id, ".br")) }, "（about/index.html.br）"},
		"a copy was changed":          {func(t *testing.T, s *Store, id string) { put(t, about(s, id, ".gz"), "tampered") }, "（about/index.html.gz）"},
		"a page was replaced": {func(t *testing.T, s *Store, id string) {
			again(t, about(s, id, ""), func(_, to string) error { return os.WriteFile(to, []byte("x"), 0o666) })
		}, "（about/index.html）"},
		"a page is gone":           {func(t *testing.T, s *Store, id string) { remove(t, about(s, id, "")) }, "（about/index.html）"},
		"the manifest was changed": {func(t *testing.T, s *Store, id string) { put(t, filepath.Join(s.Path(id), ManifestName), "{}") }, "（manifest.json）"},
		"a copy is gone":           {func(t *testing.T, s *Store, id string) { remove(t, about(s, id, ".gz")) }, ""},
		"nothing was noted":        {func(t *testing.T, s *Store, _ string) { remove(t, filepath.Join(s.dir, leftName)) }, ""},
		"nothing was noted, and a page was changed": {func(t *testing.T, s *Store, id string) {
			remove(t, filepath.Join(s.dir, leftName))
			inPlace(t, about(s, id, ""))
		}, "（about/index.html）"},
		"nothing was noted, and a copy was changed": {func(t *testing.T, s *Store, id string) {
			remove(t, filepath.Join(s.dir, leftName))
			inPlace(t, about(s, id, ".br"))
		}, "（about/index.html.br）"},
		"a backup was restored": {func(t *testing.T, s *Store, id string) {
			for _, ext := range []string{"", ".gz", ".br"} {
				again(t, about(s, id, ext), copyWithItsTime)
			}
		}, ""},
		"its owner was changed": {func(t *testing.T, s *Store, id string) {
			if err := errors.Join(os.Chmod(about(s, id, ""), 0o600), os.Chmod(about(s, id, ""), fileMode)); err != nil {
				t.Fatal(err)
			}
		}, ""},
		"another release was noted": {func(t *testing.T, s *Store, id string) {
			l := s.readLeft(id)
			l.id += "x"
			put(t, filepath.Join(s.dir, leftName), string(l.encode()))
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.Contains(name, "owner") {
				t.Skip("there are no modes")
			}
			s := newStore(t, 0)
			publish(t, s, siteOf(1))
			first := over(t, s, map[string]string{"new.html": page("new")})
			c.touch(t, s, first.ID)
			var second *Published
			if c.told == "" {
				second = over(t, s, map[string]string{"new.html": page("newer")})
				if second.Linked != len(siteOf(1))+1 { // and the record
					t.Errorf("%d of %d files are shared", second.Linked, second.Files)
				}
			} else { // nothing is taken over
				site := siteOf(1)
				site["new.html"] = page("newer")
				second = publish(t, s, site)
			}
			said := strings.Contains(fmt.Sprint(second.Notices), "和发布时不一样了")
			if said != (c.told != "") || !strings.Contains(fmt.Sprint(second.Notices), c.told) {
				t.Errorf("told is %v, want %q", second.Notices, c.told)
			}
			sound(t, s)
			if third := over(t, s, map[string]string{"new.html": page("newest")}); strings.Contains(fmt.Sprint(third.Notices), "和发布时不一样了") {
				t.Errorf("told again: %v", third.Notices)
			}
			sound(t, s)
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// copyWithItsTime copies a file as a backup does.
func copyWithItsTime(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	return errors.Join(err, os.WriteFile(to, data, fileMode), os.Chtimes(to, info.ModTime(), info.ModTime()))
}

// TestNothingIsTakenOverFromAFalseRelease: whoever makes pages is given no release before, and no file of it is
// vouched for.
func TestNothingIsTakenOverFromAFalseRelease(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	look := func() (before string, vouched bool) {
		noted := s.readLeft(first.ID).files["index.html"].file
		noted.Name = "index.html"
		d, err := s.Begin(t.Context(), ofA, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		return d.Before(), d.Vouch(noted)
	}
	if before, vouched := look(); before != s.Path(first.ID) || !vouched {
		t.Errorf("of a sound release: %q, %v", before, vouched)
	}
	inPlace(t, filepath.Join(s.Path(first.ID), "about", "index.html"))
	if before, vouched := look(); before != "" || vouched {
		t.Errorf("of a false one: %q, %v", before, vouched)
	}
}

// TestSpoiledByTheDisk: what no system notes is found by the time that every file had its turn, and a file that
// nobody touched is not read out of turn.
func TestSpoiledByTheDisk(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	live := over(t, s, nil)
	path := filepath.Join(s.Path(live.ID), "about", "index.html")
	inPlace(t, path)
	found := 0
	for number := range turns {
		l := s.readLeft(live.ID)
		is, _ := lookAt(path)
		was := l.files["about/index.html"]
		was.file = is.file // as if the system had noted nothing
		l.files["about/index.html"] = was
		m, err := ReadManifest(s.Path(live.ID))
		if err != nil {
			t.Fatal(err)
		}
		m.Number = number
		in := &inspection{folder: s.Path(live.ID), manifest: m, left: l, sound: map[string]leftFile{}}
		if err := in.all(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(in.false) > 0 {
			found++
		}
	}
	if found != 1 && tellsFilesApart(s) {
		t.Errorf("found %d times in %d releases", found, turns)
	}
}

// tellsFilesApart reports whether the system tells of files what is believed.
func tellsFilesApart(s *Store) bool {
	is, ok := record.Look(filepath.Join(s.dir, leftName))
	return ok && untouched(is, is)
}

// TestHalfSharedCopies: where sharing the copies of a file ends half-way, none stays behind to be taken for a file of
// the site.
func TestHalfSharedCopies(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if d.found.sound["about/index.html"].copies[1].file == (record.File{}) {
		t.Fatal("the page has no second copy")
	}
	for name := range siteOf(1) {
		to := filepath.Join(d.Path(), filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o777), os.Link(filepath.Join(s.Path(first.ID), filepath.FromSlash(name)), to)); err != nil {
			t.Fatal(err)
		}
	}
	remove(t, filepath.Join(s.Path(first.ID), "about", "index.html.br")) // a clean-up, in this very moment
	done, err := d.Publish(t.Context(), input)
	if err != nil || done.Linked < len(siteOf(1)) {
		t.Fatalf("%+v, %v", done, err)
	}
	sound(t, s)
	if _, err := os.Stat(filepath.Join(s.Path(done.ID), "about", "index.html.br")); err != nil {
		t.Error(err)
	}
}

// TestCarriedCopies: a copy that does not hold its style sheet is not carried on.
func TestCarriedCopies(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	old := sheetOf(t, s, first.ID)
	put(t, filepath.Join(s.Path(first.ID), old+".gz"), "tampered")
	second := publish(t, s, siteOf(2))
	if _, err := os.Lstat(filepath.Join(s.Path(second.ID), old)); err != nil {
		t.Errorf("the style sheet is not carried on: %v", err)
	}
	sound(t, s)
}

// sheetOf is the style sheet of a release.
func sheetOf(t *testing.T, s *Store, id string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(s.Path(id), "css", "*.css"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	return "css/" + filepath.Base(found[0])
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
