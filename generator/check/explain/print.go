package explain

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// ErrUnknown is what Print's error wraps when there is no such rule.
var ErrUnknown = errors.New("没有这条规则")

// Print writes the page about a rule as plain text, broken into lines of at most
// width columns; 0 stands for 80, and 40 is the least. For a rule that there is
// none of, the error names those that are meant perhaps.
func Print(w io.Writer, id string, width int) error {
	page, ok := Of(id)
	if !ok {
		return unknown(id)
	}
	if width == 0 {
		width = 80
	}
	if _, err := io.WriteString(w, page.Text(max(width, 40))); err != nil {
		return fmt.Errorf("failed to print the explanation of %s: %w", id, err)
	}
	return nil
}

// List writes all rules by their groups, a rule a line: its id, how grave it
// normally is, and its name.
func List(w io.Writer) error {
	widest := 0
	for _, id := range rule.IDs() {
		widest = max(widest, len(id))
	}
	out := bufio.NewWriter(w)
	for _, g := range rule.Groups {
		fmt.Fprintf(out, "【%s】\n", g.Name)
		for _, r := range g.Rules {
			fmt.Fprintf(out, "  %-*s  %s  %s\n", widest, r.ID, r.Severity.Name(), r.Name)
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("failed to list the rules: %w", err)
	}
	return nil
}

// unknown says that there is no rule of this id, and which may be meant.
func unknown(id string) error {
	said := "“" + escape.Visible(escape.Clip(id, 60)) + "”"
	near := nearest(id)
	if len(near) == 0 {
		return fmt.Errorf("%w：%s", ErrUnknown, said)
	}
	var names []string
	for _, r := range near {
		names = append(names, fmt.Sprintf("%s（%s）", r.ID, r.Name))
	}
	return fmt.Errorf("%w：%s。要找的也许是 %s", ErrUnknown, said, strings.Join(names, "、"))
}

// nearest are up to three rules of which words is a slip or a part, of the id or
// of the name, the likest first.
func nearest(words string) []rule.Rule {
	words = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(words)), "_", "-")
	if words == "" || len(words) > 60 {
		return nil
	}
	type candidate struct {
		rule.Rule
		distance int
	}
	var near []candidate
	for _, g := range rule.Groups {
		for _, r := range g.Rules {
			d := settings.Distance(words, r.ID)
			if strings.Contains(r.ID, words) || strings.Contains(words, r.ID) || strings.Contains(r.Name, words) {
				d = min(d, 1)
			}
			if d <= max(2, len(r.ID)/3) {
				near = append(near, candidate{r, d})
			}
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var found []rule.Rule
	for _, c := range near[:min(len(near), 3)] {
		found = append(found, c.Rule)
	}
	return found
}
