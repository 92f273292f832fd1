package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"mingfa/generator/check"
	"mingfa/generator/indicator"
	"mingfa/generator/progress"
	"mingfa/generator/report"
)

func newCheck() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "check [文件…]",
		Short:   "检查报告，列出拿不准和有问题的地方；不写文件名时检查整个 seeds/",
		Example: "  mingfa check\n  mingfa check seeds/hubin-sfj/2023.txt\n  mingfa check --format json",
		Args:    files(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("没有“%s”这种格式，可用的有 text、json", format)
			}
			findings, err := checkFiles(cmd, args)
			if err != nil {
				return err
			}
			if format == "json" {
				err = check.JSON(cmd.OutOrStdout(), findings)
			} else {
				err = check.Print(cmd.OutOrStdout(), findings, check.Options{Color: progress.IsTerminal(cmd.OutOrStdout())})
			}
			if err == nil && check.Failed(findings) {
				err = errFindings
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "输出格式：text 或 json")
	return cmd
}

// checkFiles collects the findings of the files named, or of all of seeds/.
func checkFiles(cmd *cobra.Command, paths []string) ([]report.Finding, error) {
	if len(paths) > 0 {
		catalogue, findings, err := projectCatalogue()
		for _, path := range paths {
			if err != nil {
				return nil, err
			}
			year, reviewPath := beside(path)
			var more []report.Finding
			more, err = checkReport(path, reviewPath, year, catalogue)
			findings = append(findings, more...)
		}
		return findings, err
	}
	b := builder{project: ".", log: cmd.ErrOrStderr()}
	portal, findings, err := b.read()
	if err != nil || portal == nil {
		return findings, err
	}
	line := progress.Count(b.log, "已查", "份", countReports(portal))
	defer line.Stop()
	for _, body := range portal.Bodies {
		for _, e := range body.Entries {
			more, err := checkReport(e.Path, e.ReviewPath, e.Year, portal.Catalogue)
			if err != nil {
				return nil, err
			}
			findings = append(findings, more...)
			line.Add(1)
		}
	}
	return findings, nil
}

func checkReport(path, reviewPath string, year int, catalogue *indicator.Catalogue) ([]report.Finding, error) {
	_, _, findings, err := readReport(filepath.ToSlash(path), reviewPath, year, catalogue)
	return findings, err
}
