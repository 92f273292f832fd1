package lexicon

import "strings"

// SaysMore reports whether words say all that others say and more, so that they are of a
// part of it: 审查重大合同 and 审查合同, 市政府规范性文件清理 and 清理规范性文件.
func SaysMore(words, others string) bool {
	if others == "" || len(words) <= len(others) {
		return false
	}
	for at, c := range others {
		if strings.Count(words, string(c)) <= strings.Count(others[:at], string(c)) {
			return false
		}
	}
	return true
}
