package site

import (
	"encoding/binary"
	"strings"

	"mingfa/generator/site/chart"
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

func (v packed) open() (out stated) {
	s := string(v)
	out.figure, s = unpack(s)
	out.label, s = unpack(s)
	out.value, s = unpack(s)
	out.unit, s = unpack(s)
	out.approx, s = unpack(s)
	out.raw, s = unpack(s)
	out.display, _ = unpack(s)
	return out
}

// Summarise keeps of a report what the pages over all reports need.
func Summarise(in *Input) Summary {
	r := in.Report
	found := in.surveyed()
	s := Summary{Body: in.Body.Slug, Year: r.Year, Figures: found.shown, Indicators: found.indicators}
	p := pack{b: make([]byte, 0, 1024)}
	p.put(in.title())
	p.put(strings.Repeat("+", len(found.headline))) // as long as there are links
	for _, i := range found.headline {
		f := &r.Figures[i]
		p.put(chart.Subject(f), chart.Display(r, f), f.ID)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator == "" || f.Hidden || f.Target || found.earlier[i] {
			continue
		}
		p.put(f.Indicator, f.ID, chart.Label(f), f.Value, f.Unit, f.Approx, f.Raw, chart.Display(r, f))
	}
	s.packed = string(p.b)
	return s
}

// title is the report's title.
func (s *Summary) title() string { title, _ := unpack(s.packed); return title }

func (s *Summary) headline() []link {
	_, rest := unpack(s.packed)
	n, rest := unpack(rest)
	out := make([]link, len(n))
	for i := range out {
		out[i].label, rest = unpack(rest)
		out[i].display, rest = unpack(rest)
		out[i].figure, rest = unpack(rest)
	}
	return out
}

// each calls use with the values that the report states, in text order, and the
// indicator of each.
func (s *Summary) each(use func(indicator string, v packed)) {
	_, rest := unpack(s.packed)
	n, rest := unpack(rest)
	rest = skip(rest, 3*len(n))
	for rest != "" {
		indicator, v := unpack(rest)
		rest = skip(v, 7)
		use(indicator, packed(v[:len(v)-len(rest)]))
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

// unpack cuts off the first string.
func unpack(s string) (first, rest string) {
	if s != "" && s[0] < 0x80 { // nearly all are that short
		n := 1 + int(s[0])
		return s[1:n], s[n:]
	}
	n, size := uint(0), 0
	for shift := 0; size < len(s); shift += 7 {
		c := s[size]
		n |= uint(c&0x7f) << shift
		size++
		if c < 0x80 {
			return s[size : size+int(n)], s[size+int(n):]
		}
	}
	return "", ""
}

// skip cuts off the first n strings.
func skip(s string, n int) string {
	for range n {
		_, s = unpack(s)
	}
	return s
}
