package check

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/rule"
)

// A list that is exactly its total is no fault, whatever its marks and whatever is
// counted behind it in the same unit; and no finding prints a sum that is the total
// it is held against.
func TestNoSumThatIsTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"件", "份", "起", "处", "人", "人次", "场"}).Draw(t, "unit")
		kinds := rapid.SampledFrom([][]string{
			{"工程类", "租赁类", "用工类", "其他"}, {"供水", "供电", "供气", "其余"}, {"维持", "撤销", "确认违法", "终止"}, {"男性", "女性"}, {"劳资", "邻里", "土地"}, {"甲类", "其他"},
		}).Draw(t, "kinds")
		opens := rapid.SampledFrom([]string{"，其中", "，其中：", "，分为", "。其中", "（其中", "，包括", "，"}).Draw(t, "opens")
		mark := rapid.SampledFrom([]string{"、", "，", "；"}).Draw(t, "mark")
		then := rapid.SampledFrom([]string{"", "，出具意见书%d" + unit, "，办结%d" + unit, "；制作笔录%d" + unit, "、回访%d" + unit, "，终止%d" + unit, "，三类合计%d" + unit, "，奖励9次，整改%d" + unit}).Draw(t, "then")

		total := 0
		var items []string
		for _, kind := range kinds {
			n := rapid.IntRange(1, 60).Draw(t, kind)
			items = append(items, fmt.Sprintf("%s%d%s", kind, n, unit))
			total += n
		}
		if strings.Contains(then, "%d") {
			then = fmt.Sprintf(then, rapid.IntRange(1, 90).Draw(t, "more"))
		}
		if opens == "（其中" {
			then = "）" + then
		}
		stated := total + rapid.SampledFrom([]int{0, 0, 0, 1, -1}).Draw(t, "off")
		text := fmt.Sprintf("审查材料%d%s%s%s%s。", max(stated, 1), unit, opens, strings.Join(items, mark), then)
		in := &Input{Report: read(whole(text)), Words: lexicon.Builtin()}
		for _, f := range sumMismatch(in) {
			if f.Rule != rule.SumMismatch {
				continue
			}
			_, rest, _ := strings.Cut(f.Message, " = ")
			sum, stated, ok := strings.Cut(rest, "，与总数“")
			if ok && strings.HasPrefix(stated, sum+unit) {
				t.Fatalf("%s\n%s", text, f.Message)
			}
		}
	})
}
