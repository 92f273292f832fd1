package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usage is cobra's own template, in Chinese.
const usage = `用法：
  {{if .HasAvailableSubCommands}}{{.CommandPath}} <命令>{{else}}{{.UseLine}}{{end}}{{if .HasExample}}

例：
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

命令：{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

查看某个命令的说明：{{.CommandPath}} <命令> --help{{end}}
`

func newRoot(program string, stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:           "mingfa",
		Annotations:   map[string]string{cobra.CommandDisplayNameAnnotation: program},
		Short:         "把法治政府建设年度报告变成人人能读、数字有出处的网站",
		Long:          "明法：把法治政府建设年度报告变成人人能读、数字有出处的网站。\n\n报告放在 seeds/<单位>/<年份>.txt，生成的网站在 public/。",
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
	root.SetUsageTemplate(usage)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "no-help", Hidden: true})
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd, err) })
	root.AddCommand(newBuild(program), newServe(program), newCheck(program), newExtract(), newDraft(), newScore(), newBench(), newInit(program), newVersion(),
		newPublish(program), newReleases(), newRollback(), newVerify(program), newHooks())
	root.Flags().Bool("version", false, "显示版本")
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, "显示这份说明")
		c.DisableFlagsInUseLine = true
		c.Example = strings.ReplaceAll(c.Example, "  mingfa ", "  "+program+" ")
	}
	return root
}

// flagError says in Chinese what pflag says in English.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	var said string
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		said = fmt.Sprintf("没有“-%s”这个选项", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		said = fmt.Sprintf("没有“--%s”这个选项", unknown.GetSpecifiedName())
	case errors.As(err, &lacking):
		said = fmt.Sprintf("选项“--%s”后面要有一个值", lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		said = fmt.Sprintf("选项“--%s”不能是“%s”", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &malformed):
		said = fmt.Sprintf("“%s”不是选项的写法", malformed.GetSpecifiedFlag())
	default:
		return err
	}
	return fmt.Errorf("%s。用 %s --help 查看全部选项", said, cmd.CommandPath())
}

// files is cobra's argument check for a command that takes from least to most
// files; most < 0 stands for any number.
func files(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("缺少参数。用法：%s", cmd.UseLine())
		case most >= 0 && len(args) > most:
			return fmt.Errorf("多余的参数“%s”。用法：%s", strings.Join(args[most:], " "), cmd.UseLine())
		}
		return nil
	}
}
