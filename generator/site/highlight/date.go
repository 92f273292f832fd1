package highlight

import (
	"strings"

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

// within reports whether the value lies between two others.
func (n number) within(least, most int) bool {
	v := n.value()
	return least <= v && v <= most
}

// numberAt reads the digits at s[i:], ASCII, full-width or Chinese without 百
// and what is above it. Without any, count is 0.
func numberAt(s string, i int) number {
	n := number{end: i}
	for {
		size := digitAt(s, n.end)
		if size == 0 {
			break
		}
		n.end += size
		n.count++
	}
	if n.count == 0 {
		for isHanDigit(s, n.end) {
			n.end += 3
			n.count++
		}
		n.chinese = true
	}
	n.text = s[i:n.end]
	return n
}

// digitAt is the size of the digit at s[i:], 0 when there is none.
func digitAt(s string, i int) int {
	if i < len(s) && '0' <= s[i] && s[i] <= '9' {
		return 1
	}
	if i+3 <= len(s) && s[i] == 0xEF && s[i+1] == 0xBC && 0x90 <= s[i+2] && s[i+2] <= 0x99 { // U+FF10 to U+FF19
		return 3
	}
	return 0
}

func isHanDigit(s string, i int) bool {
	if i+3 > len(s) {
		return false
	}
	rest := uint(s[i+1])<<8 | uint(s[i+2])
	switch s[i] { // by bytes, because nearly every character of a text is asked
	case 0xE3:
		return rest == 0x8087 // 〇
	case 0xE4:
		switch rest {
		case 0xB880, 0xBA8C, 0xB889, 0xBA94, 0xB883, 0xB99D: // 一二三五七九
			return true
		}
	case 0xE5:
		switch rest {
		case 0x9B9B, 0x85AD, 0x85AB, 0x8D81: // 四六八十
			return true
		}
	case 0xE9:
		return rest == 0x9BB6 // 零
	}
	return false
}

func (n number) isYear() bool { return n.count == 4 && n.within(1900, 2100) }

// dateAt is where the date ends that begins with n at s[i:]; 0 when there is
// none: 2023年, 2023年度, 2023年3月1日, 2021—2025年, 2023-03-01, 3月1日, 三月一日.
func dateAt(s string, i int, n number) int {
	if n.isYear() {
		if strings.HasPrefix(s[n.end:], "年") {
			end := n.end + len("年")
			if month := monthAt(s, end, numberAt(s, end)); month > 0 {
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
	end := monthAt(s, i, n)
	if n.chinese && !strings.HasSuffix(s[:end], "日") {
		return 0 // “一月一主题”
	}
	return end
}

// monthAt reads 3月1日 or 3月, of which n at s[i:] is the first number.
func monthAt(s string, i int, n number) int {
	if n.count == 0 || !strings.HasPrefix(s[n.end:], "月") || !n.within(1, 12) {
		return 0
	}
	end := n.end + len("月")
	if day := numberAt(s, end); strings.HasPrefix(s[day.end:], "日") && day.within(1, 31) {
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
	if month.chinese || month.count > 2 || !month.within(1, 12) || month.end >= len(s) || s[month.end] != s[i] {
		return 0
	}
	day := numberAt(s, month.end+1)
	if day.chinese || day.count > 2 || !day.within(1, 31) {
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
// well.
func documentAt(s string, i int) int {
	year := numberAt(s, i)
	if !year.isYear() || year.chinese {
		return 0
	}
	at := year.end
	for _, end := range [...]string{"〕", "）", "］", ")", "]"} {
		if strings.HasPrefix(s[at:], end) {
			at += len(end)
			break
		}
	}
	if at == year.end {
		return 0
	}
	at += len(s[at:min(len(s), at+1)]) - len(strings.TrimPrefix(s[at:min(len(s), at+1)], " "))
	if strings.HasPrefix(s[at:], "第") {
		at += len("第")
	}
	n := numberAt(s, at)
	if n.count == 0 || n.chinese || n.count > 5 {
		return 0
	}
	if at = n.end; strings.HasPrefix(s[at:], " ") {
		at++
	}
	if !strings.HasPrefix(s[at:], "号") {
		return 0
	}
	return at + len("号")
}
