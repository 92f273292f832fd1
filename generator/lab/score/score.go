// Package score measures how well headings and figures are read, against
// texts that people have annotated. The corpus brings its own scorer of
// figures (score.py, python3); headings are scored here.
package score

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// folders of a corpus that hold texts, each with its annotations in gold.
var folders = [...]string{"reports", "real"}

// Run extracts every annotated text of a corpus folder and writes the table of
// its scorer to w, then the score of the headings; verbose lists what is
// missed or wrong. The errors are Chinese
// sentences, meant for the terminal.
func Run(w io.Writer, corpusDir string, verbose bool) error {
	script := filepath.Join(corpusDir, "score.py")
	if _, err := os.Stat(script); err != nil {
		return fmt.Errorf("“%s”不是评测语料：%w", corpusDir, err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		return errors.New("找不到 python3：评测用语料自带的 score.py 计分，请先安装 Python 3")
	}
	dir, err := os.MkdirTemp("", "mingfa-score-")
	if err != nil {
		return fmt.Errorf("无法建立临时文件夹：%w", err)
	}
	defer os.RemoveAll(dir)
	heads, err := prepare(corpusDir, dir)
	if err != nil {
		return err
	}
	args := []string{script, "--all", filepath.Join(dir, "gold"), filepath.Join(dir, "predicted"), "--texts", filepath.Join(dir, "texts")}
	if verbose {
		args = append(args, "--verbose")
	}
	cmd := exec.Command(python, args...)
	cmd.Env = append(os.Environ(), "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("score.py 运行失败：%w", err)
	}
	return heads.print(w)
}

// prepare merges the annotations and texts of all folders into dir and writes
// the predictions beside them, so that one table with one total comes out.
func prepare(corpusDir, dir string) (*headings, error) {
	heads := &headings{}
	for _, sub := range [...]string{"gold", "predicted", "texts"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			return nil, fmt.Errorf("无法建立临时文件夹：%w", err)
		}
	}
	found := 0
	for _, folder := range folders {
		names, err := filepath.Glob(filepath.Join(corpusDir, folder, "gold", "*.json"))
		if err != nil {
			return nil, fmt.Errorf("无法列出“%s”：%w", folder, err)
		}
		for _, name := range names {
			if err := predict(filepath.Join(corpusDir, folder), name, dir, heads); err != nil {
				return nil, err
			}
			found++
		}
	}
	if found == 0 {
		return nil, fmt.Errorf("“%s”中没有标注：应有 reports/gold/*.json 或 real/gold/*.json：%w", corpusDir, fs.ErrNotExist)
	}
	return heads, nil
}

// annotation is what is read of an annotated text here.
type annotation struct {
	File     string        `json:"file"`
	Headings []goldHeading `json:"headings"`
}

// prediction is the form that score.py reads. Offsets count characters.
type prediction struct {
	Value      json.Number `json:"value"`
	Unit       string      `json:"unit"`
	Raw        string      `json:"raw"`
	Approx     string      `json:"approx"`
	Label      string      `json:"label"`
	TextOffset int         `json:"text_offset"`
}

// predict extracts one annotated text.
func predict(texts, gold, dir string, heads *headings) error {
	raw, err := os.ReadFile(gold)
	if err != nil {
		return fmt.Errorf("无法读取标注：%w", err)
	}
	var a annotation
	if err := json.Unmarshal(raw, &a); err != nil {
		return fmt.Errorf("标注“%s”不是有效的 JSON：%w", gold, err)
	}
	text, err := os.ReadFile(filepath.Join(texts, a.File))
	if err != nil {
		return fmt.Errorf("无法读取标注所指的文本：%w", err)
	}
	src, findings, err := source.Decode(context.Background(), a.File, text)
	if err != nil {
		return err
	}
	if src == nil {
		return fmt.Errorf("无法读取“%s”：%s", a.File, findings[0].Message)
	}
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	heads.compare(a, r)
	out, err := json.Marshal(map[string]any{"figures": predictions(r)})
	if err != nil {
		return fmt.Errorf("无法写出结果：%w", err)
	}
	base := filepath.Base(gold)
	for path, data := range map[string][]byte{
		filepath.Join("gold", base): raw, filepath.Join("predicted", base): out, filepath.Join("texts", filepath.Base(a.File)): text,
	} {
		if err := os.WriteFile(filepath.Join(dir, path), data, 0o644); err != nil {
			return fmt.Errorf("无法写临时文件：%w", err)
		}
	}
	return nil
}

// predictions gives the figures in text order.
func predictions(r *report.Report) []prediction {
	list := make([]prediction, 0, len(r.Figures))
	text := r.Source.Text
	shift := 0
	if strings.HasPrefix(r.Source.Encoding, "utf-8-bom") {
		shift = 1 // the scorer counts the byte order mark
	}
	for _, f := range r.Figures {
		list = append(list, prediction{json.Number(f.Value), f.Unit, f.Raw, f.Approx, f.Label,
			shift + utf8.RuneCountInString(text[:f.Span.Start])})
	}
	return list
}
