package figure

// A figure that has to be named is looked at in steps, one after another: each knows one way in which reports say what is counted, and either gives
// the name or leaves the figure to the next. The order of a list is part of what it says: the nearer and surer ways stand first. TestSteps prints
// which step named the figures of a sentence (testdata/steps), and holds that every step has a sentence that is read otherwise without it.

// step is one way to name what is counted in T.
type step[T any] struct {
	id  string
	try func(T) bool // names the figure, or is false
}

// firstOf is the id of the first step that names the figure of t, "" where none does.
func firstOf[T any](steps []step[T], t T) string {
	for _, s := range steps {
		if s.try(t) {
			return s.id
		}
	}
	return ""
}
