package release

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// with is a site that shows reports.
func with(version int, keys ...string) map[string]string {
	site := siteOf(version)
	delete(site, "reports/shili/2023/原件.txt")
	delete(site, "reports/shili/2023/data.csv")
	for _, key := range keys {
		site["reports/"+key+"/report.json"] = `{"key":"` + key + `"}`
	}
	return site
}

// TestPurge: a report that was taken down goes from every release and preview that shows it, and from no
// other; the live site stays as it is, and every later log says what was taken out.
func TestPurge(t *testing.T) {
	s := newStore(t, 10)
	if _, err := s.Purge(t.Context(), "shili/2023", nil); !errors.As(err, new(*ErrNoRelease)) {
		t.Errorf("of a store without a release: %v", err)
	}
	before := publish(t, s, with(1, "shili/2022"))
	shown := publish(t, s, with(2, "shili/2022", "shili/2023"))
	again := publish(t, s, with(3, "shili/2022", "shili/2023"))
	for name, site := range map[string]map[string]string{"draft": with(4, "shili/2023"), "other": with(5, "shili/2022")} {
		p, err := s.Preview(name)
		if err != nil {
			t.Fatal(err)
		}
		publish(t, p, site)
		if err := s.ShowPreview(name); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"", "shili", "shili/", "shili/23", "../2023", "shili/2023/", "Shili/2023", "a/b/2023"} {
		if _, err := s.Purge(t.Context(), key, nil); err == nil || !strings.Contains(err.Error(), "不是一份报告") {
			t.Errorf("%q: %v", key, err)
		}
	}
	if _, err := s.Purge(t.Context(), "shili/2023", nil); err == nil || !strings.Contains(err.Error(), "现在的网站还有 shili/2023") {
		t.Errorf("what the live site shows is taken away below it: %v", err)
	}
	if list, err := s.List(); err != nil || len(list) != 3 {
		t.Fatalf("what was refused took releases away: %v, %v", list, err)
	}

	live := publish(t, s, with(6, "shili/2022"))
	kept := s.Built() + ".kept"                                                                           // what package build keeps of bodies, with the texts of their reports
	orphan := filepath.Join(s.dir, previewsName, "other", releasesName, draftPrefix+"20240401T010203Z-1") // of a killed publisher
	gone := []string{kept, kept + ".new", s.Built(), filepath.Join(s.dir, leftName), orphan}
	for _, name := range gone {
		if name == s.Built() || name == filepath.Join(s.dir, leftName) {
			put(t, name, "of a release with shili/2023")
			continue
		}
		if err := errors.Join(os.Mkdir(name, 0o777), os.WriteFile(filepath.Join(name, "shili"), []byte("text"), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	done, err := s.Purge(t.Context(), "shili/2023", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range gone {
		if _, err := os.Lstat(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s stays: %v", name, err)
		}
	}
	slices.Sort(done.Releases)
	if !slices.Equal(done.Releases, []string{shown.ID, again.ID}) || !slices.Equal(done.Previews, []string{"draft"}) {
		t.Errorf("taken away were %v and %v", done.Releases, done.Previews)
	}
	list, err := s.List()
	if err != nil || len(list) != 2 || list[0].ID != live.ID || !list[0].Live || list[1].ID != before.ID {
		t.Errorf("left are %v, %v", list, err)
	}
	if names, err := s.Previews(); err != nil || !slices.Equal(names, []string{"other"}) {
		t.Errorf("previews are %v, %v", names, err)
	}
	if keys, err := s.PurgedReports(); err != nil || !slices.Equal(keys, []string{"shili/2023"}) {
		t.Errorf("the log says that %v were taken out, %v", keys, err)
	}
	sound(t, s)

	publish(t, s, with(7, "shili/2022"))
	v := sound(t, s)
	if last := v.Log.last(); last.Purged != "shili/2023" || last.Number != 5 || v.Manifest.Number != 6 || v.Manifest.Previous != live0(v) {
		t.Errorf("release %d of %q follows %+v", v.Manifest.Number, v.Manifest.Previous, last)
	}
	log, err := v.Log.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ParseLog(log); err != nil {
		t.Errorf("whoever keeps the log cannot read it: %v", err)
	}
}

// live0 is the manifest of the newest release that the log knows.
func live0(v *Verdict) string {
	for _, e := range slices.Backward(v.Log.Releases) {
		if e.Manifest != "" {
			return e.Manifest
		}
	}
	return ""
}

// TestPurgePassesOverABrokenPreview: one that no store can be made of hides the others from nobody.
func TestPurgePassesOverABrokenPreview(t *testing.T) {
	s := newStore(t, 10)
	for _, name := range []string{"draft"} {
		p, err := s.Preview(name)
		if err != nil {
			t.Fatal(err)
		}
		publish(t, p, with(1, "shili/2023"))
	}
	if err := os.MkdirAll(filepath.Join(s.dir, previewsName, "Not-A-Slug"), 0o777); err != nil {
		t.Fatal(err)
	}
	if names, err := s.PreviewsWith("shili/2023"); err != nil || !slices.Equal(names, []string{"draft"}) {
		t.Errorf("%v, %v", names, err)
	}
	if names, err := s.PreviewsWith("shili/2022"); err != nil || len(names) > 0 {
		t.Errorf("%v, %v", names, err)
	}
}

// TestRollbackBringsNothingBackUnasked: a report that is not shown any more is shown again only by who means it.
func TestRollbackBringsNothingBackUnasked(t *testing.T) {
	s := newStore(t, 10)
	if _, err := s.Rollback(t.Context(), "", false, nil); !errors.As(err, new(*ErrNoRelease)) {
		t.Errorf("of a store without a release: %v", err)
	}
	publish(t, s, with(1, "shili/2021", "shili/2022"))
	live := publish(t, s, with(2, "shili/2022"))
	var back *ErrBack
	if _, err := s.Rollback(t.Context(), "", false, nil); !errors.As(err, &back) || !slices.Equal(back.Reports, []string{"shili/2021"}) {
		t.Errorf("got %v", err)
	}
	if id, err := s.Live(); err != nil || id != live.ID {
		t.Errorf("live is %s, %v", id, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Rollback(ctx, "", true, nil); err == nil {
		t.Error("a run that was stopped goes back")
	}
	if _, err := s.Rollback(t.Context(), "", true, nil); err != nil {
		t.Errorf("who means it cannot go back: %v", err)
	}
}
