package site

import (
	"strconv"
	"strings"

	"mingfa/generator/site/chart"
	"mingfa/generator/site/qr"
	"mingfa/generator/site/share"
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
	if in.Picture != nil {
		o.object("picture", func() {
			o.text("name", share.Name)
			o.number("width", share.Width)
			o.number("height", share.Height)
			o.text("alt", in.Picture.Alt())
		})
	}
}

// PicturePath is where the picture of a report is written.
func (in *Input) PicturePath() string { return in.folder() + share.Name }

// Card is what the picture of a report on a portal of a name shows: its first
// headline figures, as the page announces them.
func (in *Input) Card(portal string) *share.Card {
	r := in.Report
	c := &share.Card{Body: in.Body.Name, Year: r.Year, Title: in.title(), Site: portal}
	for _, i := range in.surveyed().headline {
		f := &r.Figures[i]
		number := chart.Display(r, f)
		if f.Unit != "" && strings.HasSuffix(number, f.Unit) {
			c.Figures = append(c.Figures, share.Figure{Number: strings.TrimSuffix(number, f.Unit), Unit: f.Unit, Label: chart.Subject(f)})
		} else {
			c.Figures = append(c.Figures, share.Figure{Number: number, Label: chart.Subject(f)})
		}
	}
	return c
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
		o.plain("path", c.AppendPath)
	})
}
