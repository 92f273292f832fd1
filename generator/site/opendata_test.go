package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"mingfa/generator/site/dataset"
)

// folder is a Disk that is a folder of the test.
type folder string

func (d folder) Create(name string) (io.WriteCloser, error) {
	path := filepath.Join(string(d), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	return os.Create(path)
}

func (d folder) Append(name string, data []byte) error {
	w, err := d.Create(name) // one piece each
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return errors.Join(err, w.Close())
}

// openData writes the open data of a report on 2023.
func openData(t *testing.T, text string) (*Whole, *Input, folder) {
	t.Helper()
	in := yearInput(text)
	in.Domain = "https://mingfa.example/"
	in.Body = &Body{Slug: "shili-sfj", Name: "示例市司法局", Region: "示例市"}
	dir := t.TempDir()
	kept, err := os.Create(filepath.Join(dir, "kept"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	store, disk := dataset.NewStore(kept, []int{1}), folder(filepath.Join(dir, "data"))
	if err := store.Add(0, 0, dataset.Pack(in.Rows())); err != nil {
		t.Fatal(err)
	}
	figures, _, err := store.Figures(disk, dataset.Past{})
	if err != nil {
		t.Fatal(err)
	}
	w := &Whole{Site: Site{Name: "示例市年度报告", Domain: in.Domain}, Bodies: []*Body{in.Body}, Reports: []Summary{Summarise(in)}}
	if err := OpenData(w, figures, disk); err != nil {
		t.Fatal(err)
	}
	return w, in, disk
}

// TestReportJSONBySchema holds report.json against the JSON Schema at /data/.
func TestReportJSONBySchema(t *testing.T) {
	_, in, disk := openData(t, "《示例办法》施行，办理案件12件、不足4起，支出3.5亿元，办结率达96%。｜事项\\t上年\\t本年｜检查（件）\\t120\\t100")
	in.Report.Source.SHA256 = strings.Repeat("0a", 32)
	c := jsonschema.NewCompiler()
	s, err := c.Compile(filepath.Join(string(disk), dataset.ReportName))
	if err != nil {
		t.Fatal(err)
	}
	validate := func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return s.Validate(v)
	}
	var seen int
	for _, f := range written(in) {
		if !strings.HasSuffix(f.Path, "report.json") {
			continue
		}
		seen++
		if err := validate(f.Data); err != nil {
			t.Error(err)
		}
		for old, bad := range map[string]string{`"kind":"count"`: `"kind":"sum"`, `"year":2023`: `"year":"2023"`, `"headings":`: `"heads":`, `"value":12,`: `"value":"12",`} {
			if changed := strings.Replace(string(f.Data), old, bad, 1); changed == string(f.Data) || validate([]byte(changed)) == nil {
				t.Errorf("report.json with %s passes", bad)
			}
		}
	}
	if seen != 1 {
		t.Errorf("%d report.json", seen)
	}
}

// TestOpenData: the page is told of each file, with its size, and figures are told of
// as the text has them.
func TestOpenData(t *testing.T) {
	w, in, disk := openData(t, "办理案件12起，其中去年受理3起，支出3.5亿元。")
	if len(w.data.Files) != 4 || len(w.data.Tables) != 3 || w.data.Rows != "3" || w.data.Files[0].Size == "" || !json.Valid([]byte(w.data.Linked)) {
		t.Errorf("%+v", w.data)
	}
	rows := in.Rows()
	if r := rows[0]; r.ID != "shili-sfj/2023/"+r.Figure || r.UnitClass != "件" || r.URL != "https://mingfa.example/reports/shili-sfj/2023/#"+r.Figure {
		t.Errorf("%+v", r)
	}
	if rows[2].UnitClass != "元" || rows[2].Unit != "亿元" || rows[2].Value != "3.5" {
		t.Errorf("%+v", rows[2])
	}
	for _, name := range []string{"figures.csv", "bodies/shili-sfj.csv", "reports.csv", "bodies.csv", "indicators.csv", "datapackage.json"} {
		if info, err := os.Stat(filepath.Join(string(disk), name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if reports, err := os.ReadFile(filepath.Join(string(disk), "reports.csv")); err != nil || !strings.Contains(string(reports), "shili-sfj,2023,示例市司法局2023年法治政府建设年度报告,3,") {
		t.Errorf("%s %v", reports, err)
	}
	in.Report.Figures[1].Hidden = true
	if len(in.Rows()) != 2 {
		t.Error("a hidden figure is told of")
	}
}
