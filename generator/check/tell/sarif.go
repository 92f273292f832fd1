package tell

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"mingfa/generator/check/explain"
	"mingfa/generator/report"
)

// SARIF writes findings as a log of the Static Analysis Results Interchange
// Format 2.1.0 (OASIS), sorted as Print sorts them. The rules in it are those
// that found something, each with its page; version is that of the program.
// Columns are characters, and paths are relative to the project's folder.
func SARIF(w io.Writer, findings []report.Finding, version string) error {
	findings = sorted(findings)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	rules := sarifRules(findings)
	if err := enc.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:       sarifTool{sarifDriver{Name: "mingfa", FullName: "明法", Version: version, Language: "zh-CN", Rules: rules}},
			Language:   "zh-CN",
			ColumnKind: "unicodeCodePoints",
			Bases:      map[string]sarifBase{projectRoot: {sarifText{Text: "项目文件夹"}}},
			Results:    sarifResults(findings, rules),
		}},
	}); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

// projectRoot stands for the project's folder, as other tools name it.
const projectRoot = "%SRCROOT%"

// What of the format is used, in the order in which it is written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool            `json:"tool"`
		Language   string               `json:"language"`
		ColumnKind string               `json:"columnKind"`
		Bases      map[string]sarifBase `json:"originalUriBaseIds"`
		Results    []sarifResult        `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifBase struct {
		Description sarifText `json:"description"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		FullName string      `json:"fullName"`
		Version  string      `json:"version,omitempty"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string      `json:"id"`
		Short   *sarifText  `json:"shortDescription,omitempty"`
		Full    *sarifText  `json:"fullDescription,omitempty"`
		Help    *sarifText  `json:"help,omitempty"`
		Default sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId,omitempty"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

// sarifRules are the rules of findings by id, with their pages. A rule's level
// is the graver one of what it found.
func sarifRules(findings []report.Finding) []sarifRule {
	rules := []sarifRule{}
	for _, f := range findings {
		if f.Rule == "" {
			continue
		}
		i, found := slices.BinarySearchFunc(rules, f.Rule, bySarifID)
		if !found {
			rules = slices.Insert(rules, i, sarifRuleOf(f.Rule))
		}
		if level := sarifLevel(f.Severity); !found || level == "error" || rules[i].Default.Level == "note" {
			rules[i].Default.Level = level
		}
	}
	return rules
}

func bySarifID(r sarifRule, id string) int { return strings.Compare(r.ID, id) }

// sarifRuleOf describes a rule by its page: the heading, the first paragraph,
// and all of it.
func sarifRuleOf(id string) sarifRule {
	rule := sarifRule{ID: id}
	page, ok := explain.Of(id)
	if !ok {
		return rule
	}
	rule.Short = &sarifText{Text: page.Title}
	rule.Full = &sarifText{Text: page.First}
	rule.Help = &sarifText{Text: page.Text(helpWidth), Markdown: page.Markdown}
	return rule
}

// helpWidth is how wide the plain text of a page is, in columns.
const helpWidth = 80

func sarifLevel(s report.Severity) string {
	switch s {
	case report.Error:
		return "error"
	case report.Notice:
		return "note"
	}
	return "warning"
}

func sarifResults(findings []report.Finding, rules []sarifRule) []sarifResult {
	results := []sarifResult{}
	seen := map[string]int{}
	for _, f := range findings {
		r := sarifResult{RuleID: f.Rule, Level: sarifLevel(f.Severity), Message: sarifText{Text: messageOf(f)}}
		if i, found := slices.BinarySearchFunc(rules, f.Rule, bySarifID); found {
			r.RuleIndex = &i
		}
		if f.File != "" {
			r.Locations = []sarifLocation{{sarifPhysical{sarifArtifactOf(f.File), sarifRegionOf(f)}}}
		}
		r.Fingerprints = map[string]string{"mingfa/v1": fingerprint(f, seen)}
		results = append(results, r)
	}
	return results
}

// sarifArtifactOf is a path as a URI; one that is not absolute begins at the
// project's folder.
func sarifArtifactOf(file string) sarifArtifact {
	file = path.Clean(file)
	switch {
	case strings.HasPrefix(file, "/"):
		return sarifArtifact{URI: "file://" + (&url.URL{Path: file}).EscapedPath()}
	case len(file) > 2 && file[1:3] == ":/": // C:/…
		return sarifArtifact{URI: "file:///" + (&url.URL{Path: file}).EscapedPath()}
	}
	return sarifArtifact{URI: (&url.URL{Path: file}).String(), Base: projectRoot}
}

// longestSnippet bounds what is repeated of a file, in bytes.
const longestSnippet = 1000

// sarifRegionOf is where the words of a finding stand; nil when it is about the
// whole file.
func sarifRegionOf(f report.Finding) *sarifRegion {
	if f.Line < 1 {
		return nil
	}
	r := &sarifRegion{StartLine: f.Line}
	if f.Column < 1 {
		return r
	}
	r.StartColumn, r.EndColumn = f.Column, endColumn(f)
	if words := words(f); words != "" && len(words) <= longestSnippet {
		r.Snippet = &sarifText{Text: words}
	}
	return r
}

// fingerprint tells the same finding in another version of a file: it holds
// when lines move. Findings that nothing else parts are numbered in seen.
func fingerprint(f report.Finding, seen map[string]int) string {
	hash := sha256.New()
	for _, s := range []string{f.Rule, f.File, f.Quote, f.Excerpt} {
		fmt.Fprintf(hash, "%d %s", len(s), s)
	}
	id := hex.EncodeToString(hash.Sum(nil)[:16])
	seen[id]++
	return fmt.Sprintf("%s:%d", id, seen[id])
}
