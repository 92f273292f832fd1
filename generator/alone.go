package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"mingfa/generator/check/tell"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
)

// readAlone reads one report that a command names, with the catalogue of the
// project the command runs in and the settings beside the report, where there
// are any. Findings are printed; a file that holds no report gives errFindings.
func readAlone(cmd *cobra.Command, path string) (*report.Report, error) {
	rd, findings, err := projectReader()
	if err != nil {
		return nil, err
	}
	var one *reading
	if err := rd.readNamed(cmd.Context(), []string{path}, func(r *reading) { one = r }); err != nil {
		return nil, err
	}
	findings = append(findings, one.findings...)
	if len(findings) > 0 {
		tell.Print(cmd.ErrOrStderr(), findings, terminal(cmd.ErrOrStderr()))
	}
	if one.report == nil {
		return nil, errFindings
	}
	return one.report, nil
}

// projectReader reads with the catalogue and the phrases in seeds/ of the folder
// the command runs in, or with the built-in ones where there are none.
func projectReader() (*reader, []report.Finding, error) {
	path := filepath.Join("seeds", "indicators.toml")
	raw, builtin, err := readOr(path, "seeds/indicators.toml")
	if err != nil {
		return nil, nil, err
	}
	catalogue, findings := indicator.Parse(filepath.ToSlash(path), raw, builtin)
	rd, more, err := newReader("seeds", catalogue)
	return rd, append(findings, more...), err
}
