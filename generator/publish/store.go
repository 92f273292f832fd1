package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/publish/release"
)

// OpenStore is the store that --to names. What a slip of the hand may name is
// refused: publishing makes folders there, and removes some of them later.
func OpenStore(dir string, keep int) (*release.Store, error) {
	switch {
	case dir == "":
		return nil, errors.New("请用 --to 写明发布的文件夹，如 --to /srv/mingfa")
	case keep < 0:
		return nil, fmt.Errorf("保留的份数不能是 %d", keep)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if why := unfit(abs); why != "" {
		return nil, fmt.Errorf("%s %s。请换一个文件夹，如 /srv/mingfa/site", dir, why)
	}
	return release.Open(dir, keep)
}

// unfit says in Chinese why a folder is none to publish to; "" if it is one.
func unfit(dir string) string {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return "是一个文件，不是文件夹"
	}
	real := dir
	if target, err := filepath.EvalSymlinks(dir); err == nil {
		real = target
	}
	switch {
	case real == filepath.Dir(real):
		return "是磁盘的最上层，不能发布到这里"
	case exists(real, "hugo.toml"), exists(real, "seeds"):
		return "是项目文件夹，不能发布到这里"
	case exists(real, "index.html"):
		return "是 build 生成网站的地方，不能也用来发布"
	}
	for below, above := real, filepath.Dir(real); above != below; below, above = above, filepath.Dir(above) {
		name := filepath.Base(below)
		switch {
		case name == ".git" || isRepository(below):
			return "在 git 的文件夹里，不能发布到这里"
		case exists(above, "seeds") && name == "public":
			return "是 build 生成网站的地方，不能也用来发布"
		case exists(above, "seeds") && (slices.Contains(Sources, name) || strings.HasPrefix(name, ".")):
			return "在项目的 " + name + " 里，那里放的是网站的内容"
		}
	}
	return ""
}

func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

// isRepository reports whether a folder is one of git's own, such as a bare
// repository.
func isRepository(dir string) bool {
	return exists(dir, "HEAD") && exists(dir, "objects") && exists(dir, "refs")
}
