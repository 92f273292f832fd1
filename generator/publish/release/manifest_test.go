package release

import (
	"strings"
	"testing"
)

// A manifest may come from anybody. Of what it lists every path stays in the
// folder and is written in one way only, or the whole is refused.
func TestParseManifestPaths(t *testing.T) {
	sum := strings.Repeat("0", 64)
	manifest := func(sources, files string) []byte {
		return []byte(`{"format":"` + manifestFormat + `","sources":{` + sources + `},"files":{` + files + `}}`)
	}
	sound := `"index.html":"` + sum + `"`
	for _, name := range []string{"a", "a/b/c.html", ".well-known/x", "a..b", "…/年报.txt", "a b", "..."} {
		for _, raw := range [][]byte{manifest("", `"`+name+`":"`+sum+`"`), manifest(`"`+name+`":"`+sum+`"`, sound)} {
			if m, err := ParseManifest(raw); err != nil || m.Files[name]+m.Sources[name] != sum {
				t.Errorf("%q is refused: %v", name, err)
			}
		}
	}
	for _, name := range []string{"", ".", "..", "../a", "a/../b", "a/../../b", "/a", "./a", "a/.", "a/", "a//b", `a\\b`, `..\\a`, `a\u0000b`} {
		for _, raw := range [][]byte{manifest("", `"`+name+`":"`+sum+`"`), manifest(`"`+name+`":"`+sum+`"`, sound)} {
			if m, err := ParseManifest(raw); err == nil || !strings.Contains(err.Error(), "不合规") {
				t.Errorf("%q is let through: %v, %v", name, m, err)
			}
		}
	}
	for _, sum := range []string{"", "0", sum[1:], sum + "0", sum + "00", strings.Repeat("F", 64), strings.Repeat("g", 64)} {
		if _, err := ParseManifest(manifest("", `"a":"`+sum+`"`)); err == nil || !strings.Contains(err.Error(), "“a”的校验值不合规") {
			t.Errorf("the sum %q: %v", sum, err)
		}
	}
	for raw, want := range map[string]string{
		"": "读不懂",
		`{"format":"other","files":{` + sound + `}}`: "的格式是“other”",
		`{"format":"` + manifestFormat + `"}`:        "里一个文件也没有",
	} {
		if _, err := ParseManifest([]byte(raw)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", raw, err)
		}
	}
	if _, err := ReadManifest(t.TempDir()); err == nil {
		t.Error("a release without a manifest has one")
	}
}
