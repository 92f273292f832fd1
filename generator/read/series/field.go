package series

import (
	"slices"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Of 罚款30万元 only the place says which fines: those of 生态环境执法 are not those of 市场监管执法,
// though both are called the same and each report has no others.

// fieldsOf are the fields of government that a value is of, in order of their names: those that
// its label names; where the label says little by itself, those of its sentence and of the words
// that its paragraph opens with; else those of the headings above it, the nearest first. None
// where none is named.
func fieldsOf(r *report.Report, v *measured, headings map[int][]string, words *lexicon.Lexicon) []string {
	if named := fieldsIn(v.f.KindLabel(), words); len(named) > 0 {
		return named
	}
	block := r.Blocks[v.f.Block].Span
	if utf8.RuneCountInString(v.core) < shortest && r.Blocks[v.f.Block].Kind != report.BlockRow {
		if named := fieldsIn(r.Source.Slice(v.context), words); len(named) > 0 {
			return named
		}
		if m, ok := words.SeriesFields.At(r.Source.Text[:block.End], block.Start); ok {
			return []string{words.SeriesFields.Reading(m)}
		}
	}
	return fieldsAbove(r, section(r, v.f.Block), headings, words)
}

// fieldsAbove are the fields that heading h names, or the nearest one above it that names any.
// What was found for a heading is kept.
func fieldsAbove(r *report.Report, h int, found map[int][]string, words *lexicon.Lexicon) []string {
	const reach = 64 // headings above
	if named, ok := found[h]; ok || h < 0 {
		return named
	}
	var named []string
	level := r.Headings[h].Level + 1
	for at := h; at >= 0 && at > h-reach && level > 1 && len(named) == 0; at-- {
		if over := &r.Headings[at]; over.Level < level && !over.Item {
			named, level = fieldsIn(over.Text, words), over.Level
		}
	}
	found[h] = named
	return named
}

// fieldsIn are the fields that words name, each once.
func fieldsIn(text string, words *lexicon.Lexicon) []string {
	var named []string
	for m, ok := words.SeriesFields.Find(text, 0); ok; m, ok = words.SeriesFields.Find(text, m.End) {
		named = append(named, words.SeriesFields.Reading(m))
	}
	slices.Sort(named)
	return slices.Compact(named)
}

// isOfOtherField reports whether two values are plainly of different fields: none of those that
// one is of is one of the other's.
func isOfOtherField(a, b *measured) bool {
	if len(a.fields) == 0 || len(b.fields) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.fields, func(field string) bool { return slices.Contains(b.fields, field) })
}
