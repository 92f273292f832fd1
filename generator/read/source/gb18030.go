package source

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// decodeGB18030 is the text of raw when the whole of it is GB 18030, which holds
// GBK and GB 2312: what calls itself either is read as it, or 㐂 would be lost.
func decodeGB18030(raw []byte) (string, bool) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2)
	start := 0 // of what is not decoded yet
	plain := func(end int) bool {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw[start:end])
		b.Write(decoded)
		return err == nil
	}
	for i := 0; i < len(raw); {
		n := gbLength(raw[i:])
		if n == 2 {
			if r := missing(raw[i], raw[i+1]); r != 0 {
				if !plain(i) {
					return "", false
				}
				b.WriteRune(r)
				start = i + 2
			}
		}
		i += n
	}
	if !plain(len(raw)) || strings.Contains(b.String(), lost) {
		return "", false
	}
	return b.String(), true
}

// gbLength is how many bytes the first character of raw takes; 1 for what is none.
func gbLength(raw []byte) int {
	switch {
	case raw[0] < 0x81 || raw[0] == 0xFF || len(raw) < 2:
		return 1
	case '0' <= raw[1] && raw[1] <= '9':
		return min(4, len(raw))
	case raw[1] < 0x40 || raw[1] == 0x7F || raw[1] == 0xFF:
		return 1
	}
	return 2
}

// standard are characters of GB 18030-2022 that the decoder of x/text does not
// know (golang/go#81126).
var standard = map[uint16]rune{
	0xA6D9: '︐', 0xA6DA: '︒', 0xA6DB: '︑', 0xA6DC: '︓', 0xA6DD: '︔', 0xA6DE: '︕', 0xA6DF: '︖', 0xA6EC: '︗', 0xA6ED: '︘', 0xA6F3: '︙',
	0xA8BC: 'ḿ',
	0xFE51: '𠂇', 0xFE52: '𠂉', 0xFE53: '𠃌', 0xFE59: '龴', 0xFE61: '龵', 0xFE66: '龶', 0xFE67: '龷', 0xFE6C: '𡗗', 0xFE6D: '龸',
	0xFE76: '𢦏', 0xFE7E: '龹', 0xFE90: '龺', 0xFE91: '𤇾', 0xFEA0: '龻',
}

// missing is the character of two bytes that the decoder of x/text does not
// know; 0 where it does. What a user's own fonts may fill is a private character
// of Unicode, as GB 18030 says: nothing is lost, and a finding tells of it.
func missing(lead, trail byte) rune {
	if r := standard[uint16(lead)<<8|uint16(trail)]; r != 0 {
		return r
	}
	column := rune(trail) - 0x40
	if trail > 0x7F {
		column--
	}
	switch {
	case lead >= 0xAA && lead <= 0xAF && trail >= 0xA1:
		return 0xE000 + rune(lead-0xAA)*94 + rune(trail-0xA1)
	case lead >= 0xF8 && lead <= 0xFE && trail >= 0xA1:
		return 0xE234 + rune(lead-0xF8)*94 + rune(trail-0xA1)
	case lead >= 0xA1 && lead <= 0xA7 && trail <= 0xA0 && !(lead == 0xA3 && trail == 0xA0): // A3A0 is a wide space to browsers
		return 0xE4C6 + rune(lead-0xA1)*96 + column
	}
	return 0
}

// decodeBig5 is the text of raw when the whole of it is Big5, and more likely
// so than GB 18030: nearly any two bytes are a character of either, but the
// usual ones stand at other places.
func decodeBig5(raw []byte) (string, bool) {
	if shareOf(raw, usualGB) >= shareOf(raw, usualBig5) {
		return "", false
	}
	decoded, err := traditionalchinese.Big5.NewDecoder().Bytes(raw)
	if err != nil || strings.Contains(string(decoded), lost) {
		return "", false
	}
	return string(decoded), true
}

// usualGB reports whether two bytes are punctuation, a wide letter or one of the
// 3755 most usual characters of GB 2312.
func usualGB(lead, trail byte) bool {
	return trail >= 0xA1 && (lead >= 0xA1 && lead <= 0xA3 || lead >= 0xB0 && lead <= 0xD7)
}

// usualBig5 reports whether two bytes are punctuation or one of the 5401 most
// usual characters of Big5.
func usualBig5(lead, trail byte) bool {
	return lead >= 0xA1 && lead <= 0xC6 && (trail >= 0x40 && trail < 0x7F || trail >= 0xA1)
}

// shareOf is how many of a hundred pairs of bytes beyond ASCII are usual.
func shareOf(raw []byte, usual func(lead, trail byte) bool) int {
	all, good := 0, 0
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] < 0x80 {
			continue
		}
		all++
		if usual(raw[i], raw[i+1]) {
			good++
		}
		i++
	}
	if all == 0 {
		return 0
	}
	return good * 100 / all
}
