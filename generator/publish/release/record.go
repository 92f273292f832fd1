package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mingfa/generator/build/outcome"
	"mingfa/generator/report"
)

// recordFormat is the form of the record that this program writes.
const recordFormat = "mingfa-published/1"

// dayOf is the day of a moment in Beijing, YYYY-MM-DD.
func dayOf(t time.Time) string { return t.In(report.Beijing).Format(time.DateOnly) }

// Record is published.json: when each report was first published here. It is an
// input of a build, as the commit is: pages show what it says, the manifest
// lists its hash, every release carries it. So a commit and a record give the
// same bytes wherever and whenever they are built, and yet no one's clock or
// commit can say that a report was out earlier than it was: only a new report
// gets a day, and that is the day of the release that first carries it.
type Record struct {
	Format  string           `json:"format"`
	Reports map[string]First `json:"reports"` // by "body/year"
}

// First is the first release that carried a report.
type First struct {
	Day    string `json:"first"`            // YYYY-MM-DD in Beijing
	Commit string `json:"commit,omitempty"` // that the release was of
	SHA256 string `json:"sha256"`           // of the original then

	// Stated are the days of publication that staff have stated (发布日期), each
	// with the day from which the site said so. Only ever added to, so that a
	// day that is moved stays on record.
	Stated []Stated `json:"stated,omitempty"`

	Origin  string          `json:"origin,omitempty"`  // the key under which it was first published, where that was another
	Now     *State          `json:"now,omitempty"`     // as the newest release that carries it has it; nil in records of earlier versions
	Changes []report.Change `json:"changes,omitempty"` // what came of it since, oldest first; only ever added to
}

// State is what the record keeps of a report as it is published, so that the next
// release can tell whether it changed.
type State struct {
	SHA256   string            `json:"sha256"`             // of the original
	Text     string            `json:"text,omitempty"`     // SHA-256 of its text without white space
	Settings string            `json:"settings,omitempty"` // of what staff say of it
	Body     string            `json:"body,omitempty"`     // the body's name
	Items    map[string]string `json:"items,omitzero"`     // the disclosure metadata, by name; nil where nobody knows it
}

// Same reports whether nothing of a report is another. A record of an earlier version has nil for
// no items.
func (s *State) Same(other *State) bool {
	return s != nil && other != nil && s.SHA256 == other.SHA256 && s.Text == other.Text && s.Settings == other.Settings &&
		s.Body == other.Body && maps.Equal(s.Items, other.Items)
}

// Stated is a day of publication that staff have stated.
type Stated struct {
	Day   string `json:"day"`
	Since string `json:"since"` // the day of the release
}

// Report is what a release carries of a report.
type Report struct {
	Key    string   // body/year
	Former []string // keys that it had before
	SHA256 string   // of the original
	Stated string   // 发布日期 as staff state it, YYYY-MM-DD; "" for none

	Now     *State          // as it is published now
	Changes []report.Change // what came of it since it was first published, this release with it
}

// Notice is something that people should know of the record.
type Notice struct {
	Report string // body/year, "" for the whole
	Text   string // Chinese
}

func (n Notice) String() string {
	if n.Report == "" {
		return n.Text
	}
	return n.Report + "：" + n.Text
}

func newRecord() *Record { return &Record{Format: recordFormat, Reports: map[string]First{}} }

// Day is the day on which a report was first published: as recorded, under its
// key or one that it had before (its body was renamed), or else today, since it
// is this release that first carries it.
func (r *Record) Day(today string, keys ...string) string {
	if first, ok := r.Find(keys); ok {
		return first.Day
	}
	return today
}

// Find is the earliest of what is recorded under the keys. A body that was renamed
// without a word has a later day under its new key, until its former one is named.
func (r *Record) Find(keys []string) (earliest First, found bool) {
	for _, key := range keys {
		if first, ok := r.Reports[key]; ok && (!found || first.Day < earliest.Day) {
			earliest, found = first, true
		}
	}
	return earliest, found
}

// ParseRecord reads a record. It may come from anywhere; the error is Chinese.
func ParseRecord(raw []byte) (*Record, error) {
	r := newRecord()
	if err := json.Unmarshal(raw, r); err != nil {
		return nil, fmt.Errorf("首次发布日期的记录 %s 读不懂：%w", RecordName, err)
	}
	if r.Format != recordFormat {
		return nil, fmt.Errorf("首次发布日期的记录 %s 的格式是“%s”，这个版本的明法只认得 %s", RecordName, r.Format, recordFormat)
	}
	for key, first := range r.Reports {
		days := []string{first.Day}
		for _, c := range first.Changes {
			days = append(days, c.Day)
		}
		for _, s := range first.Stated {
			days = append(days, s.Day, s.Since)
		}
		for _, day := range days {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				return nil, fmt.Errorf("首次发布日期的记录 %s 里，%s 的日期“%s”不对", RecordName, key, day)
			}
		}
	}
	if r.Reports == nil {
		r.Reports = map[string]First{}
	}
	return r, nil
}

// Encode is the record's only form: keys in order.
func (r *Record) Encode() ([]byte, error) { return encode(RecordName, r) }

// Update enters what the release carries. Reports that are gone stay on record.
func (d *Draft) Update(reports []Report) {
	today := d.Today()
	begins := len(d.record.Reports) == 0 // a portal begins with reports that were public before it
	var before []string                  // new ones that state an earlier day, in the words of a notice
	for _, rep := range reports {
		first, known := d.record.Find(append([]string{rep.Key}, rep.Former...))
		if !known {
			first = First{Day: today, Commit: d.commit, SHA256: rep.SHA256}
		} else if _, same := d.record.Reports[rep.Key]; !same && first.Origin == "" {
			first.Origin = d.record.Origin(first)
		}
		first.Now, first.Changes = rep.Now, rep.Changes
		last := ""
		if n := len(first.Stated); n > 0 {
			last = first.Stated[n-1].Day
		}
		switch {
		case rep.Stated == "" || rep.Stated == last:
		case last != "":
			d.notices = append(d.notices, Notice{rep.Key, fmt.Sprintf("填写的发布日期由 %s 改成了 %s；本站首次发布是 %s。改动已记入公开的 %s", last, rep.Stated, first.Day, RecordName)})
		case rep.Stated < first.Day && !begins:
			before = append(before, fmt.Sprintf("%s 写的是 %s", rep.Key, rep.Stated))
		case rep.Stated > today:
			d.notices = append(d.notices, Notice{rep.Key, fmt.Sprintf("填写的发布日期 %s 还没有到，今天是 %s。请核对", rep.Stated, today)})
		}
		if rep.Stated != "" && rep.Stated != last {
			first.Stated = append(slices.Clone(first.Stated), Stated{rep.Stated, today})
		}
		d.record.Reports[rep.Key] = first
	}
	if n := len(before); n > 0 {
		said := before[0]
		if n > 1 {
			said = fmt.Sprintf("%d 份报告，如 %s", n, said)
		}
		d.notices = append(d.notices, Notice{Text: fmt.Sprintf("填写的发布日期早于本站首次发布的 %s：%s。如果不是先在别处公布的，请改正日期", today, said)})
	}
}

// Origin is the key under which the record has what it says of a report that has come
// to another.
func (r *Record) Origin(first First) string {
	for _, key := range slices.Sorted(maps.Keys(r.Reports)) {
		if was := r.Reports[key]; was.Day == first.Day && was.Commit == first.Commit && was.SHA256 == first.SHA256 {
			return key
		}
	}
	return ""
}

// Withdraw enters what came of reports that are not published any more, by key.
func (d *Draft) Withdraw(gone map[string][]report.Change) {
	for key, changes := range gone {
		if first, ok := d.record.Reports[key]; ok {
			first.Changes = changes
			d.record.Reports[key] = first
		}
	}
}

// goesOn reports whether a history has all that an earlier one has, in its order. The
// words of it may be gone: what was taken down, or must not be repeated, is not kept.
func goesOn(earlier, later []report.Change) bool {
	if len(later) < len(earlier) {
		return false
	}
	for i := range earlier {
		if was, is := &earlier[i], &later[i]; was.Kind != is.Kind || was.Day != is.Day || was.Commit != is.Commit {
			return false
		}
	}
	return true
}

// Changes compares an earlier record with a later one of the same site and says
// which first days were moved or dropped.
func Changes(earlier, later *Record) []Notice {
	var notices []Notice
	for _, key := range slices.Sorted(maps.Keys(earlier.Reports)) {
		was := earlier.Reports[key]
		is, ok := later.Reports[key]
		switch {
		case !ok:
			notices = append(notices, Notice{key, fmt.Sprintf("首次发布日期原来记为 %s，现在没有了", was.Day)})
		case is.Day != was.Day:
			notices = append(notices, Notice{key, fmt.Sprintf("首次发布日期原来记为 %s，现在记为 %s", was.Day, is.Day)})
		case is.SHA256 != was.SHA256 || is.Commit != was.Commit:
			notices = append(notices, Notice{key, "首次发布的文件或提交，和原来的记录不一致"})
		case len(is.Stated) < len(was.Stated) || !slices.Equal(is.Stated[:len(was.Stated)], was.Stated):
			notices = append(notices, Notice{key, "填写过的发布日期，和原来的记录不一致"})
		case !goesOn(was.Changes, is.Changes):
			notices = append(notices, Notice{key, "更正和撤下的记录，和原来的不一致"})
		}
	}
	return notices
}

// readRecord is the record of the store. The releases are its witnesses: what
// the live one says wins over the file beside it, and a day that differs from
// what any release that is kept says is told.
func (s *Store) readRecord(live string) (*Record, []Notice, error) {
	var notices []Notice
	record, fault := readRecordFile(filepath.Join(s.dir, RecordName))
	if live != "" {
		published, err := s.publishedRecord(live)
		switch {
		case err != nil:
			notices = append(notices, Notice{Text: outcome.Line(err)})
		case fault != nil:
			notices = append(notices, Notice{Text: outcome.Line(fault) + "。已从现在的网站取回"})
			record, fault = published, nil
		default:
			for _, n := range Changes(published, record) {
				if _, ok := record.Reports[n.Report]; ok { // a kill between the swap and the record leaves it without the newest
					n.Text = "发布记录被改动过：" + n.Text + "。已按网站上公布的恢复"
					notices = append(notices, n)
				}
			}
			maps.Copy(record.Reports, published.Reports)
		}
		if fault == nil {
			ahead, err := s.lookAhead(record)
			if err != nil {
				return nil, nil, err
			}
			notices = append(notices, ahead...)
		}
	}
	if errors.Is(fault, fs.ErrNotExist) && live == "" {
		return s.lostRecord()
	}
	if fault != nil {
		return nil, nil, fmt.Errorf("%w。请从备份恢复 %s", fault, filepath.Join(s.dir, RecordName))
	}
	return record, append(notices, s.witnesses(record, live)...), nil
}

// lookAhead adds to the record what the newest release knows, where somebody has gone
// back from it: it was public, and what came of reports since must not be forgotten.
// One that nobody can read because the disk fails is an error, since tomorrow it may be
// read; one that is gone or damaged is told, or nothing could be published ever again.
func (s *Store) lookAhead(record *Record) ([]Notice, error) {
	newest, back, err := s.RolledBack()
	if err != nil || !back {
		return nil, err
	}
	ahead, err := s.publishedRecord(newest)
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err != nil {
		return []Notice{{Text: outcome.Line(err) + "。退回之前新公布的更正，没有接着记下去"}}, nil
	}
	contested := map[string]bool{}
	for _, n := range Changes(record, ahead) {
		contested[n.Report] = true
	}
	for key, first := range ahead.Reports {
		if !contested[key] {
			record.Reports[key] = first
		}
	}
	return nil, nil
}

// lostRecord is the record of a store that has neither its file nor a live release:
// a new one only where nothing was ever published. Else it is that of the newest
// release that is kept, and without one somebody has to say what the days were.
func (s *Store) lostRecord() (*Record, []Notice, error) {
	list, err := s.List()
	if err != nil {
		return nil, nil, err
	}
	for _, r := range list {
		if record, err := s.publishedRecord(r.ID); err == nil {
			return record, []Notice{{Text: fmt.Sprintf("首次发布日期的记录 %s 和现在的网站都不见了。已从发布 %s 取回", RecordName, r.ID)}}, nil
		}
	}
	_, err = os.Stat(filepath.Join(s.dir, LogName))
	if len(list) == 0 && errors.Is(err, fs.ErrNotExist) {
		return newRecord(), nil, nil
	}
	return nil, nil, fmt.Errorf("这里发布过网站，但首次发布日期的记录 %[1]s 不见了，保留的发布里也没有。请从备份恢复 %[1]s；确实没有备份、愿意让日期从今天算起的，新建这个文件，写一行 {\"format\":\"%[2]s\"}", filepath.Join(s.dir, RecordName), recordFormat)
}

// publishedRecord is the record that a release carries, if its manifest agrees.
func (s *Store) publishedRecord(id string) (*Record, error) {
	raw, err := os.ReadFile(filepath.Join(s.Path(id), RecordName))
	if err != nil {
		return nil, fmt.Errorf("发布 %s 里没有首次发布日期的记录：%w", id, err)
	}
	m, err := ReadManifest(s.Path(id))
	if err != nil {
		return nil, fmt.Errorf("发布 %s 的清单用不了：%w", id, err)
	}
	if m.Files[RecordName] != Sum(raw) {
		return nil, fmt.Errorf("发布 %s 里首次发布日期的记录 %s 与清单不符，被改动过，没有采用它", id, RecordName)
	}
	return ParseRecord(raw)
}

// witnesses says what the other releases say otherwise.
func (s *Store) witnesses(record *Record, live string) []Notice {
	list, err := s.List()
	if err != nil {
		return nil
	}
	var notices []Notice
	for _, r := range list {
		old, err := s.publishedRecord(r.ID)
		if r.ID == live || err != nil {
			continue
		}
		for _, n := range Changes(old, record) {
			// One that was made, but never went live, may know a report that nobody has seen.
			if is, ok := record.Reports[n.Report]; ok && is.Day != old.Reports[n.Report].Day {
				n.Text = fmt.Sprintf("与发布 %s 里的记录不一致：%s", r.ID, n.Text)
				notices = append(notices, n)
			}
		}
	}
	return notices
}

func readRecordFile(path string) (*Record, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("首次发布日期的记录 %s 读不到：%w", RecordName, err)
	}
	return ParseRecord(raw)
}

func (s *Store) writeRecord(r *Record) error {
	text, err := r.Encode()
	if err != nil {
		return err
	}
	if err := writeWhole(filepath.Join(s.dir, RecordName), text); err != nil {
		return fmt.Errorf("failed to write the record: %w", err)
	}
	return nil
}
