package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// said is what a publish has to tell, one to a line.
func said(done *Published) string {
	var lines []string
	for _, n := range done.Notices {
		lines = append(lines, n.String())
	}
	return strings.Join(lines, "\n")
}

func TestFirstDayIsThatOfTheFirstRelease(t *testing.T) {
	s := newStore(t, 2)
	one := Report{Key: "shili/2022", SHA256: Sum([]byte("1"))}
	two := Report{Key: "shili/2023", SHA256: Sum([]byte("2"))}
	s.now = func() time.Time { return time.Date(2026, 11, 24, 15, 59, 59, 0, time.UTC) }
	publish(t, s, siteOf(1), one)
	s.now = func() time.Time { return time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC) } // midnight in Beijing
	publish(t, s, siteOf(2), one, two)
	s.now = func() time.Time { return noon.AddDate(1, 0, 0) }
	one.SHA256 = Sum([]byte("corrected"))
	publish(t, s, siteOf(3), one) // the other is taken down
	done := publish(t, s, siteOf(4), one, two)
	if said(done) != "" {
		t.Errorf("an ordinary publish says: %s", said(done))
	}
	got := sound(t, s).Record.Reports
	if got["shili/2022"].Day != "2026-11-24" || got["shili/2023"].Day != "2026-11-25" || got["shili/2022"].SHA256 != Sum([]byte("1")) {
		t.Errorf("the record holds %v", got)
	}
	if _, ok := sound(t, s).Manifest.Files[RecordName]; !ok {
		t.Error("the manifest does not list the record")
	}
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if d.Record().Day(d.Today(), "shili/2023") != "2026-11-25" || d.Record().Day(d.Today(), "new/2024") != "2027-11-24" {
		t.Error("a page would show another day")
	}
}

// The record cannot be changed without a word: the releases are witnesses.
func TestMovedDayIsToldAndRestored(t *testing.T) {
	s := newStore(t, 5)
	report := Report{Key: "shili/2023", SHA256: Sum(nil)}
	publish(t, s, siteOf(1), report)
	path := filepath.Join(s.dir, RecordName)
	edit := func(path, old, new string) {
		t.Helper()
		text, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(text), old) {
			t.Fatalf("%s: %v, %s", path, err, text)
		}
		os.Remove(path)
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(text), old, new)), 0o666); err != nil {
			t.Fatal(err)
		}
	}

	edit(path, "2026-11-24", "2026-03-31")
	done := publish(t, s, siteOf(2), report)
	if got := said(done); !strings.Contains(got, "发布记录被改动过：首次发布日期原来记为 2026-11-24，现在记为 2026-03-31") {
		t.Errorf("an edited record: %s", got)
	}
	if got := sound(t, s).Record.Reports["shili/2023"].Day; got != "2026-11-24" {
		t.Errorf("the site now says %s", got)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := said(publish(t, s, siteOf(3), report)); !strings.Contains(got, "已从现在的网站取回") {
		t.Errorf("a removed record: %s", got)
	}

	// Both the record and the live release are edited: an older one speaks up,
	// and the live one is not believed, since its manifest disagrees.
	edit(path, "2026-11-24", "2026-03-31")
	edit(filepath.Join(s.Current(), RecordName), "2026-11-24", "2026-03-31")
	got := said(publish(t, s, siteOf(4), report))
	if !strings.Contains(got, "与清单不符") || !strings.Contains(got, "与发布 ") {
		t.Errorf("record and live release edited: %s", got)
	}

	edit(path, "{", "[")
	if got := said(publish(t, s, siteOf(5), report)); !strings.Contains(got, "读不懂") {
		t.Errorf("a broken record: %s", got)
	}
}

// A body that is renamed keeps the days of its reports.
func TestRenamedBodyKeepsItsDays(t *testing.T) {
	s := newStore(t, 5)
	publish(t, s, siteOf(1), Report{Key: "old/2023", SHA256: Sum(nil)})
	s.now = func() time.Time { return noon.AddDate(1, 0, 0) }
	publish(t, s, siteOf(2), Report{Key: "new/2023", Former: []string{"older/2023", "old/2023"}, SHA256: Sum(nil)})
	got := sound(t, s).Record
	if got.Reports["new/2023"].Day != "2026-11-24" || got.Day("x", "newest/2023", "new/2023") != "2026-11-24" {
		t.Errorf("the record holds %v", got.Reports)
	}
}

func TestBrokenRecordWithoutASite(t *testing.T) {
	s := newStore(t, 5)
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, RecordName), []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := tryPublish(t, s, siteOf(1)); err == nil || !strings.Contains(err.Error(), "请从备份恢复") {
		t.Errorf("got %v", err)
	}
}

func TestStatedDays(t *testing.T) {
	s := newStore(t, 5)
	report := Report{Key: "shili/2023", SHA256: Sum(nil), Stated: "2024-03-28"}
	if got := said(publish(t, s, siteOf(1), report)); got != "" {
		t.Errorf("an earlier day in a portal that begins: %s", got)
	}
	if got := said(publish(t, s, siteOf(2), report)); got != "" {
		t.Errorf("the same day again: %s", got)
	}
	old, older := report, report
	old.Key, older.Key = "shili/2022", "shili/2021"
	if got := said(publish(t, s, siteOf(2), report, old, older)); !strings.Contains(got, "早于本站首次发布的 2026-11-24：2 份报告，如 shili/2022 写的是 2024-03-28") || strings.Count(got, "早于") != 1 {
		t.Errorf("earlier days in a portal that stands: %s", got)
	}
	if got := said(publish(t, s, siteOf(2), report, old, older, Report{Key: "shili/2020", SHA256: Sum(nil), Stated: "2032-01-01"})); !strings.Contains(got, "填写的发布日期 2032-01-01 还没有到，今天是 2026-11-24") {
		t.Errorf("a day to come: %s", got)
	}
	s.now = func() time.Time { return noon.AddDate(0, 0, 3) }
	report.Stated = "2024-03-01"
	if got := said(publish(t, s, siteOf(3), report)); !strings.Contains(got, "由 2024-03-28 改成了 2024-03-01；本站首次发布是 2026-11-24") {
		t.Errorf("a moved day: %s", got)
	}
	want := []Stated{{"2024-03-28", "2026-11-24"}, {"2024-03-01", "2026-11-27"}}
	if got := sound(t, s).Record.Reports["shili/2023"].Stated; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("the record holds %v, want %v", got, want)
	}
}

func TestChanges(t *testing.T) {
	base := func() *Record {
		return &Record{Format: recordFormat, Reports: map[string]First{"a/2023": {Day: "2026-11-24", SHA256: Sum(nil), Stated: []Stated{{"2024-03-28", "2026-11-24"}}}}}
	}
	for want, change := range map[string]func(r *Record){
		"":                func(r *Record) { r.Reports["b/2023"] = First{Day: "2026-11-25"} },
		"现在没有了":           func(r *Record) { delete(r.Reports, "a/2023") },
		"现在记为 2026-11-23": func(r *Record) { r.Reports["a/2023"] = First{Day: "2026-11-23"} },
		"和原来的记录不一致":       func(r *Record) { f := r.Reports["a/2023"]; f.SHA256 = Sum([]byte("x")); r.Reports["a/2023"] = f },
		"填写过的发布日期":        func(r *Record) { f := r.Reports["a/2023"]; f.Stated = nil; r.Reports["a/2023"] = f },
	} {
		later := base()
		change(later)
		got := Changes(base(), later)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.Contains(got[0].String(), want)) {
			t.Errorf("want %q, got %v", want, got)
		}
	}
}

func FuzzParseRecord(f *testing.F) {
	f.Add([]byte(`{"format":"mingfa-published/1","reports":{"a/2023":{"first":"2026-11-24","sha256":"","stated":[{"day":"2024-03-28","since":"2026-11-24"}]}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := ParseRecord(raw)
		if err != nil {
			return
		}
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseRecord(text)
		if err != nil || len(Changes(r, again)) > 0 {
			t.Errorf("what was written reads otherwise: %v", err)
		}
	})
}
