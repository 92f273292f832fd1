package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingfa/generator/publish/push"
)

func newHooks() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "hooks",
		Short: "让一个 git 仓库在收到推送时自动检查、发布",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("没有“%s”这个命令。用 %s --help 查看全部命令", args[0], cmd.CommandPath())
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(newInstallHooks(), newFinishHooks(),
		newHook("pre-receive", (*push.Receiver).Before), newHook("post-receive", (*push.Receiver).After))
	return cmd
}
