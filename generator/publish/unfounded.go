package publish

import (
	"fmt"
	"strconv"

	"mingfa/generator/build"
	"mingfa/generator/read/correction"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unfounded are the findings about corrections that staff state and that nobody has made:
// of a day to come, or of words that this portal has never published otherwise. They are
// not told to readers.
func (p *past) unfounded(now *build.Present, first string, changes []report.Change) {
	unrecorded := correction.Unrecorded(changes, now.Corrections)
	for n, s := range now.Corrections {
		if s.Day > p.today { // an error of the gate already, but for the server's own clock
			continue
		}
		found := false
		for _, u := range unrecorded {
			found = found || u == s
		}
		if !found || !correction.Unfounded(first, changes, s) {
			continue
		}
		key, message := "reason", fmt.Sprintf("这份报告在本站 %s 首次公布以后，没有做过这一次更正。这一段不会登出来", first)
		switch {
		case s.Old != "" && s.Quote != "":
			key, message = "old", fmt.Sprintf("这份报告在本站 %s 首次公布以后，没有把“%s”改成“%s”。这一段不会登出来", first, brief(s.Old), brief(s.Quote))
		case s.Old != "":
			key, message = "old", fmt.Sprintf("本站公布过的这份报告里，没有改动过“%s”。这一段不会登出来", brief(s.Old))
		case s.Quote != "":
			key, message = "quote", fmt.Sprintf("“%s”在本站 %s 首次公布时就是这样，没有改动过。这一段不会登出来", brief(s.Quote), first)
		}
		suggestion := "old 照抄公布过的几个字，quote 照抄现在的几个字。"
		if s.Day == "" {
			suggestion += fmt.Sprintf("是在 %s 以前更正的，请加一行 date，写明哪一天；", first)
		} else {
			suggestion += fmt.Sprintf("是在 %s 以前更正的，请改正 date；", first)
		}
		p.tell(now.AtCorrection(n, key, rule.UnfoundedCorrection, report.Warning, message, suggestion+"没有更正过的，请删去这一段。"))
	}
}

// neverPublished are the findings about reports that bodies say they took down, and that
// this portal has not published.
func (p *past) neverPublished(now *build.Standing) {
	if p.today == "" {
		return
	}
	for _, w := range now.Withdrawn {
		keys := []string{w.Slug + "/" + strconv.Itoa(w.Year)}
		for _, b := range now.Bodies {
			if b.Slug == w.Slug {
				keys = recordKeys(b, w.Year)
			}
		}
		if _, known := p.record.Find(keys); !known {
			p.tell(w.At(fmt.Sprintf("本站没有公布过 %d 年度的报告，不会有撤下的说明", w.Year),
				"请核对 year；在本站以前的网站上撤下的，这里不用写，请删去这一段 [[withdrawn]]。"))
		}
	}
}
