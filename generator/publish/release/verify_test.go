package release

import (
	"compress/gzip"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"mingfa/generator/build/hugo/hugotest"
)

func TestVerifyDirNamesEachDifference(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	done := publish(t, s, siteOf(2))
	if v := sound(t, s); v.Same != 7 || v.Manifest.Commit != commitA {
		t.Errorf("%d files are the same, commit %s", v.Same, v.Manifest.Commit)
	}
	spoil := func(name, text string) {
		t.Helper()
		path := filepath.Join(s.Path(done.ID), filepath.FromSlash(name))
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if text != "" {
			render(t, s.Path(done.ID), map[string]string{name: text})
		}
	}
	spoil("about/index.html", page("changed"))
	spoil("reports/shili/2023/原件.txt", "")
	spoil("index.html.gz", "changed")
	spoil("new/index.html", "new")
	spoil("css/site.000000000000.css", "not named by what it holds")
	v, err := VerifyDir(t.Context(), s.dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range v.Problems {
		got = append(got, p.String())
	}
	want := `/about/ 与发布时不同
/css/site.000000000000.css 不是这次发布的文件
/index.html.gz 压缩后的内容与原文件不同
/new/ 不是这次发布的文件
/reports/shili/2023/原件.txt 不见了`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if _, err := VerifyDir(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "没有清单") {
		t.Errorf("a folder without a manifest: %v", err)
	}
}

// precompressed serves a folder as nginx does with gzip_static and
// brotli_static.
func precompressed(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := path.Clean("/" + r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		for _, e := range encodings {
			file := filepath.Join(dir, filepath.FromSlash(name)+e.ext)
			if data, err := os.ReadFile(file); err == nil && r.Header.Get("Accept-Encoding") == e.token {
				w.Header().Set("Content-Encoding", e.token)
				w.Write(data)
				return
			}
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Write(data)
	})
}

func TestVerifyURL(t *testing.T) {
	s := newStore(t, 0)
	done := publish(t, s, siteOf(1), Report{Key: "shili/2023", SHA256: Sum(nil)})
	server := httptest.NewServer(precompressed(s.Current()))
	defer server.Close()
	v, err := VerifyURL(t.Context(), server.Client(), server.URL)
	if err != nil || !v.Sound() || v.Same != 7 || v.Record.Reports["shili/2023"].Day != "2026-11-24" {
		t.Fatalf("an untouched site: %+v, %v", v, err)
	}

	// Only those whose browser takes brotli see the change.
	br := filepath.Join(s.Path(done.ID), "about", "index.html.br")
	tampered, err := os.ReadFile(filepath.Join(s.Path(done.ID), "index.html.br"))
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(br)
	if err := os.WriteFile(br, tampered, 0o666); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(s.Path(done.ID), "reports", "shili", "2023", "原件.txt"))
	v, err = VerifyURL(t.Context(), server.Client(), server.URL+"/")
	if err != nil || len(v.Problems) != 2 || v.Problems[0].String() != "/about/ 压缩后的内容与原文件不同（以 br 传送时）" ||
		v.Problems[1].String() != "/reports/shili/2023/原件.txt 不见了" {
		t.Errorf("a changed site: %v, %v", v.Problems, err)
	}
	for _, base := range []string{"ftp://x/", "https://", "://"} {
		if _, err := VerifyURL(t.Context(), server.Client(), base); err == nil || !strings.Contains(err.Error(), "不是网址") {
			t.Errorf("%s: %v", base, err)
		}
	}
	if _, err := VerifyURL(t.Context(), server.Client(), server.URL+"/about/"); err == nil || !strings.Contains(err.Error(), "取不到清单") {
		t.Errorf("a page that is no site: %v", err)
	}
}

// A site that is published anew while it is checked must not look tampered with.
func TestVerifyURLWhileItIsPublished(t *testing.T) {
	s := newStore(t, 0)
	publish(t, s, siteOf(1))
	handler, asked := precompressed(s.Current()), 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if handler.ServeHTTP(w, r); strings.HasSuffix(r.URL.Path, ManifestName) {
			if asked++; asked == 1 {
				publish(t, s, siteOf(2))
			}
		}
	}))
	defer server.Close()
	if _, err := VerifyURL(t.Context(), server.Client(), server.URL); !errors.Is(err, ErrMoved) {
		t.Errorf("got %v", err)
	}
}

// A hostile server must not make the check read or unpack without end.
func TestVerifyHostileServer(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"no manifest":       func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>") },
		"a path that leads": func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, manifestOf("../../etc/passwd")) },
		"an absolute path":  func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, manifestOf("/etc/passwd")) },
		"half a gzip": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "\x1f\x8b\x08")
		},
		"garbage after gzip": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			fmt.Fprint(z, manifestOf("index.html"))
			z.Close()
			fmt.Fprint(w, "more")
		},
		"an unknown encoding": func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Encoding", "zstd") },
		"an error":            func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) },
	} {
		server := httptest.NewServer(handler)
		if v, err := VerifyURL(t.Context(), server.Client(), server.URL); err == nil {
			t.Errorf("%s: no error, %+v", name, v)
		}
		server.Close()
	}
}

func manifestOf(name string) string {
	return fmt.Sprintf(`{"format":"mingfa-manifest/1","files":{%q:%q}}`, name, Sum(nil))
}

func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(manifestOf("index.html")))
	f.Add([]byte(manifestOf("a/../b")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := ParseManifest(raw)
		if err != nil {
			return
		}
		for name := range m.Files {
			if !filepath.IsLocal(filepath.FromSlash(name)) || path.Clean(name) != name {
				t.Errorf("accepted %q", name)
			}
		}
		text, err := m.encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseManifest(text); err != nil {
			t.Errorf("what was written is refused: %v", err)
		}
	})
}

// newKey writes a private key as ssh-keygen would.
func newKey(t *testing.T) (file string, key *Key) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	if key, err = LoadKey(file); err != nil {
		t.Fatal(err)
	}
	return file, key
}

func TestSignature(t *testing.T) {
	s := newStore(t, 0)
	_, key := newKey(t)
	_, other := newKey(t)
	unsigned := input
	input.Key = key
	defer func() { input = unsigned }()
	publish(t, s, siteOf(1))
	v := sound(t, s)
	for name, signers := range map[string][]byte{"the site's own": nil, "a public key": ssh.MarshalAuthorizedKey(key.signer.PublicKey()), "allowed signers": key.signers(), "a file with notes": append([]byte("# 示例市司法局\n\nnot a key\n"), key.signers()...)} {
		if print, err := v.CheckSignature(signers); err != nil || print != ssh.FingerprintSHA256(key.signer.PublicKey()) {
			t.Errorf("%s: %s, %v", name, print, err)
		}
	}
	if _, err := v.CheckSignature(other.signers()); err == nil || !strings.Contains(err.Error(), "另一把密钥") {
		t.Errorf("another key: %v", err)
	}
	v.Text = append(v.Text, '\n')
	if _, err := v.CheckSignature(nil); err == nil || !strings.Contains(err.Error(), "与清单不符") {
		t.Errorf("a changed manifest: %v", err)
	}
	if plain := newStore(t, 0); true {
		input.Key = nil
		publish(t, plain, siteOf(1))
		if _, err := sound(t, plain).CheckSignature(nil); err == nil {
			t.Error("an unsigned manifest passes")
		}
		if string(sound(t, plain).Text) != string(sound(t, s).Text) {
			t.Error("the signature changes the manifest")
		}
	}
}

// What the page for citizens tells them to type must work.
func TestSignatureBySSHKeygen(t *testing.T) {
	keygen, err := exec.LookPath("ssh-keygen")
	if err != nil {
		hugotest.Lacking(t, "ssh-keygen is not installed")
	}
	s := newStore(t, 0)
	file := filepath.Join(t.TempDir(), "key")
	if out, err := exec.Command(keygen, "-q", "-t", "ed25519", "-N", "", "-f", file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	key, err := LoadKey(file)
	if err != nil {
		t.Fatal(err)
	}
	unsigned := input
	input.Key = key
	defer func() { input = unsigned }()
	publish(t, s, siteOf(1))
	verify := func() (string, error) {
		cmd := exec.Command(keygen, "-Y", "verify", "-f", SignersName, "-I", "mingfa", "-n", "mingfa-manifest", "-s", SignatureName)
		cmd.Dir = s.Current()
		text, err := os.Open(filepath.Join(s.Current(), ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		defer text.Close()
		cmd.Stdin = text
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := verify(); err != nil {
		t.Errorf("ssh-keygen: %v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(s.Current(), ManifestName), []byte("changed"), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := verify(); err == nil {
		t.Errorf("ssh-keygen passes a changed manifest:\n%s", out)
	}
	locked := filepath.Join(t.TempDir(), "locked")
	if out, err := exec.Command(keygen, "-q", "-t", "ed25519", "-N", "secret", "-f", locked).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if _, err := LoadKey(locked); err == nil || !strings.Contains(err.Error(), "设了口令") {
		t.Errorf("a key with a passphrase: %v", err)
	}
	if _, err := LoadKey(file + ".pub"); err == nil || !strings.Contains(err.Error(), "不是 SSH 私钥") {
		t.Errorf("a public key: %v", err)
	}
}
