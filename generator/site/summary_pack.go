package site

import (
	"maps"
	"slices"

	"mingfa/generator/report"
	"mingfa/generator/report/pack"
)

// Pack writes a summary, or reads one, whose texts are parts of what it is read from. What the releases know of the
// report is not in it.
func (s *Summary) Pack(p *pack.Packer) {
	p.Text(&s.Body)
	p.Int(&s.Year)
	p.Int(&s.Figures)
	p.Int(&s.Indicators)
	p.Text(&s.day)
	p.Flag(&s.byStaff)
	pack.List(p, &s.corrections, func(c *report.Correction) {
		p.Text(&c.Day)
		p.Text(&c.Old)
		p.Text(&c.Quote)
		p.Text(&c.Reason)
		p.Flag(&c.Hide)
	})
	p.Text(&s.title)
	pack.List(p, &s.headline, func(a *announced) {
		p.Text(&a.label)
		p.Text(&a.display)
		p.Text(&a.figure)
	})
	s.packThen(p)
	pack.List(p, &s.leads, func(l *leadItem) {
		p.Text(&l.Name)
		p.Text(&l.Href)
		pack.List(p, &l.Points, func(i *pointItem) {
			p.Text(&i.Text)
			p.Text(&i.Href)
		})
	})
	pack.List(p, &s.stated, func(v *stated) { v.pack(p) })
	pack.List(p, &s.series, func(c *chained) {
		p.Text(&c.key)
		p.Int(&c.year)
		p.Text(&c.broken)
		p.Text(&c.ended)
		p.Text(&c.figure)
		valued := c.value != nil
		if p.Flag(&valued); !valued {
			return
		}
		if p.Reading() {
			c.value = new(stated)
		}
		c.value.pack(p)
	})
	pack.List(p, &s.promised, func(c *promiseCount) {
		p.Text(&c.Status)
		p.Text(&c.Name)
		p.Int(&c.Count)
	})
	pack.List(p, &s.differing, func(d *differingItem) {
		p.Int(&d.Year)
		p.Int(&d.Before)
		for _, text := range []*string{&d.Says, &d.Href, &d.Then, &d.ThenHref, &d.Text, &d.Reason} {
			p.Text(text)
		}
	})
	p.Flag(&s.unconfirmed)
}

// packThen packs what figures were the year before, in the order of their ids.
func (s *Summary) packThen(p *pack.Packer) {
	var ids []string
	if s.then != nil {
		ids = slices.AppendSeq([]string{}, maps.Keys(s.then))
		slices.Sort(ids)
	}
	pack.List(p, &ids, p.Text)
	if p.Reading() && ids != nil {
		s.then = make(map[string]*beforeItem, len(ids))
	}
	for _, id := range ids {
		if p.Reading() {
			s.then[id] = new(beforeItem)
		}
		item := s.then[id]
		p.Text(&item.Lead)
		p.Int(&item.Year)
		p.Text(&item.Figure)
		p.Text(&item.Rest)
		p.Text(&item.Why)
		p.Flag(&item.Differs)
	}
}

func (v *stated) pack(p *pack.Packer) {
	for _, text := range []*string{&v.indicator, &v.figure, &v.label, &v.value, &v.unit, &v.approx, &v.raw, &v.display, (*string)(&v.bound), &v.said} {
		p.Text(text)
	}
}
