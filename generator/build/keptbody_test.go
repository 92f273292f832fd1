package build

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"mingfa/generator/build/record"
	"mingfa/generator/check"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

func sampleKept() *keptBody {
	return &keptBody{
		key: "k", day: "2026-04-01", toCome: true, counts: Counts{Reports: 1, Headings: 2, Figures: 3, Indicated: 4, Citations: 5, Warnings: 6},
		reports: []keptReport{{
			year: 2023, sha256: "s", stated: "2024-01-31", summary: "a", rows: "b", found: "c",
			present: keptPresent{
				text: "t", settings: "u", items: []site.Field{{Name: "文号", Value: "示府〔2024〕1号", Line: 3}}, history: "{}",
				corrections: []report.Correction{{Day: "2024-04-02", Old: "405件", Quote: "406件", Reason: "统计口径有误", Hide: true}},
			},
			sketch: check.SketchOf(check.Origin{Slug: "shili", Names: []string{"示例市司法局"}, Year: 2023, Path: "seeds/shili/2023.txt"}, "示例市司法局办理案件4832件，培训3次。\n2024年3月12日\n"),
		}},
		files: []keptFile{{"reports/shili/2023/index.md", noted{[32]byte{1}, 2, "/u/", "t"}, record.File{Name: "reports/shili/2023/index.md", Size: 2, Time: 3, Inode: 4}}},
	}
}

// TestKeptBody: what is kept of a body comes back as it was, and nothing comes of a file that
// is not as it was written.
func TestKeptBody(t *testing.T) {
	want := sampleKept()
	data, sum := want.encode()
	packed, ok := unseal(data, sum)
	got, err := readKept(packed)
	if !ok || err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, %v; written %+v", got, err, want)
	}
	for name, raw := range map[string][]byte{"cut": data[:len(data)-1], "longer": append(bytes.Clone(data), 0), "empty": nil, "another form": bytes.Replace(data, []byte("kept "), []byte("kept 0"), 1)} {
		if _, ok := unseal(raw, sum); ok {
			t.Errorf("%s is taken for what was kept", name)
		}
	}
	if _, ok := unseal(data, "other"); ok {
		t.Error("what was kept is taken for that of another sum")
	}
}

// FuzzKept: whatever is kept, reading it ends.
func FuzzKept(f *testing.F) {
	data, sum := sampleKept().encode()
	f.Add(data[len(keptHead)+len(sum)+1:])
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = readKept(string(data)) })
}

func TestBodyOf(t *testing.T) {
	for file, want := range map[string]string{
		"reports/shili/2023/cards/start.html": "shili",
		"search/index/3.json":                 "", "search/index/texts/0/2023.json": "", "reports/index.html": "", "data/bodies/shili.csv": "", "": "",
	} {
		if got := bodyOf(file); got != want {
			t.Errorf("%s is of %q, want %q", file, got, want)
		}
	}
}

// builds makes a site by parts and as a whole, and fails where they differ.
func builds(t *testing.T, dir string, adapt func(*seeds.Portal) error) *Result {
	t.Helper()
	part, full := builder(t, dir, "public"), builder(t, dir, "other")
	part.Adapt, full.Full = adapt, true
	done, err := part.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := full.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !same(t, siteOf(t, part.Dest), siteOf(t, full.Dest)) {
		t.Fatal("the site differs from one that was made as a whole")
	}
	return done
}

// TestCardsOfFormerNamesStand: cards that stand under the name that a body had are still there when
// another body changes.
func TestCardsOfFormerNamesStand(t *testing.T) {
	dir := smallPortal(t)
	seeds := filepath.Join(dir, "seeds")
	appendTo(t, filepath.Join(seeds, "fanli-zhen", "body.toml"), "former = [\"fanli-xiang\"]\n")
	builds(t, dir, nil)
	appendTo(t, filepath.Join(seeds, "shili-zf", "2023.txt"), "\n全年组织培训12场。\n")
	if done := builds(t, dir, nil); done.Unread == 0 {
		t.Error("all reports were read again")
	}
	if cards, _ := filepath.Glob(filepath.Join(dir, "public", "reports", "fanli-xiang", "*", "cards", "*")); len(cards) == 0 {
		t.Error("no card stands under the former name")
	}
}

// TestListChangesMeanwhile: what was read by a list that is another one by now is not kept.
func TestListChangesMeanwhile(t *testing.T) {
	dir := smallPortal(t)
	phrases := filepath.Join(dir, "seeds", "phrases.toml")
	builds(t, dir, func(*seeds.Portal) error {
		appendTo(t, phrases, "# another\n")
		return nil
	})
	if err := os.Remove(phrases); err != nil { // the list is as it was when its sum was taken
		t.Fatal(err)
	}
	appendTo(t, filepath.Join(dir, "seeds", "shili-zf", "2023.txt"), "\n全年组织培训12场。\n")
	if done := builds(t, dir, nil); done.Unread != 0 {
		t.Errorf("%d reports that were read by the list before are not read again", done.Unread)
	}
}

// TestReportChangesMeanwhile: a report whose bytes, or those of its settings, were others when it was
// read is not kept under the sum of those that it has.
func TestReportChangesMeanwhile(t *testing.T) {
	neighbours := check.NewNeighbours([]check.Sketch{sampleKept().reports[0].sketch})
	for name, c := range map[string]struct {
		text, settings string
		kept           bool
	}{"nothing": {"sum", "settings", true}, "the report": {"other", "settings", false}, "its settings": {"sum", "other", false}, "settings gone": {"sum", "", false}} {
		k := &keeper{
			keys: []string{"key"}, bytes: map[string]string{"2023.txt": "sum", "2023.toml": "settings"}, read: []*keptBody{{}},
			portal: &seeds.Portal{Bodies: []*seeds.Body{{Entries: []seeds.Entry{{Path: "2023.txt", ReviewPath: "2023.toml"}}}}},
		}
		k.noteReport(0, 0, &reading{
			report:      &report.Report{Source: &report.Source{Path: "seeds/shili/2023.txt", SHA256: c.text}},
			input:       &check.Input{Compared: &check.Compared{}, Neighbours: neighbours},
			settingsSum: c.settings,
		}, &made{summary: &site.Summary{}})
		if kept := k.keys[0] != ""; kept != c.kept {
			t.Errorf("%s changed: kept is %t", name, kept)
		}
	}
}
