package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// offices knows the names of departments, such as 税务部门 and 市应急管理局. The report of a
// department that tells what another one did states nothing of its own: 卫生健康部门办理行政处罚案件742件
// in the report of 人力资源和社会保障局.
type offices struct {
	fields   *lexicon.Set // what a department is in charge of: 税务
	ends     *lexicon.Set // what its name ends with: 部门
	areas    *lexicon.Set // what may stand before the field: 市
	self     *lexicon.Set // the department that reports, or all of its area: 我局, 全市
	others   *lexicon.Set // places that were named before, and are not the one that reports: 该镇
	towns    *lexicon.Set // what the name of a town ends with: 镇
	headings *lexicon.Set // what a heading says over the numbers of others: 部门协同数据
}

func newOffices(w Words) offices {
	return offices{
		fields: lexicon.NewSet(w.Fields...), ends: lexicon.NewSet(w.Offices...), areas: lexicon.NewSet(w.Areas...),
		self: lexicon.NewSet(w.Self...), others: lexicon.NewSet(w.Others...), headings: lexicon.NewSet(w.Foreign...), towns: lexicon.NewSet(w.Towns...),
	}
}

// isOther reports whether a figure is what another body did: the one that was last named
// where a clause of its sentence begins, or where its paragraph began. All departments of a
// government are its own, so its report is asked for other places alone (该镇).
func (o *offices) isOther(r *report.Report, f *report.Figure) bool {
	if r.Issuer == "" || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	b := &r.Blocks[f.Block]
	own, isOffice := o.fieldOf(r.Issuer)
	isTown := o.isTown(r.Issuer)
	lead := r.Source.Text[max(b.Span.Start, f.Span.Start-reach):f.Span.Start]
	other := false
	if isOffice && b.Heading >= 0 && b.Heading < len(r.Headings) {
		other = o.isForeign(r.Headings[b.Heading].Text, r.Issuer, own)
	}
	isFirst := f.Span.Start-b.Span.Start <= reach // whether the lead begins the paragraph
	whole := other                                // whether the paragraph is about another body, and not its sentence alone
	for len(lead) > 0 {
		clause, mark := lead, ""
		if at := strings.IndexAny(lead, "，,；;：:。！？\n"); at >= 0 {
			_, size := utf8.DecodeRuneInString(lead[at:])
			clause, mark = lead[:at], lead[at:at+size]
		}
		lead = lead[len(clause)+len(mark):]
		clause = strings.TrimLeft(clause, " 　\t“")
		switch {
		case o.namesSelf(clause, r.Issuer), isTown && isOfTown(clause, r.Issuer, o.towns):
			other, whole = false, false
		case o.namesOther(clause, r.Issuer), isOffice && o.names(clause, r.Issuer, own), isTown && o.areas.Prefix(clause) > 0 && o.names(clause, r.Issuer, ""):
			other, whole = true, whole || isFirst
		}
		isFirst = false
		if strings.ContainsAny(mark, "。！？\n") {
			other = whole
		}
	}
	return other
}

// fieldOf is what the department that reports is in charge of; false for a government, whose
// departments are all its own.
func (o *offices) fieldOf(issuer string) (field string, isOffice bool) {
	if strings.Contains(issuer, "政府") {
		return "", false
	}
	if m, ok := o.fields.Find(issuer, 0); ok {
		return issuer[m.Start:m.End], true
	}
	return "", strings.HasSuffix(issuer, "局") || strings.HasSuffix(issuer, "厅")
}

// isTown reports whether a body is the government of a town, to which the departments of its
// county are others: 县市场监管局.
func (o *offices) isTown(issuer string) bool {
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(issuer, "政府"), "人民"), "办事处")
	return o.towns.Suffix(name) > 0
}

// namesSelf reports whether a clause begins with the body that reports.
func (o *offices) namesSelf(clause, issuer string) bool {
	return o.self.Prefix(clause) > 0 || strings.HasPrefix(clause, issuer)
}

// namesOther reports whether a clause begins with a place that an earlier one named: 该镇. A
// body of that kind may mean itself.
func (o *offices) namesOther(clause, issuer string) bool {
	n := o.others.Prefix(clause)
	return n > 0 && !strings.Contains(issuer, strings.TrimPrefix(clause[:n], "该"))
}

// names reports whether words begin with other departments than the one that reports:
// 税务部门, 市公安局, 教育、民政部门. What it did together with them (人社、公安部门) is its own.
func (o *offices) names(text, issuer, own string) bool {
	if n := o.areas.Prefix(text); n > 0 && o.fields.Prefix(text) == 0 {
		text = text[n:]
	}
	for {
		n := o.fields.Prefix(text)
		if n == 0 || isShortFor(text[:n], issuer) || own != "" && isShortFor(own, text[:n]) {
			return false
		}
		text = text[n:]
		if o.ends.Prefix(text) > 0 {
			return true
		}
		mark := slices.IndexFunc([]string{"、", "和", "与"}, func(mark string) bool { return strings.HasPrefix(text, mark) })
		if mark < 0 {
			return false
		}
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
}

// isForeign reports whether a heading stands over the numbers of others: 部门协同数据,
// 污染防治（市生态环境局协同）.
func (o *offices) isForeign(heading, issuer, own string) bool {
	if o.headings.In(heading) || o.names(heading, issuer, own) {
		return true
	}
	for _, bracket := range []string{"（", "("} {
		if _, inside, found := strings.Cut(heading, bracket); found && o.names(inside, issuer, own) {
			return true
		}
	}
	return false
}

// isShortFor reports whether all characters of a short name stand in the long one in their
// order: 人社 in 人力资源和社会保障局.
func isShortFor(short, long string) bool {
	for _, r := range short {
		at := strings.IndexRune(long, r)
		if at < 0 {
			return false
		}
		long = long[at+utf8.RuneLen(r):]
	}
	return true
}
