package release

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mingfa/generator/report"
)

// overwrite puts another text in the place of a file of the live release, whose links elsewhere stay.
func overwrite(t *testing.T, s *Store, name, text string) {
	t.Helper()
	path := filepath.Join(s.Current(), filepath.FromSlash(name))
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// packed is a text as the server sends it.
func packed(t *testing.T, ext, text string) string {
	t.Helper()
	for _, e := range encodings {
		if e.ext == ext {
			var b strings.Builder
			w := e.write(&b, false)
			if _, err := io.WriteString(w, text); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatalf("nothing is packed as %s", ext)
	return ""
}

// problems are what a check of a folder has to say.
func problems(t *testing.T, dir string) string {
	t.Helper()
	v, err := VerifyDir(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range v.Problems {
		all = append(all, p.String())
	}
	return strings.Join(all, "；")
}

// TestBrokenReleases: each way in which a published site may be another one than the manifest says, and what
// is said of it, in the store and by the path of its link.
func TestBrokenReleases(t *testing.T) {
	old := siteOf(1)
	var carried string
	for name := range old {
		if strings.HasPrefix(name, "css/") {
			carried = name
		}
	}
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, s *Store)
		want  string
	}{
		{"nothing", func(*testing.T, *Store) {}, ""},
		{"a stranger", func(t *testing.T, s *Store) { overwrite(t, s, "x.html", "x") }, "/x.html 不是这次发布的文件"},
		{"a packed stranger", func(t *testing.T, s *Store) { overwrite(t, s, "x.html.gz", "x") }, "/x.html.gz 不是这次发布的文件"},
		{"the manifest, packed", func(t *testing.T, s *Store) { overwrite(t, s, ManifestName+".gz", packed(t, ".gz", "{}")) }, "/manifest.json.gz 压缩后的内容与原文件不同"},
		{"the manifest, packed otherwise", func(t *testing.T, s *Store) { overwrite(t, s, ManifestName+".br", "x") }, "/manifest.json.br 压缩后的内容与原文件不同"},
		{"a page, packed", func(t *testing.T, s *Store) { overwrite(t, s, "about/index.html.br", packed(t, ".br", page("x"))) }, "/about/index.html.br 压缩后的内容与原文件不同"},
		{"a page and more, packed", func(t *testing.T, s *Store) {
			overwrite(t, s, "about/index.html.gz", packed(t, ".gz", page("about")+"x"))
		}, "/about/index.html.gz 压缩后的内容与原文件不同"},
		{"a carried style sheet", func(t *testing.T, s *Store) { overwrite(t, s, carried, "x") }, "/" + carried + " 不是这次发布的文件"},
		{"a carried style sheet, packed", func(t *testing.T, s *Store) { overwrite(t, s, carried+".gz", packed(t, ".gz", "x")) }, "/" + carried + ".gz 不是这次发布的文件"},
		{"a link", func(t *testing.T, s *Store) {
			path := filepath.Join(s.Current(), "about", "index.html")
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("../index.html", path); err != nil {
				t.Fatal(err)
			}
		}, "/about/ 与发布时不同"},
		{"a folder", func(t *testing.T, s *Store) {
			overwrite(t, s, "about/index.html", "")
			if err := os.Remove(filepath.Join(s.Current(), "about", "index.html")); err != nil {
				t.Fatal(err)
			}
			overwrite(t, s, "about/index.html/x", "x")
		}, "/about/ 与发布时不同；/about/index.html/x 不是这次发布的文件"},
	} {
		s := newStore(t, 0)
		publish(t, s, old)
		publish(t, s, siteOf(2))
		c.spoil(t, s)
		for _, dir := range []string{s.dir, s.Current()} {
			if got := problems(t, dir); got != c.want && !(c.name == "a carried style sheet" && strings.HasPrefix(got, c.want)) {
				t.Errorf("%s, by %s: got %q, want %q", c.name, filepath.Base(dir), got, c.want)
			}
		}
	}
}

// TestEarlierVersions: a manifest that counts no releases is one of an earlier version, and sound without a log;
// nobody says of it what was before and what after.
func TestEarlierVersions(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	v := sound(t, s)
	m := *v.Manifest
	m.Number, m.Kind, m.Previous = 0, "", ""
	delete(m.Files, LogName)
	text, err := m.encode()
	if err != nil {
		t.Fatal(err)
	}
	counted := v.Text
	for _, name := range []string{LogName, LogName + ".gz", LogName + ".br", ManifestName + ".gz", ManifestName + ".br"} {
		if err := os.RemoveAll(filepath.Join(s.Current(), name)); err != nil {
			t.Fatal(err)
		}
	}
	overwrite(t, s, ManifestName, string(text))
	earlier := sound(t, s)
	for name, c := range map[string]struct {
		is   *Verdict
		kept []byte
	}{"an earlier one was kept": {v, text}, "a later one was kept": {earlier, counted}} {
		said, what, err := c.is.Since(c.kept)
		if len(said) > 0 || !strings.Contains(what, "不能比较先后") || err != nil {
			t.Errorf("%s: %v, %q, %v", name, said, what, err)
		}
	}
}

// TestSinceWhatWasKept: what somebody kept of a site may be anything; what cannot be read is no proof of a fault.
func TestSinceWhatWasKept(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1), Report{Key: "shili/2023", SHA256: Sum(nil)})
	v := sound(t, s)
	record, err := v.Record.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ kept, said, what, fails string }{
		{string(record), "", "1 份报告的首次发布日期都没有改动", ""},
		{strings.Replace(string(record), "2026-11-24", "2026-11-23", 1), "首次发布日期原来记为 2026-11-23，现在记为 2026-11-24", "", ""},
		{"{", "", "", "读不懂"}, {"", "", "", "读不懂"}, {"{}", "", "", "没有写格式"}, {`{"name":"x"}`, "", "", "没有写格式"}, {`{"format":"mingfa-releases/9"}`, "", "", "格式"},
		{`{"format":"mingfa-manifest/9"}`, "", "", "格式"}, {`{"format":"mingfa-releases/1","releases":[{"number":0}]}`, "", "", "第 1 条不合规"},
	} {
		said, what, err := v.Since([]byte(c.kept))
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) {
				t.Errorf("%q: %v", c.kept, err)
			}
			continue
		}
		if got := strings.Join(said, "；"); err != nil || (c.said == "") != (got == "") || !strings.Contains(got, c.said) || !strings.Contains(what, c.what) {
			t.Errorf("%.40q…: %q, %q, %v", c.kept, got, what, err)
		}
	}
	v.Record = nil
	if said, _, err := v.Since(record); err != nil || len(said) != 1 || !strings.Contains(said[0], "没有首次发布日期的记录") {
		t.Errorf("without a record: %v, %v", said, err)
	}
}

// TestParseLogs: the entries of a log count on from the first by one, each with the manifest of its release.
func TestParseLogs(t *testing.T) {
	entry := func(number int) string { return fmt.Sprintf(`{"number":%d,"id":"x","manifest":%q}`, number, Sum(nil)) }
	purged := `{"number":2,"purged":"shili/2023"}`
	for text, sound := range map[string]bool{
		"": true, entry(1): true, entry(7) + "," + entry(8): true, entry(1) + "," + purged + "," + entry(3): true,
		entry(0): false, entry(-1): false, entry(1) + "," + entry(3): false, entry(2) + "," + entry(1): false, entry(1) + "," + entry(1): false,
		`{"number":1,"id":"x"}`: false, `{"number":1,"manifest":"x"}`: false,
	} {
		_, err := ParseLog([]byte(`{"format":"mingfa-releases/1","releases":[` + text + `]}`))
		if (err == nil) != sound {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestParseManifestOfKinds: a manifest of a kind, a number or a past that no program writes is refused.
func TestParseManifestOfKinds(t *testing.T) {
	for more, sound := range map[string]bool{
		"": true, `"kind":"live","number":1`: true, `"kind":"preview"`: true, `"number":2,"previous":"` + Sum(nil) + `"`: true,
		`"kind":"Live"`: false, `"kind":"x","number":1`: false, `"number":-1`: false, `"previous":"x"`: false, `"number":1,"previous":"` + Sum(nil)[1:] + `"`: false,
	} {
		if more != "" {
			more += ","
		}
		_, err := ParseManifest([]byte(`{"format":"mingfa-manifest/1",` + more + `"files":{"index.html":"` + Sum(nil) + `"}}`))
		if (err == nil) != sound {
			t.Errorf("%s: %v", more, err)
		}
	}
}

// TestLogFromABackup: an older log that somebody brought back is completed by the releases that are kept, one of
// which nobody can read.
func TestLogFromABackup(t *testing.T) {
	s := newStore(t, 10)
	publish(t, s, siteOf(1))
	path := filepath.Join(s.dir, LogName)
	backup, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for version := 2; version <= 4; version++ {
		publish(t, s, siteOf(version))
	}
	if err := os.WriteFile(path, backup, 0o666); err != nil {
		t.Fatal(err)
	}
	log, err := s.readLog()
	if err != nil || len(log.Releases) != 4 || log.last().Number != 4 {
		t.Fatalf("%+v, %v", log, err)
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(s.Path(list[3].ID), ManifestName)); err != nil { // the oldest
		t.Fatal(err)
	}
	if log, err := s.readLog(); err != nil || log.last().Number != 4 {
		t.Errorf("%+v, %v", log, err)
	}
}

// TestGoesOn: what came of a report is only added to. Its words may be gone, since what was taken down is not
// repeated; its kind, its day and its commit may not.
func TestGoesOn(t *testing.T) {
	one := report.Change{Kind: "a", Day: "2026-01-01", Commit: "a"}
	two := report.Change{Kind: "b", Day: "2026-01-02", Commit: "b"}
	kind, day, commit := one, one, one
	kind.Kind, day.Day, commit.Commit = "c", "2026-01-03", "c"
	for _, c := range []struct {
		name           string
		earlier, later []report.Change
		want           bool
	}{
		{"nothing", nil, nil, true}, {"the first", nil, []report.Change{one}, true}, {"the same", []report.Change{one, two}, []report.Change{one, two}, true},
		{"one more", []report.Change{one}, []report.Change{one, two}, true}, {"one less", []report.Change{one, two}, []report.Change{one}, false},
		{"another order", []report.Change{one, two}, []report.Change{two, one}, false}, {"another kind", []report.Change{one}, []report.Change{kind}, false},
		{"another day", []report.Change{one}, []report.Change{day}, false}, {"another commit", []report.Change{one}, []report.Change{commit}, false},
	} {
		if got := goesOn(c.earlier, c.later); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

// TestSignaturesThatAreNone: what signs nothing is an error, each with its reason.
func TestSignaturesThatAreNone(t *testing.T) {
	s := newStore(t, 0)
	_, key := newKey(t)
	unsigned := input
	input.Key = key
	defer func() { input = unsigned }()
	publish(t, s, siteOf(1))
	v := sound(t, s)
	for _, signers := range []string{"\n", "# 公钥\n", "ssh-ed25519 x\n"} {
		if _, err := v.CheckSignature([]byte(signers)); err == nil || !strings.Contains(err.Error(), "没有公钥") {
			t.Errorf("signed by %q: %v", signers, err)
		}
	}
	v.Signature = []byte("-----BEGIN SSH SIGNATURE-----\n")
	if _, err := v.CheckSignature(nil); err == nil || !strings.Contains(err.Error(), "签名读不懂") {
		t.Errorf("half a signature: %v", err)
	}
}

// TestServersThatRefuse: a page that a server does not give is told with its answer; an answer that is none is
// asked for again.
func TestServersThatRefuse(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	whole := precompressed(s.Current())
	for _, c := range []struct {
		name string
		page func(w http.ResponseWriter, asked int) bool // whether it was answered
		want string
	}{
		{"forbidden", func(w http.ResponseWriter, _ int) bool { w.WriteHeader(http.StatusForbidden); return true }, "/about/ 读不到（服务器回答 403）"},
		{"gone", func(w http.ResponseWriter, _ int) bool { w.WriteHeader(http.StatusGone); return true }, "/about/ 不见了"},
		{"always failing", func(w http.ResponseWriter, _ int) bool { w.WriteHeader(http.StatusBadGateway); return true }, "/about/ 读不到（服务器回答 502）"},
		{"too often", func(w http.ResponseWriter, asked int) bool {
			if asked > 1 {
				return false
			}
			w.WriteHeader(http.StatusTooManyRequests)
			return true
		}, ""},
		{"another page", func(w http.ResponseWriter, _ int) bool { fmt.Fprint(w, "x"); return true }, "/about/ 与发布时不同"},
		{"an unknown form", func(w http.ResponseWriter, _ int) bool { w.Header().Set("Content-Encoding", "zstd"); return true }, "/about/ 读不到（服务器用了没有要求的压缩方式 zstd）"},
	} {
		asked := 0
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/about/" {
				if asked++; c.page(w, asked) {
					return
				}
			}
			whole.ServeHTTP(w, r)
		}))
		v, err := VerifyURL(t.Context(), server.Client(), server.URL)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, p := range v.Problems {
			got = append(got, p.String())
		}
		if strings.Join(got, "；") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		server.Close()
	}
}

// TestStoppedPublish: a run that is stopped publishes nothing and leaves nothing.
func TestStoppedPublish(t *testing.T) {
	s := newStore(t, 0)
	live := publish(t, s, siteOf(1))
	ctx, cancel := context.WithCancelCause(t.Context())
	d, err := s.Begin(ctx, ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	render(t, d.Path(), siteOf(2))
	d.Update(nil)
	stopped := errors.New("stopped")
	cancel(stopped)
	if _, err := d.Publish(ctx, input); !errors.Is(err, stopped) {
		t.Errorf("got %v", err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if id, err := s.Live(); err != nil || id != live.ID {
		t.Errorf("live is %s, %v", id, err)
	}
	sound(t, s)
}

// TestSharedFiles: a release says how many files it shares with the one before; the first release of a preview
// shares those of the live site.
func TestSharedFiles(t *testing.T) {
	s := newStore(t, 0)
	if done := publish(t, s, siteOf(1)); done.Linked != 0 {
		t.Errorf("the first release shares %d files", done.Linked)
	}
	done := publish(t, s, siteOf(1))
	if want := done.Files - 1; done.Linked != want { // all but the log, which goes on
		t.Errorf("an equal release shares %d of %d files, want %d", done.Linked, done.Files, want)
	}
	p, err := s.Preview("draft")
	if err != nil {
		t.Fatal(err)
	}
	if done := publish(t, p, siteOf(1)); done.Linked < len(siteOf(1)) {
		t.Errorf("a preview of the live site shares %d of %d files", done.Linked, done.Files)
	}
	if p.Today() != s.Today() {
		t.Errorf("in a preview it is %s, on the site %s", p.Today(), s.Today())
	}
}

// TestCarriedStyleSheets: of the release before goes on what names itself by what it holds, and nothing else;
// what is older than a month does not.
func TestCarriedStyleSheets(t *testing.T) {
	s := newStore(t, 1)
	first := siteOf(1)
	first["css/plain.css"] = "p { margin: 0 }"
	first["css/site.0123456789ab.css"] = "named by another text"
	var carried string
	for name := range first {
		if strings.HasPrefix(name, "css/site.") && isHashed(name, []byte(first[name])) {
			carried = name
		}
	}
	publish(t, s, first)
	there := func(name string) bool {
		_, err := os.Stat(filepath.Join(s.Current(), filepath.FromSlash(name)))
		return err == nil
	}
	for version := 2; version <= 3; version++ {
		publish(t, s, siteOf(version))
		for _, ext := range []string{"", ".gz", ".br"} {
			if !there(carried + ext) {
				t.Errorf("release %d lacks %s of the first", version, carried+ext)
			}
		}
		for _, name := range []string{"css/plain.css", "css/site.0123456789ab.css"} {
			if there(name) {
				t.Errorf("release %d has %s of the first", version, name)
			}
		}
		sound(t, s)
	}
	s.now = func() time.Time { return noon.Add(2 * month) }
	publish(t, s, siteOf(4))
	publish(t, s, siteOf(5))
	if there(carried) {
		t.Error("a style sheet is kept for ever")
	}
	sound(t, s)
}

// TestReady: a folder into which a release can be made is left as it is, and one into which none can be is
// told of before anybody pushes.
func TestReady(t *testing.T) {
	s := newStore(t, 0)
	for range 2 {
		if err := s.Ready(); err != nil {
			t.Fatal(err)
		}
	}
	if left, err := os.ReadDir(filepath.Join(s.dir, releasesName)); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	publish(t, s, siteOf(1))
	if err := s.Ready(); err != nil {
		t.Error(err)
	}
	sound(t, s)
	for _, name := range []string{"www", "www/releases"} { // a file where a folder goes
		base := t.TempDir()
		file := filepath.Join(base, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Open(filepath.Join(base, "www"), 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Ready(); err == nil {
			t.Errorf("a file in the place of %s is ready", name)
		}
		if _, err := tryPublish(t, s, siteOf(1)); err == nil {
			t.Errorf("a file in the place of %s is published into", name)
		}
	}
}

// TestForeignCurrent: what somebody else put where the live site is served stays there, whatever is asked of
// the store, and nothing is made live, taken away or counted.
func TestForeignCurrent(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a folder":                         func(path string) error { return os.Mkdir(path, 0o777) },
		"a file":                           func(path string) error { return os.WriteFile(path, []byte("x"), 0o666) },
		"a link elsewhere":                 func(path string) error { return os.Symlink("/srv/other", path) },
		"a link to what is no release":     func(path string) error { return os.Symlink(releasesName+"/x", path) },
		"a link to a release of elsewhere": func(path string) error { return os.Symlink("other/20261124T040000Z-aaaaaaaaaa", path) },
	} {
		s := newStore(t, 5)
		publish(t, s, siteOf(1))
		publish(t, s, siteOf(2))
		if err := os.Remove(s.Current()); err != nil {
			t.Fatal(err)
		}
		if err := put(s.Current()); err != nil {
			t.Fatal(err)
		}
		before := tree(t, filepath.Join(s.dir, releasesName))
		var blocked *Blocked
		if list, err := s.List(); list != nil || !errors.As(err, &blocked) {
			t.Errorf("%s: the list is %v, %v", name, list, err)
		}
		if _, err := s.Rollback(t.Context(), "", true, nil); !errors.As(err, &blocked) {
			t.Errorf("%s: gone back: %v", name, err)
		}
		if _, _, err := s.RolledBack(); !errors.As(err, &blocked) {
			t.Errorf("%s: whether somebody went back: %v", name, err)
		}
		if _, err := s.Purge(t.Context(), "shili/2023", nil); !errors.As(err, &blocked) {
			t.Errorf("%s: purged: %v", name, err)
		}
		if _, err := s.PurgedReports(); !errors.As(err, &blocked) {
			t.Errorf("%s: what was purged: %v", name, err)
		}
		if _, err := s.Record(); !errors.As(err, &blocked) {
			t.Errorf("%s: the record: %v", name, err)
		}
		if _, err := tryPublish(t, s, siteOf(3)); !errors.As(err, &blocked) {
			t.Errorf("%s: published: %v", name, err)
		}
		after := tree(t, filepath.Join(s.dir, releasesName))
		if len(after) != len(before) {
			t.Errorf("%s: %d files were there, %d are", name, len(before), len(after))
		}
	}
}

// TestRollbackToADamagedRelease: one that is not whole, or that nobody can read, is not put in the place of a
// whole one.
func TestRollbackToADamagedRelease(t *testing.T) {
	for name, c := range map[string]struct {
		file, text, want string
	}{
		"a page":          {"about/index.html", "x", "已经损坏（/about/ 与发布时不同）"},
		"its manifest":    {ManifestName, "{", "不能用"},
		"a page too many": {"x.html", "x", "已经损坏（/x.html 不是这次发布的文件）"},
	} {
		s := newStore(t, 5)
		old := publish(t, s, siteOf(1))
		live := publish(t, s, siteOf(2))
		path := filepath.Join(s.Path(old.ID), filepath.FromSlash(c.file))
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Rollback(t.Context(), "", true, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if id, err := s.Live(); err != nil || id != live.ID {
			t.Errorf("%s: live is %s, %v", name, id, err)
		}
	}
}

// TestChoose: to go back without a name is to the release before the live one, or, where what was live is gone,
// to the newest; a name is an id or its beginning, or four characters of the commit.
func TestChoose(t *testing.T) {
	list := []Release{{ID: "20261124T040003Z-cccc000000"}, {ID: "20261124T040002Z-bbbb000000", Live: true}, {ID: "20261124T040001Z-aaaa000000"}, {ID: "20261123T040001Z-aaab000000"}}
	gone := slices.Clone(list)
	gone[1].Live = false
	for _, c := range []struct {
		list     []Release
		id, want string // the commit, or what is said
	}{
		{list, "", "aaaa000000"}, {gone, "", "cccc000000"}, {list[1:2], "", "没有更早的发布"}, {nil, "", "没有更早的发布"}, {list[:2], "", "没有更早的发布"},
		{list, "20261124T040003Z-cccc000000", "cccc000000"}, {list, "20261124T040003", "cccc000000"}, {list, "20261123", "aaab000000"}, {list, "aaaa", "aaaa000000"},
		{list, "cccc0", "cccc000000"}, {list, "aaa", "没有编号是“aaa”的发布"}, {list, "2026112", "有 4 个发布的编号以“2026112”开头"}, {list, "bbbb", "现在的网站就是"}, {list, "x", "没有编号是“x”的发布"},
	} {
		to, _, err := choose(c.list, c.id)
		if got := to.Commit(); err == nil && got != c.want || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q of %d: %q, %v, want %q", c.id, len(c.list), got, err, c.want)
		}
	}
}

// TestCompareAgain: what differs between a site and what is rendered again of its commit is told in the order of the
// names, each with what it is.
func TestCompareAgain(t *testing.T) {
	files := func(pairs ...string) map[string]string {
		all := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			all[pairs[i]] = pairs[i+1]
		}
		return all
	}
	v := &Verdict{Manifest: &Manifest{Files: files("a", "1", "c", "1", "e", "1", "same", "1"), Sources: files("f", "1", "g", "1")}}
	again := &Manifest{Files: files("a", "2", "b", "1", "d", "1", "same", "1"), Sources: files("f", "2", "g", "1")}
	for range 10 {
		var got []string
		for _, p := range v.Compare(again) {
			got = append(got, p.String())
		}
		want := "/a 与发布时不同（与重新生成的不同）；/b 不见了（重新生成的网站里有）；/c 不是这次发布的文件（重新生成的网站里没有）；/d 不见了（重新生成的网站里有）；" +
			"/e 不是这次发布的文件（重新生成的网站里没有）；/f 与发布时不同（清单记的来源与提交里的不同）"
		if strings.Join(got, "；") != want {
			t.Fatalf("got %s", strings.Join(got, "；"))
		}
	}
}

// TestParseRecordOfDays: every day of a record is a day.
func TestParseRecordOfDays(t *testing.T) {
	for first, sound := range map[string]bool{
		`"first":"2026-11-24"`: true, `"first":"2026-11-31"`: false, `"first":""`: false, `"first":"今天"`: false,
		`"first":"2026-11-24","stated":[{"day":"2024-03-28","since":"2026-11-24"}]`:                                           true,
		`"first":"2026-11-24","stated":[{"day":"2024-03-28","since":"2026-11-24"},{"day":"2024-03-28","since":"2026-13-24"}]`: false,
		`"first":"2026-11-24","stated":[{"day":"2024-3-28","since":"2026-11-24"}]`:                                            false,
	} {
		_, err := ParseRecord([]byte(`{"format":"` + recordFormat + `","reports":{"a/2023":{` + first + `}}}`))
		if (err == nil) != sound {
			t.Errorf("%s: %v", first, err)
		}
	}
}

// TestBesideOfThat: what the release before is, how many files are sound beside one that is not, a key that is not
// there, a check that was stopped, and an address of a preview that somebody else made.
func TestBesideOfThat(t *testing.T) {
	s := newStore(t, 5)
	before := func(want string) {
		t.Helper()
		d, err := s.Begin(t.Context(), ofA, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		if got := d.Before(); got != want {
			t.Errorf("before is %q, want %q", got, want)
		}
	}
	before("")
	done := publish(t, s, siteOf(1))
	before(s.Path(done.ID))
	whole := sound(t, s).Same
	overwrite(t, s, "about/index.html.gz", "x")
	if v, err := VerifyDir(t.Context(), s.dir); err != nil || v.Same != whole-1 {
		t.Errorf("%d of %d files are sound, %v", v.Same, whole, err)
	}
	if key, err := LoadKey(filepath.Join(t.TempDir(), "none")); key != nil || err == nil {
		t.Errorf("a key that is not there: %v, %v", key, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/about/" {
			cancel()
		}
		precompressed(s.Current()).ServeHTTP(w, r)
	}))
	defer server.Close()
	if v, err := VerifyURL(ctx, server.Client(), server.URL); err == nil {
		t.Errorf("a check that was stopped ends with %v", v.Problems)
	}
	if err := os.MkdirAll(filepath.Join(s.dir, previewName), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/srv/other", filepath.Join(s.dir, previewName, "draft")); err != nil {
		t.Fatal(err)
	}
	if err := s.ShowPreview("draft"); err == nil {
		t.Error("a preview is shown where somebody else's folder is served")
	}
}
