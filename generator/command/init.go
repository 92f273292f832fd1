package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/starter"
)

func newInit(program string) *cobra.Command {
	demo := false
	cmd := &cobra.Command{
		Use:   "init 文件夹",
		Short: "新建一个网站的文件夹，里面有带说明的设置和一份示例报告",
		Long: "新建一个网站的文件夹：带说明的设置、一个示例单位和一份虚构的报告，马上就能生成网站。\n\n文件夹里已有内容时不会动它。模板、样式和指标目录内置在程序里，不用复制。\n\n" +
			"想先看看网站是什么样子，加上 --demo：新建示例市的演示网站，六个单位、三个年度、十八份虚构的报告。",
		Example: "  mingfa init fzbg\n  mingfa init --demo yanshi",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			make := starter.Make
			if demo {
				make = starter.MakeDemo
			}
			made, err := make(dir)
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			fmt.Fprintf(out, "已在 %s 新建网站，共 %d 个文件，说明见 README.md。\n接下来：\n", filepath.ToSlash(filepath.Clean(dir)), len(made))
			if filepath.Clean(dir) != "." {
				fmt.Fprintf(out, "  cd %s\n", quoted(dir))
			}
			fmt.Fprintf(out, "  %s build\n", fromElsewhere(program))
			if demo {
				fmt.Fprintf(out, "  %s serve\n", fromElsewhere(program))
			}
			if strings.HasPrefix(program, "go run") {
				fmt.Fprintln(out, "（mingfa 是编译好的程序，先在这里运行一次：go build -o mingfa ./generator）")
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&demo, "demo", false, "新建示例市的演示网站，看看做好的网站是什么样子")
	return cmd
}

// fromElsewhere is the command as it can be typed in another folder than this
// one. What go run made is gone by then.
func fromElsewhere(program string) string {
	switch {
	case strings.HasPrefix(program, "go run"):
		return "mingfa"
	case !strings.ContainsAny(program, `/\`):
		return program
	}
	executable, err := os.Executable()
	if err != nil {
		return program
	}
	return quoted(executable)
}
