package command

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// englishWords are three words of English on end, which nobody writes in Chinese.
var englishWords = regexp.MustCompile(`[A-Za-z]{2,}[,;:]? [A-Za-z]+[,;:]? [A-Za-z]{2,}`)

// quoted are lines that show the pusher his own file.
var shownLine = regexp.MustCompile(`(?m)^    .*$`)

// typed is a command for the administrator.
var typed = regexp.MustCompile(`mingfa [a-z]+ [a-z]+`)

// heardOf fails where a pusher is told anything in English, or where the server
// keeps its things.
func (d *desk) heardOf(what, out string) {
	d.t.Helper()
	var heard []string
	for line := range strings.Lines(out) {
		if said, is := strings.CutPrefix(line, "remote: "); is {
			heard = append(heard, strings.TrimRight(said, " \r\n"))
		} else if !strings.Contains(out, "remote: ") {
			heard = append(heard, strings.TrimRight(line, "\n"))
		}
	}
	said := typed.ReplaceAllString(shownLine.ReplaceAllString(strings.Join(heard, "\n"), ""), "")
	if words := englishWords.FindString(said); words != "" {
		d.t.Errorf("%s: the pusher reads English, %q, in\n%s", what, words, said)
	}
	home, _ := os.UserHomeDir()
	for _, place := range []string{d.bare, d.to, filepath.Dir(d.program), os.TempDir(), home, "/usr/", "/etc/", "/bin/", "技术细节：", "原话）", "goroutine"} {
		if place != "" && strings.Contains(said, place) {
			d.t.Errorf("%s: the pusher reads %s in\n%s", what, place, said)
		}
	}
	if !strings.Contains(said, "错误：") {
		d.t.Errorf("%s: no word of what is wrong in\n%s", what, said)
	}
}

// A pusher hears of what is wrong with what he pushed in Chinese alone.
func TestPusherHearsOfHisFaults(t *testing.T) {
	d := newDesk(t)
	template := func(text string) func() {
		return func() { writeFile(t, "layouts/404.html", "{{ define \"main\" }}\n"+text+"\n{{ end }}\n") }
	}
	file := func(name, text string) func() { return func() { writeFile(t, name, text) } }
	hugoToml, err := os.ReadFile("hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	site := "name = \"示例平台\"\n"
	for what, fault := range map[string]struct {
		does func()
		says string
	}{
		"a function that is not":           {template(`{{ nofunction }}`), "没有“nofunction”这个函数"},
		"a variable that is not":           {template(`{{ $x }}`), "没有“$x”这个变量"},
		"a block without an end":           {template(`{{ if true }}`), "少了 {{ end }}"},
		"an end too many":                  {template(`{{ end }}{{ end }}`), "模板有"},
		"a condition that is not there":    {template(`{{ if }}x{{ end }}`), "“if”后面没有写值"},
		"braces without an end":            {template(`{{ .Title`), "模板有"},
		"a bracket without an end":         {template(`{{ (print 1 }}`), "模板有"},
		"a quote without an end":           {template(`{{ print "x }}`), "引号没有成对"},
		"a strange character":              {template(`{{ ￥ }}`), "模板有"},
		"a partial that is not":            {template(`{{ partial "nowhere.html" . }}`), "nowhere.html"},
		"a field that is not":              {template(`{{ .Nowhere }}`), "没有“Nowhere”这一项"},
		"too many values":                  {template(`{{ upper 1 2 3 }}`), "layouts/404.html"},
		"a number that is ranged over":     {template(`{{ range 1.5 }}x{{ end }}`), "layouts/404.html"},
		"a division by nothing":            {template(`{{ div 1 0 }}`), "layouts/404.html"},
		"an error that the template says":  {template(`{{ errorf "this is an error of ours" }}`), "Hugo 无法生成网页"},
		"no seeds at all":                  {func() { git(t, ".", "rm", "-qr", "seeds") }, "“seeds”不在提交里"},
		"the environment of the server":    {template(`{{ getenv "PATH" }}`), "安全设置不允许"},
		"a template within itself":         {template(`{{ template "main" . }}`), "错误："},
		"the settings of Hugo, no TOML":    {file("hugo.toml", "title = "), "hugo.toml:1"},
		"a kind of Hugo's settings":        {file("hugo.toml", string(hugoToml)+"\n[outputs]\nhome = [\"nowhere\"]\n"), "错误："},
		"the portal's settings, no TOML":   {file("seeds/site.toml", site+"domain = \"https://x"), "seeds/site.toml:2"},
		"the portal's settings, of a sort": {file("seeds/site.toml", site+"domain = 3\n"), "seeds/site.toml:2"},
		"a body's settings":                {file("seeds/shili/body.toml", "name = [\"示例市司法局\"\n"), "seeds/shili/body.toml"},
		"a report's settings":              {file("seeds/shili/2023.toml", "[disclosure\n"), "seeds/shili/2023.toml"},
		"the catalogue":                    {file("seeds/indicators.toml", "[[indicator]]\nid = \"X Y\"\n"), "seeds/indicators.toml"},
		"the head of a page":               {file("content/about/x.md", "+++\ntitle = \n+++\n"), "content/about/x.md"},
		"the head of a page in YAML":       {file("content/about/x.md", "---\ntitle: [\n---\n"), "content/about/x.md"},
		"a shortcode that is not":          {file("content/about/x.md", "+++\ntitle = \"x\"\n+++\n{{< nowhere >}}\n"), "错误："},
		"a report that is none":            {file("seeds/shili/2022.txt", "\x00\x01\x02"), "seeds/shili/2022.txt"},
		"a Word file that is none":         {file("seeds/shili/2022.docx", "PK\x03\x04 broken"), "seeds/shili/2022.docx"},
		"a name that no disk bears":        {file("seeds/shili/con.txt", "x"), "con.txt"},
	} {
		git(t, ".", "checkout", "-q", "-b", "fault")
		fault.does()
		commit(t, ".")
		out, err := tryGit(t, d.work, "push", "origin", "fault:main")
		if err == nil {
			t.Errorf("%s is accepted:\n%s", what, out)
			git(t, d.bare, "update-ref", "refs/heads/main", "main~1")
		}
		says(t, what, out, fault.says)
		d.heardOf(what, out)
		git(t, ".", "checkout", "-q", "main")
		git(t, ".", "branch", "-qD", "fault")
	}

	// A clock that is wrong.
	t.Setenv("GIT_COMMITTER_DATE", "2099-01-01T00:00:00Z")
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	d.heardOf("a commit of the future", d.push(false, "main"))
}

// Of the server's own faults a pusher hears that they are the server's, and the
// administrator finds the rest in a file that only he reads.
func TestPusherHearsOfTheServersFaults(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("hooks are of a POSIX shell")
	}
	d := newDesk(t)
	writeFile(t, "seeds/shili/2022.txt", good2022)
	writeFile(t, "layouts/_partials/note.html", "x\n") // so that the gate tries Hugo too
	commit(t, ".")
	// What git does before it starts the hooks: the objects are there.
	git(t, ".", "push", "-q", d.bare, "main:refs/kept/main")
	head, old := strings.TrimSpace(git(t, ".", "rev-parse", "HEAD")), strings.TrimSpace(git(t, ".", "rev-parse", "HEAD~1"))
	script := func(text string) string {
		name := filepath.Join(t.TempDir(), "hugo")
		if err := os.WriteFile(name, []byte("#!/bin/sh\n"+text), 0o755); err != nil {
			t.Fatal(err)
		}
		return name
	}
	pushed := func(commit string) {
		if err := os.WriteFile(filepath.Join(d.bare, "refs", "heads", "main"), []byte(commit+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const update = "%OLD %NEW refs/heads/main\n"
	before := filesOf(t, filepath.Join(d.to, "current"))
	replaced := func(path, text string) func() func() {
		return func() func() {
			if err := os.Rename(path, path+".kept"); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if text != "" {
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			return func() {
				_ = os.RemoveAll(path)
				if err := os.Rename(path+".kept", path); err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
			}
		}
	}
	config := func(args ...string) func() func() {
		return func() func() {
			kept, err := os.ReadFile(filepath.Join(d.bare, "config"))
			if err != nil {
				t.Fatal(err)
			}
			git(t, d.bare, append([]string{"config"}, args...)...)
			return func() {
				if err := os.WriteFile(filepath.Join(d.bare, "config"), kept, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("no key at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	live, err := os.Readlink(filepath.Join(d.to, "current"))
	if err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(d.to, live, "manifest.json")
	for what, fault := range map[string]struct {
		env    []string
		does   func() func()
		update string
		only   string // one of the hooks; "" for both
		shell  string // run before the hook, in its shell
	}{
		"git is not there":                    {env: []string{"PATH=/nowhere"}},
		"no folder for what is temporary":     {env: []string{"TMPDIR=" + filepath.Join(d.to, "nowhere")}, only: "pre-receive"},
		"Hugo is not there":                   {env: []string{"MINGFA_HUGO=/nowhere/hugo"}},
		"Hugo is no program":                  {env: []string{"MINGFA_HUGO=" + key}},
		"Hugo is killed":                      {env: []string{"MINGFA_HUGO=" + script("kill -9 $$\n")}},
		"Hugo says something unheard of":      {env: []string{"MINGFA_HUGO=" + script("echo 'ERROR something nobody has heard of at /srv/x' >&2; exit 3\n")}},
		"Hugo ends without a word":            {env: []string{"MINGFA_HUGO=" + script("exit 7\n")}},
		"Hugo panics":                         {env: []string{"MINGFA_HUGO=" + script("echo 'panic: oh no more' >&2; echo 'goroutine 1 [running]:' >&2; exit 2\n")}},
		"Hugo makes nothing":                  {env: []string{"MINGFA_HUGO=" + script("exit 0\n")}, only: "post-receive"},
		"minutes that are no number":          {env: []string{"MINGFA_MINUTES=soon"}},
		"no cache":                            {env: []string{"MINGFA_HUGO=", "MINGFA_CACHE=" + key}},
		"no home":                             {env: []string{"MINGFA_HUGO=", "MINGFA_CACHE=", "HOME=", "XDG_CACHE_HOME="}},
		"files may not grow":                  {shell: "ulimit -f 4; trap '' XFSZ\n", only: "post-receive"},
		"few files may be open":               {shell: "ulimit -n 12\n"},
		"the repository lost a commit":        {update: "%OLD 1111111111111111111111111111111111111111 refs/heads/main\n", only: "pre-receive"},
		"what git says is not to be read":     {update: "你好\n"},
		"settings that are no number":         {does: config("mingfa.keep", "many")},
		"settings without a store":            {does: config("--unset", "mingfa.to")},
		"a store at the top of the disk":      {does: config("mingfa.to", "/")},
		"a store that is a file":              {does: config("mingfa.to", key)},
		"a store below a file":                {does: config("mingfa.to", key+"/site")},
		"a key that is none":                  {does: config("mingfa.signkey", key)},
		"a key that is not there":             {does: config("mingfa.signkey", "/etc/nowhere/key")},
		"a config that git cannot read":       {does: replaced(filepath.Join(d.bare, "config"), "[mingfa\n")},
		"the record is damaged":               {does: replaced(filepath.Join(d.to, "published.json"), "{"), only: "none"},
		"releases are a file":                 {does: replaced(filepath.Join(d.to, "releases"), "x")},
		"the live site lost its manifest":     {does: replaced(manifest, ""), only: "none"},
		"the live site's manifest is damaged": {does: replaced(manifest, "{"), only: "none"},
		"the program is gone":                 {does: replaced(d.program, "")},
	} {
		t.Run(what, func(t *testing.T) {
			d := *d
			d.t = t
			undo, store := func() {}, filepath.Join(t.TempDir(), "kept")
			copied(t, d.to, store)
			if fault.does != nil {
				undo = fault.does()
			}
			for _, hook := range []string{"pre-receive", "post-receive"} {
				if fault.only != "" && fault.only != "none" && fault.only != hook {
					continue
				}
				text := fault.update
				if text == "" {
					text = update
				}
				if hook == "post-receive" { // by hand: git itself may not read the repository
					pushed(head)
				}
				_ = os.Remove(filepath.Join(d.bare, "mingfa-details.log"))
				cmd := exec.Command("/bin/sh", "-c", fault.shell+"exec hooks/"+hook)
				cmd.Dir = d.bare
				cmd.Env = append(os.Environ(), fault.env...)
				cmd.Stdin = strings.NewReader(strings.NewReplacer("%OLD", old, "%NEW", head).Replace(text))
				out, err := cmd.CombinedOutput()
				t.Logf("%s:\n%s", hook, out)
				if fault.only == "none" {
					continue // what heals itself
				}
				if err == nil {
					t.Errorf("%s: all is well\n%s", hook, out)
				}
				d.heardOf(hook, string(out))
				if strings.Contains(string(out), "编号") {
					details, err := os.Stat(filepath.Join(d.bare, "mingfa-details.log"))
					if err != nil || details.Mode().Perm()&0o077 != 0 {
						t.Errorf("the details: %v, %v", details, err)
					}
				}
			}
			undo()
			if fault.only != "none" && !maps.Equal(before, filesOf(t, filepath.Join(d.to, "current"))) {
				t.Error("the site changed")
			}
			if err := os.RemoveAll(d.to); err != nil {
				t.Fatal(err)
			}
			copied(t, store, d.to)
			pushed(old)
		})
	}
}

// copied makes a folder that is another, with its links.
func copied(t *testing.T, from, to string) {
	t.Helper()
	if out, err := exec.Command("cp", "-a", from, to).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
