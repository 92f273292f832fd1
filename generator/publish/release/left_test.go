package release

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"mingfa/generator/build/record"
)

func sampleLeft() *left {
	return &left{id: "20240401T010203Z-abc", files: map[string]leftFile{
		"index.html": {"s1", record.File{Size: 3, Time: -4, Inode: 5}, []record.File{{Size: 1, Time: 2, Inode: 3}, {}}},
		"a/b.png":    {"s2", record.File{Size: 9, Time: 1, Inode: 7}, []record.File{{}, {}}},
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

// TestLeftAlone: files that a release shares with the one before, and that are as they were left, are
// not read again; where a file or a copy of it was touched they are, and the copies are made anew. After a
// release that was gone back to nothing is known.
func TestLeftAlone(t *testing.T) {
	for name, c := range map[string]struct {
		touch func(t *testing.T, folder string)
		read  bool // the page and its copies are looked at
	}{
		"as they were left": {func(*testing.T, string) {}, false},
		"a copy was changed": {func(t *testing.T, folder string) {
			put(t, filepath.Join(folder, "about", "index.html.br"), "tampered")
		}, true},
		"a copy is gone": {func(t *testing.T, folder string) {
			if err := os.Remove(filepath.Join(folder, "about", "index.html.gz")); err != nil {
				t.Fatal(err)
			}
		}, true},
		"nothing was noted": {func(t *testing.T, folder string) {
			if err := os.Remove(filepath.Join(filepath.Dir(filepath.Dir(folder)), leftName)); err != nil {
				t.Fatal(err)
			}
		}, true},
		"another release was noted": {func(t *testing.T, folder string) {
			path := filepath.Join(filepath.Dir(filepath.Dir(folder)), leftName)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			l := decodeLeft(raw)
			l.id += "x"
			put(t, path, string(l.encode()))
		}, true},
	} {
		s := newStore(t, 0)
		publish(t, s, siteOf(1))
		first := over(t, s, map[string]string{"new.html": page("new")})
		c.touch(t, s.Path(first.ID))
		known := s.readLeft(first.ID)
		is, ok := lookAt(filepath.Join(s.Path(first.ID), "about", "index.html"))
		if was := known.files["about/index.html"]; !ok || c.read == (reflect.DeepEqual(is.copies, was.copies) && is.file == was.file) {
			t.Errorf("%s: left as %+v, is %+v", name, was, is)
		}
		second := over(t, s, map[string]string{"new.html": page("newer")})
		if second.Files != first.Files || second.Linked != len(siteOf(1))+1 { // and the record
			t.Errorf("%s: %d of %d files are shared", name, second.Linked, second.Files)
		}
		sound(t, s)
	}
}

// TestLeftIsNotRead: the sum of a file that is as it was left is the one that is known of it.
func TestLeftIsNotRead(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	path := filepath.Join(s.Path(first.ID), "about", "index.html")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[0]++ // of one length, and of one time below
	put(t, path, string(data))
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	second := over(t, s, nil)
	m, err := ReadManifest(s.Path(second.ID))
	if err != nil || m.Files["about/index.html"] == Sum(data) {
		t.Errorf("it was read: %v", err)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
