// Package outcome says in Chinese how a run ended, whatever went wrong: a clerk
// reads what happened and what to do about it, never an English sentence.
package outcome

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// ErrFindings ends a run whose findings have been printed already.
var ErrFindings = errors.New("error-level findings")

// Message turns what the machine says of a file into words a clerk can act on.
// Errors of our stages come in Chinese already.
func Message(err error) string {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("找不到 %s。请核对文件名和所在的文件夹。", path.Path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("没有权限读写 %s。", path.Path)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Sprintf("%s 是文件夹，这里需要的是文件。", path.Path)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("磁盘已满，写不下 %s。", path.Path)
	}
	return err.Error()
}
