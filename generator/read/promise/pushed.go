package promise

import "strings"

// Words that name a deed may say that it is only worked at, or that it was put aside: 推进实体化运行, 《…办法》修订列入议程.

// isOnlyPushed reports whether words name what an item ends in only behind a word that somebody works at it: 进一步推进实体化运行,
// and nowhere that it is so.
func (p *page) isOnlyPushed(it *item, words string) bool {
	key := it.full
	if len(key) < shortestKey || key[len(key)-1] == 0 || key[len(key)-2] == 0 {
		return false
	}
	end, isPushed := string(key[len(key)-2:]), false
	for clause := range strings.FieldsFuncSeq(words, func(r rune) bool { return strings.ContainsRune("，,。；;", r) }) {
		at := strings.LastIndex(clause, end)
		if at < 0 {
			continue
		}
		m, ok := p.words.PromisePushed.FindLast(clause[:at])
		if !ok || p.inItem(it, clause[m.Start:m.End]) {
			return false
		}
		isPushed = true
		rest := it.withoutName(clause[m.End:])
		if p.words.PromiseBuilt.In(rest) || p.words.PromiseIssued.In(rest) || p.words.PromiseFinished.In(rest) {
			return false
		}
	}
	return isPushed
}

// isShelved reports whether words say that a document is only on a list or was put aside, and not behind that that it came
// out: 修订列入议程, 因上位法调整暂缓印发. In 暂缓执行原标准 something else is put aside.
func (p *page) isShelved(it *item, words string) bool {
	const documents = toIssue | toRevise | toCompile
	if it.deed.class&documents == 0 || it.goal >= 0 {
		return false
	}
	m, ok := p.words.PromiseShelved.FindLast(words)
	if !ok || p.inItem(it, words[m.Start:m.End]) {
		return false
	}
	rest := words[m.End:]
	_, n := deedAt(p.words, done(p.words), rest)
	if _, isVerb := deedAt(p.words, planned(p.words), rest); isVerb > n {
		n = isVerb
	}
	isEnd := strings.IndexAny(rest[n:], "，,。；;") == 0 || rest[n:] == "" || strings.HasPrefix(rest, "项目")
	return isEnd && !it.deed.did(p.words, rest[n:]) && !p.words.PromiseIssued.In(rest[n:])
}
