package seeds

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// remedyIn finds the line that a suggestion gives to be written.
var remedyIn = regexp.MustCompile(`(?:：|是不是想写 )((?:[a-z_]+ = (?:"[^"]*"|\[[^\]]*\]|[-.0-9a-z]+))|\[\[?[a-z.]+\]\]?)`)

// slips are what people do wrong on a line. Each gives the line as it becomes, "" where it
// cannot be done to it.
var slips = []struct {
	name string
	do   func(key, value string) string
}{
	{"no value", func(key, _ string) string { return key + " =" }},
	{"quoted", func(key, value string) string {
		if strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "[") {
			return ""
		}
		return key + ` = "` + value + `"`
	}},
	{"quoted, full width", func(key, value string) string {
		if value[0] < '0' || value[0] > '9' {
			return ""
		}
		return key + ` = "２０２１"`
	}},
	{"unquoted", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = " + strings.Trim(value, `"`)
	}},
	{"number for a text", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = 2021"
	}},
	{"truth for a text", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = true"
	}},
	{"text for a list", func(key, value string) string {
		if !strings.HasPrefix(value, "[") {
			return ""
		}
		return key + ` = "法院、检察院"`
	}},
	{"numbers in a list", func(key, value string) string {
		if !strings.HasPrefix(value, "[") {
			return ""
		}
		return key + " = [1, 2]"
	}},
	{"list for a single value", func(key, value string) string {
		if strings.HasPrefix(value, "[") {
			return ""
		}
		return key + " = [" + value + "]"
	}},
	{"text for a truth", func(key, value string) string {
		if value != "true" {
			return ""
		}
		return key + ` = "是"`
	}},
	{"capital truth", func(key, value string) string {
		if value != "true" {
			return ""
		}
		return key + " = True"
	}},
	{"unit behind a number", func(key, value string) string {
		if value[0] < '0' || value[0] > '9' {
			return ""
		}
		return key + " = " + value + "件"
	}},
	{"full-width quotes", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = “" + strings.Trim(value, `"`) + "”"
	}},
	{"full-width equals", func(key, value string) string { return key + " ＝ " + value }},
	{"colon for equals", func(key, value string) string { return key + "：" + value }},
	{"ASCII colon for equals", func(key, value string) string { return key + ": " + value }},
	{"full-width brackets", func(key, value string) string {
		if !strings.HasPrefix(value, "[") {
			return ""
		}
		return key + " = 【" + strings.Trim(value, "[]") + "】"
	}},
	{"full-width comma", func(key, value string) string {
		if !strings.HasPrefix(value, "[") {
			return ""
		}
		return key + ` = ["法院"，"检察院"]`
	}},
	{"missing last quote", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = " + strings.TrimSuffix(value, `"`)
	}},
	{"missing first quote", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + " = " + strings.TrimPrefix(value, `"`)
	}},
	{"missing bracket", func(key, value string) string {
		if !strings.HasPrefix(value, "[") {
			return ""
		}
		return key + " = " + strings.TrimSuffix(value, "]")
	}},
	{"capital key", func(key, value string) string { return strings.ToUpper(key[:1]) + key[1:] + " = " + value }},
	{"upper-case key", func(key, value string) string { return strings.ToUpper(key) + " = " + value }},
	{"key with a letter more", func(key, value string) string {
		if len(key) < 4 {
			return ""
		}
		return key + "e = " + value
	}},
	{"key with two letters exchanged", func(key, value string) string {
		if len(key) < 4 || key[1] == key[2] {
			return ""
		}
		return key[:1] + key[2:3] + key[1:2] + key[3:] + " = " + value
	}},
	{"twice", func(key, value string) string { return key + " = " + value + "\n" + key + " = " + value }},
	{"two on a line", func(key, value string) string { return key + " = " + value + " , " + key + " = " + value }},
	{"no equals", func(key, value string) string { return key + " " + value }},
	{"inner quotes", func(key, value string) string {
		if !strings.HasPrefix(value, `"`) {
			return ""
		}
		return key + ` = "示例"市"普法"`
	}},
	{"full-width space", func(key, value string) string { return key + "　= " + value }},
}

// What a person does wrong on any line of any file gives findings at that line, in Chinese,
// and where the suggestion is a line, writing it ends the fault.
func TestSlips(t *testing.T) {
	for _, file := range settingsFiles {
		if found := aboutForm(file.read(file.text)); len(found) > 0 {
			t.Fatalf("%s: the sound file has findings: %+v", file.name, found)
		}
		lines := strings.Split(whole(t, file.name, file.text, file.read), "\n")
		for n, line := range lines {
			key, value, ok := strings.Cut(line, " = ")
			if !ok {
				continue
			}
			for _, slip := range slips {
				wrong := slip.do(key, value)
				if wrong == "" {
					continue
				}
				name := fmt.Sprintf("%s: %s: %s", file.name, slip.name, wrong)
				found := aboutForm(file.read(replaced(lines, n, wrong)))
				if len(found) == 0 {
					t.Errorf("%s: nothing is said", name)
					continue
				}
				t.Logf("%s\n    %d:%d %s\n    %s", name, found[0].Line, found[0].Column, found[0].Message, found[0].Suggestion)
				if len(found) > 1 {
					t.Errorf("%s: %d findings: %v", name, len(found), found)
				}
				f := found[0]
				if f.Line < n+1 || f.Line > n+1+strings.Count(wrong, "\n")+1 || f.Quote == "" || f.Column == 0 {
					t.Errorf("%s: the place is %d:%d %q: %s", name, f.Line, f.Column, f.Quote, f.Message)
				}
				if !strings.ContainsFunc(f.Message, isHan) || !strings.ContainsFunc(f.Suggestion, isHan) {
					t.Errorf("%s: %q, %q", name, f.Message, f.Suggestion)
				}
				if m := remedyIn.FindStringSubmatch(f.Suggestion); m != nil {
					if again := aboutForm(file.read(replaced(lines, n, m[1]))); len(again) > 0 {
						t.Errorf("%s: the remedy %s is answered with: %s", name, m[1], again[0].Message)
					}
				}
			}
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// aboutForm are the findings about how a file is written.
func aboutForm(all []report.Finding) []report.Finding {
	var kept []report.Finding
	for _, f := range all {
		switch f.Rule {
		case rule.BadTOML, rule.WrongType, rule.UnknownKey, rule.MissingKey:
			kept = append(kept, f)
		}
	}
	return kept
}

func replaced(lines []string, n int, by string) string {
	all := slices.Clone(lines)
	all[n] = by
	return strings.Join(all, "\n")
}

// knownKeys finds, in what a table says to a key of no file, those that it knows.
var knownKeys = regexp.MustCompile(`([a-z_]+)（`)

// whole is a file with a line for every key that there is: a table that is told a key of
// no file answers with those that it knows, and what was forgotten above is put in with the
// first value that is of its type.
func whole(t *testing.T, name, text string, read func(raw string) []report.Finding) string {
	t.Helper()
	lines := strings.Split(text, "\n")
	for n := 0; n < len(lines); n++ {
		header := strings.HasPrefix(lines[n], "[")
		if n > 0 && !header {
			continue
		}
		with := "zzzzzzzz = 1\n" + lines[n]
		if header {
			with = lines[n] + "\nzzzzzzzz = 1"
		}
		for _, f := range read(replaced(lines, n, with)) {
			_, known, ok := strings.Cut(f.Suggestion, "这里可以写的有：")
			if f.Rule != rule.UnknownKey || !ok {
				continue
			}
			for _, m := range knownKeys.FindAllStringSubmatch(known, -1) {
				if key := m[1]; !hasKey(lines, n, key) {
					line := typed(lines, n, key, read)
					if line == "" {
						t.Errorf("%s: %s has no line for %s", name, lines[n], key)
						continue
					}
					lines = slices.Insert(lines, n+1, line)
				}
			}
		}
	}
	return strings.Join(lines, "\n")
}

// hasKey reports whether the table at a line has a key, or the file a table of that name.
func hasKey(lines []string, n int, key string) bool {
	for i, line := range lines {
		if strings.HasPrefix(line, "[") && (strings.HasSuffix(strings.Trim(line, "[]"), "."+key) || strings.Trim(line, "[]") == key) {
			return true
		}
		if i >= n && strings.HasPrefix(line, key+" = ") {
			return true
		}
		if i > n && strings.HasPrefix(line, "[") {
			break
		}
	}
	return slices.Contains(lines, "[["+key+"]]") || slices.Contains(lines, "["+key+"]")
}

// typed is a line for a key behind line n, with a value of its type; "" where none fits.
func typed(lines []string, n int, key string, read func(raw string) []report.Finding) string {
	for _, value := range []string{`"甲"`, `["甲"]`, "1", "true"} {
		line := key + " = " + value
		if len(aboutForm(read(strings.Join(slices.Insert(slices.Clone(lines), n+1, line), "\n")))) == 0 {
			return line
		}
	}
	return ""
}
