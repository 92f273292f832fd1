package sitecheck

import (
	"hash/maphash"
	"slices"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// crossing is a link to a place on another page.
type crossing struct {
	from, to int32  // pages
	id       uint64 // hash
	tag      int32  // where the start tag of the link begins
}

// brokenFragment finds links to places that the page itself does not have.
func brokenFragment(s *site, p *page) {
	ids := map[string]bool{"": true, "top": true}
	for i := range p.elements {
		if id, ok := p.elements[i].attr("id"); ok {
			ids[id] = true
		}
	}
	for _, l := range p.links {
		if l.ok && l.to.file == p.file && !ids[l.to.fragment] {
			p.brokenFragment(l)
		}
	}
}

func (p *page) brokenFragment(l link) {
	p.value(l.of, l.key, rule.SiteBrokenFragment, report.Error, "链接指的位置不存在", "那一页里没有这个 id。请重新生成全站；手工写的链接，请核对 # 后面的名字。")
}

// keepCrossing keeps the links of a page to places on other pages, until the
// ids of all are known.
func (s *site) keepCrossing(from int32, p *page) {
	var list []crossing
	for _, l := range p.links {
		to := l.to
		if n, isPage := s.number[to.file]; l.ok && isPage && to.fragment != "" && to.fragment != "top" && to.file != p.file {
			list = append(list, crossing{from, n, maphash.String(s.seed, to.fragment), int32(l.of.tag.Start)})
		}
	}
	if len(list) > 0 {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.crossing = append(s.crossing, list...)
	}
}

// checkFragments finds the links to places that other pages do not have. Pages
// with such a link, which a sound site has none of, are read once more.
func (s *site) checkFragments() error {
	broken := map[int32][]int32{}
	for _, c := range s.crossing {
		if _, ok := slices.BinarySearch(s.ids[c.to], c.id); !ok {
			broken[c.from] = append(broken[c.from], c.tag)
		}
	}
	pages := make([]int32, 0, len(broken))
	for n := range broken {
		pages = append(pages, n)
	}
	slices.Sort(pages)
	for i, n := range pages {
		if i >= mostFindings { // none of it would be listed
			s.found.count(rule.SiteBrokenFragment, len(broken[n]))
			continue
		}
		p, err := s.read(s.pages[n])
		if err != nil {
			return err
		}
		p.findings, p.given = nil, nil
		s.link(p)
		for _, l := range p.links {
			if _, ok := slices.BinarySearch(broken[n], int32(l.of.tag.Start)); ok && l.to.fragment != "" {
				p.brokenFragment(l)
			}
		}
		s.found.add(p.findings)
	}
	return nil
}
