package figure

import (
	"strings"
	"unicode/utf8"
)

// units holds the measure words of such prose, by their first character, the
// longer ones first. "!" parts a word from the characters that make it
// something else: 部 is a unit, 部门 is none.
var units = buildUnits(`
% ％ ‰ 个百分点 百分点 倍 成!立果为员功绩效熟就本长都型 折!叠射
个工作日 个自然日 个小时 个月 个!人体 工作日 小时 分钟 秒 天!津然 周岁 周!年边 学时 课时 学分 分!局之公司别布院会队所类级享散 岁 人天 人日
千瓦时 兆瓦时 千瓦 兆瓦 度!过假 伏 吨标准煤 吨标煤 吨公里 吨 公斤 千克 微克/立方米 毫克/立方米 毫克/升 微克 毫克 克!服 斤 平方公里 平方千米 平方米 立方米 立方 公里 千米 毫米 厘米 微米 米 公顷 亩次 亩 升!级学 标准箱 标箱 里!程
件次 件 人次 人份 人!大民才口均 户次 户!籍外 家次 家!庭属 场次 场!所馆 批次 批!准复 架次 台次 车次 班次 轮次 艘次 辆次 起 次!数序级
名!额单录称誉 份!额 本!级市县区省地次 条次 条!例件款约 篇次 篇 期 处!理罚置分室 所!有属在以 支!出持撑 台!账湾风阶 辆 座!谈 栋 幢 间!接隔 套!餐 张 册 堂 节!能约日目点 门!户类诊
种!植 类 款!项 轮!岗换 位!于置居列 例次 例!如 宗!教旨 桩 只!有是要能 头 匹!配 颗 艘 架!构 列!入出为 班!子级 段 块 片!区面 株!洲 棵 瓶 箱 袋 包!括含 案!例件卷由值底情犯发子头板台 幅!度员 面!积对向临试 枚 把!握关 盏 根!据本源 盘
组!织 层!级面 顶 口!径号 眼 尊 群!众体 标段 标!准志识 版 集!中体团成群市约资聚 首!先 曲 词 句 票!据 席 床 字!体样 步!入伐骤 笔!试 封!闭 道!路德 档!案 碗 盒 桶 罐 盆 双!方 对!于应接象策外 副!本 扇 墙 亭 站!点
部!门委队分署长属落 村!民级庄两 乡!镇村 镇!村 社区 街道 县!区级域委 市!场级县区委 省!级市份委 校!园区 桥!梁 隧!道 趟 圈 遍 页!面 卷!宗 屏 问 课!题 讲!话 车!辆 帧 餐 针 剂 味 羽 匹 杯 碗 宿 铺 例
章!程节鱼 辑 尾!款矿气声号 通!过知报讯信道行车告常用融 则!是为会要需应可不 毫升 剂次 海里 分贝 摄氏度 千伏安 兆伏安 标台 台套 工日 大类 中类 小类
美元 欧元 港元 日元 英镑 人民币 元!素旦
kWh kW MWh MW GWh GW km² km m² m³ cm mm kg kV hm² mg μg µg ug t L mL ml dB ha m2 m3 km2 GB TB MB ℃ ㎡ ㎢ ㎥ ㎞ ㎝ ㎜ ㎏
`)

type unitWord struct {
	word string
	not  string // characters that must not follow
}

func buildUnits(table string) byRune[[]unitWord] {
	m := map[rune][]unitWord{}
	for _, entry := range strings.Fields(table) {
		word, not, _ := strings.Cut(entry, "!")
		first, _ := utf8.DecodeRuneInString(word)
		list := m[first]
		at := len(list)
		for i, u := range list {
			if u.word == word {
				at = -1
				list[i].not += not
				break
			}
			if len(word) > len(u.word) && i < at {
				at = i
			}
		}
		if at < 0 {
			continue
		}
		list = append(list, unitWord{})
		copy(list[at+1:], list[at:])
		list[at] = unitWord{word, not}
		m[first] = list
	}
	return newByRune(m)
}

// matchUnit is the unit at the start of s, "" when there is none.
func matchUnit(s string) string {
	word := measureWord(s)
	if word == "" || len(word) == len(s) {
		return word
	}
	if r := peek(s, len(word)); r == '次' || r == '/' || r == '／' {
		return s[:compound(s, len(word))]
	}
	return word
}

// measureWord is the measure word at the start of s, "" when there is none.
func measureWord(s string) string {
	first := peek(s, 0)
	if first == '项' {
		return matchItem(s)
	}
	for _, u := range units.get(first) {
		if !strings.HasPrefix(s, u.word) {
			continue
		}
		next := peek(s, len(u.word))
		if next != 0 && hasRune(u.not, next) {
			continue
		}
		if (first < utf8.RuneSelf || isLetter(first)) && isLetter(next) {
			continue
		}
		return u.word
	}
	return ""
}

// compound is the end of a unit that the measure word s[:end] may open: 剂次, 处次,
// and 吨/日 or 批次/千人 for a measure by another.
func compound(s string, end int) int {
	switch next := peek(s, end); {
	case next == '次' && end == len("件") && hasRune(counters, peek(s, 0)) && !hasRune("数序级要日年均席中生区干", peek(s, end+len("次"))):
		return end + len("次")
	case next == '/' || next == '／':
		_, w := runeAt(s, end)
		by := s[end+w:]
		n := 0
		if p := peek(by, 0); hasRune("百千万", p) {
			n = len("百")
		}
		if size := times.leading(by[n:]); size > 0 {
			end += w + n + size
			if rest, ok := strings.CutPrefix(s[end:], "·"); ok && times.leading(rest) > 0 {
				end += len("·") + times.leading(rest) // 元/人·月
			}
			return end
		}
		if word := measureWord(by[n:]); word != "" {
			return end + w + n + len(word)
		}
	}
	return end
}

// counters are measure words that 次 may follow, so that things are counted as
// often as they come.
const counters = "件起份名人家户批部篇处所支辆座个项条套本宗例台堂位只头架艘剂车班船场轮趟栋间门席床张册"

// times are those by which things are measured: 吨/日.
var times = prefixes("年 月 日 天 小时 时 分钟 秒 季度 次 人 户 人次 km² km d h s")

// numerator is a unit without the one that it is measured by: 元 of 元/吨.
func numerator(unit string) string {
	for i := 0; i < len(unit); i++ {
		if unit[i] == '/' || unit[i] == "／"[0] {
			return unit[:i]
		}
	}
	return unit
}

// matchItem tells 12项 from 12 项目: in 12项目标 the unit is 项 after all.
func matchItem(s string) string {
	switch {
	case strings.HasPrefix(s, "项次"):
		return "项次"
	case strings.HasPrefix(s, "项目") && peek(s, len("项目")) != '标':
		return ""
	}
	return "项"
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isMoney reports whether a unit is of money.
func isMoney(unit string) bool {
	switch numerator(unit) {
	case "元", "美元", "欧元", "港元", "日元", "英镑", "人民币":
		return true
	}
	return false
}
