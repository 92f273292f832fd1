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
//     before, and what depends on the moment or on chance: the same commit gives
//     the same bytes
//   - settings of a page that hide others or take their address (page.go)
//   - files that stand in the place of the site's own, or act (files.go)
//
// What pages show is looked at when they are made: build/unseen.
//
// What it refuses is in findings, as the faults of reports are.
package guard

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Locked is a configuration of Hugo, in JSON, that closes everything that
// reaches out of a site, and makes it depend on no clock. Given after all others
// it wins over them.
const Locked = `{
 "buildFuture": true,
 "buildExpired": true,
 "params": {"preview": false},
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
		findings = append(findings, checkSettings(raw)...)
	case !os.IsNotExist(err):
		return nil, fmt.Errorf("failed to read the site's settings: %w", err)
	}
	for _, folder := range []string{"layouts", "content", "static"} {
		err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, e fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			if err != nil {
				return err
			}
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			found, err := checkFile(path, filepath.ToSlash(name), e)
			findings = append(findings, found...)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("failed to look through the templates: %w", err)
		}
	}
	return findings, nil
}

// generated are the folders of content/ that the program writes and empties.
var generated = []string{"content/reports", "content/bodies", "content/regions", "content/indicators", "content/glossary", "content/changes", "content/search/index"}

// checkFile looks at one file or folder of the site, name being its path below it.
func checkFile(path, name string, e fs.DirEntry) ([]report.Finding, error) {
	switch {
	case e.IsDir() && slices.Contains(generated, name):
		return nil, fs.SkipDir
	case e.IsDir():
		return nil, nil
	case strings.HasPrefix(name, "static/"):
		if below, ok := strings.CutPrefix(name, "static/icons/"); ok {
			if found := checkStatic(name, below); found != nil || strings.ToLower(filepath.Ext(name)) != ".svg" {
				return found, nil
			}
			raw, err := os.ReadFile(path)
			return checkPicture(name, raw), err
		}
		return nil, nil // style sheets and scripts, which templates take in
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(name, "content/") {
		return checkContent(name, raw), nil
	}
	return checkTemplate(name, string(raw)), nil
}
