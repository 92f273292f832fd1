//go:build unix

package release

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// unreadable are the paths below root that an account other than the owner's and
// outside of its groups cannot read.
func unreadable(t *testing.T, root string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		want := fs.FileMode(0o004)
		if info.IsDir() {
			want = 0o005
		}
		if info.Mode().Perm()&want != want {
			names = append(names, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestUmaskOfThePusher: whatever the umask under which a push publishes, the web
// server reads the site.
func TestUmaskOfThePusher(t *testing.T) {
	for _, mask := range []int{0o022, 0o027, 0o077, 0o177 &^ 0o100} {
		s := newStore(t, 2)
		before := syscall.Umask(mask)
		publish(t, s, siteOf(1))
		publish(t, s, siteOf(2))
		preview, err := s.Preview("entwurf")
		if err != nil {
			t.Fatal(err)
		}
		publish(t, preview, siteOf(3))
		if err := s.ShowPreview("entwurf"); err != nil {
			t.Fatal(err)
		}
		syscall.Umask(before)
		for _, folder := range []string{s.dir, filepath.Join(s.dir, previewName), filepath.Join(s.dir, previewsName)} {
			if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o755 {
				t.Errorf("umask %03o: %s has the mode %v, %v", mask, folder, info.Mode(), err)
			}
		}
		for _, root := range []string{filepath.Join(s.dir, releasesName), preview.dir} {
			for _, name := range unreadable(t, root) {
				if own := []string{RecordName, LogName, leftName}; !strings.HasSuffix(name, ".lock") && !slices.Contains(own, filepath.Base(name)) {
					t.Errorf("umask %03o: a web server cannot read %s", mask, name)
				}
			}
		}
	}
}

// TestOldModesAreMended: what an earlier version left closed is opened by the next
// release, which shares files with it, and by a rollback to it.
func TestOldModesAreMended(t *testing.T) {
	s := newStore(t, 5)
	first := publish(t, s, siteOf(1))
	closeAll := func() {
		_ = filepath.WalkDir(filepath.Join(s.dir, releasesName), func(path string, e fs.DirEntry, _ error) error {
			if e.Type().IsRegular() {
				return os.Chmod(path, 0o600)
			}
			return nil
		})
		if err := os.Chmod(s.Path(first.ID), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(filepath.Join(s.dir, releasesName), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	closeAll()
	done := publish(t, s, siteOf(1))
	if bad := unreadable(t, s.Path(done.ID)); len(bad) > 0 || done.Linked == 0 {
		t.Errorf("a release that shares %d files cannot be read: %q", done.Linked, bad)
	}
	closeAll()
	if _, err := s.Rollback(context.Background(), first.ID, true, nil); err != nil {
		t.Fatal(err)
	}
	if bad := unreadable(t, s.Path(first.ID)); len(bad) > 0 {
		t.Errorf("a release that was gone back to cannot be read: %q", bad)
	}
	if info, err := os.Stat(filepath.Join(s.dir, releasesName)); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("the folder of the releases has the mode %v, %v", info.Mode(), err)
	}
}

// TestClosedFolderIsTold: the store cannot open a folder above it that is not its own.
func TestClosedFolderIsTold(t *testing.T) {
	s := newStore(t, 2)
	above := filepath.Dir(filepath.Dir(s.dir))
	if done := publish(t, s, siteOf(1)); len(done.Notices) != 0 {
		t.Errorf("an open folder: %v", done.Notices)
	}
	if err := os.Chmod(above, 0o700); err != nil {
		t.Fatal(err)
	}
	done := publish(t, s, siteOf(2))
	if len(done.Notices) != 1 || !strings.Contains(done.Notices[0].Text, "chmod 755 "+above) {
		t.Errorf("a closed folder: %v", done.Notices)
	}
	if err := os.Chmod(above, 0o710); err != nil { // the web server's group
		t.Fatal(err)
	}
	if done := publish(t, s, siteOf(3)); len(done.Notices) != 0 {
		t.Errorf("a folder that is open to a group: %v", done.Notices)
	}
}
