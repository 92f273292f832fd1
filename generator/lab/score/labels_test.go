package score

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestJudgeIsStrict(t *testing.T) {
	n := namedFigure{label: "政务公开检查", subject: "全县组织季度政务公开检查", others: "考评任务"}
	for _, c := range []struct {
		label string
		want  verdict
	}{
		{"政务公开检查", right},
		{"季度政务公开检查", right},
		{"组织政务公开检查目标", right},
		{"", empty},
		{"政务公开检查考评", other},
		{"政务公开检查次数", wrong},
		{"任务", other},
	} {
		if got := n.judge(c.label); got != c.want {
			t.Errorf("%q is judged %d, want %d", c.label, got, c.want)
		}
	}
}

func TestReadNamedSaysWhatIsWrong(t *testing.T) {
	for _, line := range []string{"a\tb\n", "a\t1\tx\t5\t事项\t\t\n"} {
		if _, err := readNamed(line); err == nil {
			t.Errorf("%q is read", line)
		}
	}
	list, err := readNamed(namedFigures)
	if err != nil || len(list) < 300 {
		t.Errorf("%d figures, %v", len(list), err)
	}
}

// The labels of the annotated texts keep their marks: of those given 95% are
// right and 1% at most name another figure, and few are left out.
func TestLabelsOnCorpus(t *testing.T) {
	if _, err := os.Stat(filepath.Join(corpus, "score.py")); err != nil {
		t.Skip("no corpus beside the checkout")
	}
	named, err := readNamed(namedFigures)
	if err != nil {
		t.Fatal(err)
	}
	counts, faults, err := countLabels(corpus, named)
	if err != nil {
		t.Fatal(err)
	}
	given := counts[right] + counts[wrong] + counts[other]
	if counts[missing] > 0 || counts[right]*100 < given*95 || counts[other]*100 > given || counts[empty]*100 > len(named)*5 {
		t.Errorf("%d right, %d empty, %d wrong, %d of another, %d missing:\n%s", counts[right], counts[empty], counts[wrong], counts[other], counts[missing], strings.Join(faults, ""))
	}
	var b bytes.Buffer
	if err := Labels(&b, corpus, true); err != nil || !strings.HasPrefix(b.String(), "labels ") {
		t.Errorf("%v: %q", err, b.String())
	}
	if err := Labels(&b, t.TempDir(), false); err == nil {
		t.Error("a folder without texts is scored")
	}
}
