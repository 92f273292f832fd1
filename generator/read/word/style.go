package word

import "strings"

// toggle is a property that is on, off, or not spoken of.
type toggle int8

const (
	unsaid toggle = iota
	no
	yes
)

func toggled(on bool) toggle {
	if on {
		return yes
	}
	return no
}

// look is what is known of how words look: what decides whether they are seen,
// and as which characters.
type look struct {
	vanish, special, strike, doubleStrike toggle
	font                                  string // of Latin characters and symbols
	color, highlight, shade               string
	half                                  int    // size in half points, 0 unsaid
	raised                                string // superscript, subscript
	style                                 string // of characters
	changed                               bool   // a tracked change of the look itself
	inserted, deleted, moved              bool   // of the mark of a paragraph
}

// over lays direct properties over those below.
func (l look) over(below look) look {
	pick := func(a, b toggle) toggle {
		if a != unsaid {
			return a
		}
		return b
	}
	l.vanish, l.special = pick(l.vanish, below.vanish), pick(l.special, below.special)
	l.strike, l.doubleStrike = pick(l.strike, below.strike), pick(l.doubleStrike, below.doubleStrike)
	first := func(a *string, b string) {
		if *a == "" {
			*a = b
		}
	}
	first(&l.font, below.font)
	first(&l.color, below.color)
	first(&l.highlight, below.highlight)
	first(&l.shade, below.shade)
	first(&l.raised, below.raised)
	if l.half == 0 {
		l.half = below.half
	}
	return l
}

// across lays the style of characters over that of the paragraph. What both turn
// on is off: the one is an exception in the other.
func (l look) across(below look) look {
	both := func(a, b toggle) bool { return a == yes && b == yes }
	all := l.over(below)
	if both(l.vanish, below.vanish) {
		all.vanish = no
	}
	if both(l.strike, below.strike) {
		all.strike = no
	}
	return all
}

// style is a style of paragraphs, characters, tables or lists.
type style struct {
	id, name, kind, base string
	standard             bool
	number               numbered
	outline              int // 1 to 9, 0 unsaid, 10 text
	look                 look
	borders              borders

	resolved bool
}

// numbered is what a paragraph or a style says of its number. Each half comes from
// the nearest that says it.
type numbered struct {
	num, level       int
	hasNum, hasLevel bool
	by               string // the style that named num
}

// borders are the lines of a table: said and drawn, of its six.
type borders struct{ said, drawn int }

// styles are those of a document.
type styles struct {
	all      map[string]*style
	usual    map[string]*style // the standard one of each kind
	document look              // of all words
}

// maxStyles bounds the styles that are kept.
const maxStyles = 20_000

func (p *parts) readStyles(name string) (*styles, error) {
	s := &styles{all: map[string]*style{}, usual: map[string]*style{}}
	r, err := p.open(name, maxPart)
	if r == nil || err != nil {
		return s, err
	}
	x := newTokens(r)
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return s, err
		}
		switch {
		case t.is("rPrDefault"), t.is("styles"), t.is("docDefaults"):
		case t.is("rPr"):
			if s.document, err = readLook(x); err != nil {
				return s, err
			}
		case t.is("style"):
			read, err := readStyle(x, &t)
			if err != nil {
				return s, err
			}
			if len(s.all) < maxStyles && s.all[read.id] == nil {
				s.all[read.id] = read
				if read.standard && s.usual[read.kind] == nil {
					s.usual[read.kind] = read
				}
			}
		case t.kind == start:
			if err := x.skip(); err != nil {
				return s, err
			}
		}
	}
}

func readStyle(x *tokens, t *token) (*style, error) {
	s := &style{id: t.attr("styleId"), kind: t.attr("type"), standard: t.has("default") && t.attr("default") != "0" && t.attr("default") != "false"}
	return s, x.children(func(t *token) (bool, error) {
		switch {
		case t.is("name"):
			s.name = t.val()
		case t.is("basedOn"):
			s.base = t.val()
		case t.is("pPr"):
			p, err := readParagraphProperties(x)
			s.number, s.outline = p.number, p.outline
			return true, err
		case t.is("rPr"):
			var err error
			s.look, err = readLook(x)
			return true, err
		case t.is("tblPr"), t.is("tblStylePr"):
			b, err := readBorders(x)
			s.borders.said |= b.said
			s.borders.drawn |= b.drawn
			return true, err
		}
		return false, nil
	})
}

// get is a style with all that it takes from those it is based on; nil when there
// is none of that id.
func (s *styles) get(id string) *style {
	own := s.all[id]
	if own == nil || own.resolved {
		return own
	}
	chain := []*style{own}
	seen := map[string]bool{id: true}
	for at := s.all[own.base]; at != nil && !seen[at.id]; at = s.all[at.base] {
		seen[at.id] = true
		chain = append(chain, at)
		if at.resolved {
			break
		}
	}
	for i := len(chain) - 1; i >= 0; i-- {
		at := chain[i]
		if at.resolved {
			continue
		}
		at.resolved = true
		if at.number.hasNum {
			at.number.by = at.id
		}
		if i+1 < len(chain) {
			at.inherit(chain[i+1])
		}
	}
	return own
}

func (s *style) inherit(from *style) {
	s.look = s.look.over(from.look)
	s.number = s.number.over(from.number)
	if s.outline == 0 {
		s.outline = from.outline
	}
	if s.borders.said == 0 {
		s.borders = from.borders
	}
}

func (n numbered) over(below numbered) numbered {
	if !n.hasNum {
		n.num, n.hasNum, n.by = below.num, below.hasNum, below.by
	}
	if !n.hasLevel {
		n.level, n.hasLevel = below.level, below.hasLevel
	}
	return n
}

// readLook reads properties of characters, whose start was read.
func readLook(x *tokens) (look, error) {
	var l look
	return l, x.children(func(t *token) (bool, error) {
		if t.space != wordSpace {
			return false, nil
		}
		switch t.local {
		case "vanish":
			l.vanish = toggled(t.on())
		case "specVanish":
			l.special = toggled(t.on())
		case "strike":
			l.strike = toggled(t.on())
		case "dstrike":
			l.doubleStrike = toggled(t.on())
		case "rFonts":
			if l.font = t.attr("ascii"); l.font == "" {
				l.font = t.attr("hAnsi")
			}
			if isSymbolFont(t.attr("hAnsi")) {
				l.font = t.attr("hAnsi")
			}
		case "color":
			l.color = strings.ToUpper(t.val())
		case "highlight":
			l.highlight = t.val()
		case "shd":
			l.shade = t.attr("fill")
		case "sz":
			l.half, _ = t.number()
		case "vertAlign":
			l.raised = t.val()
		case "rStyle":
			l.style = t.val()
		case "rPrChange":
			l.changed = true
		case "ins":
			l.inserted = true
		case "del":
			l.deleted = true
		case "moveFrom":
			l.deleted, l.moved = true, true
		case "moveTo":
			l.inserted, l.moved = true, true
		}
		return false, nil
	})
}

// paragraphProperties are what a paragraph or its style says of it.
type paragraphProperties struct {
	style   string
	number  numbered
	outline int
	mark    look // of the sign at its end
	initial bool // one large letter: the paragraph is the head of the next one
	changed bool // a tracked change of these properties
	shade   string
}

func readParagraphProperties(x *tokens) (paragraphProperties, error) {
	var p paragraphProperties
	return p, x.children(func(t *token) (bool, error) {
		if t.space != wordSpace {
			return false, nil
		}
		switch t.local {
		case "pStyle":
			p.style = t.val()
		case "numPr", "listPr":
			return true, x.children(func(t *token) (bool, error) {
				n, ok := t.number()
				switch t.local {
				case "ilvl":
					p.number.level, p.number.hasLevel = n, ok
				case "numId", "ilfo":
					p.number.num, p.number.hasNum = n, ok
				case "ins", "numberingChange":
					p.changed = true
				}
				return false, nil
			})
		case "outlineLvl":
			if n, ok := t.number(); ok && n >= 0 && n <= 9 {
				p.outline = n + 1
			}
		case "framePr":
			switch t.attr("dropCap") {
			case "drop", "margin":
				p.initial = true
			}
		case "shd":
			p.shade = t.attr("fill")
		case "rPr":
			var err error
			p.mark, err = readLook(x)
			return true, err
		case "pPrChange":
			p.changed = true
		}
		return false, nil
	})
}

// readBorders reads the lines of a table from its properties, or from those that
// a style of tables has for some of its cells.
func readBorders(x *tokens) (borders, error) {
	var b borders
	err := x.children(func(t *token) (bool, error) {
		switch t.local {
		case "tblBorders", "tcBorders":
			return true, b.read(x)
		case "tcPr", "tblPr":
			inner, err := readBorders(x)
			b.said |= inner.said
			b.drawn |= inner.drawn
			return true, err
		}
		return false, nil
	})
	return b, err
}

func (b *borders) read(x *tokens) error {
	sides := map[string]int{"top": 1, "left": 2, "start": 2, "bottom": 4, "right": 8, "end": 8, "insideH": 16, "insideV": 32}
	return x.children(func(t *token) (bool, error) {
		side := sides[t.local]
		b.said |= side
		switch t.val() {
		case "", "nil", "none":
		default:
			b.drawn |= side
		}
		return false, nil
	})
}
