package progress

import (
	"os"
	"strings"
	"testing"
)

func TestFilesHaveNoLook(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	f, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if Color(&strings.Builder{}) || Color(f) {
		t.Error("a file is coloured")
	}
	if Width(&strings.Builder{}) != 0 || Width(f) != 0 {
		t.Error("a file has a width")
	}
}
