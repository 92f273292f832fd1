package command

import (
	"github.com/spf13/cobra"

	"mingfa/generator/build"
)

func newServe(program string) *cobra.Command {
	b := build.Builder{Project: ".", Program: program, Kept: "预览仍是上一次的内容。"}
	addr := ""
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "在本机预览网站，保存后浏览器自动刷新",
		Long:    "在本机预览网站。seeds/、content/、layouts/ 里的文件保存后，浏览器会自动刷新。按 Ctrl-C 结束。",
		Example: "  mingfa serve\n  mingfa serve --addr 127.0.0.1:8080",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			b.Out, b.Log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			return b.Serve(cmd.Context(), addr)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", "预览用的`地址`和端口")
	return cmd
}
