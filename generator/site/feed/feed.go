// Package feed writes what is new as Atom (RFC 4287) and as JSON Feed 1.1. It is pure:
// the same entries give the same bytes.
package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
)

// Feed is what is new on a site or a part of it, the newest first. Addresses are
// absolute.
type Feed struct {
	Title   string
	About   string // in one sentence
	Home    string // the page that shows the same
	Atom    string // where the feed itself stands, in its two forms
	JSON    string
	Author  string
	Entries []Entry // at least one: a feed has a date, and it is that of its newest entry
}

// Entry is something that is new. A day is YYYY-MM-DD in Beijing.
type Entry struct {
	ID        string // never changes, wherever the page stands
	Title     string
	Address   string
	Published string // the day
	Updated   string // likewise
	Author    string
	Summary   string
}

// moment is the beginning of a day in Beijing: nobody has noted the hour.
func moment(day string) string { return day + "T00:00:00+08:00" }

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomPerson  `xml:"author"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Link      atomLink   `xml:"link"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Author    atomPerson `xml:"author"`
	Summary   string     `xml:"summary"`
}

// updated is the day of the newest entry.
func (f *Feed) updated() string {
	day := ""
	for i := range f.Entries {
		day = max(day, f.Entries[i].Updated)
	}
	return day
}

// WriteAtom is the feed as Atom.
func (f *Feed) WriteAtom() ([]byte, error) {
	const page, feed = "text/html", "application/atom+xml"
	doc := atomFeed{
		Lang: "zh-CN", ID: f.Atom, Title: f.Title, Subtitle: f.About, Updated: moment(f.updated()), Author: atomPerson{f.Author},
		Links: []atomLink{{"self", feed, f.Atom}, {"alternate", page, f.Home}},
	}
	for _, e := range f.Entries {
		doc.Entries = append(doc.Entries, atomEntry{
			ID: e.ID, Title: e.Title, Link: atomLink{"alternate", page, e.Address}, Published: moment(e.Published), Updated: moment(e.Updated),
			Author: atomPerson{e.Author}, Summary: e.Summary,
		})
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	if err := enc.Encode(doc); err != nil {
		return nil, fmt.Errorf("failed to write a feed: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url"`
	FeedURL     string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url"`
	Title     string       `json:"title"`
	Text      string       `json:"content_text"`
	Published string       `json:"date_published"`
	Modified  string       `json:"date_modified,omitempty"`
	Authors   []jsonAuthor `json:"authors"`
}

// WriteJSON is the feed as JSON Feed.
func (f *Feed) WriteJSON() ([]byte, error) {
	doc := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePage: f.Home, FeedURL: f.JSON, Description: f.About, Language: "zh-CN",
		Authors: []jsonAuthor{{f.Author}}, Items: []jsonItem{},
	}
	for _, e := range f.Entries {
		item := jsonItem{ID: e.ID, URL: e.Address, Title: e.Title, Text: e.Summary, Published: moment(e.Published), Authors: []jsonAuthor{{e.Author}}}
		if e.Updated != e.Published {
			item.Modified = moment(e.Updated)
		}
		doc.Items = append(doc.Items, item)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(doc); err != nil {
		return nil, fmt.Errorf("failed to write a feed: %w", err)
	}
	return b.Bytes(), nil
}
