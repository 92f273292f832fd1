// Package guard looks through a site that somebody pushed for what would make
// Hugo do more than render it. Templates and hugo.toml are data of the pusher,
// but Hugo acts on them, on the server and with the server's rights. Its own
// policy (Locked) closes programs, the network and the environment; guard
// refuses what that policy does not cover:
//
//   - settings that name a place on the disk: of what Hugo reads, of its caches
//   - template functions that read files outside of the site. esbuild, behind
//     js.Build and css.Build, imports any file of the machine by its path, and
//     what it reads would be published.
//   - templates that are put together while they run, which nobody can look at
//     before.
//
// What it refuses is in findings, as the faults of reports are.
package guard

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/report"
)

// Locked is a configuration of Hugo, in JSON, that closes everything that
// reaches out of a site. Given after all others it wins over them.
const Locked = `{
 "security": {
  "enableInlineShortcodes": false,
  "allowContent": ["^text/markdown$"],
  "exec": {"allow": ["none"], "osEnv": ["none"]},
  "funcs": {"getenv": ["none"]},
  "http": {"urls": ["none"], "methods": ["none"], "mediaTypes": ["none"]},
  "node": {"permissions": {"allowRead": ["none"], "allowWrite": [], "allowAddons": [], "allowWorker": [], "allowChildProcess": []}}
 }
}
`

// Check looks through the site in the folder dir. Findings name files by their
// path below it. The error is about the machine.
func Check(dir string) ([]report.Finding, error) {
	var findings []report.Finding
	raw, err := os.ReadFile(filepath.Join(dir, "hugo.toml"))
	switch {
	case err == nil:
		findings = append(findings, checkSettings("hugo.toml", raw)...)
	case !os.IsNotExist(err):
		return nil, fmt.Errorf("failed to read the site's settings: %w", err)
	}
	for _, folder := range []string{"layouts", "content"} {
		err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, e fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			if err != nil || e.IsDir() {
				return err
			}
			// In content/ Hugo runs templates of this name only (content adapters).
			if folder == "content" && !strings.EqualFold(filepath.Ext(path), ".gotmpl") {
				return nil
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name := filepath.ToSlash(path[len(dir)+1:])
			findings = append(findings, checkTemplate(name, string(raw))...)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("failed to look through the templates: %w", err)
		}
	}
	return findings, nil
}
