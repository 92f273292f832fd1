package outline

import (
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// build turns lines and headings into the blocks of r.
func (p *parser) build(r *report.Report) {
	var ids report.IDs
	r.Headings = make([]report.Heading, 0, len(p.heads))
	r.Blocks = make([]report.Block, 0, len(p.lines)+len(p.heads))
	under, table := -1, 0
	plan := -1 // the bare heading of a plan that stands over the line
	apart := p.apart()
	for i, l := range p.lines {
		if table < len(p.found) && p.found[table].first == i {
			p.addTable(r, p.found[table], len(r.Blocks))
			table++
		}
		block := report.Block{Kind: l.kind, Span: l.span, Line: l.no, Heading: under, Table: -1}
		if apart[i] {
			block.Heading = -1
		}
		if l.head >= 0 {
			h := p.heads[l.head]
			under = l.head
			block.Heading = under
			block.ID = p.addHeading(r, &ids, h)
			if h.bare && r.Headings[under].Plan {
				plan = under
			} else if plan >= 0 && h.level <= p.heads[plan].level {
				plan = -1
			}
			if !h.item {
				block.Kind = report.BlockHeading
			}
			if h.runIn && !h.item {
				block.Span.End = h.end
			}
		} else {
			if plan >= 0 && (takesUpResults(p.src.Slice(l.span), r.Year) || p.heads[plan].runIn && under == plan && !p.goesOn(p.src.Slice(l.span))) {
				under, plan = p.over(plan), -1
				block.Heading = under
			}
			block.ID = ids.Make('p', p.src.Slice(l.span))
			if l.kind == report.BlockRow {
				block.Table = len(r.Tables) - 1
			}
		}
		p.addBlock(r, block)
		if rest := (report.Span{Start: block.Span.End, End: l.span.End}); rest.Len() > 0 {
			rest = trim(p.src.Text, rest)
			p.addBlock(r, report.Block{ID: ids.Make('p', p.src.Slice(rest)), Kind: report.BlockText,
				Span: rest, Line: l.no, Heading: under, Table: -1})
		}
	}
}

// over is the heading under which heading i stands, -1 for none.
func (p *parser) over(i int) int {
	for k := i - 1; k >= 0 && p.heads[i].level > 1; k-- {
		if p.heads[k].level < p.heads[i].level {
			return k
		}
	}
	return -1
}

// addHeading adds h to r and returns its id.
func (p *parser) addHeading(r *report.Report, ids *report.IDs, h head) string {
	l := p.lines[h.line]
	out := report.Heading{Level: h.level, Number: p.number(h), Text: p.src.Slice(h.text), Line: l.no,
		Span: p.headSpan(h), RunIn: h.runIn, Item: h.item}
	if !h.item {
		out.Span.End = h.end
		role := p.words.Role(out.Text, r.Year)
		out.Plan, out.Shortcoming = role.Plan, role.Shortcoming
		if out.Shortcoming && p.words.DocumentPlanEnds.In(out.Text) && p.namesPart(out.Text) { // 问题与计划
			out.Plan = true
		}
	}
	name := out.Text
	if name == "" {
		name = out.Number
	}
	out.ID = ids.Make('h', name)
	r.Headings = append(r.Headings, out)
	return out.ID
}

// addBlock adds a block and what is found within it.
func (p *parser) addBlock(r *report.Report, b report.Block) {
	s := p.src.Slice(b.Span)
	if b.Kind == report.BlockText {
		b.Items = items(s, b.Span.Start)
	}
	r.Blocks = append(r.Blocks, b)
	for _, sp := range p.documents(s, b.Span.Start) {
		title := p.src.Text[sp.Start+len("《") : sp.End-len("》")]
		r.Citations = append(r.Citations, report.Citation{Title: title, Line: b.Line, Span: sp})
	}
}

// frontFindings tells what could not be read of title, year and issuer.
func (p *parser) frontFindings(r *report.Report) []report.Finding {
	var found []report.Finding
	at := report.Span{}
	if len(p.lines) > 0 {
		at = p.lines[0].span
		for _, l := range p.lines[:p.body] {
			if l.kind == report.BlockTitle {
				at = l.span
				break
			}
		}
	}
	add := func(rule, what, suggestion string) {
		f := p.src.FindingAt(at, rule, report.Warning, fmt.Sprintf("没有读到%s", what), suggestion)
		if longer(f.Quote, 80) {
			f.Quote = ""
		}
		found = append(found, f)
	}
	if r.Title == "" {
		add(rule.MissingTitle, "报告的标题", "请在正文前用单独一行写出标题，如“××局2023年法治政府建设年度报告”")
	}
	if r.Year == 0 {
		add(rule.MissingYear, "报告的年度", "请在标题里写明是哪一年的报告，如“2023年”")
	}
	if r.Issuer == "" {
		add(rule.MissingIssuer, "报告的制发单位", "请在标题里或文末落款处写明单位全称")
	}
	return found
}
