package guard

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// What a push adds to the site as it is: what lies in static/icons, and what lies
// beside a page of content/. None of it may stand where the site has a file of its
// own, and none may act: a script at the top of the site may become a service
// worker, which answers for every page in the browsers of readers.

// own are the files at the top of a site that the program writes, and those that a
// server or a browser looks for by name.
var own = []string{
	"published.json", "manifest.json", "manifest.json.sig", "manifest.signers", "releases.json", "releases.json.sig",
	"redirects.map", "redirects.caddy", "index.html", "404.html", "sitemap.xml", "card.css", "feed.xml", "feed.json",
}

// ownFolders are those at the top of a site that the program fills.
var ownFolders = []string{
	"reports", "bodies", "indicators", "glossary", "regions", "changes", "search", "css", "js", "preview", "previews", "releases",
}

// still are the kinds of files that do nothing but be shown or downloaded.
var still = []string{
	".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".pdf", ".txt", ".webmanifest", ".woff", ".woff2", ".csv", ".docx", ".doc", ".wps",
	".ofd", ".xls", ".xlsx", ".mp3", ".mp4", ".zip",
}

// checkStatic looks at a file that is published at the address name.
func checkStatic(file, name string) []report.Finding {
	top, _, deep := strings.Cut(name, "/")
	switch lower := strings.ToLower(name); {
	case !deep && slices.Contains(own, lower):
		return refuseFile(file, fmt.Sprintf("“%s”是程序自己要写的文件，网站不能另有一个", name), "请改名。")
	case deep && slices.Contains(ownFolders, strings.ToLower(top)):
		return refuseFile(file, fmt.Sprintf("网址 /%s/ 下面的文件由程序生成，不能放别的文件", top), "请换一个文件夹。")
	case strings.HasPrefix(lower, ".well-known/") && !strings.Contains(lower[1:], "/."):
		return nil
	case hidden(name):
		return refuseFile(file, "名字以点开头的文件，网站服务器不会给出", "请改名，或删去。")
	case !slices.Contains(still, path.Ext(lower)):
		return refuseFile(file, fmt.Sprintf("这里不能放 %s 文件：只放图片、字体、文档等只供查看和下载的文件", kindOf(name)), "请删去。脚本和样式分别放在 static/js 和 static/css。")
	}
	return nil
}

func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}

func kindOf(name string) string {
	if ext := path.Ext(name); ext != "" {
		return ext
	}
	return "没有扩展名的"
}

func refuseFile(file, message, suggestion string) []report.Finding {
	return []report.Finding{{Rule: rule.LockedFile, Severity: report.Error, File: file, Message: message, Suggestion: suggestion}}
}

// checkContent looks at a file of content/: of a page its place and its settings,
// of what lies beside a page whether it may be published.
func checkContent(file string, raw []byte) []report.Finding {
	name := strings.TrimPrefix(file, "content/")
	ext := strings.ToLower(path.Ext(name))
	switch {
	case hidden(name):
		return nil // Hugo passes it over
	case ext == ".gotmpl":
		return refuseFile(file, "content/ 里不能放生成网页的程序（.gotmpl）：它做出的网页事先看不到", "请把每一页写成 .md 文件。")
	case slices.Contains([]string{".html", ".htm", ".org", ".adoc", ".asciidoc", ".ad", ".rst", ".pandoc", ".pdc", ".markdown", ".mdown"}, ext):
		return refuseFile(file, fmt.Sprintf("content/ 里的网页不能是 %s 文件", ext), "请写成 .md 文件。")
	case ext == ".svg":
		if found := checkStatic(file, name); found != nil {
			return found
		}
		return checkPicture(file, raw)
	case ext != ".md":
		return checkStatic(file, name)
	}
	folder := strings.ToLower(pageFolder(name))
	top, _, _ := strings.Cut(folder, "/")
	switch {
	case name == "index.md":
		return refuseFile(file, "content/index.md 会让其他网页都不再生成", "首页的说明请写在 content/_index.md 里。")
	case folder != "search" && slices.Contains(ownFolders, top), slices.Contains(own, folder+".html"):
		return refuseFile(file, fmt.Sprintf("网址 /%s/ 的网页由程序生成，不能另写一个", folder), "请换一个文件夹。")
	}
	return checkPage(file, raw)
}

// pageFolder is the address of a page of content/, without slashes at its ends:
// of about/_index.md, about.md and about/index.zh-cn.md about.
func pageFolder(name string) string {
	folder, base := path.Split(name)
	base, _, _ = strings.Cut(base, ".")
	if base == "index" || base == "_index" {
		return strings.TrimSuffix(folder, "/")
	}
	return folder + base
}
