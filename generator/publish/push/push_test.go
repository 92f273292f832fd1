package push

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
)

// A branch that is new is refused where as many are shown as may be; one that is
// shown already, and one of them less, are not.
func TestBranchesAreNotShownWithoutEnd(t *testing.T) {
	folder := t.TempDir()
	store, err := release.Open(folder, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := &Receiver{settings: hooks.Settings{Branch: "main"}, store: store}
	commit, none := strings.Repeat("a", 40), strings.Repeat("0", 40)
	created := hooks.Update{Old: none, New: commit, Ref: "refs/heads/draft"}
	for i := range mostPreviews {
		said, err := r.mayUpdate(t.Context(), created, new(int))
		if said != "" || err != nil {
			t.Fatalf("with %d previews: %q, %v", i, said, err)
		}
		if err := os.MkdirAll(filepath.Join(folder, "previews", fmt.Sprint("b", i)), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if said, err := r.mayUpdate(t.Context(), created, new(int)); !strings.HasPrefix(said, "预览最多 50 个，已有 50 个") || err != nil {
		t.Errorf("with %d previews: %q, %v", mostPreviews, said, err)
	}
	for _, u := range []hooks.Update{{Old: commit, New: commit, Ref: "refs/heads/draft"}, {Old: commit, New: none, Ref: "refs/heads/draft"}} {
		if said, err := r.mayUpdate(t.Context(), u, new(int)); said != "" || err != nil {
			t.Errorf("%+v: %q, %v", u, said, err)
		}
	}
}

// TestOnePushOfManyBranches: the bound holds within a push too.
func TestOnePushOfManyBranches(t *testing.T) {
	store, err := release.Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	r := &Receiver{settings: hooks.Settings{Branch: "main"}, store: store}
	created, let := 0, 0
	for i := range 70 {
		u := hooks.Update{Old: strings.Repeat("0", 40), New: strings.Repeat("a", 40), Ref: fmt.Sprint("refs/heads/b", i)}
		if said, err := r.mayUpdate(t.Context(), u, &created); err != nil {
			t.Fatal(err)
		} else if said == "" {
			let++
		}
	}
	if let != mostPreviews {
		t.Errorf("%d branches of one push are let in", let)
	}
}

func TestLiveBranchIsNotDeleted(t *testing.T) {
	r := &Receiver{settings: hooks.Settings{Branch: "main"}}
	commit, none := strings.Repeat("a", 40), strings.Repeat("0", 40)
	if said, err := r.mayUpdate(t.Context(), hooks.Update{Old: commit, New: none, Ref: "refs/heads/main"}, new(int)); said != "分支 main 是正式发布的内容，不能删除" || err != nil {
		t.Errorf("%q, %v", said, err)
	}
	if said, err := r.mayUpdate(t.Context(), hooks.Update{Old: none, New: commit, Ref: "refs/heads/main"}, new(int)); said != "" || err != nil {
		t.Errorf("%q, %v", said, err)
	}
}

func TestReportAddresses(t *testing.T) {
	paths := []string{"seeds/site.toml", "seeds/shili/body.toml", "seeds/shili/2023.txt", "seeds/shili/2023.toml", "seeds/b/2022.md", "seeds/a/b/2021.txt"}
	want := []string{"https://x.example/reports/shili/2023/", "https://x.example/reports/b/2022/"}
	if got := reportAddresses(paths, "https://x.example/"); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
