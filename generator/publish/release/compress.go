package release

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// encoding is a form of compression that web servers send files in which they
// find beside the file itself.
type encoding struct {
	ext, token string                                       // .gz, as HTTP names it
	write      func(w io.Writer, often bool) io.WriteCloser // often: of a file that every page asks for
	read       func(io.Reader) (io.Reader, error)
}

var encodings = []encoding{
	{".gz", "gzip",
		// Without a name and a time, so that the bytes are the same everywhere.
		func(w io.Writer, _ bool) io.WriteCloser { return gzip.NewWriter(w) },
		func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	},
	{".br", "br",
		func(w io.Writer, often bool) io.WriteCloser {
			if often {
				return brotli.NewWriterLevel(w, brotli.BestCompression)
			}
			return brotli.NewWriterLevel(w, brotliLevel)
		},
		func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	},
}

// brotliLevel is that of pages and data. The best level, 11, makes them a
// seventh smaller and takes eighty times as long: a thousand reports, which a
// change of the style sheet changes all, then take ten minutes instead of eight
// seconds. The few style sheets and scripts are worth it.
const brotliLevel = 6

// isOften reports whether every page asks for a file.
func isOften(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".js", ".mjs":
		return true
	}
	return false
}

// leastCompressed is the size below which a compressed copy saves nobody
// anything: the answer fits into one packet as it is.
const leastCompressed = 512

// compressible reports whether a file is text.
func compressible(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".css", ".js", ".mjs", ".json", ".csv", ".txt", ".xml", ".svg", ".md", ".webmanifest":
		return true
	}
	return false
}

// compress writes the compressed copies of a file, each where it is smaller.
// same says that the release before holds the same file, so that its copies
// can be shared: making them takes a hundred times as long as looking at them.
func (s *sealer) compress(name, file string, data []byte, same bool) error {
	if !compressible(name) || len(data) < leastCompressed {
		return nil
	}
	for _, e := range encodings {
		if _, err := os.Lstat(file + e.ext); err == nil {
			return &Blocked{name + e.ext, "和压缩后的文件重名。请改名"}
		}
		if same && s.shareCompressed(name, file, data, e) {
			continue
		}
		var b bytes.Buffer
		w := e.write(&b, isOften(name))
		if _, err := w.Write(data); err != nil {
			return fmt.Errorf("failed to compress as %s: %w", e.token, err)
		}
		if err := w.Close(); err != nil {
			return fmt.Errorf("failed to compress as %s: %w", e.token, err)
		}
		if b.Len() >= len(data) {
			continue
		}
		if err := os.WriteFile(file+e.ext, b.Bytes(), 0o666); err != nil {
			return err
		}
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		if err := os.Chtimes(file+e.ext, time.Time{}, info.ModTime()); err != nil {
			return err
		}
	}
	return nil
}

// shareCompressed links to the copy of the release before, if that holds data.
func (s *sealer) shareCompressed(name, file string, data []byte, e encoding) bool {
	old := filepath.Join(s.from, filepath.FromSlash(name)) + e.ext
	packed, err := os.ReadFile(old)
	if err != nil || e.holds(packed, data) != nil {
		return false
	}
	return os.Link(old, file+e.ext) == nil
}

// errDiffers says that a compressed copy does not hold what its file holds.
var errDiffers = errors.New("the copy differs")

// holds is nil when packed unpacks to data and nothing else.
func (e *encoding) holds(packed, data []byte) error {
	r, err := e.read(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	got, err := io.ReadAll(io.LimitReader(r, int64(len(data))+1))
	if err != nil {
		return err
	}
	if !bytes.Equal(got, data) {
		return errDiffers
	}
	return nil
}
