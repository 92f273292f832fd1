package browser

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var shots = flag.String("shots", "", "folder to write a picture of every kind of page into, as PNG")

// TestScreenshots writes pictures for people to look at:
//
//	go test ./generator/browser -run TestScreenshots -shots ../../shots
func TestScreenshots(t *testing.T) {
	if *shots == "" && os.Getenv("MINGFA_CI") == "1" {
		*shots = t.TempDir() // it has to work, whether or not anyone looks
	}
	if *shots == "" {
		t.Skip("-shots names no folder")
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	shoot := func(file string) {
		png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
		if err == nil {
			err = os.WriteFile(filepath.Join(*shots, file), png, 0o644)
		}
		if err != nil {
			t.Fatalf("failed to take a picture: %v", err)
		}
	}
	for _, name := range names(samples) {
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		for _, scheme := range schemes {
			for _, width := range []int64{320, 360, 1280} {
				b.look(t, width, 800, scheme, "")
				shoot(fmt.Sprintf("%s-%d-%s.png", name, width, scheme))
			}
		}
	}
	b.look(t, 720, 1000, "light", "print")
	b.do(t, chromedp.Navigate(site.url+samples["report"]))
	shoot("report-print.png")
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatalf("failed to print: %v", err)
	}
	if err := os.WriteFile(filepath.Join(*shots, "report.pdf"), pdf, 0o644); err != nil {
		t.Fatal(err)
	}
}
