package lexicon

import (
	"strings"

	"mingfa/generator/numeral"
)

// Role is what the words of a heading say of the text under it. A heading can
// stand over several things (存在的问题和下一步打算), and most stand over none of
// these.
type Role struct {
	Plan        bool // what is to be done after the year reported on
	Shortcoming bool // what was found wanting
	Result      bool // what has been done
}

// Role reads the words of a heading of the report on a year, which is 0 where
// it is not known.
//
// 下一步 and the like announce a plan, and so does a year to come; 工作计划 and the
// like do unless words of the past stand beside them (工作计划完成情况) or the year
// that the heading names is past.
func (l *Lexicon) Role(heading string, year int) Role {
	when := tenseOf(heading, year)
	role := Role{Shortcoming: l.HeadingShortcoming.In(heading)}
	switch {
	case l.HeadingComing.In(heading):
		role.Plan = !l.HeadingDoneSurely.In(heading)
	case l.HeadingPlanned.In(heading):
		role.Plan = when != past && !l.HeadingDone.In(heading)
	}
	role.Plan = role.Plan || when == ahead && !l.HeadingDone.In(heading)
	role.Result = !role.Plan && l.HeadingDone.In(heading)
	return role
}

// OnlyPlan reports whether all that stands under a heading is yet to be done,
// so that the figures there are goals. Of one that holds shortcomings as well,
// only the sentences that say so are.
func (r Role) OnlyPlan() bool { return r.Plan && !r.Shortcoming }

// tense is when something is, beside the year reported on.
type tense uint8

const (
	unsaid tense = iota
	past
	ahead
)

// tenseOf compares the years that words name with the year reported on. Years
// in titles and brackets are part of a name: 落实《实施纲要（2021—2025年）》.
func tenseOf(words string, year int) tense {
	if year <= 0 {
		return unsaid
	}
	when := unsaid
	words = withoutNames(words)
	for {
		before, after, found := strings.Cut(words, "年")
		if !found {
			return when
		}
		if n := yearAtEnd(before); n > year {
			return ahead
		} else if n > 0 {
			when = past
		}
		words = after
	}
}

// yearAtEnd is the year that words end with, 0 when there is none.
func yearAtEnd(words string) int {
	const digits = 4
	if len(words) < digits {
		return 0
	}
	n, ok := numeral.Int(words[len(words)-digits:])
	if !ok || n < 1990 || n > 2100 {
		return 0
	}
	return n
}

// withoutNames takes titles in 《》 and what stands in brackets out of words.
func withoutNames(words string) string {
	for _, pair := range [...][2]string{{"《", "》"}, {"（", "）"}, {"(", ")"}} {
		for {
			before, rest, opened := strings.Cut(words, pair[0])
			_, after, closed := strings.Cut(rest, pair[1])
			if !opened || !closed {
				break
			}
			words = before + after
		}
	}
	return words
}

// IsAhead reports whether words name a year after the one reported on.
func IsAhead(words string, year int) bool { return tenseOf(words, year) == ahead }
