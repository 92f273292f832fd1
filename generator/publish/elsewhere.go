package publish

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mingfa/generator/build"
	"mingfa/generator/publish/release"
	"mingfa/generator/read/correction"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site"
)

// elsewhere is the key under which the very file of a report is published now: its
// year was named wrongly, say. Of several it is that of the same year, as of a body that was renamed.
func (p *past) elsewhere(key string, first release.First, now *build.Standing) string {
	if first.Now == nil {
		return ""
	}
	_, year, _ := strings.Cut(key, "/")
	p.mu.Lock()
	defer p.mu.Unlock()
	found := ""
	for _, to := range slices.Sorted(maps.Keys(p.entered)) {
		if !now.Reports[to] || p.entered[to].Now.SHA256 != first.Now.SHA256 {
			continue
		}
		if strings.HasSuffix(to, "/"+year) {
			return to
		}
		if found == "" {
			found = to
		}
	}
	return found
}

// tellWithdrawn tells staff of a report that this release takes down, or to another address, for
// no reason that they have given. One whose body was renamed is told of once for all.
func (p *past) tellWithdrawn(slug string, year int, c *report.Change, first release.First, now *build.Standing) {
	if to := p.renamedTo(slug, year, c, first, now); to != nil {
		f := build.Unnamed(to.Slug, to.Former, slug, report.Warning)
		if !slices.Contains(p.Findings(), f) {
			p.tell(f)
		}
		return
	}
	if correction.Explained(c) {
		return
	}
	f := report.Finding{
		Rule: rule.MissingCorrectionReason, Severity: report.Warning, File: "seeds/" + slug + "/body.toml",
		Message:    fmt.Sprintf("已经公布的 %d 年度报告撤下了，没有写明理由。原来的网址上会有一页，说明哪一天撤下、“没有写明理由”", year),
		Suggestion: fmt.Sprintf("请在 seeds/%s/body.toml 的末尾写一段：[[withdrawn]]、year = %d、reason = \"为什么撤下\"，各占一行；理由可以随后补上。", slug, year),
	}
	if c.To != "" {
		f.Message = fmt.Sprintf("已经公布的 %d 年度报告改到了 seeds/%s，没有写明理由。原来的网址上会有一页，说明现在的网址、“没有写明理由”", year, c.To)
		f.Suggestion = fmt.Sprintf("请在 seeds/%s/body.toml 的末尾写一段：[[withdrawn]]、year = %d、reason = \"为什么改\"，各占一行，如“文件名里的年份写错了”；理由可以随后补上。", slug, year)
	}
	p.tell(f)
}

// renamedTo is the body that a folder is called after now, where there is no body of that folder any more: it has
// the very file of the year, or a report of it and the same name. nil for none.
func (p *past) renamedTo(slug string, year int, c *report.Change, first release.First, now *build.Standing) *site.Body {
	if slices.ContainsFunc(now.Bodies, func(b *site.Body) bool { return b.Slug == slug }) {
		return nil
	}
	for _, b := range now.Bodies {
		key := fmt.Sprintf("%s/%d", b.Slug, year)
		_, had := p.record.Reports[key]
		if c.To == key || first.Now != nil && first.Now.Body == b.Name && now.Reports[key] && !had {
			return b
		}
	}
	return nil
}

// find is what is recorded of a report under its keys. Where its body was renamed and the former
// name comes later, that is what came of it under both addresses: nothing was taken down.
func (p *past) find(keys []string) (release.First, bool) {
	first, known := p.record.Find(keys)
	here, ok := p.record.Reports[keys[0]]
	if c := last(first.Changes); ok && c.Kind == report.ChangeWithdrawn && c.To == keys[0] {
		first.Now, first.Changes = here.Now, slices.Concat(first.Changes[:len(first.Changes)-1], here.Changes)
	}
	return first, known
}
