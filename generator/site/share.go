package site

import (
	"strconv"

	"mingfa/generator/site/qr"
	"mingfa/generator/site/share"
)

// published is the name of the disclosure item that the meta tag PubDate of
// 政府网站发展指引 states: a date, with or without the time of day. The rule
// wants the time too; one that nobody has stated is not made up. Where no date is
// stated, it is the day of the first release that carried the report.
const published = "发布日期"

// picture describes the picture that messengers show; nil without one.
func (in *Input) picture() *pictureParams {
	if in.Picture == nil {
		return nil
	}
	return &pictureParams{Name: share.Name, Width: share.Width, Height: share.Height, Alt: in.Picture.Alt()}
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
		number, unit := split(r.Printed(f), f.Unit)
		c.Figures = append(c.Figures, share.Figure{Number: number, Unit: unit, Label: in.announcing(i)})
	}
	return c
}

// date is the day for the government's crawlers, "" where none is known.
func (in *Input) date() string {
	date := in.History.First
	for _, f := range in.Disclosure {
		if f.Name == published && f.Value != "" {
			date = f.Value
		}
	}
	return date
}

// statedDay is the day of publication that the report or its staff state, YYYY-MM-DD;
// "" for none.
func (in *Input) statedDay() string {
	for _, f := range in.Disclosure {
		if f.Name == published && len(f.Value) >= len("2006-01-02") {
			return f.Value[:len("2006-01-02")]
		}
	}
	return ""
}

// code is the QR code of a page's address; nil when the site has no address, or
// the page's is too long for one.
func code(domain, url string) *qrParams {
	if domain == "" {
		return nil
	}
	c, err := qr.Encode(absolute(domain, url))
	if err != nil {
		return nil
	}
	margin, side := strconv.Itoa(-qr.Margin), strconv.Itoa(c.Size+2*qr.Margin)
	return &qrParams{Box: margin + " " + margin + " " + side + " " + side, Path: c.Path()}
}
