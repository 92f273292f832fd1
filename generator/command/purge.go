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

git 的历史、备份和别人手里的副本，这条命令清不掉；清除以后会列出是哪些、怎样处理。`,
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
			fmt.Fprintf(cmd.OutOrStdout(), "已清除 %s，并记入发布记录。\n%s", args[0], remains(args[0]))
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布的`文件夹`")
	return cmd
}

// remains says what a purge cannot reach, and who can.
func remains(key string) string {
	return fmt.Sprintf(`下面这些地方这条命令清不掉，要另行处理：
  git 的历史  提交记录里还有 seeds/%[1]s 的文件。要清除，请管理员先备份仓库，再用 git filter-repo 改写历史
              （git filter-repo --invert-paths --path-glob 'seeds/%[1]s.*'），然后请每个人重新克隆，旧的克隆一律删去。
              改写以后，以前各次发布记下的提交就找不到了，verify --rebuild 不能再从那些提交重新生成。
  备份        服务器和仓库的备份里可能还有，请按备份的管理办法删去，或者等它们过期。
  别人手里    搜索引擎的快照、网络存档和读者下载的文件，请向各自的网站申请删除，发出去的要通知收件人。
`, key)
}
