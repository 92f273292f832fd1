package site

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/site/feed"
)

// newest is how many entries a feed has.
const newest = 100

// news is what a feed tells: a report that was published, or a change to one.
type news struct {
	day    string
	report *Summary // of a report that was published
	change *event   // of a change
}

// newsOf is what is new of reports and their changes, the newest first. What no day is
// known of is left out: a feed is in the order of days.
func newsOf(reports []*Summary, changes []*event) []news {
	var all []news
	for _, s := range reports {
		if s.day != "" {
			all = append(all, news{day: s.day, report: s})
		}
	}
	for _, e := range changes {
		if e.item.Day != "" {
			all = append(all, news{day: e.item.Day, change: e})
		}
	}
	slices.SortStableFunc(all, func(a, b news) int { return cmp.Compare(b.day, a.day) })
	return all[:min(newest, len(all))]
}

// allNews is what is new of the whole portal.
func (p *portal) allNews() []news {
	changes := make([]*event, len(p.all))
	for i := range p.all {
		changes[i] = &p.all[i]
	}
	return newsOf(p.reports, changes)
}

// feeds are the two forms of a feed; none without news, or without an address of the
// site: a feed is read elsewhere, so its links must be whole.
func (p *portal) feeds(folder, home, title string, all []news) ([]File, error) {
	if p.Site.Domain == "" || len(all) == 0 {
		return nil, nil
	}
	base := absolute(p.Site.Domain, home)
	f := feed.Feed{
		Title: title, About: "新公布的法治政府建设年度报告，以及对已经公布的报告的更正和撤下。", Home: base, Atom: base + "feed.xml", JSON: base + "feed.json",
		Author: cmp.Or(p.Site.Sponsor, p.Site.Name),
	}
	for i := range all {
		f.Entries = append(f.Entries, p.entry(&all[i]))
	}
	atom, err := f.WriteAtom()
	if err != nil {
		return nil, err
	}
	data, err := f.WriteJSON()
	if err != nil {
		return nil, err
	}
	return []File{{folder + "feed.xml", atom}, {folder + "feed.json", data}}, nil
}

func (p *portal) entry(n *news) feed.Entry {
	if s := n.report; s != nil {
		body := p.bodies[s.Body]
		e := feed.Entry{
			ID: p.tag(s.Body, s.Year, s.day, s.history.Origin), Title: body.Name + strconv.Itoa(s.Year) + "年度报告", Address: absolute(p.Site.Domain, pageURL(s.Body, s.Year)),
			Published: s.day, Updated: s.day, Author: body.Name, Summary: s.title,
		}
		if len(s.headline) > 0 {
			var said []string
			for _, h := range s.headline {
				said = append(said, h.label+" "+h.display)
			}
			e.Summary += "：" + strings.Join(said, "，") + "。"
		}
		return e
	}
	e := n.change
	first, origin := p.firstOf(e)
	says := e.item.Says
	for _, f := range e.item.figures(figuresShown) {
		says += "；" + f.says()
	}
	if why := append(e.item.reasons(), e.item.Note); strings.Join(why, "") != "" {
		says += "。理由：" + strings.TrimSuffix(strings.Join(why, "；"), "；")
	}
	return feed.Entry{
		ID:    p.tag(e.body.Slug, e.year, cmp.Or(first, n.day), origin) + "#" + e.item.ID,
		Title: e.body.Name + strconv.Itoa(e.year) + "年度报告：" + e.item.Says, Address: absolute(p.Site.Domain, e.url()),
		Published: n.day, Updated: n.day, Author: e.body.Name, Summary: strings.TrimSuffix(says, "。") + "。",
	}
}

// says is the change of a number in words.
func (f *changedFigure) says() string {
	name := f.Label
	if name != "" {
		name += " "
	}
	switch {
	case f.Old == "":
		return name + "增加 " + f.New
	case f.New == "":
		return name + "删去 " + f.Old
	}
	return name + f.Old + " 改为 " + f.New
}

// firstOf is when and under which key the report of a change was first published.
func (p *portal) firstOf(e *event) (day, origin string) {
	for _, s := range p.of(e.body.Slug) {
		if s.Year == e.year {
			return s.day, s.history.Origin
		}
	}
	for i := range p.Gone {
		if g := &p.Gone[i]; g.Body.Slug == e.body.Slug && g.Year == e.year {
			return g.History.First, g.History.Origin
		}
	}
	return "", ""
}

// tag is the id of a report in feeds (RFC 4151): made of what never changes, the key
// and the day under which it was first published.
func (p *portal) tag(slug string, year int, day, origin string) string {
	host := "localhost"
	if u, err := url.Parse(p.Site.Domain); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return "tag:" + host + "," + day + ":report/" + cmp.Or(origin, slug+"/"+strconv.Itoa(year))
}

// Feeds are the feeds of the whole portal.
func Feeds(w *Whole) ([]File, error) {
	p := arrange(w)
	return p.feeds("", "/", w.Site.Name, p.allNews())
}

// bodyFeeds are those of a body, beside its page.
func (p *portal) bodyFeeds(b *Body) ([]File, error) {
	return p.feeds("content/bodies/"+b.Slug+"/", "/bodies/"+b.Slug+"/", b.Name+" - "+p.Site.Name, newsOf(p.of(b.Slug), p.changesOf[b.Slug]))
}

// regionFeeds are those of a region, of all its bodies.
func (p *portal) regionFeeds(pl *place) ([]File, error) {
	var reports []*Summary
	var changes []*event
	for _, b := range pl.bodies {
		reports = append(reports, p.of(b.Slug)...)
		changes = append(changes, p.changesOf[b.Slug]...)
	}
	folder := "regions/" + pl.slug + "/"
	return p.feeds("content/"+folder, "/"+folder, pl.name+" - "+p.Site.Name, newsOf(reports, changes))
}

// hasFeed reports whether there is a feed of the whole portal.
func (p *portal) hasFeed() bool {
	return p.Site.Domain != "" && len(p.allNews()) > 0
}
