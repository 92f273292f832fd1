package convert

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

// keptPath is where the conversion of a file is kept, so that serve does not
// start LibreOffice again each time another file is saved; "" where nothing can
// be kept.
func keptPath(raw []byte, extension, version string) string {
	user, err := os.UserCacheDir()
	if err != nil || version == "" {
		return ""
	}
	h := sha256.New()
	h.Write([]byte(version + "\x00" + extension + "\x00"))
	h.Write(raw)
	return filepath.Join(user, "mingfa", "word", hex.EncodeToString(h.Sum(nil))+".docx")
}

// keep keeps a conversion. That it cannot be kept harms nobody.
func keep(path string, docx []byte) {
	if path == "" || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return
	}
	_, err = temp.Write(docx)
	if cerr := temp.Close(); err != nil || cerr != nil || os.Rename(temp.Name(), path) != nil {
		os.Remove(temp.Name())
	}
}
