package correction

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Explain gives changes with the reasons that staff state for them, and without the
// words that they do not want repeated. A correction that quotes words is about the
// passages that hold them. One without is about a whole change: that of its day, or
// else the newest that has no reason yet. A reason that was given once stays.
func Explain(changes []report.Change, stated []report.Correction) []report.Change {
	if len(changes) == 0 || len(stated) == 0 {
		return changes
	}
	out := make([]report.Change, len(changes))
	for i, c := range changes {
		c.Passages, c.Items = slices.Clone(c.Passages), slices.Clone(c.Items)
		out[i] = c
	}
	for _, s := range stated {
		if s.Old == "" && s.Quote == "" {
			continue
		}
		for i := range out {
			if s.Day == "" || s.Day == out[i].Day {
				explainWords(&out[i], &s)
			}
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

// explainWords gives a reason to the passages and items of a change that it quotes.
func explainWords(c *report.Change, s *report.Correction) {
	for i := range c.Passages {
		p := &c.Passages[i]
		if !p.Withheld && holds(p.Old, s.Old) && holds(p.New, s.Quote) {
			if p.Reason = s.Reason; s.Hide {
				*p = report.ChangedPassage{Reason: s.Reason, Withheld: true}
			}
		}
	}
	for i := range c.Items {
		if item := &c.Items[i]; holds(item.Old, s.Old) && holds(item.New, s.Quote) {
			if item.Reason = s.Reason; s.Hide {
				item.Old = ""
			}
		}
	}
}

// holds reports whether words hold what is quoted of them; also the other way round,
// since who quotes may take more than the sentence.
func holds(words, quote string) bool {
	words, quote = compact(words), compact(quote)
	return quote == "" || words != "" && (strings.Contains(words, quote) || strings.Contains(quote, words))
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
		return c.Kind == report.ChangeRestored || c.To != ""
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
