package rule

import (
	"os"
	"strings"
	"testing"
)

// Who reads what has changed learns of every rule: an id stands in the changelog
// under the version that brought it.
func TestRulesAreInTheChangelog(t *testing.T) {
	changelog, err := os.ReadFile("../../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range IDs() {
		if !strings.Contains(string(changelog), "`"+id+"`") {
			t.Errorf("no line of CHANGELOG.md tells of %s", id)
		}
	}
}
