package guard

import (
	"bytes"
	"html"
	"regexp"

	"mingfa/generator/report"
)

// runs is what in an SVG picture is a program: a script, a handler of events, an address that is one. A picture in a page never runs
// it, but one that is opened by its own address does, with the rights of the site.
var runs = regexp.MustCompile(`(?i)<(?:[\w.-]+:)?script\b|[\s"'/]on[a-z]+\s*=|javascript:|<(?:[\w.-]+:)?(?:foreignobject|iframe|embed|object)\b`)

// checkPicture looks at an SVG picture. Characters that are written as numbers are read as what they are.
func checkPicture(file string, raw []byte) []report.Finding {
	switch plain := html.UnescapeString(string(raw)); {
	case bytes.IndexByte(raw, 0) >= 0: // UTF-16, in which nothing would be found
		return refuseFile(file, "图片要存成 UTF-8 的 SVG", "请另存为 UTF-8，或换成 .png。")
	case runs.MatchString(plain):
		return refuseFile(file, "图片里有脚本或网页：有人直接打开它的网址，就会运行", "请去掉里面的脚本，或换成 .png。")
	}
	return nil
}
