package word

import (
	"strings"
	"unicode/utf8"
)

// maxFormula is how deep parts of a formula may stand within each other.
const maxFormula = 100

// readMath reads a formula, whose start was read, as a line: (a+b)/c.
func readMath(x *tokens) (string, error) { return mathOf(x, 0) }

// mathOf reads what stands within an element of a formula.
func mathOf(x *tokens, depth int) (string, error) {
	if depth > maxFormula {
		return "", tooDeep()
	}
	var b strings.Builder
	err := x.children(func(t *token) (bool, error) {
		s, done, err := mathElement(x, t, depth)
		if t.local == "oMath" && b.Len() > 0 {
			b.WriteByte('\n')
		}
		if b.Len() < maxQuote*100 {
			b.WriteString(s)
		}
		return done, err
	})
	return b.String(), err
}

func mathElement(x *tokens, t *token, depth int) (s string, done bool, err error) {
	switch local := t.local; {
	case local == "t":
		s, err = wordsIn(x)
		return s, true, err
	case local == "del", local == "moveFrom", local == "instrText", strings.HasSuffix(local, "Pr"):
		return "", false, nil
	case local == "noBreakHyphen":
		return "-", false, nil
	case t.space == mathSpace && isMathPart[local]:
		p, err := readMathParts(x, depth+1)
		return p.write(local), true, err
	}
	s, err = mathOf(x, depth+1)
	return s, true, err
}

// wordsIn is the words within an element, whose start was read.
func wordsIn(x *tokens) (string, error) {
	var b []byte
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return "", err
		}
		switch t.kind {
		case atEnd:
			return "", damaged()
		case start:
			depth++
		case end:
			depth--
		case words:
			if len(b) < maxLeft {
				b = append(b, t.words...)
			}
		}
	}
	return string(b), nil
}

var isMathPart = map[string]bool{"f": true, "sSup": true, "sSub": true, "sSubSup": true, "sPre": true, "rad": true, "nary": true, "d": true, "func": true,
	"limLow": true, "limUpp": true, "m": true, "eqArr": true}

// mathParts are the parts of a fraction, a root, a sum.
type mathParts struct {
	parts                map[string]string
	each                 []string // of several alike
	open, close, between string
	sign                 string
	hideDegree           bool
}

func readMathParts(x *tokens, depth int) (*mathParts, error) {
	p := &mathParts{parts: map[string]string{}, open: "(", close: ")", between: "|"}
	return p, x.children(func(t *token) (bool, error) {
		if strings.HasSuffix(t.local, "Pr") {
			return true, x.children(p.property)
		}
		s, err := mathOf(x, depth)
		p.parts[t.local] = s
		if t.local == "e" || t.local == "mr" {
			p.each = append(p.each, s)
		}
		return true, err
	})
}

func (p *mathParts) property(t *token) (bool, error) {
	switch t.local {
	case "begChr":
		p.open = t.val()
	case "endChr":
		p.close = t.val()
	case "sepChr":
		p.between = t.val()
	case "chr":
		p.sign = t.val()
	case "degHide":
		p.hideDegree = t.on()
	}
	return false, nil
}

// write writes the parts in a line.
func (p *mathParts) write(what string) string {
	of := func(name string) string { return p.parts[name] }
	switch what {
	case "f":
		return single(of("num")) + "/" + single(of("den"))
	case "sSup":
		return single(of("e")) + above(of("sup"))
	case "sSub":
		return single(of("e")) + beneath(of("sub"))
	case "sSubSup":
		return single(of("e")) + beneath(of("sub")) + above(of("sup"))
	case "sPre":
		return beneath(of("sub")) + above(of("sup")) + of("e")
	case "rad":
		if degree := of("deg"); degree != "" && !p.hideDegree {
			return above(degree) + "√" + single(of("e"))
		}
		return "√" + single(of("e"))
	case "nary":
		sign := p.sign
		if sign == "" {
			sign = "∫"
		}
		return strings.TrimSpace(sign + beneath(of("sub")) + above(of("sup")) + " " + of("e"))
	case "d":
		return p.open + strings.Join(p.each, p.between) + p.close
	case "func":
		return of("fName") + " " + of("e")
	case "limLow":
		return of("e") + beneath(of("lim"))
	case "limUpp":
		return of("e") + above(of("lim"))
	case "m", "eqArr":
		return strings.Join(p.each, "；")
	}
	return of("e")
}

// single puts brackets around what would not hold together without them.
func single(s string) string {
	if utf8.RuneCountInString(s) > 1 && strings.ContainsAny(s, "+-−×÷·*/=±<>≤≥ ，,") && !enclosed(s) {
		return "(" + s + ")"
	}
	return s
}

// enclosed reports whether one pair of brackets stands around all of s.
func enclosed(s string) bool {
	if !strings.HasPrefix(s, "(") {
		return false
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i == len(s)-1
			}
		}
	}
	return false
}

func above(s string) string   { return script(s, "superscript", "^") }
func beneath(s string) string { return script(s, "subscript", "_") }

// script writes what stands above or below the line: small digits where they are
// enough.
func script(s, how, sign string) string {
	if s == "" {
		return ""
	}
	if strings.Trim(s, "0123456789+-") == "" {
		return raised(s, how)
	}
	return sign + single(s)
}

// readEquation reads the instruction of an EQ field, by which Word writes rings
// around characters, phonetic signs above them and, in old files, formulas.
func readEquation(s string) string {
	e := equation{rest: s}
	return strings.TrimSpace(e.text(0, false))
}

type equation struct{ rest string }

// text reads until the end, or, within brackets, until a comma or the bracket.
func (e *equation) text(depth int, within bool) string {
	var b strings.Builder
	for e.rest != "" {
		switch c := e.rest[0]; {
		case within && (c == ',' || c == ';' || c == ')'):
			return b.String()
		case c == '\\' && depth < 20:
			b.WriteString(e.command(depth))
		default:
			b.WriteByte(c)
			e.rest = e.rest[1:]
		}
	}
	return b.String()
}

// command reads a command with its options and its arguments: \o\ac(○,1).
func (e *equation) command(depth int) string {
	e.rest = e.rest[1:]
	if e.rest == "" {
		return ""
	}
	if e.rest[0] == '*' { // how the result looks: \* "Font:宋体"
		e.rest = strings.TrimLeft(e.rest[1:], " ")
		if quoted, ok := strings.CutPrefix(e.rest, `"`); ok {
			_, e.rest, _ = strings.Cut(quoted, `"`)
		} else if i := strings.IndexAny(e.rest, ` \`); i >= 0 {
			e.rest = e.rest[i:]
		} else {
			e.rest = ""
		}
		e.rest = strings.TrimLeft(e.rest, " ")
		return ""
	}
	if c := e.rest[0] | 0x20; c < 'a' || c > 'z' { // a character that stands for itself
		_, size := utf8.DecodeRuneInString(e.rest)
		s := e.rest[:size]
		e.rest = e.rest[size:]
		return s
	}
	bracket := strings.IndexByte(e.rest, '(')
	if bracket < 0 {
		e.rest = ""
		return ""
	}
	name := strings.ToLower(e.rest[:bracket])
	e.rest = e.rest[bracket+1:]
	var args []string
	for {
		args = append(args, strings.TrimSpace(e.text(depth+1, true)))
		if e.rest == "" {
			break
		}
		more := e.rest[0] != ')'
		e.rest = e.rest[1:]
		if !more {
			break
		}
	}
	return writeCommand(name, args)
}

func writeCommand(name string, args []string) string {
	last := args[len(args)-1]
	switch name[0] {
	case 'f':
		if len(args) == 2 {
			return single(args[0]) + "/" + single(args[1])
		}
	case 'r':
		if len(args) == 2 && args[0] != "" {
			return above(args[0]) + "√" + single(last)
		}
		return "√" + single(last)
	case 'o': // one over the other: the sign below is the one that is read
		if strings.Contains(name, `\ac`) && len(args) == 2 {
			return inRing(args[0], last)
		}
		return last
	case 'b':
		return "(" + strings.Join(args, ",") + ")"
	case 's':
		if strings.Contains(name, `\up`) && len(args) == 1 {
			return raised(last, "superscript")
		}
	}
	return strings.Join(args, "")
}

// inRing is a number in a ring, or what stands in another frame.
func inRing(frame, s string) string {
	if strings.ContainsAny(frame, "○〇◯") {
		n, ok := wholeNumber(s)
		switch {
		case ok && n >= 1 && n <= 20:
			return string('①' + rune(n-1))
		case ok && n >= 21 && n <= 35:
			return string('㉑' + rune(n-21))
		case ok && n >= 36 && n <= 50:
			return string('㊱' + rune(n-36))
		}
	}
	return s
}
