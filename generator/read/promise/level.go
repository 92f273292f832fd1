package promise

import (
	"strings"

	"mingfa/generator/report"
)

// A plan may name the total that there is to be, 增配到12部, or what is to be added to it, 增配12部.

// saysNew reports whether words say that a number is added: 增配12部, and not 增配到12部.
func (p *page) saysNew(words string) bool {
	for m, ok := p.words.PromiseNew.Find(words, 0); ok; m, ok = p.words.PromiseNew.Find(words, m.End) {
		rest := words[m.End:] // a label that ends here, 执法记录仪增配, says it without its 到
		if !strings.HasPrefix(rest, "到") && !strings.HasPrefix(rest, "至") && !strings.HasPrefix(rest, " ") {
			return true
		}
	}
	return false
}

// isLess reports whether a figure states less than the goal.
func isLess(f, goal *report.Figure) bool {
	value, ok := f.Decimal()
	want, okWant := goal.Decimal()
	return ok && okWant && value.Cmp(want) < 0
}
