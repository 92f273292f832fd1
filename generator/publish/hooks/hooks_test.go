package hooks

import (
	"regexp"
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	safe := regexp.MustCompile(`^[a-z0-9]+(-{1,2}[a-z0-9]+)*$`)
	seen := map[string]string{}
	for _, branch := range []string{
		"draft", "fix-2023", "Draft", "fix/2023", "fix-2023-", "修改", "../../etc", "..", ".", "-", "--upload-pack=x", "a--b", "index.html",
		"<script>alert(1)</script>", "a b", "x\x1b[31m", strings.Repeat("a", 300), strings.Repeat("a", 301), "%2e%2e%2f", "current", "con",
	} {
		slug := Slug(branch)
		if !safe.MatchString(slug) || len(slug) > mostSlug+10 {
			t.Errorf("%q has the address %q", branch, slug)
		}
		if other, ok := seen[slug]; ok {
			t.Errorf("%q and %q share the address %q", branch, other, slug)
		}
		seen[slug] = branch
	}
	if Slug("draft") != "draft" || !strings.HasPrefix(Slug("fix/2023"), "fix-2023--") || !strings.HasPrefix(Slug("修改"), "branch--") {
		t.Errorf("%q, %q, %q", Slug("draft"), Slug("fix/2023"), Slug("修改"))
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("fix/2023", "fix-2023")
	f.Fuzz(func(t *testing.T, a, b string) {
		if x := Slug(a); strings.Trim(x, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || x == "" || strings.HasPrefix(x, "-") || a != b && plain.MatchString(a) && x == Slug(b) {
			t.Errorf("%q and %q become %q and %q", a, b, x, Slug(b))
		}
	})
}

func TestParseUpdates(t *testing.T) {
	a, b, zero := strings.Repeat("a", 40), strings.Repeat("b", 40), strings.Repeat("0", 40)
	got, err := ParseUpdates(strings.NewReader(a + " " + b + " refs/heads/main\n" + zero + " " + b + " refs/heads/a/b\n" + a + " " + zero + " refs/tags/v1\n"))
	if err != nil || len(got) != 3 {
		t.Fatalf("%v, %v", got, err)
	}
	if got[0].Branch() != "main" || got[0].Creates() || got[0].Deletes() || !got[1].Creates() || got[1].Branch() != "a/b" || !got[2].Deletes() || got[2].Branch() != "" {
		t.Errorf("%+v", got)
	}
	for _, bad := range []string{"x", a + " " + b, a + " " + b + " ", "$(x) " + b + " refs/heads/main", a + " $(x) refs/heads/main"} {
		if _, err := ParseUpdates(strings.NewReader(bad + "\n")); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestQuote(t *testing.T) {
	if got := Quote("/opt/ming fa/it's"); got != `'/opt/ming fa/it'\''s'` {
		t.Errorf("got %s", got)
	}
}

// TestAddress: a preview is found by who was told its address alone.
func TestAddress(t *testing.T) {
	a, b := Settings{Secret: "a"}, Settings{Secret: "b"}
	if a.Address("draft") == b.Address("draft") || a.Address("draft") == a.Address("draft2") || a.Address("draft") != (&Settings{Secret: "a"}).Address("draft") {
		t.Errorf("%s, %s", a.Address("draft"), b.Address("draft"))
	}
	for _, branch := range []string{"draft", "修改", strings.Repeat("long-", 60)} {
		if got := a.Address(branch); len(got) > 64 || !strings.HasPrefix(got, Slug(branch)+"-") || len(got) != len(Slug(branch))+13 {
			t.Errorf("%s has the address %s", branch, got)
		}
	}
}

// TestAddressesOfOneRepository: who knows the address of a preview, and the names of other branches,
// does not know the addresses of theirs.
func TestAddressesOfOneRepository(t *testing.T) {
	s := Settings{Secret: "a"}
	seen := map[string]string{}
	for _, branch := range []string{"draft", "draft2", "修改", "main"} {
		address := s.Address(branch)
		end := address[len(address)-12:]
		if other, ok := seen[end]; ok {
			t.Errorf("the addresses of %s and %s end alike: %s", branch, other, end)
		}
		seen[end] = branch
	}
}
