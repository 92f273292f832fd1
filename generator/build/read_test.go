package build

import "testing"

// A path within the project is shown from there on; any other as it was given.
func TestShownPaths(t *testing.T) {
	for _, c := range []struct{ project, path, want string }{
		{"", "seeds/shili/2023.txt", "seeds/shili/2023.txt"},
		{"", "/home/示例/2023.txt", "/home/示例/2023.txt"},
		{"/srv/portal", "/srv/portal/seeds/shili/2023.txt", "seeds/shili/2023.txt"},
		{"/srv/portal", "/srv/portal2/2023.txt", "/srv/portal2/2023.txt"},
	} {
		if got := shown(c.project, c.path); got != c.want {
			t.Errorf("shown(%q, %q) = %q, want %q", c.project, c.path, got, c.want)
		}
	}
}
