package site

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/read/correction"
	"mingfa/generator/report"
)

// changes are what the page of a report says of how it was changed, the newest first.
// What staff state and no release has made stands behind.
func (in *Input) changes() []changeItem {
	items := changeItems(in.History.Changes)
	room := passagesShown
	for i := range items {
		item := &items[i]
		if n := len(item.Passages); n > room {
			item.Passages, item.More = item.Passages[:room], item.More+n-room
		}
		room -= len(item.Passages)
		for k := range items[i].Passages {
			items[i].Passages[k].Href = in.sentenceOf(&items[i].Passages[k])
		}
	}
	for i, s := range in.Stated {
		items = append(items, statedItem(i, s))
	}
	return items
}

// passagesShown is how many passages the page of a report shows in all, those of the
// newest changes first: the record has more.
const passagesShown = 60

// sentenceOf is where the words that a passage has now stand on the page; "" where
// they do not.
func (in *Input) sentenceOf(p *passageItem) string {
	words := p.Before + p.New + p.After
	if p.Kind == "removed" || p.Kind == "withheld" || words == "" {
		return ""
	}
	at := strings.Index(in.Report.Source.Text, words)
	if at < 0 {
		return ""
	}
	if block := blockAt(in.Report, at); block >= 0 {
		return "#" + in.Report.Blocks[block].ID
	}
	return ""
}

func changeItems(changes []report.Change) []changeItem {
	items := []changeItem{}
	for i := range slices.Backward(changes) {
		items = append(items, itemOf(i, &changes[i]))
	}
	return items
}

// itemOf is a change, i counted from the oldest.
func itemOf(i int, c *report.Change) changeItem {
	item := changeItem{ID: changeID(i), Day: c.Day, Says: saysOf(c), Reason: c.Reason, More: c.More, To: movedToOf(c.To)}
	if c.Kind != report.ChangeCorrected || len(c.Passages)+len(c.Items) == 0 {
		item.More = 0 // its sentence counts them
	}
	for k := range c.Passages {
		item.Passages = append(item.Passages, passageOf(&c.Passages[k]))
	}
	for _, f := range c.Items {
		item.Items = append(item.Items, changedField(f))
	}
	switch {
	case c.Reason != "":
	case c.Kind == report.ChangeRestored:
	case len(item.reasons()) == 0:
		item.Note = "没有写明理由"
	case !correction.Explained(c):
		item.Note = "有的地方没有写明理由"
	}
	return item
}

func changeID(i int) string { return "change-" + strconv.Itoa(i+1) }

// saysOf says in a few words what a change was.
func saysOf(c *report.Change) string {
	switch {
	case c.Kind == report.ChangeWithdrawn && c.To != "":
		return "改到别的网址"
	case c.Kind == report.ChangeWithdrawn:
		return "撤下"
	case c.Kind == report.ChangeRestored && c.More > 0:
		return fmt.Sprintf("撤下以后重新公布，文字与撤下以前有 %d 处不同", c.More)
	case c.Kind == report.ChangeRestored:
		return "撤下以后重新公布"
	case c.Lost:
		return "更正正文（以前的文字没有留存，不能逐句对照）"
	}
	var parts []string
	if n := len(c.Passages) + c.More; n > 0 {
		parts = append(parts, fmt.Sprintf("正文 %d 处", n))
	}
	if n := len(c.Items); n > 0 {
		parts = append(parts, fmt.Sprintf("公开信息 %d 项", n))
	}
	if len(parts) == 0 {
		return "更正"
	}
	return "更正" + strings.Join(parts, "、")
}

func movedToOf(key string) *movedTo {
	slug, year, ok := strings.Cut(key, "/")
	if !ok {
		return nil
	}
	return &movedTo{Name: year + "年度报告", URL: "/reports/" + slug + "/" + year + "/"}
}

func passageOf(p *report.ChangedPassage) passageItem {
	item := passageItem{Kind: "changed", Old: p.Old, New: p.New, Reason: p.Reason}
	switch {
	case p.Withheld:
		item.Kind = "withheld"
	case p.Moved:
		item.Kind, item.Old = "moved", ""
	case p.Old == "":
		item.Kind = "added"
	case p.New == "":
		item.Kind = "removed"
	default:
		item.Before, item.Old, item.New, item.After = apart(p.Old, p.New)
	}
	for _, f := range p.Figures {
		item.Figures = append(item.Figures, changedFigure(f))
	}
	return item
}

// apart is what two sentences begin and end with alike, and what differs between. A
// number is never parted: 405 became 406, not 5 became 6.
func apart(old, now string) (before, was, is, after string) {
	a, b := []rune(old), []rune(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for head > 0 && ofNumber(a[head-1]) {
		head--
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && ofNumber(a[len(a)-tail]) {
		tail--
	}
	return string(a[:head]), string(a[head : len(a)-tail]), string(b[head : len(b)-tail]), string(a[len(a)-tail:])
}

func ofNumber(c rune) bool { return unicode.IsDigit(c) || c == '.' || c == ',' || c == '%' }

// statedItem is a correction as staff state it.
func statedItem(i int, s report.Correction) changeItem {
	item := changeItem{ID: "stated-" + strconv.Itoa(i+1), Day: s.Day, Says: "更正", Stated: true, Reason: s.Reason}
	if s.Hide {
		s.Old = ""
	}
	if s.Old != "" || s.Quote != "" {
		p := passageOf(&report.ChangedPassage{Old: s.Old, New: s.Quote})
		if s.Hide {
			p = passageItem{Kind: "withheld"}
		}
		item.Passages = []passageItem{p}
	}
	return item
}

// event is a change in the lists of all.
type event struct {
	body  *Body
	year  int
	index int // among the changes of its report, the oldest first
	item  changeItem
}

func (e *event) url() string { return pageURL(e.body.Slug, e.year) + "#" + e.item.ID }

// events are all changes, the newest first; those of which nobody has noted the day
// stand last.
func (p *portal) events() []event {
	var all []event
	add := func(body *Body, year int, changes []report.Change, stated []report.Correction) {
		for i := range changes {
			all = append(all, event{body, year, i, itemOf(i, &changes[i])})
		}
		for i, s := range stated {
			all = append(all, event{body, year, i, statedItem(i, s)})
		}
	}
	for _, s := range p.reports {
		add(p.bodies[s.Body], s.Year, s.history.Changes, s.corrections)
	}
	for i := range p.Gone {
		add(p.Gone[i].Body, p.Gone[i].Year, p.Gone[i].History.Changes, nil)
	}
	slices.SortStableFunc(all, func(a, b event) int {
		return cmp.Or(cmp.Compare(b.item.Day, a.item.Day), cmp.Compare(a.body.Slug, b.body.Slug), b.year-a.year, b.index-a.index)
	})
	return all
}

const (
	changesShown = 50  // on /changes/ where there are more than it can hold
	changesWhole = 100 // that it holds without pages on the years
	changesPage  = 200 // on a page of a year
	figuresShown = 3   // of a change in a list
)

// changesPages are /changes/ and, where there are many changes, its years.
func (p *portal) changesPages() []File {
	all := p.all
	params := changesParams{Total: len(all), Items: changesItems(all)}
	const about = "已经公布的报告改了什么、哪一天改的、为什么改，以及哪些报告撤下了。"
	page := func(path string, params changesParams) File {
		title := "更正记录"
		if params.Year > 0 {
			title = strconv.Itoa(params.Year) + "年的更正记录"
		}
		return File{path, document(frontMatter{Title: title, Description: about, Layout: "changes", Params: params})}
	}
	if len(all) <= changesWhole {
		return []File{page("content/changes/_index.md", params)}
	}
	var files []File
	params.Items = params.Items[:changesShown]
	for first := 0; first < len(all); {
		year, end := yearOf(all[first].item.Day), first
		for end < len(all) && yearOf(all[end].item.Day) == year {
			end++
		}
		if year > 0 {
			name := strconv.Itoa(year)
			params.Years = append(params.Years, changesYear{year, end - first, "/changes/" + name + "/"})
			for n, from := 1, first; from < end; n, from = n+1, from+changesPage {
				to := min(from+changesPage, end)
				one := changesParams{Total: end - first, Year: year, Items: changesItems(all[from:to])}
				if n > 1 {
					one.Prev = "/changes/" + numbered(name, n-1) + "/"
				}
				if to < end {
					one.Next = "/changes/" + numbered(name, n+1) + "/"
				}
				files = append(files, page("content/changes/"+numbered(name, n)+"/index.md", one))
			}
		}
		first = end
	}
	return append(files, page("content/changes/_index.md", params))
}

func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "-" + strconv.Itoa(n)
}

// yearOf is the year of a day, 0 for none.
func yearOf(day string) int {
	year, _, _ := strings.Cut(day, "-")
	n, err := strconv.Atoi(year)
	if err != nil {
		return 0
	}
	return n
}

func changesItems(events []event) []changesItem {
	items := []changesItem{}
	for i := range events {
		e := &events[i]
		item := changesItem{
			Day: e.item.Day, BodyName: e.body.Name, Year: e.year, Says: e.item.Says, URL: e.url(), Note: e.item.Note,
			Reason: strings.Join(e.item.reasons(), "；"), Figures: e.item.figures(figuresShown),
		}
		items = append(items, item)
	}
	return items
}

// figures are the first numbers that a change changed.
func (c *changeItem) figures(most int) []changedFigure {
	var all []changedFigure
	for i := range c.Passages {
		p := &c.Passages[i]
		figures := p.Figures
		if f, ok := p.inShort(); len(figures) == 0 && ok {
			figures = []changedFigure{f}
		}
		for _, f := range figures {
			if len(all) == most {
				return all
			}
			if f.Label == "" { // 2602件 → 2603件 alone says nothing where the sentence does not stand beside it
				words, number := p.Before+p.New+p.After, f.New
				if number == "" {
					words, number = p.Before+p.Old+p.After, f.Old
				}
				f.Label = leadIn(words, number)
			}
			all = append(all, f)
		}
	}
	return all
}

// inShort is what differs in a passage of which no number was compared, as staff state it: 评查案卷178件
// and 180件. It is false of long ones, which the page of the report has.
func (p *passageItem) inShort() (changedFigure, bool) {
	const most = 24 // characters
	if p.Kind != "changed" || p.Old == "" || p.New == "" || utf8.RuneCountInString(p.Old) > most || utf8.RuneCountInString(p.New) > most {
		return changedFigure{}, false
	}
	unit := p.After
	if end := strings.IndexFunc(unit, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		unit = unit[:end]
	}
	if last, _ := utf8.DecodeLastRuneInString(p.New); !ofNumber(last) || utf8.RuneCountInString(unit) > 2 { // 件 of 180件, and not 件执法案卷
		unit = ""
	}
	const here = "\x00"
	return changedFigure{Label: leadIn(p.Before+here, here), Old: p.Old + unit, New: p.New + unit}, true
}

// leadIn is the words of a sentence that lead to a number: 全年共办理 of
// 围绕中心工作，全年共办理2603件。 It is "" where the number begins its clause.
func leadIn(sentence, number string) string {
	const most = 16
	at := strings.Index(sentence, number)
	if number == "" || at < 0 {
		return ""
	}
	before := sentence[:at]
	if i := strings.LastIndexFunc(before, func(c rune) bool {
		return strings.ContainsRune("，。；：、！？,;:（(", c) || unicode.IsSpace(c)
	}); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	if all := []rune(before); len(all) > most {
		before = "……" + string(all[len(all)-most:])
	}
	return before
}

// reasons are all that are given for a change, each once.
func (c *changeItem) reasons() []string {
	var all []string
	add := func(reason string) {
		if reason != "" && !slices.Contains(all, reason) {
			all = append(all, reason)
		}
	}
	add(c.Reason)
	for i := range c.Passages {
		add(c.Passages[i].Reason)
	}
	for i := range c.Items {
		add(c.Items[i].Reason)
	}
	return all
}

// withdrawnPage is the page at the address of a report that was taken down.
func (p *portal) withdrawnPage(g *Gone) File {
	changes := g.History.Changes
	c := &changes[len(changes)-1]
	name := g.Body.Name + strconv.Itoa(g.Year) + "年度报告"
	params := withdrawnParams{
		Body: g.Body.Slug, BodyName: g.Body.Name, BodyPage: len(p.of(g.Body.Slug)) > 0, Year: g.Year, First: g.History.First, Day: c.Day,
		Reason: c.Reason, To: movedToOf(c.To), Changes: changeItems(changes),
	}
	return File{"content/reports/" + g.Body.Slug + "/" + strconv.Itoa(g.Year) + "/index.md", document(frontMatter{
		Title: name + "已经撤下", Description: name + "已经从本站撤下：哪一天，为什么。", Layout: "withdrawn", Build: unlisted, Sitemap: &mapRule{Disable: true}, Params: params,
	})}
}
