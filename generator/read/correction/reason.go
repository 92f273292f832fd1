package correction

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// Explain gives changes with the reasons that staff state for them, and without the
// words that they do not want repeated. A correction that quotes words is about the
// passages that hold them, of its day or else of the newest change that has any; words
// that are to be hidden go out of every change. One without words is about a whole
// change: that of its day, or else the newest that has no reason yet. A reason that was
// given once stays.
func Explain(changes []report.Change, stated []report.Correction) []report.Change {
	if len(changes) == 0 || len(stated) == 0 {
		return changes
	}
	out := make([]report.Change, len(changes))
	for i, c := range changes {
		c.Passages, c.Items = slices.Clone(c.Passages), slices.Clone(c.Items)
		out[i] = c
	}
	for i := range stated {
		if s := &stated[i]; s.Old != "" || s.Quote != "" {
			explainQuoted(out, stated, i)
		}
	}
	used := map[string]int{} // how often a reason stands for a whole change
	for i := range out {
		used[out[i].Reason]++
	}
	for _, s := range stated {
		switch {
		case s.Old != "" || s.Quote != "" || s.Reason == "":
		case used[s.Reason] > 0:
			used[s.Reason]--
			hide(out, &s)
		case explainWhole(out, &s) || reword(out, stated, &s):
			hide(out, &s)
		}
	}
	return out
}

// reword gives a change a reason in the place of one that staff do not state any more:
// they have put it otherwise.
func reword(changes []report.Change, stated []report.Correction, s *report.Correction) bool {
	for i := range slices.Backward(changes) {
		c := &changes[i]
		if c.Kind == report.ChangeCorrected && c.Reason != "" && (s.Day == "" || s.Day == c.Day) &&
			!slices.ContainsFunc(stated, func(o report.Correction) bool { return o.Reason == c.Reason }) {
			c.Reason = s.Reason
			return true
		}
	}
	return false
}

// hide takes the words out of the changes that a correction without words is about,
// where they are not to be repeated.
func hide(changes []report.Change, s *report.Correction) {
	if !s.Hide {
		return
	}
	for i := range changes {
		c := &changes[i]
		if c.Reason != s.Reason {
			continue
		}
		for k := range c.Passages {
			c.Passages[k] = report.ChangedPassage{Reason: c.Passages[k].Reason, Withheld: true}
		}
		for k := range c.Items {
			c.Items[k].Old = ""
		}
	}
}

// explainQuoted gives the reason of stated[at] to the passages and items that it quotes:
// of its day, or else of the newest change that has any. 8件 may have been corrected last
// year too, for another reason, and what was said of that one is not said of this.
func explainQuoted(changes []report.Change, stated []report.Correction, at int) {
	s := &stated[at]
	said := 0 // how often the very same was stated before, each of another change
	for i := range stated[:at] {
		if stated[i] == *s {
			said++
		}
	}
	newest := -1
	for i := range changes {
		c := &changes[i]
		all := quoted(c, s)
		switch {
		case len(all) == 0 || s.Day != "" && s.Day != c.Day:
			continue
		case s.Day != "" || s.Hide:
			explainAll(all, stated, s)
		case slices.ContainsFunc(all, func(q place) bool { return *q.reason == s.Reason }):
			if said--; said < 0 {
				return // it is given already
			}
			continue
		}
		newest = i
	}
	if newest >= 0 && s.Day == "" && !s.Hide {
		explainAll(quoted(&changes[newest], s), stated, s)
	}
}

// place is a passage or an item of a change.
type place struct {
	reason *string
	hide   func()
}

// quoted are the passages and items of a change that a correction quotes.
func quoted(c *report.Change, s *report.Correction) []place {
	var all []place
	for i := range c.Passages {
		if p := &c.Passages[i]; !p.Withheld && holds(p.Old, s.Old) && holds(p.New, s.Quote) {
			all = append(all, place{&p.Reason, func() { *p = report.ChangedPassage{Reason: p.Reason, Withheld: true} }})
		}
	}
	for i := range c.Items {
		if item := &c.Items[i]; holdsItem(item.Name, item.Old, s.Old) && holdsItem(item.Name, item.New, s.Quote) {
			all = append(all, place{&item.Reason, func() { item.Old = "" }})
		}
	}
	return all
}

// explainAll gives a reason to places that have none, or one that staff do not state any
// more: they have put it otherwise.
func explainAll(all []place, stated []report.Correction, s *report.Correction) {
	for _, q := range all {
		if *q.reason == "" || !slices.ContainsFunc(stated, func(o report.Correction) bool { return o.Reason == *q.reason }) {
			*q.reason = s.Reason
		}
		if s.Hide {
			q.hide()
		}
	}
}

// shortestSentence is how many characters a passage needs to be known within a longer
// quote: 12 stands in many sentences.
const shortestSentence = 6

// holds reports whether words hold what is quoted of them; also the other way round,
// since who quotes may take more than the sentence.
func holds(words, quote string) bool {
	words, quote = compact(words), compact(quote)
	return strings.Contains(words, quote) || utf8.RuneCountInString(words) >= shortestSentence && strings.Contains(quote, words)
}

// holdsItem is holds for the value of an item. Who quotes more than the value quotes the
// name of the item before it, 发文字号：示司发〔2024〕3号; a sentence that happens to
// hold the value is not about the item.
func holdsItem(name, value, quote string) bool {
	value, quote = compact(value), compact(quote)
	return strings.Contains(value, quote) || value != "" && (quote == name+value || quote == name+"："+value || quote == name+":"+value)
}

// explainWhole gives a reason to the change that it is about, where there is one.
func explainWhole(changes []report.Change, s *report.Correction) bool {
	for i := range slices.Backward(changes) {
		c := &changes[i]
		if c.Kind != report.ChangeCorrected || c.Reason != "" || s.Day != "" && s.Day != c.Day || s.Day == "" && Explained(c) {
			continue
		}
		c.Reason = s.Reason
		return true
	}
	return false
}

// Explained reports whether a change has a reason for all that it changed.
func Explained(c *report.Change) bool {
	if c.Reason != "" {
		return true
	}
	if c.Kind != report.ChangeCorrected {
		return c.Kind == report.ChangeRestored
	}
	return c.More == 0 && !c.Lost &&
		!slices.ContainsFunc(c.Passages, func(p report.ChangedPassage) bool { return p.Reason == "" }) &&
		!slices.ContainsFunc(c.Items, func(item report.ItemChange) bool { return item.Reason == "" })
}

// Unrecorded are the corrections of which no change tells: they were made before
// there was a record, or no release has made them yet.
func Unrecorded(changes []report.Change, stated []report.Correction) []report.Correction {
	var left []report.Correction
	for _, s := range stated {
		if !slices.ContainsFunc(changes, func(c report.Change) bool { return tells(&c, &s) }) {
			left = append(left, s)
		}
	}
	return left
}

// Unfounded reports whether a correction that no change tells of must have been one all
// the same, had it been made: the portal has had the report from the day first on, and
// each change says whole what it changed. Of one without a day nobody can say that it was
// made before.
func Unfounded(first string, changes []report.Change, s report.Correction) bool {
	return (s.Day == "" || s.Day >= first) && !slices.ContainsFunc(changes, func(c report.Change) bool {
		return c.Lost || c.More > 0 || slices.ContainsFunc(c.Passages, func(p report.ChangedPassage) bool { return p.Withheld })
	})
}

// tells reports whether a change is the one that a correction is about.
func tells(c *report.Change, s *report.Correction) bool {
	if s.Reason != "" && c.Reason == s.Reason {
		return true
	}
	return slices.ContainsFunc(c.Passages, func(p report.ChangedPassage) bool { return p.Reason == s.Reason }) ||
		slices.ContainsFunc(c.Items, func(item report.ItemChange) bool { return item.Reason == s.Reason })
}

// Withhold leaves of changes what was done, when and why, without a
// word of the report. What was taken down is not to be read on another page.
func Withhold(changes []report.Change) []report.Change {
	var out []report.Change
	for _, c := range changes {
		n := len(c.Passages) + c.More
		reasons := reasonsOf(&c)
		c.Passages, c.Items, c.More = nil, nil, n
		if c.Reason == "" {
			c.Reason = strings.Join(reasons, "；")
		}
		out = append(out, c)
	}
	return out
}

// reasonsOf are the reasons of the passages and items of a change, each once.
func reasonsOf(c *report.Change) []string {
	var all []string
	add := func(reason string) {
		if reason != "" && !slices.Contains(all, reason) {
			all = append(all, reason)
		}
	}
	for i := range c.Passages {
		add(c.Passages[i].Reason)
	}
	for i := range c.Items {
		add(c.Items[i].Reason)
	}
	return all
}
