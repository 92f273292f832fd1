package site

import "mingfa/generator/site/regions"

// What the templates in layouts/ are given: the front matter of every kind of
// page, and the configuration. A template reads a field by its name in JSON, of
// Params as .Params.name. A field that may be absent says so by omitempty; a list
// is empty rather than absent unless it says so too.

// frontMatter is the head of any page. All but Params are words of Hugo.
type frontMatter struct {
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Weight      int        `json:"weight,omitempty"` // by which Hugo orders pages, the smallest first
	URL         string     `json:"url,omitempty"`    // where it is published, if not at its path
	Layout      string     `json:"layout,omitempty"`
	Build       *buildRule `json:"build,omitempty"`
	Sitemap     *mapRule   `json:"sitemap,omitempty"`
	Lastmod     string     `json:"lastmod,omitempty"` // YYYY-MM-DD, for the sitemap
	Params      any        `json:"params"`
}

// buildRule and mapRule keep a page out of Hugo's lists and of the sitemap.
type (
	buildRule struct {
		List string `json:"list"` // "never"
	}
	mapRule struct {
		Disable bool `json:"disable"`
	}
)

// unlisted is the rule of pages that are in no list.
var unlisted = &buildRule{List: "never"}

// reportParams are those of /reports/<body>/<year>/.
type reportParams struct {
	identity
	Disclosure []disclosureItem `json:"disclosure"`
	Cite       citeItem         `json:"cite"`
	Cards      []cardItem       `json:"cards"`
	Published  string           `json:"published,omitempty"` // the day of the first release with it, YYYY-MM-DD
	Stated     string           `json:"statedday,omitempty"` // where no release knows: the date of publication that it states
	File       fileParams       `json:"file"`
	Date       string           `json:"pubdate,omitempty"` // for the meta tag PubDate
	QR         *qrParams        `json:"qr,omitempty"`
	Picture    *pictureParams   `json:"picture,omitempty"`
	Figures    int              `json:"figures"`             // how many are shown
	Confirmed  int              `json:"confirmed,omitempty"` // how many of them staff have held against the text
	Indicators int              `json:"indicators"`          // how many indicators they are of
	Verified   int              `json:"verified"`            // how many checks agree with the text
	Contents   []contentsItem   `json:"toc"`
	Characters int              `json:"characters"` // of the text, white space left out
	Headline   []headlineItem   `json:"headline"`
	Promises   *promisesBrief   `json:"promises,omitempty"`
	Parts      []partItem       `json:"parts"`
	Themes     []themeItem      `json:"themes"`
	Checks     []checkItem      `json:"checks"`
	Differing  []differingItem  `json:"differing,omitempty"` // what it says of the year before, and that year's report otherwise
	Waived     []waivedItem     `json:"waived,omitempty"`
	Changes    []changeItem     `json:"changes,omitempty"` // what was changed since it was first published, newest first
	Terms      []string         `json:"terms,omitempty"`   // ids, in the order of their marks in the text
	Unread     []unreadItem     `json:"unread"`
	Previous   *neighbour       `json:"previous,omitempty"`
	Next       *neighbour       `json:"next,omitempty"`
}

// sourceParams are those of /reports/<body>/<year>/source/.
type sourceParams struct {
	identity
	File   fileParams `json:"file"`
	Date   string     `json:"pubdate,omitempty"`
	Lines  int        `json:"lines"`
	Sic    bool       `json:"sic,omitempty"`    // words of waived findings are marked
	Unread bool       `json:"unread,omitempty"` // numbers that were not read are marked
}

// identity says which report it is.
type identity struct {
	Body      string `json:"body"` // slug
	BodyName  string `json:"bodyname"`
	BodyShort string `json:"bodyshort,omitempty"`
	Region    string `json:"region,omitempty"`
	Year      int    `json:"year"`
	Issuer    string `json:"issuer,omitempty"`
}

// disclosureItem is a line of the disclosure metadata (公开信息); a value of ""
// is shown as not stated.
type disclosureItem struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Line  int    `json:"line,omitempty"` // of the original, where it prints the value
}

// fileParams say which file the page shows.
type fileParams struct {
	Name    string `json:"name"` // under which it is published
	Path    string `json:"path"`
	SHA256  string `json:"sha256"`
	Size    string `json:"size"`              // 12.3 KB
	Format  string `json:"format"`            // as readers call it
	Reader  string `json:"reader,omitempty"`  // what read a document, with its version
	Copy    string `json:"copy,omitempty"`    // SHA-256 of the file that is offered, where it is a copy
	Left    string `json:"left,omitempty"`    // what of a document is not in its text
	Flagged string `json:"flagged,omitempty"` // what of it looks otherwise here
}

// qrParams draw the code of the page's address.
type qrParams struct {
	Box  string `json:"box"`  // viewBox of the <svg>
	Path string `json:"path"` // d of its <path>
}

// pictureParams describe the picture for messengers.
type pictureParams struct {
	Name   string `json:"name"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Alt    string `json:"alt"`
}

// contentsItem is a heading in the table of contents.
type contentsItem struct {
	ID    string `json:"id"`
	Level int    `json:"level"`
	Text  string `json:"text"`
}

// headlineItem is a figure that announces the report, as a sentence in pieces:
// before the number, the number, and its change on the year before.
type headlineItem struct {
	Before string `json:"before"` // its label; of a figure without one its clause, cut to a line, up to the number
	Number string `json:"number"`
	Unit   string `json:"unit,omitempty"`
	After  string `json:"after,omitempty"`  // the rest of the clause
	Change string `json:"change,omitempty"` // 比上年多123件
	Href   string `json:"href"`
}

// partItem leads to where the text says what was found wanting or is planned.
type partItem struct {
	Name   string      `json:"name"` // 存在的不足
	Text   string      `json:"text"` // of the heading
	Href   string      `json:"href"`
	Points []pointItem `json:"points"`
	All    int         `json:"all"` // how many points there are, of which Points are the first
}

// pointItem is the beginning of what stands under such a heading.
type pointItem struct {
	Text string `json:"text"`
	Href string `json:"href"`
}

// themeItem is the figures of a theme, or those of no theme.
type themeItem struct {
	ID      string      `json:"id"` // t-… or t-other
	Name    string      `json:"name"`
	Figures int         `json:"figures"` // how many
	Groups  []groupItem `json:"groups"`
}

// groupItem is figures that belong together. Title and Href are those of the
// section that figures of no theme stand in, both absent under a theme.
type groupItem struct {
	ID      string      `json:"id"`
	Title   string      `json:"title,omitempty"`
	Href    string      `json:"href,omitempty"`
	Charts  []chartItem `json:"charts"`
	Numbers string      `json:"numbers,omitempty"` // items of a list, as HTML; see rows.go
}

// chartItem is figures on one axis; see package chart.
type chartItem struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"` // bars, part, rates or compare
	Title string `json:"title"`
	Unit  string `json:"unit,omitempty"`
	Rows  string `json:"rows"` // as HTML; see rows.go
}

// checkItem is a calculation that was done anew.
type checkItem struct {
	Text   string `json:"text"` // HTML
	Agrees bool   `json:"agrees"`
	Href   string `json:"href"`
}

// waivedItem is a finding about the text that staff let stand.
type waivedItem struct {
	ID      string `json:"id"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	Quote   string `json:"quote,omitempty"`
	Reason  string `json:"reason"`
	Href    string `json:"href,omitempty"` // of the words, where they are on the page
	Line    int    `json:"line"`
	Source  string `json:"source"` // the line on the source page
}

// unreadItem is a clause with a number that was not read.
type unreadItem struct {
	Text string `json:"text"`
	Href string `json:"href"`
}

// neighbour is the body's report before this one or after it.
type neighbour struct {
	Year int    `json:"year"`
	URL  string `json:"url"`
}

// movedParams are those of a page at a former address.
type movedParams struct {
	To string `json:"to"` // without its leading slash
}

// Lists: /reports/, /bodies/ and /indicators/.
type (
	reportsParams struct {
		Reports int        `json:"reports"` // how many, on all pages of the list
		Page    int        `json:"page"`    // which of them it is, from 1
		Pages   int        `json:"pages"`   // of the list
		Years   []listYear `json:"years"`
		Before  string     `json:"before,omitempty"` // address of the page before
		After   string     `json:"after,omitempty"`
	}
	bodiesParams struct {
		Bodies int          `json:"bodies"` // how many
		Groups []listRegion `json:"groups"`
	}
	indicatorsParams struct {
		Themes []indicatorTheme `json:"themes"`
	}
)

// listYear is the reports of a year in the list of all, or those of them that a page shows.
type listYear struct {
	Year    int          `json:"year"`
	Reports []listReport `json:"reports"`
}

// listReport is a report in the list of all.
type listReport struct {
	Name    string `json:"name"` // of its body
	URL     string `json:"url"`
	Day     string `json:"day,omitempty"` // as of latestItem
	Region  string `json:"region,omitempty"`
	Figures int    `json:"figures"`
}

// listRegion is the bodies of a region in the list of all, "" for those of none.
type listRegion struct {
	Name   string     `json:"name"`
	Bodies []listBody `json:"bodies"`
}

// listBody is a body in the list of all.
type listBody struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	Years []int  `json:"years"`
}

// indicatorTheme is the indicators of a theme.
type indicatorTheme struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Indicators []indicatorItem `json:"indicators"`
}

// indicatorItem is an indicator in the list of all.
type indicatorItem struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Unit    string `json:"unit,omitempty"`
	URL     string `json:"url"`
	Reports int    `json:"reports"` // how many state it
}

// glossaryParams are those of /glossary/.
type glossaryParams struct {
	Terms []glossaryItem `json:"terms"`
}

// glossaryItem is a term; the configuration has terms by their ids, without them.
type glossaryItem struct {
	ID      string `json:"id,omitempty"`
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
	Source  string `json:"source,omitempty"`
}

// configuration is what Hugo merges with hugo.toml. Templates read its params as
// site.Params.
type configuration struct {
	Title        string       `json:"title"`
	BaseURL      string       `json:"baseURL"`
	DisableKinds []string     `json:"disableKinds,omitempty"` // in the place of those of hugo.toml
	Params       configParams `json:"params"`
}

type configParams struct {
	Site      *Site                   `json:"site"`
	Build     buildParams             `json:"build"`
	Totals    totals                  `json:"totals"`
	Glossary  map[string]glossaryItem `json:"glossary,omitempty"`
	Latest    []latestItem            `json:"latest"`
	Telling   []tellingItem           `json:"telling"`
	Questions []questionItem          `json:"questions"`
	Planned   []plannedItem           `json:"planned"`
	Regions   []regionItem            `json:"regions"`
	More      bool                    `json:"more,omitempty"` // there are bodies that Regions leaves out
	Data      *dataParams             `json:"data,omitempty"` // absent in a preview
	Feed      bool                    `json:"feed,omitempty"` // there are /feed.xml and /feed.json
}

// Site is what the portal says of itself, as in seeds/site.toml. What is empty is
// left out.
type Site struct {
	Name           string `json:"name,omitempty"`
	Domain         string `json:"domain,omitempty"`
	IDCode         string `json:"idcode,omitempty"`         // 网站标识码
	ICP            string `json:"icp,omitempty"`            // ICP 备案号
	PublicSecurity string `json:"publicsecurity,omitempty"` // 公安备案号
	Sponsor        string `json:"sponsor,omitempty"`        // 主办单位
	Organizer      string `json:"organizer,omitempty"`      // 承办单位
	Contact        string `json:"contact,omitempty"`
	Email          string `json:"email,omitempty"`
	Feedback       string `json:"feedback,omitempty"` // who is told of errors: a mail address, or the https address of a form
	Address        string `json:"address,omitempty"`
	PartyMark      string `json:"partymark,omitempty"` // address of the mark of Party and government offices
	ErrorMark      string `json:"errormark,omitempty"` // address of the mark for reporting errors
	Description    string `json:"description,omitempty"`
	Keywords       string `json:"keywords,omitempty"`
	License        string `json:"license,omitempty"`      // under which the data may be used
	Preview        string `json:"-"`                      // the branch that is previewed; "" for the site itself
	LicenseTitle   string `json:"licensetitle,omitempty"` // in Chinese, of a well-known one
	LicenseURL     string `json:"licenseurl,omitempty"`
	Demonstration  bool   `json:"demonstration,omitempty"`
	SharePictures  bool   `json:"-"` // a picture for messengers is drawn of each report
	KeepOriginal   bool   `json:"-"` // Word files are offered as they are

	Regions []regions.Region `json:"-"` // addresses of regions that staff have chosen
}

// Revision is the commit that the site was built from; its zero value stands for
// none.
type Revision struct {
	Commit string `json:"commit,omitempty"`
	Short  string `json:"short,omitempty"`
	Time   string `json:"time,omitempty"` // of the commit, RFC 3339
	Dirty  bool   `json:"dirty"`
}

type buildParams struct {
	Revision
	Release bool `json:"release,omitempty"`
}

// totals are texts: Hugo would print a million as 1e+06.
type totals struct {
	Bodies  string `json:"bodies"`
	Reports string `json:"reports"`
	Figures string `json:"figures"`
}

// latestItem is a report on the front page.
type latestItem struct {
	Body     string     `json:"body"` // slug
	BodyName string     `json:"bodyname"`
	Year     int        `json:"year"`
	Title    string     `json:"title"`
	URL      string     `json:"url"`
	Figures  int        `json:"figures"`
	Leads    []leadItem `json:"leads"`
	Day      string     `json:"day,omitempty"` // as of bodyReport
	Stated   bool       `json:"stated,omitempty"`
}

// regionItem is the bodies of a region, "" for those of none.
type regionItem struct {
	Name   string       `json:"name"`
	URL    string       `json:"url,omitempty"`
	Bodies []regionBody `json:"bodies"`
}

// regionBody is a body on the front page.
type regionBody struct {
	Slug  string `json:"slug"`
	Name  string `json:"name"`
	URL   string `json:"url"`
	Years []int  `json:"years"` // newest first, not all
}
