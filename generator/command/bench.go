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
		Long:    "用虚构的报告测量网站要多少时间和内存，并与 Hugo 用一行模板渲染同样的 Markdown 相比。短的报告约 50 个数字，长的约 100 个，后者和各地公布的报告一样长。不写份数时，短的量 100、1000、10000 份，长的量 100、1000 份；写了的，两种各量一次。结果是 Markdown 的表格。",
		Example: "  mingfa bench\n  mingfa bench 100 1000",
		RunE: func(cmd *cobra.Command, args []string) error {
			portals := []measure.Portal{measure.Light(100), measure.Light(1000), measure.Light(10000), measure.Full(100), measure.Full(1000)}
			if len(args) > 0 {
				portals = nil
			}
			for _, arg := range args {
				n, err := strconv.Atoi(arg)
				if err != nil || n < 1 || n > 1_000_000 {
					return fmt.Errorf("份数要写成 1 到 1000000 的整数，“%s”不是", arg)
				}
				portals = append(portals, measure.Light(n), measure.Full(n))
			}
			return measure.All(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), portals)
		},
	}
	return cmd
}
