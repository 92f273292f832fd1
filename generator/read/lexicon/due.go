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
	return ok && !strings.ContainsAny(before[m.End:], "尽的") && !l.came(before[m.End:])
}

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
