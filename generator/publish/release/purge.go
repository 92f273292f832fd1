package release

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// reportKey is how a report is named: body/year.
var reportKey = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*/[0-9]{4}$`)

// reportsOf are the reports that a release shows, by body/year, sorted.
func (m *Manifest) reportsOf() []string {
	var keys []string
	for name := range m.Files {
		if key, ok := strings.CutSuffix(strings.TrimPrefix(name, "reports/"), "/report.json"); ok && reportKey.MatchString(key) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// broughtBack are the reports of a release that the live one does not show any more.
func (s *Store) broughtBack(live, to string) ([]string, error) {
	if live == "" {
		return nil, nil
	}
	is, err := ReadManifest(s.Path(live))
	if err != nil {
		return nil, nil // a damaged one is gone back from without a word
	}
	was, err := ReadManifest(s.Path(to))
	if err != nil {
		return nil, fmt.Errorf("发布 %s 不能用：%w", to, err)
	}
	shown := is.reportsOf()
	return slices.DeleteFunc(was.reportsOf(), func(key string) bool { return slices.Contains(shown, key) }), nil
}

// Purged is what Purge took away.
type Purged struct {
	Releases []string // ids
	Previews []string // names
}

// Purge takes a report, body/year, out of all that the store keeps: each release that
// shows it goes whole, since its text stands in the search index and its figures on
// many pages, and so does each preview. The live site must not show it any more. It
// is written into the log, which every later release carries.
func (s *Store) Purge(ctx context.Context, key string, waiting func()) (*Purged, error) {
	if !reportKey.MatchString(key) {
		return nil, fmt.Errorf("“%s”不是一份报告。请写成 单位/年份，如 shili/2023", key)
	}
	held, err := s.acquire(ctx, waiting)
	if err != nil {
		return nil, err
	}
	defer held.Release()
	live, err := s.live()
	if err != nil {
		return nil, err
	}
	if live == "" {
		return nil, &ErrNoRelease{"还没有发布过，没有要清除的"}
	}
	if s.shows(live, key) {
		return nil, &ErrNoRelease{fmt.Sprintf("现在的网站还有 %s。请先从 seeds/ 里删去它，发布以后再清除", key)}
	}
	log, err := s.readLog()
	if err != nil {
		return nil, err
	}
	list, err := s.List()
	if err != nil {
		return nil, err
	}
	done := &Purged{}
	for _, r := range list {
		if !r.Live && s.shows(r.ID, key) {
			if err := s.remove(r.ID); err != nil {
				return done, err
			}
			done.Releases = append(done.Releases, r.ID)
		}
	}
	if done.Previews, err = s.PreviewsWith(key); err != nil {
		return done, err
	}
	for _, name := range done.Previews {
		if err := s.RemovePreview(ctx, name); err != nil {
			return done, err
		}
	}
	if err := s.forget(); err != nil {
		return done, err
	}
	log.Releases = append(log.Releases, Entry{Number: log.last().Number + 1, Purged: key})
	return done, s.writeLog(log)
}

// forget removes what helps the next release, which tells of a report or holds it where the release
// without it was not noted, and what killed publishers of previews left.
func (s *Store) forget() error {
	var err error
	for _, name := range []string{keptName, freshName, builtName, leftName} {
		err = errors.Join(err, os.RemoveAll(filepath.Join(s.dir, name)))
	}
	names, e := s.Previews()
	err = errors.Join(err, e)
	for _, name := range names {
		if p, e := s.Preview(name); e == nil { // another name is no preview's
			err = errors.Join(err, p.Tidy())
		}
	}
	if err != nil {
		return fmt.Errorf("failed to remove what is kept of the reports: %w", err)
	}
	return nil
}

// shows reports whether a release holds a report, and not only the page that says that
// it was taken down. Of a release that cannot be read it is the files that count.
func (s *Store) shows(id, key string) bool {
	for _, name := range []string{"report.json", "source"} {
		if _, err := os.Lstat(filepath.Join(s.Path(id), "reports", filepath.FromSlash(key), name)); err == nil {
			return true
		}
	}
	return false
}

// PreviewsWith are the previews that show a report.
func (s *Store) PreviewsWith(key string) ([]string, error) {
	names, err := s.Previews()
	if err != nil {
		return nil, err
	}
	var with []string
	for _, name := range names {
		p, err := s.Preview(name)
		if err != nil {
			continue
		}
		list, err := p.List()
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(list, func(r Release) bool { return p.shows(r.ID, key) }) {
			with = append(with, name)
		}
	}
	return with, nil
}

// PurgedReports are the reports that were taken out of all releases.
func (s *Store) PurgedReports() ([]string, error) {
	log, err := s.readLog()
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, e := range log.Releases {
		if e.Purged != "" {
			keys = append(keys, e.Purged)
		}
	}
	return keys, nil
}

// remove removes a release, at once for whoever looks.
func (s *Store) remove(id string) error {
	old := filepath.Join(s.dir, releasesName, oldPrefix+id)
	if err := os.Rename(s.Path(id), old); err != nil {
		return fmt.Errorf("failed to remove a release: %w", err)
	}
	s.step("remove")
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("failed to remove a release: %w", err)
	}
	return nil
}

// ErrBack is Rollback's error where it would show again what was taken down.
type ErrBack struct{ Reports []string }

func (e *ErrBack) Error() string {
	return "退回会让已经撤下的报告重新公开：" + strings.Join(e.Reports, "、")
}
