package deploy

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// policy is what both servers send: the bound of what the pages' own policies,
// each in its page, allow.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// directives reads a policy.
func directives(text string) map[string][]string {
	all := map[string][]string{}
	for part := range strings.SplitSeq(text, ";") {
		if f := strings.Fields(part); len(f) > 0 {
			all[f[0]] = f[1:]
		}
	}
	return all
}

// TestPolicyAllowsWhatThePagesDo: a browser obeys the header and the page's own
// policy, so that a directive missing in the header would break the page.
func TestPolicyAllowsWhatThePagesDo(t *testing.T) {
	bound := directives(policy)
	for name, sources := range bound {
		for _, s := range sources {
			if s != "'none'" && s != "'self'" {
				t.Errorf("%s allows %s", name, s)
			}
		}
	}
	whole := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`)
	added := regexp.MustCompile(`(?s)define "policy" *-?}}(.*?){{`)
	template := regexp.MustCompile(`(?s){{.*?}}`)
	found := 0
	err := filepath.WalkDir("../layouts", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		plain := template.ReplaceAllString(string(raw), "")
		for _, m := range slices.Concat(whole.FindAllStringSubmatch(plain, -1), added.FindAllStringSubmatch(string(raw), -1)) {
			found++
			for name, sources := range directives(m[1]) {
				for _, s := range sources {
					if s != "'none'" && !slices.Contains(bound[name], s) {
						t.Errorf("%s has %s %s, which the policy in Caddyfile, nginx.conf and this test does not allow", path, name, s)
					}
				}
			}
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d policies found, %v", found, err)
	}
}
