package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/build/hugo"
)

// OneLine renders the content folder of a project with a template that is one
// line for every kind of page, into a throw-away project in workDir. The
// hugo.toml that stands beside the content folder holds there too: the same
// reading of Markdown, the same kinds of output. What Hugo takes then is the
// least that a site of this content can cost.
func OneLine(ctx context.Context, bin, contentDir, workDir string) (*hugo.Result, error) {
	content, err := filepath.Abs(contentDir)
	if err != nil {
		return nil, fmt.Errorf("failed to find the content: %w", err)
	}
	config := filepath.Join(filepath.Dir(content), "hugo.toml")
	bare := filepath.Join(workDir, "oneline")
	if err := os.RemoveAll(bare); err != nil {
		return nil, fmt.Errorf("failed to remove an earlier measurement: %w", err)
	}
	for _, name := range []string{"home", "page", "section", "404"} {
		if err := save(filepath.Join(bare, "layouts"), name+".html", []byte("{{ .Content }}\n")); err != nil {
			return nil, err
		}
	}
	settings := fmt.Sprintf("contentDir = %s\n", tomlString(content))
	if err := save(bare, "oneline.toml", []byte(settings)); err != nil {
		return nil, err
	}
	result, err := hugo.Render(ctx, bin, hugo.Job{
		Project:     bare,
		Config:      []string{config, filepath.Join(bare, "oneline.toml")},
		Destination: filepath.Join(bare, "public"),
		Work:        filepath.Join(bare, "work"),
	})
	return &result, err
}

// tomlString is s as a string of TOML.
func tomlString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
