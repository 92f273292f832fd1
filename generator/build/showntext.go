package build

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// lack says what a page of the site shows less than was written for it, "" for nothing: a template of the
// portal's own may show titles alone, or have Hugo read the text as something else. Then nothing leads from
// a figure to its sentence any more.
func (p wantedPage) lack(page []byte) (string, error) {
	if p.written == "" {
		return "", nil
	}
	raw, err := os.ReadFile(p.written)
	if err != nil {
		return "", fmt.Errorf("failed to look at what was written for Hugo: %w", err)
	}
	head, text, _ := bytes.Cut(raw, []byte("\n")) // the head is a line
	if strings.HasPrefix(p.file, "reports/") && !shows(page, bytes.TrimSpace(text)) {
		return "没有报告的全文", nil
	}
	leads := map[string]bool{}
	for _, address := range placesInReports.FindAll(page, -1) {
		leads[string(address)] = true
	}
	for _, address := range placesInReports.FindAll(head, -1) {
		if !leads[string(address)] {
			return "没有通向 /" + string(address) + " 的链接", nil
		}
	}
	return "", nil
}

// placesInReports are the addresses of sentences and figures that the head of a page leads to.
var placesInReports = regexp.MustCompile(`reports/[^"\\#/]+/[0-9]+/#[a-z0-9]+`)

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
