package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRecordAndLiveLostTogether: first days are not reset without a word.
func TestRecordAndLiveLostTogether(t *testing.T) {
	report := Report{Key: "shili/2023", SHA256: Sum(nil)}
	lose := func(s *Store) {
		t.Helper()
		for _, name := range []string{currentName, RecordName} {
			if err := os.Remove(filepath.Join(s.dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	s := newStore(t, 0)
	publish(t, s, siteOf(1), report)
	lose(s)
	s.now = func() time.Time { return noon.AddDate(0, 2, 0) }
	done := publish(t, s, siteOf(2), report)
	if day := sound(t, s).Record.Reports["shili/2023"].Day; day != "2026-11-24" || len(done.Notices) != 1 {
		t.Errorf("the first day is %s, said was %v", day, done.Notices)
	}
	lose(s)
	if err := os.RemoveAll(filepath.Join(s.dir, releasesName)); err != nil {
		t.Fatal(err)
	}
	if _, err := tryPublish(t, s, siteOf(3), report); err == nil || !strings.Contains(err.Error(), "请从备份恢复") {
		t.Errorf("with nothing left: %v", err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, RecordName), []byte(`{"format":"mingfa-published/1"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	publish(t, s, siteOf(3), report)
}

// TestTagsAreNotUsedTwice: of pages of one address and one length, each has a time of
// its own, whatever their commits' times, also after going back.
func TestTagsAreNotUsedTwice(t *testing.T) {
	s := newStore(t, 20)
	seen := map[time.Time]string{}
	put := func(text string) {
		t.Helper()
		site := siteOf(1)
		site["index.html"] = page(text)
		publish(t, s, site)
		info, err := os.Stat(filepath.Join(s.Current(), "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if was, used := seen[info.ModTime()]; used && was != text {
			t.Errorf("%s has the time of %s", text, was)
		}
		seen[info.ModTime()] = text
	}
	for _, text := range []string{"aa", "bb", "cc", "aa", "dd"} {
		put(text)
	}
	if _, err := s.Rollback(t.Context(), "", true, nil); err != nil {
		t.Fatal(err)
	}
	put("ee")
	put("ff")
}

// TestSheetsOfAMonth: a page that is open finds its style sheet after more publishings
// than releases are kept.
func TestSheetsOfAMonth(t *testing.T) {
	s := newStore(t, 2)
	first := siteOf(0)
	publish(t, s, first)
	for version := 1; version < 8; version++ {
		publish(t, s, siteOf(version))
	}
	name := ""
	for file := range first {
		if strings.HasPrefix(file, "css/") {
			name = file
		}
	}
	if _, err := os.Stat(filepath.Join(s.Current(), name)); err != nil {
		t.Errorf("after seven publishings: %v", err)
	}
	sound(t, s)
	s.now = func() time.Time { return noon.AddDate(0, 2, 0) }
	publish(t, s, siteOf(9))
	if _, err := os.Stat(filepath.Join(s.Current(), name)); err == nil {
		t.Error("it is kept for ever")
	}
}
