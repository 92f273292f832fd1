package regions

import "testing"

func TestSlug(t *testing.T) {
	chosen := []Region{{"示例市", "shili"}, {"示例县", ""}}
	for name, want := range map[string]string{
		"示例市": "shili",
		"示例县": Default("示例县"), // a slip in site.toml, which a finding tells
		"示例区": "r-e302b3be",
		"":    Default(""),
	} {
		if got := Slug(name, chosen); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
	if Default("示例市") == Default("示例县") {
		t.Error("two regions have one address")
	}
}
