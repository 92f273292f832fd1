package explain

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"mingfa/generator/escape"
)

// Print writes the page about a rule as plain text, broken into
// lines of at most width columns; 0 stands for 80, and 40 is the least. For a
// rule that there is none of, the error names those that are meant perhaps, and
// all there are.
func Print(w io.Writer, rule string, width int) error {
	page, ok := Of(rule)
	if !ok {
		return unknownRule(rule, IDs())
	}
	if width == 0 {
		width = 80
	}
	if _, err := io.WriteString(w, page.Text(max(width, 40))); err != nil {
		return fmt.Errorf("failed to print the explanation of %s: %w", rule, err)
	}
	return nil
}

func unknownRule(rule string, all []string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "没有“%s”这条规则", escape.Visible(escape.Clip(rule, 60)))
	if near := nearest(rule, all); len(near) > 0 {
		fmt.Fprintf(&b, "，要找的也许是：%s", strings.Join(near, "、"))
	}
	fmt.Fprintf(&b, "。全部规则：")
	for _, id := range all {
		fmt.Fprintf(&b, "\n  %s", id)
	}
	return fmt.Errorf("%s", b.String())
}

// nearest are up to three of all that rule is a slip or a part of, the likest
// first.
func nearest(rule string, all []string) []string {
	rule = strings.ToLower(strings.TrimSpace(rule))
	if rule == "" || len(rule) > 60 {
		return nil
	}
	type candidate struct {
		id       string
		distance int
	}
	var near []candidate
	for _, id := range all {
		d := editDistance(rule, id)
		if strings.Contains(id, rule) || strings.Contains(rule, id) {
			d = min(d, 1)
		}
		if d <= max(2, len(id)/3) {
			near = append(near, candidate{id, d})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var ids []string
	for _, c := range near[:min(len(near), 3)] {
		ids = append(ids, c.id)
	}
	return ids
}

// editDistance is how many letters must be changed, added or left out to make b of
// a (Levenshtein).
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
