package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/build/outcome"
	"mingfa/generator/check/survey"
	"mingfa/generator/check/tell"
	"mingfa/generator/report"
)

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
			found, err := surveyed(cmd, &b, args, site)
			if err != nil {
				return err
			}
			options := build.Terminal(out, b.Project)
			options.Version = build.Version()
			if err := tell.Write(out, found, format, options); err != nil {
				return err
			}
			if report.Failed(found.Findings()) {
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

// surveyed checks what the command names: files and folders, a built site, or all of
// seeds/.
func surveyed(cmd *cobra.Command, b *build.Builder, paths []string, site string) (*survey.Survey, error) {
	switch {
	case cmd.Flags().Changed("site") && len(paths) > 0:
		return nil, fmt.Errorf("--site 检查整个网站，不能同时写文件名“%s”", strings.Join(paths, " "))
	case cmd.Flags().Changed("site"):
		findings, err := b.CheckSite(cmd.Context(), site)
		return survey.New("", nil, findings), err
	case len(paths) > 0 && !slices.Equal(paths, []string{"seeds"}) && !slices.Equal(paths, []string{"seeds/"}):
		return build.CheckFiles(cmd.Context(), paths)
	}
	return b.Check(cmd.Context())
}
