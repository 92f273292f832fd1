package report

import (
	"slices"
	"strings"
)

// labelEnds are what a label may have after the words of the text: its place
// in a pair, that it is a share or a goal.
var labelEnds = [...]string{"目标", "占比", "（前）", "（后）", "（上限）", "（下限）"}

// LabelWords is a label without what it says besides words of the text: 案件办结率 of
// 案件办结率目标.
func LabelWords(label string) string {
	for _, end := range labelEnds {
		label = strings.TrimSuffix(label, end)
	}
	return label
}

// OwnLabel reports whether a label is made of the words of its own clause
// alone, and borrows none from a sentence before or a heading: 结案 of 结案27件 is, 案件结案,
// with two 案, is not.
func OwnLabel(label, quote string) bool {
	if label = LabelWords(label); label == "" {
		return false
	}
	var few [32]rune // of most labels, without an allocation
	missing := few[:0]
	for _, r := range label {
		if r != '的' {
			missing = append(missing, r)
		}
	}
	for _, r := range quote {
		if len(missing) == 0 {
			break
		}
		if i := slices.Index(missing, r); i >= 0 {
			missing = slices.Delete(missing, i, i+1)
		}
	}
	return len(missing) == 0
}
