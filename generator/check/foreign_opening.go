package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// namesOtherPlace reports whether words are the short name of the government of another
// place of the same sort, or of that place's office: 柳河镇 in the report of 示例县样板镇人民政府, 桃园街道办事处 in
// that of 示例区柳荫街道办事处.
func (in *Input) namesOtherPlace(name string) bool {
	own, _, _ := strings.Cut(in.Body[0], "（")
	ownPlaces, kind := placesBefore(own)
	places, rest := placesBefore(name)
	isGovernment := rest == "" || rest == kind
	if in.opensNoName(name) || len(ownPlaces) == 0 || len(places) == 0 || !isGovernment || in.Words.CheckHigherBodies.Prefix(kind) == 0 {
		return false
	}
	place := places[len(places)-1]
	last, _ := utf8.DecodeLastRuneInString(place)
	ownLast, _ := utf8.DecodeLastRuneInString(ownPlaces[len(ownPlaces)-1])
	return last == ownLast && !in.isOwnPlace(place)
}

// namesAnotherShort reports whether a sentence's subject is the short name of another bureau of the
// same place: 市司法局 in the report of 示例市水务局, but not in that of 示例市东湖区水务局, which it is above. A
// sentence that names the reporting body besides tells of what the other did for it, as 市司法局深入我局督察 does.
func (in *Input) namesAnotherShort(name, sentence string) bool {
	own, _, _ := strings.Cut(in.Body[0], "（")
	places, kind := placesBefore(own)
	if len(places) == 0 || kind == "" || !in.isForeign(name) {
		return false
	}
	level, size := utf8.DecodeLastRuneInString(places[len(places)-1])
	first, _ := utf8.DecodeRuneInString(name)
	isBureau := strings.ContainsRune("局厅委办", lastRune(name)) && !strings.ContainsRune("直级区县各属委两管", firstRune(name[min(len(name), size):]))
	return first == level && isBureau && !strings.Contains(sentence, "我") && !strings.Contains(sentence, "本局") && !strings.Contains(sentence, kind)
}

// opensReport reports whether a sentence is the first of the first paragraph of text.
func (in *Input) opensReport(sentence report.Span) bool {
	for i := range in.Report.Blocks {
		if b := &in.Report.Blocks[i]; b.Kind == report.BlockText {
			return sentence.Start == b.Span.Start
		}
	}
	return false
}
