package deploy

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/hugo/hugotest"
)

// brotliModule is where Debian puts it.
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

func TestNginx(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	publish(t, site, "one")
	conforms(t, startNginx(t, site))
}

// startNginx starts nginx with nginx.conf, changed only in its ports, folders
// and certificate, over a published site.
func startNginx(t *testing.T, site string) server {
	t.Helper()
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		if nginx = "/usr/sbin/nginx"; !exists(nginx) {
			hugotest.Lacking(t, "no nginx on this machine")
		}
	}
	dir := t.TempDir()
	s := server{site: site, br: exists(brotliModule)}
	if !s.br && os.Getenv("MINGFA_CI") == "1" {
		t.Error("nginx has no brotli module (libnginx-mod-http-brotli-static)")
	}
	port, secure := freePort(t), freePort(t)
	s.url, s.tls = fmt.Sprintf("http://127.0.0.1:%d", port), fmt.Sprintf("https://127.0.0.1:%d", secure)
	certificate(t, dir)

	write(t, filepath.Join(dir, "redirects.map"), "~^/(reports|bodies)/old-name/(.*)$ /$1/shili/$2;\n")
	text := read(t, "nginx.conf")
	for _, change := range [][2]string{
		{`listen 80;`, fmt.Sprintf("listen 127.0.0.1:%d;", port)},
		{`listen \[::\].*`, ""},
		{`#tls if .*`, ""}, // the plain port is asked too
		{`#tls listen \[::\].*`, ""},
		{`#tls listen 443`, fmt.Sprintf("listen 127.0.0.1:%d", secure)},
		{`#tls `, ""},
		{`/srv/mingfa/site`, site},
		{`/srv/mingfa`, dir},
		{`/etc/ssl/mingfa`, dir},
	} {
		pattern := regexp.MustCompile(change[0])
		if !pattern.MatchString(text) && !strings.Contains(change[0], "tls listen \\[") {
			t.Errorf("nginx.conf has no %s", change[0])
		}
		text = pattern.ReplaceAllLiteralString(text, change[1])
	}
	load := fmt.Sprintf("load_module %s;\n", brotliModule)
	if !s.br {
		load, text = "", strings.ReplaceAll(text, "brotli_static on;", "")
	}
	if os.Getuid() == 0 {
		load += "user root;\n" // the test's folder is closed to others
	}
	write(t, filepath.Join(dir, "site.conf"), text)
	temp := ""
	for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temp += fmt.Sprintf("%s_temp_path %s/%s;\n", kind, dir, kind)
	}
	write(t, filepath.Join(dir, "main.conf"), fmt.Sprintf(`%spid %[2]s/pid;
error_log stderr;
daemon off;
events {}
http {
access_log off;
%[3]s
include %[2]s/site.conf;
}
`, load, dir, temp))
	startServer(t, fmt.Sprintf("127.0.0.1:%d", port), nil, nginx, "-e", "stderr", "-p", dir, "-c", filepath.Join(dir, "main.conf"))
	return s
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// certificate writes fullchain.pem and privkey.pem, signed by themselves.
func certificate(t *testing.T, dir string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	cert, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "fullchain.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert})))
	write(t, filepath.Join(dir, "privkey.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private})))
}
