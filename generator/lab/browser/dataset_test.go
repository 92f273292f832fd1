package browser

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// duckDB runs queries in a folder and returns the rows of each.
func duckDB(t *testing.T, dir string, queries ...string) [][][]any {
	t.Helper()
	program, err := exec.LookPath("node")
	if err != nil {
		hugotest.Lacking(t, "there is no Node.js")
	}
	packages, err := filepath.Abs(moduleFile("package.json"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(moduleFile("node_modules", "@duckdb", "node-api")); err != nil {
		hugotest.Lacking(t, "@duckdb/node-api is not installed; npm ci installs it")
	}
	script, err := filepath.Abs(filepath.Join("testdata", "duckdb.mjs"))
	if err != nil {
		t.Fatal(err)
	}
	var in bytes.Buffer
	for _, q := range queries {
		if err := json.NewEncoder(&in).Encode(q); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, script, packages)
	cmd.Dir, cmd.Stdin = dir, &in
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("DuckDB fails: %v\n%s", err, said.String())
	}
	var tables [][][]any
	for line := range bytes.Lines(out) {
		var rows [][]any
		if err := json.Unmarshal(line, &rows); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, rows)
	}
	if len(tables) != len(queries) {
		t.Fatalf("%d answers to %d queries", len(tables), len(queries))
	}
	return tables
}

// TestQueryOfTheGuide: the query that the page about the data shows is one that
// DuckDB runs on the file beside it, and it finds something.
func TestQueryOfTheGuide(t *testing.T) {
	page, err := os.ReadFile(moduleFile("content", "data", "index.md"))
	if err != nil {
		t.Fatal(err)
	}
	queries := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllSubmatch(page, -1)
	if len(queries) == 0 {
		t.Fatal("the page shows no query")
	}
	for _, q := range queries {
		for _, rows := range duckDB(t, filepath.Join(siteDir(t), "data"), string(q[1])) {
			if len(rows) == 0 {
				t.Errorf("nothing is found by\n%s", q[1])
			}
		}
	}
}

// TestQueryOfSeveralPortals: the query that the guide to large sites shows is one that DuckDB runs
// on the files of two portals.
func TestQueryOfSeveralPortals(t *testing.T) {
	folder := t.TempDir()
	for _, portal := range []string{"甲", "乙"} {
		data, err := os.ReadFile(filepath.Join(siteDir(t), "data", "figures.parquet"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(folder, portal), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, portal, "figures.parquet"), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"large.md", "large.zh-CN.md"} {
		page, err := os.ReadFile(moduleFile("docs", name))
		if err != nil {
			t.Fatal(err)
		}
		query := regexp.MustCompile("(?s)```sql\n(.*?)```").FindSubmatch(page)
		if query == nil {
			t.Fatalf("%s shows no query", name)
		}
		portals := map[any]bool{}
		for _, row := range duckDB(t, folder, string(query[1]))[0] {
			portals[row[0]] = true
		}
		if len(portals) != 2 {
			t.Errorf("%s: figures of %d portals are found, %v", name, len(portals), portals)
		}
	}
}

// TestSameRowsInEachFormat: CSV, JSON Lines and Parquet hold the same figures, as a
// program reads them that is not ours.
func TestSameRowsInEachFormat(t *testing.T) {
	// Every column as text, and nothing for an empty one: CSV has no other types. In
	// CSV a ' stands before what a spreadsheet would take for a formula.
	const (
		text    = "coalesce(nullif(CAST(COLUMNS(* EXCLUDE (value)) AS VARCHAR), ''), '-')"
		number  = ", CAST(value AS DOUBLE)"
		columns = text + number
		guarded = "regexp_replace(" + text + ", '^''([-=+@])', '\\1')" + number
	)
	csv := "(SELECT " + guarded + " FROM read_csv('figures.csv', header = true, all_varchar = true))"
	lines := "(SELECT " + columns + " FROM read_json('figures.jsonl', format = 'newline_delimited', sample_size = -1))"
	parquet := "(SELECT " + columns + " FROM 'figures.parquet')"
	var queries []string
	for _, pair := range [][2]string{{csv, parquet}, {parquet, csv}, {lines, parquet}, {parquet, lines}} {
		queries = append(queries, pair[0]+" EXCEPT ALL "+pair[1])
	}
	queries = append(queries, "SELECT count(*), count(DISTINCT id) FROM 'figures.parquet'")
	answers := duckDB(t, filepath.Join(siteDir(t), "data"), queries...)
	for i, name := range []string{"CSV, not in Parquet", "Parquet, not in CSV", "JSON Lines, not in Parquet", "Parquet, not in JSON Lines"} {
		if rows := answers[i]; len(rows) > 0 {
			t.Errorf("%d rows of %s, such as %v", len(rows), name, rows[0])
		}
	}
	if counts := answers[4][0]; counts[0] == "0" || counts[0] != counts[1] {
		t.Errorf("%v rows, %v ids", counts[0], counts[1])
	}
}
