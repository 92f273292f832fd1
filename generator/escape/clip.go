package escape

// Clip is s cut to at most n characters, with … for the rest. It keeps a message
// short that quotes a file: Clip("依法行政，依法治国", 4) is 依法行政….
func Clip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
