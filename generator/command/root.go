package command

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

func newRoot(program string, stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:           "mingfa",
		Annotations:   map[string]string{cobra.CommandDisplayNameAnnotation: program},
		Short:         "把法治政府建设年度报告变成人人能读、数字有出处的网站",
		Long:          "明法：把法治政府建设年度报告变成人人能读、数字有出处的网站。\n\n报告（Word 文件）放在 seeds/<单位>/<年份>.docx，生成的网站在 public/。",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if asked, _ := cmd.Flags().GetBool("version"); asked {
				fmt.Fprint(cmd.OutOrStdout(), versions(cmd.Context()))
				return nil
			}
			if len(args) == 0 {
				return cmd.Help()
			}
			hint := ""
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				hint = "是不是想用“" + near[0] + "”？"
			}
			return fmt.Errorf("没有“%s”这个命令。%s用 %s --help 查看全部命令", args[0], hint, program)
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetUsageFunc(printUsage)
	root.CompletionOptions.DisableDefaultCmd = true
	help := newHelp(program)
	root.SetHelpCommand(help)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd, err) })
	root.AddCommand(newBuild(program), newServe(program), newCheck(program), newExtract(), newDraft(), newScore(), newBench(), newInit(program), newVersion(),
		newPublish(program), newReleases(), newRollback(), newPurge(), newVerify(program), newHooks(), help)
	root.Flags().Bool("version", false, "显示版本")
	describe(root, program)
	return root
}
