package browser

import (
	"os"
	"os/exec"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// TestHTML has the checker of the W3C read every page.
func TestHTML(t *testing.T) {
	t.Parallel()
	dir := siteDir(t)
	java, err := exec.LookPath("java")
	if err != nil {
		hugotest.Lacking(t, "there is no Java")
	}
	jar := moduleFile("node_modules", "vnu-jar", "build", "dist", "vnu.jar")
	if _, err := os.Stat(jar); err != nil {
		hugotest.Lacking(t, "vnu-jar is not installed; npm ci installs it")
	}
	out, err := exec.Command(java, "-Xss4m", "-jar", jar, "--skip-non-html", "--errors-only", dir).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("the pages are not valid HTML (%v):\n%s", err, out[:min(len(out), 8000)])
	}
}
