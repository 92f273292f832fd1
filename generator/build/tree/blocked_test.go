package tree

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What stands in the way of a site is said before anything is rendered, by the
// path and in words that tell how to go on.
func TestStageIsBlocked(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"file": "", "full/notes.docx": "x", "seeds/a": "", "lost/lock/.public.lock/x": "", "here/.public.staging": "a file", "here/public/index.html": ""})
	for _, link := range [][2]string{{"nowhere", "gone"}, {"loop", "loop"}} {
		if err := os.Symlink(filepath.Join(root, link[0]), filepath.Join(root, link[1])); err != nil {
			noLinks(t, err)
		}
	}
	for dest, want := range map[string]string{
		"file": "是一个文件，而网站需要在这里放一个文件夹", "full": "里已经有别的文件（如“notes.docx”）", "seeds": "是项目自己的文件夹", "gone": "是一个符号链接，但它指向的文件夹不存在",
		"loop": "打不开：", strings.Repeat("长", 200): "的名称太长",
	} {
		s, err := Stage(t.Context(), root, filepath.Join(root, dest), nil)
		var blocked *Blocked
		if s != nil || !errors.As(err, &blocked) || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "无法写入网站：“") || !strings.HasSuffix(blocked.Path, dest) {
			t.Errorf("%s: %v", dest, err)
		}
	}
	if err := blocked("x", &os.PathError{Op: "open", Path: "x", Err: syscall.ENOSPC}); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "已满") {
		t.Errorf("a full disk: %v", err)
	}
	// A lock that cannot be made is an error, not a run without a lock.
	if s, err := Stage(t.Context(), root, filepath.Join(root, "lost", "lock", "public"), nil); err == nil {
		s.Close()
		t.Error("a folder where the lock should be is no fault")
	}
	// What a killed run left goes, whatever it is.
	s, err := Stage(t.Context(), root, filepath.Join(root, "here", "public"), nil)
	if err == nil {
		s.Close()
		t.Error("a folder that is not ours is taken")
	}
	put(t, root, map[string]string{"here/public/.mingfa": ""})
	if s, err = Stage(t.Context(), root, filepath.Join(root, "here", "public"), nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(s.Path()); err != nil || !info.IsDir() {
		t.Errorf("there is no folder to render into: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(s.Path()); err == nil {
		t.Error("the rendering stays behind")
	}
}

// A site is not given up half: what stops a run is an error that says at which
// step, and what cannot stand in a site is named.
func TestSyncFails(t *testing.T) {
	root := t.TempDir()
	if _, err := Sync(t.Context(), filepath.Join(root, "none"), filepath.Join(root, "public")); err == nil || !strings.Contains(err.Error(), "failed to list the rendered site") {
		t.Errorf("nothing was rendered: %v", err)
	}
	put(t, root, map[string]string{"staging/index.html": "x"})
	if _, err := Sync(t.Context(), filepath.Join(root, "staging"), filepath.Join(root, "no", "folder", "public")); err == nil || !strings.Contains(err.Error(), "failed to put the site in place") {
		t.Errorf("nowhere to put it: %v", err)
	}
	if err := os.Symlink(root, filepath.Join(root, "staging", "link")); err != nil {
		noLinks(t, err)
	}
	if _, err := Sync(t.Context(), filepath.Join(root, "staging"), filepath.Join(root, "public")); err == nil || !strings.Contains(err.Error(), "link") {
		t.Errorf("a link in the rendering: %v", err)
	}
}

// A file is kept only when it is one and ends as it should, to the last byte.
func TestKeepIfOnlyWhatEndsSo(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"content/reports/whole": "END", "content/reports/long": "the END", "content/reports/short": "ND", "content/reports/other": "the END.", "content/reports/folder/x": ""})
	w := open(t, root)
	for name, want := range map[string]bool{"whole": true, "long": true, "short": false, "other": false, "folder": false, "none": false} {
		if got, err := w.KeepIf("content/reports/"+name, []byte("END")); got != want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	var refused *Refused
	if kept, err := w.KeepIf("../x", nil); kept || !errors.As(err, &refused) || err.Error() != "不能写入“../x”：路径不合规" {
		t.Errorf("%v, %v", kept, err)
	}
}

// noLinks ends a test on a system that makes no symbolic links: a skip, or a
// failure where MINGFA_CI=1 says that everything has to be there.
func noLinks(t *testing.T, err error) {
	t.Helper()
	if os.Getenv("MINGFA_CI") == "1" {
		t.Fatal("no symbolic links here:", err)
	}
	t.Skip("no symbolic links here:", err)
}
