package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"mingfa"
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
		thisVersion(), strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH, wanted, where)
}

// thisVersion is what this program says of itself, here and in a manifest.
func thisVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return ownVersion(info)
}

// ownVersion is the version that Go noted in the program, or the commit that it
// was built from.
func ownVersion(info *debug.BuildInfo) string {
	noted := map[string]string{}
	for _, s := range info.Settings {
		noted[s.Key] = s.Value
	}
	said := []string{cmp.Or(strings.Trim(info.Main.Version, "()"), "版本不明")}
	if commit := noted["vcs.revision"]; commit != "" {
		said = append(said, "提交 "+commit[:min(len(commit), 10)])
	}
	if time := noted["vcs.time"]; time != "" {
		said = append(said, time)
	}
	if noted["vcs.modified"] == "true" {
		said = append(said, "有未提交的改动")
	}
	return strings.Join(said, "，")
}
