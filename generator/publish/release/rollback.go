package release

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrNoRelease is the error of Rollback that finds nothing to go back to.
type ErrNoRelease struct{ Reason string }

func (e *ErrNoRelease) Error() string { return e.Reason }

// Rollback makes an earlier release live: the one whose id begins with id, or,
// for "", the newest one that is older than the live one. It checks the release
// against its manifest first: a damaged one is not put in the place of a whole
// one. While another publishes it waits, having called waiting once.
//
// A release that shows reports which the live one does not is ErrBack, unless again
// says that this is meant.
func (s *Store) Rollback(ctx context.Context, id string, again bool, waiting func()) (Release, error) {
	held, err := s.acquire(ctx, waiting)
	if err != nil {
		return Release{}, err
	}
	defer held.Release()
	list, err := s.List()
	if err != nil {
		return Release{}, err
	}
	to, live, err := choose(list, id)
	if err != nil {
		return Release{}, err
	}
	back, err := s.broughtBack(live.ID, to.ID)
	if err != nil {
		return Release{}, err
	}
	if len(back) > 0 && !again {
		return Release{}, &ErrBack{back}
	}
	verdict, err := VerifyDir(ctx, s.Path(to.ID))
	if err != nil {
		return Release{}, fmt.Errorf("发布 %s 不能用：%w", to.ID, err)
	}
	if len(verdict.Problems) > 0 {
		return Release{}, fmt.Errorf("发布 %s 已经损坏（%s），没有换成它。请另选一个", to.ID, verdict.Problems[0])
	}
	if live.ID != "" {
		if err := carry(s.Path(live.ID), s.Path(to.ID)); err != nil {
			return Release{}, err
		}
	}
	if err := errors.Join(openAll(s.Path(to.ID)), s.openFolders()); err != nil {
		return Release{}, err
	}
	if err := syncTree(s.Path(to.ID)); err != nil {
		return Release{}, fmt.Errorf("failed to bring the release to the disk: %w", err)
	}
	// Before the swap: a timer that finishes what pushes left undone must not take
	// what somebody goes back from for such a thing.
	if err := writeWhole(filepath.Join(s.dir, rolledBackName), []byte(s.newestKnown(list)+"\n"+to.ID+"\n")); err != nil {
		return Release{}, fmt.Errorf("failed to note that an older release is live: %w", err)
	}
	if err := s.swap(to.ID); err != nil {
		return Release{}, err
	}
	to.Live = true
	return to, nil
}

// RolledBack is the newest release, and whether somebody has gone back from it: it
// is not live for that reason, and not because its publisher was killed.
func (s *Store) RolledBack() (newest string, back bool, err error) {
	list, err := s.List()
	if err != nil || len(list) == 0 {
		return "", false, err
	}
	from, _, err := s.wentBack()
	newest = list[0].ID
	return newest, err == nil && !list[0].Live && from >= newest, err // ids sort by age
}

// newestKnown is the newest release that is there or, where its folder is gone, of which the log tells.
func (s *Store) newestKnown(list []Release) string {
	newest := list[0].ID
	if log, err := s.readLog(); err == nil {
		for _, e := range log.Releases {
			newest = max(newest, e.ID)
		}
	}
	return newest
}

// wentBack tells from which release somebody went back, and to which; "" for neither. What an
// earlier version of the program wrote does not tell to which.
func (s *Store) wentBack() (from, to string, err error) {
	raw, err := os.ReadFile(filepath.Join(s.dir, rolledBackName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", "", fmt.Errorf("failed to read whether an older release is live: %w", err)
	}
	noted := append(strings.Fields(string(raw)), "", "")
	return noted[0], noted[1], nil
}

// choose finds the release to go back to and the live one.
func choose(list []Release, id string) (to, live Release, err error) {
	at := -1
	for i, r := range list {
		if r.Live {
			at, live = i, r
		}
	}
	if id == "" {
		if at < 0 && len(list) > 0 { // what was live is gone: the newest that is there
			return list[0], live, nil
		}
		if at+1 >= len(list) {
			return to, live, &ErrNoRelease{"没有更早的发布可以退回"}
		}
		return list[at+1], live, nil
	}
	found := 0
	for _, r := range list {
		if r.ID == id {
			to, found = r, 1
			break
		}
		if strings.HasPrefix(r.ID, id) || len(id) >= 4 && strings.HasPrefix(r.Commit(), id) {
			to = r
			found++
		}
	}
	switch {
	case found == 0:
		return to, live, &ErrNoRelease{fmt.Sprintf("没有编号是“%s”的发布", id)}
	case found > 1:
		return to, live, &ErrNoRelease{fmt.Sprintf("有 %d 个发布的编号以“%s”开头，请写得完整一些", found, id)}
	case to.Live:
		return to, live, &ErrNoRelease{fmt.Sprintf("现在的网站就是 %s", to.ID)}
	}
	return to, live, nil
}
