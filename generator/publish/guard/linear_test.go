package guard

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/cputime"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

// TestHostileSitesAreLinear: eight times as much of what a push may hold takes about eight times as long, also where all of it is
// refused.
func TestHostileSitesAreLinear(t *testing.T) {
	lines := func(n int, form string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, form, i)
		}
		return b.String()
	}
	for name, of := range map[string]func(n int) map[string]string{
		"settings that are refused": func(n int) map[string]string { return map[string]string{"hugo.toml": lines(n/2, "key%d = 1\n")} },
		"settings of a look": func(n int) map[string]string {
			return map[string]string{"hugo.toml": "[params]\n" + lines(n, "key%d = 1\n")}
		},
		"mounts": func(n int) map[string]string {
			return map[string]string{"hugo.toml": lines(n/4, "[[module.mounts]]\nsource = \"/etc/%d\"\ntarget = \"static\"\n")}
		},
		"the hour, over and over": func(n int) map[string]string {
			return map[string]string{"layouts/x.html": lines(n, "{{ now.Unix }} %d\n")}
		},
		"one line of the hour": func(n int) map[string]string {
			return map[string]string{"layouts/x.html": lines(n, "{{ now.Unix }} %d ")}
		},
		"a template that is sound": func(n int) map[string]string {
			return map[string]string{"layouts/x.html": lines(n, "{{ .Title }} %d\n")}
		},
		"a head in YAML": func(n int) map[string]string {
			return map[string]string{"content/x.md": "---\n" + lines(n, "url: %d\n") + "---\n"}
		},
		"a head in TOML": func(n int) map[string]string {
			return map[string]string{"content/x.md": "+++\n" + lines(n, "k%d = 1\n") + "+++\n"}
		},
		"pages": func(n int) map[string]string {
			all := map[string]string{}
			for i := range n / 10 {
				all[fmt.Sprintf("content/a/%d.md", i)] = "---\nurl: /\n---\n"
			}
			return all
		},
	} {
		t.Run(name, func(t *testing.T) {
			small, large := site(t, of(500)), site(t, of(4000))
			a, b, ok := cputime.Linear(20, func() { looked(t, small) }, func() { looked(t, large) })
			if t.Logf("%v, eight times as much %v", a, b); !ok {
				t.Error("that is more than in proportion")
			}
		})
	}
}

// TestManyFaults: of a file of nothing but faults some are told, and how many more there are, the same each time.
func TestManyFaults(t *testing.T) {
	var settings, head, template strings.Builder
	for i := range mostOfFile + 7 {
		fmt.Fprintf(&settings, "key%d = 1\n", i)
		fmt.Fprintf(&head, "url: %d\n", i)
		fmt.Fprintf(&template, "{{ now }}\n")
	}
	first := map[string]string{}
	for range 5 {
		for name, found := range map[string][]report.Finding{
			"settings": checkSettings([]byte(settings.String())), "a head": checkContent("content/x.md", []byte("---\n"+head.String()+"---\n")),
			"a template": checkTemplate("layouts/x.html", template.String()),
		} {
			if len(found) != mostOfFile+1 || !strings.Contains(found[mostOfFile].Message, "还有 7 处") || found[mostOfFile].Severity != report.Error {
				t.Fatalf("%s: %d findings, the last %v", name, len(found), found[len(found)-1])
			}
			said := findingtest.Print(found)
			if first[name] == "" {
				first[name] = said
			}
			if said != first[name] {
				t.Fatalf("%s: once\n%s\nand once\n%s", name, first[name], said)
			}
		}
	}
}

// looked looks through a site.
func looked(t *testing.T, dir string) {
	t.Helper()
	if _, err := Check(dir); err != nil {
		t.Fatal(err)
	}
}
