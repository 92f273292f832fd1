package figure

import (
	"strings"

	"mingfa/generator/report"
)

// A list can tell what a figure is made of without 其中: 查处违法案件312件。按领域分，河道采砂类140件、取用水类92件、其他80件. That is sure only where its
// items are as many as the whole.

// nameLists finds the full names of the items of such lists.
func (e *extractor) nameLists(first int) {
	for i := first; i < len(e.r.Figures); {
		end := e.listEnd(first, i)
		if w := e.wholeOfList(first, i, end); w >= 0 {
			for p := i; p < end; p++ {
				e.namePart(first, w, p)
			}
		}
		i = end
	}
}

// listEnd is one more than the last figure of the list that figure i begins: figures of one kind in one clause, parted by 、.
func (e *extractor) listEnd(first, i int) int {
	end := i + 1
	for end < len(e.r.Figures) && end < i+maxParts && e.sameKind(end, i) && e.scanner.marks[end-first].clause == e.scanner.marks[i-first].clause &&
		strings.HasPrefix(e.text[e.r.Figures[end-1].Span.End:e.r.Figures[end].Span.Start], "、") {
		end++
	}
	return end
}

// wholeOfList is the nearest figure that the list from figure i to end is exactly as many as, where the list says that it tells kinds. It is
// -1 where there is none.
func (e *extractor) wholeOfList(first, i, end int) int {
	if end-i < 2 || e.scanner.marks[i-first].leads || e.scanner.marks[i-first].inner {
		return -1
	}
	opened := e.opensKinds(first, i)
	if !opened && (end-i < 3 || !e.tellsClasses(first, i, end)) {
		return -1
	}
	rel := report.Relation{Kind: report.RelationPart}
	for p := i; p < end; p++ {
		rel.Parts = append(rel.Parts, p)
	}
	for w := i - 1; w >= max(first, i-maxReach); w-- {
		if !opened && !e.nearby(first, w, i) {
			return -1
		}
		rel.Whole = w
		if e.sameKind(w, i) && e.scanner.marks[w-first].pair == single && e.inBrackets(first, w) == e.inBrackets(first, i) {
			if e.sumParts(&rel); rel.Complete {
				return w
			}
		}
	}
	return -1
}

// opensKinds reports whether words that open a list of kinds stand before figure i, in its clause or alone before it: 按领域分，.
func (e *extractor) opensKinds(first, i int) bool {
	const longest = 14 * len("按") // with 其中 or the like before it
	s := &e.scanner
	at := s.marks[i-first].clause
	from := s.clauses[at].start
	if at > 0 && s.clauses[at-1].last == 0 && s.clauses[at-1].sentence == s.clauses[at].sentence {
		from = s.clauses[at-1].start
	}
	m, ok := e.CheckListOpenings.Find(head(e.text[from:e.r.Figures[i].Span.Start], longest), 0)
	return ok && m.End <= longest
}

// tellsClasses reports whether a list says by one of its items that it is one of kinds: 生态环境类, 其他.
func (e *extractor) tellsClasses(first, i, end int) bool {
	for p := i; p < end; p++ {
		if m := &e.scanner.marks[p-first]; m.rest != "" || strings.HasSuffix(m.label, "类") {
			return true
		}
	}
	return false
}
