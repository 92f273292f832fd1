package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Sides of a review: the body that reviews, and the one whose act is reviewed. What came of
// the reviews of a bureau's own acts (我局被申请行政复议11件，维持8件) is no work of a reviewing body.
const (
	sideNone       = ""
	sideReviewer   = "reviewer"
	sideRespondent = "respondent"
)

// sides tells whose reviews a figure is about.
type sides struct {
	respondent *lexicon.Set // 被申请人: the body that reports answers for its act
	takes      *lexicon.Set // 受理, 审结: what only a reviewing body does
	organs     *lexicon.Set // 复议机关: speaks of no case
	toOwn      *lexicon.Set // 向我局: what another body did to the one that reports
	reviewing  *lexicon.Set // the departments that review or prepare the decisions of a government: 司法
}

func newSides(w Words) sides {
	return sides{
		respondent: lexicon.NewSet(w.Respondent...), takes: lexicon.NewSet(w.Reviews...), organs: lexicon.NewSet(w.Organs...), reviewing: lexicon.NewSet(w.Reviewing...),
		toOwn: lexicon.NewSet(w.ToOwn...),
	}
}

// review is what a case of it is called.
const review = "复议"

// sinceOfGovernments is the year from which the law leaves reviews to governments: a
// department's report is then of reviews of its own acts.
const sinceOfGovernments = 2024

// isOf reports whether a figure may be counted by a body on a side. A reviewing body's is what is
// not said to be of the respondent; a respondent's is only what is said to be. The report of
// a department must say that it took up cases: 行政复议案件11件 alone may be against it.
// isPlain says that the indicator's own words say whose it is: 被纠错1件.
func (s *sides) isOf(side string, isPlain bool, r *report.Report, f *report.Figure, o *offices) bool {
	if side == sideNone || side == sideRespondent && isPlain {
		return true
	}
	told := s.told(r, f)
	if side == sideRespondent {
		return told == sideRespondent
	}
	return told != sideRespondent && (told == sideReviewer && r.Year < sinceOfGovernments || !s.answers(r.Issuer, o))
}

// answers reports whether a body reviews nothing: a department other than those of justice, or a town.
func (s *sides) answers(issuer string, o *offices) bool {
	if o.isTown(issuer) {
		return true
	}
	_, isOffice := o.fieldOf(issuer)
	return isOffice && !s.reviewing.In(issuer)
}

// told is the side that the words up to a figure speak of, and those behind it in its clause. A case
// that somebody took up (受理) is of the reviewing side until 被申请人 is named, and the
// other way round.
func (s *sides) told(r *report.Report, f *report.Figure) string {
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return sideNone
	}
	text := r.Source.Text[max(r.Blocks[f.Block].Span.Start, f.Span.Start-reach):max(f.Span.End, min(f.QuoteSpan.End, r.Blocks[f.Block].Span.End))]
	side, isNew := sideNone, false
	for len(text) > 0 {
		clause, mark := text, ""
		if at := strings.IndexAny(text, "，,；;：:。！？\n"); at >= 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			clause, mark = text[:at], text[at:at+size]
		}
		text = text[len(clause)+len(mark):]
		switch {
		case !s.isOfCase(clause):
		case s.respondent.In(clause):
			side, isNew = sideRespondent, false
		case s.takes.In(clause):
			side, isNew = sideReviewer, false
		case isNew:
			side, isNew = sideNone, false // a new sentence begins with reviews of whoever they are
		}
		if strings.ContainsAny(mark, "。！？\n") {
			isNew = true
		}
	}
	return side
}

// isOfCase reports whether a clause speaks of a review, and not of the body that decides one alone.
func (s *sides) isOfCase(clause string) bool {
	for at := 0; ; at += len(review) {
		next := strings.Index(clause[at:], review)
		if next < 0 {
			return false
		}
		at += next
		if _, ok := s.organs.At(clause, at); !ok {
			return true
		}
	}
}

// isPartOfSum reports whether the figure with index i is one of several things that an indicator
// counts together, and another figure of its sentence is another one: of 废止31件，宣布失效9件 neither
// is what was 废止 and 失效.
func (m *matcher) isPartOfSum(r *report.Report, i int, w words, owner int) bool {
	sum := m.indicators[owner].Sum
	if len(sum) == 0 {
		return false
	}
	said := func(k int, w words) (parts []string) {
		own := w.quote
		if noun, rest, found := strings.Cut(own, "、"); found && k > 0 && r.Figures[k-1].QuoteSpan == r.Figures[k].QuoteSpan && !strings.Contains(noun, hole) {
			own = rest // 32个部门、14个乡镇: the 部门 are of the figure before
		}
		if !hasWord(own) {
			own = w.label
		}
		for _, part := range sum {
			if strings.Contains(own, part) {
				parts = append(parts, part)
			}
		}
		return parts
	}
	own := said(i, w)
	if len(own) == 0 {
		return false
	}
	f := &r.Figures[i]
	for j := max(0, i-nearSum); j <= min(len(r.Figures)-1, i+nearSum); j++ {
		other := &r.Figures[j]
		if j == i || other.Block != f.Block || other.Kind != f.Kind || other.Unit != f.Unit || !inOneSentence(r, f, other) {
			continue
		}
		theirs := said(j, wordsOf(r, j, m.inside))
		if len(theirs) > 0 && !slices.ContainsFunc(theirs, func(part string) bool { return slices.Contains(own, part) }) {
			return true
		}
	}
	return false
}

// nearSum is how many figures before and after one are asked for the other things of a sum.
const nearSum = 6

// inOneSentence reports whether no full stop stands between two figures of a block.
func inOneSentence(r *report.Report, a, b *report.Figure) bool {
	if a.Span.Start > b.Span.Start {
		a, b = b, a
	}
	return r.Source == nil || a.Span.End > b.Span.Start || b.Span.Start > len(r.Source.Text) || strings.IndexFunc(r.Source.Text[a.Span.End:b.Span.Start], isFullStop) < 0
}
