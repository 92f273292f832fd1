package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// How much of a report must be another's, in what its numbers weigh, for it to be
// a fault rather than chance: 办结126件 stands by chance in few reports of a hundred,
// 培训3次 in many.
const (
	leastRun      = 6  // clauses in a row that are last year's
	leastAll      = 12 // wherever they stand, of last year's report
	leastRunOther = 16 // likewise of another body's
	leastAllOther = 14
)

// stalePassage finds a report that repeats the sentences of another with their
// figures: those of the body's report on the year before, which nobody brought up
// to date, or those of another body. It is told once, with the places. What every
// report says without a number is not counted, nor are numbers of what there is
// (共有司法所14个), which may stay as they are.
//
// A text that is the other's from its first word to its last is an error.
func stalePassage(in *Input) []report.Finding {
	previous := in.LastYear.Previous
	if previous == nil && in.Neighbours == nil {
		return nil
	}
	stated := in.statedClauses(in.Body)
	var best overlap
	if previous != nil && previous.Source.Path != in.Report.Source.Path {
		best = stated.overlap(in.sketchOfLast(previous), true)
	}
	if in.Neighbours != nil {
		for _, sketch := range in.candidates(&stated) {
			if o := stated.overlap(sketch, sketch.Slug == in.Slug); o.weight > best.weight || o.weight == best.weight && o.size > best.size {
				best = o
			}
		}
	}
	if best.with != nil && !best.own && in.namesPlaceOf(best.with) {
		stated = in.statedClauses(slices.Concat(in.Body, best.with.Names))
		in.noteSecond(best.with, &stated)
		best = stated.overlap(best.with, false)
	}
	if f, ok := in.tellOverlap(&stated, &best); ok {
		return []report.Finding{f}
	}
	return nil
}

// sketchOfLast is the sketch of the report on the year before, which a portal has
// made already.
func (in *Input) sketchOfLast(previous *report.Report) *Sketch {
	if in.Neighbours != nil {
		if s := in.Neighbours.at(previous.Source.Path); s != nil && s.Slug == in.Slug && s.Year == previous.Year && slices.Equal(s.Names, in.Body) {
			return s
		}
	}
	sketch := SketchOf(Origin{Slug: in.Slug, Names: in.Body, Year: cmp.Or(previous.Year, in.year()-1), Path: previous.Source.Path}, previous.Source.Text)
	return &sketch
}

// namesPlaceOf reports whether the report has a name of another body, or of a place
// in one, that is none of its own.
func (in *Input) namesPlaceOf(s *Sketch) bool {
	own := placesOf(in.Body)
	return slices.ContainsFunc(placesOf(s.Names), func(name string) bool {
		return !slices.Contains(own, name) && strings.Contains(in.Report.Source.Text, name)
	})
}

// year is that of the name of the report's file, by which a portal knows it, or
// else the one that it says itself.
func (in *Input) year() int { return cmp.Or(in.Named, in.Report.Year) }

// statedText is the clauses of a report, with what the numbers in each weigh.
type statedText struct {
	clauses []weighed
	total   int // weight of all
}

// weighed is a clause of the report that is checked.
type weighed struct {
	clause
	figures  int  // how many it states
	weight   int  // what they weigh
	standing bool // they are of what there is, and may be the same next year
}

// statedClauses are the clauses of the report below its title, without names of
// bodies.
func (in *Input) statedClauses(of []string) statedText {
	r := in.Report
	var all statedText
	names := placesOf(of)
	next := 0 // in Figures
	for _, p := range paragraphs(r) {
		if p.kind == report.BlockTitle || p.kind == report.BlockMeta || p.kind == report.BlockClosing || p.span.Len() == 0 {
			continue
		}
		text := r.Source.Slice(p.span)
		sentence, standing := 0, false // where it ends
		eachClause(text, names, func(c clause) {
			if c.span.Start >= sentence {
				sentence = sentenceEndIn(text, c.span.End)
				standing = in.Words.CheckStanding.In(text[c.span.Start:sentence])
			}
			c.span = report.Span{Start: p.span.Start + c.span.Start, End: p.span.Start + c.span.End}
			w := weighed{clause: c, standing: standing}
			for ; next < len(r.Figures) && r.Figures[next].Span.Start < c.span.End; next++ {
				if f := &r.Figures[next]; f.Span.Start >= c.span.Start && !f.Hidden {
					w.figures++
					w.weight += weightOf(f)
				}
			}
			if !c.words {
				w.weight, w.figures, w.digits = 0, 0, false
			}
			all.total += w.weight
			all.clauses = append(all.clauses, w)
		})
	}
	return all
}

// sentenceEndIn is where the sentence ends that holds byte i of a text.
func sentenceEndIn(text string, i int) int {
	if n := strings.IndexFunc(text[i:], endsSentence); n >= 0 {
		return i + n
	}
	return len(text)
}

// endsSentence reports whether r ends a sentence or a part of one.
func endsSentence(r rune) bool {
	switch r {
	case '。', '；', '！', '？', '\n':
		return true
	}
	return false
}

// weightOf says how unlikely it is that a figure has its value by chance: 4832 and
// 98.2 weigh two, 42 and 4800 one, 5 and 300 nothing. A goal is often the same one.
func weightOf(f *report.Figure) int {
	digits := strings.Trim(f.Value, "-.0")
	weight := min(max(len(digits)-strings.Count(digits, ".")-1, 0), 2)
	if f.Target || f.Approx != "" {
		weight = min(weight, 1)
	}
	return weight
}

// overlap is what a report has in common with another.
type overlap struct {
	with    *Sketch
	own     bool          // it is an earlier report of the body itself
	weight  int           // of the numbers that both state, in the same clauses
	clauses int           // how many these are
	run     int           // the weight of the heaviest clauses in a row
	places  []report.Span // the clauses, those in a row together
	size    int           // in characters, of all clauses that both have, with numbers or not
	whole   int           // of all clauses
	misses  int           // clauses with a number that the other does not have
}

// candidates are the reports that a report is held against, which is noted.
func (in *Input) candidates(t *statedText) []*Sketch {
	c := &Compared{slug: in.Slug, year: in.year(), signed: signedOn(in.Report.Source.Text), clauses: make([]counted, len(t.clauses))}
	for i := range t.clauses {
		clause := &t.clauses[i]
		c.clauses[i].hash = clause.hash
		if clause.finds() {
			c.clauses[i].count = 1 + 4*clause.weight
		}
	}
	in.Compared, in.against = c, in.Neighbours.candidates(c)
	c.result = c.resultOf(in.against)
	return in.against
}

// noteSecond notes that a report is held against another once more.
func (in *Input) noteSecond(with *Sketch, t *statedText) {
	c := in.Compared
	if c == nil {
		return
	}
	c.second, c.again = with.Path, make([]uint64, len(t.clauses))
	for i := range t.clauses {
		c.again[i] = t.clauses[i].hash
	}
	c.result = c.resultOf(in.against)
}

// signedAfter reports whether a report was signed on a later day than another, where
// both say on which. One text in two folders has one day: both are told.
func (s *Sketch) signedAfter(day int) bool { return day > 0 && s.signed > day }

// overlap compares the clauses with those of another report.
func (t *statedText) overlap(s *Sketch, own bool) overlap {
	o := overlap{with: s, own: own}
	run, inRow := 0, false
	for i := range t.clauses {
		c := &t.clauses[i]
		o.whole += c.size
		found := s.has(c.hash)
		if found {
			o.size += c.size
		}
		switch {
		case !found && (c.figures > 0 || c.digits):
			o.misses++
			run, inRow = 0, false
		case !found || c.figures == 0 || own && c.standing:
		default:
			o.clauses++
			o.weight += c.weight
			switch n := len(o.places); {
			case c.weight == 0:
			case inRow:
				o.places[n-1].End = c.span.End
			default:
				o.places, inRow = append(o.places, c.span), true
			}
			run += c.weight
			o.run = max(o.run, run)
		}
	}
	return o
}

// isWhole reports whether a report is nothing but the other: all of its clauses,
// and every number, but for what the names and the years change.
func (o *overlap) isWhole() bool {
	const leastText = 200 // characters
	return o.whole >= leastText && o.misses == 0 && 100*o.size >= 98*o.whole
}

// isStale reports whether the numbers that both state are too many for chance.
func (o *overlap) isStale(total int) bool {
	switch {
	case o.with == nil:
		return false
	case o.own:
		return o.run >= leastRun || o.weight >= leastAll && 8*o.weight >= total
	}
	return o.run >= leastRunOther || o.weight >= leastAllOther && 4*o.weight >= total
}

// tellOverlap is the finding about what a report has in common with another.
func (in *Input) tellOverlap(t *statedText, o *overlap) (report.Finding, bool) {
	isWhole := o.with != nil && o.isWhole()
	if !isWhole && !o.isStale(t.total) || isWhole && !o.own && !o.with.named && namesAny(in.Report.Source.Text, in.Body) {
		return report.Finding{}, false // or the other is this one, in a wrong folder
	}
	r := in.Report
	f := r.Source.FindingAt(headSpan(r), rule.StalePassage, report.Warning, "", "")
	whose := "本单位"
	if !o.own && len(o.with.Names) > 0 {
		whose = "“" + o.with.Names[0] + "”"
	}
	whose += fmt.Sprintf(" %d 年的报告（%s）", o.with.Year, o.with.Path)
	switch {
	case isWhole && o.own:
		f.Severity = report.Error
		f.Message = fmt.Sprintf("这份报告除了年份，与%s从头到尾一字不差", whose)
		f.Suggestion = fmt.Sprintf("请核对是不是把旧报告改了年份就放进来了，换成 %d 年度的定稿；如果放错的是另一份，请改那一份", in.year())
	case isWhole:
		f.Rule, f.Severity = rule.ForeignBody, report.Error
		f.Message = fmt.Sprintf("这份报告除了单位名称，与%s从头到尾一字不差", whose)
		f.Suggestion = "请核对两份报告各是哪个单位的，放错的那一份换成定稿"
	default:
		stated := t.statedCount()
		f.Message = fmt.Sprintf("%d 个写了数字的分句里，有 %d 个连同数字与%s一字不差，在%s", stated, min(o.clauses, stated), whose, in.linesOf(o.places))
		f.Suggestion = "请逐处核对是不是忘了换成今年的数；确实没有变的，可在 .toml 中写明理由"
		if !o.own {
			f.Suggestion = "请逐处核对这些数是不是本单位的；两个单位一起做的事，可在 .toml 中写明理由"
		}
	}
	return f, true
}

// headSpan is the first line of the title, or of the text where it has none.
func headSpan(r *report.Report) report.Span {
	for i := range r.Blocks {
		if r.Blocks[i].Kind == report.BlockTitle {
			return r.Blocks[i].Span
		}
	}
	if len(r.Blocks) == 0 {
		return report.Span{}
	}
	return words(r.Source.Text, r.Blocks[0].Span.Start, r.Blocks[0].Span.End, 30)
}

// statedCount is how many clauses state a number.
func (t *statedText) statedCount() int {
	n := 0
	for i := range t.clauses {
		if t.clauses[i].figures > 0 {
			n++
		}
	}
	return n
}

// linesOf says in which lines places stand:
// 第 6、9 至 12 行, and of many 等.
func (in *Input) linesOf(places []report.Span) string {
	const most = 12
	var lines [][2]int
	for _, sp := range places {
		from, to := in.Report.Source.Line(sp.Start), in.Report.Source.Line(sp.End)
		if n := len(lines); n > 0 && from <= lines[n-1][1]+1 {
			lines[n-1][1] = max(lines[n-1][1], to)
			continue
		}
		lines = append(lines, [2]int{from, to})
	}
	var b strings.Builder
	for k, l := range lines[:min(len(lines), most)] {
		if k > 0 {
			b.WriteString("、")
		}
		fmt.Fprintf(&b, "%d", l[0])
		if l[1] > l[0] {
			fmt.Fprintf(&b, " 至 %d", l[1])
		}
	}
	if len(lines) > most {
		return fmt.Sprintf("第 %s 等行", b.String())
	}
	return fmt.Sprintf("第 %s 行", b.String())
}
