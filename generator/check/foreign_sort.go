package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// otherSort finds the report of a body of another sort in a body's folder: that of 柳河镇人民政府 in
// the folder of 示例市司法局. Because a name of another sort may be a way to call the body, the title
// and the signature must both say it. What the government or the Party committee of the same place
// signs, its bureau may file. A government of another place is doubtful where the title alone or
// the signature alone names one.
func (in *Input) otherSort(c *collector, tell func(span report.Span, where string)) {
	issuer := in.Report.Issuer
	if !in.isOfOtherSort(issuer) {
		return
	}
	var title, signature report.Span
	for _, p := range paragraphs(in.Report) {
		s := c.src.Slice(p.span)
		packed := report.Packed(s)
		switch {
		case p.kind == report.BlockTitle && title.Len() == 0:
			name := issuer
			if places, _ := placesBefore(issuer); !strings.Contains(s, issuer) {
				name = places[len(places)-1] // the title may be short: 柳河镇2023年…
			}
			if i := strings.Index(s, name); i >= 0 {
				title = report.Span{Start: p.span.Start + i, End: p.span.Start + i + len(name)}
			}
		case p.kind != report.BlockClosing || strings.ContainsFunc(s, numeral.IsDigit):
		case in.namesOwn(packed):
			return // signed by the body, perhaps with others
		case in.isOfOtherSort(packed) && isOneBody(packed, issuer):
			signature = p.span
		}
	}
	if title.Len() == 0 || signature.Len() == 0 {
		if !in.isHigher(issuer) {
			return
		}
		c.severity = report.Warning
	}
	if title.Len() > 0 {
		tell(title, "题目")
	}
	if signature.Len() > 0 {
		tell(signature, "落款")
	}
	c.severity = report.Error
}

// isOfOtherSort reports whether a name is of a body of another sort than the one the folder is of,
// and is not the government of its place.
func (in *Input) isOfOtherSort(name string) bool {
	places, rest := placesBefore(name)
	if len(places) == 0 || utf8.RuneCountInString(name) > 30 || strings.ContainsFunc(name, unicode.IsPunct) || in.namesOwn(name) || in.isForeign(name) {
		return false
	}
	if rest != "" && in.Words.CheckHigherBodies.Prefix(rest) == 0 {
		return true // of another place or not: 示例市人民检察院
	}
	return !in.isOwnPlace(places[len(places)-1])
}

// isHigher reports whether a name is a government's or a Party committee's, or a place alone: 柳河镇.
func (in *Input) isHigher(name string) bool {
	places, rest := placesBefore(name)
	return len(places) > 0 && (rest == "" || in.Words.CheckHigherBodies.Prefix(rest) > 0)
}

// namesOwn reports whether a name can be one of the body's own, or holds one.
func (in *Input) namesOwn(name string) bool {
	for k, own := range in.Body {
		own, _, _ = strings.Cut(own, "（")
		if own == "" {
			continue
		}
		isFull := k == 0 || !isShortOf(own, in.Body[0])
		if isShortOf(name, own) || strings.Contains(name, own) || isFull && isShortOf(own, name) {
			return true
		}
	}
	return false
}

// isOwnPlace reports whether the body is of a place, as far as its names tell: 示例市司法局 and
// 某局示例市分局 are of 示例市, and 市司法局 may be; 示例市甲区司法局 is of 甲区.
func (in *Input) isOwnPlace(place string) bool {
	known := false
	for _, own := range in.Body {
		places, _ := placesBefore(own)
		if len(places) == 0 {
			if strings.Contains(own, place) {
				return true
			}
			continue
		}
		known = true
		last := places[len(places)-1]
		if isShortOf(place, last) || isShortOf(last, place) || strings.Contains(own, place) && !slices.Contains(places, place) {
			return true
		}
	}
	return !known
}

// isOneBody reports whether two names can be one body's: one is the other written short, or both
// are of one place.
func isOneBody(a, b string) bool {
	if isShortOf(a, b) || isShortOf(b, a) {
		return true
	}
	places, _ := placesBefore(a)
	others, _ := placesBefore(b)
	return len(places) > 0 && len(others) > 0 && places[len(places)-1] == others[len(others)-1]
}

// placesBefore are the places that a name begins with, and what stands behind them: 示例市 and
// 柳河镇 of 示例市柳河镇人民政府. 城市 of 示例市城市管理局 is none.
func placesBefore(name string) (places []string, rest string) {
	rest = strings.TrimPrefix(name, "中共")
	for {
		n := placeLen(rest, len(places) == 0)
		if n == 0 {
			return places, rest
		}
		places = append(places, rest[:n])
		rest = rest[n:]
	}
}

// placeLen is the size of the place that words begin with, 0 for none.
func placeLen(words string, first bool) int {
	runes := 0
	for i, r := range words {
		runes++
		end := i + utf8.RuneLen(r)
		isPlace := strings.ContainsRune("省市县区旗州盟镇乡", r)
		switch {
		case strings.ContainsRune("局厅院府委", r):
			return 0 // 公安局甲区分局: the place of a branch
		case runes == 1 && isPlace && (!first || strings.ContainsRune("省市县区", r)):
			return 0 // 市司法局, 示例市市场监督管理局
		case runes < 2 || !isPlace && !(r == '道' && runes > 2 && strings.HasSuffix(words[:i], "街")):
		case r == '州' && end < len(words) && strings.ContainsRune("市县区", firstRune(words[end:])):
			// 滕州市
		case isNoPlace(words[:end]):
			return 0
		default:
			return end
		}
	}
	return 0
}

// isNoPlace reports whether words that end as the name of a place does are none: 城市, 住房和城乡.
func isNoPlace(words string) bool {
	if i := strings.LastIndex(words, "治"); i > 0 && i+2*han == len(words) && !strings.HasSuffix(words[:i], "自") {
		return true // 依法治市, but not 某自治县
	}
	_, size := utf8.DecodeLastRuneInString(words)
	before, _ := utf8.DecodeLastRuneInString(words[:len(words)-size])
	return strings.ContainsRune("社园城保护景胜库矿林牧校辖乡村下", before)
}
