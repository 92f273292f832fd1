package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// logFormat is the form of the log that this program writes.
const logFormat = "mingfa-releases/1"

// Log is releases.json: what was published here, in order. It is only ever added
// to. Every release carries it as it was before it, and names the last manifest in
// its own; since its manifest lists the log, and may be signed, whoever has kept an
// earlier log or manifest sees when the site goes back, or when its past is told
// otherwise.
type Log struct {
	Format   string  `json:"format"`
	Releases []Entry `json:"releases"`
}

// Entry is a release, or what was done to those that are kept.
type Entry struct {
	Number   int    `json:"number"` // from 1
	ID       string `json:"id"`
	Commit   string `json:"commit,omitempty"`
	Manifest string `json:"manifest,omitempty"` // SHA-256 of manifest.json
	Purged   string `json:"purged,omitempty"`   // body/year of a report that was taken out of all releases; it is no release then
}

// ParseLog reads a log. It may come from anywhere; the error is Chinese.
func ParseLog(raw []byte) (*Log, error) {
	l := &Log{Format: logFormat}
	if err := json.Unmarshal(raw, l); err != nil {
		return nil, fmt.Errorf("发布记录 %s 读不懂：%w", LogName, err)
	}
	if l.Format != logFormat {
		return nil, fmt.Errorf("发布记录 %s 的格式是“%s”，这个版本的明法只认得 %s", LogName, l.Format, logFormat)
	}
	for i, e := range l.Releases {
		if e.Number < 1 || i > 0 && e.Number != l.Releases[i-1].Number+1 || e.Purged == "" && !isSum(e.Manifest) {
			return nil, fmt.Errorf("发布记录 %s 的第 %d 条不合规", LogName, i+1)
		}
	}
	return l, nil
}

// Encode is the log's only form.
func (l *Log) Encode() ([]byte, error) { return encode(LogName, l) }

// last is the newest entry, and none for an empty log.
func (l *Log) last() Entry {
	if len(l.Releases) == 0 {
		return Entry{}
	}
	return l.Releases[len(l.Releases)-1]
}

// newest is the manifest of the newest release in the log, "" for none.
func (l *Log) newest() string {
	for _, e := range slices.Backward(l.Releases) {
		if e.Purged == "" {
			return e.Manifest
		}
	}
	return ""
}

// Departs says in Chinese how a later log departs from an earlier one of the same
// site; "" where it goes on from it.
func (l *Log) Departs(earlier *Log) string {
	for i, e := range earlier.Releases {
		switch {
		case i >= len(l.Releases):
			return fmt.Sprintf("网站退回到了更早的发布：以前的发布记录到第 %d 次，现在只到第 %d 次", earlier.last().Number, l.last().Number)
		case l.Releases[i] != e:
			return fmt.Sprintf("发布记录里的第 %d 次，和以前保存的不一样", e.Number)
		}
	}
	return ""
}

// readLog is the log of the store. The releases that are kept are its witnesses:
// one that it lacks, since its publisher was killed or the file is lost, is added.
func (s *Store) readLog() (*Log, error) {
	log := &Log{Format: logFormat, Releases: []Entry{}}
	raw, err := os.ReadFile(filepath.Join(s.dir, LogName))
	switch {
	case err == nil:
		if log, err = ParseLog(raw); err != nil {
			return nil, fmt.Errorf("%w。请从备份恢复 %s", err, filepath.Join(s.dir, LogName))
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("failed to read the log of releases: %w", err)
	}
	list, err := s.List()
	if err != nil {
		return nil, err
	}
	for _, r := range slices.Backward(list) { // the oldest first
		text, err := os.ReadFile(filepath.Join(s.Path(r.ID), ManifestName))
		if err != nil {
			continue
		}
		m, err := ParseManifest(text)
		if err != nil || m.Number <= log.last().Number {
			continue
		}
		if m.Number != log.last().Number+1 { // what this release carries knows more
			if carried, err := os.ReadFile(filepath.Join(s.Path(r.ID), LogName)); err == nil && m.Files[LogName] == Sum(carried) {
				if known, err := ParseLog(carried); err == nil && known.Departs(log) == "" {
					log = known
				}
			}
		}
		log.Releases = append(log.Releases, Entry{Number: log.last().Number + 1, ID: r.ID, Commit: m.Commit, Manifest: Sum(text)})
	}
	return log, nil
}

func (s *Store) writeLog(l *Log) error {
	text, err := l.Encode()
	if err != nil {
		return err
	}
	if err := writeWhole(filepath.Join(s.dir, LogName), text); err != nil {
		return fmt.Errorf("failed to write the log of releases: %w", err)
	}
	return nil
}

// past checks what a manifest says of the releases before it against the log that
// the site carries.
func (v *Verdict) past() {
	m := v.Manifest
	if m.Number == 0 || m.IsPreview() { // of an earlier version, or with no past of its own
		return
	}
	switch {
	case v.Log == nil:
		v.Problems = append(v.Problems, Problem{Path: LogName, Kind: Missing})
	case m.Number != v.Log.last().Number+1 || m.Previous != v.Log.newest():
		v.Problems = append(v.Problems, Problem{Path: LogName, Kind: Changed, Detail: "与清单所写的上一次发布接不上"})
	}
}

// Since says what differs from what somebody has kept of the site: an earlier
// manifest.json, releases.json or published.json.
func (v *Verdict) Since(kept []byte) (problems []string, what string, err error) {
	var any struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(kept, &any); err != nil {
		return nil, "", fmt.Errorf("以前保存的文件读不懂：%w", err)
	}
	switch {
	case any.Format == "": // of {} nothing has changed, but nobody kept it of a site
		return nil, "", fmt.Errorf("以前保存的文件里没有写格式，不是网站的 %s、%s 或 %s", ManifestName, LogName, RecordName)
	case strings.HasPrefix(any.Format, "mingfa-manifest/"):
		return v.sinceManifest(kept)
	case strings.HasPrefix(any.Format, "mingfa-releases/"):
		earlier, err := ParseLog(kept)
		if err != nil {
			return nil, "", err
		}
		for i := range earlier.Releases { // that of the release itself is not known from within it
			earlier.Releases[i].ID = ""
		}
		said := v.history().Departs(earlier)
		if said != "" {
			problems = []string{said}
		}
		return problems, fmt.Sprintf("发布  与以前保存的 %d 次发布接得上", len(earlier.Releases)), nil
	}
	earlier, err := ParseRecord(kept)
	if err != nil {
		return nil, "", err
	}
	if v.Record == nil {
		return []string{"网站上没有首次发布日期的记录 " + RecordName}, "", nil
	}
	for _, c := range Changes(earlier, v.Record) {
		problems = append(problems, c.String())
	}
	return problems, fmt.Sprintf("日期  %d 份报告的首次发布日期都没有改动", len(earlier.Reports)), nil
}

// history is the log with the release itself at its end.
func (v *Verdict) history() *Log {
	l := &Log{Format: logFormat}
	if v.Log != nil {
		l.Releases = slices.Clone(v.Log.Releases)
	}
	if v.Manifest.Number > 0 {
		l.Releases = append(l.Releases, Entry{Number: v.Manifest.Number, Commit: v.Manifest.Commit, Manifest: Sum(v.Text)})
	}
	for i := range l.Releases {
		l.Releases[i].ID = ""
	}
	return l
}

func (v *Verdict) sinceManifest(kept []byte) (problems []string, what string, err error) {
	earlier, err := ParseManifest(kept)
	if err != nil {
		return nil, "", err
	}
	is := v.Manifest
	switch {
	case earlier.Number == 0 || is.Number == 0:
		return nil, "发布  以前保存的清单或现在的清单没有编号，不能比较先后", nil
	case is.Number < earlier.Number:
		problems = append(problems, fmt.Sprintf("网站退回到了更早的发布：以前是第 %d 次，现在是第 %d 次", earlier.Number, is.Number))
	case !slices.ContainsFunc(v.history().Releases, func(e Entry) bool { return e.Number == earlier.Number && e.Manifest == Sum(kept) }):
		problems = append(problems, fmt.Sprintf("以前保存的第 %d 次发布，不在现在的发布记录里", earlier.Number))
	}
	return problems, fmt.Sprintf("发布  以前保存的是第 %d 次，现在是第 %d 次，接得上", earlier.Number, is.Number), nil
}

// agrees reports whether a release has the manifest that the log says, where it tells of the release.
func (l *Log) agrees(id, manifest string) bool {
	for _, e := range l.Releases {
		if e.ID == id && e.Manifest != "" && e.Manifest != manifest {
			return false
		}
	}
	return true
}
