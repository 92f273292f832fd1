package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/build"
	"mingfa/generator/publish/release"
	"mingfa/generator/read/source"
	"mingfa/generator/report"
	"mingfa/generator/site"
)

// desk publishes what lies in a folder of seeds, as far as the record goes: no page is
// rendered.
type desk struct {
	t       *testing.T
	project string
	store   *release.Store
	number  int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	store, err := release.Open(filepath.Join(t.TempDir(), "www"), 0)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, project: t.TempDir(), store: store}
	d.write("site.toml", "name = \"示例平台\"\n")
	d.write("shili/body.toml", "name = \"示例市司法局\"\n")
	return d
}

// write puts a file into seeds/; "" takes it away.
func (d *desk) write(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.project, "seeds", filepath.FromSlash(name))
	if text == "" {
		if err := os.Remove(path); err != nil {
			d.t.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		d.t.Fatal(err)
	}
}

// reportOf is a report of the year 2023 with these sentences.
func reportOf(text string) string { return reportOn(2023, text) }

func reportOn(year int, text string) string {
	return fmt.Sprintf("示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n%s\n", year, text)
}

// publish makes a release and gives what there was to tell.
func (d *desk) publish() []report.Finding {
	d.t.Helper()
	d.number++
	b := &build.Builder{Project: d.project, Out: io.Discard, Log: io.Discard}
	portal, findings, err := b.Load()
	if err != nil {
		d.t.Fatal(err, findings)
	}
	draft, err := d.store.Begin(d.t.Context(), func() (string, error) { return "", nil }, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	defer draft.Close()
	p := newPast(draft.Record(), d.store, fmt.Sprintf("2024-04-%02d", d.number), fmt.Sprint("commit", d.number), draft.Work())
	b.Past = p
	var reports []release.Report
	if _, err := b.CheckReports(d.t.Context(), portal, func(_, _ int, findings []report.Finding) {
		if report.Failed(findings) {
			d.t.Error(findings)
		}
	}); err != nil {
		d.t.Fatal(err)
	}
	if _, err := p.Gone(build.StandingOf(portal)); err != nil {
		d.t.Fatal(err)
	}
	for _, body := range portal.Bodies {
		for _, e := range body.Entries {
			keys := recordKeys(&site.Body{Slug: body.Slug, Former: body.Former}, e.Year)
			is := p.entered[keys[0]]
			reports = append(reports, release.Report{Key: keys[0], Former: keys[1:], SHA256: is.Now.SHA256, Now: is.Now, Changes: is.Changes})
			d.show(draft.Path(), keys[0], e.Path, is.Now.SHA256)
		}
	}
	draft.Update(reports)
	draft.Withdraw(p.gone)
	if _, err := draft.Publish(d.t.Context(), release.Input{Generator: "test", Hugo: "v0", Sources: map[string]string{}}); err != nil {
		d.t.Fatal(err)
	}
	return p.Findings()
}

// show puts beside each other what a release has of a report.
func (d *desk) show(dir, key, path, sum string) {
	d.t.Helper()
	folder := filepath.Join(dir, "reports", filepath.FromSlash(key))
	if err := os.MkdirAll(folder, 0o777); err != nil {
		d.t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	about, err := json.Marshal(map[string]any{"source": map[string]string{"path": path, "sha256": sum}})
	if err != nil {
		d.t.Fatal(err)
	}
	for name, text := range map[string][]byte{"report.json": about, site.OriginalName(filepath.Base(path)): data} {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o666); err != nil {
			d.t.Fatal(err)
		}
	}
}

// changes are what the record tells of a report, in short.
func (d *desk) changes(key string) string {
	d.t.Helper()
	record, err := d.store.Record()
	if err != nil {
		d.t.Fatal(err)
	}
	return inShort(record.Reports[key].Changes)
}

func inShort(changes []report.Change) string {
	var all []string
	for _, c := range changes {
		s := fmt.Sprintf("%s %s", c.Day[len("2024-"):], c.Kind)
		for _, p := range c.Passages {
			switch {
			case p.Withheld:
				s += " withheld"
			case len(p.Figures) > 0:
				s += fmt.Sprintf(" %s:%s>%s", p.Figures[0].Label, p.Figures[0].Old, p.Figures[0].New)
			default:
				s += fmt.Sprintf(" %s>%s", p.Old, p.New)
			}
			if p.Reason != "" {
				s += "(" + p.Reason + ")"
			}
		}
		for _, i := range c.Items {
			s += fmt.Sprintf(" %s:%s>%s", i.Name, i.Old, i.New)
		}
		if c.More > 0 {
			s += fmt.Sprintf(" +%d", c.More)
		}
		if c.Lost {
			s += " lost"
		}
		if c.To != "" {
			s += " to " + c.To
		}
		if c.Reason != "" {
			s += " (" + c.Reason + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func (d *desk) is(key, want string) {
	d.t.Helper()
	if got := d.changes(key); got != want {
		d.t.Errorf("%s: %s\nwant %s", key, got, want)
	}
}

// tells fails unless exactly one finding says all of it; none for no words.
func tells(t *testing.T, found []report.Finding, words ...string) {
	t.Helper()
	if len(words) == 0 && len(found) == 0 {
		return
	}
	if len(found) != 1 || len(words) == 0 {
		t.Fatalf("findings: %v", found)
	}
	f := found[0]
	for _, w := range words {
		if !strings.Contains(f.File+f.Message+f.Suggestion, w) {
			t.Errorf("the finding does not say %q: %v", w, f)
		}
	}
	if f.Rule != "missing-correction-reason" || f.Severity != report.Warning {
		t.Errorf("the finding is %s of %s", f.Severity, f.Rule)
	}
}

func TestThreeCorrectionsInARow(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("办理法律援助案件405件。走访企业20家。"))
	tells(t, d.publish())
	d.is("shili/2023", "")
	d.write("shili/2023.txt", reportOf("办理法律援助案件406件。走访企业20家。"))
	tells(t, d.publish(), "seeds/shili/2023.txt", "法律援助案件 405件 → 406件", `old = "405件"`, "seeds/shili/2023.toml", "[[correction]]")
	d.is("shili/2023", "04-02 corrected 法律援助案件:405件>406件")
	d.write("shili/2023.toml", "[[correction]]\nold = \"406件\"\nreason = \"与台账核对\"\n")
	d.write("shili/2023.txt", reportOf("办理法律援助案件407件。走访企业21家。"))
	tells(t, d.publish(), "改了 2 处", "走访企业 20家 → 21家")
	d.write("shili/2023.toml", "[[correction]]\nold = \"406件\"\nreason = \"与台账核对\"\n[[correction]]\nreason = \"按决算数更正\"\n")
	d.write("shili/2023.txt", reportOf("办理法律援助案件408件。走访企业21家。"))
	tells(t, d.publish())
	d.is("shili/2023", "04-02 corrected 法律援助案件:405件>406件; "+
		"04-03 corrected 法律援助案件:406件>407件(与台账核对) 走访企业:20家>21家; 04-04 corrected 法律援助案件:407件>408件 (按决算数更正)")
	tells(t, d.publish()) // nothing changed
	d.write("shili/2023.toml", "[[correction]]\nold = \"405件\"\nreason = \"漏计1件\"\n[[correction]]\nold = \"406件\"\nreason = \"与台账核对\"\n[[correction]]\nreason = \"按决算数更正\"\n")
	tells(t, d.publish()) // a reason that is given later
	if got := d.changes("shili/2023"); !strings.HasPrefix(got, "04-02 corrected 法律援助案件:405件>406件(漏计1件); ") || strings.Count(got, ";") != 2 {
		t.Errorf("a reason that comes later: %s", got)
	}
}

// TestWhatIsNoCorrection: a first publication, other spaces, another format of the
// same text, waivers and names of figures.
func TestWhatIsNoCorrection(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("办理法律援助案件400余件。"))
	d.publish()
	d.write("shili/2023.toml", "[[waiver]]\nrule = \"missing-required-part\"\nquote = \"示例市司法局2023年法治政府建设年度报告\"\nreason = \"原文如此，已与签发稿核对\"\n")
	tells(t, d.publish())
	d.write("shili/2023.toml", "[[figure]]\nquote = \"办理法律援助案件400余件\"\nvalue = 400\nlabel = \"法援案件\"\n")
	tells(t, d.publish())
	d.write("shili/2023.txt", reportOf("\n　　办理法律援助案件400余件。\n\n"))
	tells(t, d.publish())
	d.write("shili/2023.toml", "")
	d.write("shili/2023.txt", "")
	d.write("shili/2023.html", "<html><body><h1>示例市司法局2023年法治政府建设年度报告</h1><h2>一、主要举措和成效</h2><p>办理法律援助案件400余件。</p></body></html>")
	tells(t, d.publish())
	d.is("shili/2023", "")
	d.write("shili/2023.html", "<html><body><h1>示例市司法局2023年法治政府建设年度报告</h1><h2>一、主要举措和成效</h2><p>办理法律援助案件410余件。</p></body></html>")
	tells(t, d.publish(), "400余件 → 410余件")
	d.is("shili/2023", "04-06 corrected 法律援助案件:400余件>410余件")
}

// TestMetadataAlone: an item of the disclosure metadata is a change of its own.
func TestMetadataAlone(t *testing.T) {
	d := newDesk(t)
	settings := func(number, more string) string {
		return "[disclosure]\nnumber = \"" + number + "\"\n[disclosure.source]\nnumber = \"公文\"\n" + more
	}
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.write("shili/2023.toml", settings("示司〔2024〕3号", ""))
	d.publish()
	d.write("shili/2023.toml", settings("示司〔2024〕8号", ""))
	tells(t, d.publish(), "发文字号由“示司〔2024〕3号”改为“示司〔2024〕8号”", "old = \"示司〔2024〕3号\"")
	d.is("shili/2023", "04-02 corrected 发文字号:示司〔2024〕3号>示司〔2024〕8号")
	d.write("shili/2023.toml", settings("示司〔2024〕9号", "[[correction]]\nquote = \"示司〔2024〕9号\"\nreason = \"编号登记错误\"\n"))
	d.publish()
	if got := d.changes("shili/2023"); !strings.Contains(got, "9号") {
		t.Error(got)
	}
}

// TestFirstMetadata: the first item of a report that had none is a change, also after the record was written and read. A
// record that does not know what there was gives none.
func TestFirstMetadata(t *testing.T) {
	now := &build.Present{Body: &site.Body{Slug: "shili", Name: "示例市司法局"}, Year: 2023, SHA256: "a", Text: "b", SettingsSum: "c"}
	for what, items := range map[string]map[string]string{"corrected 发文字号:>示司〔2024〕3号": {}, "": nil} {
		is := stateOf(now)
		is.Items = items
		written := &release.Record{Format: "mingfa-published/1", Reports: map[string]release.First{"shili/2023": {Day: "2024-04-01", SHA256: "a", Now: is}}}
		raw, err := written.Encode()
		if err != nil {
			t.Fatal(err)
		}
		record, err := release.ParseRecord(raw)
		if err != nil {
			t.Fatal(err)
		}
		later := *now
		later.SettingsSum, later.Items = "d", []site.Field{{Name: "发文字号", Value: "示司〔2024〕3号"}}
		h, err := newPast(record, nil, "2024-04-02", "commit", "").Of(t.Context(), &later)
		if got := strings.TrimPrefix(inShort(h.Changes), "04-02 "); err != nil || got != what {
			t.Errorf("%v: %q, %v, want %q", items, got, err, what)
		}
	}
}

func TestTakenDownAndBack(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2022.txt", reportOn(2022, "走访企业18家。"))
	d.write("shili/2023.txt", reportOf("走访企业20家，联系人张某。"))
	d.publish()
	d.write("shili/2023.txt", reportOf("走访企业21家，联系人张某。"))
	d.publish()
	d.write("shili/2023.txt", "")
	tells(t, d.publish(), "seeds/shili/body.toml", "2023 年度报告撤下了", "[[withdrawn]]", "year = 2023")
	d.is("shili/2023", "04-02 corrected +1; 04-03 withdrawn")
	d.write("shili/body.toml", "name = \"示例市司法局\"\n[[withdrawn]]\nyear = 2023\nreason = \"正文有误，核对后重新公布\"\n")
	tells(t, d.publish())
	d.is("shili/2023", "04-02 corrected +1; 04-03 withdrawn (正文有误，核对后重新公布)")
	if raw, _ := os.ReadFile(filepath.Join(d.store.Current(), release.RecordName)); strings.Contains(string(raw), "张某") || !strings.Contains(string(raw), "withdrawn") {
		t.Errorf("the record repeats what was taken down:\n%s", raw)
	}
	if _, err := d.store.Purge(t.Context(), "shili/2023", nil); err != nil {
		t.Error(err)
	}
	tells(t, d.publish())
	d.write("shili/2023.txt", reportOf("走访企业22家。"))
	tells(t, d.publish())
	d.is("shili/2023", "04-02 corrected +1; 04-03 withdrawn (正文有误，核对后重新公布); 04-06 restored")
	d.is("shili/2022", "")
	record, err := d.store.Record()
	if err != nil || record.Reports["shili/2023"].Now == nil {
		t.Fatal(err)
	}
	gone, err := recorded(record).Gone(&build.Standing{Reports: map[string]bool{"shili/2022": true, "shili/2023": true}})
	if err != nil || len(gone) != 0 {
		t.Errorf("what is back has a page that says it is gone: %v", gone)
	}
}

// TestBodyIsGone: the folder of a body went with all that is in it.
func TestBodyIsGone(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.write("bieju/body.toml", "name = \"示例市别局\"\n")
	d.write("bieju/2023.txt", strings.ReplaceAll(reportOf("走访农户31户。"), "司法局", "别局"))
	d.publish()
	d.write("bieju/2023.txt", "")
	d.write("bieju/body.toml", "")
	tells(t, d.publish(), "seeds/bieju/body.toml")
	record, err := d.store.Record()
	if err != nil {
		t.Fatal(err)
	}
	gone, err := recorded(record).Gone(&build.Standing{Reports: map[string]bool{"shili/2023": true}})
	if err != nil || len(gone) != 1 || gone[0].Body.Name != "示例市别局" || gone[0].Year != 2023 || gone[0].History.First == "" {
		t.Errorf("gone: %+v", gone)
	}
}

// TestMovedBody: its history goes with it, and its old address is no report that was
// taken down.
func TestMovedBody(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.publish()
	d.write("shili/2023.txt", reportOf("走访企业21家。"))
	d.publish()
	d.write("shili/2023.txt", "")
	d.write("shili/body.toml", "")
	d.write("sfj/body.toml", "name = \"示例市司法局\"\nformer = [\"shili\"]\n")
	d.write("sfj/2023.txt", reportOf("走访企业22家。"))
	tells(t, d.publish(), "走访企业 21家 → 22家")
	d.is("sfj/2023", "04-02 corrected 走访企业:20家>21家; 04-03 corrected 走访企业:21家>22家")
	record, err := d.store.Record()
	if err != nil {
		t.Fatal(err)
	}
	if got := record.Reports["sfj/2023"]; got.Origin != "shili/2023" || got.Day != record.Reports["shili/2023"].Day {
		t.Errorf("the report has the origin %s", got.Origin)
	}
	tells(t, d.publish())
	d.is("sfj/2023", "04-02 corrected 走访企业:20家>21家; 04-03 corrected 走访企业:21家>22家")
	if got := d.changes("shili/2023"); strings.Contains(got, "withdrawn") {
		t.Errorf("the old address: %s", got)
	}
}

// TestRenamedYear: the same file under another year is said to stand there now.
func TestRenamedYear(t *testing.T) {
	d := newDesk(t)
	text := "示例市司法局法治政府建设年度报告\n\n一、主要举措和成效\n走访企业20家。\n"
	d.write("shili/2022.txt", text)
	d.publish()
	d.write("shili/2022.txt", "")
	d.write("shili/2023.txt", text)
	tells(t, d.publish(), "seeds/shili/body.toml", "2022 年度报告改到了 seeds/shili/2023，没有写明理由", "year = 2022")
	d.is("shili/2022", "04-02 withdrawn to shili/2023")
	d.is("shili/2023", "")
	d.write("shili/body.toml", "name = \"示例市司法局\"\n[[withdrawn]]\nyear = 2022\nreason = \"文件名里的年份写错了\"\n")
	tells(t, d.publish())
	d.is("shili/2022", "04-02 withdrawn to shili/2023 (文件名里的年份写错了)")
}

// TestRenamedWithoutAWord: staff are told once for all reports which line is missing. When it
// comes, the reports have their days and their changes, and nobody says that they were taken down.
func TestRenamedWithoutAWord(t *testing.T) {
	for name, c := range map[string]struct{ body, text string }{
		"the same files":             {"示例市司法局", "走访企业20家。"},
		"the same name, other words": {"示例市司法局", "走访企业21家。"},
		"another name":               {"示例市法治局\"\nalias = [\"示例市司法局\"]#", "走访企业20家。"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.write("shili/2022.txt", reportOn(2022, "走访企业20家。"))
			d.write("shili/2023.txt", reportOf("走访企业20家。"))
			d.publish()
			for _, file := range []string{"body.toml", "2022.txt", "2023.txt"} {
				d.write("shili/"+file, "")
			}
			d.write("sfj/body.toml", "name = \""+c.body+"\"\nregion = \"示例市\"\n")
			d.write("sfj/2022.txt", reportOn(2022, c.text))
			d.write("sfj/2023.txt", reportOf(c.text))
			found := d.publish()
			if len(found) != 1 || found[0].Rule != "lost-address" || found[0].Severity != report.Warning ||
				!strings.Contains(found[0].Suggestion, `seeds/sfj/body.toml 里加一行：former = ["shili"]`) {
				t.Errorf("the publisher is told %v", found)
			}
			if c.text == "走访企业20家。" {
				d.is("shili/2023", "04-02 withdrawn to sfj/2023")
			}
			d.write("sfj/2023.txt", reportOf("走访企业22家。"))
			d.publish()
			d.write("sfj/body.toml", "name = \""+c.body+"\"\nformer = [\"shili\"]\n")
			if found := d.publish(); len(found) > 0 && c.text == "走访企业20家。" {
				t.Errorf("with the former name: %v", found)
			}
			record, err := d.store.Record()
			if err != nil {
				t.Fatal(err)
			}
			if day := record.Reports["sfj/2023"].Day; day != record.Reports["shili/2023"].Day {
				t.Errorf("the report is of %s", day)
			}
			if c.text == "走访企业20家。" {
				d.is("sfj/2023", "04-03 corrected 走访企业:20家>22家")
				d.is("sfj/2022", "")
			}
		})
	}
}

// TestTakenDownIsNoRename: a body that is gone, and another one that comes at the same time, or
// that has had a report of that year.
func TestTakenDownIsNoRename(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.write("bieju/body.toml", "name = \"示例市司法局\"\n")
	d.write("bieju/2023.txt", reportOf("走访农户31户。"))
	d.publish()
	d.write("bieju/2023.txt", "")
	d.write("bieju/body.toml", "")
	d.write("xinju/body.toml", "name = \"示例市新局\"\n")
	d.write("xinju/2023.txt", strings.ReplaceAll(reportOf("走访农户32户。"), "司法局", "新局"))
	tells(t, d.publish(), "2023 年度报告撤下了")
}

// TestCorrectedAfterARollback: what was published before somebody went back stays in
// the record, and the next correction is one on it.
func TestCorrectedAfterARollback(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.publish()
	d.write("shili/2023.txt", reportOf("走访企业21家。"))
	d.publish()
	if _, err := d.store.Rollback(t.Context(), "", true, nil); err != nil {
		t.Fatal(err)
	}
	tells(t, d.publish()) // the newest again
	d.is("shili/2023", "04-02 corrected 走访企业:20家>21家")
	if _, err := d.store.Rollback(t.Context(), "", true, nil); err != nil {
		t.Fatal(err)
	}
	d.write("shili/2023.txt", reportOf("走访企业22家。"))
	d.publish()
	d.is("shili/2023", "04-02 corrected 走访企业:20家>21家; 04-04 corrected 走访企业:21家>22家")
}

// TestTextBeforeIsLost: without the release that holds it nobody can say what changed.
func TestTextBeforeIsLost(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.publish()
	live, err := d.store.Live()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(d.store.Path(live), "reports")); err != nil {
		t.Fatal(err)
	}
	d.write("shili/2023.txt", reportOf("走访企业21家。"))
	tells(t, d.publish(), "换了文字")
	d.is("shili/2023", "04-02 corrected lost")
}

// TestTamperedTextIsNotQuoted: what somebody put into a kept release since, with or without its manifest, is no
// text that was published. Of two releases that hold it the other one is believed.
func TestTamperedTextIsNotQuoted(t *testing.T) {
	const planted = "走访企业90家。"
	for name, c := range map[string]struct {
		manifest bool // is changed too
		two      bool // releases hold the text
		want     string
	}{
		"the file alone":        {false, false, "04-02 corrected lost"},
		"with its manifest":     {true, false, "04-02 corrected lost"},
		"the newer one of two":  {false, true, "04-03 corrected 走访企业:20家>21家"},
		"both of the newer one": {true, true, "04-03 corrected 走访企业:20家>21家"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.write("shili/2023.txt", reportOf("走访企业20家。"))
			d.publish()
			if c.two {
				d.write("shili/2022.txt", reportOn(2022, "走访企业18家。"))
				d.publish()
			}
			live, err := d.store.Live()
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(d.store.Path(live), "reports", "shili", "2023", "2023.txt")
			was, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			replace(t, file, reportOf(planted))
			if c.manifest {
				manifest := filepath.Join(d.store.Path(live), release.ManifestName)
				text, err := os.ReadFile(manifest)
				if err != nil || !strings.Contains(string(text), release.Sum(was)) {
					t.Fatal(err, "the manifest does not list the file")
				}
				replace(t, manifest, strings.ReplaceAll(string(text), release.Sum(was), release.Sum([]byte(reportOf(planted)))))
			}
			d.write("shili/2023.txt", reportOf("走访企业21家。"))
			d.publish()
			d.is("shili/2023", c.want)
		})
	}
}

// replace puts another file in the place of one.
func replace(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.Remove(path), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// TestRecordOfAnEarlierVersion: the pages of the live site tell what its record does
// not.
func TestRecordOfAnEarlierVersion(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.publish()
	record, err := d.store.Record()
	if err != nil {
		t.Fatal(err)
	}
	first := record.Reports["shili/2023"]
	first.Now = nil
	record.Reports["shili/2023"] = first
	d.write("shili/2023.txt", reportOf("走访企业21家。"))
	b := &build.Builder{Project: d.project, Out: io.Discard, Log: io.Discard}
	p := newPast(record, d.store, "2024-05-01", "", t.TempDir())
	b.Past = p
	portal, _, err := b.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.CheckReports(context.Background(), portal, func(int, int, []report.Finding) {}); err != nil {
		t.Fatal(err)
	}
	if got := inShort(p.entered["shili/2023"].Changes); got != "05-01 corrected 走访企业:20家>21家" {
		t.Errorf("an earlier version's record: %s", got)
	}
}

// TestPrivateWords: what the check finds to be of a person is masked in the record.
func TestPrivateWords(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("走访企业20家。"))
	d.publish()
	const phone = "13812345678"
	d.write("shili/2023.toml", "[[waiver]]\nrule = \"mobile-number\"\nquote = \""+phone+"\"\nreason = \"对外公布的服务电话\"\n")
	d.write("shili/2023.txt", reportOf("走访企业20家。张某电话"+phone+"。"))
	d.publish()
	d.write("shili/2023.toml", "[[correction]]\nreason = \"涉及个人信息\"\nhide = true\n")
	d.write("shili/2023.txt", reportOf("走访企业20家。联系电话不再公开。"))
	d.publish()
	raw, err := os.ReadFile(filepath.Join(d.store.Current(), release.RecordName))
	if err != nil || strings.Contains(string(raw), phone) || strings.Contains(string(raw), "不再公开") || !strings.Contains(string(raw), "138******78") {
		t.Errorf("the record says (%v):\n%s", err, raw)
	}
}

// TestNamesOfWhatIsOffered: the file is read under the name that it was issued by.
func TestNamesOfWhatIsOffered(t *testing.T) {
	for _, ext := range source.Formats() {
		name := "2023" + ext
		if offered := site.OriginalName(name); offered != name && !slices.Contains(source.Formats(), strings.TrimSuffix(offered, ".txt")[len("2023"):]) {
			t.Errorf("%s is offered as %s", name, offered)
		}
	}
}

// Staff state corrections and withdrawals that nobody has made: each is told where it
// stands, and no page tells of it.
func TestUnfounded(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("全年办理案件405件。举办讲座58场。"))
	if found := d.publish(); len(found) > 0 {
		t.Fatal(found)
	}
	for _, c := range []struct{ name, settings, want string }{
		{"words never published", "[[correction]]\nold = \"450件\"\nquote = \"405件\"\nreason = \"录入错误\"\n", `没有把“450件”改成“405件” old 2 "450件"`},
		{"old words alone", "[[correction]]\nold = \"450件\"\nreason = \"录入错误\"\n", `没有改动过“450件” old 2 "450件"`},
		{"new words alone", "[[correction]]\nquote = \"405件\"\nreason = \"录入错误\"\n", `首次公布时就是这样 quote 2 "405件"`},
		{"no words", "[[correction]]\nreason = \"与台账核对\"\n", `没有做过这一次更正 reason 2 "与台账核对"`},
		{"a day before", "[[correction]]\nold = \"450件\"\nquote = \"405件\"\ndate = \"2024-03-20\"\nreason = \"录入错误\"\n", ""},
	} {
		d.write("shili/2023.toml", c.settings)
		found := d.publish()
		if c.want == "" {
			if len(found) > 0 {
				t.Errorf("%s: %v", c.name, found)
			}
			continue
		}
		if len(found) != 1 || found[0].Rule != "unfounded-correction" || found[0].File != "seeds/shili/2023.toml" {
			t.Errorf("%s: %+v", c.name, found)
			continue
		}
		f := found[0]
		words := strings.Fields(c.want)
		if said := f.Message + f.Suggestion; !strings.Contains(said, strings.TrimSuffix(strings.Split(c.want, " "+words[len(words)-3])[0], " ")) || f.Line != 2 || f.Quote != words[len(words)-1] {
			t.Errorf("%s: %d %s %s%s", c.name, f.Line, f.Quote, f.Message, f.Suggestion)
		}
	}
	d.write("shili/2023.toml", "")
	d.write("shili/body.toml", "name = \"示例市司法局\"\n[[withdrawn]]\nyear = 2019\nreason = \"正文有误\"\n")
	if found := d.publish(); len(found) != 1 || !strings.Contains(found[0].Message, "没有公布过 2019 年度的报告") || found[0].Line != 3 {
		t.Errorf("a year never published: %+v", found)
	}
}

// The finding about a change without a reason stands at the sentence as it reads now, or
// where one stood, or at the line of an item.
func TestUnexplainedPlace(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("全年办理案件405件。举办讲座58场。\n修改制度3件。"))
	d.write("shili/2023.toml", "[disclosure]\nnumber = \"示司〔2024〕1号\"\n[disclosure.source]\nnumber = \"网站\"\n")
	if found := d.publish(); len(found) > 0 {
		t.Fatal(found)
	}
	for _, c := range []struct {
		text, number, want string
	}{
		{"全年办理案件406件。举办讲座58场。\n修改制度3件。", "1", "seeds/shili/2023.txt:4:1 全年办理案件406件。"},
		{"全年办理案件406件。\n修改制度3件。", "1", "seeds/shili/2023.txt:5:1 "},
		{"全年办理案件406件。\n修改制度3件。", "2", "seeds/shili/2023.toml:2:10 \"示司〔2024〕2号\""},
	} {
		d.write("shili/2023.txt", reportOf(c.text))
		d.write("shili/2023.toml", "[disclosure]\nnumber = \"示司〔2024〕"+c.number+"号\"\n[disclosure.source]\nnumber = \"网站\"\n")
		found := d.publish()
		if len(found) != 1 {
			t.Errorf("%s: %v", c.text, found)
			continue
		}
		if f := found[0]; fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Column, f.Quote) != c.want {
			t.Errorf("%s:%d:%d %s, want %s", f.File, f.Line, f.Column, f.Quote, c.want)
		}
	}
}

// TestUnchangedAfterTheRecordWasRead: a report stands while nothing of it is another, with metadata and without,
// though the record was written and read meanwhile; each other thing is a change.
func TestUnchangedAfterTheRecordWasRead(t *testing.T) {
	body := &site.Body{Slug: "shili", Name: "示例市司法局"}
	for what, items := range map[string][]site.Field{
		"no metadata": nil, "an empty item": {{Name: "索引号"}}, "metadata": {{Name: "索引号", Value: "011"}, {Name: "文号", Value: "示司〔2024〕1号"}},
	} {
		now := func() *build.Present {
			return &build.Present{Body: &site.Body{Slug: body.Slug, Name: body.Name}, Year: 2023, SHA256: "a", Text: "b", SettingsSum: "c", Items: slices.Clone(items)}
		}
		written := &release.Record{Format: "mingfa-published/1", Reports: map[string]release.First{"shili/2023": {Day: "2024-04-01", SHA256: "a", Now: stateOf(now())}}}
		raw, err := written.Encode()
		if err != nil {
			t.Fatal(err)
		}
		record, err := release.ParseRecord(raw)
		if err != nil {
			t.Fatal(err)
		}
		p := newPast(record, nil, "2024-04-02", "commit", "")
		if _, same := p.Unchanged(now()); !same {
			t.Errorf("%s: the report is read again", what)
		}
		for change, by := range map[string]func(*build.Present){
			"file": func(p *build.Present) { p.SHA256 = "x" }, "text": func(p *build.Present) { p.Text = "x" },
			"settings": func(p *build.Present) { p.SettingsSum = "x" }, "name": func(p *build.Present) { p.Body.Name = "示例市公安局" },
			"item": func(p *build.Present) { p.Items = append(p.Items, site.Field{Name: "主题词", Value: "法治"}) },
		} {
			other := now()
			by(other)
			if _, same := p.Unchanged(other); same {
				t.Errorf("%s: another %s is no change", what, change)
			}
		}
	}
}
