// Package markup writes HTML in Go: what a page holds hundreds of times, such as the
// rows of its tables, and the small pages that Hugo does not render. All else is a
// template in layouts/. What the code says of it stands as it is; what comes from a
// report or a setting is escaped:
//
//	var b markup.Builder
//	b.Raw(`<a href="`).Attr(href).Raw(`">`).Text(name).Raw(`</a>`)
package markup

import (
	"strconv"

	"mingfa/generator/escape"
)

// Builder gathers HTML. Its zero value is empty.
type Builder struct{ html []byte }

// Raw appends HTML as it is.
func (b *Builder) Raw(html string) *Builder {
	b.html = append(b.html, html...)
	return b
}

// Text appends what is shown between tags.
func (b *Builder) Text(s string) *Builder {
	b.html = escape.Text(b.html, s)
	return b
}

// Attr appends what stands in an attribute, between double quotes.
func (b *Builder) Attr(s string) *Builder {
	b.html = escape.Attr(b.html, s)
	return b
}

// Int appends a whole number.
func (b *Builder) Int(n int) *Builder {
	b.html = strconv.AppendInt(b.html, int64(n), 10)
	return b
}

// String is the HTML.
func (b *Builder) String() string { return string(b.html) }

// Bytes is the HTML, which is the builder's until it is given more.
func (b *Builder) Bytes() []byte { return b.html }
