package chart

import (
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/report"
)

// Claim says in words how what the report says of last year stands to last year's report, as
// HTML; "" where it has no name to say it by.
func Claim(r, previous *report.Report, c *lastyear.Claim) string {
	p, _ := claim(r, previous, c)
	return p.Text
}

// claim says in words how what the report says of last year stands to last
// year's report.
func claim(r, previous *report.Report, c *lastyear.Claim) (placed, bool) {
	f, now, then := &r.Figures[c.Figure], &r.Figures[c.Current], &previous.Figures[c.Previous]
	if f.Hidden || now.Hidden || then.Hidden {
		return placed{}, false
	}
	was, name := previous.Printed(then), now.Subject()
	if name == "" { // the clause says the value too
		return placed{}, false
	}
	switch c.Kind {
	case lastyear.Value:
		return statement(r, c.Figure, escape.Quoted(name)+"上年公布的是"+was, c.Agrees, ""), true
	case lastyear.Times:
		return statement(r, c.Figure, escape.Quoted(name)+r.Printed(now)+"，是上年公布的"+was+"的"+strings.TrimSuffix(c.Computed, ".0")+"倍", c.Agrees, ""), true
	case lastyear.Amount, lastyear.Percent:
		unit := f.Unit
		word := "增加"
		switch {
		case c.Kind == lastyear.Percent:
			word = "增长"
		case unit == "个百分点":
			word = "提高"
		}
		if c.Fall {
			word = "减少"
			if unit == "%" || unit == "个百分点" {
				word = "下降"
			}
		}
		by := word + strings.TrimSuffix(c.Computed, ".0") + unit
		if c.Computed == "0" {
			by = "持平"
		}
		return statement(r, c.Figure, escape.Quoted(name)+r.Printed(now)+"，比上年公布的"+was+by, c.Agrees, ""), true
	}
	return placed{}, false
}
