package site

import (
	"encoding/binary"
	"strings"

	"mingfa/generator/chart"
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

// link is a figure as the front page announces it.
type link struct{ label, display, figure string }

// stated is the value that a report states for an indicator.
type stated struct{ figure, label, value, unit, approx, raw, display string }

// packed is a stated value as a summary holds it.
type packed string

func (v packed) open() stated {
	u := unpack{string(v)}
	return stated{u.next(), u.next(), u.next(), u.next(), u.next(), u.next(), u.next()}
}

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

// title is the report's title.
func (s *Summary) title() string { u := unpack{s.packed}; return u.next() }

func (s *Summary) headline() []link {
	u := unpack{s.packed}
	u.next()
	return u.links()
}

// each calls use with the values that the report states, in text order, and the
// indicator of each.
func (s *Summary) each(use func(indicator string, v packed)) {
	u := unpack{s.packed}
	u.next()
	for range 3 * u.linked() {
		u.next()
	}
	for u.s != "" {
		indicator, v := u.next(), u.s
		for range 7 {
			u.next()
		}
		use(indicator, packed(v[:len(v)-len(u.s)]))
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
	if u.s != "" && u.s[0] < 0x80 { // nearly all
		end := 1 + int(u.s[0])
		out := u.s[1:end]
		u.s = u.s[end:]
		return out
	}
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

// linked is how many links follow.
func (u *unpack) linked() int { return len(u.next()) }

func (u *unpack) links() []link {
	n := u.linked()
	out := make([]link, 0, n)
	for range n {
		out = append(out, link{u.next(), u.next(), u.next()})
	}
	return out
}
