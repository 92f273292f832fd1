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
// like do unless words of the past stand beside them (工作计划完成情况). A plan that
// names a year gone by is one all the same: the year is a slip, and its figures
// must not pass for results. 重点任务 at the end of a heading says less: it is a
// plan where no year stands beside it.
func (l *Lexicon) Role(heading string, year int) Role {
	ahead := IsAhead(heading, year)
	role := Role{Shortcoming: l.admits(heading)}
	switch {
	case l.HeadingComing.In(heading):
		role.Plan = !l.HeadingDoneSurely.In(heading)
	case l.HeadingPlanned.In(heading):
		role.Plan = !l.HeadingDone.In(heading)
	case l.HeadingTasks.Suffix(heading) > 0:
		role.Plan = !l.HeadingDone.In(heading) && latestYear(heading) == 0
	}
	role.Plan = role.Plan || ahead && !l.HeadingDone.In(heading)
	role.Result = !role.Plan && l.HeadingDone.In(heading)
	return role
}

// admits reports whether a heading names what is wanting, and not what was done
// about it: 存在的问题, but not 着力解决突出问题.
func (l *Lexicon) admits(heading string) bool {
	for from := 0; ; {
		m, ok := l.HeadingShortcoming.Find(heading, from)
		if !ok {
			return false
		}
		if !l.CheckSolving.In(heading[:m.Start]) {
			return true
		}
		from = m.End
	}
}

// Intends reports whether a heading of the report on a year can only be one of a
// plan: 下一步, 工作打算, 2024年工作安排; 重点任务 and 工作部署 may be of what was done.
func (l *Lexicon) Intends(heading string, year int) bool {
	return l.HeadingComing.In(heading) || l.HeadingIntended.In(heading) || IsAhead(heading, year)
}

// NamesYear reports whether words name a year.
func NamesYear(words string) bool { return latestYear(words) > 0 }

// IsAhead reports whether words name a year after the one reported on, which is
// 0 where it is not known.
func IsAhead(words string, year int) bool { return year > 0 && latestYear(words) > year }

// latestYear is the last of the years that words name, 0 when there is none.
// Years in titles and brackets are part of a name: 落实《实施纲要（2021—2025年）》.
func latestYear(words string) int {
	latest := 0
	words = withoutNames(words)
	for {
		before, after, found := strings.Cut(words, "年")
		if !found {
			return latest
		}
		latest = max(latest, yearAtEnd(before))
		words = after
	}
}

// yearAtEnd is the year that words end with, 0 when there is none.
func yearAtEnd(words string) int {
	for _, size := range [...]int{len("2024"), len("二〇二四")} {
		if len(words) >= size {
			if year, ok := numeral.Year(words[len(words)-size:]); ok {
				return year
			}
		}
	}
	return 0
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
