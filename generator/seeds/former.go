package seeds

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// mostFormer bounds the former addresses of a body: each makes a page for each of
// its reports.
const mostFormer = 20

// former checks the former addresses of bodies. What is wrong is left out:
// each leads to one body, and never takes the address of another. A name in
// Chinese is one that the body had, and is taken as its alias.
func (l *loader) former() {
	taken := map[string]string{} // slug -> whose it is, in words
	for _, b := range l.portal.Bodies {
		taken[b.Slug] = fmt.Sprintf("现在是%s的", b.Name)
	}
	for _, f := range l.bodies {
		if n := len(f.body.Former); n > mostFormer {
			l.findings = append(l.findings, f.doc.KeyAt(rule.FormerAddress, report.Error,
				fmt.Sprintf("原来的网址名有 %d 个，超过 %d 个", n, mostFormer), "请只写这个单位真正用过的名字。", "former"))
			f.body.Former = nil
			continue
		}
		var kept []string
		for i, slug := range f.body.Former {
			if isBodyName(slug) {
				f.body.Alias = append(f.body.Alias, slug)
				continue
			}
			var message string
			suggestion := "请写单位文件夹原来的名字，如 former = [\"hubin-sfj\"]；不需要的删去。"
			switch {
			case !isSlug(slug):
				message = fmt.Sprintf("“%s”不能是网址里的名字", slug)
			case taken[slug] != "":
				message = fmt.Sprintf("原来的网址名“%s”%s", slug, taken[slug])
			default:
				taken[slug] = fmt.Sprintf("已写在%s的 former 里", f.body.Name)
				kept = append(kept, slug)
				continue
			}
			l.findings = append(l.findings, f.doc.ValueAt(rule.FormerAddress, report.Error, message, suggestion, "former", i))
		}
		f.body.Former = kept
	}
}

// isBodyName reports whether s is the name of a body rather than an address.
func isBodyName(s string) bool {
	const least = 4 // characters: 甲区民政局, but not 旧址
	if utf8.RuneCountInString(s) < least {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) && !strings.ContainsRune("（）()", r) })
}
