package figure

import "strings"

// bounds are approximations that stand after the unit.
var bounds = prefixes("以上 以内 左右")

// approxAfter reads 以上, 以内, 左右 and 多 after the unit.
func (s *scanner) approxAfter(m *mark) {
	rest := s.text[m.next:]
	if n := bounds.leading(rest); n > 0 {
		m.approx = rest[:n]
		m.next += n
		m.end = m.next
		return
	}
	if !strings.HasPrefix(rest, "多") || m.unit == "" {
		return
	}
	switch after := peek(rest, len("多")); {
	case after == 0, !isHan(after), after == '的':
		m.approx = "多"
		m.next += len("多")
		m.end = m.next
	}
}

// prefix reads the approximation that touches the numeral from before, and a
// minus sign.
func (s *scanner) prefix(m *mark, clauseStart int) {
	r, w := before(s.text, m.start)
	if m.start-w < clauseStart {
		return
	}
	if r == '-' || r == '－' || r == '−' {
		if q, _ := before(s.text, m.start-w); isHan(q) && m.unit != "" {
			m.value, m.start = "-"+m.value, m.start-w
		}
		return
	}
	size, approx := approxBefore(s.text[:m.start])
	if size == 0 || m.start-size < clauseStart {
		return
	}
	m.start -= size
	if m.approx == "" {
		m.approx = approx
	}
}

// approxBefore reads 近, 约, 超, 逾 and their longer forms at the end of s.
// Words that only end so, such as 节约 and 预约, are none.
func approxBefore(s string) (size int, approx string) {
	r, w := before(s, len(s))
	q, qw := before(s, len(s)-w)
	switch r {
	case '近':
		switch q {
		case '最', '就', '附', '邻', '靠', '临', '新', '相', '走', '贴', '亲', '迫', '晋':
			return 0, ""
		case '将', '接':
			return w + qw, "近"
		}
		return w, "近"
	case '约':
		switch q {
		case '节', '预', '签', '契', '违', '公', '条', '合', '履', '邀', '相', '制', '集', '简', '续', '解', '婚', '规', '租', '特', '毁', '立', '订':
			return 0, ""
		case '民':
			if strings.HasSuffix(s, "村规民约") {
				return 0, ""
			}
		case '大':
			return w + qw, "约"
		}
		return w, "约"
	case '超':
		switch q {
		case '赶', '反', '高', '不', '未':
			return 0, ""
		}
		return w, "超"
	case '过':
		if q == '超' && !isDenied(s[:len(s)-w-qw]) {
			return w + qw, "超"
		}
	case '逾':
		if q != '不' {
			return w, "逾"
		}
	}
	return 0, ""
}

// isDenied reports whether words end in 不 or 未, which turn what follows round:
// 不超过 is a bound, no approximation.
func isDenied(words string) bool {
	r, _ := before(words, len(words))
	return r == '不' || r == '未'
}
