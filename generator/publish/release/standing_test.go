package release

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSetByHand: an older release that is live is a fault where nobody went back to it, and is told where somebody
// did. What a publisher leaves that is killed before or after the swap is none, and neither is a release by itself.
func TestSetByHand(t *testing.T) {
	setTo := func(at int) func(t *testing.T, s *Store, ids []string) {
		return func(t *testing.T, s *Store, ids []string) {
			if err := errors.Join(os.Remove(s.Current()), os.Symlink(releasesName+"/"+ids[at], s.Current())); err != nil {
				t.Skip("no symbolic links here:", err)
			}
		}
	}
	back := func(t *testing.T, s *Store, ids []string) {
		if _, err := s.Rollback(t.Context(), ids[1], true, nil); err != nil {
			t.Fatal(err)
		}
	}
	both := func(a, b func(*testing.T, *Store, []string)) func(*testing.T, *Store, []string) {
		return func(t *testing.T, s *Store, ids []string) { a(t, s, ids); b(t, s, ids) }
	}
	for what, c := range map[string]struct {
		does         func(t *testing.T, s *Store, ids []string)
		astray, back string
	}{
		"the newest":   {setTo(2), "", ""},
		"an older one": {setTo(0), "网站现在是第 1 次发布", ""},
		"page and manifest are others": {func(t *testing.T, s *Store, _ []string) {
			path := filepath.Join(s.Current(), ManifestName)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			is := page("falsch")
			about := filepath.Join(s.Current(), "about", "index.html")
			old, err := os.ReadFile(about)
			if err != nil {
				t.Fatal(err)
			}
			forged := strings.ReplaceAll(string(text), Sum(old), Sum([]byte(is)))
			for _, e := range encodings {
				_ = os.Remove(about + e.ext)
				_ = os.Remove(path + e.ext)
			}
			if err := errors.Join(os.Remove(about), os.WriteFile(about, []byte(is), 0o666), os.Remove(path), os.WriteFile(path, []byte(forged), 0o666)); err != nil {
				t.Fatal(err)
			}
		}, "和发布记录 releases.json 里记的校验值不同", ""},
		"gone back":               {back, "", "现在是第 2 次发布"},
		"gone back, an older one": {both(back, setTo(0)), "没有用 rollback", ""},
		"gone back from one that is gone": {func(t *testing.T, s *Store, ids []string) {
			if err := os.RemoveAll(s.Path(ids[2])); err != nil {
				t.Fatal(err)
			}
			back(t, s, ids)
		}, "", "现在是第 2 次发布"},
		"gone back, and forth": {both(back, setTo(2)), "", ""},
		"gone back, gone on": {both(back, func(t *testing.T, s *Store, _ []string) {
			publish(t, s, siteOf(4))
		}), "", ""},
		"gone back, gone on, by hand": {both(back, func(t *testing.T, s *Store, ids []string) {
			publish(t, s, siteOf(4))
			setTo(1)(t, s, ids)
		}), "最近一次是第 4 次发布", ""},
		"noted by an earlier version": {both(back, func(t *testing.T, s *Store, ids []string) {
			if err := os.WriteFile(filepath.Join(s.dir, rolledBackName), []byte(ids[2]+"\n"), 0o666); err != nil {
				t.Fatal(err)
			}
		}), "", "现在是第 2 次发布"},
		"the newest was never live": {func(t *testing.T, s *Store, ids []string) {
			raw, err := os.ReadFile(filepath.Join(s.dir, LogName))
			if err != nil {
				t.Fatal(err)
			}
			log, err := ParseLog(raw)
			if err != nil {
				t.Fatal(err)
			}
			log.Releases = log.Releases[:2]
			setTo(1)(t, s, ids)
			if err := s.writeLog(log); err != nil {
				t.Fatal(err)
			}
		}, "", ""},
		"the log ends before the live one": {func(t *testing.T, s *Store, _ []string) {
			if err := os.WriteFile(filepath.Join(s.dir, LogName), []byte(`{"format":"mingfa-releases/1","releases":[]}`), 0o666); err != nil {
				t.Fatal(err)
			}
		}, "", ""},
	} {
		t.Run(what, func(t *testing.T) {
			s := newStore(t, 0)
			var ids []string
			for version := range 3 {
				publish(t, s, siteOf(version+1))
				id, err := s.Live()
				if err != nil {
					t.Fatal(err)
				}
				ids = append(ids, id)
			}
			c.does(t, s, ids)
			for _, at := range []string{s.dir, s.Current()} {
				v, err := VerifyDir(t.Context(), at)
				if err != nil {
					t.Fatal(err)
				}
				if (v.Astray == "") != (c.astray == "") || !strings.Contains(v.Astray, c.astray) || (v.Back == "") != (c.back == "") || !strings.Contains(v.Back, c.back) {
					t.Errorf("%s: astray %q, back %q", at, v.Astray, v.Back)
				}
			}
			if v, err := VerifyDir(t.Context(), s.Path(ids[0])); err != nil || v.Astray+v.Back != "" {
				t.Errorf("a release by itself: %+v, %v", v, err)
			}
		})
	}
}
