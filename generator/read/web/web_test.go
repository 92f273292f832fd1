package web

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
)

// TestGolden reads the page of every testdata/*.txtar and compares the text,
// what is flagged, and what is said beside the text.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		d, err := Read(string(c.Files()[0].Data))
		if err != nil {
			return err.Error() + "\n"
		}
		return dump(d)
	})
}

// TestPages reads several pages a case, which differ in one thing each.
func TestPages(t *testing.T) {
	golden.Run(t, "testdata/pages/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for _, f := range c.Files("*.html") {
			fmt.Fprintf(&b, "== %s\n", strings.TrimSuffix(f.Name, ".html"))
			d, err := Read(string(f.Data))
			if err != nil {
				fmt.Fprintln(&b, err)
				continue
			}
			b.WriteString(dump(d))
		}
		return b.String()
	})
}

func dump(d *report.Document) string {
	var b strings.Builder
	text, spans := d.Text()
	b.WriteString(text)
	for i := range d.Flags {
		f := &d.Flags[i]
		at, _ := d.Find(f.At, spans)
		fmt.Fprintf(&b, "! %s %s %q at %q", f.Kind, f.Form, f.Quote, clip(text[at:]))
		if f.Printed {
			b.WriteString(" printed")
		}
		b.WriteByte('\n')
	}
	for _, s := range d.Beside {
		fmt.Fprintf(&b, "> %s\n", s)
	}
	for _, p := range d.Passages {
		if p.Grid == nil {
			continue
		}
		for _, row := range p.Grid.Rows {
			b.WriteString("|")
			for _, c := range row.Cells {
				fmt.Fprintf(&b, " %q", c.Text)
				if c.Columns > 1 || c.RowsDown > 1 {
					fmt.Fprintf(&b, "(%d,%d)", c.Columns, c.RowsDown)
				}
			}
			if row.Head {
				b.WriteString(" head")
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > 6 || s[i] == '\n' {
			return s[:i]
		}
	}
	return s
}

// Hostile pages end in bounded time.
func TestHostile(t *testing.T) {
	for name, page := range map[string]string{
		"deep":    strings.Repeat("<div>", 100000) + "甲",
		"tables":  strings.Repeat("<table><tr><td>", 20000) + "甲",
		"wide":    "<table><tr><td colspan=65000>" + strings.Repeat("<td colspan=1000 rowspan=65534>甲", 20000) + "</table>",
		"rows":    "<table border=1>" + strings.Repeat("<tr><td rowspan=65534>甲<td>乙", 50000) + "</table>",
		"bold":    strings.Repeat("<b><i><u><p>甲", 50000),
		"nav":     strings.Repeat("<div class=nav>", 400) + strings.Repeat("甲", 300000),
		"hidden":  strings.Repeat("<p hidden>甲</p>", 50000),
		"classes": "<p class='" + strings.Repeat("TRS_Editor ", 100000) + "'>甲",
		"css":     "<style>" + strings.Repeat(".a{display:none}/*", 100000) + "</style>甲",
		"lists":   strings.Repeat("<ol><li>", 100000) + "甲",
	} {
		start := time.Now()
		d, err := Read(page)
		var refusal *report.Refusal
		if err != nil && !errors.As(err, &refusal) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 8*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if d != nil && len(d.Flags) > mostFlags {
			t.Errorf("%s: %d flags", name, len(d.Flags))
		}
	}
	if _, err := Read(strings.Repeat(" ", mostPage+1)); err == nil {
		t.Error("a page of any size is read")
	}
}

// FuzzRead: whatever a page is, the places of flags are in its text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "<p>甲<del>乙</del><ins>丙</ins>", "<table border=1><tr><td rowspan=0>甲<td colspan=2>乙<tr><td>丙</table>", "<ol start=3 reversed><li>甲<li value=9>乙</ol>",
		"<div class=TRS_Editor><p style='display:none'>甲</p><mark>乙</mark></div><h1>题</h1>", "<style>.a{display:none}</style><p class=a>甲<p>乙", "<pre>甲\n乙</pre>",
		"<p>1.2万条<sup><a href=#1>1</a></sup> m<sup>2</sup>", "<meta name=PubDate content='2024-03-20'><title>甲乙丙丁戊_己</title><table><tr><td>索引号<td>1</table>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) {
			return
		}
		d, err := Read(page)
		if err != nil {
			return
		}
		text, spans := d.Text()
		if !utf8.ValidString(text) {
			t.Fatalf("%q", text)
		}
		for i := range d.Flags {
			fl := &d.Flags[i]
			at, ok := d.Find(fl.At, spans)
			if len(d.Passages) > 0 && !ok || at > len(text) {
				t.Fatalf("%+v of %q", fl, text)
			}
			if fl.Printed && !strings.HasPrefix(text[at:], strings.TrimRight(fl.Quote, " \u3000")) {
				t.Fatalf("%+v at %q", fl, text[at:])
			}
		}
	})
}
