package original

import (
	"bytes"
	"encoding/binary"
)

// cleanPicture is a JPEG or PNG without its notes of who took or made it; any
// other part, and one that is damaged, as it is.
func cleanPicture(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		return cleanJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return cleanPNG(data)
	}
	return data
}

// cleanJPEG leaves out the segments APP1 (Exif, XMP), APP13 (Photoshop) and
// comments.
func cleanJPEG(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:2]...)
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker := data[i+1]
		if marker == 0xDA { // the picture itself follows
			return append(out, data[i:]...)
		}
		end := i + 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		if end > len(data) {
			break
		}
		if marker != 0xE1 && marker != 0xED && marker != 0xFE {
			out = append(out, data[i:end]...)
		}
		i = end
	}
	return data
}

// cleanPNG leaves out the chunks of text, of Exif and of the time.
func cleanPNG(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:8]...)
	for i := 8; i+12 <= len(data); {
		size := int64(binary.BigEndian.Uint32(data[i:]))
		if size > int64(len(data)-i-12) {
			return data
		}
		end := i + 12 + int(size)
		switch string(data[i+4 : i+8]) {
		case "tEXt", "zTXt", "iTXt", "eXIf", "tIME":
		default:
			out = append(out, data[i:end]...)
		}
		i = end
	}
	return out
}
