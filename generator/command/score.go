package command

import (
	"github.com/spf13/cobra"

	"mingfa/generator/lab/score"
)

func newScore() *cobra.Command {
	var verbose, labels bool
	cmd := &cobra.Command{
		Use:     "score 文件夹",
		Short:   "对照人工标注的文本，给标题和数字的提取打分",
		Long:    "对照人工标注的文本，给标题和数字的提取打分。文件夹里要有 reports/gold、real/gold 和 score.py（用 python3 运行）。",
		Example: "  mingfa score ../corpus",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if labels {
				return score.Labels(cmd.OutOrStdout(), args[0], verbose)
			}
			return score.Run(cmd.OutOrStdout(), args[0], verbose)
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "逐条列出不一致的地方")
	cmd.Flags().BoolVar(&labels, "labels", false, "只看数字的名称，一个字一个字地核对")
	return cmd
}
