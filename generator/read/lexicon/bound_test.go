package lexicon

import (
	"strings"
	"testing"

	"mingfa/generator/report"
)

// The words around a number say on which side of it the true one lies. The number
// stands in 【】 with its unit, and what is read is the sign and the words that it takes in.
func TestBounds(t *testing.T) {
	for _, c := range []struct{ text, unit, approx, want string }{
		{"专职人员不足【4名】", "名", "", "< 不足4名"},
		{"专职人员不足 【4名】", "名", "", "< 不足 4名"},
		{"办结率不到【60%】", "%", "", "< 不到60%"},
		{"专职人员不足【4个】方面", "个", "", " "},
		{"人员不足【10名】", "名", "", "< 不足10名"},
		{"办理案件【12件】", "件", "", " "},
		{"办理案件不超过【12件】", "件", "", "≤ 不超过12件"},
		{"每人每年不少于【40学时】", "学时", "", "≥ 不少于40学时"},
		{"办案突破了【100件】", "件", "", "> 突破了100件"},
		{"办案突破【100件】", "件", "", "> 突破100件"},
		{"办案低于【100件】", "件", "", "< 低于100件"},
		{"办案不低于【100件】", "件", "", "≥ 不低于100件"},
		{"办结率【90%】以上", "%", "", "≥ 90%以上"},
		{"办结率【5%】以下", "%", "", "≤ 5%以下"},
		{"限时【5日】内办结", "日", "", "≤ 5日内"},
		{"限时【5个工作日】内办结", "个工作日", "", "≤ 5个工作日内"},
		{"占比【5%】内", "%", "", "≤ 5%内"},
		{"办理案件【5件】内容丰富", "件", "", " "},
		{"覆盖【90%以上】", "%", "以上", "≥ "},
		{"控制在【5%以内】", "%", "以内", "≤ "},
		{"办案【超100件】", "件", "超", "> "},
		{"办案【约100件】", "件", "约", " "},
		{"至少开展【3次】", "次", "", "≥ 至少开展3次"},
		{"每年至少组织开展【3次】", "次", "", "≥ 至少组织开展3次"},
		{"每年最多检查【1次】", "次", "", "≤ 最多检查1次"},
		{"最多的是甲类【12件】", "件", "", " "},
		{"甲类最多【12件】", "件", "", " 最多12件"},
		{"至少有2个部门开展【3次】", "次", "", " "},
		{"至少的开展【3次】", "次", "", " "},
		{"至少，开展【3次】", "次", "", " "},
		{"至少一二三四五六七八九十甲乙丙丁开展【3次】", "次", "", " "},
		{"不低于案件总数的【30%】", "%", "", "≥ 不低于案件总数的30%"},
		{"不低于案件、总数的【30%】", "%", "", " "},
		{"低于案件总数的【30件】", "件", "", " "},
		{"不到平均水平的【三分之一】", "", "", "< 不到平均水平的三分之一"},
		{"达到平均水平的【三分之一】", "", "", " "},
		{"法律专业背景的不足【10名】", "名", "", "< 不足10名"},
	} {
		before, rest, _ := strings.Cut(c.text, "【")
		words, after, _ := strings.Cut(rest, "】")
		text := before + words + after
		sign, span := Builtin().Bound(text, report.Span{End: len(text)}, Measured{Span: report.Span{Start: len(before), End: len(before) + len(words)}, Unit: c.unit, Approx: c.approx})
		got := string(sign) + " " + text[span.Start:span.End]
		if c.approx != "" {
			got = string(sign) + " "
		}
		if got != c.want {
			t.Errorf("%s: read as %q, not %q", c.text, got, c.want)
		}
	}
}

// Words that bound a number are looked for within its clause.
func TestBoundsWithinTheClause(t *testing.T) {
	const text = "每月至少开展3次以上"
	number := strings.Index(text, "3")
	for _, c := range []struct {
		from, to string
		want     string
	}{
		{"每月", "", "≥ 至少开展3次以上"},
		{"至少", "", "≥ 至少开展3次以上"},
		{"少开", "", "≥ 3次以上"},
		{"开展", "以上", " "},
		{"至少", "以上", "≥ 至少开展3次"},
	} {
		end := len(text)
		if c.to != "" {
			end = strings.Index(text, c.to)
		}
		sign, span := Builtin().Bound(text, report.Span{Start: strings.Index(text, c.from), End: end}, Measured{Span: report.Span{Start: number, End: number + len("3次")}, Unit: "次"})
		if got := string(sign) + " " + text[span.Start:span.End]; got != c.want {
			t.Errorf("from %s to %s: %q, not %q", c.from, c.to, got, c.want)
		}
	}
}

func TestWordsThatOpenABound(t *testing.T) {
	for text, want := range map[string]string{"不足4": "不足", "不超过4": "不超过", "不少于4": "不少于", "超过4": "超过", "约4": "", "": ""} {
		if n := Builtin().OpensBound(text); text[:n] != want {
			t.Errorf("%s opens with %q", text, text[:n])
		}
	}
}

// What is expected or was to be done is no result, unless the words go on with what
// came of it.
func TestForecastsAndTasks(t *testing.T) {
	for _, c := range []struct {
		before                        string
		bounded                       bool
		forecast, due, demanded, task bool
	}{
		{before: "预计全年办理案件", forecast: true},
		{before: "预计办理20件，实际办理"},
		{before: "预计办理20件，另有", forecast: true},
		{before: "办理案件"},
		{before: "任务数为抽检食品", task: true, due: true},
		{before: "任务数为1200批次，实际抽检"},
		{before: "要求各单位每年集体学法", demanded: true, due: true},
		{before: "要求各单位集体学法"},
		{before: "应抽检食品", due: true},
		{before: "应抽尽抽食品"},
		{before: "应抽检的食品"},
		{before: "应抽检食品20批次，实际抽检"},
		{before: "每年集体学法", bounded: true, due: true},
		{before: "每年集体学法"},
		{before: "集体学法", bounded: true},
	} {
		l := Builtin()
		if got := l.IsForecast(c.before); got != c.forecast {
			t.Errorf("%s is a forecast: %v", c.before, got)
		}
		if got := l.IsDue(c.before, c.bounded); got != c.due {
			t.Errorf("%s is due: %v", c.before, got)
		}
		if got := l.IsDemanded(c.before); got != c.demanded {
			t.Errorf("%s is demanded: %v", c.before, got)
		}
		if got := l.IsTask(c.before); got != c.task {
			t.Errorf("%s is a task: %v", c.before, got)
		}
	}
}

func TestUnitsThatCountTheSame(t *testing.T) {
	l := Builtin()
	for _, c := range []struct {
		a, b string
		same bool
	}{{"件", "起", true}, {"起", "宗", true}, {"件", "件", true}, {"件", "人", false}, {"没有的", "没有的", true}, {"没有的", "件", false}, {"件", "没有的", false}, {"没有的", "也没有的", false}} {
		if got := l.SameUnit(c.a, c.b); got != c.same {
			t.Errorf("%s and %s count the same: %v", c.a, c.b, got)
		}
		if got := l.FirstUnit(c.a) == l.FirstUnit(c.b); got != c.same {
			t.Errorf("%s and %s are one: %v", c.a, c.b, got)
		}
	}
	if l.FirstUnit("没有的") != "没有的" {
		t.Error("a unit that counts alone is another")
	}
	joined := &Lexicon{same: map[string]string{}}
	for _, pair := range [][2]string{{"甲", "乙"}, {"丙", "丁"}, {"乙", "丙"}} {
		joined.join(pair[0], pair[1])
	}
	for _, unit := range []string{"乙", "丙", "丁"} {
		if !joined.SameUnit("甲", unit) {
			t.Errorf("甲 and %s are joined by others, and do not count the same", unit)
		}
	}
}

func TestYearsInWords(t *testing.T) {
	for _, c := range []struct {
		words string
		year  int
		ahead bool
		names bool
	}{
		{"2024年工作安排", 2023, true, true}, {"2023年工作安排", 2023, false, true}, {"2024年工作安排", 0, false, true}, {"二〇二四年安排", 2023, true, true},
		{"2022年总结和2024年安排", 2023, true, true}, {"2024年安排和2022年总结", 2023, true, true}, {"落实《纲要（2021—2025年）》", 2023, false, false},
		{"落实纲要（2021—2025年）", 2023, false, false}, {"落实纲要(2025年)情况", 2023, false, false}, {"落实《纲要2025年", 2023, true, true}, {"工作安排", 2023, false, false},
		{"落实《甲》和《乙》2024年要点", 2023, true, true}, {"3年", 2023, false, false},
	} {
		if IsAhead(c.words, c.year) != c.ahead || NamesYear(c.words) != c.names {
			t.Errorf("%s: ahead of %d: %v, names a year: %v", c.words, c.year, IsAhead(c.words, c.year), NamesYear(c.words))
		}
	}
}
