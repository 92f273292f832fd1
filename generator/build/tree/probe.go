package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Mark is a file in a site's folder that says that we made it, so that a
// folder named by mistake does not lose what is in it.
const Mark = ".mingfa"

// Blocked says what keeps a site from being written.
type Blocked struct {
	Path   string // the file or folder in the way
	Reason string // Chinese, without the path
	Err    error  // what the system said; nil when it was not asked
}

func (b *Blocked) Error() string {
	return fmt.Sprintf("无法写入网站：“%s”%s", b.Path, b.Reason)
}

// Unwrap gives what the system said.
func (b *Blocked) Unwrap() error { return b.Err }

// Probe reports whether the site of the project in root can be written to
// dest, before any work is done. What is in the way comes as *Blocked.
//
// root/public is the generator's own. Another folder must be empty, new, or
// one that the generator filled before: Sync removes what it does not know.
func Probe(root, dest string) error {
	dest, err := resolve(dest)
	if err != nil {
		return err
	}
	if err := probeSources(root, dest); err != nil {
		return err
	}
	info, err := os.Stat(dest)
	switch {
	case err == nil && !info.IsDir():
		return &Blocked{Path: dest, Reason: "是一个文件，而网站需要在这里放一个文件夹。请把这个文件移走，或换一个位置"}
	case err == nil:
		if err := probeForeign(root, dest); err != nil {
			return err
		}
		if err := probeWritable(dest); err != nil {
			return err
		}
	case !missing(err):
		return blocked(dest, err)
	}
	return probeWritable(filepath.Dir(dest)) // the rendering is made beside dest
}

// resolve makes dest absolute and follows dest itself where it is a link to a
// folder: that is how some servers are set up. Links below it are not followed.
func resolve(dest string) (string, error) {
	abs, err := filepath.Abs(dest)
	if err != nil {
		return "", fmt.Errorf("failed to find the folder of the site: %w", err)
	}
	real, err := filepath.EvalSymlinks(abs)
	switch {
	case err == nil:
		return real, nil
	case !missing(err):
		return "", blocked(abs, err)
	}
	if info, err := os.Lstat(abs); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return "", &Blocked{Path: abs, Reason: "是一个符号链接，但它指向的文件夹不存在"}
	}
	return abs, nil
}

// probeSources refuses a dest that holds the project or one of its sources.
func probeSources(root, dest string) error {
	root, err := resolve(root)
	if err != nil {
		return err
	}
	in := func(path, folder string) bool {
		rel, err := filepath.Rel(folder, path)
		return err == nil && (rel == "." || filepath.IsLocal(rel))
	}
	if in(root, dest) {
		return &Blocked{Path: dest, Reason: "是项目所在的文件夹，网站不能写在这里。请换一个位置，例如项目里的 public"}
	}
	for _, name := range []string{"seeds", "content", "layouts", "static", "generator", ".git"} {
		if in(dest, filepath.Join(root, name)) {
			return &Blocked{Path: dest, Reason: "是项目自己的文件夹，网站不能写在这里。请换一个位置，例如项目里的 public"}
		}
	}
	return nil
}

// probeForeign refuses a folder that holds what we did not make.
func probeForeign(root, dest string) error {
	if isPublic(root, dest) {
		return nil
	}
	f, err := os.Open(dest)
	if err != nil {
		return blocked(dest, err)
	}
	defer f.Close()
	names, _ := f.Readdirnames(1)
	if len(names) == 0 {
		return nil
	}
	if _, err := os.Lstat(filepath.Join(dest, Mark)); err == nil {
		return nil
	}
	return &Blocked{Path: dest, Reason: "里已经有别的文件（如“" + names[0] + "”），生成网站会把它们删掉，所以没有动它。请换一个空文件夹"}
}

// isPublic reports whether dest is the folder public of the project.
func isPublic(root, dest string) bool {
	public, err := resolve(filepath.Join(root, "public"))
	return err == nil && public == dest
}

// probeWritable tries to make a file in dir, or in the nearest folder above it
// that exists.
func probeWritable(dir string) error {
	for {
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			return &Blocked{Path: dir, Reason: "是一个文件，里面放不了文件夹。请把它移走，或换一个位置"}
		}
		if err == nil {
			break
		}
		if !missing(err) {
			return blocked(dir, err)
		}
		dir = filepath.Dir(dir)
	}
	f, err := os.CreateTemp(dir, ".mingfa-probe-")
	if err != nil {
		return blocked(dir, err)
	}
	f.Close()
	os.Remove(f.Name())
	return nil
}

// blocked says in Chinese what the system says of path.
func blocked(path string, err error) error {
	reasons := []struct {
		err    error
		reason string
	}{
		{syscall.EROFS, "所在的磁盘是只读的，不能写入"},
		{syscall.ENOSPC, "所在的磁盘已满"},
		{syscall.EDQUOT, "所在的磁盘已用完配额"},
		{fs.ErrPermission, "没有写入权限。请检查文件夹的权限，或换一个位置"},
		{syscall.ENOTDIR, "的上级不是文件夹"},
		{syscall.ENAMETOOLONG, "的名称太长"},
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return &Blocked{Path: path, Reason: r.reason, Err: err}
		}
	}
	return &Blocked{Path: path, Reason: "打不开：" + err.Error(), Err: err}
}
