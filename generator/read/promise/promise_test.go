package promise_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/promise"
	"mingfa/generator/report"
)

func read(path, text string, words *lexicon.Lexicon) *report.Report {
	r := outline.Parse(report.NewSource(path, text), words)
	figure.Extract(r, words)
	return r
}

// truth is what is true of an item, by who wrote the pair.
type truth struct {
	statuses []string // any of them is right
	admitted string   // "admitted", "silent", or "" where it does not matter
	quote    string
}

// about is the promise that a true item is about: the one whose quote has most in common.
func about(previous *report.Report, found []report.Promise, quote string) (report.Promise, bool) {
	best, most := report.Promise{}, 0
	at := strings.LastIndex(previous.Source.Text, quote)
	for _, p := range found {
		if shared := min(p.Quote.End, at+len(quote)) - max(p.Quote.Start, at); at >= 0 && shared > most {
			best, most = p, shared
		}
	}
	return best, most > 0
}

// score says of a pair how many true items are right; what is not is logged. An item that is
// called met and is not is a failure.
func score(t *testing.T, name string, previous, current *report.Report, truths []truth) (right int) {
	t.Helper()
	found := promise.Compare(previous, current, lexicon.Builtin())
	for _, want := range truths {
		got, ok := about(previous, found, want.quote)
		status := string(got.Status)
		admitted := "silent"
		if got.Admitted.Len() > 0 {
			admitted = "admitted"
		}
		switch {
		case ok && slices.Contains(want.statuses, status) && (want.admitted == "" || want.admitted == admitted):
			right++
			continue
		case got.Status == report.PromiseMet:
			t.Errorf("%s: %s is called met, and is %v", name, want.quote, want.statuses)
		}
		t.Logf("%s: %s: %s %s by %q, want %v %s; %s", name, want.quote, status, admitted, got.By, want.statuses, want.admitted, current.Source.Slice(got.Evidence))
	}
	return right
}

func truthsOf(lines string) []truth {
	var all []truth
	for line := range strings.Lines(lines) {
		what, quote, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		statuses, admitted, _ := strings.Cut(what, " ")
		all = append(all, truth{strings.Split(statuses, "/"), admitted, quote})
	}
	return all
}

// ofPlan is what came of one item, by a report on 2022 that plans it and one on 2023.
func ofPlan(plan, said string, words *lexicon.Lexicon) (previous, current *report.Report, found []report.Promise) {
	return ofPlanOf("柳河县人民政府", plan, said, words)
}

// ofPlanOf is the same of a body.
func ofPlanOf(issuer, plan, said string, words *lexicon.Lexicon) (previous, current *report.Report, found []report.Promise) {
	previous = read("2022.txt", issuer+"2022年法治政府建设年度报告\n\n一、主要工作\n受理行政复议案件20件。\n二、2023年工作安排\n"+plan+"。\n", words)
	head, body := "一、主要举措和成效\n", strings.NewReplacer("｜", "\n", "‖", "\t").Replace(said)
	if strings.HasPrefix(body, "\n") {
		head = "一、主要举措和成效\n处理政务咨询806件。"
	}
	current = read("2023.txt", issuer+"2023年法治政府建设年度报告\n\n"+head+body+"\n", words)
	return previous, current, promise.Compare(previous, current, words)
}

// cases are the lines of testdata/cases.txt: what came of it, the plan, what was said.
func cases(t testing.TB) [][]string {
	t.Helper()
	return casesOf(t, "testdata/cases.txt")
}

func casesOf(t testing.TB, file string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for line := range strings.Lines(string(raw)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 3 {
			all = append(all, fields)
		}
	}
	return all
}

// TestCases reads each case.
func TestCases(t *testing.T) {
	tryCases(t, "柳河县人民政府", cases(t))
	tryCases(t, "柳河县人民政府", casesOf(t, "testdata/told.txt"))
	tryCases(t, "示例市水利局", casesOf(t, "testdata/bureau.txt"))
	tryCases(t, "柳河县人民政府", casesOf(t, "testdata/scope.txt"))
	tryCases(t, "柳河县水利局", casesOf(t, "testdata/plainly.txt"))
	tryCases(t, "示例市应急管理局", casesOf(t, "testdata/ofall.txt"))
	tryCases(t, "示例市水利局", casesOf(t, "testdata/apart.txt"))
	tryCases(t, "示例县人民政府", casesOf(t, "testdata/shared.txt"))
	tryCases(t, "示例市水利局", casesOf(t, "testdata/otherwise.txt"))
	tryCases(t, "示例县人民政府", casesOf(t, "testdata/underway.txt"))
	tryCases(t, "示例县人民政府", casesOf(t, "testdata/takenback.txt"))
}

func tryCases(t *testing.T, body string, all [][]string) {
	t.Helper()
	for i, fields := range all {
		statuses, admitted, _ := strings.Cut(fields[0], " ")
		previous, current, found := ofPlanOf(body, fields[1], fields[2], lexicon.Builtin())
		if i%2 == 1 { // the number of the plan may be the first of its report
			alone := strings.Replace(previous.Source.Text, "受理行政复议案件20件。\n", "", 1)
			previous = read("2022.txt", alone, lexicon.Builtin())
			found = promise.Compare(previous, current, lexicon.Builtin())
		}
		if len(found) != 1 {
			t.Errorf("%s: %d items", fields[1], len(found))
			continue
		}
		got := found[0]
		said := "silent"
		if got.Admitted.Len() > 0 {
			said = "admitted"
		}
		if !slices.Contains(strings.Split(statuses, "/"), string(got.Status)) || admitted != "" && admitted != said {
			t.Errorf("%s\n%s\nis %s %s by %q (%s), want %s", previous.Source.Slice(got.Quote), fields[2], got.Status, said, got.By, current.Source.Slice(got.Evidence), fields[0])
		}
		check(t, previous, current, found)
	}
}

// TestItemsBesideEachOther reads plans of several items that share words.
func TestItemsBesideEachOther(t *testing.T) {
	for _, fields := range casesOf(t, "testdata/parts.txt") {
		previous, current, found := ofPlan(fields[1], fields[2], lexicon.Builtin())
		var got []string
		for _, p := range found {
			got = append(got, string(p.Status))
		}
		if strings.Join(got, "、") != fields[0] {
			t.Errorf("%s\n%s\nis %q, want %s", fields[1], fields[2], got, fields[0])
		}
		check(t, previous, current, found)
	}
}

// TestPartInTable: the label of a row, which may be longer than the row before its number, names
// the part.
func TestPartInTable(t *testing.T) {
	previous, current, found := ofPlan("开展消防演练30场，其中进校园12场", "项目\t2023年\n开展消防演练进校园活动（场）\t5", lexicon.Builtin())
	if len(found) != 2 || found[1].Status == report.PromiseMet || found[1].Status == report.PromiseUnmentioned {
		t.Errorf("%+v", found)
	}
	check(t, previous, current, found)
}

// TestVerdicts reads plans whose report a year earlier may say more, and of which each verdict may be
// one of several.
func TestVerdicts(t *testing.T) {
	var lines string
	for _, name := range []string{"verdicts.txt", "verdicts_rare.txt"} {
		raw, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		lines += string(raw)
	}
	words := lexicon.Builtin()
	for line := range strings.Lines(lines) {
		fields := append(strings.Split(strings.TrimSpace(line), "\t"), "")
		if len(fields) < 4 {
			continue
		}
		const body = "柳河县人民政府"
		previous := read("2022.txt", body+"2022年法治政府建设年度报告\n\n一、主要工作\n受理行政复议案件20件。\n"+fields[3]+"\n二、2023年工作安排\n"+fields[1]+"。\n", words)
		_, current, _ := ofPlanOf(body, fields[1], fields[2], words)
		found := promise.Compare(previous, current, words)
		wants := strings.Split(fields[0], "、")
		if len(found) != len(wants) {
			t.Errorf("%s: %d items", fields[1], len(found))
			continue
		}
		for i, want := range wants {
			if !slices.Contains(strings.Split(want, "/"), string(found[i].Status)) {
				t.Errorf("%s\n%s\nis %s by %q, want %s", previous.Source.Slice(found[i].Quote), fields[2], found[i].Status, found[i].By, want)
			}
		}
		check(t, previous, current, found)
	}
}

// TestPairs: of every pair of reports nine in ten items are right, and none is called met
// that is not.
func TestPairs(t *testing.T) {
	files, err := filepath.Glob("testdata/pairs/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pairs", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, f := range archive.Files {
			texts[f.Name] = string(f.Data)
		}
		previous, current := read("then.txt", texts["then.txt"], lexicon.Builtin()), read("now.txt", texts["now.txt"], lexicon.Builtin())
		truths := truthsOf(texts["truth.txt"])
		right := score(t, filepath.Base(file), previous, current, truths)
		t.Logf("%s: %d of %d", file, right, len(truths))
		if right*10 < len(truths)*9 {
			t.Errorf("%s: %d of %d items are right", file, right, len(truths))
		}
	}
}

// TestOpeningWords: what a report says before its first heading, of the year as a whole, tells
// nothing of a single item, and the same words under a heading do.
func TestOpeningWords(t *testing.T) {
	previous, _, _ := ofPlan("出台法治督察办法", "天气晴好。", lexicon.Builtin())
	const said = "2023年，我县出台法治督察办法。"
	for text, want := range map[string]report.PromiseStatus{
		said + "\n\n一、主要举措和成效\n天气晴好。\n":      report.PromiseUnclear,
		"天气晴好。\n\n一、主要举措和成效\n" + said + "\n": report.PromiseMet,
		said + "\n天气晴好。\n":                   report.PromiseMet, // it has no headings
	} {
		current := read("2023.txt", "柳河县人民政府2023年法治政府建设年度报告\n\n"+text, lexicon.Builtin())
		found := promise.Compare(previous, current, lexicon.Builtin())
		if len(found) != 1 || found[0].Status != want {
			t.Errorf("%s\n%+v, want %s", text, found, want)
		}
	}
}
