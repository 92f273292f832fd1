package figure

// byRune holds values by a character. The scanner and the labeller ask it at
// nearly every character, and nearly always for one that it does not hold: a
// place is then empty at the first look, which no map of the language is as
// quick to say.
type byRune[V any] struct {
	keys   []rune // 0 is an empty place; three in four are
	values []V    // of the key at the same place
}

func newByRune[V any](m map[rune]V) byRune[V] {
	size := 4
	for size < 4*len(m) {
		size *= 2
	}
	t := byRune[V]{make([]rune, size), make([]V, size)}
	for r, v := range m {
		i := t.place(r)
		t.keys[i], t.values[i] = r, v
	}
	return t
}

// place is where r stands, or the empty place where it would. Characters
// follow each other closely enough in Unicode for their last bits to spread
// them.
func (t *byRune[V]) place(r rune) int {
	i := int(r) & (len(t.keys) - 1)
	for t.keys[i] != 0 && t.keys[i] != r {
		i = (i + 1) & (len(t.keys) - 1)
	}
	return i
}

// get is the value of r, the zero value when it has none. The values, which
// take much more memory than the keys, are then left alone.
func (t *byRune[V]) get(r rune) (v V) {
	if i := t.place(r); t.keys[i] != 0 {
		v = t.values[i]
	}
	return v
}

// trim takes the characters that edge accepts off both ends of s.
func trim(s string, edge func(rune) bool) string {
	for s != "" {
		r, w := runeAt(s, 0)
		if !edge(r) {
			break
		}
		s = s[w:]
	}
	for s != "" {
		r, w := before(s, len(s))
		if !edge(r) {
			break
		}
		s = s[:len(s)-w]
	}
	return s
}

// hasRune reports whether set, of a few characters, holds r.
func hasRune(set string, r rune) bool {
	for _, q := range set {
		if q == r {
			return true
		}
	}
	return false
}
