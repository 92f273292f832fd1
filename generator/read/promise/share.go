package promise

import (
	"strings"

	"mingfa/generator/report"
)

// numerator is what a number is that a planned rate may be a share by: of what, and what has to stand before the whole so
// that the rate may be said to be missed.
type numerator struct {
	subject []rune
	whole   string
}

// numeratorOf reads the words before a number, or those right behind it, as what is done of the rate: 成功调解425件 of 调解
// 成功率, 调处成功119件 of 调处率, 83人合格 of 合格率.
func (p *page) numeratorOf(subject []rune, deed, own, behind string) (numerator, bool) {
	own = p.withoutEnds(own)
	if own == "" && strings.TrimSuffix(behind, "了") == deed {
		return numerator{subject, ""}, true
	}
	if rest := own[:len(own)-p.words.PromiseWell.Suffix(own)]; rest != own && strings.HasSuffix(rest, deed) && p.isOfRate(subject, strings.TrimSuffix(rest, deed)) {
		return numerator{subject, ""}, true
	}
	if rest := own[p.words.PromiseWell.Prefix(own):]; rest != own && rest == deed { // 成功调处
		return numerator{subject, ""}, true
	}
	key := string(subject)
	verb, ok := strings.CutPrefix(own, deed) // 成功｜调解
	if ok && len(verb) >= len("调解") && strings.HasSuffix(key, verb) {
		if of := trimmed([]rune(strings.TrimSuffix(key, verb))); len(of) > 0 {
			return numerator{of, verb}, true
		}
		return numerator{nil, verb}, true
	}
	of, ok := strings.CutSuffix(own, deed)
	if !ok || !p.isOfRate(subject, of) {
		return numerator{}, false
	}
	if rest := trimmed([]rune(strings.TrimSuffix(key, of))); p.words.PromiseOnTime.Has(of) && len(rest) >= shortestKey { // 受理120件，按期结案118件
		return numerator{rest, deed}, true
	}
	return numerator{subject, ""}, true
}

// isOfRate reports whether words before what is done say nothing else than the rate's name does: 评为 of 评为优秀.
func (p *page) isOfRate(subject []rune, of string) bool {
	return of == "" || strings.HasSuffix(of, "为") || p.words.PromiseFoster.Has(of) || strings.HasSuffix(string(subject), of)
}

// toldOf is a verdict that may be taken back: that a rate was missed, where the whole counts more than the rate is of.
func toldOf(status report.PromiseStatus, n numerator, before string) report.PromiseStatus {
	if status == report.PromiseUnmet && n.whole != "" && !strings.Contains(before, n.whole) {
		return report.PromiseUnclear
	}
	return status
}
