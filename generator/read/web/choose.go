package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// containers are the elements in which the systems of government sites put the
// text of a document, by id (#) and class (.), the surest first.
var containers = [][]string{
	{".TRS_Editor", ".TRS_UEDITOR", ".trs_editor_view", ".Custom_UnionStyle", ".trs_paper_default", "#zoom", "#UCAP-CONTENT", ".pages_content", "#BodyLabel", ".easysite-news-text",
		".bt-content", ".j-fontContent", "#js_content", ".wp_articlecontent", ".v_news_content", "#vsb_content", "#artibody", "#mainText", "#ContentBody", "#fontzoom", "#NewsContent", "#article_content",
		".article-content", ".article_content", ".articleContent", ".article-con", ".article_con", ".articlecontent", ".arti_content", ".art_con", ".artcontent", ".article-body", ".news_content", ".news-content",
		".newsContent", ".newscontent", ".content-text", ".content_text", ".conTxt", ".con_text", ".con-text", ".contentText", ".zwxl-article", ".xxgk-content", ".xxgk_content", ".detail-content", ".detail_content",
		".details-content", ".xl_content", ".xl-content", ".wz_content", ".text_content", ".main-text", ".view_content", ".ue_content", ".scroll_cont", ".gsj_content", ".zhengwen", ".rich_media_content", "#detailContent", ".minhou_content", ".wzcon", ".zw_con"},
	{"article", ".article", "#article", "main", "#content", ".content", ".detail", ".con", ".text", ".Section0", ".WordSection1", ".Section1"},
}

// contents are the elements that hold the text of the document; known is false
// where they had to be guessed.
func (r *reader) contents(body *html.Node) (parts []*html.Node, known bool) {
	all, met := weight(body, 0), outermost(body)
	for tier, names := range containers {
		for _, name := range names {
			parts := met[name]
			heaviest := 0
			for _, p := range parts {
				heaviest = max(heaviest, weight(p, 0))
			}
			kept := parts[:0]
			for _, p := range parts {
				if w := weight(p, 0); w > 0 && w*10 >= heaviest {
					kept = append(kept, p)
				}
			}
			if len(kept) > 0 && (tier == 0 && heaviest >= 10 || heaviest*2 >= all && heaviest >= 10) {
				return kept, true
			}
		}
	}
	return []*html.Node{body}, false
}

// outermost are the elements that each name of containers means, without those
// within another of the name.
func outermost(body *html.Node) map[string][]*html.Node {
	found := map[string][]*html.Node{}
	within := map[string]bool{}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.ElementNode && n.DataAtom != atom.Script && n.DataAtom != atom.Style {
			names := namesOf(n)
			names = slices.DeleteFunc(names, func(name string) bool { return within[name] })
			for _, name := range names {
				found[name] = append(found[name], n)
				within[name] = true
			}
			defer func() {
				for _, name := range names {
					delete(within, name)
				}
			}()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(body)
	return found
}

// byName are the names of containers, in small letters, and as they stand in the
// list.
var byName = func() map[string]string {
	all := map[string]string{}
	for _, names := range containers {
		for _, name := range names {
			all[strings.ToLower(name)] = name
		}
	}
	return all
}()

// namesOf are the names of containers that mean an element.
func namesOf(n *html.Node) (names []string) {
	add := func(name string) {
		if name, known := byName[strings.ToLower(name)]; known && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	add(n.Data)
	if id := attribute(n, "id"); id != "" {
		add("#" + id)
		if strings.HasPrefix(id, "vsb_content") { // with a number behind it
			add("#vsb_content")
		}
	}
	if len(attribute(n, "class")) < 1000 {
		for _, class := range strings.Fields(attribute(n, "class")) {
			add("." + class)
		}
	}
	return names
}

// weight is how many characters of an element stand outside of links and of what
// is not read; with a most, counting ends there.
func weight(n *html.Node, most int) int {
	total := 0
	each(n, func(c *html.Node) bool {
		switch {
		case most > 0 && total >= most:
			return false
		case c.Type == html.TextNode:
			words := c.Data
			if most > 0 {
				words = words[:min(len(words), 8*most)]
			}
			total += utf8.RuneCountInString(squeezed(words))
		case c.DataAtom == atom.A, c.DataAtom == atom.Script, c.DataAtom == atom.Style, c.DataAtom == atom.Noscript, c.DataAtom == atom.Template, c.DataAtom == atom.Textarea, c.DataAtom == atom.Select:
			return false
		}
		return true
	})
	return total
}

// furniture are parts of the names that the parts of a page go by that are not its
// document.
var furniture = []string{"nav", "menu", "header", "footer", "foot", "breadcrumb", "crumb", "dqwz", "position", "location", "share", "bdshare", "related", "relate", "xgwd", "xgxx", "xgyd", "xgbd", "recommend",
	"pagination", "pager", "toolbar", "sidebar", "qrcode", "ewm", "copyright", "search", "login", "banner", "topbar", "friendlink", "links", "barrierfree", "advert", "float", "popup", "tools", "print", "fontsize", "subtitle-info"}

// isFurniture reports whether an element is by its name a part of the page around
// the document. A short name is met whole.
func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Footer, atom.Aside:
		return true
	case atom.Header, atom.Div, atom.Ul, atom.Section, atom.P, atom.Span, atom.Table, atom.Dl:
	default:
		return false
	}
	for _, name := range append(strings.Fields(attribute(n, "class")), attribute(n, "id")) {
		name = strings.ToLower(name)
		for _, part := range strings.FieldsFunc(name, func(c rune) bool { return c == '-' || c == '_' || c >= '0' && c <= '9' }) {
			for _, f := range furniture {
				if part == f {
					return weight(n, 400) < 400 // a page may call all of it so
				}
			}
		}
	}
	return false
}

// isMenu reports whether a paragraph of a page whose document is not known is
// made of links: a list of columns, not a sentence with a link in it. Attachments
// stay.
func isMenu(words string, inLinks int) bool {
	return inLinks*10 >= len(words)*9 && utf8.RuneCountInString(words) < 40 && !strings.HasPrefix(words, "附")
}
