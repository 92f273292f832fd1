package command

import (
	"github.com/spf13/cobra"

	"mingfa/generator/publish"
)

func newVerify(program string) *cobra.Command {
	v := publish.Verifier{Program: program}
	cmd := &cobra.Command{
		Use:   "verify 文件夹或网址",
		Short: "核对网站与发布时的清单是否一致，指出哪一页不同",
		Long: `按网站自己的清单 manifest.json 逐个核对文件，指出哪一页与发布时不同。写网址时像浏览器那样取回每个文件来核对。

清单也可能一起被换掉。所以还可以：
  --signers  用从别处得到的公钥核对清单的签名
  --since    用以前保存的 manifest.json 或 releases.json 核对网站有没有退回，用 published.json 核对首次发布日期有没有改动
  --rebuild  在有源文件的 git 项目里，从清单所写的提交重新生成一遍，逐个文件比较`,
		Example: "  mingfa verify /srv/mingfa\n  mingfa verify https://www.example.gov.cn/ --signers mingfa.pub\n  mingfa verify https://www.example.gov.cn/ --rebuild",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v.Out, v.Log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			return v.Verify(cmd.Context(), args[0])
		},
	}
	cmd.Flags().BoolVar(&v.Rebuild, "rebuild", false, "从提交重新生成一遍来比较；在项目文件夹里运行")
	cmd.Flags().BoolVar(&v.KeepOriginal, "keep-original", false, "和 --rebuild 一起用：发布时写了 --keep-original 的，这里也要写")
	cmd.Flags().StringVar(&v.Signers, "signers", "", "公钥`文件`；清单要有其中一把的签名")
	cmd.Flags().StringVar(&v.Since, "since", "", "以前保存的`文件`：manifest.json、releases.json 或 published.json")
	return cmd
}
