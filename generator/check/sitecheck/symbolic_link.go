package sitecheck

import (
	"io/fs"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// symbolicLink notes what is neither a file nor a folder: a link could publish
// what lies outside the site.
func (s *site) symbolicLink(name string, kind fs.FileMode) {
	message := "这不是普通文件"
	if kind&fs.ModeSymlink != 0 {
		message = "这是一个符号链接，没有跟过去检查"
	}
	s.about(name, rule.SiteSymbolicLink, report.Error, message, "网站文件夹里只放普通文件；链接可能把文件夹外面的文件也公开出去，请删去。")
}
