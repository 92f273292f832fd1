package command

import (
	"context"
	"encoding/hex"
	"errors"
	"flag"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"mingfa/generator/build/hugo/hugotest"
)

var update = flag.Bool("update", false, "write what comes out into the scripts")

// TestMain lets the test binary be the program mingfa: in scripts, and where it
// is installed as one.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mingfa": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		os.Exit(Run(ctx, "mingfa", os.Args[1:], os.Stdout, os.Stderr))
	}})
}

// TestScripts types the commands of each script in testdata, in a folder with
// the script's files, as a person does. Beside what testscript knows, a script
// may use:
//
//	exits STATUS COMMAND…   run a command that ends with this status
//	bytes FILE HEX          write a file that a text cannot hold
//	port VARIABLE           find a free port of this machine
//	answers URL WORDS       wait until a page is there and says so
func TestScripts(t *testing.T) {
	hugo := hugotest.Find(t, "../..")
	for _, program := range []string{"git", "python3"} {
		if _, err := exec.LookPath(program); err != nil {
			hugotest.Lacking(t, program+" is not installed")
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("MINGFA_HUGO", hugo)
			env.Setenv("GIT_CONFIG_GLOBAL", "/dev/null")
			env.Setenv("GIT_CONFIG_SYSTEM", "/dev/null")
			env.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(env.WorkDir))
			for _, who := range []string{"AUTHOR", "COMMITTER"} {
				env.Setenv("GIT_"+who+"_NAME", "a")
				env.Setenv("GIT_"+who+"_EMAIL", "a@b.example")
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "bytes": writeBytes, "port": port, "answers": answers,
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	status := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		status = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if status != want {
		ts.Fatalf("%s ended with %d, want %d", strings.Join(args[1:], " "), status, want)
	}
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	raw, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o666))
}

func port(ts *testscript.TestScript, _ bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
	ts.Check(l.Close())
}

func answers(ts *testscript.TestScript, _ bool, args []string) {
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(20 * time.Millisecond) {
		if strings.Contains(get(args[0]), args[1]) {
			return
		}
	}
	ts.Fatalf("%s does not say %s", args[0], args[1])
}

// TestEveryCommandHasScripts: one in which it does its work, and one in which it
// is used wrongly.
func TestEveryCommandHasScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var typed strings.Builder
	for _, script := range scripts {
		text, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		typed.Write(append([]byte("\n"), text...))
	}
	root := newRoot("mingfa", nil, nil)
	all := append(root.Commands(), root)
	for _, c := range root.Commands() {
		all = append(all, c.Commands()...)
	}
	for _, c := range all {
		line := c.CommandPath() + " "
		if c == root {
			line += "--help"
		}
		if c.HasSubCommands() {
			continue
		}
		if !strings.Contains(typed.String(), "\n"+line) && !strings.Contains(typed.String(), "\n"+strings.TrimSpace(line)+"\n") {
			t.Errorf("no script shows what %sdoes", line)
		}
		if !strings.Contains(typed.String(), "\nexits 2 "+line) {
			t.Errorf("no script uses %swrongly", line)
		}
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
