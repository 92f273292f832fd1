package browser

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	shots = flag.String("shots", "", "folder to write a picture of every kind of page into, as PNG")
	only  = flag.String("only", "", "pattern of the kinds of page to take pictures of; all without one")
)

// TestScreenshots writes pictures for people to look at, of every kind of page
// at the width of a phone and of a desktop, light, dark, in 长辈版, and printed:
//
//	go test ./generator/lab/browser -run TestScreenshots -shots ../../../shots
//
// MINGFA_SITE names another site than the demonstration. Printed pages come as
// PDF, and as pictures where pdftoppm is there.
func TestScreenshots(t *testing.T) {
	t.Parallel()
	if *shots == "" && os.Getenv("MINGFA_CI") == "1" {
		*shots, *only = t.TempDir(), "^(home|report|aloud)$" // it has to work, though nobody looks
	}
	if *shots == "" {
		t.Skip("-shots names no folder")
	}
	wanted, err := regexp.Compile(*only)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, name := range names(samples) {
		if !wanted.MatchString(name) {
			continue
		}
		for _, m := range modes[:3] {
			b.elder(t, site, m.elder)
			for _, width := range []int64{360, 1280} {
				b.look(t, width, 800, m.scheme, "")
				b.do(t, chromedp.Navigate(site.url+samples[name]))
				png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatalf("failed to take a picture: %v", err)
				}
				write(t, fmt.Sprintf("%s-%d-%s.png", name, width, m), png)
			}
		}
		b.elder(t, site, false)
		b.look(t, 1280, 800, "light", "")
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		pdf := b.pdf(t)
		write(t, name+"-print.pdf", pdf)
		if tool, err := exec.LookPath("pdftoppm"); err == nil {
			file := filepath.Join(*shots, name+"-print")
			if out, err := exec.Command(tool, "-r", "60", "-png", file+".pdf", file).CombinedOutput(); err != nil {
				t.Errorf("failed to draw %s.pdf: %v\n%s", file, err, out)
			}
		}
	}
	if wanted.MatchString("aloud") {
		shootAloud(t, b, site, samples["report"])
	}
}

// shootAloud takes a picture of a report that is being read aloud.
func shootAloud(t *testing.T, b *tab, site built, path string) {
	b.before(t, pretendVoice)
	for _, m := range []mode{{"light", false}, {"light", true}} {
		b.elder(t, site, m.elder)
		b.look(t, 360, 740, m.scheme, "")
		b.do(t, chromedp.Navigate(site.url+path))
		evaluate[chromedp.Void](t, b, `document.getElementById("aloud").click()`)
		b.until(t, `window.spoken.length > 30`)
		evaluate[chromedp.Void](t, b, `document.querySelector("[data-do=pause]").click()`)
		png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatalf("failed to take a picture: %v", err)
		}
		write(t, "aloud-"+m.String()+".png", png)
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*shots, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
