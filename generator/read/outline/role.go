package outline

// isPlan reports whether the words of a heading stand over what is to be done:
// 2024年工作安排, 下一步打算. Words of the past beside 工作计划 and the like say
// that they do not: 2023年工作计划完成情况.
func isPlan(heading string) bool {
	if coming.in(heading) {
		return !hasAny(heading, "成效", "回顾", "完成情况")
	}
	return planned.in(heading) &&
		!hasAny(heading, "情况", "完成", "回顾", "总结", "成效", "举措", "做法", "以来", "进展")
}

var (
	coming  = newVocabulary("下一步", "下一年", "下年度", "下步", "下阶段", "下一阶段", "明年", "来年", "新一年", "新的一年", "今后", "展望")
	planned = newVocabulary("工作安排", "工作打算", "工作计划", "工作思路", "工作设想", "工作要点", "工作部署", "工作重点", "主要安排", "重点安排", "努力方向", "目标任务", "打算")
)

// isShortcoming reports whether the words of a heading stand over what was
// found wanting.
func isShortcoming(heading string) bool { return wanting.in(heading) }

var wanting = newVocabulary("不足", "问题", "短板", "薄弱", "差距", "困难", "欠缺", "需要改进", "有待改进")
