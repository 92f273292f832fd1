package figure

import "strings"

// nameSize names how large the thing is that 的 joins to a size: 法治文化公园占地 of 建成占地1200平方米的法治文化公园. It is false for other figures.
func (l *labeller) nameSize(m *mark, p phrase) bool {
	thing, ok := strings.CutPrefix(m.post, "的")
	n := l.SizesNamed.Suffix(p.core)
	if !ok || n == 0 || !l.UnitsOfSize.Has(m.unit) || m.of != "" || m.pair != single {
		return false
	}
	noun := l.owner(l.nounOf(thing))
	if noun == "" {
		return false
	}
	m.label, m.subject = noun+p.core[len(p.core)-n:], noun
	return true
}
