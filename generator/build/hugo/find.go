package hugo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"mingfa/generator/build/lock"
)

// Options say where to look for Hugo.
type Options struct {
	Project string    // the folder with go.mod, where Module is nil
	Module  fs.FS     // go.mod and go.sum, which say which Hugo is wanted and how to build it
	Out     io.Writer // for people: what takes minutes is said here; may be nil
	Ready   bool      // only a Hugo that is there already; ErrNotBuilt without one
}

// ErrNotBuilt is Find's error where Options.Ready keeps it from building.
var ErrNotBuilt = errors.New("还没有编译 Hugo，请先生成一次网站")

// Find gives the path of a Hugo to run, the first of
//
//   - what the environment variable MINGFA_HUGO names,
//   - a hugo in the folder of the installed generator, of the version wanted,
//   - the one in the cache folder, built on first use from the version that
//     go.mod names. The cache is that of the user, or MINGFA_CACHE.
//
// An installed generator gives the go.mod that it carries: what a portal's
// folder holds must not choose the program that is run.
//
// Runs that need the same build wait for one of them to do it. What keeps Hugo
// from being had is a *Failure.
func Find(ctx context.Context, o Options) (string, error) {
	if o.Out == nil {
		o.Out = io.Discard
	}
	if named := os.Getenv("MINGFA_HUGO"); named != "" {
		return findNamed(named, o)
	}
	want, err := readRequirements(o)
	if err != nil {
		return "", err
	}
	exe, err := os.Executable()
	if err == nil {
		var found string
		if found, want.beside = beside(exe, want.version); found != "" {
			return found, nil
		}
	}
	cache, err := cacheFolder()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "hugo", strings.Join([]string{want.version, want.key, runtime.GOOS, runtime.GOARCH}, "-"))
	bin := filepath.Join(folder, program)
	if runnable(bin) == nil {
		return bin, nil
	}
	if o.Ready {
		return "", ErrNotBuilt
	}
	l, err := lock.Acquire(ctx, folder+".lock", func() { fmt.Fprintln(o.Out, "另一个明法正在编译 Hugo，等它编译好……") })
	if err != nil {
		return "", cacheFailure(ctx, cache, err)
	}
	defer l.Release()
	if runnable(bin) == nil {
		return bin, nil
	}
	return bin, build(ctx, o, want, bin)
}

// findNamed checks what MINGFA_HUGO names, and says when its version differs.
func findNamed(named string, o Options) (string, error) {
	bin, err := exec.LookPath(named)
	if err == nil {
		bin, err = filepath.Abs(bin)
	}
	if err == nil {
		err = runnable(bin)
	}
	if err != nil {
		return "", &Failure{Summary: fmt.Sprintf("环境变量 MINGFA_HUGO 指向的“%s”不是能运行的程序。请改正它，或者去掉它，由明法自己准备 Hugo", named), Err: err}
	}
	have := versionOf(bin)
	if want, err := readRequirements(o); err == nil && have != "" && have != want.version {
		fmt.Fprintf(o.Out, "提醒：MINGFA_HUGO 指向的 Hugo 是 %s，而本项目按 %s 编写，网页可能与预期不同。\n", have, want.version)
	}
	return bin, nil
}

// beside looks for a Hugo of the wanted version in the folder of exe. Go's own
// programs share a folder, so one of another version may well stand there; then
// fault says what is wrong with it, in Chinese.
func beside(exe, version string) (bin, fault string) {
	if real, err := filepath.EvalSymlinks(exe); err == nil {
		exe = real
	}
	bin = filepath.Join(filepath.Dir(exe), program)
	if err := runnable(bin); errors.Is(err, fs.ErrPermission) {
		return "", "没有执行权限"
	} else if err != nil {
		return "", ""
	}
	if have := versionOf(bin); have != "" && have != version {
		return "", "是 " + have + "，与要求的版本不同"
	}
	return bin, ""
}

// runnable says what keeps bin from being run; nil when nothing does.
func runnable(bin string) error {
	info, err := os.Stat(bin)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errors.New("not a file")
	case runtime.GOOS != "windows" && info.Mode()&0o111 == 0:
		return fs.ErrPermission
	}
	return nil
}

// cacheFolder is the absolute path of the folder for what is built once.
func cacheFolder() (string, error) {
	if named := os.Getenv("MINGFA_CACHE"); named != "" {
		abs, err := filepath.Abs(named)
		if err != nil {
			return "", fmt.Errorf("failed to find the cache folder: %w", err)
		}
		return abs, nil
	}
	user, err := os.UserCacheDir()
	if err != nil {
		return "", &Failure{Summary: "不知道缓存文件夹在哪里（没有设置 HOME）。请用环境变量 MINGFA_CACHE 指定一个文件夹", Err: err}
	}
	return filepath.Join(user, "mingfa"), nil
}

func cacheFailure(ctx context.Context, cache string, err error) error {
	if ctx.Err() != nil {
		return err
	}
	return &Failure{Summary: fmt.Sprintf("无法使用缓存文件夹“%s”。请检查权限，或用环境变量 MINGFA_CACHE 指定另一个文件夹", cache), Detail: "  " + err.Error(), Err: err}
}
