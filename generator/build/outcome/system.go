package outcome

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// onFiles is what the system says of a file, and what to do; %s is the file.
// The first that applies counts.
var onFiles = []struct {
	is   error
	says string
}{
	{syscall.ENOTDIR, "%s 用不了：路径里有一段是文件，不是文件夹。请核对路径。"},
	{fs.ErrNotExist, "找不到 %s。请核对文件名和所在的文件夹。"},
	{fs.ErrPermission, "没有权限读写 %s。请检查它的权限，或请管理员处理。"},
	{syscall.EISDIR, "%s 是文件夹，这里需要的是文件。"},
	{syscall.ENOSPC, "磁盘已满，写不下 %s。请腾出空间后再试。"},
	{syscall.EDQUOT, "磁盘配额已经用完，写不下 %s。请腾出空间，或请管理员加大配额。"},
	{syscall.EROFS, "%s 所在的磁盘是只读的，不能写入。请换一个位置。"},
	{syscall.EMFILE, "同时打开的文件太多，打不开 %s。请关掉一些程序再试，或请管理员调高系统上限。"},
	{syscall.ENFILE, "同时打开的文件太多，打不开 %s。请关掉一些程序再试，或请管理员调高系统上限。"},
	{syscall.ENAMETOOLONG, "%s 的名称太长。请改短，或换到层次浅一些的文件夹。"},
	{syscall.EXDEV, "%s 要移到另一个磁盘上，系统不允许。请换一个与它在同一个磁盘上的位置。"},
	{syscall.ENOTEMPTY, "文件夹 %s 里还有别的文件，没有动它。请先移走。"},
	{fs.ErrExist, "%s 已经存在，没有动它。请先移走，或换一个名字。"},
	{syscall.EBUSY, "%s 正在被别的程序使用。请关掉那个程序再试。"},
	{syscall.ETXTBSY, "%s 正在被别的程序使用。请关掉那个程序再试。"},
	{syscall.ELOOP, "%s 的符号链接绕成了圈。请改正链接。"},
	{syscall.EFBIG, "%s 太大，系统不允许。"},
	{syscall.EIO, "读写 %s 时磁盘出错。请检查磁盘，并留意备份。"},
	{syscall.ENOMEM, "内存不足，处理不了 %s。请关掉一些程序再试。"},
	{syscall.ENOEXEC, "%s 不是能在本机运行的程序。"},
	{syscall.EPIPE, "接收输出的程序已经结束，写不下去了。%.0s"},
}

// system is the Chinese text for an error of the system, of the network or of the
// process around; known is false for any other error. Of its causes only the
// error number counts: the rest is the same in English.
func (t *teller) system(err error) (text string, known bool) {
	switch e := err.(type) {
	case *fs.PathError:
		return t.file(e.Path, e.Err), true
	case *os.LinkError:
		return t.file(e.Old, e.Err), true
	case *os.SyscallError:
		return t.file("", e.Err), true
	case syscall.Errno:
		return t.file("", e), true
	case *exec.Error:
		return t.program(e), true
	case *url.Error:
		return t.address(e.URL, e), true
	case *net.OpError:
		return t.address(addressOf(e), e), true
	}
	switch err { // the causes of another error say the same of something
	case context.DeadlineExceeded:
		return "超过了时限，没有做完。请稍后再试。", true
	case context.Canceled:
		return "已中断，没有做完。", true
	}
	return "", false
}

// file is what err, which is about a file, says; path may be "".
func (t *teller) file(path string, err error) string {
	path = filepath.ToSlash(path)
	for _, o := range onFiles {
		if errors.Is(err, o.is) {
			return aboutFile(o.says, path)
		}
	}
	t.detail(err.Error())
	return aboutFile("读写 %s 时出错。", path)
}

// unnamed makes a sentence about a file one about a file of which no name is
// known: 找不到 %s。 -> 找不到文件。
var unnamed = strings.NewReplacer("%s 是文件夹", "这是文件夹", "文件夹 %s 里", "文件夹里", " %s ", "文件", " %s", "文件", "%s ", "文件", "%.0s", "")

// aboutFile is the sentence says about the file path, "" for one not known.
func aboutFile(says, path string) string {
	if path == "" {
		return unnamed.Replace(says)
	}
	return fmt.Sprintf(says, path)
}

// program is what err, which is about a program that could not be started, says.
func (t *teller) program(err *exec.Error) string {
	name := filepath.Base(err.Name)
	switch {
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("找不到程序 %s。请先安装它，并确认在命令行里能运行。", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("没有权限运行程序 %s。请检查它的权限，或请管理员处理。", name)
	}
	t.detail(err.Error())
	return fmt.Sprintf("程序 %s 运行不了。", name)
}
