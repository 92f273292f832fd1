package series_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// TestPairs measures on pairs of reports of invented bodies with their truth: every
// pair that is one series is joined, but for the few marked "missed", each break is
// said, and nothing else is joined. At least 95 of a hundred pairs are joined.
func TestPairs(t *testing.T) {
	paths, _ := filepath.Glob("testdata/pairs/*.txtar")
	if len(paths) < 3 {
		t.Fatalf("%d pairs", len(paths))
	}
	joined, comparable := 0, 0
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, b := measurePair(t, path)
			joined, comparable = joined+a, comparable+b
		})
	}
	t.Logf("%d of %d pairs are joined", joined, comparable)
	if joined*100 < 95*comparable {
		t.Errorf("only %d of %d pairs are joined", joined, comparable)
	}
}

func measurePair(t *testing.T, path string) (joined, comparable int) {
	archive, before, now := readPair(t, path)
	var found []string
	seen := map[int]bool{}
	for _, l := range match(before, now, lexicon.Builtin()) {
		if !seen[l.Before] { // said again
			seen[l.Before] = true
			found = append(found, written(before, now, l))
		}
	}
	for line := range strings.Lines(string(archive.Files[2].Data)) {
		line = strings.TrimSpace(line)
		kind, pair, _ := strings.Cut(line, " ")
		switch kind {
		case "apart":
			if slices.Contains(found, pair) || slices.Contains(found, pair+" 口径") {
				t.Errorf("joined though apart: %s", pair)
			}
			continue
		case "break":
			pair += " 口径"
		case "missed":
		default:
			pair = line
		}
		comparable++
		switch i := slices.Index(found, pair); {
		case i >= 0 && kind == "missed":
			t.Errorf("joined at last: take away the mark of %s", pair)
		case i >= 0:
			joined++
			found = slices.Delete(found, i, i+1)
		case kind != "missed":
			t.Errorf("not joined: %s", pair)
		}
	}
	for _, pair := range found {
		t.Errorf("joined, and not in the truth: %s", pair)
	}
	return joined, comparable
}

// readPair reads the two reports of a pair and its truth.
func readPair(t testing.TB, path string) (archive *txtar.Archive, before, now *report.Report) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil || len(archive.Files) != 3 {
		t.Fatalf("%v, %d files", err, len(archive.Files))
	}
	return archive, read(t, string(archive.Files[0].Data)), read(t, string(archive.Files[1].Data))
}

// match links the figures of two reports, as far as one is on the year after the other.
func match(previous, current *report.Report, words *lexicon.Lexicon) []series.Link {
	if !series.Follows(previous, current) {
		return nil
	}
	return series.Match(series.Measure(previous, words), series.Measure(current, words), words)
}
