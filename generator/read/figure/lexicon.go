package figure

import (
	"strings"
	"unicode/utf8"
)

// The words that labels are made and unmade with. They are those of official
// prose at large, not of any one report.

// affixes holds words by the character they begin or end with, the longer ones
// first.
type affixes struct{ byRune[[]string] }

func prefixes(words string) affixes {
	return group(words, func(w string) rune { r, _ := utf8.DecodeRuneInString(w); return r })
}

func suffixes(words string) affixes {
	return group(words, func(w string) rune { r, _ := utf8.DecodeLastRuneInString(w); return r })
}

func group(words string, key func(string) rune) affixes {
	lists := map[rune][]string{}
	for _, w := range strings.Fields(words) {
		k := key(w)
		list := append(lists[k], w)
		for i := len(list) - 1; i > 0 && len(list[i]) > len(list[i-1]); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		lists[k] = list
	}
	return affixes{newByRune(lists)}
}

// leading is the length of the longest word that s begins with.
func (a *affixes) leading(s string) int {
	for _, w := range a.get(peek(s, 0)) {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// trailing is the length of the longest word that s ends with.
func (a *affixes) trailing(s string) int {
	r, _ := before(s, len(s))
	for _, w := range a.get(r) {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}

// within reports whether s holds one of the words that begin with their
// character.
func (a *affixes) within(s string) bool {
	for i := 0; i < len(s); {
		if a.leading(s[i:]) > 0 {
			return true
		}
		_, w := runeAt(s, i)
		i += w
	}
	return false
}

// openings say when, where or in which order, and are no part of a label.
var openings = prefixes(`
其中： 其中: 其中 同时 并且 并 还 再 又 也 则 而 另 另外 此外 先后 共计 共 总共 一共 累计 全年 全年共 当年 年内 年末 年底 期末 目前 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 下一步 下步 今后 明年 来年 新一年 新的一年 下一年 今年 去年 本年 一年来 五年来 近年来 近五年 五年 这五年
这一年 过去一年 上半年 下半年 期间 已 均 都 将 要 力争 确保 总计 以及 及 和 与 、 ， 同比 环比 累计已 现 现有 仍 仍有 尚有 且 由此 比上年末 比上年同期 比上年 比去年 比去年同期 较上年 较上年同期 较上年末 较去年 较去年同期
与上年相比 比上一年 较上一年 全厅系统 全市系统 全省系统 全区系统 全县系统 全县 全区 全市 全省 全镇 全乡 全州 全旗 全盟 全局 全厅 全系统 我县 我区 我市 我省 我镇 我局 我厅 我委 全面 积极 高质量 高标准 认真 切实 深入 持续 不断 扎实 统筹 大力 有序 依法 主动 新近 计划 预计 拟 依托 经 约 共有 共计 其余 至少 上线后 集中 分别 继续 首批
`)

// bridgesTo stand between the thing counted and its numeral.
var bridgesTo = suffixes(`
达到 达 已达 已达到 为 均为 皆为 各为 至 到 在 增至 增加到 增加至 增长到 增长至 提高到 提高至 提升至 提升到 上升到 上升至 升至 升到 降至 降到 下降到 下降至 降低到 降低至 扩大到 扩大至 缩小至 缩小到 缩短至 缩短到 压缩至 压缩到 压减至 压减到
减至 减少到 减少至 精简至 精简到 压到 压至 降为 增为 减为 变为 调整为 整合为 归并为 恢复到 回升到 回升至 超过 突破 超 仅 仅为 只有 的只有 仅有 有 共 共有 共计 计 总计 累计 累计达 累计达到 是 不足 不到 不少于 不低于 不高于 不超过 不超 不逾 不多于 低于 高于 至少 最多 实有 高达 多达 稳定在 保持在 维持在 控制在 设为 定为 保持
持续保持 继续保持 首次 历史性 分别 双双 人民币 均 已 约 近 逾 实现 ： : ， 、 已有 现有 连续 五年 十年 三年 四年 两年 全年 中有 仍有 尚有 还有 含 包括 总数达 年均 最短的 等 了 为期 长达 约为 已超 已超过 各 含有 不止 不下 仍为 也为 仍达 增到 每年 每月 每季度 每人 由 从 平均 全部 累计完成 先后
`)

// light verbs say that something was done, not what: 开展, 办理.
var light = prefixes(`
开展了 开展 办理了 办理 召开了 召开 组织召开 组织开展 组织实施 组织举办 组织了 组织 举办了 举办 实施 完成了 完成 进行 聘请了 聘请 聘任 选聘 提出 收到 下发 提请审议 提请 举行 主持召开 主持 出具 设立 设置 推行 推出 取得 获得 获评 收回 列明 配备 采取 承办 参加了 参加 安排 实现 评出 出台了 出台 形成 提供 拥有 落实 制作 做 答复 做好 落户 布局 荣获 启动 迭代 探索形成 成功 发生 存在 拍摄了 拍摄 带头参加 带头 报送 编制 建有 设有 高质量完成 圆满完成
`)

// verbs can open a phrase or part a noun from what is said of it.
var verbs = prefixes(`
保留 修改 废止 取消 责令 整改 受理 审结 维持 撤销 确认 调解 和解 调结 调处 化解 排查 移出 列入 移送 覆盖 涵盖 惠及 结案 立案 办结 办案 纠正 精简 新增 采纳 吸收 征集 公开 转送 接待 处置 退回 驳回 救助 转移 发放 罚款 罚没 追回 挽回 清退 清理 取缔 关闭 关停 拆除 建成 新建 改造 修复 整治 治理 完工 竣工 开工 投用 投产 下放
承接 整合 收集 回应 走访 对接 服务 帮助 帮扶 指导 督促 督办 督改 约谈 通报 问责 处分 处罚 警告 评查 抽查 检查 巡查 抽检 检测 检验 监测 审核 审查 审批 备案 报备 听证 复议 应诉 出庭 败诉 胜诉 纠错 送达 提供 执行 培训 轮训 受训 宣讲 宣传 发布 印发 制发 制定 修订 起草 编印 推送 播放 拍摄 刊发 报道 转发 采用 录用 评选 评估 测评
考核 表彰 命名 认定 认证 创建 培育 培养 引进 聘请 选派 配备 配齐 安装 加装 更新 投入 拨付 减免 减少 增加 增长 下降 上升 上涨 提高 提升 降低 压减 压缩 缩短 扩大 上调 下调 回升 回落 发现 查处 查办 查获 捣毁 抓获 侦破 破获 起诉 判决 批捕 接收 接听 解答 咨询 答复 反馈 上报 报送 签订 签约 达成 履行 兑现 支付 安置 就业 参与 参加 举办 召开
开展 组织 实施 完成 办理 实行 进行 实现 推动 推行 推广 享受 享有 获得 获评 获批 荣获 入选 上榜 晋级 达到 通过 纳入 列为 进入 接入 开通 运行 运营 使用 收录 归集 共享 办件 办成 提前 延期 免予 不予 不合格 基本合格 终止 中止 撤回 移交 交办 转办 督导 督察 督查 调研 视察 检视 述法 列席 邀请 出动 出具 提出 提请 合格 成功 优秀 达标 满意 没有 未 尚未 不符合 符合 涉及 包括 持证 调剂
新创 新发 落实 建立 建设 设立 完善 优化 组建 成立 挂牌 填补 立起 消除 融入 结对 拥有 开发 出口 进口 接诊 签发 发证 换发 核发 登记 注册 注销 迁入 吊销 暂扣 扣押 查封 冻结 没收 销毁 召回 下架 曝光 公示 公告 巡河 清零 销号 重复 参训 参赛 参会 参保 缺席 全部 列席 转入 装到 配法律 上线 通了 参训 合计 自查 办理 宣布 失效 调撤 招录 录取 毕业 接受 处理 帮教 矫正 解除 收监 签批 审签 批办 讲 暗访 点评 解决 审看 作出 发出 适用 改正 批准 提取 装备 收缴 跨过 迈上 通达 带动 撬动 吸引 聘任 选聘 供应 储备 装机 投放 升级 获得 取得 荣立 处结 息诉 罢访 化解 回访 研究 审议 讨论 学习 主持 汇报 述职 考试 晋升 交流 巡回 开庭 宣判 旁听
`)

// outcomes stand after their subject: 食品抽检合格, not 合格食品抽检.
func isOutcome(s string) bool {
	switch s {
	case "合格", "成功", "优秀", "达标", "胜诉", "败诉", "满意", "不合格", "基本合格":
		return true
	}
	return false
}

// adverbs may stand before or between verbs.
var adverbs = prefixes(`
当年 当场 现场 全部 已 正在 至今 仍 及时 依法 累计 先后 逐一 同步 直接 共同 联合 集中 统一 首次 继续 平均 带头 被 予以 就地 成功 主动 限期 按期 按时 如期 当期 亲自 一次 综合 提前 当庭 即时
`)

// attributes need a subject: 平均用时 of what.
var attributes = suffixes(`
率 占比 比重 比例 总量 总额 金额 标的 标的额 听众 用时 办件 办件量 幅度 增幅 降幅 增速 满意度 得分 花费 总花费 床位 访问量 里程 产量 利润 收入 经费 总数 数量 人数 时长 销售额 产值 权重 总产值 周期 时间 时限 装机 点击量 阅读量 浏览量 播放量 观看量 指数 资金 规模 面积 总值 税收 受众 户数 件数 次数 家数 价值 总投资 投资
`)

// changing verbs end the words before a figure that is a change.
var changing = suffixes(`
增长 下降 提高 减少 增加 上升 降低 提升 压减 精简 缩短 压缩 上调 下调 回升 回落 高于全国 低于全国 高于全省 低于全省 高于全市 低于全市 增长了 下降了 提高了 减少了 增加了 上升了 降低了 提升了 缩短了 压缩了 高出 低出 拉动 收窄 下滑 缩减 削减 翻了 增幅 降幅 增速 幅度 年均增长 实际增长 压降 上涨
`)

// generic nouns say little without what stands before them.
var generic = suffixes(`
国家 地区 国家及地区 乡镇 乡 镇 村 社区 部门 单位 企业 家庭 群众 港口 人员 项目 问题 案件 县区 县 市 区 城市 街道 点 户 人 对象 学校 事项 机构 场所 干部 领域 农牧民 儿童 学生 队员 村（社区） 乡（街道） 乡镇（街道） 地市 窗口 岗位
`)

// agents after a verb make the name of someone who does it: 服务业, 审核机构.
var agents = prefixes(`业 人员 员 者 中心 平台 站 机构 机关 部门 单位 队伍 队 组织 委员会 小组 团 专家 顾问 对象 权`)

// doers end the name of whoever does something.
var doers = suffixes("机构 机关 部门 单位 组织 中心 平台 局 所 厅 政府 法院 队 支队 大队 窗口 委员会 调委会 仲裁庭")

func isVerb(s string) bool { return verbs.leading(s) > 0 }

// onlyVerbs reports whether s is a verb or a chain of verbs and adverbs.
func onlyVerbs(s string) bool {
	if s == "" {
		return false
	}
	seen := false
	for s != "" {
		n := verbs.leading(s)
		seen = seen || n > 0
		if n == 0 {
			n = adverbs.leading(s)
		}
		if n == 0 {
			switch r, w := runeAt(s, 0); r {
			case '、', '和', '并', '或', '者':
				n = w
			}
		}
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return seen
}

// findVerb is the offset of the first verb in s after at least two characters,
// and -1 when there is none. Words in quotation marks have none.
//
// A verb at the very end is a noun (案件复核) when the phrase ends there, and
// a verb when a numeral follows (任务完成59项).
func findVerb(s string, ends bool) int {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == quote {
			if j := strings.IndexRune(s[i:], closing(r)); j > 0 && closing(r) != r {
				i += j
				continue
			}
		}
		if n := verbs.leading(s[i:]); n > 0 && i > 0 && !strings.HasSuffix(s[:i], "全") && (n == len(s)-i && !ends || n < len(s)-i && !nominal(s[i:])) {
			return i
		}
		i += w
	}
	return -1
}

// nominal reports whether the verb that s begins with is part of a compound
// noun (执法人员, 审查意见, 服务中心), or ends the phrase as a noun does.
func nominal(s string) bool {
	rest := s[verbs.leading(s):]
	if rest == "" {
		return true
	}
	switch peek(rest, 0) {
	case '和', '与', '、', '及':
		return true // 改造和治理
	}
	return compounds.leading(rest) > 0
}

var compounds = prefixes(`
人员 人 员 者 意见 建议 中心 平台 站 点 所 室 机构 机关 部门 单位 对象 案件 案卷 文件 方案 机制 制度 办法 规定 标准 目录 清单 事项 任务 项目 工作 活动 行动 工程 群体 发展  措施 政策 服务 体系 系统 设施 设备 基地 示范 试点 典型 案例 企业 队伍 队 组织 委员会 小组 团 专家 顾问 会议 会 率 费 款 金 证 书 量 数 面积 资金 经费 法 权 类 型 性 点位 问题 情况 结果 成果 成效 总 线 网 局 委 厅 处 课 课堂 骨干 能手 村 镇 街 社区 园 园区 区 大厅 窗口 终端 热线 站所 裁决 协议 合同 事故 纠纷 矛盾 监督 执法 教育 改革 联络 志愿 业务 管理 指挥 困难 信息 数据 程序 渠道 设计 费用 材料 档案 记录 申请 请求
`)
