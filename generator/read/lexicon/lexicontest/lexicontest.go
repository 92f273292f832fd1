// Package lexicontest tries the examples of the lexicon in tests of the stages
// that ask its words.
package lexicontest

import (
	"reflect"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// Examples reads the examples of the groups whose ids begin with a prefix. Without
// the words of its group one of them must be read otherwise, so that it shows what
// they are for.
func Examples(t *testing.T, prefix string, read func(example lexicon.Example, words *lexicon.Lexicon) string) {
	t.Helper()
	found := false
	for _, group := range lexicon.Builtin().Groups {
		if !strings.HasPrefix(group.ID, prefix) {
			continue
		}
		found = true
		needed := false
		words := without(group.ID)
		for _, example := range group.Examples {
			if got := read(example, lexicon.Builtin()); got != example.Read {
				t.Errorf("%s: %s\nis read as %s\nnot as     %s", group.ID, example.Text, got, example.Read)
			}
			needed = needed || read(example, words) != example.Read
		}
		if !needed {
			t.Errorf("%s: the examples are read alike without its words", group.ID)
		}
	}
	if !found {
		t.Errorf("no group begins with %s", prefix)
	}
}

// without is the built-in lexicon without the words of a group.
func without(group string) *lexicon.Lexicon {
	words := *lexicon.Builtin()
	fields := reflect.TypeFor[lexicon.Lexicon]()
	for i := range fields.NumField() {
		if fields.Field(i).Tag.Get("group") == group {
			reflect.ValueOf(&words).Elem().Field(i).Set(reflect.ValueOf(lexicon.NewSet()))
		}
	}
	return &words
}
