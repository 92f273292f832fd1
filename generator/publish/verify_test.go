package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/outcome"
)

// verify is what is said of a site, and the error.
func verify(t *testing.T, v Verifier, site string) (string, error) {
	t.Helper()
	var out strings.Builder
	v.Out, v.Log = &out, &out
	err := v.Verify(t.Context(), site)
	return out.String(), err
}

// A release is as its manifest says, until somebody changes, adds or removes a file.
func TestVerify(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("调解纠纷12件。"))
	d.publish()
	live := d.store.Current()
	kept := filepath.Join(t.TempDir(), "published.json")
	raw, err := os.ReadFile(filepath.Join(live, "published.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(kept, raw, 0o666); err != nil {
		t.Fatal(err)
	}

	said, err := verify(t, Verifier{Since: kept}, live)
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, want := range []string{"签名  清单没有签名\n", "发布  第 1 次\n", "程序  明法 test，Hugo v0\n", " 个文件与清单相符\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	if strings.Contains(said, "提交") || strings.Contains(said, "不符") {
		t.Errorf("a release without a commit:\n%s", said)
	}

	file := filepath.Join(live, "reports", "shili", "2023", "2023.txt")
	if err := os.Chmod(file, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(reportOf("调解纠纷13件。")), 0o666); err != nil {
		t.Fatal(err)
	}
	said, err = verify(t, Verifier{}, live)
	if !errors.Is(err, outcome.ErrFindings) || !strings.Contains(said, "不符  ") || !strings.Contains(said, "reports/shili/2023/2023.txt") || !strings.Contains(said, "，1 处不符\n") {
		t.Errorf("a changed file: %v\n%s", err, said)
	}
}

// What cannot be compared is said in words: a site that was not made from a commit is
// not made again, and a key or a record that is not there is an error.
func TestVerifyAgainstNothing(t *testing.T) {
	d := newDesk(t)
	d.write("shili/2023.txt", reportOf("调解纠纷12件。"))
	d.publish()
	live, nothing := d.store.Current(), filepath.Join(t.TempDir(), "nothing")
	if _, err := verify(t, Verifier{Rebuild: true}, live); err == nil || !strings.Contains(err.Error(), "不是从 git 提交生成的") {
		t.Errorf("without a commit: %v", err)
	}
	for what, v := range map[string]Verifier{"signers": {Signers: nothing}, "what was kept": {Since: nothing}} {
		if _, err := verify(t, v, live); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v", what, err)
		}
	}
	signers := filepath.Join(t.TempDir(), "signers")
	if err := os.WriteFile(signers, []byte("shili ssh-ed25519 AAAA\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	said, err := verify(t, Verifier{Signers: signers}, live)
	if !errors.Is(err, outcome.ErrFindings) || !strings.Contains(said, "不符  签名：") {
		t.Errorf("no signature where one is asked for: %v\n%s", err, said)
	}
}

func TestIsPreviewPlace(t *testing.T) {
	for site, want := range map[string]bool{
		"https://www.example.gov.cn/preview/gaigao/": true, "https://www.example.gov.cn/preview": true, "/srv/mingfa/previews/gaigao": true,
		"https://www.example.gov.cn/": false, "https://www.example.gov.cn/previewed/": false, "/srv/mingfa/current": false,
	} {
		if got := isPreviewPlace(site); got != want {
			t.Errorf("%s: %v", site, got)
		}
	}
}
