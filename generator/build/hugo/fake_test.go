package hugo

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary play Hugo and go: under the name of fakeHugo it
// does what the file "script" of its --source says, under that of fakeGo what
// the environment variable FAKE_GO says.
func TestMain(m *testing.M) {
	switch filepath.Base(os.Args[0]) {
	case "fake-hugo":
		for i, a := range os.Args {
			if a == "--source" {
				script, err := os.ReadFile(filepath.Join(os.Args[i+1], "script"))
				if err != nil {
					panic(err)
				}
				play(string(script))
			}
		}
		os.Exit(0)
	case "go":
		play(os.Getenv("FAKE_GO"))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// play obeys a script: a word a line, and what it needs.
func play(script string) {
	skip := false
	for line := range strings.Lines(script) {
		word, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if skip {
			skip = false
			continue
		}
		switch word {
		case "out":
			fmt.Println(rest)
		case "err":
			fmt.Fprintln(os.Stderr, rest)
		case "exit":
			code, _ := strconv.Atoi(rest)
			os.Exit(code)
		case "sleep":
			time.Sleep(time.Minute)
		case "spin": // uses the processor, and never ends
			for n := 0; ; n++ {
				_ = n
			}
		case "hog": // takes this many megabytes
			n, _ := strconv.Atoi(rest)
			var held [][]byte
			for range n {
				b := make([]byte, 1<<20)
				for i := range b {
					b[i] = 1
				}
				held = append(held, b)
			}
			fmt.Println(len(held))
		case "once": // the first time this file is not there, the next word counts
			_, err := os.Stat(rest)
			skip = err == nil
			os.WriteFile(rest, nil, 0o666)
		case "fill": // writes so many megabytes into a file
			size, path, _ := strings.Cut(rest, " ")
			n, _ := strconv.Atoi(size)
			f, err := os.Create(path)
			for i := 0; i < n && err == nil; i++ {
				_, err = f.Write(make([]byte, 1<<20))
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, "ERROR", err)
				os.Exit(1)
			}
		case "pid":
			os.WriteFile(rest, []byte(strconv.Itoa(os.Getpid())), 0o666)
		case "pause":
			time.Sleep(300 * time.Millisecond)
		case "dump": // the arguments and the environment, into a file
			text := strings.Join(os.Args[1:], "\n") + "\n\n" + strings.Join(os.Environ(), "\n")
			os.WriteFile(rest, []byte(text), 0o666)
		case "child": // a grandchild that outlives us unless it is killed
			cmd := exec.Command("sleep", "60")
			if err := cmd.Start(); err != nil {
				panic(err)
			}
			os.WriteFile(rest, []byte(strconv.Itoa(cmd.Process.Pid)), 0o666)
		case "unless": // the environment has this, the next word counts
			skip = slices.Contains(os.Environ(), rest)
		case "build": // as go build -o FILE does
			for i, a := range os.Args {
				if a == "-o" {
					os.WriteFile(os.Args[i+1], []byte("#!/bin/sh\n"), 0o777)
				}
			}
		case "":
		default:
			panic("unknown word in the script: " + word)
		}
	}
}

// fake gives the path of a program that is this test binary under another name.
func fake(t *testing.T, name string) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.Symlink(exe, path); err != nil {
		t.Skipf("this system cannot give a program a second name: %v", err)
	}
	return path
}

// scripted is a job whose fake Hugo does what script says.
func scripted(t *testing.T, script string) (bin string, job Job) {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "script"), script)
	return fake(t, "fake-hugo"), Job{Project: dir, Destination: filepath.Join(dir, "out"), Work: filepath.Join(dir, "work")}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// realHugo is the project's Hugo, where it has been compiled.
func realHugo(t *testing.T) string {
	t.Helper()
	bin, err := Find(t.Context(), Options{Project: "../../..", Ready: true})
	switch {
	case err != nil && os.Getenv("MINGFA_CI") == "1":
		t.Fatal(err)
	case err != nil:
		t.Skip(err)
	}
	return bin
}
