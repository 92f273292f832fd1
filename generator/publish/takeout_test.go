package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/build"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
	"mingfa/generator/site"
)

// Published are the names and sums of what the site was read from; a draft that lies
// beside the reports is nobody's business.
func TestReadSources(t *testing.T) {
	sources := map[string]string{}
	for _, name := range []string{
		"hugo.toml", "layouts/404.html", "seeds/site.toml", "seeds/lexicon.toml", "seeds/shili/body.toml", "seeds/shili/2023.docx", "seeds/shili/2023.toml", // read
		"seeds/notes.txt", "seeds/2023.txt", "seeds/shili/draft.docx", "seeds/shili/contacts.toml", "seeds/shili/old/2022.txt",
	} {
		sources[name] = "sum of " + name
	}
	got := slices.Sorted(maps.Keys(read(sources)))
	want := []string{"hugo.toml", "layouts/404.html", "seeds/lexicon.toml", "seeds/shili/2023.docx", "seeds/shili/2023.toml", "seeds/shili/body.toml", "seeds/site.toml"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for name, sum := range read(sources) {
		if sum != "sum of "+name {
			t.Errorf("%s has the %s", name, sum)
		}
	}
}

// Of a folder outside of git the files of the site are summed up, and neither what the
// generator wrote into it nor what else lies there.
func TestSumSources(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"hugo.toml", "seeds/site.toml", "seeds/shili/2023.txt", "layouts/404.html", "content/about/index.md", "content/reports/shili/2023/index.md", "public/index.html", "notes.txt"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := sumSources(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, name := range []string{"hugo.toml", "seeds/site.toml", "seeds/shili/2023.txt", "layouts/404.html", "content/about/index.md"} {
		want[name] = release.Sum([]byte(name))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A release records a report under its present key and those that it had, with the day
// that staff state; the hour behind the day is left out.
func TestReleased(t *testing.T) {
	body, renamed := &site.Body{Slug: "shili"}, &site.Body{Slug: "jia", Former: []string{"yi", "bing"}}
	now, changes := &release.State{SHA256: "s1"}, []report.Change{{Day: "2024-04-01"}}
	history := &past{entered: map[string]release.First{"jia/2023": {Now: now, Changes: changes}}}
	got := released([]build.Issued{
		{Body: body, Year: 2023, SHA256: "s3", Stated: ""},
		{Body: body, Year: 2022, SHA256: "s2", Stated: "2023-03-28 09:30"},
		{Body: renamed, Year: 2023, SHA256: "s1", Stated: "2024-03-28"},
	}, history)
	want := []release.Report{
		{Key: "jia/2023", Former: []string{"yi/2023", "bing/2023"}, SHA256: "s1", Stated: "2024-03-28", Now: now, Changes: changes},
		{Key: "shili/2022", Former: []string{}, SHA256: "s2", Stated: "2023-03-28"},
		{Key: "shili/2023", Former: []string{}, SHA256: "s3"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
