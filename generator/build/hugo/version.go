package hugo

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const module = "github.com/gohugoio/hugo"

// requirements is what go.mod says of the Hugo to build.
type requirements struct {
	version string // v0.165.0
	goLine  string // the least Go, 1.26.0
	key     string // of all that a build depends on
	beside  string // what is wrong with a Hugo beside the generator; "" when none stands there
}

// readRequirements reads the go.mod of o.
func readRequirements(o Options) (requirements, error) {
	path, folder := filepath.Join(o.Project, "go.mod"), o.Module
	if folder == nil {
		folder = os.DirFS(o.Project)
	}
	raw, err := fs.ReadFile(folder, "go.mod")
	if err != nil {
		return requirements{}, &Failure{Summary: fmt.Sprintf("读不到“%s”，不知道该用哪个版本的 Hugo。请在项目文件夹里运行", path), Err: err}
	}
	r := parseRequirements(raw)
	if r.version == "" {
		return r, &Failure{Summary: fmt.Sprintf("“%s”里没有写明 Hugo 的版本（%s）", path, module)}
	}
	return r, nil
}

// parseRequirements reads the text of a go.mod: https://go.dev/ref/mod#go-mod-file.
// Its key is that of the modules and replacements, in whatever order and with
// whatever comments, since any of them may become part of Hugo.
func parseRequirements(raw []byte) (r requirements) {
	var lines []string
	block := ""
	for line := range bytes.Lines(raw) {
		text, _, _ := strings.Cut(string(line), "//")
		f := strings.Fields(text)
		switch {
		case len(f) == 0:
			continue
		case f[0] == ")":
			block = ""
			continue
		case len(f) == 2 && f[1] == "(":
			block = f[0]
			continue
		case block != "":
			f = append([]string{block}, f...)
		}
		switch {
		case f[0] == "go" && len(f) == 2:
			r.goLine = f[1]
		case f[0] == "require" && len(f) == 3:
			if f[1] == module {
				r.version = f[2]
			}
			lines = append(lines, strings.Join(f, " "))
		case f[0] == "replace":
			lines = append(lines, strings.Join(f, " "))
		}
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	r.key = hex.EncodeToString(sum[:6])
	return r
}

// Version is the version of the Hugo program bin, as v0.165.0; "" when it does
// not say.
func Version(bin string) string { return versionOf(bin) }

// Wanted is the version of Hugo that the go.mod in module names, such as
// v0.165.0.
func Wanted(module fs.FS) (string, error) {
	r, err := readRequirements(Options{Module: module})
	return r.version, err
}

// versionOf is the version that Go noted in a Hugo binary; "" when it noted
// none or the file is no Go program.
func versionOf(bin string) string {
	info, err := buildinfo.ReadFile(bin)
	if err != nil || info.Main.Path != module || !strings.HasPrefix(info.Main.Version, "v") {
		return ""
	}
	version, _, _ := strings.Cut(info.Main.Version, "+")
	return version
}
