package figure

import "strings"

// besideAverage is the name of a rate of a whole province or city that the rate before it is held against: 全省平均败诉率 of 败诉率7.6%，低于全省平均的11.2%.
// It reports whether mark m is such a rate; of 高于全省平均1.5% nobody can say whether that is the average or what is between, and the name is "".
func (l *labeller) besideAverage(m *mark) (label string, ok bool) {
	words := strings.TrimLeft(m.pre, "，、")
	rest, found := strings.CutPrefix(words, "低于")
	if !found {
		rest, found = strings.CutPrefix(words, "高于")
	}
	n := l.WholeBodies.Prefix(rest)
	if !found || n == 0 || m.unit != "%" || m.post != "" {
		return "", false
	}
	average, ok := strings.CutPrefix(rest[n:], "平均")
	if !ok {
		return "", false
	}
	of := l.rate
	if average != "的" && average != "水平的" && average != "值的" || !strings.HasSuffix(of, "率") || l.startsAnew(m.clause) {
		return "", true
	}
	return l.shorten(rest[:n] + "平均" + of[l.WholeBodies.Prefix(of):]), true
}
