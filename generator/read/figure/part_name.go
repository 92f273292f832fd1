package figure

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// A part of a list often bears the name of its kind alone: 种子31件 of 查处违法案件218件（其中种子31件）. Whoever reads the name by
// itself must know of what it is, so the noun of the whole is put to it: 种子违法案件. That is done with the two nouns of the sentence
// where it is plain how they go together, and else not at all. The names are given at the end, for the short ones tell
// which figures belong together.

// partName is the full name of a part.
type partName struct {
	figure int
	name   string
	rest   bool // it is what a list leaves out, which has no name but that of its whole
}

// nameParts finds the full names of the parts in the relations from before on, of what brackets hold behind a figure, and of
// a list whose items all end in 的.
func (e *extractor) nameParts(first, before int) {
	for k := before; k < len(e.r.Relations); k++ {
		rel := &e.r.Relations[k]
		if rel.Kind != report.RelationPart || rel.Whole < first {
			continue
		}
		for _, p := range rel.Parts {
			if p > rel.Whole && (rel.Agrees || rel.Parts[0] == rel.Whole+1) {
				e.namePart(first, rel.Whole, p)
			}
		}
	}
	for i := first + 1; i < len(e.r.Figures); i++ {
		if w := e.wholeAround(first, i); w >= 0 {
			e.namePart(first, w, i)
		} else if w := e.wholeOfKinds(first, i); w >= 0 {
			e.namePart(first, w, i)
		}
	}
	e.nameLists(first)
	for i := first; i < len(e.r.Figures); i++ {
		if full := e.scanner.marks[i-first].full; full != "" && !e.namedAlready(i) {
			e.parts = append(e.parts, partName{figure: i, name: full})
		}
	}
}

// wholeAround is the figure right before the brackets that figure i stands in: 市政协提案67件 of 市政协提案67件（主办40件、会办27件）. It is -1 where
// there is none, or where the brackets tell of another time.
func (e *extractor) wholeAround(first, i int) int {
	if !e.inBrackets(first, i) {
		return -1
	}
	w := i - 1
	for w >= max(first, i-maxParts) && e.inBrackets(first, w) {
		w--
	}
	if w < max(first, i-maxParts) || !e.sameSentence(first, w, i) {
		return -1
	}
	open := e.text[e.r.Figures[w].Span.End:e.clauseOf(first, w+1).start]
	if open != "（" && open != "(" {
		return -1
	}
	for k := w + 1; k <= i; k++ {
		if c := e.clauseOf(first, k); k > w+1 && strings.ContainsAny(e.text[e.r.Figures[k-1].Span.End:c.end], "）)") {
			return -1 // of other brackets
		}
		words := e.text[e.clauseOf(first, k).start:e.r.Figures[k].Span.Start]
		if e.YearBefore.In(words) || e.CarriedOver.In(words) || e.Comparisons.In(words) || strings.Contains(words, "年") {
			return -1
		}
	}
	return w
}

// wholeOfKinds is the figure before a list whose items, of which figure i is one, pick out of it by 的 and fill it: 行政复议案件23件 of
// 行政复议案件23件，作出维持决定的14件、撤销的1件、终止的8件. It is -1 where there is none.
func (e *extractor) wholeOfKinds(first, i int) int {
	from := i
	for from > max(first, i-maxParts) && e.picksOut(first, from-1) && e.sameKind(from-1, i) && e.sameSentence(first, from-1, i) {
		from--
	}
	w := from - 1
	if w < first || !e.picksOut(first, i) || !e.sameKind(w, i) || !e.sameSentence(first, w, i) || e.inBrackets(first, w) != e.inBrackets(first, i) {
		return -1
	}
	rel := report.Relation{Kind: report.RelationPart, Whole: w}
	for j := from; j < len(e.r.Figures) && j < from+maxParts && e.picksOut(first, j) && e.sameKind(j, i) && e.sameSentence(first, j, i); j++ {
		rel.Parts = append(rel.Parts, j)
	}
	if e.sumParts(&rel); len(rel.Parts) < 2 || !rel.Complete {
		return -1
	}
	return w
}

// picksOut reports whether 的 stands right before figure i: 撤销的1件.
func (e *extractor) picksOut(first, i int) bool {
	return strings.HasSuffix(e.scanner.marks[i-first].pre, "的") && e.scanner.marks[i-first].pair == single
}

// namePart notes the full name of part p of figure w, where one can be formed.
func (e *extractor) namePart(first, w, p int) {
	m, whole := &e.scanner.marks[p-first], &e.scanner.marks[w-first]
	if m.pair != single || m.carried && m.rest == "" && !e.picksOut(first, p) || m.nameless || m.target || m.period != "" || m.label == "" && m.rest == "" || whole.pair != single || whole.changes || !e.sameKind(w, p) || e.r.Figures[p].Kind != report.KindCount || e.exceeds(p, w) {
		return
	}
	if !e.sound(whole.label, whole.unit) || e.namedAlready(p) {
		return
	}
	part := cmp.Or(m.rest, m.label)
	if e.picksOut(first, p) {
		part = e.parse(m.pre).core
	}
	noun := e.nounOfWhole(whole.label)
	if at, ok := e.MattersOfParts.Find(whole.label, 0); ok && noun == "案件" {
		noun = whole.label[at.Start:at.End] + noun // 法律援助工作站办理案件
	}
	if isClass := strings.HasSuffix(part, "类"); noun == "" && (isClass || m.rest != "") {
		noun = whole.label[len(whole.label)-e.Generic.Suffix(whole.label):] // 事项 of 建设项目许可事项
	}
	if strings.HasSuffix(m.label, noun) {
		return
	}
	if name := e.partOf(part, noun, m); name != "" && utf8.RuneCountInString(name) <= maxLabel {
		e.parts = append(e.parts, partName{p, name, m.rest != ""})
		e.nameChangeOfPart(first, p, name)
	}
}

// nameChangeOfPart notes the full name of how much part p has changed: 新登记经营主体中的企业增长 of 企业增长.
func (e *extractor) nameChangeOfPart(first, p int, name string) {
	short := e.scanner.marks[p-first].label
	for j := p + 1; j < len(e.r.Figures) && j <= p+maxReach && e.sameSentence(first, p, j); j++ {
		m := &e.scanner.marks[j-first]
		if m.label == short && !m.changes {
			return // another figure of that name
		}
		change, ok := strings.CutPrefix(m.label, short)
		if ok && short != "" && m.changes && e.Changing.Suffix(change) == len(change) && utf8.RuneCountInString(name+change) <= maxLabel {
			e.parts = append(e.parts, partName{figure: j, name: name + change})
		}
	}
}

// namedAlready reports whether a full name of figure p has been found.
func (e *extractor) namedAlready(p int) bool {
	for k := len(e.parts) - 1; k >= 0 && k >= len(e.parts)-maxParts; k-- {
		if e.parts[k].figure == p {
			return true
		}
	}
	return false
}

// exceeds reports whether figure p is more than figure w.
func (e *extractor) exceeds(p, w int) bool {
	part, okPart := e.r.Figures[p].Decimal()
	whole, okWhole := e.r.Figures[w].Decimal()
	return !okPart || !okWhole || part.Cmp(whole) > 0
}

// nounOfWhole is the noun that a whole counts, without what was done: 违法案件 of 立案查处违法案件. It is "" where the name is of several
// things or of a deed.
func (g grammar) nounOfWhole(label string) string {
	if g.newly(label) > 0 && utf8.RuneCountInString(label) <= 10 && !strings.ContainsAny(label, "、的") {
		return label // 新登记经营主体 are not all of them
	}
	noun := report.LabelWords(label)
	if words := g.trimAdverbs(noun); g.isVerb(words) || g.LightVerbs.Prefix(words) > 0 || g.withoutDoer(noun) != noun {
		noun = g.noVerb(noun) // 综合行政执法局执法人员 stays
	}
	noun = g.withoutStock(noun)
	noun = strings.TrimPrefix(strings.TrimPrefix(noun, "各类"), "各种")
	if at := strings.LastIndex(noun, "的"); at >= 0 {
		noun = noun[at+len("的"):]
	}
	if noun == "" {
		return ""
	}
	if deed, ok := g.VerbsBeforeNouns.FindLast(noun); ok && deed.End < len(noun) {
		noun = noun[deed.End:] // 问题 of 督导组发现问题
	}
	if deed := g.Verbs.Prefix(noun); g.NounsOfKinds.Has(noun[deed:]) {
		noun = noun[deed:] // 案件 of 办理案件
	}
	noun = noun[g.KindsBeforeNouns.Prefix(noun)%len(noun):] // 专职 are among 专兼职人民调解员
	if torn := g.Generic.Prefix(noun); torn > len("村") && torn < len(noun) {
		return "" // 项目环评文件 of 建设项目环评文件
	}
	n := utf8.RuneCountInString(noun)
	if n < 2 || n > 10 || strings.ContainsAny(noun, "、“”《》（）0123456789") || g.onlyVerbs(noun) && g.NounsOfKinds.Suffix(noun) == 0 || g.Joints.In(noun) {
		return ""
	}
	if g.Attributes.Suffix(noun)+g.Tallies.Suffix(noun) > 0 || (g.isVerb(noun) || g.LightVerbs.Prefix(noun) > 0) && g.NounsOfKinds.Suffix(noun) < len(noun) {
		return ""
	}
	if g.findPredicate(noun) > 0 || g.VerbsAlone.Suffix(noun)+g.Verbs.Suffix(noun) > 0 && g.NounsOfKinds.Suffix(noun) == 0 {
		return ""
	}
	return noun
}

// partOf is the name of a part by its kind and the noun of the whole. It is "" where the kind says enough, or where it is not
// plain how the two go together.
func (g grammar) partOf(part, noun string, m *mark) string {
	if noun != "" && m.rest != "" {
		if own := strings.TrimPrefix(m.label, m.rest); !strings.HasSuffix(noun, own) {
			return ""
		}
		return part + noun
	}
	if noun == "" || part == "" || strings.ContainsAny(part, "、“”《》（）0123456789") && !strings.HasSuffix(m.pre, "的") || strings.HasPrefix(part, "其") || strings.HasPrefix(part, "第") {
		return ""
	}
	if g.UnitsOfPeople.Has(m.unit) && g.EndsOfPeople.Suffix(noun) == 0 {
		return "" // 街道司法所8人，其中取得资格的1人: nobody is a 司法所
	}
	if n := g.Generic.Suffix(noun); n > 0 && strings.HasSuffix(part, noun[len(noun)-n:]) {
		if g.newly(noun) > 0 && g.newly(part) == 0 {
			return within(noun, part) // 新设企业中的外商投资企业
		}
		return g.ofMatter(part[:len(part)-n], noun, n)
	}
	if shareWord(part, noun) || g.Decisions.Suffix(part) > 0 && g.NotDecided.Suffix(noun) > 0 {
		return "" // 确认违法 is said of cases, not of applications
	}
	switch {
	case strings.HasSuffix(m.pre, "的"):
		return part + "的" + noun
	case g.MattersReceived.Has(part):
		return within(noun, part)
	case g.ActsOfGovernment.Has(part):
		return "" // 罚款 of 行政处罚 says enough
	case g.KindsBeforeNouns.Suffix(part) > 0 || g.Levels.Suffix(part) == len(part):
		return part + noun
	case g.NounsOfKinds.Suffix(noun) > 0 && g.Verbs.Suffix(part)+g.ActsOfGovernment.Suffix(part) > 0 && g.Decisions.Suffix(part) == 0 && !g.isVerb(part) && g.LightVerbs.Prefix(part) == 0:
		return part + noun // 工伤认定行政复议案件
	case g.picksByDeed(part):
		return part + "的" + noun
	case strings.HasPrefix(part, "涉"), strings.HasSuffix(part, "类"):
		return part + noun
	case g.isVerb(part) || g.LightVerbs.Prefix(part) > 0 || g.findPredicate(part) > 0 || g.Prepositions.Prefix(part) > 0 || strings.Contains(part, "的"):
		return ""
	case g.NounsOfKinds.Suffix(noun) > 0:
		return part + noun
	}
	if g.isThing(part) && g.isThing(noun) && !g.Generic.Has(noun) {
		return within(noun, part)
	}
	return ""
}

// ofMatter is the name of a part that ends in the same n bytes as its whole, where the whole says to what its cases belong and the part does not:
// 民事法律援助案件 of 民事案件. 农药违法案件 of 违法案件 says enough, and its name is "".
func (g grammar) ofMatter(kind, noun string, n int) string {
	matter := noun[:len(noun)-n]
	switch at, ok := g.MattersOfParts.FindLast(matter); {
	case !ok || at.End < len(matter) || kind == "" || strings.Contains(kind, matter[at.Start:at.End]):
		return ""
	case g.isVerb(kind), g.LightVerbs.Prefix(kind) > 0, strings.Contains(kind, "的"):
		return ""
	case shareWord(kind, matter):
		return within(noun, kind+noun[len(matter):]) // 行政复议案件中的行政处罚案件
	}
	return kind + noun
}

// picksByDeed reports whether a part is named by what became of its things: 维持, 刑事拘留, 主办.
func (g grammar) picksByDeed(part string) bool {
	return g.onlyVerbs(part) || g.VerbsAlone.Has(part) || g.Outcomes.Has(part) || g.DeedsOfParts.Has(part) ||
		g.Decisions.Suffix(part)+g.VerbsAlone.Suffix(part)+g.DeedsOfParts.Suffix(part)+g.Verbs.Suffix(part) > 0
}

// isThing reports whether a name ends in a word for people, bodies or places, which can be counted for itself.
func (g grammar) isThing(name string) bool {
	return g.Agents.Suffix(name)+g.Generic.Suffix(name)+g.Doers.Suffix(name)+g.EndsOfPeople.Suffix(name)+g.EndsOfBodies.Suffix(name) > 0
}

// within says that a thing is one of others: 受援人中的农民工. It is "" of others that are named too shortly.
func within(noun, part string) string {
	if utf8.RuneCountInString(noun) < 3 {
		return ""
	}
	return noun + "中的" + part
}

// shareWord reports whether two names have two characters in a row in common, or the last one.
func shareWord(a, b string) bool {
	if x, _ := before(a, len(a)); strings.HasSuffix(b, string(x)) {
		return true
	}
	for i := range a {
		_, w := runeAt(a, i)
		if i+w < len(a) {
			_, next := runeAt(a, i+w)
			if strings.Contains(b, a[i:i+w+next]) {
				return true
			}
		}
	}
	return false
}

// nameInFull gives the parts their full names.
func (e *extractor) nameInFull() {
	for _, p := range e.parts {
		f := &e.r.Figures[p.figure]
		if f.Label == "" && !p.rest {
			continue
		}
		f.OwnKind = f.Label
		f.Label = p.name
		f.Own = report.OwnLabel(f.Label, f.Quote)
	}
}
