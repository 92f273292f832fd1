package outline

import (
	"strings"
	"unicode"

	"mingfa/generator/report"
)

// signers is how many bodies may sign one above the other.
const signers = 12

// closing marks the signature: the issuing body and the date of issue, each on
// a line of its own or both on one (GB/T 9704-2012, 7.3.5). Attachments may
// follow it.
func (p *parser) closing() {
	last := p.lastLine()
	p.sign(p.body, last+1)
	if last > p.body && p.lines[last].kind == report.BlockText {
		s := p.text(last)
		if name := p.titleIssuer(p.titleText); p.isBody(s) && (name == "" || strings.HasSuffix(name, s) || strings.HasSuffix(s, name)) {
			p.lines[last].kind = report.BlockClosing
		}
	}
}

// sign marks the signature in the lines from first to end.
func (p *parser) sign(first, end int) {
	for i := first; i < end; i++ {
		s := p.text(i)
		if p.lines[i].kind != report.BlockText || !endsInDate(s) {
			continue
		}
		if !isDate(s) {
			if p.signer(s) != "" && cutDate(s) != s {
				p.lines[i].kind = report.BlockClosing
			}
			continue
		}
		if p.signedAbove(i, first) || i == len(p.lines)-1 {
			p.lines[i].kind = report.BlockClosing
		}
	}
}

// signedAbove marks the bodies named on the lines above i and below first, and
// reports whether there is one.
func (p *parser) signedAbove(i, first int) bool {
	signed := false
	for above := i - 1; above > first && above >= i-signers; above-- {
		s := p.text(above)
		if _, marked := readMark(s); marked || p.signer(s) == "" || p.lines[above].kind != report.BlockText {
			break
		}
		p.lines[above].kind = report.BlockClosing
		signed = true
	}
	return signed
}

// endsInDate reports whether s may end in a date; it looks at no more than the
// last character.
func endsInDate(s string) bool {
	r, _ := lastRune(s)
	return strings.ContainsRune("日月）)", r) || unicode.IsDigit(r)
}

// isDate reports whether the whole of s is a date: 2024年2月28日, 2024年2月,
// 二〇二四年二月二十八日, 2024-02-28.
func isDate(s string) bool {
	if !endsInDate(s) {
		return false
	}
	s = strings.TrimRight(strings.TrimLeft(s, "（("), "）)")
	if !hasLength(s, 6, 20) {
		return false
	}
	s = strings.Join(strings.Fields(s), "")
	if rest, ok := afterNumber(s, 4, 4); ok {
		for _, sep := range []string{"-", ".", "/", "．"} {
			if month, ok := strings.CutPrefix(rest, sep); ok {
				day, ok := afterNumber(month, 1, 2)
				if !ok {
					return false
				}
				end, ok := afterNumber(strings.TrimPrefix(day, sep), 1, 2)
				return ok && end == ""
			}
		}
	}
	at, size, _ := findYear(s)
	if size == 0 || at != 0 {
		return false
	}
	rest, ok := afterNumber(s[size:], 1, 3)
	if !ok || !strings.HasPrefix(rest, "月") {
		return false
	}
	rest = rest[len("月"):]
	if rest == "" {
		return true
	}
	rest, ok = afterNumber(rest, 1, 3)
	return ok && rest == "日"
}

// afterNumber is what follows the number of least to most digits, Arabic or
// Chinese, that s begins with.
func afterNumber(s string, least, most int) (string, bool) {
	if size, n := digits(s, most); n >= least {
		return s[size:], true
	}
	size, n := chineseDigits(s, most)
	return s[size:], n >= least
}

// cutDate is s without the date that ends it.
func cutDate(s string) string {
	if !hasLength(s, 8, 60) {
		return s
	}
	if at, size, _ := findYear(s); size > 0 && at > 0 && isDate(s[at:]) {
		return s[:at]
	}
	for i, r := range s {
		if unicode.IsSpace(r) && isDate(strings.TrimSpace(s[i:])) {
			return s[:i]
		}
	}
	return s
}
