package command

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/check/tell"
	"mingfa/generator/read/source"
)

func newExtract() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "extract 文件",
		Short:   "读一份报告，列出其中的标题、数字和引用",
		Example: "  mingfa extract seeds/hubin-sfj/2023.txt\n  mingfa extract 定稿.docx --format text\n  mingfa extract seeds/hubin-sfj/2023.txt --format json",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch format {
			case "text":
				return printText(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), args[0])
			case "list", "json":
			default:
				return fmt.Errorf("没有“%s”这种格式，可用的有 list、text、json", format)
			}
			r, err := build.ReadFile(cmd.Context(), args[0], cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			if format == "list" {
				printExtract(cmd.OutOrStdout(), r)
				return nil
			}
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(r.Extract())
		},
	}
	cmd.Flags().StringVar(&format, "format", "list", "输出`格式`：list（标题、数字和引用）、text（读出的全文）或 json")
	return cmd
}

// printText prints the text of a report's file as it is read, a paragraph a line
// and the cells of a row parted by tabs, and on log what was met on the way. It
// needs no project, and looks at the bytes alone, not at the file's name.
func printText(ctx context.Context, w, log io.Writer, path string) error {
	src, findings, err := source.Text(ctx, path)
	if err != nil {
		return err
	}
	if src == nil {
		f := findings[0]
		return errors.New(path + "：" + f.Message + "。" + f.Suggestion)
	}
	if len(findings) > 0 {
		_ = tell.Print(log, findings, build.Terminal(log, "."))
	}
	out := bufio.NewWriter(w)
	for n := 1; n <= src.Lines(); n++ {
		if line := src.Slice(src.LineSpan(n)); line != "" || n < src.Lines() {
			out.WriteString(line)
			out.WriteByte('\n')
		}
	}
	return out.Flush()
}
