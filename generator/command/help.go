package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// newHelp is the command help: whoever knows other programs types it before --help. It says the
// same.
func newHelp(program string) *cobra.Command {
	return &cobra.Command{
		Use:     "help [命令]",
		Short:   "显示全部命令，或者某个命令的说明",
		Long:    "显示全部命令，或者某个命令的说明，与在命令后面加 --help 相同。",
		Example: "  mingfa help\n  mingfa help build\n  mingfa help hooks install",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, left, err := cmd.Root().Find(args)
			if err != nil || len(left) > 0 {
				return fmt.Errorf("没有“%s”这个命令。用 %s --help 查看全部命令", strings.Join(args, " "), program)
			}
			return about.Help()
		},
	}
}
