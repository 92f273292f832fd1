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
	return &cobra.Command{
		Use:     "version",
		Short:   "显示程序、Go 和 Hugo 的版本",
		Example: "  mingfa version",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprint(cmd.OutOrStdout(), versions(cmd.Context()))
			return nil
		},
	}
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
