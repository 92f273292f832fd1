package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Phrases are fixed phrases of the trade and the ways in which they are known
// to be misquoted. The zero value knows none.
type Phrases struct {
	entries []phrase
	forms   []form
	texts   *lexicon.Set // of the forms, in their order
	near    nearPhrases
}

// phrase is one [[phrase]] of the file.
type phrase struct {
	Right  string   `toml:"right" need:"true" zh:"规范表述"`
	Wrong  []string `toml:"wrong" zh:"误写"`
	Words  []string `toml:"words" zh:"词序固定的词"`
	Ends   []string `toml:"ends" zh:"词后面的话"`
	Near   bool     `toml:"near" zh:"差一个字也是误写"`
	After  []string `toml:"after" zh:"前面的词"`
	Sound  []string `toml:"sound" zh:"差一个字的别的说法"`
	Source string   `toml:"source" need:"true" zh:"出处"`
	Note   string   `toml:"note" zh:"说明"`
}

// form is a right or a wrong form of a phrase, without its breaks.
type form struct {
	text   string
	breaks []int // offsets in text at which 、 and the like may stand
	entry  int
	right  bool
}

// Limits of what a file may hold. Words stand in every order, so that five of
// them make 120 forms.
const (
	leastForm = 4  // characters
	mostForm  = 40 // characters
	mostWords = 5
	mostForms = 20_000
)

// phraseFile is seeds/phrases.toml.
type phraseFile struct {
	Extend  bool     `toml:"extend" zh:"在内置表述上补充"`
	Phrases []phrase `toml:"phrase" zh:"固定表述"`
}

// ParsePhrases reads seeds/phrases.toml, raw being its bytes. It is never nil;
// after findings it knows no phrase. A file that says extend = true adds to
// base, the bytes of the built-in phrases; one whose right form base has takes
// the place of that.
func ParsePhrases(path string, raw, base []byte) (*Phrases, []report.Finding) {
	var f, builtin phraseFile
	doc, findings := settings.Read(path, raw, &f)
	b := builder{doc: doc, findings: findings, phrases: &Phrases{entries: f.Phrases}, known: map[string]int{}}
	if f.Extend {
		_, faults := settings.Read(path, base, &builtin)
		b.findings = append(b.findings, faults...)
	}
	for _, p := range builtin.Phrases {
		if !slices.ContainsFunc(f.Phrases, func(own phrase) bool { return own.Right == p.Right }) {
			b.phrases.entries = append(b.phrases.entries, p) // behind the file's own, which findings are told by
		}
	}
	for i := range b.phrases.entries {
		b.entry(i)
	}
	if len(b.findings) > 0 {
		return &Phrases{}, b.findings
	}
	texts := make([]string, len(b.phrases.forms))
	for i := range texts {
		texts[i] = b.phrases.forms[i].text
	}
	b.phrases.texts = lexicon.NewSet(texts...)
	b.phrases.near.index(b.phrases)
	return b.phrases, nil
}

// builder makes forms of the entries of a file.
type builder struct {
	doc      *settings.Document
	phrases  *Phrases
	known    map[string]int // the index of a form by its text
	findings []report.Finding
}

func (b *builder) fault(message, suggestion string, path ...any) {
	b.findings = append(b.findings, b.doc.ValueAt(rule.BadPhrase, report.Error, message, suggestion, path...))
}

// entry adds the forms of entry i.
func (b *builder) entry(i int) {
	e := &b.phrases.entries[i]
	if e.Right == "" {
		return // reported as missing already
	}
	right := b.form(e.Right, i, true, "phrase", i, "right")
	if len(e.Wrong) == 0 && len(e.Words) == 0 && !e.Near {
		b.fault("没有写误写，也没有写词序固定的词，这一条永远查不到什么", `请加一行：wrong = ["……"]，或者 words = ["……", "……"]，或者 near = true`, "phrase", i)
	}
	for n, wrong := range e.Wrong {
		f := b.form(wrong, i, false, "phrase", i, "wrong", n)
		if f.text != "" && f.text == right.text {
			b.fault(fmt.Sprintf("误写“%s”就是规范表述本身", wrong), "请删去这一个，或者改成真正的误写。", "phrase", i, "wrong", n)
		}
	}
	b.orders(i)
}

// form adds one form as the file writes it.
func (b *builder) form(s string, entry int, right bool, path ...any) form {
	f := form{entry: entry, right: right}
	for _, r := range s {
		if isBreak(r) {
			f.breaks = append(f.breaks, len(f.text))
		} else if !isMark(r) {
			f.text += string(r)
		}
	}
	switch n := utf8.RuneCountInString(f.text); {
	case n < leastForm:
		b.fault(fmt.Sprintf("“%s”太短", s), fmt.Sprintf("标点以外至少要有%d个字，否则会误伤别的话。", leastForm), path...)
	case n > mostForm:
		b.fault(fmt.Sprintf("“%s”太长", escape.Clip(s, mostForm)), fmt.Sprintf("最多%d个字；请只写容易写错的那一截。", mostForm), path...)
	default:
		b.add(f)
	}
	return f
}

// add adds a form. One whose text is there already adds where 、 may stand; it
// is right when one of the two is.
func (b *builder) add(f form) {
	forms := &b.phrases.forms
	i, ok := b.known[f.text]
	switch {
	case ok:
		f.breaks = append(f.breaks, (*forms)[i].breaks...)
		if !f.right {
			f.entry, f.right = (*forms)[i].entry, (*forms)[i].right
		}
		(*forms)[i] = f
	case len(*forms) < mostForms:
		b.known[f.text] = len(*forms)
		*forms = append(*forms, f)
	}
}

// orders adds the words of entry i in every order but the right one, followed
// by each of its ends.
func (b *builder) orders(i int) {
	e := &b.phrases.entries[i]
	if len(e.Words) == 0 {
		return
	}
	if len(e.Words) < 2 || len(e.Words) > mostWords {
		b.fault("词序固定的词，要写二至五个", `例如：words = ["科学立法", "严格执法", "公正司法", "全民守法"]`, "phrase", i, "words")
		return
	}
	ends := e.Ends
	if len(ends) == 0 {
		ends = []string{""}
	}
	for _, end := range ends {
		if n := utf8.RuneCountInString(strings.Join(e.Words, "") + end); n < leastForm || n > mostForm {
			b.fault("词序固定的词连起来太短或者太长", fmt.Sprintf("连同后面的话，要有%d至%d个字。", leastForm, mostForm), "phrase", i, "words")
			return
		}
		permute(slices.Clone(e.Words), 0, func(words []string) {
			f := form{entry: i, right: slices.Equal(words, e.Words)}
			for _, w := range words {
				f.text += w
				f.breaks = append(f.breaks, len(f.text))
			}
			f.text += end
			b.add(f)
		})
	}
}

// permute calls each with every order of words; words from at on are moved.
func permute(words []string, at int, each func([]string)) {
	if at == len(words) {
		each(words)
		return
	}
	for i := at; i < len(words); i++ {
		words[at], words[i] = words[i], words[at]
		permute(words, at+1, each)
		words[at], words[i] = words[i], words[at]
	}
}

// isBreak reports whether r stands between the words of a list.
func isBreak(r rune) bool {
	switch r {
	case '、', '，', ',', ' ', '\u3000':
		return true
	}
	return false
}

// isMark reports whether r may stand around any word of a phrase.
func isMark(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '"':
		return true
	}
	return false
}
