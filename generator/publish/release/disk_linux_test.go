package release

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var background = context.Background()

// limitFiles makes writes beyond a size fail instead of killing the process.
func limitFiles(limit uint64) error {
	signal.Ignore(syscall.SIGXFSZ)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
}

// TestFullDisk publishes onto a file system of its own that is filled bit by
// bit, so that the disk is full at another moment each time.
func TestFullDisk(t *testing.T) {
	if os.Getenv("FULL_DISK") == "" {
		// The same test again, as root of a user and mount namespace of its own.
		cmd := exec.Command(os.Args[0], "-test.run", "^TestFullDisk$", "-test.v")
		cmd.Env = append(os.Environ(), "FULL_DISK=1")
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
		out, err := cmd.CombinedOutput()
		if strings.Contains(string(out), "no file system of its own") || err != nil && len(out) == 0 {
			t.Skip("this system lets no test mount a file system of its own; TestFilesTooLarge makes writes fail without one")
		}
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	dir := openDir(t)
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=512k"); err != nil {
		t.Fatalf("no file system of its own: %v", err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	s, err := Open(filepath.Join(dir, "www"), 2)
	if err != nil {
		t.Fatal(err)
	}
	publish(t, s, siteOf(1))
	full := 0
	for room := 4; room < 200; room += 4 { // KiB
		ballast := filepath.Join(dir, "ballast")
		fill(t, dir, ballast, room<<10)
		out, err := child(s.dir, "PUBLISH_FROM=2", "PUBLISH_COUNT=1").CombinedOutput()
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		want := "version 2 "
		if err != nil {
			full++
			want = "version 1 "
			if !strings.Contains(string(out), "no space left on device") {
				t.Errorf("with %d KiB: %v\n%s", room, err, out)
			}
		}
		sound(t, s)
		if got := readIndex(t, s); !strings.Contains(got, want) {
			t.Fatalf("with %d KiB: the live site is not %s: %.60q", room, want, got)
		}
		if err == nil {
			break
		}
	}
	if full < 5 {
		t.Errorf("the disk was full %d times", full)
	}
	publish(t, s, siteOf(3))
	sound(t, s)
}

// fill leaves room bytes free.
func fill(t *testing.T, dir, ballast string, room int) {
	t.Helper()
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil {
		t.Fatal(err)
	}
	free := int(fs.Bavail) * int(fs.Bsize)
	if err := os.WriteFile(ballast, make([]byte, max(0, free-room)), 0o666); err != nil {
		t.Fatal(err)
	}
}
