package share

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Where things stand, in pixels.
const (
	middle    = Width / 2
	side      = 60  // kept free on either side
	stripTop  = 556 // of the strip with the portal's name
	square    = 630 // the width that WeChat leaves
	unitSize  = 30
	labelSize = 27
)

// titles are the sizes of the title, the largest first, with the width and the
// lines that each may fill.
var titles = []struct{ size, width, lines int }{{52, square - 10, 2}, {47, square - 10, 2}, {42, square - 10, 2}, {38, 860, 3}}

// numbers are the sizes of the figures; one is chosen for all.
var numbers = []int{72, 60, 50, 40}

// canvases are reused: one is most of a megabyte.
var canvases = sync.Pool{New: func() any { return new(canvas) }}

// Draw is the picture of a card as a PNG file. ok is false when the font has not
// all its characters, or they do not fit.
func (p *Pen) Draw(card *Card) (png []byte, ok bool, err error) {
	c := canvases.Get().(*canvas)
	defer canvases.Put(c)
	c.rectangle(0, 0, Width, stripTop, paper)
	c.rectangle(0, stripTop, Width, Height, panel)
	c.rectangle(0, 0, Width, 10, rule)
	d := drawing{p, c, true}
	d.head(card)
	d.figures(card.figures())
	d.centre(strings.TrimSpace(card.Site), middle, 602, 26, 2*middle-2*side, foot)
	if !d.ok {
		return nil, false, nil
	}
	png, err = encode(c, card.Key())
	return png, err == nil, err
}

// drawing draws text until a character is missing or does not fit.
type drawing struct {
	pen *Pen
	c   *canvas
	ok  bool
}

// head draws who reports on which year, the title, and the red line under it
// that Chinese official documents have.
func (d *drawing) head(card *Card) {
	d.centre(card.Body+"　"+strconv.Itoa(card.Year)+"年度", middle, 80, 30, Width-2*side, soft)
	var lines []string
	size := 0
	for _, t := range titles {
		if lines = d.split(card.Title, t.size, t.width, t.lines); lines != nil {
			size = t.size
			break
		}
	}
	if lines == nil {
		d.ok = false
		return
	}
	height := size * 7 / 5
	y := 186 + size/3 - (len(lines)-1)*height/2
	if len(lines) > 2 {
		y += 10 // the line above keeps its distance
	}
	for _, l := range lines {
		d.bold(l, middle-d.width(l, size)/2, y, size, black)
		y += height
	}
	d.c.rectangle(middle-90, 290, middle+90, 293, rule)
}

// figures draws the numbers in columns of one width, so that the middle ones
// stay whole in a square.
func (d *drawing) figures(list []Figure) {
	if len(list) == 0 {
		return
	}
	column := min((Width-2*side)/len(list), 360)
	for _, size := range numbers {
		widest := 0
		for _, f := range list {
			widest = max(widest, d.figureWidth(f, size))
		}
		if widest > column-20 {
			continue
		}
		x := middle - column*len(list)/2 + column/2
		for _, f := range list {
			d.figure(f, x, size, column-24)
			x += column
		}
		return
	}
	d.ok = false
}

const unitGap = 6

func (d *drawing) figureWidth(f Figure, size int) int {
	if f.Unit == "" {
		return d.width(f.Number, size)
	}
	return d.width(f.Number, size) + unitGap + d.width(f.Unit, unitSize)
}

// figure draws a number with its unit, and below it what it counts.
func (d *drawing) figure(f Figure, x, size, width int) {
	total := d.figureWidth(f, size)
	d.bold(f.Number, x-total/2, 408, size, blue)
	d.text(f.Unit, x-total/2+total-d.width(f.Unit, unitSize), 408, unitSize, blue)
	for i, l := range d.labels(f.Label, width) {
		d.text(l, x-d.width(l, labelSize)/2, 466+i*40, labelSize, soft)
	}
}

// labels are the lines of what is counted, at most two.
func (d *drawing) labels(label string, width int) []string {
	lines := d.split(label, labelSize, width, 2)
	if lines == nil {
		d.ok = false
	}
	return lines
}

// centre draws a line in the middle; one that is too wide is no picture.
func (d *drawing) centre(s string, x, y, size, most int, of ink) {
	if w := d.width(s, size); w <= most {
		d.text(s, x-w/2, y, size, of)
		return
	}
	d.ok = false
}

// text draws a line that begins at x.
func (d *drawing) text(s string, x, y, size int, of ink) {
	for _, r := range s {
		g := d.pen.glyph(r, size)
		if g == nil {
			d.ok = false
			return
		}
		d.c.put(g, x, y, of)
		x += g.advance
	}
}

// bold draws a line twice, a pixel apart: the font has one weight.
func (d *drawing) bold(s string, x, y, size int, of ink) {
	d.text(s, x, y, size, of)
	d.text(s, x+1, y, size, of)
}

// width is that of a line.
func (d *drawing) width(s string, size int) int {
	w := 0
	for _, r := range s {
		if g := d.pen.glyph(r, size); g != nil {
			w += g.advance
		} else {
			d.ok = false
		}
	}
	return w
}

// split breaks s into lines of about the same length, as few as hold it; nil
// when most lines do not. Neither a number nor a mark is torn off.
func (d *drawing) split(s string, size, width, most int) []string {
	total := d.width(s, size)
	for n := max(1, (total+width-1)/width); n <= most; n++ {
		if lines := d.breakInto(s, size, width, n, total); lines != nil {
			return lines
		}
	}
	return nil
}

func (d *drawing) breakInto(s string, size, width, n, total int) []string {
	var lines []string
	for ; n > 1; n-- {
		at, best := 0, 1<<30
		w, ends := 0, breaks(s)
		for i, r := range s {
			cost := abs(w - total/n)
			if tears(s, i) {
				cost += width
			}
			if ends[i] && w <= width && cost < best {
				at, best = i, cost
			}
			w += d.width(string(r), size)
		}
		if at == 0 {
			return nil
		}
		lines = append(lines, s[:at])
		s = s[at:]
		total = d.width(s, size)
	}
	if d.width(s, size) > width {
		return nil
	}
	return append(lines, s)
}

// breaks are the places in s before which a line may end, as Unicode's rules for
// breaking lines (UAX #14) have them. They would part a number from its unit, a
// year from its 年 and the characters of a name, and begin a line with a point in
// the middle (行政许可·办结).
func breaks(s string) map[int]bool {
	places := map[int]bool{}
	at, state := 0, -1
	for at < len(s) {
		segment, _, _, next := uniseg.FirstLineSegmentInString(s[at:], state)
		at, state = at+len(segment), next
		if at < len(s) && !joined(s, at) {
			places[at] = true
		}
	}
	return places
}

// Names are never torn at the end of a line, on pictures and on pages.
var Names = []string{"习近平"}

// joined reports whether what stands before s[at] and what follows are one: 3938
// and 件, 3.5万 and 件, 习 and 近平, 行政许可 and ·.
func joined(s string, at int) bool {
	next, _ := utf8.DecodeRuneInString(s[at:])
	if strings.ContainsRune("·・•‧", next) {
		return true
	}
	number := strings.TrimRight(s[:at], "万亿余多")
	if number != "" && '0' <= number[len(number)-1] && number[len(number)-1] <= '9' && unicode.Is(unicode.Han, next) {
		return true
	}
	for _, name := range Names {
		from := max(0, at-len(name)+1)
		if i := strings.Index(s[from:min(len(s), at+len(name)-1)], name); i >= 0 {
			return true
		}
	}
	return false
}

// whole are words of titles and labels that read badly when they are torn.
var whole = []string{"法治政府", "法治", "政府", "建设", "年度", "工作", "情况", "报告", "安排", "关于", "委员会", "办公室", "司法局", "执法局", "管理局", "监督局", "行政", "综合", "执法",
	"群众", "法律援助", "法律", "援助", "调解", "纠纷", "矛盾", "案件", "审查", "规范性文件", "文件", "复议", "诉讼", "培训", "人员", "费用", "减免", "处罚", "事项", "合同"}

// tears reports whether a line that ends before s[i] tears one of those words.
func tears(s string, i int) bool {
	for _, w := range whole {
		from := max(0, i-len(w)+1)
		if at := strings.Index(s[from:min(len(s), i+len(w)-1)], w); at >= 0 {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
