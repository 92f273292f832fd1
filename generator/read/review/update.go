package review

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Updated is what came of the entries of a settings file when it was brought up to a
// report that had changed.
type Updated struct {
	Kept    int // as they were
	Moved   int // whose sentence or number changed: draft again, with what staff had decided
	Lost    int // of which nothing is left in the report: now comments
	Added   int // for figures that had none
	Awaited int // that nobody has confirmed
	Planned int // for items of last year's plan that had none
}

// Update brings a report's <year>.toml, the bytes raw of the file at path, up to the
// report, of which r is what the program reads by itself, and plan what it finds of last year's plan. Of what staff wrote nothing
// is lost: entries that still hold stay byte for byte; one whose sentence or number
// has changed is written anew with its label, its indicator and what it hides, to be
// confirmed again; one that nothing in the report can be meant by becomes a comment.
// Waivers, disclosure and comments are not touched. A file with faults is not
// updated: they come back.
func Update(r *report.Report, plan Plan, path string, raw []byte, words *lexicon.Lexicon) ([]byte, Updated, []report.Finding) {
	rv, findings := Parse(path, raw)
	if report.Failed(findings) {
		return nil, Updated{}, findings
	}
	u := updater{rv: rv, r: r, lines: strings.SplitAfter(string(raw), "\n"), figureOf: map[int]int{}, entryOf: map[int]int{}, passages: &passages{text: r.Source.Text}}
	if f, ok := u.divide(); !ok {
		return nil, Updated{}, []report.Finding{f}
	}
	a := rv.figures(r, words)
	for i := range r.Figures {
		if e, ok := a.entryOf[r.Figures[i].ID]; ok {
			u.figureOf[e], u.entryOf[i] = i, e
		}
	}
	moved := u.move()
	text := u.write(moved, u.planned(plan))
	return text, u.done, nil
}

// updater writes a settings file anew.
type updater struct {
	rv       *Review
	r        *report.Report
	lines    []string
	parts    []part
	figureOf map[int]int // index of the figure of each entry that holds
	entryOf  map[int]int // and the other way round
	passages *passages
	done     Updated
}

// part is lines of the file: an entry about a figure with the comments on top of it,
// or what stands between such entries.
type part struct {
	entry      int // -1 between them
	start, end int
	header     int // the line of [[figure]]
}

var figureHeader = regexp.MustCompile(`^\s*\[\[\s*figure\s*\]\]`)

// divide finds the parts of the file. It fails where entries are written in another
// form than a table each, which TOML has too.
func (u *updater) divide() (report.Finding, bool) {
	var heads []int // lines of all tables, from 0
	for i := range u.rv.file.Waivers {
		heads = append(heads, u.rv.doc.Line("waiver", i)-1)
	}
	for i := range u.rv.file.Corrections {
		heads = append(heads, u.rv.doc.Line("correction", i)-1)
	}
	for i := range u.rv.file.Promises {
		heads = append(heads, u.rv.doc.Line("promise", i)-1)
	}
	heads = append(heads, u.rv.doc.Line("disclosure")-1, u.rv.doc.Line("disclosure", "source")-1)
	entries := map[int]int{}
	for i := range u.rv.file.Figures {
		head := u.rv.doc.Line("figure", i) - 1
		if head < 0 || head >= len(u.lines) || !figureHeader.MatchString(u.lines[head]) {
			return u.rv.fault(rule.BadValue, "这个文件里的数字没有写成一段一段的 [[figure]]，程序不能更新它", "请把每个数字写成一段 [[figure]]，再运行一次。", "figure", i), false
		}
		heads, entries[head] = append(heads, head), i
	}
	slices.Sort(heads)
	from := 0
	for k, head := range heads {
		i, ok := entries[head]
		if !ok {
			continue
		}
		end := len(u.lines)
		if k+1 < len(heads) {
			end = heads[k+1]
		}
		for end > head+1 && isRemark(u.lines[end-1]) { // which belongs to what follows
			end--
		}
		start := head
		for start > from && strings.HasPrefix(u.lines[start-1], "#") {
			start--
		}
		u.parts = append(u.parts, part{-1, from, start, 0}, part{i, start, end, head})
		from = end
	}
	u.parts = append(u.parts, part{-1, from, len(u.lines), 0})
	return report.Finding{}, true
}

// isRemark reports whether a line is empty or a comment.
func isRemark(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}

// mostPairs bounds how many entries and figures are held against each other: a file of
// hostile size is not to take hours.
const mostPairs = 1_000_000

// move finds the figures that entries which do not hold any more are about: the
// likest one that no other entry is about.
func (u *updater) move() map[int]int {
	var free []int
	for i := range u.r.Figures {
		if _, taken := u.entryOf[i]; !taken {
			if _, ok := draftable(u.r, &u.r.Figures[i]); ok {
				free = append(free, i)
			}
		}
	}
	moved := map[int]int{}
	entries := u.rv.file.Figures
	if len(free)*(len(entries)-len(u.figureOf)) > mostPairs {
		return moved
	}
	pairs := make([]map[string]int, len(free))
	for k, i := range free {
		pairs[k] = bigrams(u.r.Figures[i].Quote)
	}
	for e := range entries {
		if _, holds := u.figureOf[e]; holds {
			continue
		}
		best, least := -1, 0.6
		of := bigrams(entries[e].Quote)
		for k, i := range free {
			if i < 0 {
				continue
			}
			if score := likeness(of, pairs[k]) + likelier(&entries[e], &u.r.Figures[i]); score >= least {
				best, least = k, score+1e-9 // of two alike the first
			}
		}
		if best >= 0 {
			moved[e], u.entryOf[free[best]], free[best] = free[best], e, -1
		}
	}
	return moved
}

// likelier is how much value, unit and label speak for a figure.
func likelier(e *figureEntry, f *report.Figure) float64 {
	score := 0.0
	if sameUnit(f.Unit, unitText(e)) {
		score += 0.1
		if sameValue(f.Value, string(e.Value)) {
			score += 0.2
		}
	} else if e.Unit != nil {
		score -= 0.3
	}
	if e.Label != "" && e.Label == f.Label {
		score += 0.2
	}
	return score
}

// bigrams counts the pairs of characters of words without their digits: a number that
// changed leaves its sentence what it is.
func bigrams(words string) map[string]int {
	var chars []rune
	for _, r := range words {
		if r < '0' || r > '9' {
			chars = append(chars, r)
		}
	}
	pairs := map[string]int{}
	for i := range max(0, len(chars)-1) {
		pairs[string(chars[i:i+2])]++
	}
	return pairs
}

// likeness is the share of pairs that two quotes have in common (Dice), from 0 to 1.
func likeness(a, b map[string]int) float64 {
	common, all := 0, 0
	for p, n := range a {
		common += 2 * min(n, b[p])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all)
}

// write is the file anew, with entries about a plan at its end.
func (u *updater) write(moved map[int]int, planned string) []byte {
	fresh := u.fresh()
	var out bytes.Buffer
	first := true
	for k, p := range u.parts {
		if p.entry < 0 {
			text := strings.Join(u.lines[p.start:p.end], "")
			last := k == len(u.parts)-1
			if last && first { // no entry in the whole file
				out.WriteString(text)
				u.endLine(&out)
				out.WriteString(fresh[-1])
				continue
			}
			out.WriteString(text)
			continue
		}
		if first {
			out.WriteString(strings.TrimPrefix(fresh[-1], "\n"))
			if fresh[-1] != "" {
				out.WriteString("\n")
			}
		}
		first = false
		u.entry(&out, p, moved)
		if fresh[p.entry] != "" {
			u.endLine(&out)
			out.WriteString(fresh[p.entry])
		}
	}
	if planned != "" {
		u.endLine(&out)
		out.WriteString(planned)
	}
	if bytes.Contains(out.Bytes(), []byte("\r\n")) {
		return bytes.ReplaceAll(bytes.ReplaceAll(out.Bytes(), []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	}
	return out.Bytes()
}

// endLine ends a last line that has no end.
func (u *updater) endLine(out *bytes.Buffer) {
	if n := out.Len(); n > 0 && out.Bytes()[n-1] != '\n' {
		out.WriteByte('\n')
	}
}

// entry writes one entry: as it was, moved, or as a comment.
func (u *updater) entry(out *bytes.Buffer, p part, moved map[int]int) {
	e := &u.rv.file.Figures[p.entry]
	remarks, lines := u.lines[p.start:p.header], u.lines[p.header:p.end]
	if i, holds := u.figureOf[p.entry]; holds {
		u.done.Kept++
		if e.isDraft() {
			u.done.Awaited++
		}
		for _, line := range remarks {
			out.WriteString(renumbered(line, u.r.Figures[i].Line))
		}
		out.WriteString(strings.Join(lines, ""))
		return
	}
	if i, ok := moved[p.entry]; ok {
		u.done.Moved++
		u.done.Awaited++
		for _, line := range remarks {
			if !lineNumber.MatchString(strings.TrimSpace(line)) {
				out.WriteString(line)
			}
		}
		if !e.isDraft() {
			fmt.Fprintf(out, "# 原文有改动，请重新核对。原来写的是：%s %s%s\n", strings.Join(strings.Fields(e.Quote), " "), e.Value, unitOf(e))
		}
		out.WriteString(strings.TrimPrefix(u.draftOf(i, e), "\n"))
		return
	}
	u.done.Lost++
	for _, line := range remarks {
		if !lineNumber.MatchString(strings.TrimSpace(line)) {
			out.WriteString(line)
		}
	}
	out.WriteString("# 报告里已经没有这个数，这一段不起作用了；确定不用的，请删去：\n")
	for _, line := range lines {
		out.WriteString("# " + line)
	}
}

var lineNumber = regexp.MustCompile(`^# 第 \d+ 行$`)

// renumbered is a comment above an entry; one that says where its figure stands says
// where it stands now.
func renumbered(comment string, line int) string {
	if !lineNumber.MatchString(strings.TrimSpace(comment)) {
		return comment
	}
	return lineNote(line) + comment[len(strings.TrimRight(comment, "\r\n")):]
}

// draftOf is an entry for figure i with what staff had decided in another.
func (u *updater) draftOf(i int, e *figureEntry) string {
	f := &u.r.Figures[i]
	before := *f
	defer func() { *f = before }()
	f.Reviewed, f.Hidden = false, e.Hide
	if e.Label != "" {
		f.Label = e.Label
	}
	if e.Indicator != nil {
		f.Indicator, f.Settled = *e.Indicator, true
	}
	if e.Series != nil {
		f.Series = *e.Series
	}
	var b bytes.Buffer
	draftFigure(&b, u.r, u.passages, i)
	return b.String()
}

// fresh are entries for figures that have none, each with those of the entry behind
// which they stand in the text; -1 for those before all.
func (u *updater) fresh() map[int]string {
	texts := map[int]string{}
	behind := -1
	for i := range u.r.Figures {
		if e, ok := u.entryOf[i]; ok {
			behind = e
			continue
		}
		if _, ok := draftable(u.r, &u.r.Figures[i]); !ok {
			continue
		}
		var b bytes.Buffer
		draftFigure(&b, u.r, u.passages, i)
		texts[behind] += b.String()
		u.done.Added++
		u.done.Awaited++
	}
	return texts
}
