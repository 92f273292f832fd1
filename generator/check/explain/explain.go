// Package explain holds a page about every rule, <id>.md, in Chinese and in
// Markdown: what the rule looks for, why, the standard it comes from, how to mend
// what it finds and how to waive it. It prints them for a terminal.
package explain

import (
	"embed"
	"strings"
)

//go:embed *.md
var pages embed.FS

// Of is the page about the rule with this id; ok is false when there is no such
// rule.
func Of(id string) (page *Page, ok bool) {
	if id == "" || strings.ContainsAny(id, `/\.`) {
		return nil, false
	}
	raw, err := pages.ReadFile(id + ".md")
	if err != nil {
		return nil, false
	}
	return parse(string(raw)), true
}
