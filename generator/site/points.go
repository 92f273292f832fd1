package site

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// What the text says was found wanting, and what it plans, a line a point. A
// line is the beginning of the point as it is written, up to where it can be
// broken off, and leads to the whole: the page tells no sentence twice. Where it says
// less than the point, … stands at its end.

const (
	leastPoint = 6  // characters: 一是力量薄弱，… goes on behind its first comma
	mostPoint  = 30 // characters of a line
	mostPoints = 8  // under one heading
)

// points are the points under the heading with index k: the headings below it, and
// numbered sentences among them, or, without any heading, the parts 一是, 二是 of its
// paragraphs or, without any, the paragraphs themselves. A number with nothing behind it
// is no point. Of many the first are given, and how many there are.
func points(r *report.Report, k int) (items []pointItem, all int) {
	var below, parts, paragraphs []pointItem
	level, headed := 0, false // level is that of the headings and sentences in below
	for i := range under(r, k) {
		b := &r.Blocks[i]
		if h := b.Heading; b.Kind == report.BlockHeading || h > k && r.Headings[h].Span.Start == b.Span.Start {
			h := &r.Headings[h]
			if level == 0 || h.Level < level {
				level, below, headed = h.Level, nil, false
			}
			if h.Level == level && !isEmpty(h) {
				below = append(below, pointItem{beginning(r, report.Span{Start: h.Span.Start + len(h.Number), End: b.Span.End}), "#" + b.ID})
				headed = headed || b.Kind == report.BlockHeading
			}
		}
		switch {
		case b.Kind != report.BlockText:
		case len(b.Items) > 0:
			for _, sp := range b.Items {
				_, size, _ := strings.Cut(r.Source.Slice(sp), "是")
				parts = append(parts, pointItem{beginning(r, report.Span{Start: sp.End - len(size), End: sp.End}), "#" + b.ID})
			}
		default:
			sp := b.Span
			if h := b.Heading; h >= 0 && r.Headings[h].Item && r.Headings[h].Span.Start == sp.Start {
				if isEmpty(&r.Headings[h]) {
					continue
				}
				sp.Start += len(r.Headings[h].Number)
				parts = append(parts, pointItem{beginning(r, sp), "#" + b.ID})
			} else if !strings.HasSuffix(r.Source.Slice(sp), "：") { // what leads over to the points
				paragraphs = append(paragraphs, pointItem{beginning(r, sp), "#" + b.ID})
			}
		}
	}
	if !headed {
		below = nil
	}
	for _, list := range [][]pointItem{below, parts, paragraphs} {
		if len(list) > 0 {
			return list[:min(mostPoints, len(list))], len(list)
		}
	}
	return []pointItem{}, 0
}

// isEmpty reports whether a heading is a number with nothing behind it.
func isEmpty(h *report.Heading) bool { return strings.Trim(h.Text, "；。，、.… ") == "" }

// under gives the indexes of the blocks under the heading with index k, up to
// the next of its level.
func under(r *report.Report, k int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		inside := false
		for i := range r.Blocks {
			b := &r.Blocks[i]
			if b.Kind == report.BlockHeading && b.Heading >= 0 {
				if b.Heading == k {
					inside = true
					continue
				}
				if inside && r.Headings[b.Heading].Level <= r.Headings[k].Level {
					return
				}
			}
			if inside && b.Span.Len() > 0 && b.Heading >= k && !yield(i) {
				return
			}
		}
	}
}

// beginning is the beginning of sp, up to the first mark outside of brackets and
// quotes behind which it may end, and never longer than a line. What is private
// in it is masked.
func beginning(r *report.Report, sp report.Span) string {
	text := strings.TrimLeft(r.Source.Slice(sp), " 　\t")
	sp.Start = sp.End - len(text)
	n, depth := 0, 0
	for i, c := range text {
		switch {
		case strings.ContainsRune("（(“‘《〈【", c):
			depth++
		case strings.ContainsRune("）)”’》〉】", c):
			depth = max(0, depth-1)
		case depth > 0:
		case strings.ContainsRune("。；;！？\n", c), n >= leastPoint && strings.ContainsRune("，：,", c):
			sp.End = sp.Start + i
			if strings.Trim(text[i:], "。；;，：,！？\n　 \t") != "" {
				return r.Masked(sp) + "…"
			}
			return r.Masked(sp)
		}
		if n++; n > mostPoint {
			_, size := utf8.DecodeLastRuneInString(text[:i])
			sp.End = sp.Start + i - size
			return r.Masked(sp) + "…"
		}
	}
	return r.Masked(sp)
}
