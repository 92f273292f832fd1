package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/build/tree"
	"mingfa/generator/settings"
)

func newDraft() *cobra.Command {
	var stdout, update bool
	cmd := &cobra.Command{
		Use:   "draft 文件",
		Short: "为一份报告写出数字核对文件的第一稿，供工作人员修改",
		Long: "把从报告读出的数字写成 <年份>.toml，放在报告旁边，供工作人员核对修改。已经有这个文件时不会覆盖。\n\n" +
			"每一段开头都是 status = \"draft\"，还不算核对过；核对无误后改成 \"confirmed\"。\n" +
			"上年的报告也在旁边的，上年的安排和程序比对的结果写成注释，核对以后去掉“# ”就是确认。\n" +
			"报告改过以后用 --update：已经核对、修改的都留下，原文有改动的请重新核对，新读出的数字补上。",
		Example: "  mingfa draft seeds/hubin-sfj/2023.txt\n  mingfa draft seeds/hubin-sfj/2023.txt --stdout\n  mingfa draft seeds/hubin-sfj/2023.txt --update",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := strings.TrimSuffix(args[0], filepath.Ext(args[0])) + ".toml"
			if update {
				return updateDraft(cmd, args[0], path, stdout)
			}
			text, r, err := build.DraftReview(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			if len(text) > settings.MaxBytes {
				return fmt.Errorf("这份报告读出 %d 个数字，核对文件会超过 %d MB，没有写。请只为要核对的数字手写 %s", len(r.Figures), settings.MaxBytes>>20,
					filepath.ToSlash(strings.TrimSuffix(filepath.Base(args[0]), filepath.Ext(args[0]))+".toml"))
			}
			if stdout {
				_, err := cmd.OutOrStdout().Write(text)
				return err
			}
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s 已经存在，没有改动它。报告改过了，想照着更新它，请加 --update；只想看新的草稿，请加 --stdout", filepath.ToSlash(path))
			}
			if err != nil {
				return err
			}
			_, err = file.Write(text)
			if err := errors.Join(err, file.Close()); err != nil {
				return errors.Join(err, os.Remove(path))
			}
			fmt.Fprintf(cmd.OutOrStdout(), "已写出 %s：%d 个数字待核对\n", filepath.ToSlash(path), len(r.Figures))
			return nil
		},
	}
	cmd.Flags().BoolVar(&stdout, "stdout", false, "只显示在屏幕上，不写文件")
	cmd.Flags().BoolVar(&update, "update", false, "报告改过以后，照着更新已有的文件，核对过的都留下")
	return cmd
}

// updateDraft brings the settings file at path up to its report.
func updateDraft(cmd *cobra.Command, reportPath, path string, stdout bool) error {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("还没有 %s，没有可以更新的。请先不加 --update 运行一次", filepath.ToSlash(path))
	}
	if err != nil {
		return err
	}
	text, done, err := build.UpdateReview(cmd.Context(), reportPath, path, raw, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if stdout {
		_, err := out.Write(text)
		return err
	}
	if _, err := tree.WriteFile(path, text); err != nil {
		return err
	}
	fmt.Fprintf(out, "已更新 %s：\n", filepath.ToSlash(path))
	for _, line := range []struct {
		n    int
		says string
	}{
		{done.Kept, "  %d 段照旧\n"}, {done.Moved, "  %d 段原文有改动，名称和指标照旧，请重新核对\n"},
		{done.Lost, "  %d 段在报告里找不到了，已改成注释\n"}, {done.Added, "  %d 个数字新补\n"},
		{done.Planned, "  %d 项上年的安排新补，写成了注释\n"},
	} {
		if line.n > 0 {
			fmt.Fprintf(out, line.says, line.n)
		}
	}
	fmt.Fprintf(out, "还有 %d 段待核对\n", done.Awaited)
	return nil
}
