package tree

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/lock"
)

// render puts a new site into a fresh staging folder and syncs it.
func render(t *testing.T, parent string, site map[string]string) Stats {
	t.Helper()
	staging := filepath.Join(parent, ".staging")
	if err := os.MkdirAll(staging, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, staging, site)
	stats, err := Sync(t.Context(), staging, filepath.Join(parent, "public"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(staging); err != nil {
		t.Fatal(err)
	}
	return stats
}

func TestSync(t *testing.T) {
	parent := t.TempDir()
	public := filepath.Join(parent, "public")
	site := map[string]string{
		"index.html": "home", "css/site.css": "old", "reports/a/2023/index.html": "a", "reports/b/index.html": "b", "kind": "file", "dir/x": "x",
	}
	if got := render(t, parent, site); got != (Stats{Written: 6}) {
		t.Errorf("the first time: %+v", got)
	}
	same(t, public, site)
	if _, err := os.Stat(filepath.Join(parent, ".staging")); err == nil {
		t.Error("a first rendering is copied, not renamed")
	}

	yesterday := time.Now().AddDate(0, 0, -1)
	if err := os.Chtimes(filepath.Join(public, "index.html"), yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(public, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(public, "nothing", "in", "it"), 0o777); err != nil {
		t.Fatal(err)
	}
	site = map[string]string{"index.html": "home", "css/site.css": "new", "reports/a/2023/index.html": "a", "kind/now": "folder", "dir": "file now"}
	if got := render(t, parent, site); got != (Stats{Written: 3, Unchanged: 2, Removed: 1}) {
		t.Errorf("the second time: %+v", got)
	}
	same(t, public, site)
	after, err := os.Stat(filepath.Join(public, "index.html"))
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("a page that did not change was touched")
	}
}

func TestSyncDoesNotFollowLinks(t *testing.T) {
	parent, outside := t.TempDir(), t.TempDir()
	precious := map[string]string{"file": "precious", "dir/index.html": "precious"}
	put(t, outside, precious)
	public := filepath.Join(parent, "public")
	put(t, public, map[string]string{"x": ""})
	for link, target := range map[string]string{"index.html": "file", "reports": "dir", "orphan": "dir"} {
		if err := os.Symlink(filepath.Join(outside, target), filepath.Join(public, link)); err != nil {
			t.Skipf("this system makes no symbolic links: %v", err)
		}
	}
	site := map[string]string{"index.html": "precious", "reports/index.html": "new"}
	render(t, parent, site)
	same(t, public, site)
	same(t, outside, precious)
}

// TestReadersSeeWholeFiles reads a page and the style sheet it names while the
// site is synced over and over.
func TestReadersSeeWholeFiles(t *testing.T) {
	parent := t.TempDir()
	site := func(n string) map[string]string {
		return map[string]string{"css/" + n + ".css": n, "index.html": strings.Repeat(n, 1<<16)}
	}
	render(t, parent, site("a"))
	done := make(chan bool)
	go func() {
		defer close(done)
		for i := range 20 {
			staging := filepath.Join(parent, ".staging")
			for name, text := range site(string("ab"[i%2])) {
				os.MkdirAll(filepath.Dir(filepath.Join(staging, name)), 0o777)
				os.WriteFile(filepath.Join(staging, name), []byte(text), 0o666)
			}
			if _, err := Sync(context.Background(), staging, filepath.Join(parent, "public")); err != nil {
				t.Error(err)
			}
			os.RemoveAll(staging)
		}
	}()
	for reads := 0; ; reads++ {
		select {
		case <-done:
			if reads == 0 {
				t.Error("nothing was read")
			}
			return
		default:
		}
		raw, err := os.ReadFile(filepath.Join(parent, "public", "index.html"))
		if err != nil || len(raw) != 1<<16 || strings.Count(string(raw), string(raw[:1])) != 1<<16 {
			t.Fatalf("read %d bytes, %v", len(raw), err)
		}
	}
}

func TestSyncCancelled(t *testing.T) {
	parent := t.TempDir()
	site := map[string]string{"index.html": "old", "a/index.html": "x"}
	render(t, parent, site)
	staging := filepath.Join(parent, ".staging")
	put(t, staging, map[string]string{"index.html": "new"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Sync(ctx, staging, filepath.Join(parent, "public")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	same(t, filepath.Join(parent, "public"), site)
}

func TestProbe(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"file": "", "full/notes.docx": "x", "ours/.mingfa": "", "ours/index.html": "", "seeds/a": "", "public/index.html": ""})
	if err := os.Mkdir(filepath.Join(root, "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ dest, want string }{
		{"public", ""}, {"new", ""}, {"deep/er/new", ""}, {"empty", ""}, {"ours", ""},
		{"file", "是一个文件，而网站需要在这里放一个文件夹"},
		{"file/below", "是一个文件，里面放不了文件夹"},
		{"full", "里已经有别的文件（如“notes.docx”）"},
		{".", "是项目所在的文件夹"}, {"..", "是项目所在的文件夹"},
		{"seeds", "是项目自己的文件夹"}, {"content/x", "是项目自己的文件夹"},
	}
	before := len(files(t, root))
	for _, test := range tests {
		err := Probe(root, filepath.Join(root, test.dest))
		var blocked *Blocked
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.dest, err)
		case test.want != "" && (!errors.As(err, &blocked) || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: got %v, want %q", test.dest, err, test.want)
		}
	}
	if after := len(files(t, root)); after != before {
		t.Error("probing left something behind")
	}
}

func TestProbeWithoutRight(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no such mode on this system")
	}
	root := t.TempDir()
	locked := filepath.Join(root, "locked")
	if err := os.Mkdir(locked, 0o555); err != nil {
		t.Fatal(err)
	}
	err := asNobody(t, root, func() error { return Probe(root, filepath.Join(locked, "public")) })
	if err == nil || !strings.Contains(err.Error(), "没有写入权限") {
		t.Errorf("got %v", err)
	}
}

func TestBlockedSaysWhy(t *testing.T) {
	if err := blocked("x", os.ErrPermission); err.Error() != "无法写入网站：“x”没有写入权限。请检查文件夹的权限，或换一个位置" {
		t.Errorf("got %v", err)
	}
	if err := blocked("x", errors.New("odd")); !strings.Contains(err.Error(), "odd") {
		t.Errorf("got %v", err)
	}
}

func stage(t *testing.T, root, dest string) *Staging {
	t.Helper()
	s, err := Stage(t.Context(), root, dest, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStage(t *testing.T) {
	root := t.TempDir()
	elsewhere := filepath.Join(t.TempDir(), "srv", "site")
	put(t, root, map[string]string{".public.staging/half": "of a killed run"})
	for _, dest := range []string{filepath.Join(root, "public"), elsewhere} {
		for _, text := range []string{"one", "two"} {
			s := stage(t, root, dest)
			same(t, s.Path(), nil)
			put(t, s.Path(), map[string]string{"index.html": text})
			if _, err := s.Sync(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if got := files(t, dest)["index.html"]; got != text {
				t.Errorf("%s holds %q, want %q", dest, got, text)
			}
		}
	}
	same(t, root, map[string]string{"public/index.html": "two"})
	if files(t, filepath.Dir(elsewhere))["site/"+Mark] == "" {
		t.Error("a folder elsewhere is not marked as ours")
	}
}

func TestStageThatIsGivenUpLeavesTheSite(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"public/index.html": "old"})
	s := stage(t, root, filepath.Join(root, "public"))
	put(t, s.Path(), map[string]string{"index.html": "half"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"public/index.html": "old"})
}

func TestTwoRunsTakeTurns(t *testing.T) {
	root := t.TempDir()
	public := filepath.Join(root, "public")
	first := stage(t, root, public)
	waits := make(chan bool)
	second := make(chan *Staging)
	go func() {
		s, err := Stage(context.Background(), root, public, func() { close(waits) })
		if err != nil {
			t.Error(err)
		}
		second <- s
	}()
	<-waits
	if l, err := lock.Try(filepath.Join(root, ".public.lock")); err != nil || l != nil {
		t.Errorf("a held lock was taken: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Stage(ctx, root, public, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if s := <-second; s == nil {
		t.Error("the second run never had its turn")
	} else if err := s.Close(); err != nil {
		t.Error(err)
	}
	same(t, root, nil)
}
