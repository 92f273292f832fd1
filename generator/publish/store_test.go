package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUnfitStores: --to may be a slip of the hand.
func TestUnfitStores(t *testing.T) {
	dir := t.TempDir()
	portal := filepath.Join(dir, "portal")
	for _, folder := range []string{"portal/seeds/shili", "portal/layouts", "portal/.git/refs", "portal/site", "bare.git/refs", "bare.git/objects", "built", "free"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"file", "bare.git/HEAD", "built/index.html"} {
		if err := os.WriteFile(filepath.Join(dir, file), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(portal, "seeds"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]string{
		"":                                     "请用 --to 写明",
		"/":                                    "最上层",
		"/../":                                 "最上层",
		portal:                                 "项目文件夹",
		filepath.Join(portal, "seeds"):         "在项目的 seeds 里",
		filepath.Join(portal, "seeds", "x"):    "在项目的 seeds 里",
		filepath.Join(portal, "seeds/shili/y"): "在项目的 seeds 里",
		filepath.Join(portal, "layouts"):       "在项目的 layouts 里",
		filepath.Join(portal, "static/icons"):  "在项目的 static 里",
		filepath.Join(portal, ".git"):          "在 git 的文件夹里",
		filepath.Join(portal, ".git/x/y"):      "在 git 的文件夹里",
		filepath.Join(portal, ".mingfa"):       "在项目的 .mingfa 里",
		filepath.Join(portal, "public"):        "build 生成网站的地方",
		filepath.Join(portal, "public/x"):      "build 生成网站的地方",
		filepath.Join(dir, "bare.git"):         "在 git 的文件夹里",
		filepath.Join(dir, "bare.git/site"):    "在 git 的文件夹里",
		filepath.Join(dir, "built"):            "build 生成网站的地方",
		filepath.Join(dir, "file"):             "是一个文件",
		filepath.Join(dir, "link"):             "在项目的 seeds 里",
		filepath.Join(dir, "free"):             "",
		filepath.Join(dir, "new/site"):         "",
		filepath.Join(portal, "site"):          "",
	} {
		store, err := OpenStore(to, 0)
		switch {
		case want == "" && (err != nil || store == nil):
			t.Errorf("%s is refused: %v", to, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: want %q, got %v", to, want, err)
		}
	}
}
