package pack

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// File is where a Spool keeps pieces.
type File interface {
	io.ReaderAt
	io.WriterAt
}

// Spool keeps pieces in a file, out of memory, until they are needed. Its methods may be called
// by several goroutines at once.
type Spool struct {
	file File
	end  atomic.Int64
	room sync.Pool // of []byte
}

// Place is where a piece stands in the file; the zero value is no piece.
type Place struct {
	start  int64
	Length int
}

// NewSpool keeps pieces in a file that is empty, which the caller made and removes.
func NewSpool(file File) *Spool { return &Spool{file: file} }

// Put keeps a piece.
func (s *Spool) Put(piece []byte) (Place, error) {
	p := Place{s.end.Add(int64(len(piece))) - int64(len(piece)), len(piece)}
	if _, err := s.file.WriteAt(piece, p.start); err != nil {
		return Place{}, fmt.Errorf("failed to keep a part of the site on the disk: %w", err)
	}
	return p, nil
}

// Get gives a piece to use, which may keep nothing of it.
func (s *Spool) Get(p Place, use func(piece []byte) error) error {
	room, _ := s.room.Get().(*[]byte)
	if room == nil || cap(*room) < p.Length {
		fresh := make([]byte, p.Length)
		room = &fresh
	}
	defer s.room.Put(room)
	piece := (*room)[:p.Length]
	if _, err := s.file.ReadAt(piece, p.start); err != nil {
		return fmt.Errorf("failed to read a part of the site from the disk: %w", err)
	}
	return use(piece)
}
