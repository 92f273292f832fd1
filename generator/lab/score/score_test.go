package score

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const corpus = "../../../../shared/corpus"

// The development corpus must keep its marks: recall, precision, unit, approx
// and label over all annotated texts.
func TestRunOnCorpus(t *testing.T) {
	if _, err := os.Stat(filepath.Join(corpus, "score.py")); err != nil {
		t.Skip("no corpus beside the checkout")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3")
	}
	var b bytes.Buffer
	if err := Run(&b, corpus, true); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	total := out[strings.Index(out, "\nTOTAL")+1:]
	total, heads, _ := strings.Cut(total, "\n")
	marks := regexp.MustCompile(`([a-z]+) +([0-9.]+)%`).FindAllStringSubmatch(total, -1)
	want := map[string]float64{"recall": 99, "precision": 97, "unit": 98, "approx": 98, "label": 90}
	if len(marks) != len(want) {
		t.Fatalf("no total in %q", total)
	}
	for _, m := range marks {
		got, err := strconv.ParseFloat(m[2], 64)
		if err != nil || got < want[m[1]] {
			t.Errorf("%s is %s, want %v", m[1], m[2], want[m[1]])
		}
	}
	t.Log(total)
	t.Log(strings.SplitN(heads, "\n", 2)[0])
	if os.Getenv("SCORE") != "" {
		t.Log("\n" + out)
	}
}

// What is missing is said in a sentence that names it.
func TestRunSaysWhatIsMissing(t *testing.T) {
	err := Run(&bytes.Buffer{}, filepath.Join(t.TempDir(), "none"), false)
	if err == nil || !strings.Contains(err.Error(), "不是评测语料") {
		t.Errorf("got %v for a folder that is not there", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "score.py"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	err = Run(&bytes.Buffer{}, dir, false)
	if err == nil || !strings.Contains(err.Error(), "没有标注") && !strings.Contains(err.Error(), "python3") {
		t.Errorf("got %v for a corpus without annotations", err)
	}
	t.Setenv("PATH", t.TempDir())
	err = Run(&bytes.Buffer{}, dir, false)
	if err == nil || !strings.Contains(err.Error(), "python3") {
		t.Errorf("got %v without python3", err)
	}
}
