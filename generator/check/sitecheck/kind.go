package sitecheck

import (
	"regexp"
	"strings"
)

// kind is the kind of a page by 政府网站发展指引, which asks different things of
// each.
type kind int

const (
	kindList     kind = iota // 栏目页: a list, or a column that is one page
	kindHome                 // 首页
	kindArticle              // 内容页
	kindReport               // an article with its open data beside it
	kindCard                 // figures of a report, for the frames of other sites
	kindNotFound             // what a server shows for a page that is not there
)

// name is what the kind is called in a message.
func (k kind) name() string {
	switch k {
	case kindHome:
		return "首页"
	case kindArticle, kindReport:
		return "内容页"
	case kindCard:
		return "卡片页"
	case kindNotFound:
		return "404 页"
	}
	return "栏目页"
}

func (k kind) article() bool { return k == kindArticle || k == kindReport }

// Where reports and the pages of their originals lie.
var (
	reportFile   = regexp.MustCompile(`^reports/[^/]+/\d{4}/index\.html$`)
	cardFile     = regexp.MustCompile(`^reports/[^/]+/\d{4}/cards/[^/]+\.html$`)
	originalFile = regexp.MustCompile(`^reports/[^/]+/\d{4}/[^/]+/index\.html$`)
)

// kindOf tells a page's kind by where it lies, and of other pages by what they
// say of themselves.
func kindOf(p *page) kind {
	switch {
	case p.file == homeFile:
		return kindHome
	case p.file == errorFile:
		return kindNotFound
	case reportFile.MatchString(p.file):
		if robots := p.meta("robots"); robots != nil && p.meta("ArticleTitle") == nil { // a page that says that it moved, or was taken down
			return kindList
		}
		return kindReport
	case cardFile.MatchString(p.file):
		return kindCard
	case originalFile.MatchString(p.file), p.meta("ArticleTitle") != nil:
		return kindArticle
	}
	for _, e := range p.named("meta") {
		property, _ := e.attr("property")
		content, _ := e.attr("content")
		if property == "og:type" && strings.EqualFold(content, "article") {
			return kindArticle
		}
	}
	return kindList
}
