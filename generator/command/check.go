package command

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/build/outcome"
	"mingfa/generator/check/explain"
	"mingfa/generator/check/tell"
	"mingfa/generator/report"
)

// checkFormats are the forms that findings can be printed in.
var checkFormats = []string{"text", "json", "sarif", "github"}

func newCheck(program string) *cobra.Command {
	var format, rule, site string
	cmd := &cobra.Command{
		Use:     "check [文件…]",
		Short:   "检查报告，列出拿不准和有问题的地方；不写文件名时检查整个 seeds/",
		Long:    "检查报告，列出拿不准和有问题的地方；不写文件名时检查整个 seeds/。\n\n写上 --site 和文件夹，就检查已经生成的网站：每一页该有的标签、链接、原件和数据。",
		Example: "  mingfa check\n  mingfa check seeds/hubin-sfj/2023.txt\n  mingfa check --format json\n  mingfa check --site public\n  mingfa check --explain heading-gap",
		Args:    files(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			if rule != "" {
				return explain.Print(out, rule, 80)
			}
			if !slices.Contains(checkFormats, format) {
				return fmt.Errorf("没有“%s”这种格式，可用的有 %s", format, strings.Join(checkFormats, "、"))
			}
			b := build.Builder{Project: ".", Program: program, Log: cmd.ErrOrStderr()}
			findings, err := findingsOf(cmd, &b, args, site)
			if err != nil {
				return err
			}
			if err := printFindings(out, findings, format); err != nil {
				return err
			}
			if report.Failed(findings) {
				return outcome.ErrFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "输出格式："+strings.Join(checkFormats, "、"))
	cmd.Flags().StringVar(&site, "site", "", "检查已经生成的网站，写它所在的文件夹，如 public")
	cmd.Flags().StringVar(&rule, "explain", "", "说明一条规则：查什么、为什么、怎么改")
	return cmd
}

// findingsOf checks what the command names: files, a built site, or all of
// seeds/.
func findingsOf(cmd *cobra.Command, b *build.Builder, paths []string, site string) ([]report.Finding, error) {
	switch {
	case cmd.Flags().Changed("site") && len(paths) > 0:
		return nil, fmt.Errorf("--site 检查整个网站，不能同时写文件名“%s”", strings.Join(paths, " "))
	case cmd.Flags().Changed("site"):
		return b.CheckSite(cmd.Context(), site)
	case len(paths) > 0:
		return build.CheckFiles(cmd.Context(), paths)
	}
	return b.Check(cmd.Context())
}

func printFindings(out io.Writer, findings []report.Finding, format string) error {
	switch format {
	case "json":
		return tell.JSON(out, findings)
	case "sarif":
		return tell.SARIF(out, findings, "")
	case "github":
		return tell.GitHub(out, findings)
	}
	return tell.Print(out, findings, build.Terminal(out))
}
