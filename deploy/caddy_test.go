package deploy

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

func TestCaddy(t *testing.T) {
	caddy, err := exec.LookPath("caddy")
	if err != nil {
		hugotest.Lacking(t, "no caddy on this machine")
	}
	dir := t.TempDir()
	s := server{site: filepath.Join(dir, "site"), br: true}
	publish(t, s.site, "one")
	port, secure := freePort(t), freePort(t)
	s.url, s.tls = fmt.Sprintf("http://127.0.0.1:%d", port), fmt.Sprintf("https://localhost:%d", secure)
	redirects := filepath.Join(dir, "redirects.caddy")
	write(t, redirects, "@old path_regexp old ^/(reports|bodies)/old-name/(.*)$\nredir @old /{re.old.1}/shili/{re.old.2} 301\n")
	ours, err := filepath.Abs("Caddyfile")
	if err != nil {
		t.Fatal(err)
	}
	// Only what would touch the machine differs from how it is used: the
	// administration's port, and the certificate, which the test makes.
	certificate(t, dir)
	main := filepath.Join(dir, "Caddyfile")
	write(t, main, fmt.Sprintf("{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n\tlocal_certs\n\tstorage file_system %s/storage\n}\nimport %s\n", dir, ours))
	startServer(t, fmt.Sprintf("127.0.0.1:%d", port), []string{
		"MINGFA_ADDRESS=" + s.url + ", " + s.tls, "MINGFA_SITE=" + s.site, "MINGFA_REDIRECTS=" + redirects, "HOME=" + dir, "XDG_DATA_HOME=" + dir, "XDG_CONFIG_HOME=" + dir,
	}, caddy, "run", "--config", main, "--adapter", "caddyfile")
	conforms(t, s)
}
