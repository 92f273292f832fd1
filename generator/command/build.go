package command

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"mingfa/generator/build"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/part"
	"mingfa/generator/check/tell"
	"mingfa/generator/escape"
)

func newBuild(program string) *cobra.Command {
	b := build.Builder{Project: ".", Program: program}
	var shard string
	var join bool
	cmd := &cobra.Command{
		Use:     "build",
		Short:   "读取 seeds/，生成网站到 public/",
		Long:    "读取 seeds/ 里的全部报告，生成网站到 public/。\n\n内容有错误时只报告错误，原来的网站原样不动。\n\n加上 --keep-going，就略过有错误的报告，用其余的生成网站，并列出略过了哪些；这时退出状态是 1。\n\n没有变化的网页从现在的网站取来，只生成有变化的；生成的结果与全部重新生成逐字节相同。加上 --full，就全部重新生成。\n\n网站很大时，可以分给几台机器：每台用 --shard 生成一部分单位的报告，写到 parts/ 里；再用 --join 合成网站，结果与一次生成逐字节相同。各部分要用同一个程序、同一个提交。",
		Example: "  mingfa build\n  mingfa build --to /srv/www/mingfa\n  mingfa build --keep-going\n  mingfa build --shard 2/4\n  mingfa build --join parts/*",
		Args: func(cmd *cobra.Command, args []string) error {
			if join {
				return nil // what is wrong with folders is told where they are read
			}
			return files(0, 0)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			b.Out, b.Log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			if err := cmp.Or(excludes(cmd, "shard", "join", "full", "keep-going"), excludes(cmd, "join", "full", "keep-going")); err != nil {
				return err
			}
			if cmd.Flags().Changed("shard") {
				return buildPart(cmd, &b, shard)
			}
			b.Kept = fmt.Sprintf("没有生成网站，%s 里原来的内容没有改动。", b.Dest)
			var done *build.Result
			var err error
			if join {
				done, err = b.Join(cmd.Context(), args)
			} else {
				done, err = b.Build(cmd.Context())
			}
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
	cmd.Flags().StringVar(&shard, "shard", "", "只生成网站的一部分，写成`第几部分/共几部分`，例如 2/4；不写 --to 时写到 parts/2")
	cmd.Flags().BoolVar(&join, "join", false, "把 --shard 写出的各部分合成网站，后面写各部分的文件夹")
	return cmd
}

// buildPart makes a part of the site.
func buildPart(cmd *cobra.Command, b *build.Builder, shard string) error {
	of, err := part.ParseShare(shard)
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("to") {
		b.Dest = filepath.Join("parts", strconv.Itoa(of.Number))
		if err := os.MkdirAll("parts", 0o777); err != nil {
			return err
		}
	}
	dest := filepath.ToSlash(b.Dest)
	b.Kept = fmt.Sprintf("没有生成这一部分，%s 里原来的内容没有改动。", dest)
	done, err := b.BuildPart(cmd.Context(), of)
	if err != nil {
		return err
	}
	printRead(b.Out, done, b.Program)
	printWritten(b.Out, done, b.Dest)
	fmt.Fprintf(b.Out, "下一步  共 %d 部分都生成以后，合成网站：%s build --join 各部分的文件夹\n", of.Of, b.Program)
	return nil
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
	printRead(w, d, program)
	printWritten(w, d, dest)
	fmt.Fprintf(w, "查看  %s serve，然后用浏览器打开它给出的地址\n", program)
}

func printRead(w io.Writer, d *build.Result, program string) {
	fmt.Fprintf(w, "读取  %d 个单位的 %d 份报告\n", d.Bodies, d.Reports)
	fmt.Fprintf(w, "找到  %d 个数字，其中 %d 个对应指标；%d 个标题，%d 处引用\n", d.Figures, d.Indicated, d.Headings, d.Citations)
	if d.Warnings > 0 {
		fmt.Fprintf(w, "提示  %d 处请留意，不影响发布；逐条查看：%s check\n", d.Warnings, program)
	}
}

func printWritten(w io.Writer, d *build.Result, dest string) {
	fmt.Fprintf(w, "写出  %s：新写 %d 个文件，未变 %d 个，删去 %d 个；用时 %.2f 秒\n",
		filepath.ToSlash(dest)+"/", d.Site.Written, d.Site.Unchanged, d.Site.Removed, d.Elapsed.Seconds())
}
