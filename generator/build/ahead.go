package build

import (
	"context"
	"sync"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// mostAhead bounds the documents that are kept from one reading to the next, in bytes as ahead
// reckons them: some thousand reports.
const mostAhead = 64 << 20

// ahead keeps documents that were read for a sketch until they are read for their pages. A text is
// quickly read again, but reading a Word file is a tenth of all the work with it, and one that
// another program has to convert seconds. What has no room is read again.
type ahead struct {
	mu   sync.Mutex
	room int
	at   map[string]sourceRead // by path
}

// sourceRead is what reading a file gives.
type sourceRead struct {
	source   *report.Source
	findings []report.Finding
}

func newAhead() *ahead { return &ahead{room: mostAhead, at: map[string]sourceRead{}} }

// weight is about how much a document takes in memory: its text stands in it twice, with some
// words about each paragraph.
func (s *sourceRead) weight() int {
	return len(s.source.Raw) + len(s.source.Converted) + 3*len(s.source.Text)
}

// keep keeps what was read of the file at a path, if it is worth it and there is room. It may be
// called on nil, which keeps nothing.
func (a *ahead) keep(path string, src *report.Source, findings []report.Finding) {
	if a == nil || src == nil || src.Document == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s := sourceRead{src, findings}
	if n := s.weight(); n <= a.room {
		a.room -= n
		a.at[path] = s
	}
}

// read gives what was read of the file at a path, which is not kept any more, or reads it.
func (a *ahead) read(ctx context.Context, path string) (*report.Source, []report.Finding, error) {
	if a != nil {
		a.mu.Lock()
		s, ok := a.at[path]
		if ok {
			delete(a.at, path)
			a.room += s.weight()
		}
		a.mu.Unlock()
		if ok {
			return s.source, s.findings, nil
		}
	}
	return source.Read(ctx, path)
}
