package word

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// levels is how many levels a list has.
const levels = 9

// maxLevelText bounds what is written around numbers, in bytes.
const maxLevelText = 200

// maxLists bounds the lists of each kind that are kept.
const maxLists = 50_000

// listLevel is how one level of a list is numbered.
type listLevel struct {
	start   int
	format  string
	text    string // 第%1章
	suffix  string // tab, space or nothing
	legal   bool   // all numbers in digits: 1.2 below 一、
	restart int    // 0 never; n when a level above n counts on; -1 as usual
	style   string // the style of paragraphs that is numbered so
	hidden  bool
	picture bool // a picture stands for the number
	font    string
}

// list is a definition of numbers. Its counters are its own: two lists of
// paragraphs that share it count on.
type list struct {
	id     int
	levels [levels]listLevel
	link   string // the style of lists that has the definition
	counts [levels]int
	used   [levels]bool
}

// use is a definition as paragraphs use it, with what differs for them.
type use struct {
	list   int
	starts [levels]int // -1: as in the definition
	levels [levels]*listLevel
	begun  [levels]bool
}

// numbering are the lists of a document.
type numbering struct {
	lists map[int]*list
	uses  map[int]*use
}

func (p *parts) readNumbering(name string) (*numbering, error) {
	n := &numbering{lists: map[int]*list{}, uses: map[int]*use{}}
	r, err := p.open(name, maxPart)
	if r == nil || err != nil {
		return n, err
	}
	x := newTokens(r)
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return n, err
		}
		switch {
		case t.is("numbering"), t.is("lists"), t.kind == start && t.space == compatibleSpace && t.local != "Fallback":
		case t.is("abstractNum"), t.is("listDef"):
			err = n.readList(x, &t)
		case t.is("num"), t.is("list"):
			err = n.readUse(x, &t)
		case t.kind == start:
			err = x.skip()
		}
		if err != nil {
			return n, err
		}
	}
}

func (n *numbering) readList(x *tokens, t *token) error {
	l := &list{}
	for i := range l.levels {
		l.levels[i] = listLevel{start: 1, format: "decimal", restart: -1}
	}
	l.id, _ = wholeNumber(t.attr("abstractNumId") + t.attr("listDefId"))
	err := x.children(func(t *token) (bool, error) {
		switch {
		case t.is("lvl"):
			at, level, err := readLevel(x, t)
			if at >= 0 && at < levels {
				l.levels[at] = level
			}
			return true, err
		case t.is("numStyleLink"), t.is("listStyleLink"):
			l.link = t.val()
		}
		return false, nil
	})
	if n.lists[l.id] == nil && len(n.lists) < maxLists {
		n.lists[l.id] = l
	}
	return err
}

// readLevel reads a level and which it is.
func readLevel(x *tokens, t *token) (at int, l listLevel, err error) {
	at, ok := wholeNumber(t.attr("ilvl"))
	if !ok {
		at = -1
	}
	l = listLevel{start: 0, format: "decimal", restart: -1}
	err = l.read(x)
	return at, l, err
}

func (l *listLevel) read(x *tokens) error {
	chosen := false // of what is written in two ways, the first is Word's own
	return x.children(func(t *token) (bool, error) {
		switch {
		case t.kind == start && t.space == compatibleSpace:
			if t.local == "Choice" {
				chosen = true
			} else if t.local == "Fallback" && chosen {
				return false, nil
			}
			return true, l.read(x)
		case t.is("start"):
			l.start, _ = t.number()
		case t.is("numFmt"):
			if l.format = t.val(); l.format == "custom" {
				l.format = customFormat(t.attr("format"))
			}
		case t.is("nfc"):
			l.format = "none"
			if n, ok := t.number(); ok && n >= 0 && n < len(formats2003) {
				l.format = formats2003[n]
			}
		case t.is("lvlText"):
			l.text = clip(t.val(), maxLevelText)
		case t.is("suff"):
			l.suffix = strings.ToLower(t.val())
		case t.is("isLgl"):
			l.legal = t.on()
		case t.is("lvlRestart"):
			l.restart, _ = t.number()
		case t.is("pStyle"):
			l.style = t.val()
		case t.is("lvlPicBulletId"):
			l.picture = true
		case t.is("rPr"):
			look, err := readLook(x)
			l.hidden, l.font = look.vanish == yes, look.font
			return true, err
		}
		return false, nil
	})
}

func (n *numbering) readUse(x *tokens, t *token) error {
	u := &use{list: -1}
	for i := range u.starts {
		u.starts[i] = -1
	}
	id, ok := wholeNumber(t.attr("numId") + t.attr("ilfo"))
	err := x.children(func(t *token) (bool, error) {
		switch {
		case t.is("abstractNumId"), t.is("ilst"):
			u.list, _ = t.number()
		case t.is("lvlOverride"):
			at, _ := wholeNumber(t.attr("ilvl"))
			if at < 0 || at >= levels {
				return false, nil
			}
			return true, x.children(func(t *token) (bool, error) {
				switch {
				case t.is("startOverride"):
					if start, ok := t.number(); ok && start >= 0 {
						u.starts[at] = start
					}
				case t.is("lvl"):
					_, level, err := readLevel(x, t)
					u.levels[at] = &level
					return true, err
				}
				return false, nil
			})
		}
		return false, nil
	})
	if ok && id > 0 && n.uses[id] == nil && len(n.uses) < maxLists {
		n.uses[id] = u
	}
	return err
}

// definition is the list that a number refers to, through the styles of lists;
// nil without one.
func (n *numbering) definition(num int, styles *styles) (*use, *list) {
	u := n.uses[num]
	if u == nil {
		return nil, nil
	}
	l := n.lists[u.list]
	for hops := 0; l != nil && l.link != "" && hops < 10; hops++ {
		s := styles.get(l.link)
		if s == nil || !s.number.hasNum {
			break
		}
		next := n.uses[s.number.num]
		if next == nil || n.lists[next.list] == nil || next.list == l.id {
			break
		}
		l = n.lists[next.list]
	}
	return u, l
}

// level is how a level is numbered in a use of a list.
func (u *use) level(l *list, at int) *listLevel {
	if own := u.levels[at]; own != nil {
		return own
	}
	return &l.levels[at]
}

// start is the first number of a level.
func (u *use) start(l *list, at int) int {
	if u.starts[at] >= 0 {
		return u.starts[at]
	}
	return u.level(l, at).start
}

// next counts a paragraph and gives its number as printed, with the gap after it;
// "" without one.
func (n *numbering) next(of numbered, styles *styles) string {
	if !of.hasNum || of.num <= 0 {
		return ""
	}
	u, l := n.definition(of.num, styles)
	if l == nil {
		return ""
	}
	at := levelOf(of, u, l)
	l.count(u, at)
	level := u.level(l, at)
	if level.hidden {
		return ""
	}
	return withGap(l.print(u, at), level.suffix)
}

// levelOf is the level of a paragraph: what it or its styles say, or else the one
// that the list has for the style.
func levelOf(of numbered, u *use, l *list) int {
	if of.hasLevel {
		return min(max(of.level, 0), levels-1)
	}
	if of.by != "" {
		for at := range levels {
			if u.level(l, at).style == of.by {
				return at
			}
		}
	}
	return 0
}

func (l *list) count(u *use, at int) {
	switch {
	case u.starts[at] >= 0 && !u.begun[at]:
		l.counts[at] = u.starts[at]
	case l.used[at]:
		l.counts[at]++
	default:
		l.counts[at] = u.start(l, at)
	}
	u.begun[at], l.used[at] = true, true
	for above := range at {
		if !l.used[above] { // Word shows the level above as if it had begun
			l.counts[above], l.used[above] = u.start(l, above), true
		}
	}
	for below := at + 1; below < levels; below++ {
		switch restart := u.level(l, below).restart; {
		case restart < 0, restart > 0 && at < restart:
			l.used[below] = false
		}
	}
}

// print writes the number of a level that was just counted.
func (l *list) print(u *use, at int) string {
	level := u.level(l, at)
	if level.picture {
		return "•"
	}
	if level.format == "bullet" {
		return bulletText(level)
	}
	var b strings.Builder
	text := level.text
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 >= len(text) || text[i+1] < '1' || text[i+1] > '9' {
			b.WriteByte(text[i])
			continue
		}
		i++
		of := int(text[i] - '1')
		if of > at {
			continue
		}
		if !l.used[of] {
			l.counts[of], l.used[of] = u.start(l, of), true
		}
		if format := u.level(l, of).format; level.legal && format != "none" && format != "bullet" {
			b.WriteString(strconv.Itoa(l.counts[of]))
		} else {
			b.WriteString(formatNumber(format, l.counts[of]))
		}
	}
	return strings.ReplaceAll(b.String(), "\t", " ")
}

// bulletText is the sign of a list without numbers. Most are of fonts of symbols.
func bulletText(level *listLevel) string {
	var b strings.Builder
	for _, r := range level.text {
		if s, known := symbol(level.font, r); known {
			b.WriteString(s)
		} else {
			b.WriteString("•")
		}
	}
	return b.String()
}

// withGap puts the gap behind a number. A wide mark has one of its own: 一、 and
// （一） stand before their words as they are typed.
func withGap(number, suffix string) string {
	if number == "" || suffix == "nothing" {
		return number
	}
	if last, _ := utf8.DecodeLastRuneInString(number); strings.ContainsRune("、，。．：）】〕》」 ", last) {
		return number
	}
	return number + " "
}
