package release

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLogGoesOn: the log counts every release, whatever is lost of the store.
func TestLogGoesOn(t *testing.T) {
	s := newStore(t, 4)
	for version := range 3 {
		publish(t, s, siteOf(version))
	}
	numbers := func() (all []int) {
		t.Helper()
		log, err := s.readLog()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range log.Releases {
			all = append(all, e.Number)
		}
		return all
	}
	if got := numbers(); len(got) != 3 {
		t.Errorf("the log counts %v", got)
	}
	for range 4 { // more than are kept
		publish(t, s, siteOf(4))
	}
	if err := os.Remove(filepath.Join(s.dir, LogName)); err != nil {
		t.Fatal(err)
	}
	if got := numbers(); len(got) != 7 || got[6] != 7 {
		t.Errorf("without its file the log counts %v", got)
	}
	publish(t, s, siteOf(5))
	v := sound(t, s)
	if v.Manifest.Number != 8 || len(v.Log.Releases) != 7 || v.Manifest.Previous != v.Log.newest() || v.Manifest.Kind != LiveKind {
		t.Errorf("release %d after %d, kind %s", v.Manifest.Number, len(v.Log.Releases), v.Manifest.Kind)
	}
	if err := os.WriteFile(filepath.Join(s.dir, LogName), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := tryPublish(t, s, siteOf(6)); err == nil || !strings.Contains(err.Error(), "请从备份恢复") {
		t.Errorf("a broken log: %v", err)
	}
}

// TestGoingBackIsSeen by whoever kept a manifest or a log; what goes on is not taken for it.
func TestGoingBackIsSeen(t *testing.T) {
	s := newStore(t, 0)
	keep := func() (manifest, log []byte) {
		t.Helper()
		manifest, err := os.ReadFile(filepath.Join(s.Current(), ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		log, err = os.ReadFile(filepath.Join(s.dir, LogName))
		if err != nil {
			t.Fatal(err)
		}
		return manifest, log
	}
	publish(t, s, siteOf(1))
	first, firstLog := keep()
	publish(t, s, siteOf(2))
	publish(t, s, siteOf(3))
	third, thirdLog := keep()
	check := func(when string, kept []byte, want string) {
		t.Helper()
		problems, well, err := sound(t, s).Since(kept)
		got := strings.Join(problems, "\n")
		if err != nil || (want == "") != (got == "") || !strings.Contains(got, want) || want == "" && well == "" {
			t.Errorf("%s: want %q, got %q, %v", when, want, got, err)
		}
	}
	for _, kept := range [][]byte{first, firstLog, third, thirdLog} {
		check("as it is", kept, "")
	}
	if _, err := s.Rollback(t.Context(), "", true, nil); err != nil {
		t.Fatal(err)
	}
	check("gone back, an old manifest", first, "")
	check("gone back", third, "退回到了更早的发布：以前是第 3 次，现在是第 2 次")
	check("gone back, the log", thirdLog, "退回到了更早的发布")
	publish(t, s, siteOf(4))
	for _, kept := range [][]byte{first, firstLog, third, thirdLog} {
		check("gone on", kept, "")
	}
	check("another past", []byte(strings.Replace(string(thirdLog), "aaaaaaaaaa", "bbbbbbbbbb", 2)), "不一样")
	check("another manifest", []byte(strings.Replace(string(third), `"generator": "v1"`, `"generator": "v2"`, 1)), "不在现在的发布记录里")
	log := strings.Replace(string(thirdLog), Sum(first), Sum(third), 1)
	check("a past told otherwise", []byte(log), "第 1 次，和以前保存的不一样")
}

// TestWhatVerifyPassedOver: a stranger named by its own hash, a past that does not fit.
func TestWhatVerifyPassedOver(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"a page named by its hash": func(dir string) error {
			text := page("fremd")
			return os.WriteFile(filepath.Join(dir, "about", "x."+Sum([]byte(text))[:12]+".html"), []byte(text), 0o644)
		},
		"a script at the top": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "sw."+Sum([]byte("x"))[:12]+".js"), []byte("x"), 0o644)
		},
		"no log": func(dir string) error { return os.Remove(filepath.Join(dir, LogName)) },
		"another log": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, LogName), []byte(`{"format":"mingfa-releases/1","releases":[]}`), 0o644)
		},
	} {
		s := newStore(t, 0)
		publish(t, s, siteOf(1))
		done := publish(t, s, siteOf(2))
		if err := spoil(s.Path(done.ID)); err != nil {
			t.Fatal(err)
		}
		if v, err := VerifyDir(t.Context(), s.dir); err != nil || v.Sound() {
			t.Errorf("%s is passed over: %v", name, err)
		}
	}
}

// TestPlainManifest: a server that gives another manifest to those who do not ask
// for a compressed one.
func TestPlainManifest(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	files := http.FileServer(http.Dir(s.Current()))
	for _, bad := range []string{"identity", "gzip", "br", ""} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if token := r.Header.Get("Accept-Encoding"); r.URL.Path == "/"+ManifestName && token == bad {
				raw, _ := os.ReadFile(filepath.Join(s.Current(), ManifestName))
				w.Write([]byte(strings.Replace(string(raw), `"v1"`, `"v2"`, 1)))
				return
			}
			files.ServeHTTP(w, r)
		}))
		v, err := VerifyURL(t.Context(), server.Client(), server.URL)
		if bad == "" && (err != nil || !v.Sound()) || bad != "" && err == nil && v.Sound() {
			t.Errorf("another manifest as %q: %v", bad, err)
		}
		server.Close()
	}
}

func FuzzLog(f *testing.F) {
	f.Add([]byte(`{"format":"mingfa-releases/1","releases":[{"number":1,"id":"x","manifest":"aa"}]}`))
	f.Add([]byte("{"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		log, err := ParseLog(raw)
		if err != nil {
			return
		}
		text, err := log.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseLog(text)
		if err != nil || again.Departs(log) != "" {
			t.Errorf("%q is read as another log: %v", raw, err)
		}
	})
}
