package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mingfa/generator/hugo/hugotest"
)

// mostPaint is when the largest part of a page is to be painted, on the phone
// and the line that Lighthouse pretends to have, in milliseconds.
const mostPaint = 1200

// TestLighthouse has Lighthouse judge the portal and reports as on a phone:
// 100 in all that it judges.
func TestLighthouse(t *testing.T) {
	program := moduleFile("node_modules", "lighthouse", "cli", "index.js")
	if _, err := os.Stat(program); err != nil {
		hugotest.Lacking(t, "lighthouse is not installed; npm ci installs it")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		hugotest.Lacking(t, "there is no node")
	}
	site := serveSite(t)
	samples := site.samples(t)
	for _, name := range []string{"home", "report", "report-3"} {
		path, ok := samples[name]
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			// The page is the same each time; what differs is how busy the machine
			// is, which Lighthouse takes for the page's own work. The best run counts.
			var faults []string
			for range 3 {
				out := filepath.Join(t.TempDir(), "lighthouse.json")
				cmd := exec.Command(node, program, site.url+path, "--quiet", "--output=json", "--output-path="+out,
					"--only-categories=performance,accessibility,best-practices,seo",
					"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --disable-component-update --user-data-dir="+t.TempDir())
				cmd.Env = append(os.Environ(), "CHROME_PATH="+chromiumPath(t))
				if said, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("failed to run lighthouse: %v\n%s", err, said)
				}
				if faults = judge(t, out); len(faults) == 0 {
					return
				}
			}
			for _, fault := range faults {
				t.Error(fault)
			}
		})
	}
}

// judge reads what Lighthouse says and lists what is not perfect.
func judge(t *testing.T, file string) (faults []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var said struct {
		Categories map[string]struct {
			Score     float64
			AuditRefs []struct {
				ID     string
				Weight float64
			}
		}
		Audits map[string]struct {
			Title        string
			Score        *float64
			NumericValue float64
		}
	}
	if err := json.Unmarshal(data, &said); err != nil {
		t.Fatal(err)
	}
	if len(said.Categories) != 4 {
		t.Fatalf("%d categories", len(said.Categories))
	}
	scores := ""
	for name, c := range said.Categories {
		scores += fmt.Sprintf(" %s %.0f", name, c.Score*100)
		if c.Score == 1 {
			continue
		}
		faults = append(faults, fmt.Sprintf("%s: %.0f of 100", name, c.Score*100))
		for _, ref := range c.AuditRefs {
			if a := said.Audits[ref.ID]; ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
				faults = append(faults, fmt.Sprintf("  %s: %s (%.2f, %.0f)", ref.ID, a.Title, *a.Score, a.NumericValue))
			}
		}
	}
	paint := said.Audits["largest-contentful-paint"].NumericValue
	t.Logf("%s, largest contentful paint after %.0f ms, layout shift %.3f", scores, paint, said.Audits["cumulative-layout-shift"].NumericValue)
	if paint == 0 || paint > mostPaint {
		faults = append(faults, fmt.Sprintf("the largest part is painted after %.0f ms", paint))
	}
	return faults
}
