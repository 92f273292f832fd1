// Package unseen finds what keeps whole pages from being seen: a rule of a style sheet that
// hides html, body, main or everything (body{display:none}), and a frame of a page that is
// hidden where it stands (<main hidden>). The words are all there, and nobody reads them.
//
// It finds what is written plainly. Whoever writes style sheets can hide a page in more ways
// than can be listed: by a class, by a variable, under a picture that covers everything, by a
// script. None of that is looked for, so that no sound design is refused.
package unseen

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// frames are the elements that hold all of a page, as selectors name them.
var frames = map[string]bool{
	"html": true, "body": true, "main": true, "#main": true, "main#main": true, "article": true, ":root": true, "html:root": true, "*": true,
}

// Page gives what in a page hides all of it, "" for nothing: an attribute of its frame, or a
// rule of a style sheet that stands in it.
func Page(page []byte) string {
	for _, frame := range []string{"html", "body", "main", "article"} {
		if found := hiddenFrame(page, frame); found != "" {
			return found
		}
	}
	for rest := page; ; {
		i := bytes.Index(rest, []byte("<style"))
		if i < 0 {
			return ""
		}
		_, inside, _ := bytes.Cut(rest[i:], []byte(">"))
		sheet, after, _ := bytes.Cut(inside, []byte("</style"))
		if found := Sheet(string(sheet)); found != "" {
			return found
		}
		rest = after
	}
}

// hiddenFrame looks at the first element of a name.
func hiddenFrame(page []byte, name string) string {
	i := bytes.Index(page, []byte("<"+name))
	if i < 0 {
		return ""
	}
	z := html.NewTokenizer(bytes.NewReader(page[i:]))
	z.Next()
	tag, more := z.TagName()
	if string(tag) != name { // <mainland>
		return ""
	}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch {
		case string(key) == "hidden":
			return "<" + name + " hidden>"
		case string(key) == "aria-hidden" && strings.TrimSpace(string(value)) == "true":
			return "<" + name + ` aria-hidden="true">`
		case string(key) == "style":
			b := block{frame: "<" + name + ">"}
			for _, declaration := range strings.Split(string(value), ";") {
				b.declare(declaration)
			}
			if found := b.hides(); found != "" {
				return found
			}
		}
	}
	return ""
}
