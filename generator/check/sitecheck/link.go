package sitecheck

import (
	"net/url"
	"path"
	"strings"
)

// link is an address that an element names.
type link struct {
	of      *element
	key     string // of the attribute
	raw     string
	fetched bool // a browser asks for it by itself, without a reader's click
	to      target
	ok      bool // raw is an address
}

// addresses are the attributes that hold an address, by element. What is not an
// <a>, an <area> or a <form> is fetched by itself.
var addresses = map[string][]string{
	"a": {"href", "ping"}, "area": {"href", "ping"}, "form": {"action"}, "button": {"formaction"}, "blockquote": {"cite"}, "q": {"cite"},
	"link": {"href"}, "img": {"src", "srcset"}, "script": {"src"}, "iframe": {"src"}, "frame": {"src"}, "embed": {"src"}, "object": {"data"},
	"source": {"src", "srcset"}, "audio": {"src"}, "video": {"src", "poster"}, "track": {"src"}, "input": {"src", "formaction"}, "body": {"background"},
	"image": {"href", "xlink:href"}, "use": {"href", "xlink:href"}, "base": {"href"},
}

// link finds where the links of a page lead, in its order.
func (s *site) link(p *page) {
	add := func(l link) {
		l.to, l.ok = s.follow(p, l.raw)
		p.links = append(p.links, l)
	}
	for i := range p.elements {
		e := &p.elements[i]
		for _, key := range addresses[e.name] {
			raw, ok := e.attr(key)
			if !ok {
				continue
			}
			l := link{of: e, key: key, raw: strings.TrimSpace(raw), fetched: fetched(e, key)}
			if key != "srcset" {
				add(l)
				continue
			}
			for candidate := range strings.SplitSeq(raw, ",") {
				if fields := strings.Fields(candidate); len(fields) > 0 {
					l.raw = fields[0]
					add(l)
				}
			}
		}
	}
}

// fetched reports whether a browser asks for an address by itself.
func fetched(e *element, key string) bool {
	switch e.name {
	case "a", "area", "form", "button", "blockquote", "q", "base":
		return key == "ping"
	case "link":
		rel, _ := e.attr("rel")
		for _, word := range strings.Fields(strings.ToLower(rel)) {
			switch word {
			case "canonical", "alternate", "author", "license", "next", "prev", "help", "search":
				return false
			}
		}
	}
	return key != "formaction"
}

// target is where a link leads.
type target struct {
	file     string // below the site's folder; "" for a place outside it
	fragment string
	url      *url.URL // the whole address; its host is "" when the site's is not known
}

// follow says where a link of a page leads. ok is false for one that is no
// address at all.
func (s *site) follow(p *page, raw string) (to target, ok bool) {
	if p.address == nil {
		p.address = s.address(p)
	}
	if strings.HasPrefix(raw, "#") { // most links of a report are within it
		fragment, err := url.PathUnescape(raw[1:])
		return target{p.file, fragment, p.address}, err == nil
	}
	u, err := url.Parse(raw)
	if err != nil {
		return target{}, false
	}
	to.url = p.address.ResolveReference(u)
	to.fragment = to.url.Fragment
	switch to.url.Scheme {
	case "", "http", "https":
	default:
		return to, true
	}
	if !strings.EqualFold(to.url.Host, s.base.Host) {
		return to, true
	}
	file, inside := strings.CutPrefix(to.url.Path, s.base.Path)
	if !inside {
		return to, true
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += homeFile
	}
	to.file = path.Clean(file)
	return to, true
}
