package word

import (
	"regexp"
	"strings"

	"mingfa/generator/report"
)

// finish puts what was read into the form that all readers give.
func (w *walker) finish(items []item) *report.Document {
	d := &report.Document{Left: w.left, Pictures: w.pictures, Alts: w.alts, More: w.more}
	f := &finisher{d: d, calls: w.calls}
	for i := range items {
		f.add(&items[i])
	}
	for _, m := range w.lost {
		f.flag(m, report.Place{Passage: -1})
	}
	for _, id := range sorted(w.comments) { // nothing in the text calls for them
		if !w.answered[id] {
			f.flag(mark{kind: report.FlagComment, quote: w.comments[id]}, report.Place{Passage: -1})
		}
	}
	return d
}

// finisher adds passages to a document.
type finisher struct {
	d     *report.Document
	calls []*namedCall // those that still come
}

func (f *finisher) add(i *item) {
	at := report.Place{Passage: len(f.d.Passages)}
	p := report.Passage{Text: i.text, Number: i.number, Outline: i.outline, Kind: i.kind}
	if i.grid != nil {
		p = report.Passage{Kind: i.kind, Grid: &report.Grid{Columns: i.grid.columns}}
	}
	f.hang(i, at)
	f.d.Passages = append(f.d.Passages, p)
	if i.grid == nil {
		return
	}
	for _, r := range i.grid.rows {
		row := report.GridRow{Head: r.head}
		for _, c := range r.cells {
			at.Row, at.Cell = len(p.Grid.Rows), len(row.Cells)
			row.Cells = append(row.Cells, report.GridCell{Text: c.text, Column: c.column, Columns: c.columns, RowsDown: c.down})
			f.hang(&c.item, at)
		}
		p.Grid.Rows = append(p.Grid.Rows, row)
	}
}

// hang adds the flags and the notes of a paragraph or a cell.
func (f *finisher) hang(i *item, at report.Place) {
	for _, m := range i.marks {
		at.Offset = m.offset
		f.flag(m, at)
	}
	for _, c := range i.calls {
		if len(f.calls) == 0 {
			return
		}
		at.Offset = c.offset
		if k := f.calls[0]; k.note > 0 {
			f.d.Notes = append(f.d.Notes, report.Note{At: at, Name: k.mark, Text: k.note})
		}
		f.calls = f.calls[1:]
	}
}

func (f *finisher) flag(m mark, at report.Place) {
	if len(f.d.Flags) >= maxFlags {
		f.d.More++
		return
	}
	f.d.Flags = append(f.d.Flags, report.Flag{Kind: m.kind, Form: m.form, At: at, Quote: m.quote, Printed: m.printed})
}

// What Word prints in place of a reference that leads nowhere, and what a template
// asks its writer to fill in.
var (
	brokenReference = regexp.MustCompile(`错误[!！] ?[^。，\n]{0,24}(?:引用源|书签|链接|样式的文字|应用于要在此处显示|域代码|文件名|文档变量|索引项|目录项|图形项目表|对象|自引用|开关)[^。，\n]{0,16}。?|Error! [A-Z][^.\n]{1,60}\.`)
	placeholder     = regexp.MustCompile(`(?:单击|点击|双击|单击或点击)此处(?:输入|添加|键入|选择|编辑|插入)[^。，；\n]{0,20}。?|\[在此处?键入[^\]\n]{0,30}\]|Click (?:or tap )?here to enter [a-z ]{1,20}\.?`)
)

// find flags what shows in the words of a paragraph. Nearly none has a word of either,
// which costs a fifth of what the patterns do.
func (w *walker) find(i *item) {
	if !strings.Contains(i.text, "错误") && !strings.Contains(i.text, "Error!") && !strings.Contains(i.text, "在此") &&
		!strings.Contains(i.text, "击此处") && !strings.Contains(i.text, "here to enter") {
		return
	}
	for _, at := range brokenReference.FindAllStringIndex(i.text, 20) {
		i.marks = append(i.marks, mark{kind: report.FlagBroken, offset: at[0], end: at[1], quote: i.text[at[0]:at[1]], printed: true})
	}
	for _, at := range placeholder.FindAllStringIndex(i.text, 20) {
		if !i.marked(report.FlagPlaceholder, at[0], at[1]) {
			i.marks = append(i.marks, mark{kind: report.FlagPlaceholder, offset: at[0], end: at[1], quote: i.text[at[0]:at[1]], printed: true})
		}
	}
}

func (i *item) marked(kind report.FlagKind, from, to int) bool {
	for _, m := range i.marks {
		if m.kind == kind && m.offset < to && m.end > from {
			return true
		}
	}
	return false
}
