package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestForeignBody(t *testing.T) {
	const text = "TITLE2023年法治政府建设年度报告\n\n2023年，认真履职，现将有关情况报告如下。\n\n一、主要举措和成效\n办理案件3件。\n\nSIGNED\n2024年1月3日\n"
	for _, c := range []struct{ title, signed, want string }{
		{"示例市司法局", "示例市司法局", ""},
		{"示例省示例市司法局", "示例市司法局", ""},
		{"示例市司法局", "市司法局", ""},
		{"样板市司法局", "示例市司法局", "样板市司法局"},
		{"示例市司法局", "样板市司法局", "样板市司法局"},
		{"示例市财政局", "示例市财政局", "示例市财政局 示例市财政局"},
		{"示例市人民政府", "示例市人民政府", ""},
	} {
		in := Input{Words: lexicon.Builtin(), Body: []string{"示例市司法局", "市司法局"}, Report: read(strings.NewReplacer("TITLE", c.title, "SIGNED", c.signed).Replace(text))}
		var got []string
		for _, f := range foreignBody(&in) {
			got = append(got, f.Quote)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, %s: %q, not %q", c.title, c.signed, got, c.want)
		}
	}
}

// A name that says only where a body is stands for none in particular.
func TestBareName(t *testing.T) {
	for _, c := range []struct {
		body   []string
		issuer string
		want   bool
	}{
		{[]string{"示例市局"}, "示例市公安局", true},
		{[]string{"示例市局"}, "示例市市场监督管理局", true},
		{[]string{"示例区委"}, "示例区发展和改革委", true},
		{[]string{"示例市局", "示例市公安局"}, "示例市公安局", false},
		{[]string{"示例市局", "市公安局"}, "示例市公安局", false},
		{[]string{"示例市局"}, "示例市局", false},
		{[]string{"示例市公安局"}, "示例市局", false},
		{[]string{"示例市公安局"}, "示例省示例市公安局", false},
		{[]string{"示例县政府"}, "示例县人民政府", false},
		{[]string{"公安局"}, "示例市公安局", false},
	} {
		in := Input{Body: c.body}
		if got := in.isBare(c.issuer); got != c.want {
			t.Errorf("%v: %s: %v", c.body, c.issuer, got)
		}
	}
}

// Names that a body goes by besides, or went by, are none of another body.
func TestAliasesAreOwn(t *testing.T) {
	for _, c := range []struct {
		body   []string
		issuer string
		want   bool // it is another's
	}{
		{[]string{"示例市司法局"}, "示例市法制局", true},
		{[]string{"示例市司法局", "市司法局", "示例市法制局"}, "示例市法制局", false},
		{[]string{"示例市司法局", "示例市法制局"}, "某省示例市法制局", false},
		{[]string{"示例市司法局", "示例市法制局"}, "市法制局", false},
		{[]string{"示例市司法局", "市司法局"}, "样板市司法局", true},
		{[]string{"示例市司法局", "市司法局"}, "示例市市司法局", false},
		{[]string{"示例市市场监督管理局", "市市场监管局", "市监局"}, "示例市市场监管局", false},
		{[]string{"示例市市场监督管理局", "市市场监管局", "示例市工商局"}, "样板市工商局", true},
		{[]string{"示例区人民政府"}, "样板区人民政府", true},
		{[]string{"示例区人民政府", "原示例县人民政府", "示例县人民政府"}, "示例县人民政府", false},
	} {
		in := Input{Body: c.body}
		if got := in.isForeign(c.issuer); got != c.want {
			t.Errorf("%v: %s: %v", c.body, c.issuer, got)
		}
	}
}

// TestForeignOpeningAboveOwnName: a report that the body has signed, and whose opening was
// copied from another's.
func TestForeignOpeningAboveOwnName(t *testing.T) {
	text := "示例区教育局2023年法治政府建设年度报告\n\n2023年，样板区教育局在区委区政府的领导下，认真履职，现将有关情况报告如下。\n\n一、主要举措和成效\n办理案件3件。\n\n示例区教育局\n2024年1月3日\n"
	in := Input{Words: lexicon.Builtin(), Body: []string{"示例区教育局"}, Report: read(text)}
	found := foreignBody(&in)
	if len(found) != 1 || found[0].Quote != "样板区教育局" {
		t.Errorf("%+v", found)
	}
	in.Report = read(strings.ReplaceAll(text, "样板区", "示例区"))
	if found := foreignBody(&in); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

// TestForeignDeeds: what another body does in the place of the one that reports.
func TestForeignDeeds(t *testing.T) {
	sections := []string{"2023年，示例市司法局认真履职，现将2023年法治政府建设情况报告如下。", "办理案件3件。", "局长主持研究法治议题6次。", "执法培训不够，原因是师资偏少。", "组织培训4期。"}
	for _, c := range []struct {
		section int
		text    string
		want    string
	}{
		{0, "2023年，样板市司法局坚持以习近平法治思想为指导，办理案件3件。", "样板市司法局"},
		{0, "2023年度，样板县司法局在县委领导下开展工作。", "样板县司法局"},
		{0, "2023年以来，样板县司法局深入学习贯彻习近平法治思想。", "样板县司法局"},
		{0, "2023年，样板区司法局在区委、区政府的坚强领导下开展工作。", "样板区司法局"},
		{0, "2023年，样板市司法局在市委市政府的领导下，全面推进依法行政。", "样板市司法局"},
		{0, "2023年，样板市司法局按照市委部署，开展工作。", "样板市司法局"},
		{0, "2023年，样板市司法局以法治政府建设示范创建为抓手，开展工作。", "样板市司法局"},
		{0, "过去一年，示例市财政局紧紧围绕中心工作，办理案件3件。", "示例市财政局"},
		{0, "样板市司法局高度重视法治政府建设工作。", "样板市司法局"},
		{1, "样板市司法局党组书记、局长切实履行推进法治建设第一责任人职责。", "样板市司法局"},
		{2, "样板县司法局主要负责人认真履行推进法治建设第一责任人职责。", "样板县司法局"},
		{3, "样板市司法局法治政府建设工作还有差距，原因是师资偏少。", "样板市司法局"},
		{3, "2023年，样板市司法局虽然取得一定成绩，仍有不足。", "样板市司法局"},
		{4, "下一步，样板市司法局将组织培训4期。", "样板市司法局"},
		{4, "2024年，样板市财政局继续组织培训4期。", "样板市财政局"},
		{4, "1.样板市司法局计划组织培训4期。", "样板市司法局"},
		{4, "今后，样板市司法局要加强培训。", "样板市司法局"},
		{3, "但样板市司法局依法行政水平不高。", "样板市司法局"},
		{4, "新的一年，样板市水利局力争培训4期。", "样板市水利局"},

		{0, "2023年，示例市司法局坚持以习近平法治思想为指导。", ""},
		{0, "2023年，市司法局坚持依法行政，办理案件3件。", ""},
		{0, "2023年，我局认真贯彻落实上级部署。", ""},
		{0, "2023年，市司法局按照市委部署，开展工作。", ""},
		{0, "根据市司法局按照省厅要求下发的通知，开展工作。", ""},
		{0, "2023年，在样板省司法厅的有力指导下，全面履职。", ""},
		{0, "2023年，在市委、市政府坚强领导下，深入开展工作。", ""},
		{0, "按照示例市人民政府的部署，认真履职。", ""},
		{0, "各区司法局认真履职，各司法所积极配合。", ""},
		{1, "与示例市财政局联合开展检查3次。", ""},
		{1, "联合样板市司法局建立协作机制，开展交流3次。", ""},
		{1, "样板市司法局来我市考察3次。", ""},
		{1, "样板市司法局坚持问题导向的做法得到推广，我局学习3次。", ""},
		{1, "示例市财政局高度重视整改，整改问题3个。", ""},
		{1, "对示例市城市管理局开展督察3次。", ""},
		{1, "示例市生态环境局、示例市水利局认真落实普法责任制。", ""},
		{1, "示例市公安局党组书记、局长出庭应诉3次。", ""},
		{1, "示例省司法厅党组书记到我局调研3次。", ""},
		{2, "示例市司法局党组书记、局长履行推进法治建设第一责任人职责。", ""},
		{2, "局党组书记、局长切实履行推进法治建设第一责任人职责。", ""},
		{2, "区司法局主要负责人履行推进法治建设第一责任人职责。", ""},
		{2, "督促各区财政局主要负责人履行推进法治建设第一责任人职责。", ""},
		{3, "个别单位如市财政局工作中重视不够。", ""},
		{3, "我局法治政府建设还有差距。", ""},
		{3, "少数部门法治建设还有差距。", ""},
		{4, "下一步，我局将组织培训4期。", ""},
		{4, "会同示例市财政局将培训纳入预算。", ""},
		{4, "与样板市司法局将建立协作机制。", ""},
		{4, "推动示例市教育局将法治课纳入课程。", ""},
		{4, "配合示例市人大常委会将条例提请审议。", ""},
		{4, "下一步，市司法局将组织培训4期。", ""},
	} {
		text := whole(sections[1])
		text = strings.Replace(text, sections[c.section], c.text, 1)
		in := Input{Words: lexicon.Builtin(), Body: []string{"示例市司法局", "市司法局"}, Report: read(text)}
		var got []string
		for _, f := range foreignBody(&in) {
			got = append(got, f.Quote)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, not %q", c.text, got, c.want)
		}
	}
}

// TestForeignPlaceInOpening: the government of a place is called by the name of the place.
func TestForeignPlaceInOpening(t *testing.T) {
	openings{
		{"示例县样板镇人民政府", "2023年，柳河镇坚持以习近平法治思想为指导，办理案件3件。", "柳河镇"},
		{"示例县样板镇人民政府", "柳河镇高度重视法治政府建设工作。", "柳河镇"},
		{"示例县人民政府", "2023年，样板县认真履职，办理案件3件。", "样板县"},
		{"示例县样板镇人民政府", "2023年，样板镇坚持以习近平法治思想为指导。", ""},
		{"示例县样板镇人民政府", "2023年，示例县样板镇坚持以习近平法治思想为指导。", ""},
		{"示例县样板镇人民政府", "2023年，全镇坚持以习近平法治思想为指导。", ""},
		{"示例县样板镇人民政府", "2023年，示例县坚持依法行政，样板镇认真落实。", ""},
		{"示例县样板镇人民政府", "与柳河镇坚持联合执法。", ""},
		{"示例区司法局", "2023年，样板区坚持依法行政。", ""},
	}.run(t)
}
