package site

import (
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// Cards: small pages with the figures of a section, which other sites show in a frame,
// whose addresses name these figures to messengers, and on which each figure has its
// citation. With #id behind the address one shows that figure alone, by a style.
//
// A page a figure would say the same and be simpler: for 1,000 reports of 100 figures
// 100,000 pages of 2.5 KB and as many answers for oEmbed, where the whole site has 7,000
// files, and a third more work for every build. By section they are a tenth of that.
// They have neither script nor more than 10 KB, and are not rendered by Hugo.

// CardFolder is where the cards of a report stand, below its page.
const CardFolder = "cards"

// mostCard is how many bytes the figures of a page may take, so that with its head it
// stays below 10 KB.
const mostCard = 6600

// card is a page with figures of one section.
type card struct {
	name    string // of its file, without .html
	section string // its heading, "" before the first
	first   string // id of its first figure
	told    []string
	rows    []byte
}

// cards are the pages of the report, in the order of its figures.
func (in *Input) cards() []card {
	r := in.Report
	var all []card
	times := map[string]int{} // how many pages a section has
	at := -2                  // the section of the last page
	citing := in.cited()
	cite := citing.Before
	if citing.After != "" {
		cite += "引用日期" + citing.After
	}
	over := topHeadings(r)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		h := -1
		if b := r.Blocks[f.Block].Heading; b >= 0 {
			h = over[b]
		}
		row := in.cardRow(i, cite)
		if last := len(all) - 1; last < 0 || h != at || len(all[last].rows)+len(row) > mostCard {
			c := card{name: "start", first: f.ID}
			if h >= 0 {
				c.name, c.section = r.Headings[h].ID, r.Headings[h].Number+r.Headings[h].Text
			}
			times[c.name]++
			if n := times[c.name]; n > 1 {
				c.name += "-" + strconv.Itoa(n)
			}
			all, at = append(all, c), h
		}
		c := &all[len(all)-1]
		c.rows = append(c.rows, row...)
		c.told = append(c.told, inWords(r, i))
	}
	return all
}

// topHeadings is, by heading, the one of the highest level that it stands under.
func topHeadings(r *report.Report) []int {
	top := make([]int, len(r.Headings))
	at := -1
	for i := range r.Headings {
		if r.Headings[i].Level == 1 && !r.Headings[i].Item || at < 0 {
			at = i
		}
		top[i] = at
	}
	return top
}

// inWords is a figure in a few words: 调解矛盾纠纷2075起.
func inWords(r *report.Report, i int) string {
	if label := r.Figures[i].ShownLabel(); label != "" {
		return r.Concealed(label) + r.Printed(&r.Figures[i])
	}
	return r.Concealed(r.ClauseOf(i).Plain())
}

// mostQuoted is how many characters of a sentence a card quotes.
const mostQuoted = 120

// cardRow is a figure on a card: its words, its sentence, and how to cite it.
func (in *Input) cardRow(i int, citing string) []byte {
	r := in.Report
	f := &r.Figures[i]
	b := append([]byte(`<li id="`), f.ID...)
	b = append(b, `"><p class="n"><b>`...)
	b = escape.Text(b, r.Printed(f))
	b = append(b, "</b> "...)
	b = escape.Text(b, r.Concealed(f.ShownLabel()))
	b = append(b, "</p>\n<blockquote>"...)
	b = escape.Text(b, escape.Clip(quoteOf(r, f), mostQuoted))
	b = append(b, `</blockquote>
<p class="to"><a href="../#`...)
	b = append(b, f.ID...)
	b = append(b, `" target="_blank" rel="noopener">看原文（新窗口）</a> <a class="one" href="#`...)
	b = append(b, f.ID...)
	b = append(b, `">只看这一个</a></p>
<p class="cite">`...)
	b = escape.Text(b, citing)
	if in.Domain != "" {
		b = append(b, '#')
		b = append(b, f.ID...)
	}
	return append(b, "</p></li>\n"...)
}

// cited is how the report is cited after GB/T 7714—2015: who issued it, its title, the
// date of its publication where that is known, and its address.
func (in *Input) cited() citeItem {
	r := in.Report
	who := r.Issuer
	if who == "" {
		who = in.Body.Name
	}
	kind := "[R]. "
	if in.Domain != "" {
		kind = "[R/OL]. "
	}
	when := ""
	if date := in.date(); len(date) >= len("2006-01-02") {
		when = "(" + date[:len("2006-01-02")] + ")"
	}
	text := who + ". " + in.title() + kind + when
	if in.Domain == "" {
		return citeItem{Before: strings.TrimSuffix(text, " ")}
	}
	return citeItem{text + "[", "]. " + absolute(in.Domain, in.url())}
}

func (in *Input) cardItems() []cardItem {
	items := []cardItem{}
	for _, c := range in.allCards() {
		section := c.section
		if section == "" {
			section = "开头"
		}
		items = append(items, cardItem{c.name, section, c.first, escape.Clip(c.told[0], 24), len(c.told)})
	}
	return items
}

func (in *Input) allCards() []card { return in.carded.Get(in.Report, in.cards) }

// Cards gives the pages to write, by their paths on the site, and for each what a site
// that shows it in a frame asks for (oEmbed).
func (in *Input) Cards(site *Site, write Write) error {
	folder := strings.TrimPrefix(in.url(), "/") + CardFolder + "/"
	for _, c := range in.allCards() {
		if err := write(folder+c.name+".html", in.cardPage(site, &c)); err != nil {
			return err
		}
		if in.Domain == "" {
			continue
		}
		answer, err := in.oembed(site, &c)
		if err != nil {
			return err
		}
		if err := write(folder+c.name+".json", answer); err != nil {
			return err
		}
	}
	return nil
}

// cardTitle names the first figures of a card.
func (in *Input) cardTitle(c *card) string {
	name := in.Body.Short
	if name == "" {
		name = in.Body.Name
	}
	title := name + strconv.Itoa(in.Report.Year) + "年：" + escape.Clip(c.told[0], 40)
	if n := len(c.told); n > 1 {
		title += "等" + strconv.Itoa(n) + "个数字"
	}
	return title
}

// cardHeight is how high a frame is that shows one figure.
const cardHeight = 320

func (in *Input) frame(c *card) string {
	b := append([]byte(`<iframe src="`), in.cardURL(c)...)
	b = append(b, `" width="100%" height="`+strconv.Itoa(cardHeight)+`" loading="lazy" title="`...)
	return string(append(escape.Attr(b, in.cardTitle(c)), `"></iframe>`...))
}

func (in *Input) cardURL(c *card) string {
	return absolute(in.Domain, in.url()) + CardFolder + "/" + c.name + ".html"
}

func (in *Input) oembed(site *Site, c *card) ([]byte, error) {
	return escape.Data(struct {
		Version  string `json:"version"`
		Type     string `json:"type"`
		Title    string `json:"title"`
		Provider string `json:"provider_name"`
		Home     string `json:"provider_url"`
		HTML     string `json:"html"`
		Width    int    `json:"width"`
		Height   int    `json:"height"`
	}{"1.0", "rich", in.cardTitle(c), site.Name, in.Domain, in.frame(c), 600, cardHeight})
}

// cardPage is the page of a card.
func (in *Input) cardPage(site *Site, c *card) []byte {
	title, url := in.cardTitle(c), in.cardURL(c)
	says := escape.Clip(strings.Join(c.told, "；"), 200) + "。"
	b := []byte(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
`)
	robots := "noindex"
	if site.Preview != "" {
		robots = "noindex, nofollow"
	}
	b = attribute(b, `<meta name="robots" content="`, robots)
	b = element(b, "<title>", title+" - "+site.Name, "</title>\n")
	b = attribute(b, `<meta name="description" content="`, says)
	b = attribute(b, `<meta name="SiteName" content="`, site.Name)
	b = attribute(b, `<meta property="og:title" content="`, title)
	b = attribute(b, `<meta property="og:description" content="`, says)
	b = attribute(b, `<meta property="og:site_name" content="`, site.Name)
	b = append(b, "<meta property=\"og:type\" content=\"article\">\n"...)
	if in.Domain != "" {
		b = attribute(b, `<meta property="og:url" content="`, url)
		b = attribute(b, `<link rel="canonical" href="`, url)
		b = append(b, `<link rel="alternate" type="application/json+oembed" href="`...)
		b = append(b, strings.TrimSuffix(url, ".html")...)
		b = attribute(b, `.json" title="`, title)
	}
	b = append(b, "<link rel=\"icon\" href=\"../../../../icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"../../../../card.css\">\n</head>\n<body>\n<main>\n"...)
	b = element(b, "<h1>", in.Body.Name+strconv.Itoa(in.Report.Year)+"年", "")
	b = element(b, " <small>", c.section, "</small></h1>\n")
	if site.Preview != "" {
		b = element(b, "<p class=\"note\">预览：还没有正式发布（分支 ", site.Preview, "）。</p>\n")
	}
	if site.Demonstration {
		b = append(b, "<p class=\"note\">这是演示网站，不是政府网站。</p>\n"...)
	}
	b = append(b, "<ul>\n"...)
	b = append(b, c.rows...)
	b = append(b, "</ul>\n<p class=\"all\"><a href=\"#\">看这一节的全部"...)
	b = strconv.AppendInt(b, int64(len(c.told)), 10)
	b = append(b, "个数字</a></p>\n"...)
	if in.Domain != "" {
		b = element(b, "<details><summary>放进别的网页</summary><p>把下面的代码放进网页。网址后面加上 # 和数字的编号，就只显示那一个，如 #"+c.first+"。</p><p class=\"cite\">", in.frame(c), "</p></details>\n")
	}
	b = element(b, "</main>\n<footer><a href=\"../\" target=\"_blank\" rel=\"noopener\">", site.Name, "（新窗口）</a></footer>\n</body>\n</html>\n")
	return b
}

// element appends a text between its tags, and attribute one that ends a tag.
func element(b []byte, open, text, end string) []byte {
	return append(escape.Text(append(b, open...), text), end...)
}

func attribute(b []byte, open, text string) []byte {
	return append(escape.Attr(append(b, open...), text), "\">\n"...)
}
