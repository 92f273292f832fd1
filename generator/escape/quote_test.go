package escape

import "testing"

func TestQuoted(t *testing.T) {
	for s, want := range map[string]string{
		"":             "“”",
		"96%":          "“96%”",
		"“12345”热线转办件": "“‘12345’热线转办件”",
		"“八五”普法":       "“‘八五’普法”",
		"叫作‘枫桥经验’的做法":  "“叫作“枫桥经验”的做法”",
		"“一‘网’通办”":     "“‘一“网”通办’”",
	} {
		if got := Quoted(s); got != want {
			t.Errorf("%q is quoted as %s, want %s", s, got, want)
		}
	}
}
