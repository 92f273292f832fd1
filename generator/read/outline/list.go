package outline

// list is a run of numbers of one family under one parent.
type list struct {
	family family
	after  int   // the line of the parent, or the one before the body
	prior  int   // the last number of the family's list before, 0 when there is none
	heads  []int // indexes in parser.heads
}

// lists groups the headings. A heading closes the lists of the families below
// its own; one without a number those below the section it stands in.
func (p *parser) lists() []list {
	var all []list
	var open [families]int // index in all, and one
	var prior [families]int
	outer := part - 1
	shut := func(from family) {
		for f := from; f < families; f++ {
			if open[f] > 0 {
				l := all[open[f]-1]
				prior[f] = p.heads[l.heads[len(l.heads)-1]].n
			}
			open[f] = 0
		}
	}
	parent := [families]int{}
	for f := range parent {
		parent[f] = p.body - 1
	}
	for i := range p.heads {
		h := &p.heads[i]
		if h.opensSection() {
			outer = h.family
		}
		if h.bare {
			outer = h.within
			shut(outer + 1)
			for f := outer + 1; f < families; f++ {
				parent[f], prior[f] = h.line, 0
			}
			continue
		}
		if h.family >= families {
			if h.family == attached {
				outer = part - 1
			}
			shut(outer + 1)
			continue
		}
		shut(h.family + 1)
		for f := h.family + 1; f < families; f++ {
			parent[f] = h.line
		}
		if open[h.family] == 0 || p.beginsAnew(all[open[h.family]-1], i) {
			all = append(all, list{family: h.family, after: parent[h.family], prior: prior[h.family], heads: make([]int, 0, 8)})
			open[h.family] = len(all)
		}
		l := &all[open[h.family]-1]
		l.heads = append(l.heads, i)
	}
	return all
}

// beginsAnew reports whether heading i, a first one, opens a second list under
// the same parent: the list before has come further, and a second one follows.
func (p *parser) beginsAnew(l list, i int) bool {
	h := p.heads[i]
	if h.n != 1 || p.heads[l.heads[len(l.heads)-1]].n < 2 {
		return false
	}
	const reach = 64 // headings below h that may stand before the second
	for next := i + 1; next < len(p.heads) && next <= i+reach; next++ {
		f := p.heads[next].family
		if f < h.family || f == attached {
			return false
		}
		if f == h.family {
			return p.heads[next].n == 2
		}
	}
	return false
}

// verdict is what is wrong with a number in its list.
type verdict int

const (
	fits     verdict = iota
	skips            // numbers before it are missing
	ahead            // it stands before numbers that follow later, or after its place
	repeats          // the number was there already
	nameless         // its number was lost
)

// counter goes through a list and judges each number by those before it.
type counter struct {
	p     *parser
	l     list
	last  int // the number before, as printed
	next  int // the number expected
	apart int // the number that goes on if those that repeat another are not counted; 0 where none does
	seen  numbers
	later numbers // numbers that a heading ahead of its place has left out
}

// numbers is a set of numbers up to 1023.
type numbers [16]uint64

func (s *numbers) add(n int)      { s[n>>6&15] |= 1 << (n & 63) }
func (s *numbers) has(n int) bool { return s[n>>6&15]>>(n&63)&1 == 1 }

// judge judges the k-th number of the list. expected is the number that would
// have fitted.
func (c *counter) judge(k int) (v verdict, expected int) {
	n := c.p.heads[c.l.heads[k]].n
	expected = c.next
	switch {
	case n == 0:
		n, v = expected, nameless
	case n == c.next, n == c.last+1 && k > 0, n == c.apart && !c.seen.has(n):
	case n > c.next:
		v = c.jump(k, n)
	case c.seen.has(n):
		v = repeats
		if c.apart == 0 {
			c.apart = c.next
		}
		c.last = n
		c.next++
		return v, expected
	default:
		if !c.later.has(n) {
			v = ahead
		}
		c.seen.add(n)
		return v, expected
	}
	c.seen.add(n)
	c.last, c.next, c.apart = n, n+1, 0
	return v, expected
}

// jump judges a number that skips some.
func (c *counter) jump(k, n int) verdict {
	const reach = 8 // how far behind a number out of order is looked for
	for later := k + 1; later < len(c.l.heads) && later <= k+reach; later++ {
		if m := c.p.heads[c.l.heads[later]].n; m >= c.next && m < n {
			for i := c.next; i < n; i++ {
				c.later.add(i)
			}
			return ahead
		}
	}
	if k == 0 && n == c.l.prior+1 {
		return fits // numbered on through the whole text
	}
	return skips
}
