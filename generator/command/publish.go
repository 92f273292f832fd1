package command

import (
	"github.com/spf13/cobra"

	"mingfa/generator/publish"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/release"
)

func newPublish(program string) *cobra.Command {
	p := publish.Publisher{Repo: checkout.Repo{Dir: "."}, Commit: "HEAD", Program: program}
	to, key, keep := "", "", 0
	cmd := &cobra.Command{
		Use:   "publish --to 文件夹",
		Short: "生成网站并发布：新网站整个做好以后，一次换上",
		Long: `把当前提交（HEAD）的内容生成网站，发布到一个文件夹：

  <文件夹>/current        现在的网站，让网站服务器指向它
  <文件夹>/releases/…     每次发布各一份，可以退回

新网站整个做好以后才一次换上，读者不会看到一半新一半旧。还没有提交的改动不会发布。
内容有错误、磁盘已满或中途断电，原来的网站都原样不动。`,
		Example: "  mingfa publish --to /srv/mingfa\n  mingfa publish --to /srv/mingfa --sign-key /etc/mingfa/key",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			p.Out, p.Log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			if p.Store, err = publish.OpenStore(to, keep); err != nil {
				return err
			}
			if key != "" {
				if p.Key, err = release.LoadKey(key); err != nil {
					return err
				}
			}
			return p.Publish(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布到哪个`文件夹`")
	cmd.Flags().BoolVar(&p.KeepOriginal, "keep-original", false, "提供下载的 Word 文件一个字节也不改（作者、批注等都留着）；以后每次发布都要写，长期这样的，在 seeds/site.toml 里写 keep_original = true")
	cmd.Flags().StringVar(&key, "sign-key", "", "给清单签名的 SSH 私钥`文件`；不写就不签名")
	cmd.Flags().IntVar(&keep, "keep", release.Kept, "保留最近几次发布，写`次数`")
	return cmd
}
