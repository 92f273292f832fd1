package site

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site/chart"
)

// Report writes one report: its page, beside it report.json, figures.csv and
// the file as issued, and the page that shows the original line by line. An
// error of write ends it.
func Report(in *Input, write Write) error {
	folder, m := in.folder(), in.markWaived()
	data := in.Report.Extract()
	in.extractBefore(data)
	if in.Copy != "" {
		data.Source.Published = &report.ExtractedFile{Name: in.offered(), SHA256: digest(in.Original)}
	}
	extract, err := escape.Data(data)
	if err != nil {
		return fmt.Errorf("failed to write the data of %s: %w", in.Report.Source.Path, err)
	}
	table, err := in.csv()
	if err != nil {
		return err
	}
	files := []File{
		{folder + "index.md", in.page(m)},
		{folder + "report.json", extract},
		{folder + "figures.csv", table},
		{folder + in.offered(), in.Original},
		{in.sourcePath(), in.sourcePage(m)},
	}
	if page, ok := in.promisesPage(); ok {
		files = append(files, page)
	}
	return writeAll(write, files...)
}

// OriginalName is the name under which a file is published. Hugo takes what
// lies beside a page by its extension and would render a Markdown or HTML file,
// shortcodes and all, instead of publishing its bytes: such a name gets .txt
// behind it.
func OriginalName(name string) string {
	dot := strings.LastIndexByte(name, '.')
	switch strings.ToLower(name[dot+1:]) {
	case "txt", "docx", "doc", "wps", "pdf", "ofd", "rtf", "odt":
		return name
	}
	return name + ".txt"
}

// page is the report's page: its front matter and its text.
func (in *Input) page(m *marked) []byte {
	r := in.Report
	explained := &terms{glossary: in.Glossary}
	text := body(r, m.marks, explained) // first: it tells which marks and terms are on the page
	found := in.surveyed()
	params := reportParams{
		identity: in.identity(), Disclosure: in.disclosure(), Cite: in.cited(), Cards: in.cardItems(), Published: in.History.First, File: in.file(), Date: in.date(),
		QR: code(in.Domain, in.url()), Picture: in.picture(),
		Figures: found.shown, Confirmed: confirmed(r), Indicators: found.indicators,
		Contents: contents(r), Characters: characters(r.Source.Text), Headline: in.headline(), Parts: parts(r),
		Themes: in.themes(), Checks: []checkItem{}, Differing: in.differing(), Waived: m.list(), Terms: explained.list(), Unread: in.unread(),
		Promises: in.promises(), Previous: in.neighbour(in.Previous), Next: in.neighbour(in.Next),
	}
	params.Changes = in.changes()
	if in.History.First == "" {
		params.Stated = in.statedDay()
	}
	for _, c := range chart.Checks(r, in.LastYear) {
		params.Checks = append(params.Checks, checkItem{string(kept(nil, c.Text)), c.Agrees, c.Href})
		if c.Agrees {
			params.Verified++
		}
	}
	head := document(frontMatter{
		Title: in.title(), Description: in.description(found.shown), Weight: 10000 - r.Year, // the newest first
		Lastmod: in.lastmod(), Params: params,
	})
	return slices.Concat(head, []byte("\n"), text)
}

// lastmod is the day of the newest change to the report, or of its first publication;
// "" outside of a release.
func (in *Input) lastmod() string {
	day := in.History.First
	for i := range in.History.Changes {
		day = max(day, in.History.Changes[i].Day)
	}
	return day
}

// confirmed is how many of the figures that are shown staff have confirmed.
func confirmed(r *report.Report) int {
	n := 0
	for i := range r.Figures {
		if r.Figures[i].Reviewed && !r.Figures[i].Hidden {
			n++
		}
	}
	return n
}

// document is front matter, or the configuration, as JSON.
func document(v any) []byte {
	b, err := escape.FrontMatter(v)
	if err != nil { // the contract holds texts, whole numbers and flags, which are never refused
		panic("site: " + err.Error())
	}
	return b
}

// title is the title of the report, or what the page must be called without it.
func (in *Input) title() string {
	if in.Report.Title != "" {
		return in.Report.Title
	}
	return in.Body.Name + strconv.Itoa(in.Report.Year) + "年法治政府建设年度报告"
}

func (in *Input) description(figures int) string {
	s := in.Body.Name + strconv.Itoa(in.Report.Year) + "年法治政府建设年度报告全文"
	if figures == 0 {
		return s + "，与印发的原件逐字一致。"
	}
	return s + "，与印发的原件逐字一致；其中" + strconv.Itoa(figures) + "个数字都可以回到写着它的那句话。"
}

func (in *Input) indicatorName(id string) string {
	if in.Catalogue == nil || id == "" {
		return ""
	}
	if i, ok := in.Catalogue.Get(id); ok {
		return i.Name
	}
	return ""
}

// survey is what is said of a report's figures in several places.
type survey struct {
	shown, indicators int    // how many figures are shown and how many indicators they are of
	earlier           []bool // by figure: it states an earlier year's value
	headline          []int  // the figures that announce the report
}

// surveyed is the survey of the report, made once.
func (in *Input) surveyed() survey {
	return in.survey.Get(in.Report, func() survey {
		s := survey{earlier: chart.Earlier(in.Report)}
		s.shown, s.indicators = count(in.Report)
		s.headline = in.headlines(s.earlier)
		return s
	})
}

// count is how many figures are shown and how many indicators they are of.
func count(r *report.Report) (shown, indicators int) {
	seen := make(map[string]bool, len(r.Figures))
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		shown++
		if f.Indicator != "" {
			seen[f.Indicator] = true
		}
	}
	return shown, len(seen)
}

func (in *Input) identity() identity {
	b := in.Body
	return identity{Body: b.Slug, BodyName: b.Name, BodyShort: b.Short, Region: b.Region, Year: in.Report.Year, Issuer: in.Report.Issuer}
}

func (in *Input) disclosure() []disclosureItem {
	items := make([]disclosureItem, 0, len(in.Disclosure))
	for _, f := range in.Disclosure {
		items = append(items, disclosureItem(f))
	}
	return items
}

func contents(r *report.Report) []contentsItem {
	items := []contentsItem{}
	for _, h := range r.Headings {
		if !h.Item {
			items = append(items, contentsItem{h.ID, h.Level, h.Number + h.Text})
		}
	}
	return items
}

// mostUnread bounds the list of numbers that were not read: more of them say
// that the file is no report, and are in the command's findings.
const mostUnread = 100

// eachUnread calls use with the numbers that were not read as figures, but not
// with those that staff let stand, of which the page says so elsewhere.
func (in *Input) eachUnread(use func(f *report.Finding)) {
	most := mostUnread
	for i := range in.Report.Findings {
		f := &in.Report.Findings[i]
		if f.Rule != rule.UnreadNumber || f.Span.Len() == 0 || most == 0 {
			continue
		}
		if !slices.ContainsFunc(in.Waived, func(w Waived) bool { return w.Finding.Rule == f.Rule && w.Finding.Span == f.Span }) {
			use(f)
			most--
		}
	}
}

// unread lists the numbers that were not read, each with the words around it.
func (in *Input) unread() []unreadItem {
	r, items := in.Report, []unreadItem{}
	in.eachUnread(func(f *report.Finding) {
		if block := blockAt(r, f.Span.Start); block >= 0 {
			b := &r.Blocks[block]
			items = append(items, unreadItem{r.Masked(around(r.Source.Text, b.Span, f.Span.Start)), "#" + b.ID})
		}
	})
	return items
}

// blockAt is the block on the page that holds at, -1 for none; the title's
// lines are not on it.
func blockAt(r *report.Report, at int) int {
	i := sort.Search(len(r.Blocks), func(i int) bool { return r.Blocks[i].Span.End > at })
	if i < len(r.Blocks) && r.Blocks[i].Span.Start <= at && r.Blocks[i].Kind != report.BlockTitle {
		return i
	}
	return -1
}

// around is the clause of sp that at stands in.
func around(text string, sp report.Span, at int) report.Span {
	const ends = "。；;！？，\n\t"
	if i := strings.LastIndexAny(text[sp.Start:at], ends); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[sp.Start+i:])
		sp.Start += i + n
	}
	if i := strings.IndexAny(text[at:sp.End], ends); i >= 0 {
		sp.End = at + i
	}
	return sp
}

// neighbour leads to the body's report on another year; nil where there is none.
func (in *Input) neighbour(year int) *neighbour {
	if year == 0 {
		return nil
	}
	return &neighbour{year, pageURL(in.Body.Slug, year)}
}
