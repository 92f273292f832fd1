// Package checkout takes the files of a commit out of a git repository, byte
// for byte as they were committed. It asks git for the objects themselves:
// a work tree and git archive both change files as the commit's own
// .gitattributes says (line ends, $Format$, export-ignore), and in a bare
// repository that receives a push, the objects are all there is.
//
// A commit is data. Only plain files come out: a symbolic link, a submodule or
// a path that would lead out of the folder is Refused.
package checkout

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"mingfa/generator/escape"
)

// Repo is a git repository: a work tree or a bare one.
type Repo struct {
	Dir string
	Env []string // for git, beside that of the process; a push's quarantine
}

// Refused is a file of a commit that is not taken out.
type Refused struct {
	Path   string
	Reason string // Chinese
}

func (r *Refused) Error() string { return fmt.Sprintf("“%s”%s", r.Path, r.Reason) }

// Limits on what is taken out, so that a push cannot fill the disk.
const (
	mostFiles = 200_000
	mostBytes = 8 << 30
	mostFile  = 256 << 20
)

// File is a file of a commit.
type File struct {
	Path   string // slash form
	Object string
}

// Commit is a commit of a repository.
type Commit struct {
	Hash string
	Time string // when it was committed, RFC 3339 with its own offset
}

// ErrNoRepository says that a folder is in no git repository.
var ErrNoRepository = errors.New("这里不在 git 仓库里")

// Resolve finds the commit that a name stands for, HEAD or a branch.
func (r *Repo) Resolve(ctx context.Context, name string) (Commit, error) {
	if _, err := r.git(ctx, "rev-parse", "--git-dir"); err != nil {
		if r.stands() {
			return Commit{}, unusable(err)
		}
		return Commit{}, fmt.Errorf("%w：%w", ErrNoRepository, cleaned(err))
	}
	out, err := r.git(ctx, "log", "-1", "--format=%H %cI", "--end-of-options", name+"^{commit}")
	hash, time, found := strings.Cut(strings.TrimSpace(string(out)), " ")
	if err != nil || !found {
		return Commit{}, fmt.Errorf("git 里没有“%s”这个提交：%w", name, cleaned(err))
	}
	return Commit{hash, time}, nil
}

// stands reports whether a repository is there that git could not read: without
// the program, of another owner, or damaged. What lies in the folder must not be
// taken for what is committed.
func (r *Repo) stands() bool {
	dir, err := filepath.Abs(r.Dir)
	if err != nil || os.Getenv("GIT_DIR") != "" {
		return true
	}
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
		dir = filepath.Dir(dir)
	}
}

// unusable says why git cannot read a repository that is there.
func unusable(err error) error {
	switch said := cleaned(err); {
	case errors.Is(err, exec.ErrNotFound):
		return fmt.Errorf("这个文件夹是 git 仓库，但找不到 git 程序。请先安装 git：%w", err)
	case strings.Contains(said.Error(), "dubious ownership"):
		return fmt.Errorf("这个 git 仓库的主人是别的账户，git 不肯读它。请用仓库主人的账户运行，或照技术细节里的办法设置：%w", said)
	default:
		return fmt.Errorf("git 读不了这个仓库：%w", said)
	}
}

// unreadable says of a repository that git opens and finds damaged.
func unreadable(err error) error {
	return fmt.Errorf("git 读不出仓库里的提交，仓库可能坏了。请管理员在仓库里运行 git fsck 看看，必要时从备份恢复：%w", err)
}

// Files lists the files of a commit below the named paths.
func (r *Repo) Files(ctx context.Context, commit string, paths ...string) ([]File, error) {
	out, err := r.git(ctx, append([]string{"ls-tree", "-r", "-z", "--full-tree", commit, "--"}, paths...)...)
	if err != nil {
		return nil, unreadable(cleaned(err))
	}
	var files []File
	for entry := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		if entry == "" {
			continue
		}
		about, path, found := strings.Cut(entry, "\t")
		fields := strings.Fields(about) // mode, type, object
		if !found || len(fields) != 3 {
			return nil, fmt.Errorf("failed to list the files of %s: git said %q", commit, entry)
		}
		switch {
		case fields[0] == "120000":
			return nil, &Refused{path, "是一个符号链接。请把文件本身放进来"}
		case fields[0] == "160000":
			return nil, &Refused{path, "是一个子模块。请把文件本身放进来"}
		case !filepath.IsLocal(filepath.FromSlash(path)) || strings.ContainsAny(path, "\\\x00") || hasDotGit(path):
			return nil, &Refused{path, "的路径不合规"}
		}
		if why := unfit(path); why != "" {
			return nil, &Refused{escape.Visible(path), why}
		}
		files = append(files, File{path, fields[2]})
	}
	if len(files) > mostFiles {
		return nil, &Refused{commit, fmt.Sprintf("有 %d 个文件，太多了", len(files))}
	}
	return files, nil
}

func hasDotGit(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if strings.EqualFold(part, ".git") {
			return true
		}
	}
	return false
}

// Extract writes files into the folder dir, which must be empty or new, and
// calls each with the path and the bytes of every one. each may be nil.
func (r *Repo) Extract(ctx context.Context, files []File, dir string, each func(path string, data []byte)) error {
	cmd := r.command(ctx, "cat-file", "--batch")
	var ask bytes.Buffer
	for _, f := range files {
		ask.WriteString(f.Object + "\n")
	}
	cmd.Stdin = &ask
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("failed to read the commit: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("failed to read the commit: %w", err)
	}
	err = extract(bufio.NewReaderSize(out, 1<<20), files, dir, each)
	if err != nil {
		_ = cmd.Cancel() // it may be waiting for us to read on
	}
	if e := cmd.Wait(); err == nil && e != nil {
		err = unreadable(fmt.Errorf("%w: %s", e, strings.TrimSpace(said.String())))
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// extract reads what git cat-file --batch says of files: for each a line
// "<object> blob <size>", the bytes and a line feed.
func extract(from *bufio.Reader, files []File, dir string, each func(string, []byte)) error {
	made := map[string]bool{}
	var total int64
	for _, f := range files {
		header, err := from.ReadString('\n')
		if err != nil {
			return fmt.Errorf("failed to read %s from git: %w", f.Path, err)
		}
		fields := strings.Fields(header)
		if len(fields) != 3 || fields[1] != "blob" {
			return fmt.Errorf("failed to read %s from git, which said %q", f.Path, strings.TrimSpace(header))
		}
		size, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil {
			return fmt.Errorf("failed to read %s from git, which said %q", f.Path, strings.TrimSpace(header))
		}
		if total += size; size > mostFile || total > mostBytes {
			return &Refused{f.Path, "太大了，不能发布"}
		}
		data := make([]byte, size)
		if _, err := io.ReadFull(from, data); err != nil {
			return fmt.Errorf("failed to read %s from git: %w", f.Path, err)
		}
		if _, err := from.Discard(1); err != nil {
			return fmt.Errorf("failed to read %s from git: %w", f.Path, err)
		}
		if bytes.HasPrefix(data, []byte(lfsPointer)) {
			return &Refused{f.Path, "是 Git LFS 的指针，不是文件本身：发布的会是这几行指针。请运行 git lfs migrate export --include=\"*\" 或 git lfs uninstall，再重新提交文件本身"}
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if folder := filepath.Dir(path); !made[folder] {
			if err := os.MkdirAll(folder, 0o777); err != nil {
				return fmt.Errorf("failed to make a folder: %w", err)
			}
			made[folder] = true
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return fmt.Errorf("failed to take out %s: %w", f.Path, err)
		}
		if each != nil {
			each(f.Path, data)
		}
	}
	return nil
}

// Changed reports whether the work tree differs from its commit below paths.
func (r *Repo) Changed(ctx context.Context, paths ...string) bool {
	out, err := r.git(ctx, append([]string{"status", "--porcelain", "--"}, paths...)...)
	return err == nil && len(out) > 0
}

func (r *Repo) command(ctx context.Context, args ...string) *exec.Cmd {
	// --no-optional-locks: a build must not hold up a commit made meanwhile.
	// --no-replace-objects: the commit's own objects, not what a ref says instead.
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-optional-locks", "--no-replace-objects", "-C", r.Dir}, args...)...)
	cmd.Env = append(os.Environ(), r.Env...)
	return cmd
}

func (r *Repo) git(ctx context.Context, args ...string) ([]byte, error) {
	return r.command(ctx, args...).Output()
}

// cleaned is an error of git with what git said.
func cleaned(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return err
}
