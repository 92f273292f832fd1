package seeds

import (
	"fmt"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// kinds finds kinds of bodies that were probably meant to be another: bodies are compared
// within a kind, and 司法行政部 beside 司法行政部门 is compared with nobody. A portal may
// have kinds of its own, so it is only asked.
func (l *loader) kinds() {
	words := lexicon.Builtin()
	known, count := map[string]bool{}, map[string]int{}
	for _, w := range words.BodyKinds.Words() {
		known[w.As] = true
	}
	names := make([]string, 0, len(known))
	for _, w := range words.BodyKinds.Words() {
		names = append(names, w.As)
	}
	for _, f := range l.bodies {
		if f.body.Kind != "" {
			count[f.body.Kind]++
			names = append(names, f.body.Kind)
		}
	}
	for _, f := range l.bodies {
		kind := f.body.Kind
		if kind == "" || known[kind] || count[kind] > 1 {
			continue
		}
		if meant := meantKind(kind, names, words); meant != "" {
			l.findings = append(l.findings, f.doc.ValueAt(rule.BadValue, report.Warning, fmt.Sprintf("没有别的单位的类别写作“%s”，它不和别的单位比", kind),
				fmt.Sprintf("是不是想写 kind = %q？同类的单位要写得一样；确实自成一类的，可以不管。", meant), "kind"))
		}
	}
}

// meantKind is the kind that another was probably meant to be, "" for none.
func meantKind(kind string, names []string, words *lexicon.Lexicon) string {
	for _, other := range names {
		if other == kind {
			continue
		}
		if d := settings.Distance(kind, other); d == 1 || d == 2 && len([]rune(kind)) > 4 {
			return other
		}
		if longer, shorter := max(len(kind), len(other)), min(len(kind), len(other)); shorter >= 2*len("司") && longer > shorter &&
			(strings.HasPrefix(other, kind) || strings.HasPrefix(kind, other)) {
			return other
		}
	}
	if read := words.BodyKind(kind); read != kind { // 司法局 is a name, 司法行政部门 its kind
		return read
	}
	return ""
}
