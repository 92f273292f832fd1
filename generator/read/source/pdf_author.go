package source

import "regexp"

// pdfAuthor is the author in the properties of a PDF, as a text or in hexadecimal digits,
// and in XMP. What lies in compressed objects is not seen.
var pdfAuthor = regexp.MustCompile(`/Author\s*(?:\(\s*(?:[^)\s]|\\\))|<\s*[0-9A-Fa-f]{6})|<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>\s*[^<\s]|pdf:Author="[^"]`)

// namesAuthor reports whether a PDF says who wrote it.
func namesAuthor(raw []byte) bool { return pdfAuthor.Match(raw) }
