package site

import (
	"strconv"

	"mingfa/generator/qr"
)

// published is the name of the disclosure item that the meta tag PubDate of
// 政府网站发展指引 states: a date, with or without the time of day. The rule
// wants the time too; one that nobody has stated is not made up. Where no date is
// stated, it is the day of the first release that carried the report.
const published = "发布日期"

// share writes what a page needs where it is passed on: the code of its address
// for paper, and its date for the government's crawlers.
func (in *Input) share(o *object) {
	in.date(o)
	code(o, in.Domain, in.url())
}

func (in *Input) date(o *object) {
	date := in.Published
	for _, f := range in.Disclosure {
		if f.Name == published && f.Value != "" {
			date = f.Value
		}
	}
	o.optional("pubdate", date)
}

// code writes the QR code of a page's address; none when the site has no
// address, or the page's is too long for one.
func code(o *object, domain, url string) {
	if domain == "" {
		return
	}
	c, err := qr.Encode(absolute(domain, url))
	if err != nil {
		return
	}
	margin, side := strconv.Itoa(-qr.Margin), strconv.Itoa(c.Size+2*qr.Margin)
	o.object("qr", func() {
		o.text("box", margin+" "+margin+" "+side+" "+side)
		o.text("path", c.Path)
	})
}
