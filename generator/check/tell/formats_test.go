package tell

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/check/explain"
	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

func TestGitHubGolden(t *testing.T) {
	compare(t, "testdata/github/*.txtar", func(_ *testing.T, w io.Writer, findings []report.Finding) error {
		return GitHub(w, findings)
	})
}

func TestSARIFGolden(t *testing.T) {
	compare(t, "testdata/sarif/*.txtar", func(t *testing.T, w io.Writer, findings []report.Finding) error {
		var b bytes.Buffer
		if err := SARIF(&b, findings, "1.2.3"); err != nil {
			return err
		}
		validSARIF(t, b.Bytes())
		_, err := w.Write(b.Bytes())
		return err
	})
}

// TestSARIFHasThePages: a log with every rule that has a page is valid, and
// holds them.
func TestSARIFHasThePages(t *testing.T) {
	var findings []report.Finding
	for _, id := range rule.IDs() {
		findings = append(findings, report.Finding{Rule: id, Severity: report.Warning, Message: "甲", File: "a.txt", Line: 1, Column: 1, Quote: "甲", Excerpt: "甲"})
	}
	findings = append(findings, report.Finding{Rule: rule.IDs()[0], Severity: report.Error, Message: "乙"})
	var b bytes.Buffer
	if err := SARIF(&b, findings, ""); err != nil {
		t.Fatal(err)
	}
	validSARIF(t, b.Bytes())
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	rules := log.Runs[0].Tool.Driver.Rules
	if len(rules) != len(rule.IDs()) || rules[0].Default.Level != "error" {
		t.Fatalf("%d rules, the first of level %s", len(rules), rules[0].Default.Level)
	}
	for _, r := range rules {
		if page, _ := explain.Of(r.ID); r.Short == nil || r.Help == nil || r.Help.Markdown != page.Markdown {
			t.Errorf("%s lacks its page", r.ID)
		}
	}
}

func TestFormatsSayThatTheyCouldNot(t *testing.T) {
	if err := SARIF(brokenWriter{}, nil, ""); err == nil {
		t.Error("SARIF to a broken writer gives no error")
	}
	if err := GitHub(brokenWriter{}, nil); err == nil {
		t.Error("GitHub to a broken writer gives no error")
	}
}

// FuzzFormats: whatever a file holds, a SARIF log is valid, every finding is
// one workflow command that says the same, and colours add nothing but colours.
func FuzzFormats(f *testing.F) {
	f.Add("文件.txt", "甲\x1b[2J", "一\t二\u202e三\xff", "二", 3, 1)
	f.Add("a\nb,c:d%", "::error::甲\r\n::乙", strings.Repeat("法", 700), "法\n治", 650, 2)
	f.Add("/a b/C:/%2e?x#y", "\u2028", "一、办理《甲》12件", "《甲》", 5, 3)
	f.Add("C:/a.txt", "", "", "", 0, 0)
	f.Add("../a", "甲", "", "甲\xff", 1, -1)
	f.Fuzz(func(t *testing.T, file, message, excerpt, quote string, column, line int) {
		column, line = max(column, 0), max(line, 0)
		found := report.Finding{Rule: "a-rule", Severity: report.Error, Message: message, Suggestion: message, File: file, Line: line, Column: column, Quote: quote, Excerpt: excerpt}
		var b bytes.Buffer
		if err := SARIF(&b, []report.Finding{found, found}, "1"); err != nil {
			t.Fatal(err)
		}
		validSARIF(t, b.Bytes())
		b.Reset()
		if err := GitHub(&b, []report.Finding{found}); err != nil {
			t.Fatal(err)
		}
		soundCommand(t, b.String(), found)
		b.Reset()
		Print(&b, []report.Finding{found}, Options{Width: 50})
		plain := b.String()
		b.Reset()
		Print(&b, []report.Finding{found}, Options{Width: 50, Color: true})
		if got := colors.ReplaceAllString(b.String(), ""); got != plain {
			t.Fatalf("%q in colour is %q", plain, got)
		}
	})
}

var (
	colors  = regexp.MustCompile("\x1b\\[[0-9;]+m")
	command = regexp.MustCompile(`^::(error|warning) ([a-zA-Z]+=[^:,]*(?:,[a-zA-Z]+=[^:,]*)*)::(.*)$`)
)

func soundCommand(t *testing.T, out string, f report.Finding) {
	lines := strings.Split(out, "\n")
	if len(lines) != 3 || lines[1] != "检查完毕：1处错误。" || lines[2] != "" {
		t.Fatalf("not one command and the summary: %q", out)
	}
	m := command.FindStringSubmatch(lines[0])
	if m == nil || strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || escape.Hidden(r)) }) {
		t.Fatalf("no workflow command: %q", out)
	}
	unescape := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	if got := unescape.Replace(m[3]); seen(got) != seen(messageOf(f)) {
		t.Fatalf("%q reads %q", messageOf(f), got)
	}
	for _, p := range strings.Split(m[2], ",") {
		key, value, _ := strings.Cut(p, "=")
		if key == "file" && seen(unescape.Replace(value)) != seen(f.File) {
			t.Fatalf("%q reads %q", f.File, value)
		}
	}
}

// seen is s as it is shown, but for white space: how wide a tab is depends on
// what stands before it.
func seen(s string) string {
	return strings.NewReplacer(" ", "", "\t", "").Replace(escape.Visible(s))
}

// object is what the schema of SARIF 2.1.0 says of an object, as far as it is
// used here: its properties, "!" before those that must be there. A name of
// another object, string, integer, a "[]" of one and a "{}" of values are types.
type object map[string]string

var schema = map[string]object{
	"log":       {"$schema": "uri", "!version": "2.1.0", "!runs": "[]run"},
	"run":       {"!tool": "tool", "language": "language", "columnKind": "utf16CodeUnits|unicodeCodePoints", "originalUriBaseIds": "{}artifactLocation", "results": "[]result"},
	"tool":      {"!driver": "toolComponent"},
	"result":    {"ruleId": "string", "ruleIndex": "integer≥-1", "level": "none|note|warning|error", "!message": "message", "locations": "[]location", "partialFingerprints": "{}string"},
	"message":   {"!text": "string"},
	"location":  {"!physicalLocation": "physicalLocation"},
	"multitext": {"!text": "string", "markdown": "string"},
	"toolComponent": {"!name": "string", "fullName": "string", "version": "string", "language": "language",
		"rules": "[]reportingDescriptor"},
	"reportingDescriptor":    {"!id": "string", "shortDescription": "multitext", "fullDescription": "multitext", "help": "multitext", "defaultConfiguration": "reportingConfiguration"},
	"reportingConfiguration": {"level": "none|note|warning|error"},
	"physicalLocation":       {"!artifactLocation": "artifactLocation", "region": "region"},
	"artifactLocation":       {"uri": "uri", "uriBaseId": "string", "description": "message"},
	"region":                 {"startLine": "integer≥1", "startColumn": "integer≥1", "endColumn": "integer≥1", "snippet": "artifactContent"},
	"artifactContent":        {"text": "string"},
}

// validSARIF checks a log by the schema, and what the standard says besides:
// rules are unique, indexes name them (3.27.6), base ids are known, regions are
// not backwards.
func validSARIF(t *testing.T, raw []byte) {
	t.Helper()
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	if fault := conforms(v, "log", "log"); fault != "" {
		t.Fatalf("%s in %s", fault, raw)
	}
	var log sarifLog
	if err := json.Unmarshal(raw, &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	var ids []string
	for _, r := range run.Tool.Driver.Rules {
		ids = append(ids, r.ID)
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Fatalf("rules %v", ids)
	}
	prints := map[string]bool{}
	for _, r := range run.Results {
		if r.RuleID != "" && (r.RuleIndex == nil || ids[*r.RuleIndex] != r.RuleID) {
			t.Fatalf("the index of %s is none of it", r.RuleID)
		}
		for _, print := range r.Fingerprints {
			if prints[print] {
				t.Fatalf("two findings are %s", print)
			}
			prints[print] = true
		}
		for _, l := range r.Locations {
			if base := l.Physical.Artifact.Base; base != "" && run.Bases[base].Description.Text == "" {
				t.Fatalf("no base %s", base)
			}
			if g := l.Physical.Region; g != nil && g.EndColumn < g.StartColumn {
				t.Fatalf("a region ends in column %d, begins in %d", g.EndColumn, g.StartColumn)
			}
		}
	}
}

// conforms is what is wrong with v as a value of a type; "" when nothing is.
func conforms(v any, kind, where string) string {
	if element, ok := strings.CutPrefix(kind, "[]"); ok {
		list, ok := v.([]any)
		if !ok {
			return where + " is no array"
		}
		for i, e := range list {
			if fault := conforms(e, element, fmt.Sprintf("%s[%d]", where, i)); fault != "" {
				return fault
			}
		}
		return ""
	}
	if element, ok := strings.CutPrefix(kind, "{}"); ok {
		m, ok := v.(map[string]any)
		if !ok {
			return where + " is no object"
		}
		for key, e := range m {
			if fault := conforms(e, element, where+"."+key); fault != "" {
				return fault
			}
		}
		return ""
	}
	if o, ok := schema[kind]; ok {
		return o.conforms(v, where)
	}
	return scalar(v, kind, where)
}

func (o object) conforms(v any, where string) string {
	m, ok := v.(map[string]any)
	if !ok {
		return where + " is no object"
	}
	for key, kind := range o {
		if name, must := strings.CutPrefix(key, "!"); must {
			value, ok := m[name]
			if !ok {
				return where + " lacks " + name
			}
			if fault := conforms(value, kind, where+"."+name); fault != "" {
				return fault
			}
		}
	}
	for key, value := range m {
		kind, ok := o[key]
		if _, must := o["!"+key]; must {
			continue
		}
		if !ok {
			return where + " has " + key
		}
		if fault := conforms(value, kind, where+"."+key); fault != "" {
			return fault
		}
	}
	return ""
}

func scalar(v any, kind, where string) string {
	if least, ok := strings.CutPrefix(kind, "integer≥"); ok {
		n, ok := v.(float64)
		if bound := map[string]float64{"1": 1, "-1": -1}[least]; !ok || n < bound || n != float64(int(n)) {
			return fmt.Sprintf("%s is %v", where, v)
		}
		return ""
	}
	s, ok := v.(string)
	switch {
	case !ok:
		return where + " is no string"
	case kind == "string" && s == "" && !strings.HasSuffix(where, "message.text"):
		return where + " is empty"
	case kind == "uri":
		if u, err := url.Parse(s); err != nil || !utf8.ValidString(s) || strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) >= 0 {
			return fmt.Sprintf("%s is no URI: %q, %v", where, s, u)
		}
	case kind == "language":
		if !regexp.MustCompile("^[a-zA-Z]{2}(-[a-zA-Z]{2})?$").MatchString(s) {
			return where + " is " + s
		}
	case kind != "string" && !slices.Contains(strings.Split(kind, "|"), s):
		return where + " is " + s
	}
	return ""
}
