package report

import "testing"

func TestDocumentText(t *testing.T) {
	d := Document{Passages: []Passage{
		{Text: "一、办理情况\n（续）"},
		{Grid: &Grid{Columns: 3, Rows: []GridRow{
			{Cells: []GridCell{{Text: "类别", RowsDown: 2}, {Text: "件数\n（件）", Column: 1, Columns: 2}}},
			{Cells: []GridCell{{Text: "上年", Column: 1}, {Text: "本年", Column: 2}}},
			{Cells: []GridCell{{Text: " "}}},
		}}},
		{Grid: &Grid{Columns: 1, Rows: []GridRow{{Cells: []GridCell{{Text: "另表"}}}}}},
	}}
	text, spans := d.Text()
	if want := "一、办理情况\n（续）\n类别\t件数 （件）\n\t上年\t本年\n\n另表\n"; text != want {
		t.Errorf("got %q, want %q", text, want)
	}
	for at, want := range map[Place]string{
		{Passage: 0, Offset: len("一、")}:                    "办理",
		{Passage: 1, Row: 0, Cell: 1, Offset: len("件数\n")}: "（件",
		{Passage: 1, Row: 1, Cell: 1}:                      "本年",
		{Passage: 2}:                                       "另表",
	} {
		offset, ok := d.Find(at, spans)
		if !ok || text[offset:offset+len(want)] != want {
			t.Errorf("%+v is at %d, not at %s", at, offset, want)
		}
	}
	if _, ok := d.Find(Place{Passage: -1}, spans); ok {
		t.Error("the whole file has a place")
	}
}

// A cell merged downwards at the end of a row leaves an empty cell at the end of
// each row that it covers, and of no other.
func TestDocumentTextCovered(t *testing.T) {
	row := func(cells ...GridCell) GridRow { return GridRow{Cells: cells} }
	cell := func(text string, column, columns, down int) GridCell {
		return GridCell{Text: text, Column: column, Columns: columns, RowsDown: down}
	}
	cases := []struct {
		name    string
		columns int
		rows    []GridRow
		want    string
	}{
		{"the last column of a head", 4, []GridRow{
			row(cell("单位", 0, 1, 2), cell("调解", 1, 2, 1), cell("走访（户）", 3, 1, 2)),
			row(cell("申请（件）", 1, 1, 1), cell("成功（件）", 2, 1, 1)),
			row(cell("甲镇", 0, 1, 1), cell("7", 1, 1, 1), cell("6", 2, 1, 1), cell("40", 3, 1, 1)),
		}, "单位\t调解\t\t走访（户）\n\t申请（件）\t成功（件）\t\n甲镇\t7\t6\t40\n"},
		{"the last two columns, over three rows", 4, []GridRow{
			row(cell("站所", 0, 1, 3), cell("接待", 1, 1, 1), cell("批次", 2, 1, 3), cell("备注", 3, 1, 3)),
			row(cell("来访", 1, 1, 1)),
			row(cell("人次", 1, 1, 1)),
			row(cell("乙所", 0, 1, 1), cell("12", 1, 1, 1), cell("5", 2, 1, 1)),
		}, "站所\t接待\t批次\t备注\n\t来访\t\t\n\t人次\t\t\n乙所\t12\t5\n"},
		{"a cell of two columns", 3, []GridRow{
			row(cell("事项", 0, 1, 1), cell("说明", 1, 2, 2)),
			row(cell("听证", 0, 1, 1)),
		}, "事项\t说明\n听证\t\t\n"},
		{"one that covers no row, and one that covers more than there are", 2, []GridRow{
			row(cell("甲", 0, 1, 0), cell("乙", 1, 1, 0)),
			row(cell("丙", 0, 1, 1), cell("丁", 1, 1, 99)),
			row(cell("戊", 0, 1, 1)),
		}, "甲\t乙\n丙\t丁\n戊\t\n"},
		{"a table that counts its columns wrongly", 1, []GridRow{
			row(cell("甲", 0, 1, 1), cell("乙", 1, 1, 2)),
			row(cell("丙", 0, 1, 1)),
		}, "甲\t乙\n丙\n"},
	}
	for _, c := range cases {
		d := Document{Passages: []Passage{{Grid: &Grid{Columns: c.columns, Rows: c.rows}}}}
		if got, _ := d.Text(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
