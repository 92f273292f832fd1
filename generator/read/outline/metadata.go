package outline

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// footLines is how many lines at the end of the text are looked through for
// metadata: the signature, and a list or table below it.
const footLines = 16

// metadata is what the text prints of the document itself, each item once: in
// the lines around the title, in the signature, in a list or table of metadata
// at either end. What only looks like it, as a date in a sentence, is left
// alone.
func (p *parser) metadata(r *report.Report) []report.Metadata {
	m := &metadata{parser: p, year: r.Year}
	for i := range p.lines {
		l := &p.lines[i]
		foot := i >= len(p.lines)-footLines
		if l.head >= 0 || i >= p.body && !foot && l.kind != report.BlockClosing {
			continue
		}
		switch l.kind {
		case report.BlockMeta:
			m.headLine(i)
		case report.BlockText, report.BlockRow:
			m.keyed(i)
			m.openness(i)
		}
	}
	m.signature()
	m.issuer(r)
	m.beside()
	slices.SortStableFunc(m.items, func(a, b report.Metadata) int { return a.Line - b.Line })
	return m.items
}

// beside reads what a web page says of the document around its text. It stands
// on no line.
func (m *metadata) beside() {
	if m.src.Document == nil {
		return
	}
	said := len(m.items)
	for _, s := range m.src.Document.Beside {
		if m.isKeyed(s) || m.isKeyRow(s) {
			for key, value := range m.pairs(s) {
				m.pair(key, value, 0)
			}
		}
	}
	for i := said; i < len(m.items); i++ {
		m.items[i].Line = 0
	}
}

// metadata gathers the items.
type metadata struct {
	*parser
	year  int // reported on, 0 where it is not known
	items []report.Metadata
}

// add notes an item unless the text has said it before.
func (m *metadata) add(key report.MetadataKey, value string, line int) {
	said := slices.ContainsFunc(m.items, func(item report.Metadata) bool { return item.Key == key })
	if value != "" && !said {
		m.items = append(m.items, report.Metadata{Key: key, Value: value, Line: m.lines[line].no})
	}
}

// headLine reads a meta line: keys and their values, a document number by
// itself, a day in brackets below the title.
func (m *metadata) headLine(i int) {
	s := m.text(i)
	if start, end := documentNumber(s); end > start && (isDocumentNumber(s) || isDocumentNumber(strings.Trim(s, "（）()"))) && oneOf(s[start:], "〔[［【（(") == 0 {
		m.add(report.MetadataNumber, report.Packed(s[start:end]), i)
	}
	m.keyed(i)
	m.openness(i)
	// （2024年3月5日） or 2024年3月5日 below the title; 2024-03-05 may be that of a web page
	if bare := strings.Trim(s, "（）()"); m.belowTitle(i) && strings.Contains(bare, "年") {
		if day, rest := readDay(bare); rest == "" {
			m.add(report.MetadataWritten, m.plausible(day), i)
		}
	}
}

// belowTitle reports whether a line of the title stands above line i.
func (m *metadata) belowTitle(i int) bool {
	const reach = 4
	for above := i - 1; above >= 0 && above >= i-reach; above-- {
		if m.lines[above].kind == report.BlockTitle {
			return true
		}
	}
	return false
}

// keyed reads the pairs of a line, or a key whose value is the next line: not the title,
// which follows a key that was left empty.
func (m *metadata) keyed(i int) {
	s := m.text(i)
	if !hasLength(s, 2, 200) {
		return
	}
	if m.isKey(s) {
		if i+1 < len(m.lines) && !m.isKey(m.text(i+1)) && hasLength(m.text(i+1), 1, titleRunes) && m.lines[i].kind == report.BlockMeta && m.lines[i+1].kind == report.BlockMeta {
			m.pair(bareKey(s), m.text(i+1), i+1)
		}
		return
	}
	_, numbered := documentNumber(s)
	if m.lines[i].kind != report.BlockMeta && !m.isKeyed(s) && !m.isKeyRow(s) || m.lines[i].kind == report.BlockMeta && !m.isKeyed(s) && !m.isKeyRow(s) && numbered == 0 {
		return
	}
	for key, value := range m.pairs(s) {
		m.pair(key, value, i)
	}
}

// pair notes the value of a key when it is of the form that the key asks for.
func (m *metadata) pair(key, value string, line int) {
	value = strings.TrimSpace(value)
	w := m.words
	if value == "" || w.DocumentNothing.Has(value) {
		return
	}
	line = min(line, len(m.lines)-1)
	switch {
	case w.DocumentKeysOfNumber.Has(key):
		if start, end := documentNumber(value); end == len(value) && start == 0 {
			m.add(report.MetadataNumber, report.Packed(value), line)
		}
	case w.DocumentKeysOfWritten.Has(key):
		day, _ := readDay(value)
		m.add(report.MetadataWritten, m.plausible(day), line)
	case w.DocumentKeysOfPublished.Has(key):
		day, rest := readDay(value)
		if day = m.plausible(day); day != "" {
			day += readTime(rest)
		}
		m.add(report.MetadataPublished, day, line)
	case w.DocumentKeysOfIndex.Has(key):
		if hasLength(value, 4, 60) && strings.IndexFunc(value, unicode.IsDigit) >= 0 {
			m.add(report.MetadataIndex, value, line)
		}
	case w.DocumentKeysOfCategory.Has(key):
		m.phrase(report.MetadataCategory, value, 30, line)
	case w.DocumentKeysOfValidity.Has(key):
		m.phrase(report.MetadataValidity, value, 12, line)
	case w.DocumentKeysOfOpenness.Has(key):
		m.phrase(report.MetadataOpenness, value, 12, line)
	case w.DocumentKeysOfSigner.Has(key):
		if value = strings.Join(strings.Fields(value), " "); isPerson(value) {
			m.add(report.MetadataSigner, value, line)
		}
	}
}

// phrase notes a value that is a few words and no sentence.
func (m *metadata) phrase(key report.MetadataKey, value string, most, line int) {
	if hasLength(value, 1, most) && !sentence(value) && !m.isKey(value) {
		m.add(key, value, line)
	}
}

// openness reads （此件公开发布）.
func (m *metadata) openness(i int) {
	s := strings.Trim(m.text(i), "（）()。")
	if m.words.DocumentOpenness.Has(s) {
		m.add(report.MetadataOpenness, s, i)
	}
}

// isPerson reports whether s is the name of a person or of a few.
func isPerson(s string) bool {
	return hasLength(s, 2, 16) && strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != ' ' && r != '·' && r != '、' }) < 0
}

// signature reads the day below the bodies that sign: the last before an
// attachment, or that of the letter that the report came with.
func (m *metadata) signature() {
	day, at := "", 0
	for i := range m.lines {
		l := &m.lines[i]
		if l.head >= 0 && m.heads[l.head].family == attached && day != "" {
			break
		}
		if l.kind != report.BlockClosing {
			continue
		}
		s := strings.TrimSpace(m.text(i))
		if cut := cutDate(s); cut != s {
			s = strings.TrimSpace(s[len(cut):])
		}
		if found, rest := readDay(strings.Trim(s, "（）()")); rest == "" {
			if found = m.plausible(found); found != "" {
				day, at = found, i
			}
		}
	}
	m.add(report.MetadataWritten, day, at)
}

// issuer notes where the body that reports is named.
func (m *metadata) issuer(r *report.Report) {
	if r.Issuer == "" {
		return
	}
	name := report.Packed(r.Issuer)
	title := -1
	for i := range m.lines {
		switch m.lines[i].kind {
		case report.BlockTitle:
			if title < 0 {
				title = i
			}
		case report.BlockMeta, report.BlockClosing:
		default:
			continue
		}
		if strings.Contains(report.Packed(m.text(i)), name) {
			m.add(report.MetadataIssuer, r.Issuer, i)
			return
		}
	}
	if title >= 0 { // on several lines of the title
		m.add(report.MetadataIssuer, r.Issuer, title)
	}
}

// plausible is a day when it may be that of the report: near the end of the
// year reported on, or in the two years after it; else "".
func (m *metadata) plausible(day string) string {
	if day == "" || m.year == 0 {
		return day
	}
	year, _ := numeral.Int(day[:4])
	month, _ := numeral.Int(day[5:7])
	if year == m.year && month >= 10 || year == m.year+1 || year == m.year+2 {
		return day
	}
	return ""
}

// readDay reads the day that s begins with, in any of the ways that documents
// write one, as 2006-01-02, and gives what follows. Both are "" and s when there is
// none, or none of the calendar.
func readDay(s string) (day, rest string) {
	whole := s
	year, s := dayPart(s, 4, 4)
	sep := oneOf(s, "年-./．／")
	if !numeral.IsYear(year) || sep == 0 {
		return "", whole
	}
	chineseForm := strings.HasPrefix(s, "年")
	month, s := dayPart(s[sep:], 1, 2)
	if sep = oneOf(s, "月-./．／"); sep == 0 || chineseForm != strings.HasPrefix(s, "月") {
		return "", whole
	}
	date, s := dayPart(s[sep:], 1, 3)
	if chineseForm {
		if !strings.HasPrefix(s, "日") {
			return "", whole
		}
		s = s[len("日"):]
	}
	t := time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != date {
		return "", whole
	}
	return t.Format(time.DateOnly), s
}

// dayPart reads a number of a date, Arabic or Chinese, with white space around
// it.
func dayPart(s string, least, most int) (n int, rest string) {
	s = s[skipSpace(s):]
	size, count := digits(s, most)
	if count == 0 {
		size, count = chineseDigits(s, max(most, 3))
		if least == 4 {
			size, count = chineseDigits(s, 4)
		}
	}
	if count < least {
		return 0, s
	}
	n, ok := numeral.Int(s[:size])
	if !ok {
		return 0, s
	}
	rest = s[size:]
	return n, rest[skipSpace(rest):]
}

// readTime is the time of day that s begins with, as " 15:04"; "" without one.
func readTime(s string) string {
	s = strings.TrimLeft(s, " \u3000T")
	if len(s) < len("9:05") || s[2] != ':' && s[1] != ':' {
		return ""
	}
	hour, rest, _ := strings.Cut(s, ":")
	if len(hour) == 1 {
		hour = "0" + hour
	}
	if len(rest) < 2 || digitAt(rest) != 1 || digitAt(rest[1:]) != 1 || digitAt(hour) != 1 || digitAt(hour[1:]) != 1 || hour > "23" || rest[:2] > "59" {
		return ""
	}
	return " " + hour + ":" + rest[:2]
}
