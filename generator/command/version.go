package command

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
)

func newVersion() *cobra.Command {
	notices := false
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "显示程序、Go 和 Hugo 的版本",
		Long:    "显示程序、Go 和 Hugo 的版本。写上 --notices，就显示程序和 Hugo 里用到的软件和字体，以及它们的许可。",
		Example: "  mingfa version\n  mingfa version --notices",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if notices {
				fmt.Fprint(cmd.OutOrStdout(), mingfa.Notices)
				return nil
			}
			fmt.Fprint(cmd.OutOrStdout(), versions(cmd.Context()))
			return nil
		},
	}
	cmd.Flags().BoolVar(&notices, "notices", false, "显示第三方软件声明")
	return cmd
}

// versions tells what this program was built from, and which Hugo it starts.
func versions(ctx context.Context) string {
	wanted, err := hugo.Wanted(mingfa.Files)
	if err != nil {
		wanted = err.Error()
	}
	where, err := hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Ready: true})
	if err != nil {
		where = "尚未准备：放在本程序旁边，或在第一次生成网站时由 Go 编译"
	}
	return fmt.Sprintf("明法  %s\nGo    %s，%s/%s\nHugo  %s（%s）\n",
		build.Version(), strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH, wanted, where)
}
