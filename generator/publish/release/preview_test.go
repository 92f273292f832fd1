package release

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A preview is published beside the live site, gets its address once, and is gone
// with its address when its branch is; the live site and the other previews stay.
func TestPreviews(t *testing.T) {
	s := newStore(t, 0)
	if names, err := s.Previews(); err != nil || len(names) > 0 {
		t.Fatalf("previews of a new store: %v, %v", names, err)
	}
	if record, err := s.Record(); err != nil || len(record.Reports) > 0 {
		t.Fatalf("the record of a new store: %+v, %v", record, err)
	}
	publish(t, s, siteOf(1), Report{Key: "shili/2023", SHA256: Sum(nil)})
	if record, err := s.Record(); err != nil || len(record.Reports) != 1 {
		t.Fatalf("the record of the live site: %+v, %v", record, err)
	}
	live := tree(t, s.Current())
	for n, slug := range []string{"draft", "draft-2"} {
		p, err := s.Preview(slug)
		if err != nil {
			t.Fatal(err)
		}
		publish(t, p, siteOf(n+2))
		for range 2 { // each push shows the branch again
			if err := s.ShowPreview(slug); err != nil {
				t.Fatal(err)
			}
		}
		shown := tree(t, filepath.Join(s.dir, filepath.FromSlash(PreviewPath(slug))))
		for name, want := range siteOf(n + 2) {
			if shown[name] != want {
				t.Errorf("%s: %s is %q", slug, name, shown[name])
			}
		}
	}
	// What stands beside the previews is none: a file, a hidden folder.
	if err := os.MkdirAll(filepath.Join(s.dir, "previews", ".trash"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "previews", "readme"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	want := []string{"draft", "draft-2"}
	for _, remove := range []string{"", "draft", "draft", "never"} {
		if remove != "" {
			if err := s.RemovePreview(t.Context(), remove); err != nil {
				t.Errorf("removing %s: %v", remove, err)
			}
			want = []string{"draft-2"}
		}
		if names, err := s.Previews(); err != nil || !slices.Equal(names, want) {
			t.Errorf("after removing %q: %v, %v", remove, names, err)
		}
		addresses, err := os.ReadDir(filepath.Join(s.dir, "preview"))
		if err != nil || len(addresses) != len(want) {
			t.Errorf("after removing %q: %v, %v", remove, addresses, err)
		}
	}
	if got := tree(t, s.Current()); len(got) != len(live) {
		t.Errorf("the live site has %d files, not %d", len(got), len(live))
	}
}

// Nothing that stands at the address of a preview is overwritten, and no name
// leads out of the folder.
func TestPreviewsKeepToTheirPlace(t *testing.T) {
	s := newStore(t, 0)
	if err := os.MkdirAll(filepath.Join(s.dir, "preview", "draft"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := s.ShowPreview("draft"); err == nil {
		t.Error("a folder of someone else's was replaced")
	}
	for _, slug := range []string{"", ".", "..", "../current", "a/b", "-a", ".a", "A"} {
		if _, err := s.Preview(slug); err == nil {
			t.Errorf("%q is the name of a preview", slug)
		}
		if err := s.RemovePreview(t.Context(), slug); err == nil {
			t.Errorf("%q was removed", slug)
		}
	}
}
