package figure

import (
	"strings"
	"unicode/utf8"
)

// lightly takes a light verb off the front of words, unless nothing is left.
func lightly(s string) string {
	for {
		n := light.leading(s)
		if n == 0 || n == len(s) || nominal2(s, n) {
			return s
		}
		s = s[n:]
	}
}

// spans after a light verb say how long or how it was done: 办理时限.
var spans = prefixes("时间 时限 周期 流程 环节 材料 成本")

// nominal2 reports whether a light verb is part of a noun after all: 组织部.
func nominal2(s string, n int) bool {
	if spans.leading(s[n:]) > 0 {
		return true
	}
	if c := compounds.leading(s[n:]); c > 0 && c+n == len(s) {
		return s[:n] != "聘请" && s[:n] != "提出" && s[:n] != "出具" && s[:n] != "召开" && s[:n] != "组织召开" && s[:n] != "收到"
	}
	return false
}

// dropLight takes light verbs and what stands before them off a phrase.
func dropLight(core string) string {
	core = lightly(core)
	if circumstances.leading(core) == 0 && utf8.RuneCountInString(core) <= 14 {
		return core
	}
	return core[lastLight(core):]
}

// circumstances open words of how and for whom something was done.
var circumstances = prefixes("针对 为 对 向 围绕 按照 根据 通过 依托 结合")

// lastLight is the offset after the last light verb with at least three
// characters after it, 0 when there is none.
func lastLight(core string) int {
	found := 0
	for i := 0; i < len(core); {
		r, w := runeAt(core, i)
		if classOf(r) == quote && closing(r) != r {
			if j := strings.IndexRune(core[i:], closing(r)); j > 0 {
				i += j
				continue
			}
		}
		if n := light.leading(core[i:]); n > 3 && i > 0 && len(core)-i-n >= 9 && compounds.leading(core[i+n:]) == 0 {
			found = i + n
		}
		i += w
	}
	return found
}

// lastOfChain puts the subject of several predicates before the last of them:
// 总量突破百亿、增长 is 总量增长.
func lastOfChain(core string) string {
	at := listCut(core)
	if at < 0 {
		return core
	}
	final := core[at+len("、"):]
	if final != "" && changing.trailing(final) != len(final) {
		return core
	}
	first := core[:at]
	if i := listCut(first); i >= 0 {
		first = first[:i]
	}
	if opener := subjectOf(first); opener != "" {
		first = opener
	}
	return first + final
}

// afterEtc keeps what follows a list that ends in 等: 《甲》《乙》等微视频.
func afterEtc(core string) string {
	at := lastIndex(core, "等")
	if at <= 0 || at+len("等") >= len(core) {
		return core
	}
	rest := core[at+len("等"):]
	if r := peek(rest, 0); r == '级' || r == '候' || r == '次' || r == '额' {
		return core
	}
	if !strings.ContainsAny(core[:at], "、》”") {
		return core
	}
	if utf8.RuneCountInString(rest) > 3 {
		return rest
	}
	n := 0
	for {
		step := verbs.leading(core[n:])
		if step == 0 {
			step = adverbs.leading(core[n:])
		}
		if step == 0 || n+step >= at {
			break
		}
		n += step
	}
	return core[:n] + rest
}
