package release

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func ofA() (string, error) { return commitA, nil }

const commitA = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

// noon is a time at which tests publish.
var noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

// openDir is a folder of the test's own that others may enter, as those of a
// server's sites are.
func openDir(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func newStore(t *testing.T, keep int) *Store {
	t.Helper()
	s, err := Open(filepath.Join(openDir(t), "www"), keep)
	if err != nil {
		t.Fatal(err)
	}
	s.now = func() time.Time { return noon }
	return s
}

// page is a text long enough to be compressed.
func page(text string) string {
	return "<!doctype html><title>" + text + "</title>" + strings.Repeat("<p>"+text+"，示例市司法局评查执法卷宗。</p>\n", 30)
}

// sheet is the name of a style sheet by its content.
func sheet(css string) string { return "css/site." + Sum([]byte(css))[:12] + ".css" }

// siteOf is the whole of a site whose every file says which one it is.
func siteOf(version int) map[string]string {
	css := strings.Repeat(fmt.Sprintf("/* %d */ p { margin: 0 }\n", version), 40)
	return map[string]string{
		"index.html":                  page(fmt.Sprintf("version %d %s", version, sheet(css))),
		"about/index.html":            page("about"),
		"reports/shili/2023/原件.txt":   "原件\n",
		"reports/shili/2023/data.csv": strings.Repeat(fmt.Sprintf("%d,件\n", version), 200),
		sheet(css):                    css,
	}
}

func render(t testing.TB, dir string, site map[string]string) {
	t.Helper()
	for name, text := range site {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var input = Input{Commit: commitA, Committed: "2026-11-20T09:00:00+08:00", Generator: "v1", Hugo: "v0.165.0", Sources: map[string]string{"seeds/site.toml": Sum(nil)}}

func publish(t testing.TB, s *Store, site map[string]string, reports ...Report) *Published {
	t.Helper()
	done, err := tryPublish(t, s, site, reports...)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func tryPublish(t testing.TB, s *Store, site map[string]string, reports ...Report) (*Published, error) {
	t.Helper()
	d, err := s.Begin(context.Background(), ofA, nil)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	render(t, d.Path(), site)
	d.Update(reports)
	return d.Publish(context.Background(), input)
}

// sound fails unless the live release is whole.
func sound(t testing.TB, s *Store) *Verdict {
	t.Helper()
	v, err := VerifyDir(context.Background(), s.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range v.Problems {
		t.Errorf("the live site: %s", p)
	}
	return v
}

// tree is what a folder holds: the bytes of each file.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		got[filepath.ToSlash(path[len(dir)+1:])] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestPublishListRollback(t *testing.T) {
	s := newStore(t, 3)
	if list, err := s.List(); err != nil || len(list) != 0 {
		t.Fatalf("a new store lists %v, %v", list, err)
	}
	var ids []string
	for i := range 5 {
		done := publish(t, s, siteOf(i))
		ids = append(ids, done.ID)
		if i > 0 && done.Linked == 0 {
			t.Error("unchanged files are not shared with the release before")
		}
		sound(t, s)
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 3 || list[0].ID != ids[4] || !list[0].Live || list[1].Live || list[2].ID != ids[2] {
		t.Fatalf("kept %v of %v", list, ids)
	}
	if list[0].Commit() != commitA[:10] || !list[0].Time.After(list[1].Time) {
		t.Errorf("the newest is %+v", list[0])
	}
	if left, _ := filepath.Glob(filepath.Join(s.dir, "*", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	back, err := s.Rollback(t.Context(), "", true, nil)
	if err != nil || back.ID != ids[3] {
		t.Fatalf("went back to %v, %v; want %s", back.ID, err, ids[3])
	}
	sound(t, s)
	if _, err := s.Rollback(t.Context(), ids[3], true, nil); err == nil || !strings.Contains(err.Error(), "现在的网站就是") {
		t.Errorf("going back to the live release: %v", err)
	}
	if _, err := s.Rollback(t.Context(), "2025", true, nil); err == nil || !strings.Contains(err.Error(), "没有编号是") {
		t.Errorf("going back to none: %v", err)
	}
	if _, err := s.Rollback(t.Context(), "2026", true, nil); err == nil || !strings.Contains(err.Error(), "写得完整一些") {
		t.Errorf("going back to one of several: %v", err)
	}
	if back, err := s.Rollback(t.Context(), ids[2], true, nil); err != nil || back.ID != ids[2] {
		t.Fatalf("went back to %v, %v", back, err)
	}
	if _, err := s.Rollback(t.Context(), "", true, nil); err == nil || !strings.Contains(err.Error(), "没有更早的发布") {
		t.Errorf("going back before the first: %v", err)
	}
	// The live release is kept however old it is, and a publish goes on from there.
	for i := range 4 {
		publish(t, s, siteOf(10+i))
		if i == 0 {
			if _, err := s.Rollback(t.Context(), ids[3], true, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	sound(t, s)
	if got := readIndex(t, s); !strings.Contains(got, "version 13 ") {
		t.Errorf("the live site is %.60q", got)
	}
}

func readIndex(t testing.TB, s *Store) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.Current(), "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A rollback must not put a damaged release in the place of a whole one.
func TestRollbackRefusesADamagedRelease(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	second := publish(t, s, siteOf(2))
	if err := os.WriteFile(filepath.Join(s.Path(first.ID), "index.html"), []byte("changed"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := s.Rollback(t.Context(), "", true, nil)
	if err == nil || !strings.Contains(err.Error(), "/ 与发布时不同") {
		t.Errorf("rolled back to a damaged release: %v", err)
	}
	if live, _ := s.Live(); live != second.ID {
		t.Errorf("the live release is %s", live)
	}
}

// The same input gives the same bytes at another time, in another folder, and
// on top of other releases.
func TestSameBytes(t *testing.T) {
	a, b := newStore(t, 0), newStore(t, 0)
	b.now = func() time.Time { return noon.Add(7 * time.Hour) }
	reports := []Report{{Key: "shili/2023", SHA256: Sum(nil)}, {Key: "shili/2022", SHA256: Sum(nil)}}
	publish(t, a, siteOf(1), reports...)
	publish(t, b, siteOf(1), reports...)
	want, got := tree(t, a.Current()), tree(t, b.Current())
	if !maps.Equal(want, got) {
		t.Error("two stores hold different bytes")
	}
	for _, name := range []string{"index.html.gz", "index.html.br", ManifestName, RecordName} {
		if got[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}

	// A release after others, on another day, with the record as it was.
	later := newStore(t, 0)
	publish(t, later, siteOf(1), reports...)
	later.now = func() time.Time { return noon.AddDate(0, 1, 0) }
	publish(t, later, siteOf(2), reports...)
	publish(t, later, siteOf(1), reports...)
	v := sound(t, later)
	was, err := ParseManifest([]byte(want[ManifestName]))
	if err != nil {
		t.Fatal(err)
	}
	// Its place among the releases is another one; the site is the same.
	for _, m := range []*Manifest{was, v.Manifest} {
		m.Number, m.Previous = 0, ""
		delete(m.Files, LogName)
	}
	if !reflect.DeepEqual(was, v.Manifest) {
		t.Errorf("the manifest of the same input is another one later:\n%v\n%v", was, v.Manifest)
	}
}

func TestForeignFolderIsLeftAlone(t *testing.T) {
	for name, make := range map[string]func(dir string) error{
		"a folder called current": func(dir string) error { return os.MkdirAll(filepath.Join(dir, "current"), 0o777) },
		"a link to elsewhere":     func(dir string) error { return os.Symlink("/etc", filepath.Join(dir, "current")) },
	} {
		s := newStore(t, 0)
		if err := os.MkdirAll(s.dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := make(s.dir); err != nil {
			t.Fatal(err)
		}
		if _, err := tryPublish(t, s, siteOf(1)); err == nil || !strings.Contains(err.Error(), "没有动它") {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := newStore(t, 1)
	foreign := filepath.Join(s.dir, "releases", "keep-me")
	if err := os.MkdirAll(foreign, 0o777); err != nil {
		t.Fatal(err)
	}
	publish(t, s, siteOf(1))
	publish(t, s, siteOf(2))
	if _, err := os.Stat(foreign); err != nil {
		t.Error("a folder that is no release was removed")
	}
}

// An ETag made of time and size must change whenever a file's bytes do.
func TestChangedFileHasAnotherTimeOrSize(t *testing.T) {
	s := newStore(t, 0)
	type stamp struct {
		size int64
		at   time.Time
	}
	seen := map[stamp]string{}
	for i := range 4 {
		site := map[string]string{"index.html": page(fmt.Sprint("v", i))}
		publish(t, s, site)
		info, err := os.Stat(filepath.Join(s.Current(), "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		now := stamp{info.Size(), info.ModTime()}
		if i == 0 && !now.at.Equal(time.Date(2026, 11, 20, 1, 0, 0, 0, time.UTC)) {
			t.Errorf("a new file has the time %v, want the commit's", now.at)
		}
		if before := site["index.html"]; seen[now] != "" && seen[now] != before && i == 1 {
			t.Error("two contents of one size share their time")
		}
		seen[now] = site["index.html"]
	}
	if len(seen) < 2 {
		t.Errorf("four contents in a row have %d stamps", len(seen))
	}
}

func TestReservedNames(t *testing.T) {
	s := newStore(t, 0)
	for _, name := range []string{ManifestName, RecordName, SignatureName, "index.html.br"} {
		site := siteOf(1)
		site[name] = "x"
		if _, err := tryPublish(t, s, site); err == nil || !strings.Contains(err.Error(), "请改名") {
			t.Errorf("%s: %v", name, err)
		}
	}
	publish(t, s, siteOf(1))
	if names := slices.Sorted(maps.Keys(tree(t, s.Current()))); !slices.Contains(names, "reports/shili/2023/原件.txt") {
		t.Errorf("published %v", names)
	}
}

func TestSharedCopiesHoldTheFile(t *testing.T) {
	s := newStore(t, 0)
	first := publish(t, s, siteOf(1))
	// Both compressed copies of the first release are tampered with.
	for _, ext := range []string{".gz", ".br"} {
		if err := os.WriteFile(filepath.Join(s.Path(first.ID), "about", "index.html"+ext), []byte("tampered"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	v, err := VerifyDir(t.Context(), s.dir)
	if err != nil || len(v.Problems) != 2 || v.Problems[0].Kind != Packed {
		t.Errorf("tampered copies: %v, %v", v.Problems, err)
	}
	publish(t, s, siteOf(2))
	sound(t, s)
	for _, e := range encodings {
		packed, err := os.ReadFile(filepath.Join(s.Current(), "about", "index.html"+e.ext))
		if err != nil || e.holds(packed, []byte(page("about"))) != nil {
			t.Errorf("the new release took over a tampered copy %s: %v", e.ext, err)
		}
	}
	if !bytes.Contains([]byte(readIndex(t, s)), []byte("version 2 ")) {
		t.Error("the second release is not live")
	}
}
