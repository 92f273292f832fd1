package command

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/build/outcome"
	"mingfa/generator/check/tell"
	"mingfa/generator/escape"
)

func newBuild(program string) *cobra.Command {
	b := build.Builder{Project: ".", Program: program}
	cmd := &cobra.Command{
		Use:     "build",
		Short:   "读取 seeds/，生成网站到 public/",
		Long:    "读取 seeds/ 里的全部报告，生成网站到 public/。\n\n内容有错误时只报告错误，原来的网站原样不动。\n\n加上 --keep-going，就略过有错误的报告，用其余的生成网站，并列出略过了哪些；这时退出状态是 1。\n\n没有变化的网页从现在的网站取来，只生成有变化的；生成的结果与全部重新生成逐字节相同。加上 --full，就全部重新生成。",
		Example: "  mingfa build\n  mingfa build --to /srv/www/mingfa\n  mingfa build --keep-going",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			b.Out, b.Log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			b.Kept = fmt.Sprintf("没有生成网站，%s 里原来的内容没有改动。", b.Dest)
			done, err := b.Build(cmd.Context())
			if err != nil {
				return err
			}
			printBuild(b.Out, done, b.Dest, program)
			if len(done.LeftOut) > 0 {
				return printLeftOut(b.Log, done.LeftOut)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&b.Dest, "to", "public", "网站写到哪个`文件夹`")
	cmd.Flags().BoolVar(&b.KeepOriginal, "keep-original", false, "提供下载的 Word 文件一个字节也不改（作者、批注等都留着）；长期这样的，在 seeds/site.toml 里写 keep_original = true")
	cmd.Flags().BoolVar(&b.Full, "full", false, "全部重新生成，不从现在的网站取没有变化的网页")
	cmd.Flags().BoolVar(&b.KeepGoing, "keep-going", false, "略过有错误的报告，用其余的生成网站")
	return cmd
}

// printLeftOut tells what the site was made without, and why.
func printLeftOut(w io.Writer, left []build.LeftOut) error {
	fmt.Fprintln(w)
	_ = tell.Print(w, build.FaultsOf(left), build.Terminal(w, "."))
	fmt.Fprintf(w, "\n没有发布的 %d 份，请改好后重新生成：\n", len(left))
	for i := range left {
		x := &left[i]
		removed := ""
		if x.Removed {
			removed = "；原来网站上的这一份已经撤下"
		}
		fmt.Fprintf(w, "  %s（%s）：%d 处错误%s\n", escape.Visible(x.Name()), escape.Visible(x.File), len(x.Faults), removed)
	}
	return outcome.ErrFindings
}

// printBuild tells what was read, found and written, and how to look at it.
func printBuild(w io.Writer, d *build.Result, dest, program string) {
	fmt.Fprintf(w, "读取  %d 个单位的 %d 份报告\n", d.Bodies, d.Reports)
	fmt.Fprintf(w, "找到  %d 个数字，其中 %d 个对应指标；%d 个标题，%d 处引用\n", d.Figures, d.Indicated, d.Headings, d.Citations)
	if d.Warnings > 0 {
		fmt.Fprintf(w, "提示  %d 处请留意，不影响发布；逐条查看：%s check\n", d.Warnings, program)
	}
	fmt.Fprintf(w, "写出  %s：新写 %d 个文件，未变 %d 个，删去 %d 个；用时 %.2f 秒\n",
		filepath.ToSlash(dest)+"/", d.Site.Written, d.Site.Unchanged, d.Site.Removed, d.Elapsed.Seconds())
	fmt.Fprintf(w, "查看  %s serve，然后用浏览器打开它给出的地址\n", program)
}
