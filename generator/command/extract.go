package command

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
)

func newExtract() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "extract 文件",
		Short:   "读一份报告，列出其中的标题、数字和引用",
		Example: "  mingfa extract seeds/hubin-sfj/2023.txt\n  mingfa extract seeds/hubin-sfj/2023.txt --format json",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("没有“%s”这种格式，可用的有 text、json", format)
			}
			r, err := build.ReadFile(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			if format == "text" {
				printExtract(cmd.OutOrStdout(), r)
				return nil
			}
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(r.Extract())
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "输出`格式`：text 或 json")
	return cmd
}
