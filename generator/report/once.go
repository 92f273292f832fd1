package report

// Once is what is found in a report when it is first asked for. The zero value has
// not been asked.
type Once[T any] struct {
	found T
	of    *Report // in which it was found
}

// Get gives what find finds in r, or what it found before.
func (o *Once[T]) Get(r *Report, find func() T) T {
	if o.of != r {
		o.found, o.of = find(), r
	}
	return o.found
}
