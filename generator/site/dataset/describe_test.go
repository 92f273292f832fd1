package dataset

import (
	"encoding/json"
	"testing"

	"mingfa/generator/lab/golden"
)

// TestDescriptionsWhole: what catalogues of data read, whole but for the columns, which
// other tests hold against the files. The case gives a Portal as JSON.
func TestDescriptionsWhole(t *testing.T) {
	golden.Run(t, "testdata/describe/*.txtar", func(t *testing.T, c *golden.Case) string {
		p := Portal{Tables: []Table{{
			&Listed{Name: "bodies.csv", Columns: []Column{{"id", "单位编号", "string", "也用在网址里"}, {"url", "页面", "uri", "单位的网页"}}},
			Written{"bodies.csv", 30, "b0", 2},
		}}}
		if err := json.Unmarshal([]byte(c.Text("portal")), &p); err != nil {
			t.Fatal(err)
		}
		for i, name := range []string{CSV, XLSX, Parquet, Lines} {
			p.Figures = append(p.Figures, Written{name, int64(100 + i), "a" + name[:1], 7})
		}
		linked, err := p.LinkedData()
		if err != nil {
			t.Fatal(err)
		}
		var page object
		if err := json.Unmarshal([]byte(linked), &page); err != nil {
			t.Fatal(err)
		}
		pack, csvw := p.dataPackage(), p.csvw()
		// Of the columns the first two and the last: text, reference, address.
		fields := pack["resources"].([]object)[0]["schema"].(object)
		all := fields["fields"].([]object)
		fields["fields"] = []object{all[0], all[1], all[len(all)-1]}
		delete(csvw, "tableSchema")
		delete(page, "variableMeasured")
		out := ""
		for _, d := range []object{pack, csvw, p.dcat(), page} {
			data, err := indented(d)
			if err != nil {
				t.Fatal(err)
			}
			out += string(data) + "\n"
		}
		return out
	})
}
