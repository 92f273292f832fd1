package correction

import "strings"

const (
	alike     = 0.4    // from which on one sentence is another made of the other
	sameWords = 0.75   // from which on sentences were only divided otherwise
	mostPairs = 10_000 // of sentences that are held against each other
	mostWords = 400    // characters of a sentence that are looked at
	mostSplit = 6      // sentences that are tried as one text divided otherwise
)

// pair says which sentence became which within a gap.
func pair(old, now []sentence) []passage {
	switch {
	case len(old) == 0 || len(now) == 0:
		return single(old, now)
	case len(old) != len(now) && len(old) <= mostSplit && len(now) <= mostSplit && likeness(wordsOf(joined(old)), wordsOf(joined(now))) >= sameWords:
		return []passage{{old: old, now: now}} // 甲。乙。 became 甲，乙。
	case len(old)*len(now) > mostPairs:
		return inOrder(old, now)
	}
	return aligned(old, now)
}

// single makes a passage of each sentence that has no other beside it.
func single(old, now []sentence) []passage {
	var out []passage
	for i := range old {
		out = append(out, passage{old: old[i : i+1]})
	}
	for i := range now {
		out = append(out, passage{now: now[i : i+1]})
	}
	return out
}

func joined(all []sentence) string { return strings.Join(keysOf(all), "") }

// inOrder holds the sentences of two long runs against each other one by one.
func inOrder(old, now []sentence) []passage {
	var out []passage
	n := min(len(old), len(now))
	for i := range n {
		if likeness(wordsOf(old[i].key), wordsOf(now[i].key)) >= alike {
			out = append(out, passage{old: old[i : i+1], now: now[i : i+1]})
		} else {
			out = append(out, single(old[i:i+1], now[i:i+1])...)
		}
	}
	return append(out, single(old[n:], now[n:])...)
}

// aligned pairs sentences, in their order, so that the pairs are as alike as can be.
func aligned(old, now []sentence) []passage {
	n, m := len(old), len(now)
	before, after := make([]words, n), make([]words, m)
	for i := range old {
		before[i] = wordsOf(old[i].key)
	}
	for k := range now {
		after[k] = wordsOf(now[k].key)
	}
	like := make([]float64, n*m)
	best := make([]float64, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for k := m - 1; k >= 0; k-- {
			s := likeness(before[i], after[k])
			if s < alike {
				s = -1
			}
			like[i*m+k] = s
			best[i*(m+1)+k] = max(best[(i+1)*(m+1)+k], best[i*(m+1)+k+1], best[(i+1)*(m+1)+k+1]+s)
		}
	}
	var out []passage
	i, k := 0, 0
	for i < n && k < m {
		s, here := like[i*m+k], best[i*(m+1)+k]
		switch {
		case s >= 0 && here == best[(i+1)*(m+1)+k+1]+s:
			out = append(out, passage{old: old[i : i+1], now: now[k : k+1]})
			i, k = i+1, k+1
		case here == best[(i+1)*(m+1)+k]:
			out = append(out, passage{old: old[i : i+1]})
			i++
		default:
			out = append(out, passage{now: now[k : k+1]})
			k++
		}
	}
	return append(out, single(old[i:], now[k:])...)
}

// words is how often each pair of neighbouring characters stands in a sentence.
type words struct {
	pairs map[[2]rune]int
	count int
}

func wordsOf(s string) words {
	w := words{pairs: map[[2]rune]int{}}
	last := rune(-1)
	for _, c := range s {
		if w.count == mostWords {
			break
		}
		w.pairs[[2]rune{last, c}]++
		w.count++
		last = c
	}
	return w
}

// likeness is how much of two sentences is the same, from 0 to 1.
func likeness(a, b words) float64 {
	if a.count+b.count == 0 {
		return 1
	}
	if len(a.pairs) > len(b.pairs) {
		a, b = b, a
	}
	common := 0
	for pair, n := range a.pairs {
		common += min(n, b.pairs[pair])
	}
	return 2 * float64(common) / float64(a.count+b.count)
}
