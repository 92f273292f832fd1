package tell

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// sarifSchema compiles the schema of SARIF 2.1.0 that Microsoft ships in an
// npm package under the MIT licence.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const path = "../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
	raw, err := os.ReadFile(path)
	if err != nil {
		hugotest.Lacking(t, "the schema of SARIF is not installed; npm ci installs it")
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSARIFByTheSchema holds logs against the standard's own schema: without
// findings, of every case, with every rule's page, and of names and words that
// are awkward to write down.
func TestSARIFByTheSchema(t *testing.T) {
	schema := sarifSchema(t)
	logs := map[string][]report.Finding{"none": nil}
	for _, folder := range []string{"text", "sarif", "github"} {
		paths, err := filepath.Glob("testdata/" + folder + "/*.txtar")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no cases in %s: %v", folder, err)
		}
		for _, path := range paths {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range a.Files[:len(a.Files)-1] {
				logs[path] = append(logs[path], parseFinding(t, string(f.Data)))
			}
		}
	}
	for _, id := range rule.IDs() {
		logs["pages"] = append(logs["pages"], report.Finding{Rule: id, Severity: report.Error, Message: "甲", Suggestion: "乙", File: "a.txt", Line: 1, Column: 1, Quote: "甲", Excerpt: "甲乙"})
	}
	for _, file := range []string{"", "/a b/示例 2023.txt", "C:/报告/2023.txt", "a?b#c%.txt", "../2023.txt", "a\nb.txt", "\xff.txt"} {
		logs["names"] = append(logs["names"], report.Finding{Severity: report.Warning, Message: "\x1b[2J\xff", File: file, Line: 3, Quote: "\u202e", Excerpt: "\u202e"})
	}
	for name, findings := range logs {
		var b bytes.Buffer
		if err := SARIF(&b, findings, "1.2.3"); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
	for _, wrong := range []string{`{}`, `{"version":"2.1.0"}`, `{"version":"2.1.0","runs":[{}]}`, `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":[{"message":{}}]}]}`} {
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(wrong))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(log) == nil {
			t.Errorf("the schema lets %s pass", wrong)
		}
	}
}
