package lexicon

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// longest is how many characters a word may have.
const longest = 30

// file is seeds/lexicon.toml.
type file struct {
	Extend bool    `toml:"extend" zh:"在内置词表上补充"`
	Groups []group `toml:"group" zh:"词组"`
	Same   []same  `toml:"same" zh:"同类单位"`
}

type group struct {
	ID       string   `toml:"id" need:"true" zh:"编号"`
	Purpose  string   `toml:"purpose" zh:"用途"`
	Words    []string `toml:"words" zh:"词"`
	Special  []word   `toml:"word" zh:"要看前后的词"`
	Examples []string `toml:"examples" zh:"例子"`
}

type word struct {
	Text        string   `toml:"text" need:"true" zh:"词"`
	As          string   `toml:"as" zh:"读作"`
	NotBefore   []string `toml:"not_before" zh:"后面不能是"`
	StillBefore []string `toml:"still_before" zh:"后面是这些仍然算"`
	NotAfter    []string `toml:"not_after" zh:"前面不能是"`
}

// same is units that count the same things.
type same struct {
	Units   []string `toml:"units" need:"true" zh:"单位"`
	Purpose string   `toml:"purpose" zh:"数的是什么"`
}

// Parse reads the lexicon, raw being the bytes of the file at path and builtin
// those of the built-in one. A file that says extend = true adds to the
// built-in words; any other takes their place and must have all groups. The
// lexicon is never nil: where the findings hold an error it is the built-in
// one. A word that is built in already is only a warning: it may have come with
// a newer program.
func Parse(path string, raw, builtin []byte) (*Lexicon, []report.Finding) {
	var f, base file
	doc, findings := settings.Read(path, raw, &f)
	p := parser{doc: doc, findings: findings, groups: map[string]*Group{}, written: map[string]bool{}}
	if f.Extend {
		_, faults := settings.Read(Path, builtin, &base)
		p.findings = append(p.findings, faults...)
		for i := range base.Groups {
			p.take(&base.Groups[i])
		}
	}
	for i := range f.Groups {
		p.group(i, &f.Groups[i])
	}
	p.same(f.Same)
	if len(p.findings) == 0 && !f.Extend {
		p.complete()
	}
	if slices.ContainsFunc(p.findings, func(f report.Finding) bool { return f.Severity == report.Error }) {
		return fallback(raw, builtin), p.findings
	}
	return p.lexicon(append(base.Same, f.Same...)), p.findings
}

// fallback is the built-in lexicon, in the place of one that is faulty. Where
// that itself is at fault it is one without words.
func fallback(raw, builtin []byte) *Lexicon {
	if string(raw) == string(builtin) {
		return (&parser{}).lexicon(nil)
	}
	l, _ := Parse(Path, builtin, builtin)
	return l
}

type parser struct {
	doc      *settings.Document
	findings []report.Finding
	order    []*Group          // the built-in ones, where the file adds to them, then the file's
	groups   map[string]*Group // the same, by id
	written  map[string]bool   // the ids that the file itself has
}

func (p *parser) fault(id, message, suggestion string, path ...any) {
	p.findings = append(p.findings, p.doc.ValueAt(id, report.Error, message, suggestion, path...))
}

// take adds a group of the built-in file as it is.
func (p *parser) take(g *group) {
	out := &Group{ID: g.ID, Purpose: g.Purpose}
	for _, text := range g.Words {
		out.Words = append(out.Words, Word{Text: text})
	}
	for _, w := range g.Special {
		out.Words = append(out.Words, w.word())
	}
	for _, e := range g.Examples {
		text, read, _ := strings.Cut(e, " -> ")
		out.Examples = append(out.Examples, Example{text, read})
	}
	p.order = append(p.order, out)
	p.groups[g.ID] = out
}

func (w *word) word() Word {
	return Word{Text: w.Text, As: w.As, NotBefore: w.NotBefore, StillBefore: w.StillBefore, NotAfter: w.NotAfter}
}

// group checks group i of the file and adds it, or its words to the built-in
// group of the same id.
func (p *parser) group(i int, g *group) {
	if g.ID == "" {
		return // reported as missing already
	}
	if !slices.Contains(ids, g.ID) {
		p.fault(rule.WordGroup, fmt.Sprintf("没有编号为“%s”的词组", g.ID), suggestID(g.ID), "group", i, "id")
		return
	}
	if p.written[g.ID] {
		p.fault(rule.WordGroup, fmt.Sprintf("编号为“%s”的词组写了两次", g.ID), "请合成一组。", "group", i, "id")
		return
	}
	p.written[g.ID] = true
	seen := map[string]bool{}
	for n, text := range g.Words {
		p.word(text, seen, "group", i, "words", n)
	}
	for n, w := range g.Special {
		p.word(w.Text, seen, "group", i, "word", n, "text")
		p.conditions(w.NotBefore, "group", i, "word", n, "not_before")
		p.conditions(w.StillBefore, "group", i, "word", n, "still_before")
		p.conditions(w.NotAfter, "group", i, "word", n, "not_after")
	}
	for n, e := range g.Examples {
		if text, read, ok := strings.Cut(e, " -> "); !ok || text == "" || read == "" {
			p.fault(rule.BadWord, fmt.Sprintf("例子“%s”没有写读出来的结果", e), "请写成“原文 -> 结果”的样子，箭头两边各空一格。", "group", i, "examples", n)
		}
	}
	if known := p.groups[g.ID]; known != nil {
		p.add(known, i, g)
	} else {
		p.take(g)
	}
}

// add adds the words of group i to the built-in group of the same id. What
// must not stand beside a word that is built in is added to what must not
// already.
func (p *parser) add(known *Group, i int, g *group) {
	has := func(text string) func(Word) bool { return func(w Word) bool { return w.Text == text } }
	builtin := known.Words
	for n, text := range g.Words {
		if slices.ContainsFunc(builtin, has(text)) {
			p.findings = append(p.findings, p.doc.ValueAt(rule.BadWord, report.Warning, fmt.Sprintf("“%s”内置的词表里已经有了", text), "可以删去。", "group", i, "words", n))
			continue
		}
		known.Words = append(known.Words, Word{Text: text})
	}
	for n := range g.Special {
		w := g.Special[n].word()
		at := slices.IndexFunc(builtin, has(w.Text))
		if at < 0 {
			known.Words = append(known.Words, w)
			continue
		}
		k := &known.Words[at]
		k.NotBefore, k.NotAfter = append(k.NotBefore, w.NotBefore...), append(k.NotAfter, w.NotAfter...)
		k.StillBefore = append(k.StillBefore, w.StillBefore...)
		if w.As != "" {
			k.As = w.As
		}
	}
}

// word checks a word of a group of the file.
func (p *parser) word(text string, seen map[string]bool, path ...any) {
	switch {
	case text == "" && path[len(path)-1] == "text": // reported as missing already
	case strings.TrimSpace(text) == "":
		p.fault(rule.BadWord, "这里有一个空的词", "请删去，或者补上词。", path...)
	case strings.ContainsFunc(text, odd):
		p.fault(rule.BadWord, fmt.Sprintf("词“%s”里有空格、换行或看不见的字符", visible(text)), "一个词里不能有空格；从网页或 Word 粘贴时容易带入，请删去后重新输入。", path...)
	case utf8.RuneCountInString(text) > longest:
		p.fault(rule.BadWord, fmt.Sprintf("词“%s……”超过 %d 个字", string([]rune(text)[:longest]), longest), "请只写最短的、认得出来的一截。", path...)
	case seen[text]:
		p.fault(rule.BadWord, fmt.Sprintf("词“%s”在这一组里写了两次", text), "请删去一个。", path...)
	}
	seen[text] = true
}

// conditions checks what must not stand beside a word.
func (p *parser) conditions(beside []string, path ...any) {
	seen := map[string]bool{}
	for n, text := range beside {
		p.word(text, seen, append(slices.Clone(path), n)...)
	}
}

// odd reports whether a character has no place in a word.
func odd(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.C, r) || r == utf8.RuneError
}

// visible is text with signs in the place of characters that cannot be seen.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if odd(r) && r != ' ' {
			return '□'
		}
		return r
	}, text)
}

// same checks units that are said to count the same things.
func (p *parser) same(list []same) {
	for i, s := range list {
		seen := map[string]bool{}
		if len(s.Units) == 1 {
			p.fault(rule.BadWord, "同类的单位只写了一个", `请至少写两个，如：units = ["件", "起"]`, "same", i, "units")
		}
		for n, unit := range s.Units {
			p.word(unit, seen, "same", i, "units", n)
		}
	}
}

// complete reports the groups that a file leaves out which takes the place of
// the built-in one.
func (p *parser) complete() {
	var missing []string
	for _, id := range ids {
		if p.groups[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return
	}
	named := strings.Join(missing[:min(len(missing), 5)], "、")
	if len(missing) > 5 {
		named += " 等"
	}
	p.fault(rule.WordGroup, "这份词表没有写 extend = true，要整份换掉内置的词表，可是缺少词组 "+named,
		"只想补几个词，请在文件最上面写一行 extend = true；要整份换掉，请把缺少的组写全。")
}

// lexicon makes sets of the groups.
func (p *parser) lexicon(units []same) *Lexicon {
	l := &Lexicon{same: map[string]string{}}
	v := reflect.ValueOf(l).Elem()
	for _, field := range reflect.VisibleFields(v.Type()) {
		if id := field.Tag.Get("group"); id != "" {
			set := &Set{}
			if g := p.groups[id]; g != nil {
				set = SetOf(g.Words)
			}
			v.FieldByIndex(field.Index).Set(reflect.ValueOf(set))
		}
	}
	l.Changing = changing(l)
	for _, g := range p.order {
		l.Groups = append(l.Groups, *g)
	}
	for _, s := range units {
		for _, unit := range s.Units {
			l.join(s.Units[0], unit)
		}
	}
	return l
}

// changing is every word that says that something changes: those of the group
// itself (拉动, 收窄) and those that say which way (扩大, 减少), which are written
// once, in rises or falls. Of these the single characters stay out: a name that
// ends with 升 or 增 (上海高升, 新增) has not changed.
func changing(l *Lexicon) *Set {
	words := slices.Clone(l.Changing.Words())
	for _, w := range slices.Concat(l.Rises.Words(), l.Falls.Words()) {
		if utf8.RuneCountInString(w.Text) > 1 {
			words = append(words, w)
		}
	}
	return SetOf(words)
}

// ids are the ids of all groups, in the order of the fields of Lexicon.
var ids = func() (list []string) {
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Lexicon]()) {
		if id := field.Tag.Get("group"); id != "" {
			list = append(list, id)
		}
	}
	return list
}()

// suggestID is what an unknown id was probably meant to be.
func suggestID(id string) string {
	for _, known := range ids {
		if settings.Distance(id, known) <= 2 {
			return "是不是想写 " + known + "？"
		}
	}
	return "编号不能自己起，只能用内置词表里有的。"
}
