package outcome

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// sentence is a run of three ASCII words. What a message may hold of them is
// taken out first: technical details, and paths, options and code, which are no
// words but hold a dot, a slash or a dash.
var sentence = regexp.MustCompile(`[A-Za-z]+[,;:]? [A-Za-z]+[,;:]? [A-Za-z]+`)

// english is a run of English words in what a person is told, "" for none.
func english(message string) string {
	var kept []string
	for line := range strings.Lines(message) {
		if !strings.HasPrefix(line, detailMark) {
			kept = append(kept, line)
		}
	}
	return sentence.FindString(strings.Join(kept, ""))
}

type spoken struct {
	text string
	err  error
}

func (s spoken) Error() string { return s.text }
func (s spoken) Unwrap() error { return s.err }

func TestMessage(t *testing.T) {
	path := func(err error) error { return &fs.PathError{Op: "open", Path: "seeds/示例/2023.txt", Err: err} }
	get := func(err error) error { return &url.Error{Op: "Get", URL: "https://www.example.gov.cn/", Err: err} }
	dial := func(err error) error {
		return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", err)}
	}
	var syntax *json.SyntaxError
	errors.As(json.Unmarshal([]byte("{"), new(any)), &syntax)
	_, number := strconv.Atoi("示\"例")
	for _, c := range []struct {
		err  error
		want string
	}{
		{path(fs.ErrNotExist), "找不到 seeds/示例/2023.txt。请核对文件名和所在的文件夹。"},
		{path(syscall.ENOENT), "找不到 seeds/示例/2023.txt。请核对文件名和所在的文件夹。"},
		{path(syscall.EACCES), "没有权限读写 seeds/示例/2023.txt。请检查它的权限，或请管理员处理。"},
		{path(syscall.EPERM), "没有权限读写 seeds/示例/2023.txt。请检查它的权限，或请管理员处理。"},
		{path(syscall.EISDIR), "seeds/示例/2023.txt 是文件夹，这里需要的是文件。"},
		{path(syscall.ENOTDIR), "seeds/示例/2023.txt 用不了：路径里有一段是文件，不是文件夹。请核对路径。"},
		{path(syscall.ENOSPC), "磁盘已满，写不下 seeds/示例/2023.txt。请腾出空间后再试。"},
		{path(syscall.EDQUOT), "磁盘配额已经用完，写不下 seeds/示例/2023.txt。请腾出空间，或请管理员加大配额。"},
		{path(syscall.EROFS), "seeds/示例/2023.txt 所在的磁盘是只读的，不能写入。请换一个位置。"},
		{path(syscall.EMFILE), "同时打开的文件太多，打不开 seeds/示例/2023.txt。请关掉一些程序再试，或请管理员调高系统上限。"},
		{path(syscall.ENFILE), "同时打开的文件太多，打不开 seeds/示例/2023.txt。请关掉一些程序再试，或请管理员调高系统上限。"},
		{path(syscall.ENAMETOOLONG), "seeds/示例/2023.txt 的名称太长。请改短，或换到层次浅一些的文件夹。"},
		{path(syscall.ENOTEMPTY), "文件夹 seeds/示例/2023.txt 里还有别的文件，没有动它。请先移走。"},
		{path(syscall.EEXIST), "seeds/示例/2023.txt 已经存在，没有动它。请先移走，或换一个名字。"},
		{path(syscall.EBUSY), "seeds/示例/2023.txt 正在被别的程序使用。请关掉那个程序再试。"},
		{path(syscall.ETXTBSY), "seeds/示例/2023.txt 正在被别的程序使用。请关掉那个程序再试。"},
		{path(syscall.ELOOP), "seeds/示例/2023.txt 的符号链接绕成了圈。请改正链接。"},
		{path(syscall.EFBIG), "seeds/示例/2023.txt 太大，系统不允许。"},
		{path(syscall.EIO), "读写 seeds/示例/2023.txt 时磁盘出错。请检查磁盘，并留意备份。"},
		{path(syscall.ENOMEM), "内存不足，处理不了 seeds/示例/2023.txt。请关掉一些程序再试。"},
		{path(syscall.ENOEXEC), "seeds/示例/2023.txt 不是能在本机运行的程序。"},
		{path(syscall.EPIPE), "接收输出的程序已经结束，写不下去了。"},
		{path(syscall.EINVAL), "读写 seeds/示例/2023.txt 时出错。\n技术细节：invalid argument"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EXDEV}, "a 要移到另一个磁盘上，系统不允许。请换一个与它在同一个磁盘上的位置。"},
		{os.NewSyscallError("flock", syscall.ENOSPC), "磁盘已满，写不下文件。请腾出空间后再试。"},
		{syscall.EROFS, "文件所在的磁盘是只读的，不能写入。请换一个位置。"},
		{syscall.ENOENT, "找不到文件。请核对文件名和所在的文件夹。"},
		{syscall.EISDIR, "这是文件夹，这里需要的是文件。"},
		{syscall.ENOTEMPTY, "文件夹里还有别的文件，没有动它。请先移走。"},
		{syscall.EPIPE, "接收输出的程序已经结束，写不下去了。"},
		{syscall.EINVAL, "读写文件时出错。\n技术细节：invalid argument"},
		{&exec.Error{Name: "git", Err: exec.ErrNotFound}, "找不到程序 git。请先安装它，并确认在命令行里能运行。"},
		{&exec.Error{Name: "/opt/x/git", Err: fs.ErrPermission}, "没有权限运行程序 git。请检查它的权限，或请管理员处理。"},
		{get(context.DeadlineExceeded), "连接 https://www.example.gov.cn/ 超时。请检查网络，稍后再试。"},
		{get(dial(syscall.ECONNREFUSED)), "https://www.example.gov.cn/ 拒绝连接。请核对网址，并确认网站的服务器在运行。"},
		{get(dial(syscall.ECONNRESET)), "与 https://www.example.gov.cn/ 的连接中断了。请稍后再试。"},
		{get(io.EOF), "与 https://www.example.gov.cn/ 的连接中断了。请稍后再试。"},
		{get(dial(syscall.ENETUNREACH)), "连不上 https://www.example.gov.cn/。请检查网络。"},
		{get(&net.DNSError{Err: "no such host", Name: "www.example.gov.cn", IsNotFound: true}), "找不到 https://www.example.gov.cn/：没有这个域名。请核对网址；网址没错时，请检查网络。"},
		{get(x509.UnknownAuthorityError{}), "https://www.example.gov.cn/ 的证书不可信。请核对网址；单位内部的网站，请先让本机信任签发证书的机构。"},
		{get(errors.New("stopped after 10 redirects")), "连接 https://www.example.gov.cn/ 时出错。请检查网址和网络，稍后再试。\n技术细节：stopped after 10 redirects"},
		{dial(syscall.ECONNREFUSED), "网络 拒绝连接。请核对网址，并确认网站的服务器在运行。"},
		{context.DeadlineExceeded, "超过了时限，没有做完。请稍后再试。"},
		{context.Canceled, "已中断，没有做完。"},
		{syntax, unexpected + "\n技术细节：unexpected end of JSON input"},

		// Chinese words of a stage, whatever stands around them and behind them.
		{errors.New("网站里已经有 search/index"), "网站里已经有 search/index"},
		{spoken{"无法写入网站：“public”没有写入权限", path(syscall.EACCES)}, "无法写入网站：“public”没有写入权限"},
		{spoken{"Hugo 意外停止（exit status 2）", errors.New("exit status 2")}, "Hugo 意外停止\n技术细节：exit status 2"},
		{fmt.Errorf("清单读不懂：%w", syntax), "清单读不懂\n技术细节：unexpected end of JSON input"},
		{fmt.Errorf("取不到清单：%w", get(io.EOF)), "取不到清单：与 https://www.example.gov.cn/ 的连接中断了。请稍后再试。"},
		{fmt.Errorf("%w。请在项目里运行", fmt.Errorf("没有这个提交：%w", errors.New("fatal: bad object"))), "没有这个提交。请在项目里运行\n技术细节：fatal: bad object"},
		{fmt.Errorf("%w。请恢复它", path(fs.ErrNotExist)), "找不到 seeds/示例/2023.txt。请核对文件名和所在的文件夹。请恢复它"},
		{fmt.Errorf("写不了 %w，请重试", errors.New("disk on fire")), "写不了，请重试\n技术细节：disk on fire"},
		{fmt.Errorf("写不了（%w），请重试", path(syscall.ENOSPC)), "写不了（磁盘已满，写不下 seeds/示例/2023.txt。请腾出空间后再试），请重试"},
		{fmt.Errorf("%w，请重试", errors.New("disk on fire")), "请重试\n技术细节：disk on fire"},
		{number, unexpected + "\n技术细节：" + number.Error()},
		{fmt.Errorf("年份读不懂：%w", number), "年份读不懂\n技术细节：" + number.Error()},
		{fmt.Errorf("%w：%s", errors.New("找不到放报告的文件夹"), "seeds"), "找不到放报告的文件夹：seeds"},
		{errors.Join(path(syscall.ENOSPC), path(syscall.ENOSPC)), "磁盘已满，写不下 seeds/示例/2023.txt。请腾出空间后再试。"},
		{errors.Join(path(syscall.ENOSPC), errors.New("no")), "磁盘已满，写不下 seeds/示例/2023.txt。请腾出空间后再试。\n技术细节：no"},
		{fmt.Errorf("%w：%w", errors.New("这里不是 git 仓库"), &exec.Error{Name: "git", Err: exec.ErrNotFound}), "这里不是 git 仓库：找不到程序 git。请先安装它，并确认在命令行里能运行。"},
	} {
		for _, wrap := range []string{"%w", "failed to do it: %w", "failed to read seeds/示例/2023.txt: failed to do what was asked for: %w"} {
			err := fmt.Errorf(wrap, c.err)
			got, want := Message(err), c.want
			if strings.HasPrefix(want, unexpected) { // the detail is the whole error
				want = unexpected + "\n技术细节：" + err.Error()
			}
			if got != want {
				t.Errorf("%v:\n got %s\nwant %s", err, got, want)
			}
			if run := english(got); run != "" {
				t.Errorf("%v: English, %q", err, run)
			}
			if line := Line(err); strings.Contains(line, "\n") {
				t.Errorf("%v: several lines:\n%s", err, line)
			}
		}
	}
}

func TestEnglish(t *testing.T) {
	for message, want := range map[string]bool{
		"failed to make the folder: mkdir x: not a directory": true,
		"找不到 seeds/a b/2023.txt。请核对":                          false,
		"请用 mingfa hooks install 仓库.git":                      true,
		"没有做完\n技术细节：failed to do it":                          false,
	} {
		if got := english(message) != ""; got != want {
			t.Errorf("%q: %v", message, got)
		}
	}
}
