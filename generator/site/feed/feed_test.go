package feed

import (
	"encoding/json"
	"testing"

	"mingfa/generator/lab/golden"
)

// TestForms: a feed, given as JSON, in its two forms, whole.
func TestForms(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		var f Feed
		if err := json.Unmarshal([]byte(c.Text("feed")), &f); err != nil {
			t.Fatal(err)
		}
		atom, err := f.WriteAtom()
		if err != nil {
			t.Fatal(err)
		}
		jsonFeed, err := f.WriteJSON()
		if err != nil {
			t.Fatal(err)
		}
		return string(atom) + string(jsonFeed)
	})
}
