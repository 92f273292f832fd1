package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/push"
	"mingfa/generator/publish/release"
)

func newInstallHooks() *cobra.Command {
	var s hooks.Settings
	cmd := &cobra.Command{
		Use:   "install 仓库.git --to 文件夹",
		Short: "给一个裸仓库装上钩子：推送先检查，通过的发布",
		Long: `给一个裸仓库装上钩子。推送到 main 的内容先检查：有错误的不接受，并在推送的输出里逐条说明；没有错误的生成网站、发布。
推送到别的分支，只在单独的网址做预览，删去分支时预览也撤下。

钩子只运行本程序（按现在的位置），不运行推送来的任何程序。再运行一次可以更改设置。`,
		Example: "  mingfa hooks install /srv/git/fazhi.git --to /srv/mingfa",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			program, err := os.Executable()
			if err != nil {
				return err
			}
			if startedByGoRun(program) {
				return errors.New("钩子要用装好的程序，不能用 go run 的临时程序。请先运行 go build -o mingfa ./generator，放到固定的位置，再用它安装")
			}
			if err := push.Install(cmd.Context(), args[0], program, &s, cmd.ErrOrStderr()); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "已装好。推送到 %s 的 %s 分支，会发布到 %s\n让网站服务器指向 %s；预览在 %s\n",
				args[0], s.Branch, s.Store, filepath.Join(s.Store, "current"), filepath.Join(s.Store, "preview"))
			return nil
		},
	}
	cmd.Flags().StringVar(&s.Store, "to", "", "发布到哪个`文件夹`")
	cmd.Flags().StringVar(&s.Branch, "branch", "main", "正式发布哪个`分支`")
	cmd.Flags().StringVar(&s.Key, "sign-key", "", "给清单签名的 SSH 私钥`文件`；不写就不签名")
	cmd.Flags().IntVar(&s.Keep, "keep", release.Kept, "保留最近几次发布，写`次数`")
	return cmd
}
