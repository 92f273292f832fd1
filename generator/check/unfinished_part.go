package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// emptyParts finds where a part of the report was begun and not written: a number with
// nothing behind it (3., 三是。), a heading with nothing below it, a sentence that leads over
// to points that do not follow (重点抓好以下工作：), and a paragraph that breaks off (立案15件，).
//
// Headings that are tasks by themselves (（一）抓好培训 above （二）抓好考核) have nothing below them
// either, and are sound: one counts only where those beside it have a text.
func (in *Input) emptyParts(c *collector) {
	r := in.Report
	filled := in.filled()
	for i := range r.Blocks {
		if c.full() {
			return
		}
		b := &r.Blocks[i]
		if b.Kind != report.BlockText && b.Kind != report.BlockHeading || b.Span.Len() == 0 {
			continue
		}
		in.danglingSentences(c, b)
		opens := b.Heading >= 0 && r.Headings[b.Heading].Span.Start == b.Span.Start
		switch {
		case opens && isBlank(r.Headings[b.Heading].Text):
			in.emptyNumber(c, i)
		case opens && b.Kind == report.BlockHeading && in.emptySection(c, b.Heading, filled):
		case in.stoodIn(c, b), in.emptyPoints(c, i):
		case in.endsSection(i):
			in.brokenOff(c, b)
		}
	}
	in.cutShort(c)
}

// cutShort finds a text that ends in the middle of a sentence, as one of which only a part
// was copied: the last paragraph, with no signature below it, has no stop at its end where those
// before it have. Tasks and names alone on a line have none: （三）强化考核. Where every other
// paragraph has one, the text is surely cut off.
func (in *Input) cutShort(c *collector) {
	const few = 5
	all := paragraphs(in.Report)
	if len(all) < few {
		return
	}
	last := all[len(all)-1]
	s := c.src.Slice(last.span)
	end, _ := utf8.DecodeLastRuneInString(s)
	isText := last.kind == report.BlockText || last.kind == report.BlockHeading
	told := len(c.found) > 0 && c.found[len(c.found)-1].Span.Start >= last.span.Start
	if told || !isText || strings.ContainsRune("。！？：:”》）)", end) || in.Words.CheckAfterwords.Prefix(strings.TrimLeft(s, "（( 　")) > 0 || in.endsWhole(s) {
		return // told already, or no sentence of the report
	}
	stopped, open := in.endings(all[:len(all)-1])
	heading := in.Report.Blocks[last.first].Heading
	opens := heading >= 0 && in.Report.Headings[heading].Span.Start == last.span.Start
	above := all[len(all)-2]
	if at := in.Report.Blocks[above.first].Heading; opens && at >= 0 && in.Report.Headings[at].Level == in.Report.Headings[heading].Level {
		if r, _ := utf8.DecodeLastRuneInString(c.src.Slice(above.span)); !strings.ContainsRune("。；！？", r) {
			return // tasks, alone on their lines
		}
	}
	switch sentences := strings.ContainsAny(s, "，。；"); {
	case stopped == 0, strings.ContainsRune("，、,", end), in.Words.CheckCutOff.Suffix(s) > 0 && open > 0:
		return // brokenOff tells
	case !sentences && !(opens && in.besideHaveText(heading)) && !numeral.IsDigit(end):
		return
	case end != '；' && end != ';' && !isLatin(end) && !numeral.IsDigit(end) && !report.IsHan(end):
		return
	}
	severity := report.Warning
	if open == 0 && stopped >= few && end != '；' && end != ';' {
		severity = report.Error
	}
	tail := wordsBefore(c.src.Text, last.span.Start, last.span.End, 12)
	c.note(tail, severity, fmt.Sprintf("全文到“%s”就断了，话没有说完，后面也没有落款", escape.Clip(c.src.Slice(tail), 30)), "多半是复制时漏了后面的内容：请对照定稿补全；确实到这里为止的，请在末尾补上句号")
}

// endings counts the paragraphs of text that end with a stop, and those that do not.
func (in *Input) endings(all []paragraph) (stopped, open int) {
	for _, p := range all {
		s := in.Report.Source.Slice(p.span)
		last, _ := utf8.DecodeLastRuneInString(s)
		switch {
		case p.kind != report.BlockText && p.kind != report.BlockHeading, !strings.ContainsAny(s, "，。；！") && len(s) <= longestTitle:
		case strings.ContainsRune("。；！？：:”）", last):
			stopped++
		default:
			open++
		}
	}
	return stopped, open
}

// besideHaveText reports whether each heading of the same level before a heading, at least one, has a
// text, so that one without any at the end of a report was begun and not written.
func (in *Input) besideHaveText(heading int) bool {
	filled := in.filled()
	r := in.Report
	h := &r.Headings[heading]
	n := 0
	for i := heading - 1; i >= 0 && r.Headings[i].Level >= h.Level; i-- {
		if r.Headings[i].Level > h.Level {
			continue
		}
		if !filled[i] && !r.Headings[i].RunIn {
			return false
		}
		n++
	}
	return n > 0
}

// isBlank reports whether words are nothing but punctuation.
func isBlank(words string) bool {
	return strings.Trim(words, "；。，、：:;,.．…· 　\t") == ""
}

// emptyNumber finds a number with nothing behind it. What stands on the next line may be its
// text, which a page has parted from it.
func (in *Input) emptyNumber(c *collector, block int) {
	r := in.Report
	h := &r.Headings[r.Blocks[block].Heading]
	if h.Number == "" || !in.nothingFollows(block) {
		return
	}
	c.add(h.Span, fmt.Sprintf("“%s”后面没有内容", h.Number), "请补上这一条；没有这一条的，请删去序号")
}

// nothingFollows reports whether behind a block the text ends, or another heading, point or
// the signature stands.
func (in *Input) nothingFollows(block int) bool {
	r := in.Report
	if block+1 == len(r.Blocks) {
		return true
	}
	next := &r.Blocks[block+1]
	opens := next.Heading >= 0 && r.Headings[next.Heading].Span.Start == next.Span.Start
	switch next.Kind {
	case report.BlockClosing:
		return true
	case report.BlockText, report.BlockHeading:
		return opens && (r.Blocks[block].Heading < 0 || r.Headings[next.Heading].Level <= r.Headings[r.Blocks[block].Heading].Level)
	}
	return false
}

// endsSection reports whether a paragraph is the last below its heading: the next heading is
// no point of what it says.
func (in *Input) endsSection(block int) bool {
	r := in.Report
	b := &r.Blocks[block]
	if b.Kind != report.BlockText || b.Heading < 0 || !in.nothingFollows(block) {
		return false
	}
	h := &r.Headings[b.Heading]
	if !h.Item || block+1 == len(r.Blocks) {
		return true
	}
	next := r.Blocks[block+1].Heading // a list may part its points by commas
	return next < 0 || r.Headings[next].Level != h.Level || r.Blocks[block+1].Kind == report.BlockClosing
}

// filled says of every heading whether anything stands below it, or behind it on its line.
func (in *Input) filled() []bool {
	r := in.Report
	filled := make([]bool, len(r.Headings))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if h := b.Heading; h >= 0 && (r.Headings[h].Span.Start != b.Span.Start || r.Headings[h].Item) && b.Kind != report.BlockClosing {
			filled[h] = true
		}
	}
	var open []int
	for i := range r.Headings {
		for len(open) > 0 && r.Headings[open[len(open)-1]].Level >= r.Headings[i].Level {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			filled[open[len(open)-1]] = true
		}
		open = append(open, i)
	}
	return filled
}

// emptySection finds a heading with nothing below it, where most of those beside it have
// something, or of a part that no report may lack. 一、 and the like are surely begun and not written;
// （三） may be a task.
func (in *Input) emptySection(c *collector, heading int, filled []bool) (found bool) {
	r := in.Report
	h := &r.Headings[heading]
	if filled[heading] || h.RunIn || counts(h.Text) {
		return false
	}
	full, empty := in.beside(heading, filled)
	if full == 0 || !in.isRequired(heading, filled) && (full <= empty || full < 2 && h.Level > 1) {
		return false
	}
	severity := report.Error
	if h.Level > 1 {
		severity = report.Warning
	}
	c.note(h.Span, severity, fmt.Sprintf("“%s”下面没有内容", escape.Clip(h.Number+h.Text, 24)), "请补上正文；这一部分不写的，请删去标题")
	return true
}

// isRequired reports whether a heading is that of a part which every report has: the leader's
// duties, the shortcomings, the plan. A line of the contents stands a second time, above its text;
// tasks that are alone on their lines (抓好问题整改) stand beside others (抓好普法宣传).
func (in *Input) isRequired(heading int, filled []bool) bool {
	all := in.Report.Headings
	if all[heading].Level > 1 {
		return false
	}
	for i := range all {
		h := &all[i]
		if i != heading && h.Text == all[heading].Text {
			return false
		}
		if h.Level == 1 && !filled[i] && !h.RunIn && !h.Plan && !h.Shortcoming && !in.aboutLeader(h.Text) {
			return false
		}
	}
	return true
}

// counts reports whether words hold a number besides years, as those of a task do: 检查河道130次.
func counts(words string) bool {
	for {
		at := strings.IndexFunc(words, numeral.IsDigit)
		if at < 0 {
			return false
		}
		words = strings.TrimLeftFunc(words[at:], numeral.IsDigit)
		if !strings.HasPrefix(words, "年") {
			return true
		}
	}
}

// beside counts the headings of one level and one parent by whether anything stands below them.
func (in *Input) beside(heading int, filled []bool) (full, empty int) {
	const reach = 40
	r := in.Report
	level := r.Headings[heading].Level
	count := func(i int) bool {
		h := &r.Headings[i]
		if h.Level == level && !h.Item {
			if filled[i] || h.RunIn {
				full++
			} else {
				empty++
			}
		}
		return h.Level >= level
	}
	for i := heading; i >= 0 && i > heading-reach && count(i); i-- {
		continue
	}
	for i := heading + 1; i < len(r.Headings) && i < heading+reach && count(i); i++ {
		continue
	}
	return full, empty
}

// danglingSentences finds sentences that lack what their last word asks for: 进一步加强对。
func (in *Input) danglingSentences(c *collector, b *report.Block) {
	text := c.src.Text[:b.Span.End]
	for at := b.Span.Start; ; {
		i := strings.Index(text[at:], "。")
		if i < 0 {
			return
		}
		if n := in.Words.CheckDangling.Suffix(text[at : at+i]); n > 0 {
			tail := wordsBefore(text, at, at+i-n, 8)
			tail.End = at + i
			c.note(tail, report.Warning, fmt.Sprintf("“%s”话没有说完", escape.Clip(c.src.Slice(tail), 24)), "请核对定稿，把这一句补完整")
		}
		at += i + len("。")
	}
}

// brokenOff finds a paragraph at the end of a section that does not end there.
func (in *Input) brokenOff(c *collector, b *report.Block) {
	s := c.src.Slice(b.Span)
	last, size := utf8.DecodeLastRuneInString(s)
	tail := wordsBefore(c.src.Text, b.Span.Start, b.Span.End-size, 10)
	tail.End = b.Span.End
	switch {
	case strings.ContainsRune("：:", last) && !in.Words.CheckAnnouncing.In(s) && !strings.HasPrefix(s, "附"):
		c.add(tail, fmt.Sprintf("“%s”后面没有内容", escape.Clip(c.src.Slice(tail), 24)), "请补上冒号后面的内容；没有的，请删去这一句")
	case strings.ContainsRune("，、,", last), in.Words.CheckCutOff.Suffix(s) > 0:
		c.note(tail, report.Warning, fmt.Sprintf("这一段到“%s”就断了，话没有说完", escape.Clip(c.src.Slice(tail), 24)), "请核对定稿，把这一段补完整；说完了的，把末尾改成句号")
	}
}

// emptyPoints finds 三是 with nothing behind it: before the next mark, or at the end of a
// paragraph behind which no other text stands.
func (in *Input) emptyPoints(c *collector, block int) (found bool) {
	r := in.Report
	b := &r.Blocks[block]
	if b.Kind != report.BlockText {
		return false
	}
	text := c.src.Text[:b.Span.End]
	for at := b.Span.Start; ; {
		i := strings.Index(text[at:], "是")
		if i < 0 {
			return found
		}
		i += at
		at = i + len("是")
		from := len(strings.TrimRight(text[b.Span.Start:i], "一二三四五六七八九十")) + b.Span.Start
		before, after := prev(text, b.Span.Start, from), strings.TrimLeft(text[at:], " 　")
		ends := after == "" && (in.nothingFollows(block) || in.goesOnCounting(block))
		if from < i && (before == 0 || strings.ContainsRune("。；：，;", before)) && (ends || after != "" && strings.ContainsRune("。；;", firstRune(after))) {
			c.add(report.Span{Start: from, End: at}, fmt.Sprintf("“%s”后面没有内容", text[from:at]), "请补上这一条；没有这一条的，请删去“"+text[from:at]+"”")
			found = true
		}
	}
}

// goesOnCounting reports whether the paragraph behind a block counts on: 四是….
func (in *Input) goesOnCounting(block int) bool {
	r := in.Report
	if block+1 >= len(r.Blocks) || r.Blocks[block+1].Kind != report.BlockText {
		return false
	}
	s := r.Source.Slice(r.Blocks[block+1].Span)
	rest := strings.TrimLeft(s, "一二三四五六七八九十")
	return rest != s && strings.HasPrefix(rest, "是")
}

// stoodIn finds a paragraph that only keeps the place of one: 略, 同上, ……, ××××.
func (in *Input) stoodIn(c *collector, b *report.Block) (found bool) {
	const longest = 30 // bytes
	if b.Span.Len() > longest {
		return false
	}
	s := c.src.Slice(b.Span)
	if h := b.Heading; h >= 0 && c.src.Slice(b.Span) != "" && in.Report.Headings[h].Span.Start == b.Span.Start {
		s = strings.TrimPrefix(s, in.Report.Headings[h].Number)
	}
	bare := strings.Trim(s, "（）()【】[]。；. 　")
	dots := bare != "" && strings.Trim(bare, "…·") == ""
	if dots || bare != "" && strings.TrimFunc(bare, isBlankMark) == "" && utf8.RuneCountInString(bare) > 1 || in.Words.CheckStandIns.Has(bare) {
		c.add(b.Span, fmt.Sprintf("“%s”处的内容还没有写", s), "请补上这一段；不写的，请删去")
		return true
	}
	return false
}
