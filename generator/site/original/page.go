package original

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// cleanPage is a web page that holds the words of the document and nothing else: no
// comments, scripts, <meta> elements, hidden elements, names of editors around the
// text. It looks plainer than the page that was saved.
func cleanPage(d *report.Document) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n</head>\n<body>\n<div class=\"TRS_Editor\">\n") // the first container that our reader knows
	for i := range d.Passages {
		if p := &d.Passages[i]; p.Grid != nil {
			writeTable(&b, p.Grid)
		} else {
			b.WriteString("<p>" + escapeLines(p.Text) + "</p>\n")
		}
	}
	b.WriteString("</div>\n</body>\n</html>\n")
	return b.Bytes()
}

func writeTable(b *bytes.Buffer, g *report.Grid) {
	b.WriteString("<table border=\"1\">\n")
	reaching := map[int]int{} // how many rows more a cell from above stands in a column
	for i := range g.Rows {
		b.WriteString("<tr>")
		column, next := 0, map[int]int{}
		for at, rows := range reaching {
			if rows > 1 {
				next[at] = rows - 1
			}
		}
		for k := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[k]
			for ; column < c.Column; column++ {
				if reaching[column] == 0 {
					b.WriteString("<td></td>")
				}
			}
			b.WriteString("<td" + span("colspan", c.Columns) + span("rowspan", c.RowsDown) + ">" + escapeLines(c.Text) + "</td>")
			for ; column < c.Column+c.Columns; column++ {
				if c.RowsDown > 1 {
					next[column] = c.RowsDown - 1
				}
			}
		}
		reaching = next
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// span is an attribute that says over how many columns or rows a cell stands.
func span(name string, n int) string {
	if n <= 1 {
		return ""
	}
	return " " + name + "=\"" + strconv.Itoa(n) + "\""
}

func escapeLines(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>")
}
