package word

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// field is a field that is being read: an instruction, which nobody sees, and
// then its result.
type field struct {
	which    int // its number in the document
	code     bool
	contents bool
	instr    []byte
	emitted  int   // pieces of text before the result
	para     *para // in which the result begins
	from     int   // where in it
	form     form
	typed    bool // words stand in the instruction that are no instruction
}

// form is what a field of an old form holds.
type form struct {
	box, checked bool
	entries      []string
	chosen       int
}

// maxInstruction bounds an instruction. Those that matter are short.
const maxInstruction = 4 << 10

// inCode reports whether words are part of an instruction.
func (w *walker) inCode() bool {
	for i := range w.fields {
		if w.fields[i].code {
			return true
		}
	}
	return false
}

// maxFields is how many fields may stand within each other.
const maxFields = 100

func (w *walker) beginField() {
	w.begun++
	w.fields = append(w.fields, field{which: w.begun, code: true})
	if len(w.fields) > maxFields {
		w.failed = tooDeep()
	}
}

func (w *walker) instruct(said string) {
	if n := len(w.fields); n > 0 && w.deleted == 0 && len(w.fields[n-1].instr) < maxInstruction && w.fields[n-1].code {
		w.fields[n-1].instr = append(w.fields[n-1].instr, said...)
	}
}

// fieldMark takes a sign that begins, parts or ends a field.
func (w *walker) fieldMark(t *token) error {
	kind := t.attr("fldCharType")
	if w.deleted > 0 {
		return w.x.skip()
	}
	switch kind {
	case "begin":
		w.beginField()
		last := &w.fields[len(w.fields)-1]
		err := w.x.children(func(t *token) (bool, error) {
			if t.local == "ffData" {
				return true, w.x.children(last.form.read(w.x))
			}
			return false, nil
		})
		if w.broken[w.begun] {
			w.fields = w.fields[:len(w.fields)-1]
		}
		return err
	case "separate":
		w.separate()
	case "end":
		w.endField()
	}
	return w.x.skip()
}

func (f *form) read(x *tokens) func(t *token) (bool, error) {
	return func(t *token) (bool, error) {
		switch t.local {
		case "checkBox":
			f.box = true
			said := false
			return true, x.children(func(t *token) (bool, error) {
				if t.local == "checked" || t.local == "default" && !said {
					f.checked, said = t.on(), said || t.local == "checked"
				}
				return false, nil
			})
		case "ddList":
			return true, x.children(func(t *token) (bool, error) {
				switch t.local {
				case "result":
					f.chosen, _ = t.number()
				case "listEntry":
					if len(f.entries) < 1000 {
						f.entries = append(f.entries, t.val())
					}
				}
				return false, nil
			})
		}
		return false, nil
	}
}

// keyword is what a field does.
func (f *field) keyword() string {
	words := strings.Fields(string(f.instr))
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}

// separate begins the result of the field.
func (w *walker) separate() {
	if len(w.fields) == 0 {
		return
	}
	f := &w.fields[len(w.fields)-1]
	if !f.code {
		return
	}
	f.code = false
	f.emitted, f.para = w.emitted, w.para
	if w.para != nil {
		f.from = len(w.para.text)
	}
	if k := f.keyword(); (k == "TOC" || k == "INDEX") && !w.inCode() {
		f.contents = true
		w.contents++
		w.leaveHeading()
	}
}

// leaveHeading leaves out the word 目录 above a list of contents.
func (w *walker) leaveHeading() {
	n := len(w.flow.items)
	if n == 0 || w.flow.items[n-1].grid != nil {
		return
	}
	heading := strings.Join(strings.Fields(w.flow.items[n-1].text), "")
	if heading == "目录" || heading == "目次" {
		w.leaveContents(w.flow.items[n-1].text + "\n")
		w.flow.items = w.flow.items[:n-1]
	}
}

// endField ends the field, and prints what Word makes of it itself.
func (w *walker) endField() {
	n := len(w.fields)
	if n == 0 {
		return
	}
	f := w.fields[n-1]
	w.fields = w.fields[:n-1]
	if f.contents {
		w.contents--
		return
	}
	if f.code || f.emitted == w.emitted {
		w.printField(&f)
		return
	}
	p := w.para
	if p == nil || p != f.para || f.from > len(p.text) || f.keyword() != "FORMTEXT" {
		return
	}
	if strings.Trim(string(p.text[f.from:]), "\u2002\u00a0\u3000 ") == "" { // as wide as the gap in a form
		w.mark(mark{kind: report.FlagPlaceholder, offset: f.from, end: len(p.text), quote: string(p.text[f.from:]), printed: true})
	}
}

// printField prints a field that has no result in the file.
func (w *walker) printField(f *field) {
	instr := strings.TrimSpace(string(f.instr))
	_, rest, _ := strings.Cut(instr, " ")
	rest = strings.TrimSpace(rest)
	switch f.keyword() {
	case "FORMCHECKBOX":
		if f.form.checked {
			w.emit("☑")
		} else {
			w.emit("□")
		}
	case "FORMDROPDOWN":
		if k := f.form.chosen; k >= 0 && k < len(f.form.entries) {
			w.emit(f.form.entries[k])
		}
	case "SYMBOL":
		w.printSymbol(strings.Fields(rest))
	case "EQ":
		w.emit(readEquation(rest))
	case "MACROBUTTON", "GOTOBUTTON":
		_, shown, _ := strings.Cut(rest, " ")
		w.unfilled++
		w.emit(strings.TrimSpace(shown))
		w.unfilled--
	case "QUOTE":
		w.emit(strings.Trim(rest, `"“”`))
	}
}

// printSymbol prints SYMBOL 254 \f Wingdings.
func (w *walker) printSymbol(words []string) {
	if len(words) == 0 {
		return
	}
	base, digits := 10, words[0]
	if hex, ok := strings.CutPrefix(strings.ToLower(digits), "0x"); ok {
		base, digits = 16, hex
	}
	n, err := strconv.ParseUint(digits, base, 16)
	if err != nil {
		return
	}
	font := ""
	for i, s := range words {
		if strings.EqualFold(s, `\f`) {
			font = strings.Trim(strings.Join(words[i+1:], " "), `"`)
			font, _, _ = strings.Cut(font, `"`)
			font, _, _ = strings.Cut(font, ` \`)
		}
	}
	w.printed(font, rune(n))
}

// checkFields looks at the end of a paragraph for an instruction that has words of
// the text in it: its field was never ended. What it has hidden so far is read
// the next time.
func (w *walker) checkFields() {
	for n := len(w.fields); n > 0 && w.fields[n-1].code && w.fields[n-1].typed; n-- {
		w.broken[w.fields[n-1].which] = true
		w.fields = w.fields[:n-1]
	}
}

// endStory tells which fields nothing has ended. The rest of the text would be
// lost in them.
func (w *walker) endStory() {
	for i := range w.fields {
		if f := &w.fields[i]; f.code || f.contents {
			w.broken[f.which] = true
			if f.contents {
				w.contents--
			}
		}
	}
	w.fields = nil
}
