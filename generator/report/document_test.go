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
