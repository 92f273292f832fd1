package score

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// namedFigures is what people say that figures of the annotated texts count: no
// sentence of a text stands in it. Its head says how it came about.
//
//go:embed testdata/labels.tsv
var namedFigures string

// namedFigure is a figure with its label as people give it.
type namedFigure struct {
	text, raw, label string
	offset           int    // of the numeral, in characters
	subject          string // other words that may rightly stand in the label
	others           string // labels of the other figures of its sentence
	heading          string // that it stands under, as read: words of it are of no other figure
}

// readNamed reads lines of text, index, offset, numeral, label, subject and
// others, parted by tabs.
func readNamed(lines string) ([]namedFigure, error) {
	var list []namedFigure
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		n := namedFigure{}
		if len(f) != 7 {
			return nil, fmt.Errorf("标注的名称应当每行七栏：%q", line)
		}
		if _, err := fmt.Sscan(f[2], &n.offset); err != nil {
			return nil, fmt.Errorf("标注的名称“%s”没有位置：%w", f[4], err)
		}
		n.text, n.raw, n.label, n.subject, n.others = f[0], f[3], f[4], f[5], f[6]
		list = append(list, n)
	}
	return list, nil
}

// verdict is what is said of a label.
type verdict int

const (
	right   verdict = iota
	empty           // no label was given
	wrong           // it holds a character that is not its own
	other           // wrong, and the character is of another figure of the sentence
	missing         // the figure was not read
	verdicts
)

// judge holds a label against the words that may stand in it, strictly: each
// character must be one of them.
func (n *namedFigure) judge(label string) verdict {
	if label == n.label {
		return right
	}
	if label == "" {
		return empty
	}
	result := right
	for _, r := range report.LabelWords(label) {
		switch {
		case r == '的' || strings.ContainsRune(n.label, r) || strings.ContainsRune(n.subject, r):
		case strings.ContainsRune(n.others, r) && !strings.ContainsRune(n.heading, r):
			return other
		default:
			result = wrong
		}
	}
	return result
}

// Labels names the figures of a corpus folder and writes to w how many labels
// are right, missing, wrong or name another figure; verbose lists those that are
// wrong with their sentences.
func Labels(w io.Writer, corpusDir string, verbose bool) error {
	named, err := readNamed(namedFigures)
	if err != nil {
		return err
	}
	counts, faults, err := countLabels(corpusDir, named)
	if err != nil {
		return err
	}
	given := counts[right] + counts[wrong] + counts[other]
	of := len(named)
	lines := fmt.Sprintf("labels           right %s (%d/%d)  empty %s  wrong %s  other %s  missing %d\n", percent(counts[right], of), counts[right], of,
		percent(counts[empty], of), percent(counts[wrong], of), percent(counts[other], of), counts[missing])
	lines += fmt.Sprintf("of those given   right %s (%d/%d)  wrong %s  other %s\n", percent(counts[right], given), counts[right], given,
		percent(counts[wrong], given), percent(counts[other], given))
	if verbose {
		lines += strings.Join(faults, "")
	}
	if _, err := io.WriteString(w, lines); err != nil {
		return fmt.Errorf("无法写出结果：%w", err)
	}
	return nil
}

// countLabels reads each text once and judges the labels of its named figures.
func countLabels(corpusDir string, named []namedFigure) (counts [verdicts]int, faults []string, err error) {
	texts := map[string]*report.Report{}
	for i := range named {
		n := &named[i]
		r := texts[n.text]
		if r == nil {
			if r, err = readText(corpusDir, n.text); err != nil {
				return counts, nil, err
			}
			texts[n.text] = r
		}
		f := figureAt(r, n.offset)
		if f == nil {
			counts[missing]++
			continue
		}
		label := f.Label
		if r.Blocks[f.Block].Kind == report.BlockRow {
			label, _, _ = strings.Cut(label, "（") // the head of the column
		}
		if h := r.Blocks[f.Block].Heading; h >= 0 {
			n.heading = r.Headings[h].Text
		}
		v := n.judge(label)
		counts[v]++
		if v != right {
			faults = append(faults, fmt.Sprintf("  %-6s %s %s%s “%s” 应为“%s”：%s\n", [...]string{"", "empty", "wrong", "other"}[v], n.text, f.Raw, f.Unit, f.Label, n.label, f.Quote))
		}
	}
	return counts, faults, nil
}

// readText reads the figures of a text of the corpus by its name.
func readText(corpusDir, name string) (*report.Report, error) {
	for _, folder := range folders {
		raw, err := os.ReadFile(filepath.Join(corpusDir, folder, name+".txt"))
		if err != nil {
			continue
		}
		src, findings, err := source.Decode(context.Background(), name+".txt", raw)
		if err != nil {
			return nil, err
		}
		if src == nil {
			return nil, fmt.Errorf("无法读取“%s”：%s", name, findings[0].Message)
		}
		r := outline.Parse(src, lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		return r, nil
	}
	return nil, fmt.Errorf("“%s”中没有文本“%s”：%w", corpusDir, name, fs.ErrNotExist)
}

// figureAt is the figure whose numeral stands at an offset in characters.
func figureAt(r *report.Report, offset int) *report.Figure {
	if strings.HasPrefix(r.Source.Encoding, "utf-8-bom") {
		offset-- // the offsets count the byte order mark
	}
	at, chars := 0, 0
	for i := range r.Source.Text {
		if chars == offset {
			at = i
			break
		}
		chars++
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Span.Start <= at && at < f.Span.End {
			return f
		}
	}
	return nil
}
