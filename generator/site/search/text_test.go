package search

import (
	"encoding/json"
	"fmt"
	"testing"
)

// A row of a table says in which column it begins, the first line of a table how its
// columns are called: so that what is found in it can be shown as 立案（件）：76.
func TestTables(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"one line a row", "领域\t立案（件）\t结案（件）\n特种设备\t76\t71\n合计\t76\t71\n", `0 ["领域","立案（件）","结案（件）"];0;0`},
		{"no names", "特种设备\t76\t71\n食品安全\t80\t70\n", `0;0`},
		{"strokes", "| 领域 | 立案 |\n| --- | --- |\n| 食品 | 12 |\n", `0 ["领域","立案"];0;0`},
	} {
		p := &portal{files: map[string][]byte{}}
		p.index = New(Portal{Bodies: []Body{{Slug: "jia", Name: "甲局", Years: []int{2023}}}, Catalogue: catalogue(t)}, spool(t), p.write(t))
		add(t, p.index, 0, 0, read(catalogue(t), "一、概述\n办案情况如下。\n"+c.table))
		p.finish(t)
		var whole struct {
			Reports []struct{ Blocks [][]json.RawMessage }
		}
		unmarshal(t, p.files[Folder+"/text.json"], &whole)
		got := ""
		for _, b := range whole.Reports[0].Blocks {
			if len(b) < 4 {
				continue
			}
			if got != "" {
				got += ";"
			}
			got += string(b[3])
			if len(b) > 4 {
				got += fmt.Sprintf(" %s", b[4])
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
