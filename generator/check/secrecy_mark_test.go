package check

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestSecrecyMark(t *testing.T) {
	ruleCases{
		"秘密★1年": {"秘密★1年"},
		"机 密":   {"机 密"},
		"绝密★长期": {"绝密★长期"},
		"密级：机密": {"密级：机密"},
		"（秘密）":  {"（秘密）"},
		"附件为机密★ 6个月，另行报送。": {"机密★ 6个月"},
		"内部资料 注意保存":        {"内部资料 注意保存"},

		"组织保守国家秘密、商业秘密专题培训2次，受训30人次。":  nil,
		"机密级文件管理规范，绝密件专柜存放。":           nil,
		"密级标注“秘密★1年”的样式培训1场，获评★★★级单位。": nil,
		"保密工作扎实，检查涉密计算机12台，工作秘密管理到位。":  nil,
		"秘密事项": nil,
	}.run(t, secrecyMark, Input{})
}

// Marks in all their forms, on a line of their own in the middle of a report and
// before its title.
func TestSecrecyMarkForms(t *testing.T) {
	for _, mark := range strings.Split("机 密|绝　密|[秘密]|【机密】|〔秘密〕|「机密」|“机密”|*机密*|機密|絕密|秘密⭐1年|秘密✩|机密＊|机密☆|秘密*3年|机密⭐\uFE0F|机\u200b密|机 密 ⭐ 1 年|"+
		"秘密文件|机密材料|涉密文件|密级：内部|密级:秘密|密 级：机密|保密等级：内部|份号：000001　密级：秘密|000012　秘密★5年　加急|特急　机密|机密·启用前|"+
		"不予公开|此件不公开|（此件不公开）|本文件不得公开|依申请公开|公开方式：依申请公开|公开属性：不予公开|公开属性\t不予公开|请勿外传|未经批准，不得外传|阅后收回|阅后即焚|商密|普通商密|核心商密★5年|"+
		"㊙|密件|属于国家秘密|本件属工作秘密|商业机密|仅供内部交流|仅供参考，请勿外传|暂不对外公布|该文件不宜对外公开|严格保密，不得外泄|阅知后退回|注：此件不公开|公开类别：不公开|"+
		"机·密|绝-密|秘/密|机密·启封前|机密—拆封前|限内部掌握|内参|Confidential|TOP SECRET|"+
		"机\t密|｛机密｝|＜秘密＞|＂机密＂|絶密|祕密★1年|秘密⭑3年|秘密✱3年|秘密●3年|▲机密▲|密级为秘密|密别：机密|是否公开：否|是否主动公开　否|能否公开：不公开|對外公開：否|請勿外傳|閱後收回|傳閱後收回|"+
		"阅后请交回|阅后务必收回|商密一级|商密★|内部|内部 注意保密|内部件|内部明电　特急|内部讨论稿|警务秘密|本文件含有工作秘密|本件涉密|涉密★|国家秘密|不得对外提供|仅供领导参阅|for internal use only|secret|"+
		"机密（原件）|编号：12　机密|№ 000035 绝密|#机密|～机密～|=机密=|……机密……|暂缓公布|谢绝转发|"+
		"内部资料|内部资料，请勿外传|仅供内部参考|工作秘密|内部文件　阅后收回", "|") {
		for place, text := range map[string]string{"in the middle": whole(mark), "before the title": mark + "\n" + whole("办理案件3件。"), "at the end": whole("办理案件3件。") + mark} {
			got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(text)})
			if len(got) != 1 || got[0].Quote != mark || got[0].Severity != report.Error {
				t.Errorf("%s %s: %+v", mark, place, got)
			}
		}
	}
	for _, head := range []string{"【机密】%s", "机密 %s", "机密%s", "%s（秘密）", "%s〔内部资料〕"} {
		text := fmt.Sprintf(head, "示例市司法局2023年法治政府建设年度报告") + strings.TrimPrefix(whole("办理案件3件。"), "示例市司法局2023年法治政府建设年度报告")
		if got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(text)}); len(got) != 1 || got[0].Line != 1 {
			t.Errorf("%s: %+v", head, got)
		}
	}
}

// Lines about secrets and about openness that are no marks.
func TestSecrecyMarkTempting(t *testing.T) {
	for _, text := range strings.Split("《中华人民共和国保守国家秘密法》|宣传《中华人民共和国保守国家秘密法》3场。|保守国家秘密|加强保密工作|保密审查|保密宣传教育|严守工作秘密、商业秘密和个人隐私。|商业秘密保护|（一）商业秘密保护|"+
		"办理依申请公开82件，均按期答复。|（三）依申请公开|依申请公开办理情况|依申请公开：全年收到82件。|不予公开12件。|其中不予公开3件，部分公开5件。|主动公开、依申请公开、不予公开的界限更加清楚。|"+
		"公开方式：主动公开|公开属性：主动公开|（此件公开发布）|此件主动公开|密级：无|密级：公开|密级\t公开|内部审计|内部管理|内部监督|机密文件管理规范，绝密件专柜存放。|秘密级网络|涉密人员培训2次。|商密产品检测3件。|"+
		"主动公开\t35\n依申请公开\t12\n不予公开\t3|主动公开\t依申请公开\t不予公开\n35\t12\t3|妥善保管|特急|000012|★★★|加急件|注意保存|评为★★★级单位|数据见附表*|不予公开*：含部分公开。|阅后收回文件35份。|保密协议|依申请公开目录|不公开听证3次。|内部控制|内部审计\t3|工作秘密管理|机密级以上文件0份|严格保密制度|会后，收回意见表35份。|不公开审理|内参刊发3篇|Secretary|仅供参考|不得转载|请勿外传的要求得到落实。|"+
		"机构\t密度|秘书\t密切配合|是否公开\t备注\n是\t无|是否公开：是|对外公开|对外公开：是|内部层级监督|内部流转|内部公开栏|内部明电发送3份|涉密事项|涉密案件|国家秘密事项|国家秘密管理|国家秘密载体自查2次|编号：12|编号|第12号|№ 12|传阅|"+
		"不对外服务|不对外收费|否|■|●●●|●重点工作|原件|复印件|副本|含有|属于|涉及|工作使用|领导参阅|警务公开|商密一级认证|secretary general|confidentiality", "|") {
		if got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(whole(text))}); len(got) != 0 {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// A table that counts documents of each degree is no mark, also at the head of a text; one that says which a document has, is.
func TestRowOfDegrees(t *testing.T) {
	for _, row := range strings.Split("机密\t绝密\t秘密|密级\t绝密\t机密\t秘密\t合计|绝密级\t机密级\t秘密级|年份\t机密\t秘密|秘密\t机密|国家秘密\t工作秘密\t商业秘密|机 密\t秘 密", "|") {
		if got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(row + "\n3\t0\t2\n" + whole("办理案件3件。"))}); len(got) != 0 {
			t.Errorf("%q: %+v", row, got)
		}
	}
	for _, row := range strings.Split("密级\t机密|密级\t机密\t保密期限\t10年|机密\t特急|密级\t秘密\t公开属性\t不予公开|机密\t机密|机密★1年\t秘密★1年|机\t密|机密\t示例市司法局|机密\t示例市国家秘密管理办法", "|") {
		if got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(row + "\n" + whole("办理案件3件。"))}); len(got) == 0 {
			t.Errorf("%q is let through", row)
		}
	}
}

// The mark at the head of a page, as GB/T 9704-2012 places it.
func TestSecrecyMarkAtTheHead(t *testing.T) {
	for _, mark := range []string{"机密", "机密★", "秘密★3年", "秘密　10年", "密级：秘密"} {
		got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(mark + "\n" + whole("办理案件3件。"))})
		if len(got) != 1 || got[0].Line != 1 || got[0].Quote != mark {
			t.Errorf("%s: %+v", mark, got)
		}
	}
}
