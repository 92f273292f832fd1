package lexicon

import (
	"strings"
	"unicode"
)

// IsForecast reports whether the words of a clause before a number say that it is expected and
// not there yet: 预计全年办理案件. 预计办理20件，实际办理 says what was.
func (l *Lexicon) IsForecast(before string) bool {
	m, ok := l.Forecasts.FindLast(before)
	return ok && !l.came(before[m.End:])
}

// IsDue reports whether the words of a clause before a number say what was to be done and not
// what was: 任务数为抽检食品, 要求各单位每年集体学法, 应抽检食品. A number with a bound is a rule where
// it is of each year or month: 每年集体学法不少于4次.
func (l *Lexicon) IsDue(before string, bounded bool) bool {
	if bounded && l.EachPeriod.In(before) {
		return true
	}
	if l.IsDemanded(before) || l.IsTask(before) {
		return true
	}
	m, ok := l.Owed.FindLast(before)
	return ok && !strings.Contains(before[m.End:], "尽") && l.namesOwed(before[m.End:]) && !l.came(before[m.End:])
}

// IsDueBehind reports whether the words of a clause behind a number say that so much was to be done:
// 件案件应当由负责人出庭应诉. 件应公开的信息全部公开 says what was.
func (l *Lexicon) IsDueBehind(after string) bool {
	m, ok := l.Owed.FindLast(after)
	return ok && !strings.Contains(after[m.End:], "尽") && !l.OwedDone.In(after[m.End:])
}

// namesOwed reports whether the words between 应当 and a number name no other thing than what is owed: they have
// no 的 (应抽检食品), or it ends them or stands before a plain noun (应当出庭的案件). Behind 的 a verb of its
// own says what was done: 对应当修改的文件提出意见.
func (l *Lexicon) namesOwed(words string) bool {
	at := strings.LastIndex(words, "的")
	if at < 0 {
		return true
	}
	noun := words[at+len("的"):]
	for n := 1; n > 0; {
		n = l.Bridges.Suffix(noun)
		noun = noun[:len(noun)-n]
	}
	if strings.ContainsFunc(noun, isNoHan) {
		return false
	}
	n := l.OwedThings.Suffix(noun)
	return noun == "" || n > 0 && !l.Verbs.In(noun[:len(noun)-n])
}

// isNoHan reports whether a character is a digit or a mark, which parts clauses.
func isNoHan(r rune) bool { return unicode.IsDigit(r) || unicode.IsPunct(r) }

// IsDemanded reports whether the words say what others are told to do: 要求各单位每年集体学法.
func (l *Lexicon) IsDemanded(before string) bool {
	m, ok := l.Demands.FindLast(before)
	return ok && (l.EachPeriod.In(before[m.End:]) || l.DemandedTerms.In(before[m.End:])) && !l.came(before[m.End:])
}

// IsTask reports whether the words give the number of a task: 任务数为抽检食品.
func (l *Lexicon) IsTask(before string) bool {
	m, ok := l.Tasks.FindLast(before)
	return ok && !l.GoalsMeasured.In(before[:m.Start]) && !l.came(before[m.End:])
}

// came reports whether words behind a forecast or a task name its number and go on with what came
// of it: 1200批次，实际抽检.
func (l *Lexicon) came(words string) bool {
	at := strings.LastIndexFunc(words, unicode.IsDigit)
	return at >= 0 && l.GoalsMet.In(words[at:])
}
