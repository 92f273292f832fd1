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
		lines := strings.Split(file.text, "\n")
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

// The files above have every key that there is: a table that is told a key of no file
// answers with those that it knows.
func TestSlipsKnowEveryKey(t *testing.T) {
	for _, file := range settingsFiles {
		lines := strings.Split(file.text, "\n")
		for n, line := range lines {
			if n > 0 && !strings.HasPrefix(line, "[") {
				continue
			}
			with := "zzzzzzzz = 1\n" + line
			if n > 0 {
				with = line + "\nzzzzzzzz = 1"
			}
			for _, f := range file.read(replaced(lines, n, with)) {
				_, known, ok := strings.Cut(f.Suggestion, "这里可以写的有：")
				if f.Rule != rule.UnknownKey || !ok {
					continue
				}
				for _, name := range regexp.MustCompile(`([a-z_]+)（`).FindAllStringSubmatch(known, -1) {
					key := name[1]
					if !regexp.MustCompile(`(?m)^(?:` + key + ` = |\[\[?(?:[a-z]+\.)*` + key + `\])`).MatchString(file.text) {
						t.Errorf("%s: %s has no line for %s", file.name, line, key)
					}
				}
			}
		}
	}
}
