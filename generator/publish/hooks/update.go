package hooks

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// Update is what a push does to one ref: githooks(5), pre-receive.
type Update struct{ Old, New, Ref string }

const branches = "refs/heads/"

// Branch is the branch's name, "" for a tag or anything else.
func (u Update) Branch() string {
	name, ok := strings.CutPrefix(u.Ref, branches)
	if !ok {
		return ""
	}
	return name
}

// Creates reports whether the ref is new.
func (u Update) Creates() bool { return isZero(u.Old) }

// Deletes reports whether the ref goes.
func (u Update) Deletes() bool { return isZero(u.New) }

func isZero(hash string) bool { return strings.Trim(hash, "0") == "" }

var hash = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)

// ParseUpdates reads what git writes to a hook: "<old> <new> <ref>" lines.
func ParseUpdates(r io.Reader) ([]Update, error) {
	var updates []Update
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.SplitN(lines.Text(), " ", 3)
		if len(fields) != 3 || !hash.MatchString(fields[0]) || !hash.MatchString(fields[1]) || fields[2] == "" {
			return nil, fmt.Errorf("git 给钩子的内容读不懂：%q", lines.Text())
		}
		updates = append(updates, Update{fields[0], fields[1], fields[2]})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("failed to read what git says of the push: %w", err)
	}
	return updates, nil
}

// plain is a branch name that can be an address as it is.
var plain = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// mostSlug is how many characters of a branch's name its address shows.
const mostSlug = 40

// Slug is the address of a branch's preview: one folder name of [a-z0-9-],
// another one for every branch. A name that is no such word itself gets a hash
// of the whole name behind "--", which no plain name has.
func Slug(branch string) string {
	if plain.MatchString(branch) && len(branch) <= mostSlug {
		return branch
	}
	var b strings.Builder
	for _, r := range strings.ToLower(branch) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= mostSlug {
			break
		}
	}
	sum := sha256.Sum256([]byte(branch))
	name := strings.Trim(b.String(), "-")
	if name == "" {
		name = "branch"
	}
	return name + "--" + hex.EncodeToString(sum[:4])
}
