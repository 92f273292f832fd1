// Package indicator holds the catalogue of indicators, the things that many
// reports state every year under many wordings, and says which indicator a
// figure is.
//
// The catalogue is seeds/indicators.toml; how a figure is matched is described
// at its head and at Assign. A figure that no indicator claims without doubt
// has none: a wrong comparison over years or bodies is worse than no comparison.
package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Theme is a group of indicators, in reading order.
type Theme struct {
	ID   string `toml:"id" need:"true" zh:"编号"`
	Name string `toml:"name" need:"true" zh:"名称"`

	Headings []string `toml:"headings" zh:"标题里的词"` // words by which a report's heading names it
}

// Class is units that count the same things, so that figures in them make one
// series: 件, 起 and 宗.
type Class struct {
	ID    string   `toml:"id" need:"true" zh:"编号"`
	Name  string   `toml:"name" need:"true" zh:"名称"`
	Units []string `toml:"units" need:"true" zh:"单位"`
}

// Indicator is one thing that reports count.
type Indicator struct {
	ID         string      `toml:"id" need:"true" zh:"编号"` // an ASCII slug; part of the site's addresses
	Name       string      `toml:"name" need:"true" zh:"名称"`
	Theme      string      `toml:"theme" need:"true" zh:"主题"` // id of a Theme
	Kind       report.Kind `toml:"kind" need:"true" zh:"类型" eg:"count"`
	Class      string      `toml:"class" zh:"单位类别"` // id of a Class, whose units are accepted after Units
	Units      []string    `toml:"units" zh:"单位"`   // the accepted ones, the usual one first
	Definition string      `toml:"definition" need:"true" zh:"含义"`
	Source     string      `toml:"source" zh:"出处"`   // the law or scheme that defines it; "" where none surely does
	Stock      bool        `toml:"stock" zh:"存量"`    // it is how many there are; what was added or taken away is none of it
	Rank       int         `toml:"rank" zh:"排序"`     // how much readers want it: 1 the most, 0 not said
	Question   string      `toml:"question" zh:"问法"` // how a reader asks for it, 调解了多少纠纷？; "" where few do
	Spoken     []string    `toml:"spoken" zh:"俗称"`   // what people say who search for it: 罚款, 打官司; reports do not
	Examples   []string    `toml:"examples" zh:"例子"` // 原句 -> the number that it is, or 无

	Any     []string `toml:"any" zh:"任一词"`     // one of these in the figure's own words, and
	All     []string `toml:"all" zh:"全部词"`     // all of these, and
	None    []string `toml:"none" zh:"排除词"`    // none of these; or
	Short   []string `toml:"short" zh:"简称"`    // one of these, where
	Context []string `toml:"context" zh:"语境"`  // one of these stands close by, and
	Apart   []string `toml:"apart" zh:"邻近排除词"` // none of these does

	Side  string   `toml:"side" zh:"复议的一方"`  // reviewer or respondent: whose reviews it counts; "" where that is no question
	Sum   []string `toml:"sum" zh:"合计的几样"`   // what it counts together: 废止, 失效; one of them beside another is a part
	Doers []string `toml:"doers" zh:"做事的单位"` // bodies that do what it counts, though others report it: 检察院

	Paired []string `toml:"paired" zh:"紧跟的话"`  // all that a figure says which is it right behind one that is
	Behind []string `toml:"behind" zh:"跟在谁后面"` // one of these indicators, by their ids
}

// Unit is the usual unit.
func (i *Indicator) Unit() string {
	if len(i.Units) == 0 {
		return ""
	}
	return i.Units[0]
}

// Phrases are the words that identify the indicator, for showing them to readers:
// none that another one is part of (调解矛盾纠纷 beside 调解…纠纷).
func (i *Indicator) Phrases() []string {
	all := slices.Concat(i.Any, i.Short)
	var shown []string
	for k, phrase := range all {
		said := slices.Contains(all[:k], phrase) || slices.ContainsFunc(all, func(other string) bool { return other != phrase && covers(other, phrase) })
		if !said {
			shown = append(shown, phrase)
		}
	}
	return shown
}

// covers reports whether all words that a phrase matches are matched by another:
// the other's parts stand in it in their order.
func covers(other, phrase string) bool {
	for part := range strings.SplitSeq(other, "…") {
		at := strings.Index(phrase, part)
		if at < 0 {
			return false
		}
		phrase = phrase[at+len(part):]
	}
	return true
}

// Catalogue is the themes and indicators in reading order. It is never changed
// after Parse, so that any number of goroutines may use it.
type Catalogue struct {
	Themes     []Theme
	Indicators []Indicator
	Asking     []string // words of a question that say nothing of what is looked for: 多少, 谁
	Undone     []string // words of a question about what came of a plan: 没做到, 承诺
	Unmet      []string // how reports write that something was not done: 没有完成

	classes []Class
	byID    map[string]int
	matcher *matcher // nil when the file is faulty: nothing matches
}

// Index is the place in Indicators of the one with an id.
func (c *Catalogue) Index(id string) (int, bool) { i, ok := c.byID[id]; return i, ok }

// Alike reports whether two units of the indicator with an index make one series:
// they are the same, or of one class. Amounts are not: 万元 and 元 would have to be
// converted.
func (c *Catalogue) Alike(i int, a, b string) bool {
	return a == b || c.Indicators[i].Kind != report.KindAmount && slices.ContainsFunc(c.classes, func(class Class) bool {
		return slices.Contains(class.Units, a) && slices.Contains(class.Units, b)
	})
}

// Get is the indicator with an id.
func (c *Catalogue) Get(id string) (*Indicator, bool) {
	i, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	return &c.Indicators[i], true
}

// Has reports whether there is an indicator with an id.
func (c *Catalogue) Has(id string) bool { _, ok := c.byID[id]; return ok }

// ThemeOf is the id of the theme of the indicator with an id; false where there
// is no such indicator.
func (c *Catalogue) ThemeOf(id string) (theme string, ok bool) {
	i, ok := c.byID[id]
	if !ok {
		return "", false
	}
	return c.Indicators[i].Theme, true
}

// ThemeName is the name of the theme with an id, "" if there is none.
func (c *Catalogue) ThemeName(id string) string {
	for _, t := range c.Themes {
		if t.ID == id {
			return t.Name
		}
	}
	return ""
}
