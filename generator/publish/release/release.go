// Package release keeps the published states of a site, each whole in a folder
// of its own, and which of them people see:
//
//	DIR/current            -> releases/<id>, what a web server serves
//	DIR/releases/<id>/     one release; an id is its time and its commit
//	DIR/published.json     when each report was first published
//
// A release is made under a name that no reader knows, brought to the disk,
// renamed, and only then made live by renaming one symbolic link over another.
// So a reader sees one release or the other, whatever kills the publisher; what
// it leaves behind is swept by the next one. One publisher works at a time.
//
// A release carries a manifest of all that it holds, which Dir and URL check a
// site against; see manifest.go. The same input gives the same bytes: nothing
// in a release but its name, and its place among the releases (log.go), depends on
// when or where it was made. The day on
// which a report was first published is part of that input; see record.go.
package release

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

const (
	currentName    = "current"
	releasesName   = "releases"
	lockName       = ".publish.lock"
	workName       = ".work"
	rolledBackName = ".rolled-back"      // holds the id of the newest release when an older one was made live, and that of this one
	builtName      = ".built"            // tells what the live release was made from
	leftName       = ".left"             // tells how the files of the live release were left
	keptName       = builtName + ".kept" // beside it, what package build keeps of the reports; with them go their texts
	freshName      = keptName + ".new"   // of a publisher that is at work, or was killed
	draftPrefix    = ".draft-"           // of a release that is being made
	oldPrefix      = ".old-"             // of a release that is being removed
)

// Kept is how many releases a Store keeps unless it is told otherwise.
const Kept = 10

// idTime is the time in an id, in UTC.
const idTime = "20060102T150405Z"

// timeOf is the time in an id.
func timeOf(id string) (time.Time, error) {
	stamp, _, _ := strings.Cut(id, "-")
	at, err := time.Parse(idTime, stamp)
	if err != nil {
		return time.Time{}, fmt.Errorf("failed to read the time of the release %s: %w", id, err)
	}
	return at, nil
}

// idForm is an id: a time and, where there is one, the beginning of a commit.
var idForm = regexp.MustCompile(`^[0-9]{8}T[0-9]{6}Z(-[0-9a-f]{7,64})?$`)

// Store is a folder of releases.
type Store struct {
	dir   string
	above *Store // of a preview: that of the live site, whose files it shares

	keep int // how many releases are kept; the live one always is

	now  func() time.Time
	step func(name string) // tests: called before each change that outlives a kill
}

// Open is the store in the folder dir, which need not exist yet. It keeps the
// newest keep releases, or Kept for 0.
func Open(dir string, keep int) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("failed to find the folder of the releases: %w", err)
	}
	return &Store{dir: abs, keep: cmp.Or(keep, Kept), now: time.Now, step: func(string) {}}, nil
}

// Current is the path under which the live release is served.
func (s *Store) Current() string { return filepath.Join(s.dir, currentName) }

// Path is the folder of a release.
func (s *Store) Path(id string) string { return filepath.Join(s.dir, releasesName, id) }

// Built is the file that tells what the live release was made from. It helps the next
// one to be made sooner and is no part of what is published.
func (s *Store) Built() string { return filepath.Join(s.dir, builtName) }

// Release is one published state.
type Release struct {
	ID   string
	Time time.Time // when it was made, as its id says
	Live bool
}

// Commit is the beginning of the commit in the id; "" for a site built outside
// of git.
func (r Release) Commit() string {
	_, commit, _ := strings.Cut(r.ID, "-")
	return commit
}

// List gives the releases, newest first. A store without a folder has none.
func (s *Store) List() ([]Release, error) {
	entries, err := os.ReadDir(filepath.Join(s.dir, releasesName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("failed to list the releases: %w", err)
	}
	live, err := s.live()
	if err != nil {
		return nil, err
	}
	var list []Release
	for _, e := range entries {
		if !e.IsDir() || !idForm.MatchString(e.Name()) {
			continue
		}
		made, err := timeOf(e.Name())
		if err != nil {
			continue // not one of ours: no such day
		}
		list = append(list, Release{ID: e.Name(), Time: made, Live: e.Name() == live})
	}
	slices.SortFunc(list, func(a, b Release) int { return cmp.Compare(b.ID, a.ID) })
	return list, nil
}

// Live is the id of the live release, "" for none.
func (s *Store) Live() (string, error) { return s.live() }

func (s *Store) live() (string, error) {
	target, err := os.Readlink(s.Current())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		if _, e := os.Lstat(s.Current()); e == nil {
			return "", &Blocked{s.Current(), "不是明法建立的链接，没有动它。请换一个位置，或把它移走"}
		}
		return "", fmt.Errorf("failed to read which release is live: %w", err)
	}
	folder, id := filepath.Split(filepath.FromSlash(target))
	if filepath.Clean(folder) != releasesName || !idForm.MatchString(id) {
		return "", &Blocked{s.Current(), "指向“" + target + "”，不是明法建立的链接，没有动它。请换一个位置，或把它移走"}
	}
	return id, nil
}

// newID names a release made now of commit. Ids sort by age even when the
// clock stands still or goes back, so it may name a later second than now.
func (s *Store) newID(commit string) (string, error) {
	list, err := s.List()
	if err != nil {
		return "", err
	}
	at := s.now().UTC().Truncate(time.Second)
	if len(list) > 0 && !at.After(list[0].Time) {
		at = list[0].Time.Add(time.Second)
	}
	id := at.Format(idTime)
	if commit != "" {
		id += "-" + commit[:min(len(commit), 10)]
	}
	if !idForm.MatchString(id) {
		return "", fmt.Errorf("failed to name the release of commit %q: it is no commit hash", commit)
	}
	return id, nil
}

// Blocked says what keeps a store from being used.
type Blocked struct {
	Path   string
	Reason string // Chinese, goes on after the path
}

func (b *Blocked) Error() string { return fmt.Sprintf("“%s”%s", b.Path, b.Reason) }
