package release

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/build/lock"
	"mingfa/generator/build/outcome"
)

// Draft is a release that is being made. Until Publish nobody sees it.
type Draft struct {
	store  *Store
	id     string
	commit string
	live   string // the release it will replace, "" for the first
	path   string // where it is made
	work   string
	lock   *lock.Lock

	found   *inspection // of the live release
	log     *Log        // of the releases before
	record  *Record     // as it was, and, after Update, as it will be
	notices []Notice
}

// Begin takes the store for one publisher, sweeps what a killed one left, and
// makes the folder of a new release. While another publishes it waits, having
// called waiting once. Only then does it ask for the commit to be released,
// which may be "": of two pushes it must be the newer one that stays, whichever
// waits. Close must follow.
func (s *Store) Begin(ctx context.Context, commit func() (string, error), waiting func()) (*Draft, error) {
	held, err := s.acquire(ctx, waiting)
	if err != nil {
		return nil, err
	}
	d := &Draft{store: s, lock: held}
	if d.commit, err = commit(); err == nil {
		err = d.begin(ctx)
	}
	if err != nil {
		held.Release()
		return nil, err
	}
	return d, nil
}

// acquire takes the store's lock and removes what a killed publisher left.
func (s *Store) acquire(ctx context.Context, waiting func()) (*lock.Lock, error) {
	if err := makeFolder(s.dir); err != nil {
		return nil, fmt.Errorf("failed to make the folder of the releases: %w", err)
	}
	held, err := lock.Acquire(ctx, filepath.Join(s.dir, lockName), waiting)
	if err != nil {
		return nil, err
	}
	if err := s.sweep(); err != nil {
		held.Release()
		return nil, err
	}
	return held, nil
}

func (d *Draft) begin(ctx context.Context) (err error) {
	if d.live, err = d.store.live(); err != nil {
		return err
	}
	if d.id, err = d.store.newID(d.commit); err != nil {
		return err
	}
	if d.record, d.notices, err = d.store.readRecord(d.live); err != nil {
		return err
	}
	if d.log, err = d.store.readLog(); err != nil {
		return err
	}
	if err := d.inspect(ctx); err != nil {
		return err
	}
	if err := makeFolder(filepath.Join(d.store.dir, releasesName)); err != nil {
		return fmt.Errorf("failed to make the folder of the releases: %w", err)
	}
	// No other run knows the names: a Hugo that goes on writing though its publisher
	// was killed is not in the way.
	d.path, err = os.MkdirTemp(filepath.Join(d.store.dir, releasesName), draftPrefix+d.id+"-")
	if err != nil {
		return fmt.Errorf("failed to make the folder of the release: %w", err)
	}
	if d.work, err = os.MkdirTemp(d.store.dir, workName+"-"); err != nil {
		return errors.Join(fmt.Errorf("failed to make the folder of the release: %w", err), os.RemoveAll(d.path))
	}
	return nil
}

// Path is the empty folder to render the site into.
func (d *Draft) Path() string { return d.path }

// Before is the folder of the release that it will replace; "" for the first, and where that release is not what
// was published.
func (d *Draft) Before() string {
	if d.live == "" || len(d.found.false) > 0 {
		return ""
	}
	return d.store.Path(d.live)
}

// Work is a folder for what the rendering needs meanwhile; it goes with Close.
func (d *Draft) Work() string { return d.work }

// Record is when the store's reports were first published.
func (d *Draft) Record() *Record { return d.record }

// Today is the day on which what is published now is published.
func (d *Draft) Today() string { return d.store.Today() }

// Today is the day on which what is published now is published.
func (s *Store) Today() string { return dayOf(s.now()) }

// Close gives the store back to the next publisher. A draft that was not
// published is removed. It may be called more than once.
func (d *Draft) Close() error {
	if d.lock == nil {
		return nil
	}
	defer func() { d.lock.Release(); d.lock = nil }()
	if err := errors.Join(os.RemoveAll(d.Path()), os.RemoveAll(d.Work()), os.RemoveAll(filepath.Join(d.store.dir, freshName))); err != nil {
		return fmt.Errorf("failed to remove an unfinished release: %w", err)
	}
	return nil
}

// Published is what Publish did.
type Published struct {
	Release
	Files   int      // without compressed copies
	Linked  int      // of these the same as in the release before, and sharing its space
	Bytes   int64    // of the files
	Notices []Notice // what people should know
}

// Publish completes the site that was rendered into Path and makes it live.
// An error leaves the live release as it was, unless it says otherwise.
func (d *Draft) Publish(ctx context.Context, in Input) (*Published, error) {
	s := d.store
	at, err := timeOf(d.id) // before the swap: an error must not say of a live site that it is not published
	if err != nil {
		return nil, err
	}
	sealed, err := d.seal(ctx, in)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(openAll(d.Path()), s.openFolders()); err != nil {
		return nil, err
	}
	s.step("sync")
	if err := syncTree(d.Path()); err != nil {
		return nil, fmt.Errorf("failed to bring the release to the disk: %w", err)
	}
	s.step("rename")
	if err := os.Rename(d.Path(), s.Path(d.id)); err != nil {
		return nil, fmt.Errorf("failed to put the release in its place: %w", err)
	}
	if err := syncFolder(filepath.Join(s.dir, releasesName)); err != nil {
		return nil, fmt.Errorf("failed to bring the release to the disk: %w", err)
	}
	done := &Published{Files: sealed.files, Linked: sealed.linked, Bytes: sealed.bytes, Notices: append(d.notices, s.shut()...)}
	if err := s.swap(d.id); err != nil {
		if live, e := s.live(); e != nil || live != d.id {
			// A release that nobody has seen must not look as if it had been published.
			return nil, errors.Join(err, os.RemoveAll(s.Path(d.id)))
		}
		done.Notices = append(done.Notices, Notice{Text: "新网站已经发布，但系统没有确认写入磁盘：" + outcome.Line(err)})
	}
	done.Release = Release{ID: d.id, Time: at, Live: true}
	s.step("record")
	if err := s.writeRecord(d.record); err != nil {
		done.Notices = append(done.Notices, Notice{Text: "首次发布日期的记录没有写成，下次发布会从网站取回：" + outcome.Line(err)})
	}
	if sealed.number > 0 {
		d.log.Releases = append(d.log.Releases, Entry{Number: sealed.number, ID: d.id, Commit: in.Commit, Manifest: sealed.sum})
		if err := s.writeLog(d.log); err != nil {
			done.Notices = append(done.Notices, Notice{Text: "发布记录没有写成，下次发布会补上：" + outcome.Line(err)})
		}
	}
	s.step("prune")
	if err := s.prune(); err != nil {
		done.Notices = append(done.Notices, Notice{Text: "新网站已经发布，但旧的发布没有删净，下次发布会再删：" + outcome.Line(err)})
	}
	_ = s.writeLeft(context.WithoutCancel(ctx), sealed.left) // without it the next release takes longer, and is the same
	return done, nil
}

// Tidy removes what killed publishers left, unless one is at work just now. Without
// it a store where nothing is left to publish would keep it.
func (s *Store) Tidy() error {
	if _, err := os.Stat(s.dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	held, err := lock.Try(filepath.Join(s.dir, lockName))
	if err != nil || held == nil {
		return err
	}
	defer held.Release()
	return s.sweep()
}

// sweep removes what killed publishers left behind. What somebody still writes into
// cannot be emptied now, is in nobody's way, and is removed by a later run.
func (s *Store) sweep() error {
	folder := filepath.Join(s.dir, releasesName)
	for _, at := range []struct {
		dir      string
		prefixes []string
	}{{s.dir, []string{workName, freshName}}, {folder, []string{draftPrefix, oldPrefix}}} {
		entries, err := os.ReadDir(at.dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("failed to list the releases: %w", err)
		}
		for _, e := range entries {
			for _, prefix := range at.prefixes {
				if strings.HasPrefix(e.Name(), prefix) {
					_ = os.RemoveAll(filepath.Join(at.dir, e.Name()))
				}
			}
		}
	}
	return s.sweepLinks()
}

// prune removes all but the newest releases and the live one. A release
// vanishes at once, not file by file.
func (s *Store) prune() error {
	list, err := s.List()
	if err != nil {
		return err
	}
	for i, r := range list {
		if i < s.keep || r.Live {
			continue
		}
		if err := s.remove(r.ID); err != nil {
			return err
		}
	}
	return nil
}
