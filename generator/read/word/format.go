package word

import (
	"strconv"
	"strings"
)

// formatNumber writes n as Word does in a number format. Formats that have no sign
// for n, and those of other languages, are written in digits, as Word does.
func formatNumber(format string, n int) string {
	if digits, padded := strings.CutPrefix(format, "zeros"); padded {
		least, _ := strconv.Atoi(digits)
		return zeros(n, least)
	}
	if write := formats[format]; write != nil && n >= 0 {
		if s, ok := write(n); ok {
			return s
		}
	}
	return strconv.Itoa(n)
}

// formats are the number formats that Word and WPS offer in Chinese. Chinese has
// three ways to count, which differ from 100 on: 101 is 百一 in japaneseCounting
// (which both programs choose for 一、 more often than not), 一〇一 in
// chineseCounting and 一百〇一 in chineseCountingThousand.
var formats = map[string]func(int) (string, bool){
	"none":   func(int) (string, bool) { return "", true },
	"bullet": func(int) (string, bool) { return "", true },

	"decimalZero":                  func(n int) (string, bool) { return zeros(n, 2), true },
	"decimalFullWidth":             wide10,
	"decimalFullWidth2":            wide10,
	"decimalEnclosedCircle":        sequence('①', 20),
	"decimalEnclosedCircleChinese": sequence('①', 20),
	"decimalEnclosedFullstop":      sequence('⒈', 20),
	"decimalEnclosedParen":         sequence('⑴', 20),
	"ideographEnclosedCircle":      sequence('㊀', 10),
	"numberInDash":                 func(n int) (string, bool) { return "- " + strconv.Itoa(n) + " -", true },
	"hex":                          func(n int) (string, bool) { return strings.ToUpper(strconv.FormatInt(int64(n), 16)), true },

	"upperRoman":  roman,
	"lowerRoman":  lower(roman),
	"upperLetter": letters,
	"lowerLetter": lower(letters),
	"ordinal":     ordinal,
	"chicago":     chicago,

	"chineseCounting":            digitsFrom100,
	"taiwaneseCounting":          digitsFrom100,
	"koreanDigital2":             digitsFrom100,
	"ideographDigital":           digit10,
	"japaneseDigitalTenThousand": digit10,
	"taiwaneseDigital":           digit10,
	"chineseCountingThousand":    plain.write,
	"taiwaneseCountingThousand":  taiwanese.write,
	"japaneseCounting":           japanese.write,
	"japaneseLegal":              japaneseLegal.write,
	"chineseLegalSimplified":     legal.write,
	"ideographLegalTraditional":  legalTraditional.write,

	"ideographTraditional":       named("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":            named("子丑寅卯辰巳午未申酉戌亥"),
	"ideographZodiacTraditional": sexagenary,
	"aiueo":                      named("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
	"aiueoFullWidth":             named("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
	"iroha":                      named("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"),
	"irohaFullWidth":             named("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
	"ganada":                     named("가나다라마바사아자차카타파하"),
	"chosung":                    named("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
}

// counting is a way to write whole numbers with signs for ten, hundred, thousand
// and ten thousand.
type counting struct {
	digits string // of 0 to 9
	powers string // 10, 100, 1000, 10000
	zero   bool   // a gap within is read out: 一百〇一
	// Whether 一 stands before the sign: of ten at the head (一十), of ten
	// within (一百一十), of the other signs (一百).
	head, ten, one bool
}

var (
	plain            = counting{digits: "〇一二三四五六七八九", powers: "十百千万", zero: true, ten: true, one: true}
	taiwanese        = counting{digits: "零一二三四五六七八九", powers: "十百千萬", zero: true, ten: true, one: true}
	japanese         = counting{digits: "〇一二三四五六七八九", powers: "十百千万"}
	japaneseLegal    = counting{digits: "零壱弐参四伍六七八九", powers: "拾百阡萬", head: true, ten: true, one: true}
	legal            = counting{digits: "零壹贰叁肆伍陆柒捌玖", powers: "拾佰仟万", zero: true, head: true, ten: true, one: true}
	legalTraditional = counting{digits: "零壹貳參肆伍陸柒捌玖", powers: "拾佰仟萬", zero: true, head: true, ten: true, one: true}
)

func (c counting) write(n int) (string, bool) {
	digits, powers := []rune(c.digits), []rune(c.powers)
	if n == 0 {
		return string(digits[0]), true
	}
	if n >= 100_000_000 {
		return "", false
	}
	var b strings.Builder
	if high := n / 10_000; high > 0 {
		s, _ := c.write(high)
		b.WriteString(s)
		b.WriteRune(powers[3])
		if n %= 10_000; n == 0 {
			return b.String(), true
		}
		if c.zero && n < 1000 {
			b.WriteRune(digits[0])
		}
	}
	gap := false
	for power, unit := 3, 1000; power >= 0; power, unit = power-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap && c.zero && n/unit > d {
			b.WriteRune(digits[0])
		}
		gap = false
		said := power == 0 || d > 1 || power > 1 && c.one || power == 1 && (c.head || c.ten && b.Len() > 0)
		if said {
			b.WriteRune(digits[d])
		}
		if power > 0 {
			b.WriteRune(powers[power-1])
		}
	}
	return b.String(), true
}

// digit10 writes a number digit by digit: 一〇 for 10.
func digit10(n int) (string, bool) {
	signs := []rune(plain.digits)
	return strings.Map(func(r rune) rune { return signs[r-'0'] }, strconv.Itoa(n)), true
}

func digitsFrom100(n int) (string, bool) {
	if n < 100 {
		return plain.write(n)
	}
	return digit10(n)
}

// wide10 writes digits as wide as Han characters: １２.
func wide10(n int) (string, bool) {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n)), true
}

// zeros writes a number with at least so many digits.
func zeros(n, digits int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, digits-len(s))) + s
}

// sequence is characters that follow each other in Unicode, the first of which
// stands for 1.
func sequence(first rune, count int) func(int) (string, bool) {
	return func(n int) (string, bool) {
		return string(first + rune(n-1)), n >= 1 && n <= count
	}
}

func named(signs string) func(int) (string, bool) {
	all := []rune(signs)
	return func(n int) (string, bool) {
		if n < 1 || n > len(all) {
			return "", false
		}
		return string(all[n-1]), true
	}
}

// sexagenary is the cycle of 60: 甲子, 乙丑.
func sexagenary(n int) (string, bool) {
	stems, branches := []rune("甲乙丙丁戊己庚辛壬癸"), []rune("子丑寅卯辰巳午未申酉戌亥")
	if n < 1 || n > 60 {
		return "", false
	}
	return string([]rune{stems[(n-1)%10], branches[(n-1)%12]}), true
}

func roman(n int) (string, bool) {
	if n < 1 || n > 3999 {
		return "", false
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String(), true
}

// letters are A to Z, then AA, BB to ZZ, then AAA.
func letters(n int) (string, bool) {
	if n < 1 || n > 780 {
		return "", false
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1), true
}

func lower(write func(int) (string, bool)) func(int) (string, bool) {
	return func(n int) (string, bool) {
		s, ok := write(n)
		return strings.ToLower(s), ok
	}
}

func ordinal(n int) (string, bool) {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending, true
}

// chicago are the signs of notes in English books: *, †, ‡, §, **.
func chicago(n int) (string, bool) {
	if n < 1 || n > 40 {
		return "", false
	}
	return strings.Repeat(string([]rune("*†‡§")[(n-1)%4]), (n-1)/4+1), true
}

// customFormat reads a format that shows how the first numbers look: 001, 002, …
func customFormat(example string) string {
	first, _, _ := strings.Cut(example, ",")
	first = strings.TrimSpace(first)
	if n := len(first); n > 1 && n < 10 && strings.Trim(first, "0") == "1" {
		return "zeros" + strconv.Itoa(n)
	}
	return "decimal"
}

// formats2003 are the formats by the numbers that Word 2003's XML names them with.
var formats2003 = []string{
	"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex", "chicago",
	"ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
	"decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung",
	"decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
	"ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting",
	"chineseLegalSimplified", "chineseCountingThousand", "koreanDigital", "koreanCounting", "koreanLegal", "koreanDigital2",
}
