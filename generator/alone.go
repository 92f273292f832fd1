package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mingfa/generator/check"
	"mingfa/generator/indicator"
	"mingfa/generator/progress"
	"mingfa/generator/report"
)

// readAlone reads one report that a command names, with the catalogue of the
// project the command runs in and the settings beside the report, where there
// are any. Findings are printed; one of severity error gives errFindings.
func readAlone(cmd *cobra.Command, path string) (*report.Report, error) {
	catalogue, findings, err := projectCatalogue()
	if err != nil {
		return nil, err
	}
	year, reviewPath := beside(path)
	r, _, more, err := readReport(path, reviewPath, year, catalogue)
	if err != nil {
		return nil, err
	}
	findings = append(findings, more...)
	if len(findings) > 0 {
		check.Print(cmd.ErrOrStderr(), findings, check.Options{Color: progress.IsTerminal(cmd.ErrOrStderr())})
	}
	if r == nil || check.Failed(findings) {
		return nil, errFindings
	}
	return r, nil
}

// projectCatalogue is seeds/indicators.toml of the folder the command runs in,
// or an empty catalogue where there is none.
func projectCatalogue() (*indicator.Catalogue, []report.Finding, error) {
	path := filepath.Join("seeds", "indicators.toml")
	raw, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return &indicator.Catalogue{}, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	catalogue, findings := indicator.Parse(filepath.ToSlash(path), raw)
	return catalogue, findings, nil
}

// beside is the year that a report's file is named after, 0 when it is none,
// and the settings file beside it, "" when there is none.
func beside(path string) (year int, reviewPath string) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	year, err := strconv.Atoi(filepath.Base(stem))
	if err != nil || year < 1949 || year > 2100 {
		return 0, ""
	}
	if _, err := os.Stat(stem + ".toml"); err != nil {
		return year, ""
	}
	return year, filepath.ToSlash(stem + ".toml")
}
