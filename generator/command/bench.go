package command

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"mingfa/generator/lab/measure"
)

func newBench() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "bench [份数…]",
		Short:   "用虚构的报告测量大网站的生成时间和内存",
		Long:    "用虚构的报告测量 100、1000、10000 份报告的网站要多少时间和内存，并与 Hugo 用一行模板渲染同样的 Markdown 相比。",
		Example: "  mingfa bench\n  mingfa bench 100 1000",
		RunE: func(cmd *cobra.Command, args []string) error {
			sizes := []int{100, 1000, 10000}
			if len(args) > 0 {
				sizes = nil
			}
			for _, arg := range args {
				n, err := strconv.Atoi(arg)
				if err != nil || n < 1 || n > 1_000_000 {
					return fmt.Errorf("份数要写成 1 到 1000000 的整数，“%s”不是", arg)
				}
				sizes = append(sizes, n)
			}
			return measure.All(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), sizes)
		},
	}
	return cmd
}
