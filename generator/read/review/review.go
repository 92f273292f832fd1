// Package review reads and writes <year>.toml, what staff say about a report:
// where and when it was published, which figures they have confirmed, which
// they add or take away, which findings they have accepted, and what came of last
// year's plan. An entry that the
// program has drafted confirms nothing until staff say so.
//
// What staff say wins over what was extracted, and must quote the text: a
// quote that is not in the report, or a value that the quote does not state,
// is an error at the line of the TOML file. Nothing else can come in this way.
// A finding that is waived stays public: its words and the reason for letting
// them stand are shown on the report's page.
package review

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Waiver lets the findings of a rule stand that are about the quoted words.
type Waiver struct {
	Rule   string
	Quote  string // verbatim in the report
	Reason string // on one line; published

	nth   int // which place of the text, 0 for the only one
	index int // in the TOML file
}

// Catalogue knows which indicators there are; indicator.Catalogue does, the next
// stage, of which this one knows no more.
type Catalogue interface {
	// ThemeOf is the theme of the indicator with an id; false where there is none.
	ThemeOf(id string) (theme string, ok bool)
	// SuggestID is a sentence that helps who wrote an id that there is not.
	SuggestID(id string) string
}

// Review is one <year>.toml.
type Review struct {
	// Catalogue, when it is set, is what the entries' indicators must be in.
	Catalogue Catalogue
	Waivers   []Waiver

	doc  *settings.Document
	file file
}

// file is the format. Its head, as Draft writes it, explains it to staff.
type file struct {
	Disclosure disclosure    `toml:"disclosure" zh:"公开信息"`
	Figures    []figureEntry `toml:"figure" zh:"数字"`
	Waivers    []waiverEntry `toml:"waiver" zh:"放行的提示"`

	Corrections []correctionEntry `toml:"correction" zh:"更正"`
	Promises    []promiseEntry    `toml:"promise" zh:"上年的安排"`
}

// figureEntry is one [[figure]]: the figure that the quote states with this
// value and unit.
type figureEntry struct {
	Quote     string          `toml:"quote" need:"true" zh:"原文"`
	Nth       int             `toml:"nth" zh:"第几处"`   // which place of the text, when the quote stands there more than once
	Which     int             `toml:"which" zh:"第几个"` // which number, when the quote states the same one more than once
	Value     settings.Number `toml:"value" need:"true" zh:"数值"`
	Unit      *string         `toml:"unit" zh:"单位"` // any unit when absent
	Label     string          `toml:"label" zh:"名称"`
	Indicator *string         `toml:"indicator" zh:"指标"` // "" for none; decided by the catalogue when absent
	Series    *string         `toml:"series" zh:"历年数据"`  // the name of its series over the years; report.NoSeries for none
	Hide      bool            `toml:"hide" zh:"不显示"`
	Add       bool            `toml:"add" zh:"补充"`
	Status    string          `toml:"status" zh:"核对情况" one:"draft confirmed"` // draft or confirmed; an entry without one is confirmed
}

// What status may be. The program writes draft; who has held the entry against the
// report writes confirmed, or takes the line away. Files from before there was a
// status say nothing, and mean what they meant.
const (
	statusDraft     = "draft"
	statusConfirmed = "confirmed"
)

// isDraft reports whether nobody has confirmed the entry yet.
func (e *figureEntry) isDraft() bool { return e.Status == statusDraft }

type waiverEntry struct {
	Rule   string `toml:"rule" need:"true" zh:"规则"`
	Quote  string `toml:"quote" need:"true" zh:"原文"`
	Nth    int    `toml:"nth" zh:"第几处"`
	Reason string `toml:"reason" need:"true" zh:"理由"`
}

// Parse reads a <year>.toml, the bytes of the file at path. It is never nil.
// After findings it holds what could be read; what needs the report's text is
// checked by Apply.
func Parse(path string, raw []byte) (*Review, []report.Finding) {
	rv := &Review{}
	var findings []report.Finding
	rv.doc, findings = settings.Read(path, raw, &rv.file)
	for i, w := range rv.file.Waivers {
		if w.Rule == "" || w.Quote == "" || strings.TrimSpace(w.Reason) == "" {
			continue // reported as missing
		}
		rv.Waivers = append(rv.Waivers, Waiver{w.Rule, w.Quote, strings.TrimSpace(w.Reason), w.Nth, i})
	}
	findings = append(findings, rv.checkWaivers()...)
	findings = append(findings, rv.checkPromises()...)
	findings = append(findings, rv.checkCorrections()...)
	for i, f := range rv.file.Figures {
		if !oneLine(f.Label) {
			findings = append(findings, rv.fault(rule.BadValue, "名称要写成一行", "请删去换行和看不见的字符。", "figure", i, "label"))
		}
		findings = append(findings, rv.checkSeries(i)...)
		for _, n := range []struct {
			key   string
			value int
		}{{"nth", f.Nth}, {"which", f.Which}} {
			if n.value < 0 {
				findings = append(findings, rv.fault(rule.BadValue, n.key+" 从 1 数起", "请写 1、2、3……，只有一处时不用写。", "figure", i, n.key))
			}
		}
	}
	return rv, append(findings, rv.checkDates()...)
}

// Line is where the file has a waiver.
func (rv *Review) Line(w *Waiver) int { return rv.doc.Line("waiver", w.index) }

// fault is a finding about a value of the file.
func (rv *Review) fault(rule, message, suggestion string, path ...any) report.Finding {
	return rv.doc.ValueAt(rule, report.Error, message, suggestion, path...)
}
