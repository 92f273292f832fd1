package lexicon

// join makes two units count the same, and with them those that count the same
// as either.
func (l *Lexicon) join(a, b string) {
	first := func(unit string) string {
		if f, ok := l.same[unit]; ok {
			return f
		}
		return unit
	}
	from, to := first(b), first(a)
	for unit, f := range l.same {
		if f == from {
			l.same[unit] = to
		}
	}
	l.same[a], l.same[b] = to, to
}

// SameUnit reports whether two units count the same things, as 件 and 起 do:
// 受理案件12起 and 结案12件 are of one kind.
func (l *Lexicon) SameUnit(a, b string) bool {
	if a == b {
		return true
	}
	first, ok := l.same[a]
	return ok && first == l.same[b]
}

// FirstUnit is one unit for all that count the same: 件 for 起 and 宗.
func (l *Lexicon) FirstUnit(unit string) string {
	if first, ok := l.same[unit]; ok {
		return first
	}
	return unit
}
