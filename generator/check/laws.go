package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Laws are the names of laws, regulations and plans, and from when until when
// they hold. The zero value knows none.
type Laws struct {
	entries []law
	byName  map[string]int // index in entries, by bareName
}

// law is one [[law]] of the file.
type law struct {
	Name    string `toml:"name" need:"true" zh:"名称"`
	Force   string `toml:"force" zh:"施行日期" eg:"2021-07-15"`
	Ended   string `toml:"ended" zh:"废止日期" eg:"2021-07-15"`
	Instead string `toml:"instead" zh:"替代它的名称"`
	Source  string `toml:"source" need:"true" zh:"公布它的文件"`

	bare  string // see bareName
	force int    // the year and month of Force, as 202107; 0 for none
	ended int    // likewise
}

// lawFile is seeds/laws.toml.
type lawFile struct {
	Extend bool  `toml:"extend" zh:"在内置名称上补充"`
	Laws   []law `toml:"law" zh:"法律、法规和规划"`
}

// ParseLaws reads seeds/laws.toml, raw being its bytes. It is never nil; after
// findings it knows no law. A file that says extend = true adds to base, the bytes
// of the built-in names; one that base has takes the place of that.
func ParseLaws(path string, raw, base []byte) (*Laws, []report.Finding) {
	var f, builtin lawFile
	doc, findings := settings.Read(path, raw, &f)
	if f.Extend {
		_, faults := settings.Read(path, base, &builtin)
		findings = append(findings, faults...)
	}
	l := &Laws{byName: map[string]int{}}
	fault := func(message, suggestion string, i int, key string) {
		findings = append(findings, doc.ValueAt(rule.BadLaw, report.Error, message, suggestion, "law", i, key))
	}
	for i := range f.Laws {
		e := &f.Laws[i]
		for _, date := range []struct {
			key, text string
			month     *int
		}{{"force", e.Force, &e.force}, {"ended", e.Ended, &e.ended}} {
			var ok bool
			if *date.month, ok = monthOfDate(date.text); !ok {
				fault(fmt.Sprintf("“%s”不是日期", date.text), "请写成 2021-07-15 这样的日期。", i, date.key)
			}
		}
		if e.Instead != "" && e.Ended == "" {
			fault("写了替代它的名称，没有写废止日期", "请补上一行 ended = \"……\"，或者删去 instead。", i, "instead")
		}
		if !l.add(*e) && e.Name != "" {
			fault(fmt.Sprintf("“%s”写了两次", e.Name), "请删去一处。", i, "name")
		}
	}
	for _, e := range builtin.Laws {
		e.force, _ = monthOfDate(e.Force)
		e.ended, _ = monthOfDate(e.Ended)
		l.add(e) // unless the file's own takes its place
	}
	if len(findings) > 0 {
		return &Laws{}, findings
	}
	return l, nil
}

// add adds an entry, and says whether its name was not there yet.
func (l *Laws) add(e law) bool {
	e.bare = bareName(e.Name)
	if _, ok := l.byName[e.bare]; ok {
		return false
	}
	l.byName[e.bare] = len(l.entries)
	l.entries = append(l.entries, e)
	return true
}

// monthOfDate is the year and month of a date as 202107, 0 for none.
func monthOfDate(date string) (int, bool) {
	if date == "" {
		return 0, true
	}
	t, err := time.Parse(time.DateOnly, date)
	return t.Year()*100 + int(t.Month()), err == nil
}

// bareName is a name as it is compared: without 中华人民共和国, marks of quotation,
// white space and what brackets add behind it (草案, 修订), its dashes alike.
func bareName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u3000', '“', '”', '"', '《', '》', '〈', '〉':
			return -1
		case '-', '－', '–', '~', '～', '至', '―', '─':
			return '—'
		case '(':
			return '（'
		case ')':
			return '）'
		}
		return r
	}, name)
	name = strings.TrimPrefix(name, "中华人民共和国")
	for _, version := range [...]string{"（修订）", "（修正）", "（新修订）", "（试行）"} {
		name = strings.TrimSuffix(name, version)
	}
	return name
}

// digitsApart parts a name into what is no digit and its digits: the years of a
// plan.
func digitsApart(name string) (words, digits string) {
	var w, d strings.Builder
	for _, r := range name {
		if numeral.IsDigit(r) {
			d.WriteRune(r)
		} else {
			w.WriteRune(r)
		}
	}
	return w.String(), d.String()
}

// newest is the entry of the same plan with the most recent years: several plans
// bear one name.
func (l *Laws) newest(words string) *law {
	var found []*law
	for i := range l.entries {
		if w, d := digitsApart(l.entries[i].bare); w == words && d != "" {
			found = append(found, &l.entries[i])
		}
	}
	if len(found) == 0 {
		return nil
	}
	return slices.MaxFunc(found, func(a, b *law) int { return strings.Compare(a.bare, b.bare) })
}
