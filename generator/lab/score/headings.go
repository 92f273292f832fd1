package score

import (
	"fmt"
	"io"

	"mingfa/generator/report"
)

// goldHeading is an annotated heading.
type goldHeading struct {
	Level  int    `json:"level"`
	Number string `json:"number"`
	Text   string `json:"text"`
	Item   bool   `json:"item"`
}

// headings counts the annotated headings that were read, by level, number and
// text; numbered sentences (items) by number only, because where their text
// ends is a matter of taste.
type headings struct {
	gold, right, predicted int
	items, itemsRight      int
	missed                 []string
}

// compare adds one text. A text without annotated headings counts nothing.
func (h *headings) compare(a annotation, r *report.Report) {
	if len(a.Headings) == 0 {
		return
	}
	next := 0
	for _, p := range r.Headings {
		if !p.Item {
			h.predicted++
		}
	}
	for _, g := range a.Headings {
		found := false
		for i := next; i < len(r.Headings) && !found; i++ {
			if same(g, r.Headings[i]) {
				next, found = i+1, true
			}
		}
		switch {
		case g.Item:
			h.items++
			if found {
				h.itemsRight++
			}
		default:
			h.gold++
			if found {
				h.right++
			}
		}
		if !found {
			h.missed = append(h.missed, fmt.Sprintf("  %s：%s%s", a.File, g.Number, g.Text))
		}
	}
}

func same(g goldHeading, p report.Heading) bool {
	if g.Number != p.Number || g.Level != 0 && g.Level != p.Level {
		return false
	}
	return g.Item || g.Text == p.Text
}

// print writes the score of the headings.
func (h *headings) print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "headings         recall %s (%d/%d)  predicted %d  items %s (%d/%d)\n",
		percent(h.right, h.gold), h.right, h.gold, h.predicted, percent(h.itemsRight, h.items), h.itemsRight, h.items)
	if err != nil {
		return fmt.Errorf("无法写出结果：%w", err)
	}
	for _, m := range h.missed {
		if _, err := fmt.Fprintln(w, m); err != nil {
			return fmt.Errorf("无法写出结果：%w", err)
		}
	}
	return nil
}

func percent(a, b int) string {
	if b == 0 {
		return "  n/a "
	}
	return fmt.Sprintf("%5.1f%%", 100*float64(a)/float64(b))
}
