package command

import (
	"github.com/spf13/cobra"

	"mingfa/generator/publish/push"
)

func newFinishHooks() *cobra.Command {
	return &cobra.Command{
		Use:   "finish 仓库.git",
		Short: "补做收下了却没有做完的发布和预览",
		Long: `补做收下了却没有做完的发布和预览：推送收下以后，机器断电、磁盘写满或者钩子被停下，网站就还是旧的，
再推送一次也只会说 Everything up-to-date。由定时器每几分钟运行一次；没有要补的，什么也不说。`,
		Example: "  mingfa hooks finish /srv/git/fazhi.git",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := push.NewReceiver(cmd.Context(), args[0], push.PlainVoice(cmd.OutOrStdout(), cmd.ErrOrStderr()))
			if err != nil {
				return err
			}
			return r.Finish(cmd.Context())
		},
	}
}
