package check

import (
	"strings"
	"testing"
)

func TestSignedOn(t *testing.T) {
	for text, want := range map[string]int{
		"一、总体\n示例市司法局\n2024年3月12日\n":            20240312,
		"正文。\n示例市司法局\n二〇二四年三月十二日":               20240312,
		"正文。\n　　2024 年 3 月 2 日  \n\n（此件公开发布）\n": 20240302,
		"正文。\n２０２４年１２月３１日\n附件：1份":               20241231,
		"2024年3月12日": 20240312,

		"":                   0,
		"正文。":                0,
		"示例市司法局2024年3月12日\n": 0,
		"截至2023年12月31日":      0,
		"2024年2月30日":         0,
		"2024年3月":            0,
		"3月12日":              0,
		"2024年3月12日\n" + strings.Repeat("正文。\n", 9): 0,
		"2024年3月12日至15日":                            0,
	} {
		if got := signedOn(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func FuzzSignedOn(f *testing.F) {
	f.Add("正文。\n二〇二四年三月十二日")
	f.Add("年月日\n0年0月0日")
	f.Fuzz(func(t *testing.T, text string) {
		if day := signedOn(text); day != 0 && (day < 1_01_01 || day > 9999_12_31) {
			t.Errorf("%q: %d", text, day)
		}
	})
}
