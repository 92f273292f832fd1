package report

import (
	"strings"
	"testing"
)

// grid is a table of lines whose cells are parted by tabs.
func grid(text string, heads int, counted bool) *Table {
	src := NewSource("2023.txt", text)
	t := &Table{Heads: heads, Counted: counted}
	for n := 1; n <= src.Lines(); n++ {
		t.Grid = append(t.Grid, TableRow{Cells: SplitCells(text, src.LineSpan(n), 0, "\t")})
		t.Columns = max(t.Columns, len(t.Grid[n-1].Cells))
	}
	return t
}

// A name stands over the empty cells to its right that are named below, and over no
// column of another.
func TestNamesStandOverColumns(t *testing.T) {
	names := grid("类别\t件数\t\t备注\n\t上年\t本年\t\n甲\t1\t2\t3\n警告\t4\t5\t", 3, true)
	for k, want := range []int{1, 2, 1, 1} {
		if got := names.Covers(0, k); got != want {
			t.Errorf("column %d of the first row stands over %d", k, got)
		}
	}
	if got := names.Covers(1, 1); got != 1 {
		t.Errorf("a name of the last row of names stands over %d", got)
	}
	if names.Names() != 2 || len(names.Body()) != 1 {
		t.Errorf("%d rows of names, %d of data", names.Names(), len(names.Body()))
	}
	if plain := grid("类别\t件数\t\n\t上年\t本年\n警告\t4\t5", 2, false); plain.Names() != 2 || plain.Covers(0, 1) != 2 {
		t.Errorf("%d rows of names; the second stands over %d", plain.Names(), plain.Covers(0, 1))
	}
}

// A row that holds nothing but a name in its first column stands over those below it.
func TestSections(t *testing.T) {
	g := grid("类别\t\n行政处罚\t\n警告\t4\n\t5\n许可\n", 1, false)
	for row, want := range []bool{false, true, false, false, true, false} {
		if got := g.IsSection(row); got != want {
			t.Errorf("row %d is a section: %v", row, got)
		}
	}
	if one := grid("类别\n警告", 1, false); one.IsSection(1) {
		t.Error("a row of a single column is a section")
	}
}

func TestCellsOfALine(t *testing.T) {
	cells := func(line string) string {
		row := TableRow{Cells: SplitCells(line, Span{0, len(line)}, 7, "\t|")}
		var words []string
		for k := range row.Cells {
			if row.Cells[k].Block != 7 {
				t.Errorf("cell %d of %q is in block %d", k, line, row.Cells[k].Block)
			}
			words = append(words, row.Cell(line, k))
		}
		if row.Cell(line, -1) != "" || row.Cell(line, len(row.Cells)) != "" {
			t.Errorf("cells beyond the ends of %q", line)
		}
		return strings.Join(words, "/")
	}
	for line, want := range map[string]string{"甲\t乙": "甲/乙", " 甲 | 乙　\t丙": "甲/乙/丙", "\t甲\t": "/甲/", "甲": "甲", "": ""} {
		if got := cells(line); got != want {
			t.Errorf("%q has the cells %q", line, got)
		}
	}
	const more = 5
	long := strings.Repeat("甲\t", maxCells+more) + "乙"
	row := SplitCells(long, Span{0, len(long)}, 0, "\t")
	if last := row[len(row)-1].Span; len(row) != maxCells || strings.Count(long[last.Start:last.End], "\t") != more+1 {
		t.Errorf("a line of %d cells has %d", maxCells+more+1, len(row))
	}
}

// A cell is a value where it holds a number and no more than belongs to one.
func TestValuesOfCells(t *testing.T) {
	unit := func(words string) int {
		for _, u := range []string{"件次", "件", "%", "元"} {
			if strings.HasPrefix(words, u) {
				return len(u)
			}
		}
		return 0
	}
	for cell, want := range map[string]bool{
		"31": true, "-4.5%": true, "约300余件": true, "＋12": true, "12 件": true, "12件以上": true, "1 234": true, "2.5万元": true, "12345": true, "202": true, "3023": true,
		"2023": false, "12345热线": false, "12件以上的": false, "三": false, "": false, "—": false, "件": false, "12件次以上": true, "2023件": true, "2,023": true, "共12": false,
	} {
		if got := IsValue(cell, unit); got != want {
			t.Errorf("%q is a value: %v", cell, got)
		}
	}
	for cell, want := range map[string]bool{"—": true, "/": true, "无": true, "——": true, "- -": true, "…": true, "": false, "0": false, "无锡": false, "有": false} {
		if got := IsNothing(cell); got != want {
			t.Errorf("%q says that there is none: %v", cell, got)
		}
	}
}
