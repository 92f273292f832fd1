package publish

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mingfa/generator/build"
	"mingfa/generator/publish/release"
	"mingfa/generator/read/correction"
	"mingfa/generator/report"
	"mingfa/generator/site"
)

// past is what the releases before know of each report, as build.Past. What this
// release changes is entered, to be put into the record when it is made: a build is
// then a function of the commit and of the record, and gives the same bytes when it
// is done again.
type past struct {
	record *release.Record
	today  string // on which this release is made; "" to tell only what is recorded
	commit string
	store  *release.Store // whose releases hold the texts before; nil without any
	work   string         // a folder for them

	mu       sync.Mutex
	entered  map[string]release.First // by key, of the reports of this release
	gone     map[string][]report.Change
	findings []report.Finding
	sums     map[string]map[string]string // by release, of its files; see sumsOf
}

// recorded tells only what the record says: of a preview, or of a site that is built
// again to verify it.
func recorded(record *release.Record) *past { return &past{record: record} }

// NoPast is that of a portal of which nothing was published.
func NoPast() build.Past { return recorded(&release.Record{}) }

// newPast compares what is published on the day today with what the store has
// published. The folder work is for its files meanwhile.
func newPast(record *release.Record, store *release.Store, today, commit, work string) *past {
	return &past{record: record, store: store, today: today, commit: commit, work: work, entered: map[string]release.First{}, gone: map[string][]report.Change{}}
}

// Pending is what would come of a commit if it were published: for those who look at
// a push before it is accepted.
type Pending struct{ *past }

// NewPending compares with what is published in the store. The folder work is for its
// files meanwhile.
func NewPending(store *release.Store, work string) (*Pending, error) {
	record, err := store.Record()
	if err != nil {
		return nil, err
	}
	return &Pending{newPast(record, store, store.Today(), "", work)}, nil
}

// Findings are about changes for which staff give no reason, by file. Reports are read
// side by side, so they come in any order.
func (p *past) Findings() []report.Finding {
	slices.SortFunc(p.findings, func(a, b report.Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Message, b.Message))
	})
	return p.findings
}

// Of tells what came of a report, and enters what this release makes of it.
func (p *past) Of(ctx context.Context, now *build.Present) (site.History, error) {
	keys := recordKeys(now.Body, now.Year)
	first, known := p.find(keys)
	if p.today == "" {
		return historyOf(first, keys[0], p.record), nil
	}
	is := stateOf(now)
	if !known {
		p.enter(keys[0], release.First{Now: is})
		p.unfounded(now, p.today, nil)
		return site.History{First: p.today}, nil
	}
	history := historyOf(first, keys[0], p.record)
	history.Changes = slices.Clone(history.Changes)
	made, err := p.compare(ctx, keys, first.Now, is, now)
	switch {
	case err != nil:
		return history, err
	case last(history.Changes).Kind == report.ChangeWithdrawn: // of what was taken down no words are told
		c := report.Change{Kind: report.ChangeRestored, Day: p.today, Commit: p.commit}
		if made != nil {
			c.More = len(made.Passages) + made.More
		}
		history.Changes, made = append(history.Changes, c), nil
	case made != nil:
		history.Changes = append(history.Changes, *made)
	}
	history.Changes = correction.Explain(history.Changes, now.Corrections)
	if made != nil && !correction.Explained(last(history.Changes)) {
		p.tell(unexplained(now, last(history.Changes)))
	}
	p.unfounded(now, first.Day, history.Changes)
	p.enter(keys[0], release.First{Now: is, Changes: history.Changes})
	return history, nil
}

// Unchanged is what Of tells of a report of which this release changes nothing. One whose staff
// state corrections is not looked at: some of them may be unfounded.
func (p *past) Unchanged(now *build.Present) (site.History, bool) {
	keys := recordKeys(now.Body, now.Year)
	first, known := p.find(keys)
	if p.today == "" || !known || len(now.Corrections) > 0 || last(first.Changes).Kind == report.ChangeWithdrawn ||
		!first.Now.Same(stateOf(now)) {
		return site.History{}, false
	}
	return historyOf(first, keys[0], p.record), true
}

// Again forgets what was entered.
func (p *past) Again() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.findings = nil
	clear(p.entered)
	clear(p.gone)
}

// historyOf is what the record says of a report.
func historyOf(first release.First, key string, record *release.Record) site.History {
	h := site.History{First: first.Day, Origin: first.Origin, Changes: first.Changes}
	if _, same := record.Reports[key]; !same && h.Origin == "" && first.Day != "" {
		h.Origin = record.Origin(first)
	}
	return h
}

func (p *past) enter(key string, first release.First) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.entered[key] = first
}

func (p *past) tell(f report.Finding) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.findings = append(p.findings, f)
}

// last is the newest change; its zero value without any.
func last(changes []report.Change) *report.Change {
	if len(changes) == 0 {
		return &report.Change{}
	}
	return &changes[len(changes)-1]
}

// stateOf is what the record keeps of a report.
func stateOf(now *build.Present) *release.State {
	s := &release.State{SHA256: now.SHA256, Text: now.Text, Settings: now.SettingsSum, Body: now.Body.Name, Items: map[string]string{}}
	for _, item := range now.Items {
		if item.Value != "" {
			s.Items[item.Name] = item.Value
		}
	}
	return s
}

// compare says what this release changes of a report; nil for nothing. The same file
// is the same report, though another version of the program may read it otherwise.
func (p *past) compare(ctx context.Context, keys []string, was, is *release.State, now *build.Present) (*report.Change, error) {
	c := &report.Change{Kind: report.ChangeCorrected, Day: p.today, Commit: p.commit}
	if was == nil { // in a record of an earlier version
		var err error
		if was, err = p.shown(keys); err != nil || was == nil {
			return nil, err
		}
	}
	sameFile := was.SHA256 == is.SHA256
	if !sameFile && was.Text != is.Text {
		var ok bool
		file, err := p.fileBefore(keys, was.SHA256)
		if err == nil && file != "" {
			c.Passages, c.More, ok, err = now.Since(ctx, file)
		}
		if err != nil {
			return nil, err
		}
		c.Lost = !ok
	}
	if was.Items != nil && (!sameFile || was.Settings != is.Settings) {
		c.Items = changedItems(was.Items, is.Items, now.Items)
	}
	if len(c.Passages) == 0 && len(c.Items) == 0 && !c.Lost {
		return nil, nil
	}
	return c, nil
}

// changedItems are the items of the disclosure metadata that differ, in their order.
func changedItems(was, is map[string]string, order []site.Field) []report.ItemChange {
	var names []string
	for _, field := range order {
		names = append(names, field.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	var items []report.ItemChange
	for _, name := range names {
		if was[name] != is[name] {
			items = append(items, report.ItemChange{Name: name, Old: was[name], New: is[name]})
		}
	}
	return items
}

// Gone are the reports that were published and are not any more.
func (p *past) Gone(now *build.Standing) ([]site.Gone, error) {
	covered := map[string]bool{} // at addresses that lead on
	bodies := map[string]*site.Body{}
	for _, b := range now.Bodies {
		bodies[b.Slug] = b
		if len(b.Former) == 0 {
			continue
		}
		for key := range now.Reports {
			if slug, year, _ := strings.Cut(key, "/"); slug == b.Slug {
				for _, former := range b.Former {
					covered[former+"/"+year] = true
				}
			}
		}
	}
	p.neverPublished(now)
	var gone []site.Gone
	for _, key := range slices.Sorted(maps.Keys(p.record.Reports)) {
		slug, digits, _ := strings.Cut(key, "/")
		year, err := strconv.Atoi(digits)
		if now.Reports[key] || covered[key] || err != nil {
			continue
		}
		first := p.record.Reports[key]
		changes, err := p.withdraw(key, slug, year, first, now)
		if err != nil {
			return nil, err
		}
		h := site.History{First: first.Day, Origin: first.Origin, Changes: changes}
		if last(h.Changes).Kind != report.ChangeWithdrawn {
			continue
		}
		body := bodies[slug]
		if body == nil {
			if first.Now == nil || first.Now.Body == "" {
				continue // nobody knows whose it was
			}
			body = &site.Body{Slug: slug, Name: first.Now.Body}
		}
		gone = append(gone, site.Gone{Body: body, Year: year, History: h})
	}
	return gone, nil
}

// withdraw is what came of a report that is not published any more. This release is
// what takes it down where none before it did.
func (p *past) withdraw(key, slug string, year int, first release.First, now *build.Standing) ([]report.Change, error) {
	changes := first.Changes
	if p.today == "" {
		return changes, nil
	}
	done := last(changes).Kind == report.ChangeWithdrawn
	if !done && first.Now == nil {
		if was, err := p.shown([]string{key}); err != nil || was == nil {
			return nil, err // it went in the time of an earlier version, nobody knows when
		}
	}
	changes = correction.Withhold(changes)
	if !done {
		changes = append(changes, report.Change{Kind: report.ChangeWithdrawn, Day: p.today, Commit: p.commit, To: p.elsewhere(key, first, now)})
	}
	c := last(changes)
	if why := now.Why(slug, year); why != "" {
		c.Reason = why
	}
	if !done {
		p.tellWithdrawn(slug, year, c, first, now)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.gone[key] = changes
	return changes, nil
}
