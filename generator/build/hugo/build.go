package hugo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"

	"mingfa/generator/build/progress"
	"mingfa/generator/build/scratch"
)

// interval is how often a build says in a pipe that it goes on.
const interval = 30 * time.Second

// build compiles Hugo into the file bin, which appears there whole or not at
// all.
func build(ctx context.Context, o Options, want requirements, bin string) error {
	if err := os.MkdirAll(filepath.Dir(bin), 0o777); err != nil {
		return cacheFailure(ctx, filepath.Dir(bin), err)
	}
	tmp := bin + ".tmp" // the caller holds the lock
	defer os.Remove(tmp)

	start := time.Now()
	stop := announce(o.Out, want.version)
	env := buildEnvironment(os.Environ())
	said, err := compileIn(ctx, o, tmp, env)
	stop()
	if err == nil {
		err = os.Rename(tmp, bin)
	}
	if err != nil {
		return buildFailure(ctx, want, bin, said, err)
	}
	fmt.Fprintf(o.Out, "Hugo %s 已编译好，用时 %s，以后直接使用。\n", want.version, progress.Spell(time.Since(start)))
	return nil
}

// compilerOfC is a go that fails for want of a working C compiler. Hugo does
// without one (of its packages only Go's own net and os/user can make use of
// C), but go's default is left as it is at first, since that is what other
// builds on the machine will have compiled already.
var compilerOfC = regexp.MustCompile(`(?m)^# runtime/cgo|^cgo: |C compiler`)

// compileIn builds Hugo in the folder that o names, or in one made of o.Module.
func compileIn(ctx context.Context, o Options, bin string, env []string) (said string, err error) {
	folder := o.Project
	if o.Module != nil {
		taken, err := scratch.New("hugo")
		if err != nil {
			return "", err
		}
		defer taken.Close()
		folder = taken.Path
		for _, name := range []string{"go.mod", "go.sum"} {
			data, err := fs.ReadFile(o.Module, name)
			if err == nil {
				err = os.WriteFile(filepath.Join(folder, name), data, 0o666)
			}
			if err != nil {
				return "", err
			}
		}
	}
	said, err = compile(ctx, folder, bin, env)
	if err != nil && ctx.Err() == nil && compilerOfC.MatchString(said) {
		said, err = compile(ctx, folder, bin, append(env, "CGO_ENABLED=0"))
	}
	return said, err
}

// compile builds Hugo into the file bin and gives what go said.
func compile(ctx context.Context, project, bin string, env []string) (said string, err error) {
	var last tail
	cmd := command(ctx, "go", "build", "-o", bin, module)
	cmd.Dir, cmd.Env = project, env
	cmd.Stdout, cmd.Stderr = &last, &last
	if err = start(cmd, Limits{}); err == nil {
		err = cmd.Wait()
	}
	return last.String(), err
}

// announce says that Hugo is being built, and goes on saying so: every second
// on a terminal, every half minute elsewhere.
func announce(out io.Writer, version string) (stop func()) {
	what := fmt.Sprintf("首次运行需要编译 Hugo %s，只此一次，约需 3–5 分钟", version)
	fmt.Fprintln(out, what+"；期间可随时按 Ctrl-C 中断。")
	if progress.IsTerminal(out) {
		return progress.Elapsed(out, "正在编译 Hugo").Stop
	}
	return progress.Every(interval, func(elapsed time.Duration) {
		fmt.Fprintf(out, "仍在编译 Hugo，已用 %s。\n", progress.Spell(elapsed))
	})
}

// buildEnvironment is environ with what would build something else taken out:
// a -mod of the user's, another target system, a workspace, a download of
// another Go.
func buildEnvironment(environ []string) []string {
	env := make([]string, 0, len(environ)+4)
	for _, e := range environ {
		name, value, _ := strings.Cut(e, "=")
		switch name {
		case "GOFLAGS":
			var kept []string
			for _, flag := range strings.Fields(value) {
				if name := strings.TrimLeft(flag, "-"); !strings.HasPrefix(name, "mod=") && !strings.HasPrefix(name, "tags=") {
					kept = append(kept, flag)
				}
			}
			env = append(env, "GOFLAGS="+strings.Join(kept, " "))
		case "GOOS", "GOARCH", "GOWORK", "GOTOOLCHAIN":
		default:
			env = append(env, e)
		}
	}
	return append(env, "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "GOWORK=off", "GOTOOLCHAIN=local")
}

// instead is what to do when Hugo cannot be built here.
const instead = "也可以另行取得 Hugo %s，与明法的程序放在同一个文件夹，或用环境变量 MINGFA_HUGO 指明它的路径"

// causes of a failed build, by what go says, and what a person can do. The
// first that matches counts.
var causes = []struct {
	words   *regexp.Regexp
	summary string // %[1]s the version of Hugo, %[2]s the least Go, %[3]s the cache folder
}{
	{regexp.MustCompile(`no space left on device|disk quota exceeded`),
		"编译 Hugo 失败：磁盘已满。编译约需 2 GB 空间（缓存文件夹“%[3]s”、Go 的编译缓存和临时文件夹）"},
	{regexp.MustCompile(`requires go >= |invalid go version|unknown directive: tool|cannot compile Go |requires go1\.|is not a known toolchain`),
		"编译 Hugo 失败：本机的 Go 版本太旧，需要 Go %[2]s 或更新的版本"},
	{regexp.MustCompile(`missing go\.sum entry|checksum mismatch|SECURITY ERROR|go: updates to go\.(mod|sum) needed`),
		"编译 Hugo 失败：项目的 go.mod 和 go.sum 不一致，或下载的源代码与记录不符。请恢复这两个文件"},
	{regexp.MustCompile(`no required module provides|cannot find main module|go\.mod file not found|is not in std`),
		"编译 Hugo 失败：项目的 go.mod 里没有 Hugo。请恢复这个文件"},
	{regexp.MustCompile(`dial tcp|dial udp|no such host|i/o timeout|connection re(fused|set)|network is unreachable|TLS handshake|proxyconnect|lookup disabled|cannot query module|unexpected EOF|50[234] |40[37] |x509: |context deadline exceeded|server misbehaving`),
		"编译 Hugo 失败：下载 Hugo 的源代码时网络不通。请检查网络，或用 go env -w GOPROXY=… 换一个能连上的 Go 模块代理"},
	{regexp.MustCompile(`signal: killed|out of memory|cannot allocate memory`),
		"编译 Hugo 失败：内存不足。编译约需 2 GB 内存，请关闭其他程序后再试"},
	{regexp.MustCompile(`permission denied|read-only file system`),
		"编译 Hugo 失败：没有写入权限（缓存文件夹“%[3]s”、Go 的编译缓存或临时文件夹）"},
}

// buildFailure says why a build failed.
func buildFailure(ctx context.Context, want requirements, bin, said string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("failed to build Hugo: %w", context.Cause(ctx))
	}
	alternative := "。\n" + fmt.Sprintf(instead, want.version) + "。"
	if want.beside != "" {
		alternative += "（程序旁边已有一个 Hugo，但它" + want.beside + "，所以没有用它。）"
	}
	if errors.Is(err, exec.ErrNotFound) {
		return &Failure{Summary: fmt.Sprintf("找不到 go 命令：首次运行要用 Go %s 或更新的版本编译 Hugo。请先安装 Go（https://go.dev/dl/）", want.goLine) + alternative, Err: err}
	}
	detail := words("Go", strings.TrimSpace(said))
	text := said + "\n" + err.Error()
	for _, c := range causes {
		if c.words.MatchString(text) {
			summary := fmt.Sprintf(c.summary+"%.0[1]s%.0[2]s%.0[3]s", want.version, want.goLine, filepath.Dir(bin))
			return &Failure{Summary: summary + alternative, Detail: detail, Err: err}
		}
	}
	return &Failure{Summary: "编译 Hugo 失败" + alternative, Detail: detail, Err: err}
}

// tail keeps the last lines of what a program says: the first go build of a
// machine lists hundreds of downloads.
type tail struct {
	mu  sync.Mutex
	buf []byte
}

const tailSize = 4 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf = append(t.buf, p...)
	if len(t.buf) > 2*tailSize {
		t.buf = append(t.buf[:0], t.buf[len(t.buf)-tailSize:]...)
	}
	return len(p), nil
}

// String is the end of what was said, from the beginning of a line, without
// the downloads.
func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var kept []string
	for line := range bytes.Lines(t.buf) {
		if !bytes.HasPrefix(line, []byte("go: downloading ")) {
			kept = append(kept, strings.TrimRight(string(line), "\r\n"))
		}
	}
	const most = 15
	return strings.Join(kept[max(0, len(kept)-most):], "\n")
}
