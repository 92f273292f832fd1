package outline

import "mingfa/generator/report"

// letterLines bounds the letter that may come before a report.
const letterLines = 40

// titleAfterLetter finds the title of the report that the document above line
// at only sends: a notice or letter ends in its own signature and date, or in a
// line 附件, and the report's title stands below. Both results are equal when
// there is none.
func (p *parser) titleAfterLetter(at int) (start, end int) {
	if p.words.DocumentNotices.Suffix(p.titleText) == 0 {
		return 0, 0
	}
	closed := -1 // the line below the letter's end
	for i := at; i < min(len(p.lines), at+letterLines); i++ {
		s := p.text(i)
		if m, marked := readMark(s); marked && m.family == chinese {
			return 0, 0
		}
		switch {
		case endsInDate(s) && (isDate(s) || p.isBody(cutDate(s))) || isAttachment(s):
			closed = i + 1
			continue
		case closed < 0 || p.isMeta(s):
			continue
		case !p.mayBeTitle(i) || i > closed+titleLines+2:
			closed = -1
			continue
		}
		from, joined := p.joinTitle(closed, i)
		if _, _, year := findYear(joined); p.endsTitle(joined) && (year > 0 || p.words.DocumentTopics.In(joined)) {
			return from, i + 1
		}
	}
	return 0, 0
}

// takeLetter makes the title of a letter a meta line, and its signature what
// it is. What the letter says remains text.
func (p *parser) takeLetter(at, end int) {
	p.letter = p.titleText
	for i := 0; i < at; i++ {
		p.lines[i].kind = report.BlockMeta
	}
	p.sign(at, end)
}
