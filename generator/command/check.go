package command

import (
	"cmp"
	"errors"
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

// allRules is what --explain asks for without a rule behind it.
const allRules = "全部"

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
			if cmd.Flags().Changed("explain") {
				return explainRules(out, program, append([]string{rule}, args...))
			}
			format = cmp.Or(format, tell.Formats[0])
			if !slices.Contains(tell.Formats, format) { // before the work, not after it
				return tell.UnknownFormat(format)
			}
			b := build.Builder{Project: ".", Program: program, Log: cmd.ErrOrStderr()}
			findings, err := findingsOf(cmd, &b, args, site)
			if err != nil {
				return err
			}
			if err := tell.Write(out, findings, format, build.Terminal(out)); err != nil {
				return err
			}
			if report.Failed(findings) {
				return outcome.ErrFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "", "输出`格式`："+strings.Join(tell.Formats, "、")+"；不写时是 "+tell.Formats[0])
	cmd.Flags().StringVar(&site, "site", "", "检查已经生成的网站，写它所在的`文件夹`，如 public")
	cmd.Flags().StringVar(&rule, "explain", "", "说明一条`规则`：查什么、为什么、怎么改；不写规则时列出全部")
	cmd.Flags().Lookup("explain").NoOptDefVal = allRules // so that --explain X leaves X among the arguments
	return cmd
}

// explainRules prints the pages about rules, and a list of all rules where none is
// named or one is that there is none of.
func explainRules(out io.Writer, program string, rules []string) error {
	if rules[0] == allRules && len(rules) > 1 {
		rules = rules[1:]
	}
	width := 80
	if terminal := build.Terminal(out).Width; terminal > 0 {
		width = min(width, terminal)
	}
	for i, id := range rules {
		if i > 0 {
			fmt.Fprintln(out)
		}
		var err error
		if id != allRules {
			err = explain.Print(out, id, width)
		}
		if id == allRules || errors.Is(err, explain.ErrUnknown) {
			err = cmp.Or(explain.List(out), err)
			fmt.Fprintf(out, "查看一条规则的说明：%s check --explain heading-gap\n", program)
		}
		if err != nil {
			return err
		}
	}
	return nil
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
