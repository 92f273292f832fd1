package checkout

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lfsPointer begins the few lines that stand in a commit instead of a file that is
// kept in Git LFS.
const lfsPointer = "version https://git-lfs.github.com/spec/v1"

const (
	// mostName is how long a name may be, in bytes: a disk takes 255, and the copies
	// and temporary files beside a published one have longer names than it.
	mostName = 200
	mostPath = 800 // bytes
	mostDeep = 20  // folders above a file
)

// reserved are the names that Windows keeps for devices, with any extension.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

// unfit says in Chinese why a path of a commit cannot stand on every disk and in
// every address; "" if it can.
func unfit(path string) string {
	switch {
	case !utf8.ValidString(path):
		return "的名字不是 UTF-8 编码。请改名"
	case len(path) > mostPath:
		return "的路径太长。请改短"
	case strings.Count(path, "/") > mostDeep:
		return fmt.Sprintf("的文件夹套得太深，超过 %d 层。请换到浅一些的文件夹", mostDeep)
	}
	for part := range strings.SplitSeq(path, "/") {
		stem, _, _ := strings.Cut(strings.ToLower(part), ".")
		switch {
		case len(part) > mostName:
			return fmt.Sprintf("的名字太长，超过 %d 个字节。请改短", mostName)
		case strings.ContainsFunc(part, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r)
		}):
			return "的名字里有看不见的字符。请改名"
		case strings.ContainsAny(part, `<>:"|?*`):
			return "的名字里有 < > : \" | ? * 之一，有的电脑存不了。请改名"
		case strings.HasSuffix(part, "."), strings.HasSuffix(part, " "), strings.HasPrefix(part, " "):
			return "的名字以空格或点结尾，或以空格开头，有的电脑存不了。请改名"
		case reserved[stem], len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9':
			return "的名字是 Windows 留给设备用的，有的电脑存不了。请改名"
		}
	}
	return ""
}
