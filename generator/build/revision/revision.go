// Package revision says which commit a folder's files are at. It asks the git
// program; a folder outside git, or a machine without git, has no revision,
// and that is no error: a portal can be built from an unpacked archive.
package revision

import (
	"context"
	"os/exec"
	"strings"
)

// Revision is a commit. Its zero value stands for a folder without one.
type Revision struct {
	Commit string // the whole hash
	Time   string // when it was committed, RFC 3339 with its own offset
	Dirty  bool   // what is built differs from the commit
}

// Short is the hash as people write it.
func (r Revision) Short() string { return r.Commit[:min(len(r.Commit), 10)] }

// Of is the revision of the work tree at dir. Only changes below the named
// paths make it dirty.
func Of(ctx context.Context, dir string, paths ...string) Revision {
	head, err := git(ctx, dir, "log", "-1", "--format=%H %cI")
	commit, time, found := strings.Cut(strings.TrimSpace(head), " ")
	if err != nil || !found {
		return Revision{}
	}
	status, err := git(ctx, dir, append([]string{"status", "--porcelain", "--"}, paths...)...)
	return Revision{Commit: commit, Time: time, Dirty: err != nil || status != ""}
}

func git(ctx context.Context, dir string, args ...string) (string, error) {
	// --no-optional-locks: a build must not hold up a commit made meanwhile.
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-optional-locks", "-C", dir}, args...)...)
	out, err := cmd.Output()
	return string(out), err
}
