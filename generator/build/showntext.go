package build

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// lacksText reports whether a page of the site shows less than the text that was written for it: a
// template of the portal's own may show titles alone, or have Hugo read the text as something else.
// Then nothing leads from a figure to its sentence any more.
func (p wantedPage) lacksText(page []byte) (bool, error) {
	raw, err := os.ReadFile(p.text)
	if err != nil {
		return false, fmt.Errorf("failed to look at what was written for Hugo: %w", err)
	}
	_, text, _ := bytes.Cut(raw, []byte("\n")) // below the head, which is a line
	return !shows(page, bytes.TrimSpace(text)), nil
}

// shows reports whether a page holds a text: as it is, or, where a template has it written otherwise, its
// words in their order and all its places.
func shows(page, text []byte) bool {
	if bytes.Contains(page, text) {
		return true
	}
	all, of := wordsAndPlaces(page), wordsAndPlaces(text)
	for place := range of.places {
		if !all.places[place] {
			return false
		}
	}
	return strings.Contains(all.words, of.words)
}

// saidInHTML is what a piece of HTML says, without white space, and the places that it has.
type saidInHTML struct {
	words  string
	places map[string]bool // ids
}

func wordsAndPlaces(text []byte) saidInHTML {
	said := saidInHTML{places: map[string]bool{}}
	var words strings.Builder
	z := html.NewTokenizer(bytes.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			said.words = words.String()
			return said
		case html.TextToken:
			for part := range strings.FieldsFuncSeq(string(z.Text()), unicode.IsSpace) {
				words.WriteString(part)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			for more := true; more; {
				var key, value []byte
				if key, value, more = z.TagAttr(); string(key) == "id" {
					said.places[string(value)] = true
				}
			}
		}
	}
}
