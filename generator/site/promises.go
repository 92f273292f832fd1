package site

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// What a report planned is held against the one on the year after: a page for each pair of
// years, and a few lines on the page of the later report.

// promisesURL is the address of the page on what came of the plan for a year.
func promisesURL(body string, year int) string {
	return "/bodies/" + body + "/promises/" + strconv.Itoa(year) + "/"
}

// promisesPage is the page; it has no file where nothing was planned, or no report says what.
func (in *Input) promisesPage() (File, bool) {
	if len(in.Promises) == 0 {
		return File{}, false
	}
	year := in.Report.Year
	title := in.Body.Name + strconv.Itoa(year) + "年安排完成情况"
	params := promisesParams{
		identity: in.identity(), Previous: *in.neighbour(year - 1), Report: *in.neighbour(year), Total: len(in.Promises), Groups: []promiseGroup{},
	}
	var ids report.IDs
	items := make([]promiseItem, len(in.Promises))
	for i := range in.Promises {
		items[i] = in.promiseItem(&in.Promises[i], &ids)
		if items[i].Confirmed {
			params.Confirmed++
		}
	}
	for _, status := range report.PromiseStatuses {
		group := promiseGroup{Status: string(status), Name: status.Name()}
		for i := range items {
			if in.Promises[i].Status == status {
				group.Items = append(group.Items, items[i])
			}
		}
		if group.Count = len(group.Items); group.Count > 0 {
			params.Groups = append(params.Groups, group)
		}
	}
	return File{"content/reports/" + in.Body.Slug + "/" + strconv.Itoa(year) + "-promises.md", document(frontMatter{
		Title:       title,
		Description: in.Body.Name + "上年的报告为" + strconv.Itoa(year) + "年作了" + strconv.Itoa(len(items)) + "项安排，逐项对照当年的报告：哪些到位，哪些没有达到，哪些没有提到。",
		URL:         promisesURL(in.Body.Slug, year), Layout: "promises", Build: unlisted, Params: params,
	})}, true
}

// promiseItem is one item with the sentences of both reports.
func (in *Input) promiseItem(p *report.Promise, ids *report.IDs) promiseItem {
	previous, r := in.LastYear.Previous, in.Report
	quote := previous.Masked(p.Quote)
	planned := p.Goal
	if p.Then { // the value that was to fall stands elsewhere than the plan
		planned = -1
	}
	item := promiseItem{
		ID: ids.Make('q', quote), Quote: plannedWords(previous, p), From: in.placeOf(previous, p.Quote, planned), Then: p.Then, Confirmed: p.Confirmed, Reason: p.Reason, How: howMatched(p),
	}
	if p.Evidence.Len() > 0 {
		item.Says, item.Href = oneSpace(r.Masked(p.Evidence)), in.placeOf(r, p.Evidence, p.Figure)
	}
	if p.Goal >= 0 && p.Figure >= 0 {
		item.Goal, item.Now = goalOf(previous, p), r.Printed(&r.Figures[p.Figure])
	}
	if p.Status != report.PromiseUnmet && p.Status != report.PromisePartly {
		return item
	}
	item.Silent = p.Admitted.Len() == 0
	if !item.Silent && !p.Evidence.Contains(p.Admitted) {
		item.Admits, item.AdmitsAt = oneSpace(r.Masked(p.Admitted)), in.placeOf(r, p.Admitted, -1)
	}
	return item
}

// plannedWords are the words of an item as a page shows them, with what they go on from where they do:
// 创建示范村4个，其中省级1个.
func plannedWords(previous *report.Report, p *report.Promise) string {
	quote := previous.Masked(p.Quote)
	if p.Lead.Len() == 0 || p.Lead.End > p.Quote.Start {
		return quote
	}
	between := report.Span{Start: p.Lead.End, End: p.Quote.Start}
	if strings.Trim(previous.Source.Slice(between), "，,、：:；; 　\r\n\t") == "" {
		return oneSpace(previous.Masked(report.Span{Start: p.Lead.Start, End: p.Quote.End}))
	}
	return oneSpace(previous.Masked(p.Lead)) + "……" + quote
}

// goalOf is the goal of an item as it was held against a number: 40场以上, or 每季度1次，全年按4次算.
func goalOf(previous *report.Report, p *report.Promise) string {
	f := &previous.Figures[p.Goal]
	goal := previous.Printed(f)
	value, err := strconv.Atoi(f.Value)
	if p.Times < 2 || err != nil || value > 1000 {
		return goal
	}
	return p.Each + goal + "，全年按" + strconv.Itoa(value*p.Times) + f.Unit + "算"
}

// howMatched says by what an item was matched.
func howMatched(p *report.Promise) string {
	switch {
	case p.By == report.PromiseByFigures:
		return "依据两年的数字"
	case p.By == report.PromiseByWords:
		return "依据两年的说法"
	case p.By == report.PromiseByStaff:
		return "由工作人员认定"
	case p.Status == report.PromiseUnclear && p.Evidence.Len() == 0:
		return "没有找到能确定说这件事的话"
	case p.Status == report.PromiseUnclear:
		return "报告提到相近的事，看不出是否做到"
	}
	return "没有找到说这件事的话"
}

// oneSpace has spaces for the tabs and line breaks of a text, as a page shows them.
func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// placeOf is the address of words of a report: of a figure in them, or of their paragraph;
// "" where the page has none.
func (in *Input) placeOf(r *report.Report, sp report.Span, figure int) string {
	if figure >= 0 && !r.Figures[figure].Hidden && r.Blocks[r.Figures[figure].Block].Kind != report.BlockTitle {
		return figureURL(in.Body.Slug, r.Year, r.Figures[figure].ID)
	}
	if block := blockAt(r, sp.Start); block >= 0 {
		return figureURL(in.Body.Slug, r.Year, r.Blocks[block].ID)
	}
	return ""
}

// promisesShown is how many items the report's page lists.
const promisesShown = 5

// promises is what the report's page says of the plan for its year; nil where there was
// none.
func (in *Input) promises() *promisesBrief {
	if len(in.Promises) == 0 {
		return nil
	}
	url := promisesURL(in.Body.Slug, in.Report.Year)
	brief := &promisesBrief{URL: url, Year: in.Report.Year - 1, Total: len(in.Promises), Counts: promiseCounts(in.Promises), Items: []promiseShort{}}
	var ids report.IDs
	addresses := make([]string, len(in.Promises)) // in the order of the page, which hands out the same ids
	items := make([]promiseItem, len(in.Promises))
	for i := range in.Promises {
		items[i] = in.promiseItem(&in.Promises[i], &ids)
		addresses[i] = url + "#" + items[i].ID
		if !items[i].Confirmed {
			brief.Unconfirmed++
		}
	}
	for _, status := range []report.PromiseStatus{report.PromiseUnmet, report.PromisePartly} {
		for i := range items {
			if in.Promises[i].Status == status && len(brief.Items) < promisesShown {
				brief.Items = append(brief.Items, promiseShort{string(status), status.Name(), items[i].Quote, items[i].Now, items[i].Silent, addresses[i]})
			}
		}
	}
	return brief
}

// promiseCounts is how many items came to what, the statuses that none has left out.
func promiseCounts(promises []report.Promise) []promiseCount {
	counts := []promiseCount{}
	for _, status := range report.PromiseStatuses {
		n := 0
		for i := range promises {
			if promises[i].Status == status {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, promiseCount{string(status), status.Name(), n})
		}
	}
	return counts
}

// Undone is how many of the items of a plan were not done, and in few words what came
// of all of them: 2项未达到，9项到位.
func Undone(promises []report.Promise) (items int, says string) {
	var b strings.Builder
	for _, c := range promiseCounts(promises) {
		if c.Status == string(report.PromiseUnmet) {
			items = c.Count
		}
		if b.Len() > 0 {
			b.WriteString("，")
		}
		b.WriteString(strconv.Itoa(c.Count) + "项" + c.Name)
	}
	return items, b.String()
}

// planned is what a body's list says of the plan for the year of a report; nil where there
// was none.
func (s *Summary) planned() *bodyPromises {
	if len(s.promised) == 0 {
		return nil
	}
	of := &bodyPromises{URL: promisesURL(s.Body, s.Year), Counts: s.promised}
	for _, c := range s.promised {
		of.Total += c.Count
	}
	return of
}
