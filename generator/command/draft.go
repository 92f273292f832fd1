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
	"mingfa/generator/read/review"
)

func newDraft() *cobra.Command {
	var stdout bool
	cmd := &cobra.Command{
		Use:     "draft 文件",
		Short:   "为一份报告写出数字核对文件的第一稿，供工作人员修改",
		Long:    "把从报告读出的数字写成 <年份>.toml，放在报告旁边，供工作人员核对修改。已经有这个文件时不会覆盖。",
		Example: "  mingfa draft seeds/hubin-sfj/2023.txt\n  mingfa draft seeds/hubin-sfj/2023.txt --stdout",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := build.ReadFile(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			text := review.Draft(r)
			if stdout {
				_, err := cmd.OutOrStdout().Write(text)
				return err
			}
			path := strings.TrimSuffix(args[0], filepath.Ext(args[0])) + ".toml"
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s 已经存在，没有改动它。想看新的草稿，请加 --stdout", filepath.ToSlash(path))
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
	return cmd
}
