// Package mingfa holds what the program carries with it, so that one file and
// a Hugo beside it build a portal on a machine without Go, network or this
// source tree.
package mingfa

import "embed"

// Notices are the licences of what others have written of the program, and of Hugo.
//
//go:embed NOTICES.txt
var Notices string

// Files are, under their paths in this repository,
//
//	hugo.toml layouts/ static/ content/   the site; of content only the pages written by hand
//	seeds/indicators.toml                 the catalogue of a portal that has none of its own
//	seeds/phrases.toml                    the fixed phrases, likewise
//	seeds/laws.toml                       the names of laws and plans, likewise
//	seeds/glossary.toml                   the terms of the trade, likewise
//	seeds/lexicon.toml                    the words that reports are read by, likewise
//	go.mod go.sum                         which Hugo this is written for, and how to build it
//
//go:embed hugo.toml all:layouts static all:content/about all:content/accessibility all:content/data all:content/cite content/search/index.md
//go:embed seeds/indicators.toml seeds/phrases.toml seeds/laws.toml seeds/glossary.toml seeds/lexicon.toml
//go:embed go.mod go.sum
var Files embed.FS
