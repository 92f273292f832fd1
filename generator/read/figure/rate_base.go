package figure

import "strings"

// Which counts no rate can be of, though they stand right before its part.

// isOutcomeBeside reports whether figure w is one of the outcomes of what was closed, or a later item of a list: of 审结80件，其中终止30件，纠错12件，纠错率15% the rate is of the 80.
func (e *extractor) isOutcomeBeside(first, w int) bool {
	words := e.trimAdverbs(strings.TrimLeft(e.wordsOf(first, w), "，、；"))
	if e.CheckCaseOutcomes.Suffix(words) > 0 && e.CheckResultsOfSame.Suffix(words) == 0 {
		return true
	}
	return w > first && e.sameKind(w-1, w) && e.sameSentence(first, w-1, w) && strings.HasPrefix(e.text[e.r.Figures[w-1].Span.End:], "、")
}

// isOfOthers reports whether the words of figure p name among whom it counts, and figure w does not count these: 共50人；
// 在编人员中持证18人 are among another number than 50.
func (e *extractor) isOfOthers(first, w, p int) bool {
	words := strings.TrimLeft(e.text[e.clauseOf(first, p).start:e.r.Figures[p].Span.Start], "，、；")
	among, _, ok := strings.Cut(words, "中")
	const name, longest = 6, 30 // bytes
	if !ok || len(among) < name || len(among) > longest || strings.HasSuffix(among, "其") || strings.HasSuffix(among, "集") {
		return false
	}
	return !strings.Contains(e.wordsOf(first, w)+e.r.Figures[w].Label, head(among, name))
}
