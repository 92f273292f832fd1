package check

import (
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestLeftoverMarkup(t *testing.T) {
	for _, text := range []string{
		"<<<<<<< HEAD", "办理案件3件>>>>>>> main", "办理<<<<<<< HEAD案件3件。", "=======", ">>>>>>> master", "||||||| merged", "HYPERLINK \"http://oa/fy\" 法律援助3件。", "见PAGEREF _Toc1234 \\h 3。", "TOC \\o \"1-3\" \\h \\z \\u", "表 SEQ 表 \\* ARABIC 1",
		"详见错误！未定义书签。", "Error! Reference source not found.", "办理案件&nbsp;3件。", "占比&lt;5%。", "办理&#160;3件。", "办理&#xA0;3件。", "<p>办理案件3件。</p>", "<td width=\"20\">3件", "办理案件3件。</span>", "<!-- 注 -->",
		"办理案件3件<o:p></o:p>。", "p{mso-style-name:正文;}", "font-family:宋体;", "**一是规范执法。**办理3件。", "办理**12件**案件。", "**规范执法**", "```", "## 规范执法", "# 规范执法", "###### 规范执法", "见[办法](/zwgk/a.html)。", "见[附件](#fj)。", "**办理**12件。", "见[办法](http://www.shili.gov.cn/a)。",
		"发件人：办公室 <a@shili.gov.cn>", "-----原始邮件-----", "------------------ 原始邮件 ------------------", "发自我的iPhone", "办理案件3件。[微笑]", "[图片]", "@所有人 报数据", "From: bgs@shili.gov.cn", "收件人：各科室",
		"以下是为您生成的年度报告：", "作为一个人工智能助手，我无法核实数据。", "希望对您有帮助！", "以上内容仅为示例，您可以根据实际情况调整。", "EMBED Equation.3", "合计#REF!件。", "<think>",
	} {
		found := leftoverMarkup(&Input{Report: read(whole(text)), Words: lexicon.Builtin()})
		if len(found) != 1 || found[0].Line != 6 {
			t.Errorf("%s: %v", text, found)
		}
	}
	cases := ruleCases{}
	for _, text := range []string{
		"抄送：示例市人民政府办公室。", "主题：宪法进校园", "附件：1.统计表", "办结时间<5天的占92%，误差<0.5%，A<B且B>C。", "学习C++、C#语言的2人。", "投入R&D经费3万元，M&A项目2个。", "《示例市条例》3部。", "#法治示例#话题阅读3万次。", "####### 规范执法", "见[办法]（试行）。", "示例政办发[2023](内)5号",
		"处罚**公司和**公司各1次。", "张**等3人。", "引入大语言模型辅助审查3次，AI生成内容标识检查2次。", "微博“@示例普法”发文3条。", "发送时间提醒短信3条。", "收件人次增长3%。", "发件人员培训3次。", "★★★级单位3家。",
		"==========", "----------", "办理案件3件（含[2023]5号）。", "示例政发[2023]5号", "为您服务热线12345接听3次。", "希望社区工作站3个。", "如需补正的，一次性告知。", "开展“作为与不作为”讨论3次。", "错误执法行为纠正3件。", "拍摄[视频节目]3部。",
		"① 规范执法", "* 数据来源于业务系统。", "第3期“<法治课堂>”。", "浓度>3%、<5%。", "邮箱bgs@shili.gov.cn。", "以下是主要做法。", "推广“以下带上”机制3项。", "| 类别 | 件数 |\n|---|---|\n| 许可 | 3 |",
	} {
		cases[text] = nil
	}
	cases.run(t, leftoverMarkup, Input{})
	ruleCases{ // what is found is the mark, and words enough to see where it stands
		"办理案件<b>3件</b>。":         {"<b>"},
		"办理<td width=\"20\">3件。": {"<td width=\"20\">"},
		"办理案件3件。</span>":         {"</span>"},
		"办理&nbsp;3件。":            {"&nbsp;"},
		"见[办法](/zwgk/a.html)。":   {"[办法](/zwgk/a.html)"},
		"办理**12件**案件。":           {"**12件**"},
	}.run(t, leftoverMarkup, Input{})
}
