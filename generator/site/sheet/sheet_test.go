package sheet

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Which cells get a ' in front: those that a spreadsheet could take for a formula,
// and those that begin with one already.
func TestGuarded(t *testing.T) {
	for _, cell := range []string{
		"=1+1", "+1", "-1+2", "@SUM(A1)", "-", "--1", "-1.", "-.5", "-1.5.2", "+", "＝1", "＋1", "－1", "＠1", "-1=1",
		"\t1", "\r1", "\n1", "  =1", "\u3000=1", "\u200b=1", "\ufeff+1", "\x00=1", "'", "'甲",
	} {
		if got := guarded(cell); got != "'"+cell {
			t.Errorf("%q is written as %q", cell, got)
		}
	}
	for _, cell := range []string{"", "甲", "12", "-12", "-0.5", "0", " 甲", "1=1", "甲=1", "a-b", "12%", "“=1”", "（=1）", " 12"} {
		if got := guarded(cell); got != cell {
			t.Errorf("%q is written as %q", cell, got)
		}
	}
}

func TestTable(t *testing.T) {
	tb := New("名称", "数值")
	tb.Row("=1", "-1")
	tb.Row("甲,乙", "丙\"丁")
	tb.Row("一行\r二行\r\n三行", "戊\t己")
	got, err := tb.Bytes()
	const want = "\ufeff名称,数值\r\n'=1,-1\r\n\"甲,乙\",\"丙\"\"丁\"\r\n\"一行\r\n二行\r\n三行\",戊\t己\r\n"
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Errorf("%v, differs (-want +got):\n%s", err, diff)
	}
	records, err := csv.NewReader(strings.NewReader(string(got))).ReadAll()
	if err != nil || len(records) != 4 || records[3][0] != "一行\n二行\n三行" {
		t.Errorf("is read as %q, %v", records, err)
	}
}

// What stays of a table's cells is what the caller gave: the guard writes nothing
// into its list.
func TestTableLeavesCells(t *testing.T) {
	cells := []string{"=1", "'"}
	New("甲", "乙").Row(cells...)
	if cells[0] != "=1" || cells[1] != "'" {
		t.Errorf("the cells are now %q", cells)
	}
}
