package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingfa/generator/publish"
)

func newPurge() *cobra.Command {
	to := ""
	cmd := &cobra.Command{
		Use:   "purge --to 文件夹 单位/年份",
		Short: "把一份已经撤下的报告从保留的各次发布和预览里彻底清除",
		Long: `把一份已经撤下的报告从保留的各次发布和预览里彻底清除：凡是有它的旧发布，整次删去；有它的预览也撤下。
先从 seeds/ 删去这份报告并发布，再运行这条命令。清除会记入公开的 releases.json，但只记单位和年份。

git 的历史里还有这份文件，备份里也可能有，要另行处理。`,
		Example: "  mingfa purge --to /srv/mingfa/site shili/2023",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			store, err := publish.OpenStore(to, 0)
			if err != nil {
				return err
			}
			done, err := store.Purge(cmd.Context(), args[0], func() { fmt.Fprintln(cmd.ErrOrStderr(), "另一次发布正在进行，等它结束……") })
			if done != nil {
				for _, id := range done.Releases {
					fmt.Fprintf(cmd.OutOrStdout(), "删去  发布 %s\n", id)
				}
				for _, name := range done.Previews {
					fmt.Fprintf(cmd.OutOrStdout(), "撤下  预览 %s\n", name)
				}
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "已清除 %s，并记入发布记录。git 的历史和备份里还有它，请另行处理。\n", args[0])
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布的`文件夹`")
	return cmd
}
