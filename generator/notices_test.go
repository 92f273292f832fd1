package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var updateNotices = flag.Bool("update-notices", false, "write NOTICES.txt anew")

// systems are those that binaries are made for: each links modules of its own.
var systems = []string{"linux", "windows", "darwin"}

// NOTICES.txt travels in the program, which prints it by version --notices. It holds the
// licence and the notices of every module that is linked into it, and into the Hugo beside
// it, as the go command lists them.
func TestNoticesAreComplete(t *testing.T) {
	want := notices(t)
	const path = "../NOTICES.txt"
	if *updateNotices {
		if err := os.WriteFile(path, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Error("NOTICES.txt is not of these modules; write it anew: go test ./generator -run Notices -update-notices")
	}
}

// part is something of others that the program is made of.
type part struct{ name, text string }

// notices makes NOTICES.txt. Parts of one licence, to the letter, stand together.
func notices(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("第三方软件声明\n\n明法（mingfa）和同它一起分发的 Hugo 用了下面这些软件和字体。各自的著作权和许可照原文抄录。\n")
	own := append(modules(t, "./generator"),
		part{"Go 语言的标准库和运行时", licenceIn(t, goRoot(t))},
		part{"思源黑体（Noto Sans CJK SC），分享图里的字", licenceIn(t, "site/share/font")})
	write(&b, "明法程序里的", own)
	write(&b, "Hugo 程序里的", modules(t, "github.com/gohugoio/hugo"))
	return b.Bytes()
}

func write(b *bytes.Buffer, title string, parts []part) {
	b.WriteString("\n" + strings.Repeat("=", 72) + "\n" + title + "\n" + strings.Repeat("=", 72) + "\n")
	byText := map[string][]string{}
	for _, p := range parts {
		byText[p.text] = append(byText[p.text], p.name)
	}
	var texts []string
	for text := range byText {
		slices.Sort(byText[text])
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(x, y string) int { return strings.Compare(byText[x][0], byText[y][0]) })
	for _, text := range texts {
		b.WriteString("\n" + strings.Join(byText[text], "\n") + "\n" + strings.Repeat("-", 72) + "\n" + text + "\n")
	}
}

// modules are those that a program links on any of the systems.
func modules(t *testing.T, program string) []part {
	t.Helper()
	var all []part
	seen := map[string]bool{}
	for _, system := range systems {
		cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", program)
		cmd.Dir = ".."
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil && os.Getenv("MINGFA_CI") == "" {
			t.Skipf("a module of %s for %s is not on this machine, and cannot be fetched: %v", program, system, err)
		}
		if err != nil {
			t.Fatalf("the go command does not list the modules of %s for %s: %v", program, system, err)
		}
		for line := range strings.Lines(string(out)) {
			name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t")
			if !ok || seen[name] {
				continue
			}
			seen[name] = true
			all = append(all, part{name, licenceIn(t, dir)})
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s links no modules", program)
	}
	return all
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// licenceIn is the text of the licence in a folder, and of the notices beside it. To have
// none is a fault: nobody may pass such a module on.
func licenceIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	licensed := false
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		is := strings.HasPrefix(name, "license") || strings.HasPrefix(name, "licence") || strings.HasPrefix(name, "unlicense") || strings.HasPrefix(name, "copying") || strings.HasPrefix(name, "ofl")
		if e.IsDir() || !is && !strings.HasPrefix(name, "notice") && !strings.HasPrefix(name, "patents") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		licensed = licensed || is
		texts = append(texts, tidy(string(raw)))
	}
	if !licensed {
		t.Errorf("%s has no licence", dir)
	}
	return strings.Join(texts, "\n\n")
}

// tidy is a text without what changes nothing: line ends of Windows, spaces at ends of lines.
func tidy(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, strings.TrimRight(line, " \t\r\n\f"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
