package share

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// compressors are reused: one holds a megabyte of tables.
var compressors = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(io.Discard, 2)
	if err != nil {
		panic(err) // there is such a level
	}
	return z
}}

// encode writes the picture as PNG (ISO/IEC 15948) with a palette, and its key
// in a tEXt chunk before the end. The standard library's encoder has no room for
// a key, and its compressor may change with the version of Go.
func encode(c *canvas, key string) ([]byte, error) {
	var packed bytes.Buffer
	packed.Grow(24 << 10)
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	z.Reset(&packed)
	filter := []byte{0}
	for y := range Height {
		z.Write(filter)
		z.Write(c[y*Width : (y+1)*Width])
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("failed to compress a share picture: %w", err)
	}
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	header = append(header, 8, 3, 0, 0, 0) // 8 bits, a palette
	var colours []byte
	for _, p := range palette {
		colours = append(colours, p.R, p.G, p.B)
	}
	b := append(make([]byte, 0, packed.Len()+1024), "\x89PNG\r\n\x1a\n"...)
	b = chunk(b, "IHDR", header)
	b = chunk(b, "PLTE", colours)
	b = chunk(b, "IDAT", packed.Bytes())
	return append(b, End(key)...), nil
}

// End is how a picture with a key ends: a file that ends otherwise shows another
// card, or is not whole.
func End(key string) []byte {
	return chunk(chunk(nil, "tEXt", []byte("Comment\x00mingfa "+key)), "IEND", nil)
}

func chunk(b []byte, kind string, data []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}
