package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// homes finds where a person lives, down to the room: 家住示例路12号3栋502室, and a
// room in a housing estate of which no word says that it is an office's.
func (in *Input) homes() []datum {
	const advice = "公开的报告不得载有个人住址，请只写到街道、村（社区），或者整个删去"
	text := in.Report.Source.Text
	var found []datum
	for at := 0; ; {
		m, ok := in.Words.CheckHomes.Find(text, at)
		if !ok {
			break
		}
		at = m.End
		clause := clauseFrom(text, m.End)
		lead := len(clause) - len(strings.TrimLeft(clause, "为是于在：:（( 　\t"))
		if room := in.roomEnd(clause); room > 0 {
			found = append(found, in.privately(report.Span{Start: m.End + lead, End: m.End + room}, likely, "这里像是个人的住址（%s）", advice))
			at = m.End + room
		}
	}
	for at := 0; ; {
		m, ok := in.Words.CheckEstates.Find(text, at)
		if !ok {
			return found
		}
		at = m.End
		clause := clauseFrom(text, m.End)
		first, _ := utf8.DecodeRuneInString(clause)
		before := sentenceBefore(text, m.Start)
		room := in.roomEnd(clause)
		if room == 0 || !numeral.IsDigit(first) || in.Words.CheckHomes.In(before) || in.Words.CheckLocated.In(before) || in.Words.CheckLocated.In(clause[room:]) {
			continue
		}
		start := m.Start - len(before) + afterLast(before, "，,、：:（( 　\t")
		found = append(found, in.privately(report.Span{Start: start, End: m.End + room}, possible, "这里像是个人的住址（%s）", advice))
		at = m.End + room
	}
}

// longestAddress is how far an address is followed, in bytes.
const longestAddress = 150

// clauseFrom is the rest of the clause from a place on.
func clauseFrom(text string, at int) string {
	rest := text[at:min(len(text), at+longestAddress)]
	if end := strings.IndexAny(rest, "，。；！？\r\n"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// roomEnd is where the room ends in an address, 0 for one that has none: 502室, 3单元
// 502号, 3-2-502.
func (in *Input) roomEnd(address string) int {
	end, parts := 0, 0
	for i := 0; i < len(address); {
		after, size, _ := digitsAt(address, i)
		if size == 0 {
			_, n := utf8.DecodeRuneInString(address[i:])
			i += n
			continue
		}
		i = after
		n := in.Words.CheckRooms.Prefix(address[i:])
		switch {
		case n > 0 && (size >= 3 || parts > 0 || !strings.HasPrefix(address[i:], "户")):
			end = i + n
		case in.Words.CheckHouses.Prefix(address[i:]) > 0:
			parts++
		case strings.HasPrefix(address[i:], "号") && parts > 0 && size >= 3:
			end = i + len("号")
		case strings.ContainsAny(address[i:min(len(address), i+1)], "-"):
			parts++
		case parts > 0 && size >= 3 && in.Words.Units.Prefix(address[i:]) == 0: // 3栋502, 3-2-502, but not 3栋502户
			end = i
		}
	}
	return end
}
