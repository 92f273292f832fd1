package site

import (
	"encoding/binary"
	"slices"
	"strings"

	"mingfa/generator/chart"
	"mingfa/generator/report"
)

// Summary is what is kept of a report after its own files are written: about
// 1.5 KB for a report of 20 indicators. All texts are packed into one string,
// which shares no memory with the report's source.
type Summary struct {
	Body       string
	Year       int
	Figures    int // shown
	Indicators int // that they are of
	packed     string
}

// heads is how many figures a report is announced with.
const heads = 6

// link is a figure as the front page announces it.
type link struct{ label, display, figure string }

// stated is the value that a report states for an indicator.
type stated struct{ indicator, figure, label, value, unit, approx, raw, display string }

// Summarise keeps of a report what the pages over all reports need.
func Summarise(in *Input) Summary {
	r := in.Report
	s := Summary{Body: in.Body.Slug, Year: r.Year}
	s.Figures, s.Indicators = count(r)
	p := pack{b: make([]byte, 0, 1024)}
	p.put(in.title())
	chosen := headline(r)
	p.put(strings.Repeat("+", len(chosen))) // as long as there are links
	for _, i := range chosen {
		f := &r.Figures[i]
		p.put(chart.Subject(f), chart.Display(r, f), f.ID)
	}
	earlier := chart.Earlier(r)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator == "" || f.Hidden || f.Target || earlier[i] {
			continue
		}
		p.put(f.Indicator, f.ID, chart.Label(f), f.Value, f.Unit, f.Approx, f.Raw, chart.Display(r, f))
	}
	s.packed = string(p.b)
	return s
}

// headline picks the figures that announce a report, in text order: one of
// each theme, so that a reader sees at a glance all that a body does, and of a
// theme the total that other figures are parts of, where there is one. Figures
// of a theme that has one already, and then those of no indicator, fill up
// what is left.
func headline(r *report.Report) []int {
	earlier := chart.Earlier(r)
	total := make([]bool, len(r.Figures))
	for _, rel := range r.Relations {
		if rel.Kind != report.RelationChange && rel.Whole >= 0 {
			total[rel.Whole] = true
		}
	}
	var of, rest, unknown []int
	at := map[string]int{} // theme -> index in of
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || earlier[i] || f.Label == "" || f.Kind == report.KindChange {
			continue
		}
		k, seen := at[f.Theme]
		switch {
		case f.Indicator == "":
			unknown = append(unknown, i)
		case !seen:
			at[f.Theme] = len(of)
			of = append(of, i)
		case total[i] && !total[of[k]]:
			rest = append(rest, of[k])
			of[k] = i
		default:
			rest = append(rest, i)
		}
	}
	slices.Sort(rest)
	chosen := slices.Concat(of, rest, unknown)
	chosen = chosen[:min(heads, len(chosen))]
	slices.Sort(chosen)
	return chosen
}

// title is the report's title.
func (s *Summary) title() string { u := unpack{s.packed}; return u.next() }

func (s *Summary) headline() []link {
	u := unpack{s.packed}
	u.next()
	return u.links()
}

// each calls use with what the report states of each indicator, in text order.
func (s *Summary) each(use func(v stated)) {
	u := unpack{s.packed}
	u.next()
	u.links()
	for u.s != "" {
		use(stated{u.next(), u.next(), u.next(), u.next(), u.next(), u.next(), u.next(), u.next()})
	}
}

// pack writes strings one after another, each behind its length.
type pack struct{ b []byte }

func (p *pack) put(list ...string) {
	for _, s := range list {
		p.b = binary.AppendUvarint(p.b, uint64(len(s)))
		p.b = append(p.b, s...)
	}
}

type unpack struct{ s string }

func (u *unpack) next() string {
	n, shift := 0, 0
	for i := 0; i < len(u.s); i++ {
		c := u.s[i]
		n |= int(c&0x7f) << shift
		shift += 7
		if c < 0x80 {
			out := u.s[i+1 : i+1+n]
			u.s = u.s[i+1+n:]
			return out
		}
	}
	u.s = ""
	return ""
}

func (u *unpack) links() []link {
	n := len(u.next())
	out := make([]link, 0, n)
	for range n {
		out = append(out, link{u.next(), u.next(), u.next()})
	}
	return out
}
