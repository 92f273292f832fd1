package site

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site/chart"
)

// scratch is where the files of a report are made. It is used again for other
// reports, because to grow a page anew for each would take as long as a part of
// what is to be written into it.
type scratch struct{ text, file []byte }

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Report writes one report: its page, beside it report.json, figures.csv and
// the file as issued, and the page that shows the original line by line. An
// error of write ends it.
func Report(in *Input, write Write) error {
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	folder, m := in.folder(), in.markWaived()
	for _, f := range []struct {
		path string
		data func() []byte
	}{
		{folder + "index.md", func() []byte { return in.page(sc, m) }},
		{folder + "report.json", func() []byte { return in.json(sc) }},
		{folder + "figures.csv", func() []byte { return in.csv(sc) }},
		{folder + OriginalName(in.Report.Source.Name()), func() []byte { return in.Original }},
		{in.sourcePath(), func() []byte { return in.sourcePage(sc, m) }},
	} {
		if err := write(f.path, f.data()); err != nil {
			return err
		}
	}
	return nil
}

// OriginalName is the name under which a file is published. Hugo takes what
// lies beside a page by its extension and would render a Markdown or HTML file,
// shortcodes and all, instead of publishing its bytes: such a name gets .txt
// behind it.
func OriginalName(name string) string {
	dot := strings.LastIndexByte(name, '.')
	switch strings.ToLower(name[dot+1:]) {
	case "txt", "docx", "doc", "wps", "pdf", "ofd", "rtf":
		return name
	}
	return name + ".txt"
}

// json is the report as data users get it.
func (in *Input) json(sc *scratch) []byte {
	b, err := in.Report.AppendJSON(sc.file[:0], escape.Data)
	if err != nil { // only a figure whose value is no number could be refused
		panic("site: report " + in.Report.Source.Path + " is not valid: " + err.Error())
	}
	sc.file = append(b, '\n')
	return sc.file
}

func (in *Input) page(sc *scratch, m *marked) []byte {
	r := in.Report
	explained := &terms{glossary: in.Glossary}
	sc.text = body(sc.text[:0], r, m.marks, explained)
	sc.file = appendDocument(sc.file[:0], func(o *object) {
		o.text("title", in.title())
		found := in.surveyed()
		o.text("description", in.description(found.shown))
		o.number("weight", 10000-r.Year) // Hugo's order of pages: newest first
		o.object("params", func() {
			in.identity(o)
			in.provenance(o)
			in.share(o)
			checks := chart.Checks(r, in.LastYear)
			agreeing := 0
			for _, c := range checks {
				if c.Agrees {
					agreeing++
				}
			}
			o.number("figures", found.shown)
			o.number("indicators", found.indicators)
			o.number("verified", agreeing)
			contents(o, r)
			in.minute(o)
			in.themes(o)
			o.array("checks", func() {
				for _, c := range checks {
					o.item(func() { o.text("text", c.Text); o.flag("agrees", c.Agrees); o.text("href", c.Href) })
				}
			})
			m.list(o)
			explained.list(o)
			in.unread(o)
			in.neighbours(o)
		})
	})
	sc.file = append(append(sc.file, '\n'), sc.text...)
	return sc.file
}

// title is the report's own, or what the page must be called without one.
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
	report            *report.Report // of which it is
	shown, indicators int            // how many figures are shown and how many indicators they are of
	earlier           []bool         // by figure: it states an earlier year's value
	headline          []int          // the figures that announce the report
}

// surveyed is the survey of the report, made once.
func (in *Input) surveyed() *survey {
	if in.survey == nil || in.survey.report != in.Report {
		s := &survey{report: in.Report, earlier: chart.Earlier(in.Report)}
		s.shown, s.indicators = count(in.Report)
		s.headline = headline(in.Report, s.earlier)
		in.survey = s
	}
	return in.survey
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

func (in *Input) identity(o *object) {
	o.text("body", in.Body.Slug)
	o.text("bodyname", in.Body.Name)
	o.optional("bodyshort", in.Body.Short)
	o.optional("region", in.Body.Region)
	o.number("year", in.Report.Year)
	o.optional("issuer", in.Report.Issuer)
}

func (in *Input) provenance(o *object) {
	o.array("disclosure", func() {
		for _, f := range in.Disclosure {
			o.item(func() { o.text("name", f.Name); o.text("value", f.Value) })
		}
	})
	o.optional("published", in.Published)
	in.file(o)
}

func (in *Input) file(o *object) {
	src := in.Report.Source
	o.object("file", func() {
		o.text("name", OriginalName(src.Name()))
		o.text("path", src.Path)
		o.text("sha256", src.SHA256)
		o.text("size", size(src.Size))
		o.text("encoding", encodingName(src.Encoding))
	})
}

// size is a number of bytes as people read it.
func size(n int) string {
	switch {
	case n < 1024:
		return strconv.Itoa(n) + " 字节"
	case n < 1024*1024:
		return strconv.FormatFloat(float64(n)/1024, 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1024/1024, 'f', 1, 64) + " MB"
}

func encodingName(s string) string {
	switch s {
	case "utf-8":
		return "UTF-8"
	case "utf-8-bom":
		return "UTF-8，带字节顺序标记"
	}
	return strings.ToUpper(s)
}

func contents(o *object, r *report.Report) {
	o.array("toc", func() {
		for _, h := range r.Headings {
			if !h.Item {
				o.item(func() { o.text("id", h.ID); o.number("level", h.Level); o.text("text", h.Number+h.Text) })
			}
		}
	})
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
func (in *Input) unread(o *object) {
	r := in.Report
	o.array("unread", func() {
		in.eachUnread(func(f *report.Finding) {
			if block := blockAt(r, f.Span.Start); block >= 0 {
				b := &r.Blocks[block]
				o.item(func() {
					o.text("text", r.Source.Slice(around(r.Source.Text, b.Span, f.Span.Start)))
					o.text("href", "#"+b.ID)
				})
			}
		})
	})
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

func (in *Input) neighbours(o *object) {
	for _, n := range []struct {
		key  string
		year int
	}{{"previous", in.Previous}, {"next", in.Next}} {
		if n.year != 0 {
			o.object(n.key, func() { o.number("year", n.year); o.text("url", pageURL(in.Body.Slug, n.year)) })
		}
	}
}
