package seeds

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// bodyFile is a body and its body.toml, for findings.
type bodyFile struct {
	body *Body
	doc  *settings.Document
}

// body reads the folder of a body.
func (l *loader) body(slug string) error {
	entries, err := l.list(slug)
	if err != nil || len(entries) == 0 {
		return err
	}
	if !isSlug(slug) {
		l.fault(report.Error, rule.BadSlug, l.path(slug), fmt.Sprintf("文件夹的名字“%s”不能用作网址", slug),
			"请改名，只用小写字母、数字和连字符，如 hubin-sfj；单位的中文名写在 body.toml 里。")
		return nil
	}
	b := &Body{Slug: slug}
	l.entries(b, entries)
	l.unread[slug] = true // until it is
	file := path.Join(slug, bodyName)
	if !has(entries, bodyName) {
		l.fault(report.Error, rule.MissingBody, l.path(slug), "这个文件夹没有单位信息 body.toml",
			misnamed(entries, bodyName, fmt.Sprintf("请新建 %s，写一行：name = \"单位全称\"", l.path(file))))
		return nil
	}
	raw, err := l.read(file)
	if err != nil {
		return err
	}
	doc, findings := settings.Read(l.path(file), raw, b)
	l.findings = append(l.findings, findings...)
	c := valueChecker{doc: doc, loader: l}
	c.line("name", b.Name)
	c.line("short", b.Short)
	c.line("region", b.Region)
	c.line("kind", b.Kind)
	c.withdrawn(b)
	b.Alias = slices.DeleteFunc(b.Alias, func(name string) bool { return strings.TrimSpace(name) == "" })
	if b.Name == "" { // already a finding; without a name there is nothing to show
		return nil
	}
	delete(l.unread, slug)
	l.portal.Bodies = append(l.portal.Bodies, b)
	l.bodies = append(l.bodies, bodyFile{b, doc})
	return nil
}

// entries sorts the files of a body into reports and reviews.
func (l *loader) entries(b *Body, entries []entry) {
	reviews := map[int]string{}
	refused := map[int]bool{} // years whose report is there, but cannot be read
	for _, e := range entries {
		file := l.path(path.Join(b.Slug, e.name))
		ext := strings.ToLower(path.Ext(e.name))
		stem := strings.TrimSuffix(e.name, path.Ext(e.name))
		year, isYear := parseYear(stem)
		switch {
		case e.name == bodyName && !e.dir || isReadme(e.name):
		case e.dir:
			l.strayFolder(file, path.Join(b.Slug, e.name), entries)
		case !isYear:
			l.stray(file, e.name, entries)
		case len(stem) != 4 || year < FirstYear || year > LastYear:
			refused[year] = true
			l.fault(report.Error, rule.BadYear, file, fmt.Sprintf("年份 %s 不对", stem), fmt.Sprintf("文件名应当是报告所写的年份（%d 至 %d），如 2023%s。", FirstYear, LastYear, ext))
		case ext == ".toml":
			reviews[year] = file
		case !slices.Contains(source.Formats(), ext):
			refused[year] = true
			l.unsupported(file, ext, year)
		default:
			l.report(b, Entry{Year: year, Path: file})
		}
	}
	slices.SortStableFunc(b.Entries, func(x, y Entry) int { return x.Year - y.Year })
	for i := range b.Entries {
		e := &b.Entries[i]
		e.ReviewPath = reviews[e.Year]
		delete(reviews, e.Year)
	}
	for _, e := range entries { // in order of names
		year, _ := parseYear(strings.TrimSuffix(e.name, path.Ext(e.name)))
		if file := reviews[year]; file != "" && !refused[year] && path.Base(file) == e.name {
			l.fault(report.Error, rule.OrphanSettings, file, fmt.Sprintf("有 %d 年的核对文件，却没有这一年的报告", year),
				fmt.Sprintf("请放入这一年的报告，如 %d.docx，或删去这个文件。", year))
		}
	}
}

// report adds a report to its body unless there is one of its year.
func (l *loader) report(b *Body, e Entry) {
	for _, other := range b.Entries {
		if other.Year == e.Year {
			l.fault(report.Error, rule.DuplicateReport, e.Path, fmt.Sprintf("%d 年有两份报告：%s 和 %s", e.Year, path.Base(other.Path), path.Base(e.Path)),
				"请只留一份。")
			return
		}
	}
	b.Entries = append(b.Entries, e)
}

// unsupported reports a report in a format that is not read.
func (l *loader) unsupported(file, ext string, year int) {
	message := fmt.Sprintf("还不能读取 %s 格式的报告", ext)
	if ext == "" {
		message = "报告的文件名没有扩展名"
	}
	l.fault(report.Error, rule.UnsupportedFormat, file, message,
		fmt.Sprintf("请在 Word 或 WPS 里打开定稿，点“另存为”，类型选“Word 文档（*.docx）”，存为 %d.docx。", year))
}

// parents checks that parents are there, and no body is above itself.
func (l *loader) parents() {
	bySlug := map[string]*Body{}
	for _, b := range l.portal.Bodies {
		bySlug[b.Slug] = b
	}
	for _, f := range l.bodies {
		if f.body.Parent == "" {
			continue
		}
		if l.unread[f.body.Parent] { // a slip in that body's own file is told there, and nothing of it here
			f.body.Parent = ""
			continue
		}
		if bySlug[f.body.Parent] == nil {
			l.findings = append(l.findings, f.doc.ValueAt(rule.UnknownParent, report.Error,
				fmt.Sprintf("没有上级单位“%s”的文件夹", f.body.Parent), suggestSlug(f.body.Parent, l.portal.Bodies), "parent"))
			f.body.Parent = ""
			continue
		}
		above := bySlug[f.body.Parent]
		for steps := 0; above != nil && above != f.body && steps <= len(l.bodies); steps++ {
			above = bySlug[above.Parent]
		}
		if above == f.body {
			l.findings = append(l.findings, f.doc.ValueAt(rule.UnknownParent, report.Error,
				"上级单位绕了一圈又回到自己", "请检查各单位的 parent，最上级的单位不写 parent。", "parent"))
			f.body.Parent = ""
		}
	}
}

func suggestSlug(slug string, bodies []*Body) string {
	is := func(like func(b *Body) bool) string {
		if i := slices.IndexFunc(bodies, like); i >= 0 {
			return fmt.Sprintf("是不是想写 %s（%s）？", bodies[i].Slug, bodies[i].Name)
		}
		return ""
	}
	if s := is(func(b *Body) bool { return b.Name == slug || b.Short == slug }); s != "" {
		return s
	}
	if s := is(func(b *Body) bool { return settings.Distance(slug, b.Slug) <= min(2, len(b.Slug)/3) }); s != "" {
		return s
	}
	return "parent 要写上级单位文件夹的名字；上级单位不在本站的，请删去这一行。"
}

// parseYear reads a file name of four or more digits and nothing else.
func parseYear(stem string) (int, bool) {
	if len(stem) < 4 || len(stem) > 9 || strings.Trim(stem, "0123456789") != "" {
		return 0, false
	}
	year, err := strconv.Atoi(stem)
	return year, err == nil
}

// YearIn is the first year that a file name speaks of, 0 for none. Digits of full width, ２０２３, are
// read as well.
func YearIn(stem string) int {
	stem = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, stem)
	for i := 0; i+4 <= len(stem); i++ {
		if year, ok := parseYear(stem[i : i+4]); ok && year >= FirstYear && year <= LastYear {
			return year
		}
	}
	return 0
}

// isSlug reports whether a name is [a-z0-9-]+ and does not begin like an
// option of a command.
func isSlug(s string) bool {
	return s != "" && s[0] != '-' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
