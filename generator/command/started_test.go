package command

import "testing"

func TestStartedAs(t *testing.T) {
	for _, c := range []struct{ first, executable, want string }{
		{"/tmp/go-build1234/b001/exe/generator", "/tmp/go-build1234/b001/exe/generator", "go run ./generator"},
		{"/home/a/.cache/go-build/ed/edd97b84a39d3ba4ca2eac30f25363557af3c9de5dcb7a15941cc55f9d387bf7-d/generator", "/home/a/.cache/go-build/ed/edd97b84a39d3ba4ca2eac30f25363557af3c9de5dcb7a15941cc55f9d387bf7-d/generator", "go run ./generator"},
		{"mingfa", "/usr/local/bin/mingfa", "mingfa"},
		{"./mingfa", "/home/a/mingfa", "./mingfa"},
		{"/opt/ming fa/mingfa", "/opt/ming fa/mingfa", `"/opt/ming fa/mingfa"`},
		{"", "", "mingfa"},
	} {
		if got := StartedAs(c.first, c.executable); got != c.want {
			t.Errorf("StartedAs(%q, %q) = %q, want %q", c.first, c.executable, got, c.want)
		}
	}
}
