package word

import (
	"strconv"
	"strings"
	"testing"
)

// The numbers that Word puts before paragraphs, where each format turns: what it has no
// sign for is written in digits.
func TestNumberFormats(t *testing.T) {
	for format, want := range map[string]string{
		"decimal":                      "0=0 1=1 12=12",
		"no such format":               "3=3",
		"none":                         "1= 9=",
		"bullet":                       "1=",
		"zeros3":                       "1=001 99=099 1000=1000",
		"decimalZero":                  "0=00 1=01 9=09 10=10 100=100",
		"decimalFullWidth":             "0=０ 12=１２ 90=９０",
		"decimalEnclosedCircle":        "0=0 1=① 20=⑳ 21=21",
		"decimalEnclosedCircleChinese": "1=① 20=⑳ 21=21",
		"decimalEnclosedFullstop":      "1=⒈ 20=⒛ 21=21",
		"decimalEnclosedParen":         "1=⑴ 20=⒇ 21=21",
		"ideographEnclosedCircle":      "1=㊀ 10=㊉ 11=11",
		"hex":                          "9=9 10=A 255=FF",
		"upperRoman":                   "0=0 1=I 4=IV 5=V 9=IX 10=X 40=XL 49=XLIX 50=L 90=XC 100=C 400=CD 500=D 900=CM 1000=M 3999=MMMCMXCIX 4000=4000",
		"lowerRoman":                   "4=iv 3999=mmmcmxcix 4000=4000",
		"upperLetter":                  "0=0 1=A 26=Z 27=AA 28=BB 52=ZZ 53=AAA 780=" + strings.Repeat("Z", 30) + " 781=781",
		"lowerLetter":                  "1=a 27=aa",
		"ordinal":                      "1=1st 2=2nd 3=3rd 4=4th 10=10th 11=11th 12=12th 13=13th 14=14th 21=21st 22=22nd 23=23rd 101=101st 111=111th 113=113th",
		"chicago":                      "0=0 1=* 2=† 3=‡ 4=§ 5=** 40=" + strings.Repeat("§", 10) + " 41=41",
		"chineseCounting":              "0=〇 1=一 10=十 11=十一 20=二十 99=九十九 100=一〇〇 101=一〇一",
		"ideographDigital":             "0=〇 10=一〇 105=一〇五",
		"chineseCountingThousand":      "0=〇 9=九 10=十 11=十一 20=二十 100=一百 101=一百〇一 110=一百一十 111=一百一十一 1000=一千 1001=一千〇一 1010=一千〇一十 1100=一千一百 10000=一万 10001=一万〇一 11000=一万一千 20300=二万〇三百 99999999=九千九百九十九万九千九百九十九 100000000=100000000",
		"taiwaneseCountingThousand":    "0=零 101=一百零一 10000=一萬",
		"japaneseCounting":             "10=十 100=百 101=百一 110=百十 111=百十一 200=二百 1000=千 1001=千一 10000=一万",
		"japaneseLegal":                "0=零 10=壱拾 100=壱百 1000=壱阡 10000=壱萬",
		"chineseLegalSimplified":       "0=零 10=壹拾 11=壹拾壹 101=壹佰零壹 110=壹佰壹拾 1000=壹仟 10000=壹万",
		"ideographLegalTraditional":    "3=參 10=壹拾 10000=壹萬",
		"ideographTraditional":         "0=0 1=甲 10=癸 11=11",
		"ideographZodiac":              "1=子 12=亥 13=13",
		"ideographZodiacTraditional":   "0=0 1=甲子 2=乙丑 11=甲戌 60=癸亥 61=61",
		"aiueoFullWidth":               "1=ア 46=ン 47=47",
		"ganada":                       "1=가 14=하 15=15",
	} {
		var got []string
		for _, pair := range strings.Split(want, " ") {
			n, _, _ := strings.Cut(pair, "=")
			number, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, n+"="+formatNumber(format, number))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s\nnot %s", format, strings.Join(got, " "), want)
		}
	}
	if got := formatNumber("numberInDash", 7); got != "- 7 -" {
		t.Errorf("numberInDash: %s", got)
	}
	for format := range formats {
		if got := formatNumber(format, -1); got != "-1" {
			t.Errorf("%s of a number below nought: %s", format, got)
		}
	}
}

func TestCustomFormats(t *testing.T) {
	for example, want := range map[string]string{"001, 002, 003, ...": "001", "01, 02": "01", " 0001 ": "0001", "1, 2": "1", "000000001": "000000001", "0000000001": "1", "002": "1", "": "1", "x": "1"} {
		if got := formatNumber(customFormat(example), 1); got != want {
			t.Errorf("of %q the first number is %s", example, got)
		}
	}
}

// A number that a field of Word draws in a ring is the character for it, as far as there
// is one; in another frame it stands as it is.
func TestNumbersInRings(t *testing.T) {
	for _, c := range [][3]string{{"○", "1", "①"}, {"〇", "20", "⑳"}, {"◯", "21", "㉑"}, {"○", "35", "㉟"}, {"○", "36", "㊱"}, {"○", "50", "㊿"}, {"○", "51", "51"}, {"○", "0", "0"}, {"○", "甲", "甲"}, {"□", "3", "3"}} {
		if got := inRing(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s is %s, not %s", c[1], c[0], got, c[2])
		}
	}
}
