package build

import (
	"cmp"
	"runtime/debug"
	"strings"
)

// Version is what this program says of itself, here and in a manifest.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return describe(info)
}

// describe is the version that Go noted in the program, and the commit that it
// was built from.
func describe(info *debug.BuildInfo) string {
	noted := map[string]string{}
	for _, s := range info.Settings {
		noted[s.Key] = s.Value
	}
	said := []string{cmp.Or(strings.Trim(info.Main.Version, "()"), "版本不明")}
	if commit := noted["vcs.revision"]; commit != "" {
		said = append(said, "提交 "+commit[:min(len(commit), 10)])
	}
	if time := noted["vcs.time"]; time != "" {
		said = append(said, time)
	}
	if noted["vcs.modified"] == "true" {
		said = append(said, "有未提交的改动")
	}
	return strings.Join(said, "，")
}
