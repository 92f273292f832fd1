package source

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// notReport tells a text that is for machines and no report at all: a program, settings,
// data, a mail. It is "" for what a person may have written to be read. The form is what
// tells, never the language alone: a report in English is a report.
func notReport(text, extension string) kind {
	lines := contentLines(text, mostLines)
	if len(lines) == 0 {
		return ""
	}
	switch first, _ := utf8.DecodeRuneInString(lines[0]); {
	case unicode.Is(unicode.Han, first) && !mailHead.MatchString(lines[0]): // as nearly every report begins
		if isRows(lines, extension) {
			return kindRows
		}
		return ""
	case strings.HasPrefix(lines[0], "version https://git-lfs.github.com/"):
		return kindPointer
	case strings.HasPrefix(lines[0], "[InternetShortcut]"), strings.HasPrefix(lines[0], "[Desktop Entry]"):
		return kindShortcut
	case isMail(lines):
		return kindMail
	case isJSON(text):
		return kindData
	case isRows(lines, extension):
		return kindRows
	case isEncoded(lines):
		return kindEncoded
	case isSettings(lines, extension):
		return kindSettings
	case isCode(lines, extension):
		return kindCode
	}
	return ""
}

// mostLines is how many lines of a text are looked at.
const mostLines = 200

// contentLines are the first lines of a text that have something on them, without the
// space around them.
func contentLines(text string, most int) []string {
	var lines []string
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
		if len(lines) == most {
			break
		}
	}
	return lines
}

var (
	mailHead  = regexp.MustCompile(`^(?i:from|to|cc|subject|date|received|delivered-to|message-id|return-path|reply-to|mime-version|content-type|x-[a-z-]+|dkim-signature|发件人|收件人|主题): ?\S`)
	tomlLine  = regexp.MustCompile(`^(?:\[\[?[A-Za-z0-9_.-]+\]\]?|[A-Za-z_][A-Za-z0-9_.-]*\s*=\s*(?:["'\[{]|true\b|false\b|[-+]?[0-9]).*)(?:\s*#.*)?$`)
	iniLine   = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_. -]*=\S`)
	yamlLine  = regexp.MustCompile(`^(?:- )?[A-Za-z_][A-Za-z0-9_.-]*:(?: \S.*)?$`)
	encoded   = regexp.MustCompile(`^[A-Za-z0-9+/]{40,}={0,2}$`)
	codeStart = regexp.MustCompile(`^(?:#!/|package [a-z]|import [a-zA-Z"{*(]|from [a-z_.]+ import |#include ?[<"]|using [A-Z][A-Za-z.]*;|module [a-z0-9./-]+$|<\?php|(?i:select|insert into|create table|update) \S+.*|FROM [a-z0-9./:-]+$|diff --git |@echo off|(?:const|let|var) [A-Za-z_$]|(?:public |private )?class [A-Za-z_]|def [a-z_]+\(|fn [a-z_]+\(|func [A-Za-z(]|function [A-Za-z_$(])`)
	codeLine  = regexp.MustCompile(`[;{}]$|^(?://|/\*|\*/|#include|@[A-Za-z])|^(?:if|for|while|return|else|def|func|function|const|let|var|import|end|elif|try|except|require|go|go [0-9.]+|set|cd|echo|export|RUN|CMD|COPY|ADD|ENV|WORKDIR|ENTRYPOINT|EXPOSE)\b|[a-z_]\(.*\)$|^[)\]}]+[,;]?$|^[+-@]{1,3}\s*\S`)
)

// isMail reports whether a text begins with the head of a mail: three of its lines.
func isMail(lines []string) bool {
	n := 0
	for _, line := range lines[:min(len(lines), 12)] {
		if mailHead.MatchString(line) {
			n++
		} else if n == 0 {
			return false
		}
	}
	return n >= 3
}

// isJSON reports whether a text is JSON: an object or a list. ［1］ and {…} in a text are none.
func isJSON(text string) bool {
	s := strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF"))
	return len(s) > 2 && (s[0] == '{' && s[len(s)-1] == '}' || s[0] == '[' && s[len(s)-1] == ']') && json.Valid([]byte(s))
}

// isRows reports whether a text is a table of values between commas or tabs, and nothing
// else: three lines or more, each with as many as the first. A sentence has 。 or ，.
func isRows(lines []string, extension string) bool {
	mark := ","
	if strings.Count(lines[0], "\t") > strings.Count(lines[0], ",") {
		mark = "\t"
	}
	n := strings.Count(lines[0], mark)
	if extension == ".csv" || extension == ".tsv" {
		return n > 0
	}
	if mark == "\t" || n < 2 || len(lines) < 3 { // a table from a document has tabs
		return false
	}
	for _, line := range lines {
		if strings.Count(line, mark) != n || strings.ContainsAny(line, "。，；") {
			return false
		}
	}
	return true
}

// isEncoded reports whether a text is Base64: long lines of letters and digits.
func isEncoded(lines []string) bool {
	for i, line := range lines {
		if !encoded.MatchString(line) && (i < len(lines)-1 || len(lines) == 1) {
			return false
		}
	}
	return true
}

// isSettings reports whether each line of a text is one of TOML, INI or YAML, or a comment.
func isSettings(lines []string, extension string) bool {
	switch extension {
	case ".toml", ".ini", ".cfg", ".conf", ".yaml", ".yml", ".properties", ".env":
		return true
	}
	return only(lines, tomlLine) || only(lines, iniLine) || only(lines, yamlLine)
}

// only reports whether nine lines of ten are of a form, comments and the brackets of a list
// aside, and there are two of them at least.
func only(lines []string, form *regexp.Regexp) bool {
	of, other := 0, 0
	for _, line := range lines {
		switch {
		case form.MatchString(line):
			of++
		case line[0] == '#', line[0] == ';', line == "]", line[0] == '"', strings.HasPrefix(line, "- "), line[0] == '[' && strings.HasSuffix(line, "]"):
		default:
			other++
		}
	}
	return of >= 2 && other*9 <= of
}

// isCode reports whether a text is of a program: by the extension of its file, or by its
// first line and half of the others. Comments may be in Chinese.
func isCode(lines []string, extension string) bool {
	switch extension {
	case ".go", ".py", ".js", ".ts", ".java", ".c", ".h", ".cpp", ".cs", ".php", ".rb", ".rs", ".sh", ".bat", ".ps1", ".css", ".sql", ".mod", ".sum", ".patch", ".diff",
		".vue", ".jsx", ".tsx", ".lua", ".pl", ".r", ".vbs":
		return true
	}
	begins, of := false, 0
	for i, line := range lines {
		if i < 5 && codeStart.MatchString(line) {
			begins = true
		}
		if codeLine.MatchString(line) && !strings.ContainsFunc(line, isChineseMark) {
			of++
		}
	}
	return begins && 2*of >= len(lines) && !mostlyHan(lines)
}

func isChineseMark(r rune) bool { return r == '。' || r == '，' || r == '；' }

// mostlyHan reports whether more than a third of the letters are Chinese.
func mostlyHan(lines []string) bool {
	han, letters := 0, 0
	for _, line := range lines {
		for _, r := range line {
			if report.IsBasicHan(r) {
				han++
				letters++
			} else if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	return 3*han > letters
}
