package promise_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestCorpus scores pairs of reports with their truth, annotated by others: the folder that
// MINGFA_CORPUS names holds reports/pair_*.json beside the texts.
func TestCorpus(t *testing.T) {
	folder := filepath.Join(os.Getenv("MINGFA_CORPUS"), "reports")
	files, _ := filepath.Glob(filepath.Join(folder, "pair_*.json"))
	if os.Getenv("MINGFA_CORPUS") == "" || len(files) == 0 {
		t.Skip("MINGFA_CORPUS names no folder with pairs of reports")
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var pair map[string]json.RawMessage
		var texts []string
		if err := json.Unmarshal(raw, &pair); err != nil || json.Unmarshal(pair["files"], &texts) != nil || len(texts) != 2 {
			t.Fatalf("%s: %v, %v", file, texts, err)
		}
		var truths []truth
		for key, value := range pair {
			if strings.HasPrefix(key, "plan_of_") {
				truths = append(truths, annotated(t, value)...)
			}
		}
		reports := make([]*report.Report, 2)
		for i, name := range texts {
			text, err := os.ReadFile(filepath.Join(folder, filepath.Base(name)))
			if err != nil {
				t.Fatal(err)
			}
			reports[i] = read(name, string(text), lexicon.Builtin())
		}
		right := score(t, filepath.Base(file), reports[0], reports[1], truths)
		t.Logf("%s: %d of %d", file, right, len(truths))
		if right*10 < len(truths)*9 {
			t.Errorf("%s: %d of %d items are right", file, right, len(truths))
		}
	}
}

// annotated are the true items of a pair.
func annotated(t *testing.T, raw json.RawMessage) []truth {
	t.Helper()
	var items []struct {
		Quote, Status string
		Disclosed     bool
	}
	if err := json.Unmarshal(raw, &items); err != nil {
		t.Fatal(err)
	}
	var truths []truth
	for _, item := range items {
		want := truth{statuses: []string{strings.NewReplacer("not-met", "unmet", "not-mentioned", "unmentioned").Replace(item.Status)}, quote: item.Quote}
		if item.Status == "not-met" || item.Status == "partly" {
			want.admitted = map[bool]string{true: "admitted", false: "silent"}[item.Disclosed]
		}
		truths = append(truths, want)
	}
	return truths
}
