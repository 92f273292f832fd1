package word

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// Fonts of symbols print a character of their own for every byte. These are their
// characters from 0x20 on, by the tables of Unicode; U+FFFD stands for what
// has none that a reader would know, or that a report would hold. Boxes are one kind of box,
// whatever their weight.
var symbolFonts = map[string][]rune{
	"symbol": []rune(" !∀#∃%&∍()∗+,−./0123456789:;<=>?" +
		"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
		"‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵" +
		"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
		"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
	"wingdings": []rune(" ✏✂✁\uFFFD\uFFFD\uFFFD\uFFFD☎✆✉\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD⌛⌨\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD✇✍" +
		"\uFFFD✌\uFFFD\uFFFD\uFFFD☜☞☝☟✋☺\uFFFD☹\uFFFD☠⚐" +
		"\uFFFD✈☼\uFFFD❄\uFFFD✞\uFFFD✠✡☪☯\uFFFD☸♈♉" +
		"♊♋♌♍♎♏♐♑♒♓&&●❍■□" +
		"□❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞\uFFFD" +
		"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹" +
		"❺❻❼❽❾❿\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD·•" +
		"▪○○○◉◎\uFFFD▪□\uFFFD✦★✶✴✹✵" +
		"\uFFFD⌖⟡⌑\uFFFD✪✰\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD⌫⌦\uFFFD➢\uFFFD\uFFFD\uFFFD➲\uFFFD\uFFFD←" +
		"→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦" +
		"⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✓☒☑\uFFFD"),
	"wingdings 2": []rune(" \uFFFD\uFFFD\uFFFD\uFFFD✄✀\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD☜☞" +
		"☜☞☜☞\uFFFD\uFFFD\uFFFD\uFFFD☝☟☝☟\uFFFD\uFFFD✋✗" +
		"✓☒☑☒☒⊗⊗\uFFFD⦸&&&&‽\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD⓪①②③④⑤⑥" +
		"⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿\uFFFD" +
		"☉○☽☾\uFFFD✝✝\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD⋅•●●○○○◉⊙⦿▪" +
		"▪■■□□□□▣▣▣▣▣▣◆◆◇" +
		"◇◈◈◈◈◈⬪⬧◊◊◖◗\uFFFD\uFFFD■◆"),
	"wingdings 3": []rune(" ←→↑↓↖↗↙↘⇤⇥⇞⇟↔↕" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD←→↑↓↖↗↘↙↔↕" +
		"▲▼△▽◀▶◁▷◣◢◤◥◂▸▴▾"),
	"webdings": []rune(" \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD◀▶▲▼\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"\uFFFD✓\uFFFD□\uFFFD\uFFFD\uFFFD■\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD●\uFFFD" +
		"\uFFFD\uFFFD✗"),
}

// latin is what the bytes from 0x80 to 0x9F are in the code page that Word writes
// characters of such fonts in.
var latin = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ")

// isSymbolFont reports whether a font has symbols in place of letters.
func isSymbolFont(font string) bool {
	return font != "" && symbolFonts[strings.ToLower(strings.TrimSpace(font))] != nil
}

// symbol is a character of a font as Unicode has it; known is false for one that
// nobody can tell.
func symbol(font string, r rune) (s string, known bool) {
	private := r >= 0xE000 && r <= 0xF8FF
	signs := symbolFonts[strings.ToLower(strings.TrimSpace(font))]
	if signs == nil {
		return string(r), !private && r >= ' '
	}
	code := int(r)
	switch {
	case r >= 0xF000 && r <= 0xF0FF:
		code -= 0xF000
	case r > 0xFF:
		code = -1
		for i, l := range latin {
			if l == r {
				code = 0x80 + i
			}
		}
		if code < 0 { // Han characters have a font of their own
			return string(r), !private
		}
	}
	if code -= 0x20; code < 0 || code >= len(signs) || signs[code] == '\uFFFD' {
		return "", false
	}
	return string(signs[code]), true
}

// symbol prints a character that the file names by font and number.
func (w *walker) symbol(font, char string) {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil || n > 0x10FFFF {
		n = 0xFFFD
	}
	w.printed(font, rune(n))
}

// symbols prints words in a font of symbols.
func (w *walker) symbols(s string) {
	for _, r := range s {
		if r == '\t' {
			r = ' '
		}
		w.printed(w.look.font, r)
	}
}

// unknown stands for a character that nobody can tell. It may have been a digit.
const unknown = "\uFFFD"

func (w *walker) printed(font string, r rune) {
	if s, known := symbol(font, r); known {
		w.emit(s)
		return
	}
	w.emit(unknown)
}

// markUnknown flags characters of a printed text that mean nothing outside of
// their font.
func (w *walker) markUnknown(s string, from int) {
	for i, r := range s {
		if r == '\uFFFD' || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 {
			sign := string(r)
			w.mark(mark{kind: report.FlagSymbol, offset: from + i, end: from + i + len(sign), quote: sign, printed: true})
		}
	}
}
