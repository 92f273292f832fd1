package check

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// Slips in fixed phrases and in names of laws and plans: a character that is
// another, lacking, doubled, or in its neighbour's place; wrong years and dashes.
var slips = []string{
	"以习近平新时代中国特色社会主义思为指导",
	"以习近平新时代中国特设社会主义思想为指导",
	"以习近平新时代中国特色社会主义思想想为指导",
	"以习近平新时代中国特色社会注意思想为指导",
	"坚持以习近平新时代特色中国社会主义思想为指导",
	"以习近平新时代中国特色社会主义思响为指导",
	"以习近平新时代中国特色社会主思想为指导",
	"以习进平新时代中国特色社会主义思想为指导",
	"学习习近平法治思相",
	"学习贯彻习近法治思想",
	"学习贯彻习近平法治治思想",
	"学习贯彻习近平治法思想",
	"贯彻习近平依法思想",
	"深刻领悟“两个确力”的决定性意义",
	"深刻领悟“二个确立”的决定性意义",
	"做到“两个维戶”",
	"做到“两个维护护”",
	"坚决做到两个围护",
	"坚决做到“俩个维护”",
	"增强“四个意思”",
	"增强四个认识",
	"增强“四个意识识”",
	"坚定“四个自行”",
	"坚定“四个只信”",
	"坚定四个自心",
	"在以习近平同志为核心的党中间坚强领导下",
	"在以习近平同志为核心党中央坚强领导下",
	"在以习近平同志为合心的党中央坚强领导下",
	"推进“双随机、一公开开”监管",
	"推进“双随机、一公监”监管",
	"推进“双随机一公天”抽查",
	"推进双岁机、一公开",
	"落实行政执法公示、执法全过程纪录制度",
	"落实执法全过程记路制度",
	"落实重大执法决定法制审合制度",
	"深化“放服管”改革",
	"深化放管付改革",
	"深化“放管服务”改革",
	"落实“八五”普发规划",
	"落实“八五”谱法规划",
	"落实《法治政府建设实施纲要（2020—2025年）》",
	"落实《法治政府建设实施纲要（2021—2052年）》",
	"落实《法治政府建设实施钢要（2021—2025年）》",
	"落实《法制政府建设实施纲要（2021—2025年）》",
	"落实《法治政府建设实施纲要（2021——2025年）》",
	"落实《法治政府建设纲要（2021—2025年）》",
	"落实《法治政府建设实施纲要（2021—2025年）年》",
	"落实《法治中国建设规划（2021—2025年）》",
	"落实《法治中国建设规画（2020—2025年）》",
	"落实《法治社会建设实施纲要（2021—2025年）》",
	"落实《法治社会建设纲要（2020—2025年）》",
	"落实《法治政府建设与责任落实督查工作规定》",
	"落实《法治政府建设和责任落实督察工作规定》",
	"落实《党政主要负责人履行推进法制建设第一责任人职责规定》",
	"落实《党政主要负责人履行法治建设第一责任人职责规定》",
	"宣传《中华人民共和国行政覆议法》",
	"宣传《行政处法法》",
	"宣传《优化营商环竟条例》",
	"宣传《重大行政决策暂行条例》",
	"宣传《中华人民共和国政府信息公开条列》",
	"宣传《中华人民共和国法律缓助法》",
	"宣传《公平竞争审查条理》",
	"宣传《促进个体工商户发展发展条例》",
	"依据《个体工商户条例》办理",
	"宣传《物权法》《合同法》",
	"宣传《民营经济促法》",
	"落实《中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2026年）》",
	"落实提升行政执法质量三年行动计划，见《提升行政执法质量三年行动计划（2022—2025年）》",
	"依法治国、依法执政、依法行政共同推近",
	"坚持严格规范公正文明执法法",
	"落实“谁执法、谁谱法”责任制",
	"坚持和发展新时代“枫桥经念”",
	"坚持和发展新时代“枫侨经验”",
}

// Phrases and names that are right, or other ones than those in the lists.
var rightPhrases = []string{
	"以习近平新时代中国特色社会主义思想为指导",
	"学习习近平新时代中国特色社会主义思想，学习习近平法治思想",
	"深入学习习近平法治思想和习近平总书记关于全面依法治国的重要论述",
	"学习习近平经济思想、习近平生态文明思想、习近平外交思想、习近平强军思想、习近平文化思想",
	"学习习近平新时代中国特色社会主义经济思想",
	"以习近平同志为核心的党中央",
	"以习近平同志为主要代表的中国共产党人",
	"深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
	"坚决做到两个维护、两个确保",
	"落实“两个毫不动摇”",
	"推进“两个结合”",
	"推进“四个全面”战略布局",
	"做到“四个服从”“四个善于”",
	"坚持“四个自觉”",
	"推行“三项制度”“三项清单”",
	"双随机、一公开",
	"部门联合“双随机、一公开”监管",
	"全面推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度",
	"深化“放管服”改革",
	"“八五”普法规划",
	"“七五”普法",
	"《法治政府建设实施纲要（2021—2025年）》",
	"《法治政府建设实施纲要(2021-2025年)》",
	"《法治政府建设实施纲要》",
	"《法治中国建设规划（2020—2025年）》《法治社会建设实施纲要（2020—2025年）》",
	"《示例市法治政府建设实施方案（2021—2025年）》",
	"《示例省优化营商环境条例》",
	"《示例市重大行政决策程序规定》",
	"《示例市法治社会建设实施方案（2021—2025年）》",
	"《中华人民共和国民法典》《行政复议法》",
	"《粮食安全保障法》《食品安全法》",
	"《安全生产法》《示例省安全生产条例》",
	"《国家赔偿法》《国家安全法》",
	"《示例区行政执法质量提升三年行动计划（2023—2025年）》",
	"《政府信息公开条例》《政府采购法》",
	"《人民调解法》《人民警察法》",
	"《法律援助法》《示例省法律援助条例》",
	"中国特色社会主义法治道路、中国特色社会主义法治理论、中国特色社会主义法治体系",
	"坚持中国特色社会主义制度",
	"学习习近平总书记重要讲话精神",
	"习近平法治思想研究中心",
	"习近平新时代中国特色社会主义思想和党的二十大精神",
	"新时代“枫桥经验”",
	"尊法学法守法用法",
	"“谁执法谁普法”“谁主管谁负责”",
	"“两个维护”落实到行动上",
	"“两个确立”“两个维护”",
	"严格规范公正文明执法",
	"学习《习近平法治思想学习纲要》",
	"学习《习近平著作选读》",
}

func TestSlips(t *testing.T) {
	phrases, laws := projectPhrases(t), projectLaws(t)
	told := func(text string) (all []string) {
		in := &Input{Words: lexicon.Builtin(), Report: read(whole(text)), Phrases: phrases, Laws: laws}
		for _, f := range append(misquotedPhrase(in), misnamedLaw(in)...) {
			all = append(all, f.Quote+": "+f.Message)
		}
		return all
	}
	for _, text := range slips {
		if got := told(text); len(got) == 0 || len(got) > 2 {
			t.Errorf("%s: %q", text, got)
		}
	}
	for _, text := range rightPhrases {
		if got := told(text); len(got) > 0 {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestEverySlipOfLongPhrases: whichever character of a long phrase is another,
// lacking, doubled or in its neighbour's place, that is found where it stands, and
// once. Where nothing or one part is wrong, a neighbour that is right is left alone.
func TestEverySlipOfLongPhrases(t *testing.T) {
	p := projectPhrases(t)
	if len(p.near.long) < 8 || len(p.near.short) < 4 {
		t.Fatalf("%d long and %d short phrases", len(p.near.long), len(p.near.short))
	}
	for _, near := range p.near.long {
		for i, r := range near.runes {
			forms := [][]rune{
				slices.Concat(near.runes[:i], []rune{'鑫'}, near.runes[i+1:]),
				slices.Concat(near.runes[:i], near.runes[i+1:]),
			}
			if i > 0 { // else it stands before the phrase
				forms = append(forms, slices.Concat(near.runes[:i], []rune{'鑫'}, near.runes[i:]))
			}
			if i > 0 && near.runes[i-1] != r {
				forms = append(forms, slices.Concat(near.runes[:i-1], []rune{r, near.runes[i-1]}, near.runes[i+1:]))
			}
			if i+1 == len(near.runes) || i == 0 {
				forms = forms[:1] // what lacks its end may be another phrase
			}
			for _, form := range forms {
				text := whole("丙丁。坚持" + string(form) + "。另行坚持" + near.text + "。")
				found := misquotedPhrase(&Input{Words: lexicon.Builtin(), Report: read(text), Phrases: p})
				if len(found) != 1 || !strings.Contains(text[:strings.Index(text, near.text)], found[0].Quote) {
					t.Errorf("%s for %s: %+v", string(form), near.text, found)
				}
			}
		}
	}
}

func TestIsOneOff(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", false}, {"甲", "", true}, {"", "甲", true}, {"甲", "乙", true}, {"甲", "甲", false}, {"甲乙", "乙甲", true}, {"甲乙丙", "丙乙甲", false},
		{"甲乙丙", "甲丙乙", true}, {"甲乙丙", "甲丙", true}, {"甲乙丙", "甲", false}, {"甲乙丙", "甲丁戊", false}, {"甲乙丙", "甲乙乙丙", true}, {"甲乙", "丙甲乙", true},
	} {
		if isOneOff([]rune(c.a), []rune(c.b)) != c.want || isOneOff([]rune(c.b), []rune(c.a)) != c.want {
			t.Errorf("%s and %s", c.a, c.b)
		}
	}
}
