package site

import (
	"bytes"
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/site/markup"
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
	before  string // the name of the page of the same section before this one, if there is one
	after   string
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
				all[last].after, c.before = c.name, all[last].name
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
	var b markup.Builder
	b.Raw(`<li id="`).Raw(f.ID).Raw(`"><p class="n"><b>`).Text(r.Printed(f)).Raw("</b> ").Raw(string(kept(nil, r.Concealed(f.ShownLabel())))).Raw("</p>\n<blockquote>")
	b.Raw(string(kept(nil, escape.Clip(quoteOf(r, f), mostQuoted)))).Raw("</blockquote>\n")
	b.Raw(`<p class="to"><a href="../#`).Raw(f.ID).Raw(`" target="_blank" rel="noopener">看原文（新窗口）</a> <a class="one" href="#`).Raw(f.ID).Raw("\">单独看和引用</a></p>\n")
	b.Raw(`<p class="cite">`).Text(citing)
	if in.Domain != "" {
		b.Raw("#").Raw(f.ID)
	}
	return b.Raw("</p></li>\n").Bytes()
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
		items = append(items, cardItem{c.name, section, c.first, string(kept(nil, escape.Clip(c.told[0], 24))), len(c.told)})
	}
	return items
}

func (in *Input) allCards() []card { return in.carded.Get(in.Report, in.cards) }

// Cards gives the pages to write, by their paths on the site, and for each what a site
// that shows it in a frame asks for (oEmbed). Under a former name of the body the same
// card stands again: a page that leads on would lose the figure that #id asks for.
func (in *Input) Cards(site *Site, write Write) error {
	folder := strings.TrimPrefix(in.url(), "/")
	for _, c := range in.allCards() {
		page := in.cardPage(site, &c)
		var answer []byte
		if in.Domain != "" {
			var err error
			if answer, err = in.oembed(site, &c); err != nil {
				return err
			}
		}
		if err := writeCard(folder, c.name, page, answer, write); err != nil {
			return err
		}
		for _, former := range in.Body.Former {
			led := bytes.ReplaceAll(page, []byte(`href="../"`), []byte(`href="../../../../`+folder+`"`))
			led = bytes.ReplaceAll(led, []byte(`href="../#`), []byte(`href="../../../../`+folder+`#`))
			if err := writeCard(strings.TrimPrefix(pageURL(former, in.Report.Year), "/"), c.name, led, answer, write); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeCard writes a card of the report in a folder, and the answer to those who ask
// how to show it, where there is one.
func writeCard(folder, name string, page, answer []byte, write Write) error {
	name = folder + CardFolder + "/" + name
	if err := write(name+".html", page); err != nil || answer == nil {
		return err
	}
	return write(name+".json", answer)
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
	var b markup.Builder
	b.Raw(`<iframe src="`).Attr(in.cardURL(c)).Raw(`" width="100%" height="`).Int(cardHeight).Raw(`" loading="lazy" title="`).Attr(in.cardTitle(c)).Raw(`"></iframe>`)
	return b.String()
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
	var b markup.Builder
	in.cardHead(&b, site, c)
	b.Raw("<body>\n<main>\n<h1><span class=\"name\">").Text(in.Body.Name).Int(in.Report.Year).Raw("年</span> <small>").Text(c.section).Raw("</small></h1>\n")
	if site.Preview != "" {
		b.Raw(`<p class="note">预览：还没有正式发布（分支 `).Text(site.Preview).Raw("）。</p>\n")
	}
	if site.Demonstration {
		b.Raw("<p class=\"note\">这是演示网站，不是政府网站。</p>\n")
	}
	b.Raw("<ul>\n").Raw(string(c.rows)).Raw("</ul>\n<p class=\"all\"><a href=\"#\">看这一页的全部").Int(len(c.told)).Raw("个数字</a></p>\n")
	if c.before != "" || c.after != "" {
		b.Raw(`<p class="to">`)
		for _, other := range [...]struct{ name, words string }{{c.before, "这一节的上一页"}, {c.after, "这一节的下一页"}} {
			if other.name != "" {
				b.Raw(`<a href="`).Raw(other.name).Raw(`.html">`).Raw(other.words).Raw("</a> ")
			}
		}
		b.Raw("</p>\n")
	}
	if in.Domain != "" {
		b.Raw("<details><summary>放进别的网页</summary><p>把下面的代码放进网页。网址后面加上 # 和数字的编号，就只显示那一个，如 #").Raw(c.first)
		b.Raw(`。</p><p class="cite">`).Text(in.frame(c)).Raw("</p></details>\n")
	}
	b.Raw("</main>\n<footer><a href=\"../\" target=\"_blank\" rel=\"noopener\">").Text(site.Name).Raw("（新窗口）</a></footer>\n</body>\n</html>\n")
	return b.Bytes()
}

// cardHead is what the page of a card says of itself: to messengers, and to sites that
// show it in a frame.
func (in *Input) cardHead(b *markup.Builder, site *Site, c *card) {
	title, url := in.cardTitle(c), in.cardURL(c)
	says := escape.Clip(strings.Join(c.told, "；"), 200) + "。"
	b.Raw(`<!doctype html>
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
	b.Raw(`<meta name="robots" content="`).Raw(robots).Raw("\">\n<title>").Text(title).Raw(" - ").Text(site.Name).Raw("</title>\n")
	meta := func(kind, name, content string) {
		b.Raw("<meta ").Raw(kind).Raw(`="`).Raw(name).Raw(`" content="`).Attr(content).Raw("\">\n")
	}
	meta("name", "description", says)
	meta("name", "SiteName", site.Name)
	meta("property", "og:title", title)
	meta("property", "og:description", says)
	meta("property", "og:site_name", site.Name)
	meta("property", "og:type", "article")
	if in.Domain != "" {
		meta("property", "og:url", url)
		b.Raw(`<link rel="canonical" href="`).Attr(url).Raw("\">\n")
		b.Raw(`<link rel="alternate" type="application/json+oembed" href="`).Attr(strings.TrimSuffix(url, ".html")).Raw(`.json" title="`).Attr(title).Raw("\">\n")
	}
	b.Raw("<link rel=\"icon\" href=\"../../../../icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"../../../../card.css\">\n</head>\n")
}
