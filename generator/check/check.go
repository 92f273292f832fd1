// Package check finds in a report what would embarrass its body once it is
// public. Each rule stands in a file of its own, named by its id, beside a page
// that explains it (explain/<id>.md); package tell prints what the rules find.
// Findings of the stages before it, which they give where they are unsure
// (heading-gap, unread-number), have their pages here too.
//
// A rule would rather miss a fault than call something sound a fault: staff
// stop reading a list in which every third line is wrong.
package check

import (
	"slices"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Input is what rules look at.
type Input struct {
	Report     *report.Report
	Named      int                 // the year that the file is named after; 0 when it is none
	Body       []string            // the name of the body whose report it is, and its short one; none where nobody says
	Slug       string              // its folder; "" likewise
	Dates      Dates               // of the document
	LastYear   lastyear.Comparison // with the body's report on the year before
	Neighbours *Neighbours         // the reports of the portal; nil where it is not known
	Words      *lexicon.Lexicon
	Phrases    *Phrases // fixed phrases and how they are misquoted; nil for none
	Laws       *Laws    // names of laws and plans; nil for none

	Compared *Compared // with which of Neighbours it was compared; set by Report
	against  []*Sketch // these

	// What several rules look at.
	pairs  report.Once[[]restated]
	tabled report.Once[[]grid]
	data   report.Once[[]datum]
	signed report.Once[[]sign]
	runs   report.Once[[][]digitGroup]
	inRows report.Once[[]row]

	garbled report.Once[garble]
	copied  []report.Span            // paragraphs that stand twice, where they stand again; set by repeatedPassage
	short   []report.Span            // totals of rows that have a number less than names; set by changeMismatch
	second  report.Once[report.Span] // where the title of a second report stands
}

// rules are all rules, in no order that matters: findings are sorted by place.
var rules = []func(in *Input) []report.Finding{
	documentFlags,
	pictureLeftOut,
	pageEdges,
	wrongYear,
	joinedReports,
	lateReport,
	missingRequiredPart,
	missingHeadings,
	repeatedWord,
	unpairedBracket,
	unpairedQuote,
	halfwidthPunctuation,
	doubledPunctuation,
	misnamedLaw,
	repeatedPassage,
	stalePassage,
	traditionalForm,
	unfinishedText,
	leftoverMarkup,
	garbledText,
	otherReport,
	foreignBody,
	impossibleDate,
	impossibleRate,
	hiddenCharacter,
	pageNumber,
	missingUnit,
	exactWithApprox,
	misquotedPhrase,
	secrecyMark,
	rateMismatch,
	changeMismatch,
	sumMismatch,
	partExceedsTotal,
	innerRows,
	conflictingValues,
	summaryMismatch,
	changedLastYear,
	idNumber,
	mobileNumber,
	bankCard,
	personalData,
}

// Report runs every rule on a report that all stages before have read. The
// findings, in no order, hold those that are in r.Findings already; none repeats
// what is private, which r.Private tells from here on.
func Report(in *Input) []report.Finding {
	findings := slices.Clone(in.Report.Findings)
	for _, find := range rules {
		findings = append(findings, find(in)...)
	}
	return in.concealed(in.readable(in.ofThisKind(in.oneCause(in.withoutRepeated(withoutUnread(findings))))))
}
