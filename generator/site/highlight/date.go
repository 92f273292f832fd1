package highlight

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// number is a run of digits.
type number struct {
	text       string
	end, count int
	chinese    bool // 二〇二三, 十二
}

// value is the value of at most four digits, -1 of more and of none.
func (n number) value() int {
	if 0 < n.count && n.count <= 4 {
		if v, ok := numeral.Int(n.text); ok {
			return v
		}
	}
	return -1
}

// isUpTo reports whether the value lies from 1 to most.
func (n number) isUpTo(most int) bool {
	v := n.value()
	return 1 <= v && v <= most
}

// numberAt reads the digits at s[i:], ASCII, full-width or Chinese without 百
// and what is above it. Without any, count is 0.
func numberAt(s string, i int) number {
	end, count := run(s, i, numeral.IsDigit)
	n := number{end: end, count: count}
	if count == 0 {
		n.end, n.count = run(s, i, isHanDigit)
		n.chinese = true
	}
	n.text = s[i:n.end]
	return n
}

// run is where the characters at s[i:] end that is holds for, and how many there
// are.
func run(s string, i int, is func(rune) bool) (end, count int) {
	for end = i; end < len(s); count++ {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !is(r) {
			break
		}
		end += size
	}
	return end, count
}

func isHanDigit(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

func (n number) isYear() bool { return n.count == 4 && numeral.IsYear(n.value()) }

// dateAt is where the date ends that begins with n; 0 when there is none: 2023年, 2023年度, 2023年3月1日, 2021—2025年, 2023-03-01, 3月1日, 三月一日.
func dateAt(s string, n number) int {
	if n.isYear() {
		if strings.HasPrefix(s[n.end:], "年") {
			end := n.end + len("年")
			if month := monthAt(s, numberAt(s, end)); month > 0 {
				return month
			}
			if strings.HasPrefix(s[end:], "度") {
				end += len("度")
			}
			return end
		}
		if !n.chinese {
			return max(numericDate(s, n.end), yearRange(s, n.end))
		}
		return 0
	}
	end := monthAt(s, n)
	if n.chinese && !strings.HasSuffix(s[:end], "日") {
		return 0 // “一月一主题”
	}
	return end
}

// monthAt reads 3月1日 or 3月, of which n is the first number.
func monthAt(s string, n number) int {
	if n.count == 0 || !strings.HasPrefix(s[n.end:], "月") || !n.isUpTo(12) {
		return 0
	}
	end := n.end + len("月")
	if day := numberAt(s, end); strings.HasPrefix(s[day.end:], "日") && day.isUpTo(31) {
		return day.end + len("日")
	}
	return end
}

// numericDate reads -03-01 after a year, with one sort of mark throughout.
func numericDate(s string, i int) int {
	if i >= len(s) || strings.IndexByte("-./", s[i]) < 0 {
		return 0
	}
	month := numberAt(s, i+1)
	if month.chinese || month.count > 2 || !month.isUpTo(12) || month.end >= len(s) || s[month.end] != s[i] {
		return 0
	}
	day := numberAt(s, month.end+1)
	if day.chinese || day.count > 2 || !day.isUpTo(31) {
		return 0
	}
	return day.end
}

// yearRange reads —2025年 after a year.
func yearRange(s string, i int) int {
	const marks = "-—–～~至"
	at := i
	for range 2 { // —— is one mark of two characters
		for _, r := range marks {
			if strings.HasPrefix(s[at:], string(r)) {
				at += len(string(r))
				break
			}
		}
	}
	if n := numberAt(s, at); at > i && n.isYear() && strings.HasPrefix(s[n.end:], "年") {
		return n.end + len("年")
	}
	return 0
}

// documentAt is where 2024〕12号 ends, of which the year stands at s[i:]; 0 when
// it is none. Brackets that are not those of GB/T 9704-2012, 7.2.5, are read as
// well, and spaces around the number.
func documentAt(s string, i int) int {
	year := numberAt(s, i)
	if !year.isYear() || year.chinese {
		return 0
	}
	at := behind(s, year.end, "〕", "）", "］", ")", "]")
	if at == year.end {
		return 0
	}
	n := numberAt(s, behind(s, behind(s, at, " "), "第"))
	if n.count == 0 || n.chinese || n.count > 5 {
		return 0
	}
	if at = behind(s, n.end, " "); strings.HasPrefix(s[at:], "号") {
		return at + len("号")
	}
	return 0
}

// behind is the offset behind the first of marks that s has at offset i; i when it
// has none.
func behind(s string, i int, marks ...string) int {
	for _, mark := range marks {
		if strings.HasPrefix(s[i:], mark) {
			return i + len(mark)
		}
	}
	return i
}
