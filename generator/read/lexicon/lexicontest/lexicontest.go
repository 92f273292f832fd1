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
		words := Without(group.ID)
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

// Without is the built-in lexicon without the words of a group.
func Without(group string) *lexicon.Lexicon {
	words := *lexicon.Builtin()
	for _, field := range reflect.VisibleFields(reflect.TypeFor[lexicon.Lexicon]()) {
		if field.Tag.Get("group") == group {
			reflect.ValueOf(&words).Elem().FieldByIndex(field.Index).Set(reflect.ValueOf(lexicon.NewSet()))
		}
	}
	return &words
}
