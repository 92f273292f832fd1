package hugo

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

const goMod = `module example

go 1.26.0 // the least

tool github.com/gohugoio/hugo

require golang.org/x/text v0.43.0

require (
	github.com/gohugoio/hugo v0.165.0 // indirect
	github.com/spf13/cobra v1.10.2 // indirect
)
`

func TestRequirements(t *testing.T) {
	r := parseRequirements([]byte(goMod))
	if r.version != "v0.165.0" || r.goLine != "1.26.0" {
		t.Errorf("got %+v", r)
	}
	same := strings.Replace(strings.Replace(goMod, "cobra v1.10.2 // indirect", "cobra v1.10.2", 1), "go 1.26.0", "go 1.26.1", 1)
	if s := parseRequirements([]byte(same)); s.key != r.key {
		t.Error("a comment changes the key")
	}
	for _, other := range []string{
		strings.Replace(goMod, "v1.10.2", "v1.10.3", 1),
		goMod + "\nreplace github.com/gohugoio/hugo => ../hugo\n",
		goMod + "\nreplace (\n\tgithub.com/gohugoio/hugo => ../hugo\n)\n",
	} {
		if s := parseRequirements([]byte(other)); s.key == r.key || s.version != r.version {
			t.Errorf("key %s, version %s of\n%s", s.key, s.version, other)
		}
	}
}

func FuzzRequirements(f *testing.F) {
	f.Add([]byte(goMod))
	f.Add([]byte("require (\n)"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if r := parseRequirements(raw); r.key == "" || strings.ContainsAny(r.version, " \t\n") {
			t.Errorf("%+v", r)
		}
	})
}

// nowhere makes the environment hold no Hugo, and a project that asks for one.
func nowhere(t *testing.T) (cache string, o Options, out *bytes.Buffer) {
	t.Helper()
	cache, out = t.TempDir(), &bytes.Buffer{}
	t.Setenv("MINGFA_HUGO", "")
	t.Setenv("MINGFA_CACHE", cache)
	project := t.TempDir()
	write(t, filepath.Join(project, "go.mod"), goMod)
	return cache, Options{Project: project, Out: out}, out
}

// fakeGo puts a go that does what script says before the real one.
func fakeGo(t *testing.T, script string) {
	t.Helper()
	t.Setenv("PATH", filepath.Dir(fake(t, "go"))+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("FAKE_GO", script)
}

func TestFindNamed(t *testing.T) {
	_, o, out := nowhere(t)
	t.Setenv("MINGFA_HUGO", filepath.Join(t.TempDir(), "none"))
	if _, err := Find(t.Context(), o); err == nil || !strings.Contains(err.Error(), "MINGFA_HUGO") {
		t.Errorf("got %v", err)
	}
	bin := fake(t, "hugo")
	t.Setenv("MINGFA_HUGO", bin)
	if got, err := Find(t.Context(), o); err != nil || got != bin || out.Len() > 0 {
		t.Errorf("got %s, %v, saying %q", got, err, out)
	}
}

func TestFindBeside(t *testing.T) {
	dir := t.TempDir()
	if got, _ := beside(filepath.Join(dir, "mingfa"), "v0.165.0"); got != "" {
		t.Errorf("found %s in an empty folder", got)
	}
	bin := filepath.Join(dir, program)
	write(t, bin, "#!/bin/sh\n")
	if err := os.Chmod(bin, 0o777); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(bin, 0o666); err != nil {
			t.Fatal(err)
		}
		if got, fault := beside(filepath.Join(dir, "mingfa"), "v0.165.0"); got != "" || fault != "没有执行权限" {
			t.Errorf("got %q, %q of a file that cannot be run", got, fault)
		}
		if err := os.Chmod(bin, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := beside(filepath.Join(dir, "mingfa"), "v0.165.0"); got != bin {
		t.Errorf("got %q, want %q", got, bin)
	}
}

func TestVersionOfRealHugo(t *testing.T) {
	if got := versionOf(realHugo(t)); got != "" && !strings.HasPrefix(got, "v0.") {
		t.Errorf("got %q", got)
	}
	if got := versionOf(os.Args[0]); got != "" {
		t.Errorf("this test is taken for Hugo %s", got)
	}
}

func TestBuildOnce(t *testing.T) {
	cache, o, out := nowhere(t)
	dump := filepath.Join(t.TempDir(), "dump")
	fakeGo(t, "dump "+dump+"\npause\nbuild")
	t.Setenv("GOFLAGS", "-mod=mod -buildvcs=false")
	t.Setenv("GOOS", "plan9")

	var wg sync.WaitGroup
	found := make([]string, 3)
	for i := range found {
		quiet := o
		if i > 0 {
			quiet.Out = nil
		}
		wg.Go(func() {
			var err error
			if found[i], err = Find(t.Context(), quiet); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if slices.ContainsFunc(found, func(f string) bool { return f != found[0] || !strings.HasPrefix(f, cache) }) {
		t.Errorf("found %q", found)
	}
	got := read(t, dump)
	for _, want := range []string{"build\n-o\n", "\n" + module + "\n", "GOFLAGS=-buildvcs=false\n", "GOOS=" + runtime.GOOS, "GOTOOLCHAIN=local"} {
		if !strings.Contains(got, want) {
			t.Errorf("go did not get %q:\n%s", want, got)
		}
	}
	for _, leftover := range leftovers(t, cache) {
		if filepath.Base(leftover) != program {
			t.Errorf("%s is left in the cache", leftover)
		}
	}
	if said := out.String(); said != "" && !strings.Contains(said, "首次运行需要编译 Hugo v0.165.0，只此一次") && !strings.Contains(said, "另一个明法正在编译") {
		t.Errorf("said %q", said)
	}
}

// leftovers is every file in the cache.
func leftovers(t *testing.T, cache string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(cache, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuildFailures(t *testing.T) {
	tests := []struct{ name, words, want string }{
		{"old go", "go: go.mod requires go >= 1.26.0 (running go 1.21.5; GOTOOLCHAIN=local)", "本机的 Go 版本太旧，需要 Go 1.26.0"},
		{"very old go", "go: errors parsing go.mod:\ngo.mod:3: invalid go version '1.26.0': must match format 1.23", "Go 版本太旧"},
		{"no network", "go: github.com/gohugoio/hugo@v0.165.0: Get \"https://modules.example/x\": dial tcp: lookup modules.example: no such host", "网络不通"},
		{"offline", "go: module lookup disabled by GOPROXY=off", "网络不通"},
		{"full disk", "write /x/b001/_pkg_.a: no space left on device", "磁盘已满"},
		{"no memory", "github.com/x/y: /go/compile: signal: killed", "内存不足"},
		{"go.sum", "missing go.sum entry for module providing package x", "go.mod 和 go.sum 不一致"},
		{"no right", "mkdir /x: permission denied", "没有写入权限"},
		{"unknown", "something else", "编译 Hugo 失败。\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cache, o, _ := nowhere(t)
			script := "build\n"
			for line := range strings.Lines(test.words) {
				script += "err go: downloading x v1\nerr " + strings.TrimSuffix(line, "\n") + "\n"
			}
			fakeGo(t, script+"exit 1")
			_, err := Find(t.Context(), o)
			if err == nil {
				t.Fatal("no error")
			}
			got := err.Error()
			if !strings.Contains(got, test.want) || !strings.Contains(got, "MINGFA_HUGO") || strings.Contains(got, "downloading") || strings.Contains(got, "%!") {
				t.Errorf("want %q in:\n%s", test.want, got)
			}
			last := test.words[strings.LastIndex(test.words, "\n")+1:]
			if !strings.HasSuffix(got, last) {
				t.Errorf("it does not end in go's own words:\n%s", got)
			}
			if l := leftovers(t, cache); len(l) > 0 {
				t.Errorf("half a build is left: %q", l)
			}
		})
	}
}

func TestBuildWithoutC(t *testing.T) {
	_, o, _ := nowhere(t)
	fakeGo(t, "err # runtime/cgo\nerr stdlib.h: No such file\nunless CGO_ENABLED=0\nexit 1\nbuild")
	if _, err := Find(t.Context(), o); err != nil {
		t.Errorf("Hugo needs a C compiler: %v", err)
	}
}

func TestBuildWithoutGo(t *testing.T) {
	_, o, _ := nowhere(t)
	t.Setenv("PATH", t.TempDir())
	if _, err := Find(t.Context(), o); err == nil || !strings.Contains(err.Error(), "找不到 go 命令：首次运行要用 Go 1.26.0") {
		t.Errorf("got %v", err)
	}
}

func TestBuildCancelled(t *testing.T) {
	cache, o, _ := nowhere(t)
	fakeGo(t, "build\nsleep")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := Find(ctx, o); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if l := leftovers(t, cache); len(l) > 0 {
		t.Errorf("half a build is left: %q", l)
	}
}

func TestCacheCannotBeMade(t *testing.T) {
	cache, o, _ := nowhere(t)
	write(t, filepath.Join(cache, "file"), "")
	t.Setenv("MINGFA_CACHE", filepath.Join(cache, "file"))
	if _, err := Find(t.Context(), o); err == nil || !strings.Contains(err.Error(), "无法使用缓存文件夹") {
		t.Errorf("got %v", err)
	}
}

func TestProjectWithoutHugo(t *testing.T) {
	_, o, _ := nowhere(t)
	write(t, filepath.Join(o.Project, "go.mod"), "module example\n")
	if _, err := Find(t.Context(), o); err == nil || !strings.Contains(err.Error(), "没有写明 Hugo 的版本") {
		t.Errorf("got %v", err)
	}
	o.Project = t.TempDir()
	if _, err := Find(t.Context(), o); err == nil || !strings.Contains(err.Error(), "请在项目文件夹里运行") {
		t.Errorf("got %v", err)
	}
}

func TestBuildSaysThatItGoesOn(t *testing.T) {
	var b strings.Builder
	announce(&b, "v0.165.0")()
	if got, want := b.String(), "首次运行需要编译 Hugo v0.165.0，只此一次，约需 3–5 分钟；期间可随时按 Ctrl-C 中断。\n"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestTail(t *testing.T) {
	var w tail
	for range 1000 {
		w.Write([]byte("go: downloading x v1\nsome words\n"))
	}
	w.Write([]byte("the last"))
	if got := w.String(); !strings.HasSuffix(got, "\nthe last") || strings.Contains(got, "downloading") || len(got) > tailSize {
		t.Errorf("%d bytes: …%s", len(got), got[max(0, len(got)-60):])
	}
}

func TestModuleGoesBeforeTheProject(t *testing.T) {
	cache, o, out := nowhere(t)
	write(t, filepath.Join(o.Project, "go.mod"), strings.Replace(goMod, "v0.165.0", "v0.1.0\n\nreplace github.com/gohugoio/hugo => ./evil", 1))
	o.Module = fstest.MapFS{"go.mod": {Data: []byte(goMod)}, "go.sum": {Data: []byte("sums\n")}}
	dump := filepath.Join(t.TempDir(), "dump")
	fakeGo(t, "dump "+dump+"\nbuild")
	bin, err := Find(t.Context(), o)
	if err != nil || !strings.HasPrefix(bin, cache) || !strings.Contains(bin, "v0.165.0") {
		t.Fatalf("got %s, %v, saying %q", bin, err, out)
	}
	if version, err := Wanted(o.Module); err != nil || version != "v0.165.0" {
		t.Errorf("Wanted gives %q, %v", version, err)
	}
	if _, err := Wanted(fstest.MapFS{}); err == nil {
		t.Error("a module without go.mod wants a Hugo")
	}
}

func TestHugoBesideOfAnotherVersionIsTold(t *testing.T) {
	err := buildFailure(t.Context(), requirements{version: "v0.165.0", goLine: "1.26.0", beside: "是 v0.111.3，与要求的版本不同"}, "bin", "", exec.ErrNotFound)
	for _, want := range []string{"v0.165.0", "v0.111.3", "同一个文件夹"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in: %v", want, err)
		}
	}
}

func TestPlaceInTheTheme(t *testing.T) {
	m := parse(`render: failed: "/p/.mingfa/builtin/layouts/home.html:3:5": execute of template failed`, "/p", ".mingfa/builtin", true)
	if !m.Theme || m.File != "layouts/home.html" || m.Place() != "内置的 layouts/home.html:3:5" {
		t.Errorf("got %+v, %s", m, m.Place())
	}
	own := parse(`"/p/layouts/home.html:3:5": execute of template failed`, "/p", ".mingfa/builtin", true)
	if own.Theme || own.Place() != "layouts/home.html:3:5" {
		t.Errorf("got %+v, %s", own, own.Place())
	}
}
