package check

import (
	"reflect"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/pack"
)

// TestCompared: whether the findings about a report would be the same beside other reports is
// known without reading it again.
func TestCompared(t *testing.T) {
	names := []string{"样板区司法局"}
	sketch := func(slug string, year int, text string) Sketch {
		return SketchOf(Origin{Slug: slug, Names: names, Year: year, Path: "seeds/" + slug + ".txt"}, text)
	}
	in := Input{Report: stalePlace(2023, "seeds/shili/2023.txt", lastYears+"\n2024年3月12日\n"), Words: lexicon.Builtin(), Body: []string{"示例市司法局"}, Slug: "shili"}
	own := SketchOf(Origin{Slug: "shili", Names: in.Body, Year: 2023, Path: "seeds/shili/2023.txt"}, in.Report.Source.Text)
	text := stalePlace(2023, "", part(lastYears, 0, 3)+changed).Source.Text
	in.Neighbours = NewNeighbours([]Sketch{own, sketch("yangban", 2023, text), sketch("later", 2024, text)})
	before := toldOf(stalePassage(&in))
	var p pack.Packer
	in.Compared.Pack(&p)
	compared := new(Compared)
	r := pack.Reader(string(p.Data))
	if compared.Pack(r); !r.Whole() || !reflect.DeepEqual(compared, in.Compared) {
		t.Fatalf("read %+v, written %+v", compared, in.Compared)
	}
	for name, c := range map[string]struct {
		beside []Sketch
		same   bool
	}{
		"the same":                      {[]Sketch{sketch("yangban", 2023, text), sketch("later", 2024, text)}, true},
		"a sentence that it lacks more": {[]Sketch{sketch("yangban", 2023, text+"\n全年走访企业8231家。\n"), sketch("later", 2024, text)}, true},
		"a sentence of its own more":    {[]Sketch{sketch("yangban", 2023, text+part(lastYears, 4, 6)), sketch("later", 2024, text)}, false},
		"a later one changed":           {[]Sketch{sketch("yangban", 2023, text), sketch("later", 2024, lastYears)}, true},
		"one of that year more":         {[]Sketch{sketch("yangban", 2023, text), sketch("later", 2023, text)}, false},
		"signed before it":              {[]Sketch{sketch("yangban", 2023, text+"\n2024年3月11日\n"), sketch("later", 2024, text)}, true},
		"signed after it":               {[]Sketch{sketch("yangban", 2023, text+"\n2024年3月13日\n"), sketch("later", 2024, text)}, false},
		"none":                          {nil, false},
		"another year":                  {[]Sketch{sketch("yangban", 2022, text)}, false},
		"it says whose it is":           {[]Sketch{sketch("yangban", 2023, strings.ReplaceAll(text, "示例市司法局", names[0]))}, false},
	} {
		now := in
		now.Neighbours = NewNeighbours(append([]Sketch{own}, c.beside...))
		if got := now.Neighbours.Compare(compared); got != c.same {
			t.Errorf("%s: the result is the same: %t", name, got)
		}
		if told := toldOf(stalePassage(&now)); c.same && told != before {
			t.Errorf("%s: told is %q, before it was %q", name, told, before)
		}
	}
}
