package push

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/outcome"
	"mingfa/generator/publish/hooks"
)

// What a pusher reads names nothing of the server; what he did not read is kept.
func TestVoice(t *testing.T) {
	repo, store := t.TempDir(), "/srv/mingfa/法治 网站"
	for _, c := range []struct{ said, want string }{
		{"检查完毕：2处提醒，没有错误。\n", "检查完毕：2处提醒，没有错误。\n"},
		{"新增  /reports/shili/2022/\n", "新增  /reports/shili/2022/\n"},
		{"请看 https://www.example.gov.cn/usr/x\n", "请看 https://www.example.gov.cn/usr/x\n"},
		{"写不下 " + store + "/releases/a/index.html。请腾出空间\n", "写不下（服务器路径）。请腾出空间\n"},
		{"文件“" + repo + "/config”坏了\n", "文件“（服务器路径）”坏了\n"},
		{store + "/.work-12/project/seeds/shili/2023.txt:4:1\n", "seeds/shili/2023.txt:4:1\n"},
		{os.TempDir() + "/mingfa-push-77/layouts/404.html:1:2\n", "layouts/404.html:1:2\n"},
		{"错误：坏了\n技术细节：exit status 128: fatal: x\nmore of it\n  and more\n以后再说\n", "错误：坏了\n以后再说\n技术细节已记在服务器上，编号 N；需要时请把编号告诉服务器管理员。\n"},
		{"提醒：没有删净（技术细节：disk on fire），下次再删\n", "提醒：没有删净，下次再删\n技术细节已记在服务器上，编号 N；需要时请把编号告诉服务器管理员。\n"},
		{"没有换行", "没有换行\n"},
	} {
		var out bytes.Buffer
		v := NewVoice(repo, &out, &out)
		v.number = "N"
		v.knows(repo, hooks.Settings{Store: store})
		for _, half := range []string{c.said[:len(c.said)/2], c.said[len(c.said)/2:]} { // as it may come
			fmt.Fprint(v.Log, half)
		}
		v.close()
		if got := out.String(); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.said, got, c.want)
		}
	}
	kept, err := os.ReadFile(filepath.Join(repo, detailsName))
	for _, want := range []string{"exit status 128: fatal: x", "more of it", "and more", "disk on fire"} {
		if !strings.Contains(string(kept), want) {
			t.Errorf("%q is not kept: %v\n%s", want, err, kept)
		}
	}
}

// How a push fails is told without paths, were they ever so foreign; a panic too.
func TestVoiceTellsErrors(t *testing.T) {
	none := []int(nil)
	for what, do := range map[string]func() error{
		"a file":           func() error { return &fs.PathError{Op: "open", Path: "/etc/some/where", Err: fs.ErrNotExist} },
		"a wrapped error":  func() error { return fmt.Errorf("failed to do what was asked: %w", errors.New("it is not there")) },
		"a file, in words": func() error { return errors.New("写不了 /usr/lib/x.so") },
		"a panic":          func() error { return fmt.Errorf("%d", none[len(none)]) },
	} {
		var out bytes.Buffer
		repo := t.TempDir()
		err := NewVoice(repo, &out, &out).Guard(t.Context(), do)
		said := out.String()
		if !errors.Is(err, outcome.ErrTold) || !strings.HasPrefix(said, "错误：") || !strings.Contains(said, "告诉服务器管理员") {
			t.Errorf("%s: %v\n%s", what, err, said)
		}
		for _, secret := range []string{"/etc", "/usr", "/tmp", repo, "failed to", "goroutine"} {
			if strings.Contains(said, secret) {
				t.Errorf("%s: %s is told in\n%s", what, secret, said)
			}
		}
		if _, err := os.Stat(filepath.Join(repo, detailsName)); err != nil {
			t.Errorf("%s: nothing is kept: %v", what, err)
		}
	}
	var out bytes.Buffer
	if err := NewVoice(t.TempDir(), &out, &out).Guard(t.Context(), func() error { return outcome.ErrFindings }); !errors.Is(err, outcome.ErrFindings) || out.Len() > 0 {
		t.Errorf("findings, which are told: %v, %q", err, out.String())
	}
}
