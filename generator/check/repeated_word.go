package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// han is the size of a Chinese character of the basic plane in UTF-8.
const han = 3

// longestRepeat is the longest word that is looked for twice, in characters.
const longestRepeat = 12

// repeatedWord finds words written twice in a row: 行政行政, 进一步进一步, 的的.
//
// Chinese doubles words lawfully (人人, 时时处处, 一项一项), two words may meet
// in the same characters (对对口帮扶, 和平和平等), and a verb may take an object
// that begins with itself (保障保障对象). So a single character counts only
// where it never stands twice, a word of two only when it is none of those,
// and is an error only when it is known never to be doubled.
func repeatedWord(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.RepeatedWord, severity: report.Error}
	var letters []rune
	var at []int // where each letter stands in the text
	for _, p := range paragraphs(in.Report) {
		letters, at = letters[:0], at[:0]
		for i, r := range c.src.Slice(p.span) {
			letters, at = append(letters, r), append(at, p.span.Start+i)
		}
		repeatsIn(&c, letters, append(at, p.span.End))
	}
	return c.all()
}

// repeatsIn looks for such words in a paragraph, of which the letters stand at
// the offsets at.
func repeatsIn(c *collector, letters []rune, at []int) {
	for i := 0; i < len(letters); {
		n := repeatAt(letters[i:])
		if n == 0 {
			i++
			continue
		}
		end := i + 2*n
		for end+n <= len(letters) && slices.Equal(letters[end:end+n], letters[i:i+n]) {
			end += n // three times or more
		}
		judgeRepeat(c, report.Span{Start: at[i], End: at[end]}, at[i+n]-at[i])
		i = end
		if n == 1 {
			i-- // 了了解 begins a word with its second character
		}
	}
}

// repeatAt is how many characters the longest word of Chinese characters has
// that s begins with twice; 0 when there is none. A word of one character
// written often does not make longer ones.
func repeatAt(s []rune) int {
	switch {
	case len(s) < 2:
		return 0
	case s[0] == s[1]:
		if isBasicHan(s[0]) || strings.ContainsRune("，、；：。", s[0]) {
			return 1
		}
		return 0
	case !isBasicHan(s[0]):
		return 0
	}
	for n := min(longestRepeat, len(s)/2); n > 1; n-- {
		if s[0] == s[n] && s[1] == s[n+1] && slices.Equal(s[:n], s[n:2*n]) && allHan(s[:n]) {
			return n
		}
	}
	return 0
}

// allHan reports whether s holds nothing but Chinese characters of the basic
// plane.
func allHan(s []rune) bool {
	return !slices.ContainsFunc(s, func(r rune) bool { return !isBasicHan(r) })
}

// judgeRepeat decides about a word of n bytes that fills sp at least twice.
func judgeRepeat(c *collector, sp report.Span, n int) {
	text := c.src.Text
	word := text[sp.Start : sp.Start+n]
	before, after := text[:sp.Start], text[sp.End:]
	severity := report.Error
	switch {
	case n == han && !isBasicHan(firstRune(word)):
		if word == "。" && sp.Len() > 2*han {
			return // 。。。 for an ellipsis
		}
		c.add(sp, fmt.Sprintf("标点“%s”连用了两次", word), fmt.Sprintf("请核对定稿，删去多余的“%s”", word))
		return
	case n == han:
		if sp.Len() > 2*han || !doubledByMistake(word, before, after) {
			return
		}
	case sp.Len() > 2*n:
		severity = report.Warning // a slogan, a pattern
	case n == 2*han:
		if !strings.Contains(neverDoubled, "|"+word+"|") {
			if strings.Contains(mayDouble, "|"+word+"|") && (isHan(firstRune(after)) || strings.HasSuffix(before, "“")) || strings.ContainsAny(word, looseCharacters) || strings.ContainsAny(word, numerals) {
				return
			}
			severity = report.Warning
		}
		if strings.HasPrefix(after, "化") || strings.HasPrefix(after, "性") {
			return // 标准标准化, 规范规范性文件
		}
		if word == "行政" && strings.HasSuffix(before, "依法") {
			severity = report.Warning // 依法行政 and a word that begins with 行政
		}
	default:
		if strings.HasPrefix(word, "一") && word[han:2*han] == word[2*han:] {
			return // 一次次一次次
		}
		if word != "进一步" && (strings.ContainsAny(word, "和与及或的") || strings.ContainsAny(word, numerals)) {
			severity = report.Warning
		}
	}
	c.note(sp, severity, fmt.Sprintf("“%s”连写了两次", word), fmt.Sprintf("请核对定稿，只留一个“%s”；确实应当这样写的，可在 .toml 中写明理由", word))
}

// doubledByMistake reports whether a character that stands twice is a slip:
// only some never stand twice, and not where one of the two belongs to the word
// beside it.
func doubledByMistake(word, before, after string) bool {
	starts := func(chars string) bool { return len(after) >= han && strings.Contains(chars, after[:han]) }
	ends := func(chars string) bool {
		return len(before) >= han && strings.Contains(chars, before[len(before)-han:])
	}
	switch word {
	case "的":
		return !starts("士确") && !ends("目标端") // 的士, 目的的
	case "了":
		return !starts("解断结然却如") && !ends("不得没完") // 了了解, 没完没了了
	case "是":
		return !starts("否非") && !ends("于就还只可但若") // 是是否, 于是是
	case "们":
		return true
	case "及":
		return !starts("时格第早")
	case "被":
		return !starts("告子害动")
	case "把":
		return !starts("关握手脉") && !ends("一两几") // 一把把
	case "已":
		return !ends("而早") // 而已已
	}
	return false
}

const numerals = "〇零一二三四五六七八九十百千万亿两几半"

// looseCharacters stand by themselves so often that two of them may meet:
// 和平和平等, 不能不能.
const looseCharacters = "共和与及或的地得了着过是不有在为对以于从到把被将向由比等也都又再就还很更最越边先每各另其某此该我你他她它们个位名天年月日时次件户人家们"

// mayDouble are verbs that take an object that begins with themselves
// (服务服务对象, 代表代表选民), nouns that often meet (法律顾问顾问费), and verbs
// doubled for a light tone (研究研究). Something follows then.
const mayDouble = "|顾问|机关|企业|政府|部门|主体|责任|公开|规范|普法|落实|代表|规定|要求|通知|决定|领导|指导|监督|保障|服务|审核|审查|评估|评价|检查|培训|管理|教育|研究|讨论|学习|审批|调解|复议|鉴定|监管|救助|救援|帮扶|援助|矫正|调查|采购|投诉|举报|报告|设计|生产|销售|" +
	"运输|保护|修复|测试|监测|检测|检验|检疫|统计|分析|考核|考察|督察|督导|督查|巡察|巡查|协调|协商|商量|讲解|宣传|宣讲|体验|锻炼|商议|沟通|交流|整理|清理|收拾|打扫|参考|考虑|尝试|休息|放松|设立|承包|经营|投资|" +
	"申请|登记|备案|公证|仲裁|信访|上访|接访|举办|主办|承办|协办|代理|委托|受托|聘请|选举|推荐|介绍|证明|证实|翻译|记录|纪念|纪录|实践|实验|试验|试点|示范|模拟|创新|创业|招聘|就业|失业|扶贫|扶持|支援|支持|招商|参加|" +
	"执行|处罚|强制|许可|征收|征用|补偿|赔偿|借贷|贷款|存款|集资|融资|捐赠|捐款|资助|奖励|表彰|惩处|教学|培育|孵化|加工|制造|养殖|种植|供应|供水|供电|供热|供暖|供气|排水|排污|污染|防治|治理|预防|防疫|防控|防汛|灭火|消防|应急|响应|" +
	"意思|看看|打听|比划|来回|上下|反复|非常|特别|十分|快乐|加油|中国|北京|上海|天津|重庆|"

// neverDoubled are words of such reports that no sound sentence has twice in a
// row: adverbs, and verbs that never take themselves as an object. Most nouns
// are not here: 市直机关机关党委.
const neverDoubled = "|行政|法治|依法|严格|全面|积极|切实|不断|持续|深入|认真|有力|有序|扎实|充分|坚决|坚持|推进|推动|加强|强化|深化|贯彻|提高|提升|提供|开展|建立|健全|完善|优化|增强|促进|实现|确保|围绕|按照|根据|进行|形成|构建|打造|聚焦|坚定|" +
	"牢固|统筹|组建|制定|出台|印发|下发|召开|取得|成为|具有|以及|并且|而且|因此|同时|其中|共同|主要|重大|显著|明显|"
