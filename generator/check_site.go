package main

import (
	"errors"

	"github.com/spf13/cobra"

	"mingfa/generator/build/progress"
	"mingfa/generator/check/sitecheck"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// checkSite collects the findings about a built site. What the site as a whole
// leaves out is said of seeds/site.toml, where there is one in this folder.
func checkSite(cmd *cobra.Command, dir string) ([]report.Finding, error) {
	b := builder{project: ".", log: cmd.ErrOrStderr()}
	portal, _, err := b.read()
	if err != nil && !errors.Is(err, seeds.ErrNoSeeds) {
		return nil, err
	}
	var line *progress.Line
	findings, err := sitecheck.Dir(cmd.Context(), dir, sitecheck.Options{
		ItemsKnown: portal != nil && portal.Site.Name != "",
		Pages: func(total int) func() {
			line = progress.Count(b.log, "已查", "页", total)
			return func() { line.Add(1) }
		},
	})
	if line != nil {
		line.Stop()
	}
	if portal != nil {
		findings = append(findings, portal.Omitted()...)
	}
	return findings, err
}
