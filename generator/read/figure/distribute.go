package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
)

// distribute names the figures of a clause with 分别, one item of the list
// before it each: 农村供电可靠率、自来水普及率分别达99.9%、94.5%. It is false when the clause
// has no such list.
func (l *labeller) distribute(c *clause, i int) bool {
	s := l.s
	if l.pairEach(c, i) {
		return true
	}
	if c.last-c.first < 2 {
		return false
	}
	for k := c.first; k < c.last; k++ {
		if s.marks[k].clause != i {
			return false
		}
	}
	first := &s.marks[c.first]
	listed := l.listBefore(c, i)
	if listed == "" && l.changesOf(c, i) {
		return true
	}
	at := strings.LastIndex(first.pre, "分别")
	if at < 0 {
		return l.sharedStandard(c) || l.eachLevel(c, i)
	}
	if l.eachNamed(c, at) {
		first.pre = first.pre[at+len("分别"):]
		return false
	}
	n := c.last - c.first
	subjects := strings.TrimPrefix(first.pre[:at], "其中")
	verb := l.parse(first.pre[at+len("分别"):])
	items, rest := l.listIn(first.pre[at+len("分别"):], n)
	if verb.changes {
		subjects = l.cutComparison(subjects) // 案件数与罚没款较上年分别增长
	}
	if listed != "" {
		subjects = listed
	}
	if items != nil {
		verb = phrase{}
	} else if span, of := spanOf(first.pre[:at], n); span != nil {
		items, rest = span, of // 一季度至四季度分别受理12件、15件、9件、8件
	} else if items, rest = l.listOf(subjects, n); items == nil {
		return false
	} else {
		rest = l.cutCount(items, rest)
	}
	for j := range items {
		m := &s.marks[c.first+j]
		if j > 0 && verb.changes {
			verb = l.ownChange(m.pre, verb)
		}
		m.changes = verb.changes
		m.label = l.shorten(withShared(l.parse(items[j]).core, rest))
		if m.label == "" || m.label == rest {
			m.label = items[j] + rest
		}
		m.subject = m.label
		if verb.share && l.isRate(m.unit) {
			m.label += "占比" // 民事、行政案件分别占12.8%、5%
		} else if verb.core != "" && (verb.changes || l.onlyVerbs(verb.core)) {
			m.label += verb.core
		} else if verb.core != "" && rest == "" {
			m.label = l.shorten(m.label + verb.core) // 2022年、2023年分别办理案件
		}
		l.subject, l.unit, l.clause, l.whole, l.last = m.subject, m.unit, i, m.subject, m.label
		l.withTopic(m)
	}
	if !verb.changes {
		l.subject = l.ofTally(rest) // 一审、二审案件数分别为12件、3件，败诉2件: of all, not of the last
		if l.sharedTail(rest) == len(rest) {
			l.subject = "" // 城市低保、农村低保标准分别为815元、615元，惠及2.3万人
		}
		l.whole = l.subject
	}
	return true
}

// changesOf names the changes of a clause that says nothing else, one for each
// figure of the clause before: 主体57个、人员3218名，较上年分别增加2个、146名. With 分别 they may be
// of the figures of several clauses, and totals or shares of the same things. It is false
// for any other clause.
func (l *labeller) changesOf(c *clause, i int) bool {
	s := l.s
	n := c.last - c.first
	if c.first < n {
		return false
	}
	wholes := s.valuesBefore(c.first, n)
	if wholes == nil {
		return false
	}
	from := wholes[0]
	of := &s.clauses[s.marks[from].clause]
	if of.inBrackets || of.sentence != c.sentence {
		return false
	}
	pre := s.marks[c.first].pre
	each := strings.Contains(pre, "分别")
	matched := of.last == c.first && of.last-of.first == n || each && (s.marks[from].leads && s.eachAlone(from, i) || s.eachBecame(from, c.first))
	if !matched && !each {
		return false
	}
	p := l.parse(strings.Replace(pre, "分别", "", 1))
	if !matched && !s.precede(s.wasBefore(from), i) && !l.ratesPrecede(c, n) {
		for j := c.first; j < c.last && l.Changing.Suffix(p.core) == len(p.core); j++ {
			s.marks[j].changed = unsure
		}
		return false
	}
	if p.core == "" && each {
		p.core, _, _ = strings.Cut(pre, "分别") // 总数分别达
	}
	total := each && p.core != "" && l.Attributes.Suffix(p.core) == len(p.core)
	if each && strings.HasSuffix(p.core, "率") && l.needsSubject(p.core, utf8.RuneCountInString(p.core), true) {
		total = true // 结案率分别为100%、91.7%
	}
	if each && p.share && l.isRate(s.marks[c.first].unit) {
		p.core, total = "占比", true // 分别占总数的12%和3%
	}
	if !total && (!p.changes || l.Changing.Suffix(p.core) != len(p.core)) {
		return false
	}
	for j, at := range wholes {
		w, m := &s.marks[at], &s.marks[c.first+j]
		if w.pair != single && w.pair != later || w.changes || !l.isRate(m.unit) && m.unit != w.unit || j > 0 && m.pre != "" && !(each && l.parse(m.pre).changes) || m.post != "" {
			return false
		}
	}
	l.nameEach(c, wholes, p)
	return true
}

// valuesBefore is the last n marks before mark k, of each pair (由350起降到302起) what it has become. It is nil where there are fewer.
func (s *scanner) valuesBefore(k, n int) []int {
	values := make([]int, n)
	for j := n - 1; j >= 0; j-- {
		if k--; k < 0 {
			return nil
		}
		values[j] = k
		k = s.wasBefore(k)
	}
	return values
}

// wasBefore is the mark that holds what mark k was, right before it, and k itself where there is none.
func (s *scanner) wasBefore(k int) int {
	if m := &s.marks[k]; k > 0 && m.pair == later && m.former == 0 && s.marks[k-1].pair == earlier {
		return k - 1
	}
	return k
}

// nameEach names the figures of a clause after as many before them, of which p
// says what has changed, their total or their share.
func (l *labeller) nameEach(c *clause, wholes []int, p phrase) {
	s := l.s
	for j, at := range wholes {
		w, m := &s.marks[at], &s.marks[c.first+j]
		if j > 0 {
			p = l.ownChange(m.pre, p)
		}
		m.label, m.subject, m.carried, m.changes = l.shorten(w.label+p.core), w.subject, true, p.changes
		if p.changes {
			m.changed = at + 1
		}
		if other := &s.marks[wholes[(j+1)%len(wholes)]]; other.label == w.label && other.unit != w.unit && len(w.unit) > len("次") {
			m.label = l.shorten(w.label + w.unit + p.core) // 来访20批次、160人次
		}
		l.last, l.rate = m.label, ""
	}
}

// ownChange is the change of an item of a list: that of the words right before its numeral, and the
// one before it where they name none. 分别上升3.1个百分点、下降2.4个百分点 and 分别少1件和多2件 go two ways.
func (g grammar) ownChange(words string, before phrase) phrase {
	if own := g.parse(words); own.changes && g.Changing.Suffix(own.core) == len(own.core) {
		return own
	}
	return before
}

// unsure marks a change of which it is not plain what has changed.
const unsure = -1

// eachAlone reports whether the marks from first on stand in one clause each, up to clause i: 其中企业120户，个体户340户，分别增长4%、8%.
func (s *scanner) eachAlone(first, i int) bool {
	for k := first; k < s.clauses[i].first; k++ {
		if c := &s.clauses[s.marks[k].clause]; c.last-c.first != 1 || c.inBrackets || c.stop != '，' && c.stop != '、' {
			return false
		}
	}
	return s.marks[s.clauses[i].first-1].clause == i-1
}

// ratesPrecede reports whether the n changes of a clause are in percentage points and the n figures
// before them are the only rates of the sentence: 受理工单3万件，办结率99%，满意率96%，分别提升1.2个、2.6个百分点.
func (l *labeller) ratesPrecede(c *clause, n int) bool {
	s := l.s
	for k := c.first - n; k < c.last; k++ {
		m := &s.marks[k]
		if k < c.first && (m.unit != "%" || m.changes || s.clauses[m.clause].inBrackets) || k >= c.first && m.unit != "个百分点" {
			return false
		}
	}
	before := c.first - n - 1
	return before < 0 || s.clauses[s.marks[before].clause].sentence != c.sentence || !l.isRate(s.marks[before].unit)
}

// precede reports whether the figures right before clause i, from mark first on,
// are all of a sentence or of what stands after ； or after words alone.
func (s *scanner) precede(first, i int) bool {
	opens := s.marks[first].clause
	if s.clauses[opens].first != first {
		return false
	}
	for at := opens; at < i; at++ {
		if s.clauses[at].inBrackets || s.clauses[at].stop != '，' {
			return false
		}
	}
	return opens == 0 || s.clauses[opens-1].stop != '，' || s.clauses[opens-1].last == 0
}

// listIn finds the list in 分别在党委会、办公会上研究工作4次和6次.
func (g grammar) listIn(words string, n int) ([]string, string) {
	words, ok := strings.CutPrefix(words, "在")
	if !ok {
		return nil, ""
	}
	at := strings.Index(words, "上")
	if at < 0 {
		return nil, ""
	}
	items := g.splitList(words[:at])
	if len(items) != n {
		return nil, ""
	}
	return items, g.parse(words[at+len("上"):]).core
}

// listOf splits words at 、 and 和 into n items and what follows the last one
// that all share: 汽车用锂电池、太阳能电池、工业机器人产量 is three and 产量. 城乡低保标准 is 城市 and
// 农村 to two figures.
func (g grammar) listOf(words string, n int) ([]string, string) {
	words = strings.Trim(words, "，、： ")
	if at := strings.LastIndexAny(words, "，；。"); at >= 0 {
		words = words[at+len("，"):]
	}
	if n == 2 && strings.Contains(words, "城乡") && !strings.Contains(words, "、") {
		return []string{strings.Replace(words, "城乡", "城市", 1), strings.Replace(words, "城乡", "农村", 1)}, ""
	}
	items := strings.Split(words, "、")
	if len(items) != n || strings.ContainsAny(words, "“《") {
		items = g.splitList(words)
	}
	if len(items) > n {
		items = items[len(items)-n:]
	}
	if len(items) != n || n < 2 {
		return nil, ""
	}
	if rest := g.fullLevels(items); rest != "" {
		return items, rest
	}
	last := items[n-1]
	rest := g.shared(items[:n-1], &last, items)
	if rest == "" {
		g.shareFront(items)
		shareAttribute(items)
	}
	return items, rest
}

// shareAttribute puts what describes the first item of a list before the others:
// 因公开引发的 in 因公开引发的复议、诉讼.
func shareAttribute(items []string) {
	const longest = 10 * len("的")
	at := strings.LastIndex(items[0], "的") + len("的")
	if at < len("引发的") || at > longest || at == len(items[0]) {
		return
	}
	for _, item := range items[1:] {
		if strings.Contains(item, "的") {
			return
		}
	}
	for j := range items[1:] {
		items[j+1] = items[0][:at] + items[j+1]
	}
}

// shareFront puts what the first item says and the others leave out before
// these: 案件 in 案件受理量、办结量.
func (g grammar) shareFront(items []string) {
	for j := 1; j < len(items); j++ {
		size := g.Tallies.Suffix(items[j])
		whole := len(items[0]) - len(items[j])
		if size == 0 || whole < 2*len("案") || g.Attendances.Suffix(items[0][:len(items[0])-size]) > 0 || !g.onlyVerbs(items[j][:len(items[j])-size]) || g.Tallies.Suffix(items[0]) != size || !utf8.RuneStart(items[0][whole]) || !g.onlyVerbs(items[0][whole:len(items[0])-size]) {
			return
		}
	}
	for j := 1; j < len(items); j++ {
		items[j] = items[0][:len(items[0])-len(items[j])] + items[j]
	}
}

// shared finds the words at the end of the last item that belong to all of
// them: 产量 of 电池、机器人产量, 增加值 of 一、二、三产业增加值.
func (g grammar) shared(before []string, last *string, items []string) string {
	for _, item := range before {
		if g.Attributes.Suffix(item) > 0 || g.Tallies.Suffix(item) > 0 {
			return ""
		}
	}
	if n := g.levelsOnly(before, *last); n > 0 {
		rest := (*last)[n:]
		items[len(items)-1] = (*last)[:n]
		return rest
	}
	n := g.sharedTail(*last)
	if n == 0 || n >= len(*last) {
		return ""
	}
	if verb := tail((*last)[:len(*last)-n], 2*len("破")); strings.HasSuffix(*last, "率") && len(verb)+n < len(*last) && (g.onlyVerbs(verb) || g.VerbsAlone.Has(verb)) {
		n += len(verb) // 命案、重大案件破案率: all share 破案率
	} else if g.Tallies.Suffix(*last) > 0 && len(verb)+n < len(*last) && g.ActsOfGovernment.Has(verb) && !g.anyEndsIn(before, g.ActsOfGovernment) {
		n += len(verb) // 公共场所、学校卫生处罚件数
	}
	rest := (*last)[len(*last)-n:]
	items[len(items)-1] = strings.TrimSuffix(*last, rest)
	return rest
}

// withShared puts what all items of a list share behind one of them, unless it ends in
// the same noun: 命案 and 案件.
func withShared(item, rest string) string {
	const shortest = 2 * len("低") // of what both say
	for n := len(rest) - len("准"); n >= shortest; n -= len("准") {
		if utf8.RuneStart(rest[n]) && strings.HasSuffix(item, rest[:n]) {
			return item + rest[n:] // 城市低保、农村低保标准
		}
	}
	if last, _ := before(item, len(item)); last != 0 && last == peek(rest, 0) || strings.HasSuffix(item, rest) {
		return item
	}
	return item + rest
}

// sharedTail is the length of the attribute, with 产业 and the like before it,
// that words end in.
func (g grammar) sharedTail(words string) int {
	n := max(g.SharedTails.Suffix(words), g.Attributes.Suffix(words))
	return n + g.SharedTails.Suffix(words[:len(words)-n]) // 食品、药品案件占比
}

// splitList splits at 、 和 与 及 outside quotation marks; 和 counts only before
// the last item.
func (g grammar) splitList(words string) []string {
	var items []string
	start := 0
	for i := 0; i < len(words); {
		r, w := runeAt(words, i)
		if classOf(r) == quote && closing(r) != r {
			if j := strings.IndexRune(words[i:], closing(r)); j > 0 {
				i += j
				continue
			}
		}
		if r == '、' {
			items = append(items, words[start:i])
			start = i + w
		}
		i += w
		if next := peek(words, i); strings.ContainsRune("”》’」", r) && classOf(next) == quote {
			items = append(items, words[start:i]) // “甲”“乙”
			start = i
		}
	}
	last := words[start:]
	if joint, ok := g.joint(last); ok {
		return append(items, last[:joint.Start], last[joint.End:])
	}
	return append(items, last)
}

// joint is where the last two items of a list are joined: 和 rather than 及, and
// 及 not that of 普及率. Items are not empty.
func (g grammar) joint(words string) (joint lexicon.Match, found bool) {
	for m, ok := g.Joints.Find(words, 0); ok; m, ok = g.Joints.Find(words, m.End) {
		if m.Start > 0 && m.End < len(words) && (!found || m.Word < joint.Word) {
			joint, found = m, true
		}
	}
	return joint, found
}

// sharedStandard names 城乡低保标准提高到815元和615元: one figure for the towns, one for the
// country.
func (l *labeller) sharedStandard(c *clause) bool {
	s := l.s
	first := &s.marks[c.first]
	if c.last-c.first != 2 || !strings.Contains(first.pre, "城乡") || s.marks[c.first+1].unit != first.unit {
		return false
	}
	second := &s.marks[c.first+1]
	if gap := s.text[first.next:second.start]; gap != "和" && gap != "、" {
		return false
	}
	p := l.parse(first.pre)
	core := p.core
	first.changes, second.changes = p.changes, p.changes
	first.label = l.shorten(strings.Replace(core, "城乡", "城市", 1))
	second.label = l.shorten(strings.Replace(core, "城乡", "农村", 1))
	first.subject, second.subject = first.label, second.label
	l.subject, l.unit, l.last, l.clause = core, first.unit, second.label, first.clause
	return true
}
