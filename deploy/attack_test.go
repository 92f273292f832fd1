package deploy

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// slow are tests of the rooms that .ci/attack goes through which it leaves to go test ./...: edits without end, what a pusher is told in
// each case, and corrections.
var slow = []string{
	"TestEdits", "TestParts", "TestManyParts", "TestReleasesAfterEdits", "TestPusherHearsOfHisFaults", "TestPusherHearsOfTheServersFaults", "TestCommandsAreLinear",
	"TestListsThereAndBack", "TestLeftAlone", "TestRenamedBodyLeadsOn", "TestDoor", "TestTamperedTextIsNotQuoted", "TestThreeCorrectionsInARow", "TestWhatIsNoCorrection", "TestMetadataAlone", "TestFirstMetadata",
	"TestTakenDownAndBack", "TestBodyIsGone", "TestMovedBody", "TestRenamedYear", "TestCorrectedAfterARollback", "TestRecordOfAnEarlierVersion", "TestChanged",
}

// TestAttackRepeatsWhatIsTold: each test that docs/reliability.md names is there, in both languages, and .ci/attack runs it where it goes
// through its room, but for those that are named above.
func TestAttackRepeatsWhatIsTold(t *testing.T) {
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`")
	english, chinese := namesIn(named, read(t, "../docs/reliability.md")), namesIn(named, read(t, "../docs/reliability.zh-CN.md"))
	if !slices.Equal(english, chinese) {
		t.Errorf("the two languages name other tests:\n%q\n%q", english, chinese)
	}
	script := read(t, "../.ci/attack")
	var pattern strings.Builder
	for _, m := range regexp.MustCompile(`(?m)^tests\+?='([^']*)'$`).FindAllStringSubmatch(script, -1) {
		pattern.WriteString(m[1])
	}
	runs, err := regexp.Compile(strings.Split(pattern.String(), "|Scripts/")[0])
	if err != nil || pattern.Len() == 0 {
		t.Fatalf("the names of %q: %v", script, err)
	}
	rooms := testsOf(t)
	for _, name := range english {
		in := rooms[name]
		attacked := slices.ContainsFunc(in, func(room string) bool {
			return regexp.MustCompile(`^generator/(publish|build|command)\b`).MatchString(room)
		})
		switch {
		case len(in) == 0:
			t.Errorf("there is no %s", name)
		case strings.HasPrefix(name, "Fuzz"), !attacked:
		case slices.Contains(slow, name) == runs.MatchString(name):
			t.Errorf("%s: .ci/attack runs it: %t, which is not what is said here", name, runs.MatchString(name))
		}
	}
	for _, name := range slow {
		if !slices.Contains(english, name) {
			t.Errorf("%s is left out, and nobody names it", name)
		}
	}
}

func namesIn(form *regexp.Regexp, text string) (names []string) {
	for _, m := range form.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// testsOf are the folders in which there is a test of a name.
func testsOf(t *testing.T) map[string][]string {
	t.Helper()
	begins, rooms := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`), map[string][]string{}
	for _, root := range []string{"generator", "deploy"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			folder := filepath.ToSlash(filepath.Dir(path))
			for _, name := range namesIn(begins, read(t, path)) {
				rooms[name] = append(rooms[name], strings.TrimPrefix(folder, "../"))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return rooms
}
