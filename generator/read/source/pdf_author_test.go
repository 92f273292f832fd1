package source

import "testing"

func TestNamesAuthor(t *testing.T) {
	for raw, want := range map[string]bool{
		"<< /Title (报告) /Author (吴某) >>":             true,
		"<</Author(\xfe\xff\x54\x34)>>":              true,
		"<</Author <FEFF54346797>>>":                 true,
		"<dc:creator>\n<rdf:Seq><rdf:li>吴某</rdf:li>": true,
		`<rdf:Description pdf:Author="吴某"/>`:         true,
		"<< /Author () /Creator (WPS) >>":            false,
		"<< /Author <> >>":                           false,
		"<< /Creator (WPS) /Producer (x) >>":         false,
		"<dc:creator><rdf:Seq><rdf:li></rdf:li>":     false,
		`<rdf:Description pdf:Author=""/>`:           false,
	} {
		if got := namesAuthor([]byte(raw)); got != want {
			t.Errorf("%s: %v", raw, got)
		}
	}
}
