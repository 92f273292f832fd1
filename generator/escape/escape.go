// Package escape makes the characters of a report harmless where they are
// shown: in the HTML of a page (Text, Attr), in JSON (JSON, Data)
// and on a terminal (Visible, Glyph). What is not seen but acts, such as a
// control that turns the direction of writing, is made visible; nothing else
// changes.
package escape

import "unicode/utf8"

// Control reports whether r is not seen but changes how other characters are:
// the C0 and C1 controls, bidirectional controls, zero-width and other invisible
// format characters, the fillers of Korean, and the separators of lines and
// paragraphs.
func Control(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	case '一' <= r && r <= '鿿': // an ideograph, as most of a text is
		return false
	case r <= 0x9f, r == 0xad, r == 0x061c, r == 0x180e, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xfeff:
		return true
	case 0x200b <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return true
	case 0xfff9 <= r && r <= 0xfffb, 0xe0000 <= r && r <= 0xe007f:
		return true
	}
	return false
}
