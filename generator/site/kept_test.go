package site

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/escape"
)

// A number and the character behind it are one for the end of a line. Bars stand for
// the element around them.
func TestKept(t *testing.T) {
	for words, want := range map[string]string{
		"2023年，全市":       "|2023年|，全市",
		"2024年3月20日印发":   "|2024年||3月||20日|印发",
		"国办发〔2018〕37号":   "国办发〔2018〕|37号|",
		"服务企业1.2万户":      "服务企业|1.2万户|",
		"约12,345件":       "约|12,345件|",
		"第3季度和第12条":      "|第3季|度和|第12条|",
		"走访528余户":        "走访|528余户|",
		"共1.5万、2百余个":     "共|1.5万|、|2百余个|",
		"1.公共法律服务":       "1.公共法律服务",
		"达到96.5%，比上年":    "达到|96.5%|，比上年",
		"热线“12345”接听":    "热线“12345”接听",
		"2021—2025年规划":   "2021—|2025年|规划",
		"没有数字":           "没有数字",
		"结尾是12":          "结尾是12",
		"<b>3</b>项 4项":   "&lt;b&gt;3&lt;/b&gt;项 |4项|",
		"A4纸":            "A|4纸|",
		"3.14.15项":       "|3.14.15项|",
		"5.":             "5.",
		"学习近平和3次":        "学|习近平|和|3次|",
		"贯彻习近平法治思想":      "贯彻|习近平|法治思想",
		"投入5亿多元":         "投入|5亿多元|",
		"":               "",
		"24小时、7×24小时不打烊": "|24小|时、7×|24小|时不打烊",
	} {
		got := string(kept(nil, words))
		got = strings.NewReplacer(`<span class="whole">`, "|", "</span>", "|").Replace(got)
		if got != want {
			t.Errorf("%s\n got  %s\n want %s", words, got, want)
		}
	}
}

// FuzzKept: whatever the text, its words are left as they are.
func FuzzKept(f *testing.F) {
	for _, s := range []string{"2023年", "第3", "1,", "9万亿多", "\xff3\xff年", "第第1第2年", "4余"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "<>&\"'") {
			return
		}
		got := kept(nil, s)
		if plain := tags.ReplaceAllString(string(got), ""); plain != tags.ReplaceAllString(string(escape.Text(nil, s)), "") {
			t.Errorf("%q became %q", s, plain)
		}
		if strings.Count(string(got), "<span") != strings.Count(string(got), "</span>") {
			t.Errorf("%q: %s", s, got)
		}
	})
}
