package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"mingfa/generator/build/progress"
	explanation "mingfa/generator/check/explain"
	"mingfa/generator/check/tell"
	"mingfa/generator/report"
)

// checkFormats are the forms that findings can be printed in.
var checkFormats = []string{"text", "json", "sarif", "github"}

func newCheck() *cobra.Command {
	var format, rule, site string
	cmd := &cobra.Command{
		Use:     "check [文件…]",
		Short:   "检查报告，列出拿不准和有问题的地方；不写文件名时检查整个 seeds/",
		Long:    "检查报告，列出拿不准和有问题的地方；不写文件名时检查整个 seeds/。\n\n写上 --site 和文件夹，就检查已经生成的网站：每一页该有的标签、链接、原件和数据。",
		Example: "  mingfa check\n  mingfa check seeds/hubin-sfj/2023.txt\n  mingfa check --format json\n  mingfa check --site public\n  mingfa check --explain heading-gap",
		Args:    files(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			if rule != "" {
				return explanation.Print(out, rule, 80)
			}
			if !slices.Contains(checkFormats, format) {
				return fmt.Errorf("没有“%s”这种格式，可用的有 %s", format, strings.Join(checkFormats, "、"))
			}
			var findings []report.Finding
			var err error
			switch {
			case !cmd.Flags().Changed("site"):
				findings, err = checkFiles(cmd, args)
			case len(args) > 0:
				err = fmt.Errorf("--site 检查整个网站，不能同时写文件名“%s”", strings.Join(args, " "))
			default:
				findings, err = checkSite(cmd, site)
			}
			if err != nil {
				return err
			}
			switch format {
			case "json":
				err = tell.JSON(out, findings)
			case "sarif":
				err = tell.SARIF(out, findings, "")
			case "github":
				err = tell.GitHub(out, findings)
			default:
				err = tell.Print(out, findings, terminal(out))
			}
			if err == nil && report.Failed(findings) {
				err = errFindings
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "输出格式："+strings.Join(checkFormats, "、"))
	cmd.Flags().StringVar(&site, "site", "", "检查已经生成的网站，写它所在的文件夹，如 public")
	cmd.Flags().StringVar(&rule, "explain", "", "说明一条规则：查什么、为什么、怎么改")
	return cmd
}

// checkFiles collects the findings of the files named, or of all of seeds/.
func checkFiles(cmd *cobra.Command, paths []string) ([]report.Finding, error) {
	if len(paths) > 0 {
		return checkNamed(cmd.Context(), paths)
	}
	b := builder{project: ".", log: cmd.ErrOrStderr()}
	portal, findings, err := b.read()
	if err != nil || portal == nil {
		return findings, err
	}
	rd, more, err := newReader("seeds", portal.Catalogue)
	if err != nil {
		return nil, err
	}
	findings = append(append(findings, more...), portal.Omitted()...)
	line := progress.Count(b.log, "已查", "份", countReports(portal))
	defer line.Stop()
	var mu sync.Mutex
	err = rd.readAll(cmd.Context(), portal, func(_, _ int, one, _ *reading) error {
		line.Add(1)
		mu.Lock()
		defer mu.Unlock()
		findings = append(findings, one.findings...)
		return nil
	})
	return findings, err
}

// checkNamed collects the findings of the files named.
func checkNamed(ctx context.Context, paths []string) ([]report.Finding, error) {
	rd, findings, err := projectReader()
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	err = rd.readNamed(ctx, paths, func(one *reading) {
		mu.Lock()
		defer mu.Unlock()
		findings = append(findings, one.findings...)
	})
	return findings, err
}
