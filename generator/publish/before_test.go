package publish

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/build"
	"mingfa/generator/build/outcome"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
)

// past compares what lies in the folder of seeds with what is published, and makes no
// release of it.
func (d *desk) past(record *release.Record, work string) (*past, error) {
	d.t.Helper()
	b := &build.Builder{Project: d.project, Out: io.Discard, Log: io.Discard}
	p := newPast(record, d.store, "2024-05-01", "", work)
	b.Past = p
	portal, _, err := b.Load()
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err = b.CheckReports(context.Background(), portal, func(int, int, []report.Finding) {}); err != nil {
		return p, err
	}
	_, err = p.Gone(build.StandingOf(portal))
	return p, err
}

// TestFaultIsNoLoss: a disk that fails while it is looked for what was published before
// ends the publishing. The record says for good what it says: it must not say that a
// text is lost, or nothing of a change, because a disk failed on that day.
func TestFaultIsNoLoss(t *testing.T) {
	inTheWay := func(t *testing.T, path string) { // a folder where a file should be cannot be read
		t.Helper()
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(path, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		about   string
		earlier bool // the record is of a version that does not know what is published
		gone    bool // the report is not published any more
		harm    func(t *testing.T, d *desk, folder, work string)
	}{
		{"report.json", false, false, func(t *testing.T, _ *desk, folder, _ string) { inTheWay(t, filepath.Join(folder, "report.json")) }},
		{"the file", false, false, func(t *testing.T, _ *desk, folder, _ string) { inTheWay(t, filepath.Join(folder, "2023.txt")) }},
		{"the folder for the copy", false, false, func(t *testing.T, _ *desk, _, work string) {
			if err := os.WriteFile(filepath.Join(work, "before"), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}},
		{"the copy", false, false, func(t *testing.T, _ *desk, _, work string) {
			inTheWay(t, filepath.Join(work, "before", "shili", "2023", "2023.txt"))
		}},
		{"the list of releases", false, false, func(t *testing.T, d *desk, _, _ string) { inTheWay(t, d.store.Current()) }},
		{"what is live", true, false, func(t *testing.T, d *desk, _, _ string) { inTheWay(t, d.store.Current()) }},
		{"report.json of an earlier version", true, false, func(t *testing.T, _ *desk, folder, _ string) { inTheWay(t, filepath.Join(folder, "report.json")) }},
		{"what is live, of a report that went", true, true, func(t *testing.T, d *desk, _, _ string) { inTheWay(t, d.store.Current()) }},
	} {
		d := newDesk(t)
		d.write("shili/2022.txt", reportOn(2022, "走访企业19家。"))
		d.write("shili/2023.txt", reportOf("走访企业20家。"))
		d.publish()
		record, err := d.store.Record()
		if err != nil {
			t.Fatal(err)
		}
		if c.earlier {
			first := record.Reports["shili/2023"]
			first.Now = nil
			record.Reports["shili/2023"] = first
		}
		live, err := d.store.Live()
		if err != nil {
			t.Fatal(err)
		}
		if c.gone {
			d.write("shili/2023.txt", "")
		} else {
			d.write("shili/2023.txt", reportOf("走访企业21家。"))
		}
		work := t.TempDir()
		c.harm(t, d, filepath.Join(d.store.Path(live), "reports", "shili", "2023"), work)
		p, err := d.past(record, work)
		if err == nil {
			t.Errorf("%s: the record would say %q", c.about, inShort(p.entered["shili/2023"].Changes))
		} else if got := outcome.Line(err); strings.Contains(got, "failed") || strings.Contains(got, "意外") {
			t.Errorf("%s: %s", c.about, got)
		}
	}
}

// TestFindingsInOrder: reports are read side by side; what is told of them is in one order.
func TestFindingsInOrder(t *testing.T) {
	want := []report.Finding{{File: "a", Line: 1, Message: "甲"}, {File: "a", Line: 1, Message: "乙"}, {File: "a", Line: 2, Message: "丙"}, {File: "b", Message: "丁"}}
	slices.SortFunc(want[:2], func(a, b report.Finding) int { return strings.Compare(a.Message, b.Message) })
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 1, 3, 0}, {1, 3, 0, 2}} {
		var p past
		for _, i := range order {
			p.tell(want[i])
		}
		if got := p.Findings(); !reflect.DeepEqual(got, want) {
			t.Errorf("%v: %v", order, got)
		}
	}
}
