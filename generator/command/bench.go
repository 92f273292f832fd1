package command

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/build/outcome"
	"mingfa/generator/lab/measure"
)

// The bound is generous: it is there for what somebody would notice.
const slowest = 1.25

func newBench() *cobra.Command {
	var against string
	race := measure.Race{Rounds: 3, Bound: slowest}
	cmd := &cobra.Command{
		Use:     "bench [份数…]",
		Short:   "用虚构的报告测量大网站的生成时间和内存",
		Long:    "用虚构的报告测量网站要多少时间和内存，并与 Hugo 用一行模板渲染同样的 Markdown 相比。短的报告约 50 个数字，长的约 100 个，后者和各地公布的报告一样长。不写份数时，短的量 100、1000、10000 份，长的量 100、1000 份；写了的，两种各量一次，只要一种的写成“短1000”“长1000”。依次量全部生成、没有改动、改了一份；CPU 是处理器时间，包括 Hugo。文件写在临时文件夹，1000 份短报告约 0.6 GB，量完就删。结果是 Markdown 的表格。\n\n加上 --compare，就与另一个版本的程序相比：两个程序轮流生成同样的网站，列出倍数；慢得超过 --bound 倍的，退出状态是 1。",
		Example: "  mingfa bench\n  mingfa bench 100 1000\n  mingfa bench --compare /opt/mingfa.old/mingfa 1000",
		RunE: func(cmd *cobra.Command, args []string) error {
			portals := []measure.Portal{measure.Light(100), measure.Light(1000), measure.Light(10000), measure.Full(100), measure.Full(1000)}
			if len(args) > 0 {
				portals = nil
			}
			for _, arg := range args {
				count, short := strings.CutPrefix(arg, "短")
				count, long := strings.CutPrefix(count, "长")
				n, err := strconv.Atoi(count)
				if err != nil || n < 1 || n > 1_000_000 || short && long {
					return fmt.Errorf("份数要写成 1 到 1000000 的整数，“%s”不是", arg)
				}
				if !long {
					portals = append(portals, measure.Light(n))
				}
				if !short {
					portals = append(portals, measure.Full(n))
				}
			}
			if cmd.Flags().Changed("compare") {
				return compare(cmd, &race, against, portals, len(args) > 0)
			}
			program, err := programAt(os.Args[0])
			if err != nil {
				return err
			}
			return measure.All(cmd.Context(), program, cmd.OutOrStdout(), cmd.ErrOrStderr(), portals)
		},
	}
	cmd.Flags().StringVar(&against, "compare", "", "与哪个`程序`相比，例如上一个版本的 mingfa")
	cmd.Flags().Float64Var(&race.Bound, "bound", race.Bound, "最多可以慢到几`倍`")
	cmd.Flags().IntVar(&race.Rounds, "rounds", race.Rounds, "两个程序各做几`轮`，取最快的一轮")
	return cmd
}

// compare measures this program and another one.
func compare(cmd *cobra.Command, race *measure.Race, against string, portals []measure.Portal, named bool) (err error) {
	if !(race.Bound > 0) { // not a number is none either
		return fmt.Errorf("--bound 要写大于 0 的数，%g 不是", race.Bound)
	}
	if race.Rounds < 1 || race.Rounds > 100 {
		return fmt.Errorf("--rounds 要写 1 到 100 的整数，%d 不是", race.Rounds)
	}
	if race.Theirs, err = programAt(against); err != nil {
		return err
	}
	if race.Ours, err = programAt(os.Args[0]); err != nil {
		return err
	}
	if !named {
		portals = []measure.Portal{measure.Light(100), measure.Full(100)}
	}
	err = race.Run(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), portals)
	if errors.Is(err, measure.ErrSlower) {
		fmt.Fprintf(cmd.ErrOrStderr(), "比对照的程序慢，有的超过 %g 倍\n", race.Bound)
		return outcome.ErrFindings
	}
	return err
}

// programAt is where a program is, from the root: it is started in other folders.
func programAt(name string) (string, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}
