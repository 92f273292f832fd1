package source

import (
	"fmt"

	table "github.com/yuin/goldmark/extension/ast"

	"mingfa/generator/report"
)

// noteCall is where words call for a note: [^1]. Its mark is not one of them.
type noteCall struct {
	index  int // of the note, from 1
	offset int // in the words
}

// placed is a call for a note, and where it stands.
type placed struct {
	index int
	at    report.Place
}

// note adds a note behind the text, as a note of a Word file is.
func (m *marks) note(n *table.Footnote) {
	m.notes[n.Index] = len(m.doc.Passages)
	m.kind, m.marker = report.NoteText, noteName(n.Index)+"："
	m.blocks(n)
	m.kind, m.marker = report.BodyText, ""
	if m.notes[n.Index] == len(m.doc.Passages) { // it has no words
		delete(m.notes, n.Index)
	}
}

// placeNotes says of each call where its note begins.
func (m *marks) placeNotes() {
	for _, c := range m.called {
		if begins, ok := m.notes[c.index]; ok {
			m.doc.Notes = append(m.doc.Notes, report.Note{At: c.at, Name: noteName(c.index), Text: begins})
		}
	}
}

func noteName(index int) string { return fmt.Sprintf("注%d", index) }
