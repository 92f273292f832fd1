package check

import (
	"embed"
	"slices"
	"strings"
)

//go:embed explain/*.md
var pages embed.FS

// Explain is the page about a rule, in Chinese and in Markdown: what it looks
// for, why, the standard it comes from, how to mend and how to waive. ok is
// false when there is no such rule.
func Explain(rule string) (text string, ok bool) {
	if rule == "" || strings.ContainsAny(rule, `/\.`) {
		return "", false
	}
	raw, err := pages.ReadFile("explain/" + rule + ".md")
	return string(raw), err == nil
}

// Explained lists the rules that have a page, in alphabetical order.
func Explained() []string {
	entries, err := pages.ReadDir("explain")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	var ids []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".md"); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
