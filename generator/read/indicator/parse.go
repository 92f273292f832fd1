package indicator

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// file is seeds/indicators.toml.
type file struct {
	Extend     bool        `toml:"extend" zh:"在内置目录上补充"`
	Never      []string    `toml:"never" zh:"一律排除词"`
	Words      Words       `toml:"words" zh:"通用的词"`
	Classes    []Class     `toml:"class" zh:"单位类别"`
	Themes     []Theme     `toml:"theme" zh:"主题"`
	Indicators []Indicator `toml:"indicator" zh:"指标"`
}

// Parse reads the catalogue, the bytes of the file at path. It is never nil;
// after findings it holds what could be read, and matches nothing. A file that
// says extend = true goes on from base, the bytes of the built-in catalogue: an
// indicator or a theme of an id that base has takes its place, the others come
// behind, and the words of never are added.
func Parse(path string, raw, base []byte) (*Catalogue, []report.Finding) {
	var f file
	doc, findings := settings.Read(path, raw, &f)
	c := &Catalogue{Themes: f.Themes, Indicators: f.Indicators, byID: map[string]int{}}
	p := parser{doc: doc, catalogue: c, findings: findings}
	if f.Extend {
		_, faults := settings.Read(path, base, &p.base)
		p.findings = append(p.findings, faults...)
	}
	c.classes = append(slices.Clone(p.base.Classes), f.Classes...)
	p.classes = unitsOf(c.classes)
	p.themes()
	for i := range c.Indicators {
		p.indicator(i)
	}
	p.phrases(f.Never, "never")
	p.extend()
	if len(p.findings) == 0 {
		words := p.base.Words.with(f.Words)
		c.Asking, c.Undone, c.Unmet = words.Asking, words.Undone, words.Unmet
		c.matcher = newMatcher(append(p.base.Never, f.Never...), words, c.Indicators)
	}
	return c, p.findings
}

// unitsOf is the units of each class by its id; of two classes with one id the
// later.
func unitsOf(classes []Class) map[string][]string {
	units := map[string][]string{}
	for _, c := range classes {
		units[c.ID] = c.Units
	}
	return units
}

type parser struct {
	doc       *settings.Document
	catalogue *Catalogue
	findings  []report.Finding
	base      file // what the file extends; empty where it extends nothing
	classes   map[string][]string
}

// extend puts the file's own entries into the list that they extend. It comes
// last: findings are told by the place of an entry in the file.
func (p *parser) extend() {
	if len(p.base.Indicators)+len(p.base.Themes) == 0 {
		return
	}
	c := p.catalogue
	c.Themes = merge(p.base.Themes, c.Themes, func(t Theme) string { return t.ID })
	for i := range p.base.Indicators {
		ind := &p.base.Indicators[i]
		ind.Units = withClass(ind.Units, p.classes[ind.Class])
	}
	c.Indicators = merge(p.base.Indicators, c.Indicators, func(i Indicator) string { return i.ID })
	clear(c.byID)
	for i := range c.Indicators {
		c.byID[c.Indicators[i].ID] = i
	}
}

// merge is base with each entry of added in the place of base's entry of the same
// id, or behind all of them.
func merge[T any](base, added []T, id func(T) string) []T {
	for _, entry := range added {
		i := slices.IndexFunc(base, func(b T) bool { return id(b) == id(entry) })
		if i >= 0 {
			base[i] = entry
		} else {
			base = append(base, entry)
		}
	}
	return base
}

func (p *parser) fault(rule, message, suggestion string, path ...any) {
	p.findings = append(p.findings, p.doc.ValueAt(rule, report.Error, message, suggestion, path...))
}

func (p *parser) themes() {
	seen := map[string]bool{}
	for i, t := range p.catalogue.Themes {
		p.id(t.ID, seen[t.ID], "theme", i, "id")
		seen[t.ID] = true
	}
}

// suggestKind is what helps who wrote a kind that there is not.
func suggestKind(kind string) string {
	if near := settings.Nearest(kind, []string{string(report.KindCount), string(report.KindAmount), string(report.KindRate), string(report.KindChange)}); near != "" {
		return fmt.Sprintf("是不是想写 kind = %q？", near)
	}
	return "类型只能是 count（数量）、amount（金额）、rate（比率）或 change（变化）。"
}

// id checks that an id is a slug and new among its kind.
func (p *parser) id(id string, taken bool, path ...any) {
	switch {
	case id == "": // reported as missing already
	case !isSlug(id):
		p.fault(rule.BadID, fmt.Sprintf("编号“%s”里有不能用的字符", id), "编号会成为网址的一部分，只能用小写字母、数字和连字符，如 mediation-cases。", path...)
	case taken:
		p.fault(rule.DuplicateID, fmt.Sprintf("编号“%s”用了两次", id), "每个编号只能用一次，请换一个。", path...)
	}
}

func (p *parser) indicator(i int) {
	ind := &p.catalogue.Indicators[i]
	taken := p.catalogue.Has(ind.ID)
	p.id(ind.ID, taken, "indicator", i, "id")
	if !taken && ind.ID != "" {
		p.catalogue.byID[ind.ID] = i
	}
	inherited := func(t Theme) bool { return t.ID == ind.Theme }
	if ind.Theme != "" && p.catalogue.ThemeName(ind.Theme) == "" && !slices.ContainsFunc(p.base.Themes, inherited) {
		p.fault(rule.UnknownTheme, fmt.Sprintf("没有编号为“%s”的主题", ind.Theme), p.suggestTheme(ind.Theme), "indicator", i, "theme")
	}
	switch ind.Kind {
	case "", report.KindCount, report.KindAmount, report.KindRate, report.KindChange:
	default:
		p.fault(rule.UnknownKind, fmt.Sprintf("类型“%s”不对", ind.Kind), suggestKind(string(ind.Kind)), "indicator", i, "kind")
	}
	units, known := p.classes[ind.Class]
	switch {
	case ind.Class != "" && !known:
		p.fault(rule.UnknownKind, fmt.Sprintf("没有编号为“%s”的单位类别", ind.Class), "单位类别写在 [[class]] 里；也可以不写 class，用 units 列出单位。", "indicator", i, "class")
	case len(ind.Units)+len(units) == 0:
		p.fault(rule.MissingKey, "没有写这个指标的单位", `请加一行：units = ["……"]，或者 class = "……"`, "indicator", i)
	}
	ind.Units = withClass(ind.Units, units)
	if len(ind.Any) == 0 && len(ind.Short) == 0 {
		p.fault(rule.EmptyPhrases, "没有写识别这个指标的词，永远匹配不到数字", `请加一行：any = ["……"]`, "indicator", i)
	}
	if len(ind.Short) > 0 != (len(ind.Context) > 0) {
		p.fault(rule.EmptyPhrases, "short（简称）和 context（语境）要一起写", "简称太短，只有附近出现语境词时才作数；请补上缺的一行。", "indicator", i)
	}
	if len(ind.Paired) > 0 != (len(ind.Behind) > 0) {
		p.fault(rule.EmptyPhrases, "paired（紧跟的话）和 behind（跟在谁后面）要一起写", "“结案”跟在哪个指标后面才算，要写明那个指标的编号；请补上缺的一行。", "indicator", i)
	}
	for _, list := range []struct {
		key     string
		phrases []string
	}{{"any", ind.Any}, {"all", ind.All}, {"none", ind.None}, {"short", ind.Short}, {"context", ind.Context}, {"apart", ind.Apart}, {"paired", ind.Paired}} {
		p.phrases(list.phrases, "indicator", i, list.key)
	}
}

// withClass is an indicator's own units and behind them those of its class.
func withClass(own, class []string) []string {
	units := slices.Clip(own)
	for _, unit := range class {
		if !slices.Contains(own, unit) {
			units = append(units, unit)
		}
	}
	return units
}

// phrases checks that every part of every phrase is long enough to mean
// something, and in the form that reports are compared in.
func (p *parser) phrases(phrases []string, path ...any) {
	for n, phrase := range phrases {
		for part := range strings.SplitSeq(phrase, gap) {
			if utf8.RuneCountInString(plain(part)) < 2 {
				p.fault(rule.ShortPhrase, fmt.Sprintf("词“%s”太短", phrase), "每个词（“…”的两边也各算一个）至少要有两个字，否则什么都会匹配上。",
					append(slices.Clone(path), n)...)
				break
			}
		}
	}
}

func (p *parser) suggestTheme(id string) string {
	var ids []string
	for _, t := range slices.Concat(p.base.Themes, p.catalogue.Themes) {
		if settings.Distance(id, t.ID) <= 2 {
			return "是不是想写 " + t.ID + "？"
		}
		ids = append(ids, t.ID)
	}
	return "已有的主题是：" + strings.Join(ids, "、") + "。"
}

// isSlug reports whether s can be a part of an address: [a-z0-9-]+, no hyphen
// at either end.
func isSlug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}
