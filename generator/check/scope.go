package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// scope is what the words around a figure say of which of a thing it counts.
type scope struct {
	words string   // the figure's own words, from the comma before it, without what every figure may have
	whole string   // 全市, 全区: of which area it is all; "" when it says none
	marks []string // what makes it narrower: 上半年, 街道, 专项
	total bool     // it says that it is of the whole year
	alone bool     // nothing before it in its sentence says of what it is, as 开展民法典宣传，发放资料3000份 does
}

// sameAs reports whether nothing says that two figures count different shares
// of a thing.
func (s scope) sameAs(o scope) bool {
	if s.whole != "" && o.whole != "" && s.whole != o.whole || len(s.marks) != len(o.marks) {
		return false
	}
	for i := range s.marks {
		if s.marks[i] != o.marks[i] {
			return false
		}
	}
	return true
}

// The words that make what is counted narrower: a part of the year, other
// years, a place or a body, a campaign, a kind.
var narrowing = [...]string{
	"上半年", "下半年", "季度", "月", "周", "期间", "当天", "当日", "同期", "上年", "去年", "以来", "截至", "截止", "底", "目前", "年均", "平均", "五年", "三年", "两年", "近年", "任期", "往年", "历年", "以前年度", "结转", "累计完成",
	"街道", "镇", "乡", "村", "社区", "企业", "学校", "校园", "机关", "部门", "单位", "大队", "中队", "支队", "法院", "检察", "公安", "窗口", "分局", "中心", "所", "站", "园区", "银行", "医院", "本级", "市级", "区级", "县级", "省级", "国家级", "市直", "区直", "县直", "下属", "基层", "其他", "各自",
	"专项", "行动", "活动月", "领域", "方面", "系列", "试点", "重点", "示范", "首次", "新增", "新建", "新收", "其中", "涉", "类", "型", "项目", "女", "青少年", "未成年", "农民工", "老年", "妇女", "残疾", "民营", "行业", "对外", "线上", "线下", "网上", "现场", "电话", "直接", "指导", "联合", "牵头", "参与", "协助", "配合", "督促", "推动",
}

// generic are words before a figure that say nothing of what it counts.
var generic = [...]string{
	"全年", "今年", "本年度", "本年", "年度", "一年来", "一年中", "共计", "共", "总计", "合计", "累计", "先后", "已", "现", "其中", "我局", "我市", "我区", "我县", "我省", "我镇", "我委", "我厅", "本局", "本机关", "全局", "全系统", "依法", "认真", "积极", "扎实", "有效", "及时", "高质量", "成功", "完成", "组织", "开展", "实施", "进行", "举办", "了", "各类", "各种",
}

// opensGeneric reports whether a generic word or an area begins with r.
func opensGeneric(r rune) bool {
	switch r {
	case '全', '今', '本', '年', '一', '共', '总', '合', '累', '先', '已', '现', '其', '我', '依', '认', '积', '扎', '有', '及', '高', '成', '完', '组', '开', '实', '进', '举', '了', '各':
		return true
	}
	return false
}

// maxFrame bounds the words that are looked at before a figure, in bytes.
const maxFrame = 360

// scopeOf reads the words of figure i and of its sentence before it.
func scopeOf(r *report.Report, i int) scope {
	f := &r.Figures[i]
	if r.Blocks[f.Block].Kind == report.BlockRow {
		label, _, _ := strings.Cut(f.Label, "（")
		return scope{words: trimGeneric(r, label), alone: true}
	}
	text := r.Source.Text
	start := max(r.Blocks[f.Block].Span.Start, f.Span.Start-maxFrame)
	frame := text[start:f.Span.Start]
	if at := strings.LastIndexAny(frame, "。！？；\n"); at >= 0 {
		frame = frame[at:]
	}
	from := strings.LastIndexAny(frame, "，、：:,（(。；") // of the figure's own words
	own := frame
	if from >= 0 {
		own = strings.TrimLeft(frame[from:], "，、：:,（(。；！？\n")
	}
	if i > 0 && r.Figures[i-1].Span.End <= f.Span.Start && f.Span.Start-r.Figures[i-1].Span.End < len(own) {
		own = text[r.Figures[i-1].Span.End:f.Span.Start]
	}
	s := scope{words: trimGeneric(r, own), alone: true}
	s.total = hasAny(own, "全年", "一年来", "今年", "本年", "年度") || saysYear(own, r.Year)
	opening := r.Blocks[f.Block].Heading < 0
	for clause := range strings.FieldsFuncSeq(frame, func(c rune) bool { return strings.ContainsRune("，、：:,（(。；！？\n", c) }) {
		if !strings.HasSuffix(clause, own) {
			if opening || isBackground(clause, r.Year) {
				continue
			}
			s.alone = false
		}
		clause = strings.ReplaceAll(clause, "各类", "")
		for _, area := range [...]string{"全国", "全省", "全市", "全区", "全县", "全镇", "全街道", "全域"} {
			if strings.Contains(clause, area) {
				s.whole, clause = area, strings.ReplaceAll(clause, area, "")
			}
		}
		for _, word := range narrowing {
			if strings.Contains(clause, word) {
				s.marks = append(s.marks, word)
			}
		}
	}
	return s
}

func saysYear(words string, year int) bool {
	n, _, _ := yearIn(words)
	return n > 0 && n == year
}

// isBackground reports whether a clause only says under whom or by what
// something was done.
func isBackground(clause string, year int) bool {
	clause = strings.TrimSpace(clause)
	if n, _, end := yearIn(clause); n == year && end == len(clause) || clause == "全年" || clause == "一年来" {
		return true
	}
	for _, word := range [...]string{"在", "按照", "根据", "围绕", "坚持", "以", "为", "聚焦", "紧扣", "贯彻", "落实", "深入贯彻", "始终", "认真履"} {
		if strings.HasPrefix(clause, word) {
			return true
		}
	}
	return strings.HasSuffix(clause, "下") || hasAny(clause, "领导", "履行职责", "履职", "支持下")
}

// trimGeneric takes off the words before and after that say nothing of what is
// counted, the year of the report and who issued it.
func trimGeneric(r *report.Report, words string) string {
	for _, word := range [...]string{" ", "　", "各类", "各种"} {
		words = strings.ReplaceAll(words, word, "")
	}
	for trimmed := true; trimmed; {
		trimmed = false
		if rest, ok := strings.CutPrefix(words, r.Issuer); ok && r.Issuer != "" {
			words, trimmed = rest, true
		}
		if n, at, end := yearIn(words); n == r.Year && n > 0 && at == 0 {
			words, trimmed = strings.TrimPrefix(words[end:], "度"), true
		}
		if first, _ := utf8.DecodeRuneInString(words); !opensGeneric(first) {
			continue
		}
		for _, area := range [...]string{"全国", "全省", "全市", "全区", "全县", "全镇"} {
			if rest, ok := strings.CutPrefix(words, area); ok {
				words, trimmed = rest, true
			}
		}
		for _, word := range generic {
			if rest, ok := strings.CutPrefix(words, word); ok && rest != "" {
				words, trimmed = rest, true
			}
		}
	}
	switch last, _ := utf8.DecodeLastRuneInString(words); last {
	case '了', '到', '达', '为', '计', '共', '数':
		for _, word := range [...]string{"了", "达到", "达", "为", "共计", "共", "数"} {
			words = strings.TrimSuffix(words, word)
		}
	}
	return words
}
