package correction

import (
	"slices"
	"sort"
)

// part is a run of sentences.
type part struct{ start, end int }

func (p part) len() int { return p.end - p.start }

// gap is a run of sentences before and the run that stands in its place now.
type gap struct{ a, b part }

// gaps lists where two texts differ, in order. Sentences that stand once in both
// texts, in the same order, hold the others apart: a report repeats few of its
// sentences, so that what lies between two such anchors is short.
func gaps(a, b []string) []gap {
	d := differ{a: a, b: b}
	d.compare(gap{part{0, len(a)}, part{0, len(b)}}, 0)
	return d.found
}

type differ struct {
	a, b  []string
	found []gap
}

const (
	deepest  = 8       // how often a run is divided by anchors of its own
	mostCell = 250_000 // of the table by which a run without anchors is compared
)

func (d *differ) compare(g gap, depth int) {
	for g.a.len() > 0 && g.b.len() > 0 && d.a[g.a.start] == d.b[g.b.start] {
		g.a.start, g.b.start = g.a.start+1, g.b.start+1
	}
	for g.a.len() > 0 && g.b.len() > 0 && d.a[g.a.end-1] == d.b[g.b.end-1] {
		g.a.end, g.b.end = g.a.end-1, g.b.end-1
	}
	switch {
	case g.a.len() == 0 && g.b.len() == 0:
		return
	case g.a.len() == 0 || g.b.len() == 0:
		d.found = append(d.found, g)
		return
	}
	var same [][2]int
	if depth < deepest {
		same = d.anchors(g)
	}
	if len(same) > 0 {
		depth++
	} else if g.a.len()*g.b.len() <= mostCell {
		if same = d.table(g); len(same) > 0 {
			depth = deepest // what lies between has nothing in common
		}
	}
	if len(same) == 0 {
		d.found = append(d.found, g)
		return
	}
	from := g
	for _, s := range same {
		from.a.end, from.b.end = s[0], s[1]
		d.compare(from, depth)
		from.a.start, from.b.start = s[0]+1, s[1]+1
	}
	from.a.end, from.b.end = g.a.end, g.b.end
	d.compare(from, depth)
}

// anchors are the longest run of sentences, each once in both parts, that have kept
// their order.
func (d *differ) anchors(g gap) [][2]int {
	type count struct{ a, b, at int }
	seen := make(map[string]*count, g.a.len())
	for i := g.a.start; i < g.a.end; i++ {
		if c := seen[d.a[i]]; c != nil {
			c.a++
		} else {
			seen[d.a[i]] = &count{a: 1, at: i}
		}
	}
	for i := g.b.start; i < g.b.end; i++ {
		if c := seen[d.b[i]]; c != nil {
			c.b++
		}
	}
	var both [][2]int // by the place now
	for i := g.b.start; i < g.b.end; i++ {
		if c := seen[d.b[i]]; c != nil && c.a == 1 && c.b == 1 {
			both = append(both, [2]int{c.at, i})
		}
	}
	return rising(both)
}

// rising is the longest subsequence whose first numbers rise.
func rising(pairs [][2]int) [][2]int {
	var tops []int                    // index in pairs of the least end of a run of each length
	before := make([]int, len(pairs)) // the pair before each in its run
	for i := range pairs {
		k := sort.Search(len(tops), func(k int) bool { return pairs[tops[k]][0] >= pairs[i][0] })
		before[i] = -1
		if k > 0 {
			before[i] = tops[k-1]
		}
		if k == len(tops) {
			tops = append(tops, i)
		} else {
			tops[k] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	var run [][2]int
	for i := tops[len(tops)-1]; i >= 0; i = before[i] {
		run = append(run, pairs[i])
	}
	slices.Reverse(run)
	return run
}

// table finds the longest common subsequence of a short run.
func (d *differ) table(g gap) [][2]int {
	n, m := g.a.len(), g.b.len()
	best := make([]int, (n+1)*(m+1)) // of what stands from i and k on
	at := func(i, k int) *int { return &best[i*(m+1)+k] }
	for i := n - 1; i >= 0; i-- {
		for k := m - 1; k >= 0; k-- {
			if d.a[g.a.start+i] == d.b[g.b.start+k] {
				*at(i, k) = *at(i+1, k+1) + 1
			} else {
				*at(i, k) = max(*at(i+1, k), *at(i, k+1))
			}
		}
	}
	var same [][2]int
	for i, k := 0, 0; i < n && k < m; {
		switch {
		case d.a[g.a.start+i] == d.b[g.b.start+k]:
			same = append(same, [2]int{g.a.start + i, g.b.start + k})
			i, k = i+1, k+1
		case *at(i+1, k) >= *at(i, k+1):
			i++
		default:
			k++
		}
	}
	return same
}
