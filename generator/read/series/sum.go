package series

// bySum links what there is altogether with what there was the year before, where
// the sentence says what was added and the three agree: 建成调解室12个 then, 新建调解室3个，
// 调解室达到15个 now.
func (m *matcher) bySum() {
	var then map[string][]int // by unit and value
	for i := 1; i < len(m.now.list); i++ {
		added, total := &m.now.list[i-1], &m.now.list[i]
		if !added.isNew || total.isNew || added.unit != total.unit || added.context.Start != total.context.Start || !added.f.Exact() || !total.f.Exact() {
			continue
		}
		x, okX := added.f.Decimal()
		sum, okSum := total.f.Decimal()
		if !okX || !okSum {
			continue
		}
		if then == nil {
			then = m.before.byValue()
		}
		found, n := 0, 0
		for _, at := range then[total.unit+"\t"+sum.Sub(x).String()] {
			if sameNoun(m.before.list[at].core, total.core, added.core) {
				found = at
				n++
			}
		}
		if n == 1 && !m.takenThen[found] && !m.isTaken(i) {
			m.link(Link{Before: found, Now: i, By: ByWords, Score: 95})
		}
	}
}

// byValue is what there was altogether, by unit and value.
func (ms *Measures) byValue() map[string][]int {
	at := map[string][]int{}
	for i := range ms.list {
		v := &ms.list[i]
		d, ok := v.f.Decimal()
		if k := v.unit + "\t" + d.String(); ok && !v.isNew && v.f.Exact() && len(at[k]) < mostAlike {
			at[k] = append(at[k], i)
		}
	}
	return at
}

// sameNoun reports whether what was counted ends in the same noun as one of two
// others: 服务站.
func sameNoun(was string, others ...string) bool {
	for _, other := range others {
		if _, back := common(was, other); back >= len("调解") || was != "" && was == other {
			return true
		}
	}
	return false
}
