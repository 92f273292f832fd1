package checkout

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// Change is a file in which two commits differ.
type Change struct {
	Path     string
	Old, New string // the objects; "" where there is no file
}

// Compare lists the files in which two commits differ, below the named paths. A file
// that was moved is one that went and one that came.
func (r *Repo) Compare(ctx context.Context, old, new string, paths ...string) ([]Change, error) {
	out, err := r.git(ctx, append([]string{"diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--end-of-options", old, new, "--"}, paths...)...)
	if err != nil {
		return nil, unreadable(cleaned(err))
	}
	fields := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	var changes []Change
	for i := 0; i+1 < len(fields); i += 2 { // :MODE MODE OBJECT OBJECT STATUS, path
		about := strings.Fields(fields[i])
		if len(about) != 5 {
			return nil, fmt.Errorf("failed to compare %s with %s: git said %q", old, new, fields[i])
		}
		changes = append(changes, Change{fields[i+1], object(about[2]), object(about[3])})
	}
	return changes, nil
}

// object is the name of an object, "" for the zeros that stand for none.
func object(name string) string {
	if strings.Trim(name, "0") == "" {
		return ""
	}
	return name
}

// Branches are the newest commits of all branches, by their names.
func (r *Repo) Branches(ctx context.Context) (map[string]string, error) {
	out, err := r.git(ctx, "for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads/")
	if err != nil {
		return nil, unreadable(cleaned(err))
	}
	branches := map[string]string{}
	for line := range strings.Lines(string(out)) {
		commit, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		branches[name] = commit
	}
	return branches, nil
}

// IsAncestor reports whether the history of commit new holds old.
func (r *Repo) IsAncestor(ctx context.Context, old, new string) (bool, error) {
	_, err := r.git(ctx, "merge-base", "--is-ancestor", old, new)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return false, nil
	}
	if err != nil {
		return false, unreadable(cleaned(err))
	}
	return true, nil
}

// MergeBase is the newest commit that two share, "" for none.
func (r *Repo) MergeBase(ctx context.Context, a, b string) (string, error) {
	out, err := r.git(ctx, "merge-base", a, b)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return "", nil
	}
	if err != nil {
		return "", unreadable(cleaned(err))
	}
	return strings.TrimSpace(string(out)), nil
}
