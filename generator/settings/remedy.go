package settings

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
)

// A remedy is the line that a clerk should write in the place of a wrong one. It is
// made from what stands there, so that it is true: year = "2021" is told year = 2021,
// and not the year of an example.

// remedyFor is the line for a field whose value, written so in the file, is of a wrong
// type; "" where nothing can be made of it.
func remedyFor(f fieldOf, written string) string {
	written = strings.TrimSpace(written)
	t := plain(f.typ)
	value := ""
	switch bare := unquoted(written); {
	case strings.ContainsAny(written, "\r\n"):
	case t == numberType:
		value = numberIn(bare, false)
	case t.Kind() == reflect.Int:
		value = numberIn(bare, true)
	case t.Kind() == reflect.Bool:
		value = yesOrNo(bare)
	case t.Kind() == reflect.String:
		value = textOf(written)
		if day := dayIn(bare); dayIn(f.eg) != "" && day != "" {
			value = `"` + day + `"`
		}
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		value = listOf(written)
	}
	if value == "" {
		return ""
	}
	return f.key + " = " + value
}

// example shows how a value of a field is written.
func example(f fieldOf) string {
	t := plain(f.typ)
	value := f.eg
	switch {
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		return "[[" + f.key + "]]"
	case t.Kind() == reflect.Struct:
		return "[" + f.key + "]"
	case t == numberType && value == "":
		value = "25.63"
	case t.Kind() == reflect.Int && value == "":
		value = "2"
	case t.Kind() == reflect.Bool:
		value = "true"
	case t.Kind() == reflect.Slice:
		value = `["……", "……"]`
	case t.Kind() == reflect.String && t != numberType:
		if value == "" && len(f.oneOf) > 0 {
			value = f.oneOf[0]
		}
		if value == "" {
			value = "……"
		}
		value = `"` + value + `"`
	}
	return f.key + " = " + value
}

// plain is the type that a pointer points to.
func plain(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// quotes are the marks that stand around a text, those of a Chinese keyboard among them.
const quotes = "\"'“”‘’「」＂＇"

func unquoted(written string) string { return strings.TrimSpace(strings.Trim(written, quotes)) }

// halfWidth are digits and marks of a Chinese keyboard as numbers have them.
var halfWidth = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "，", ",", "－", "-", "％", "%")

var (
	anyNumber = regexp.MustCompile(`-?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?`)
	wholeOnly = regexp.MustCompile(`^-?[0-9]+$`)
	anyDay    = regexp.MustCompile(`^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?(?:[T ]\s*([0-9]{2}:[0-9]{2})(?::[0-9]{2})?[Z]?)?$`)
)

// numberIn is the one number that a text holds, as TOML writes it; "" where it holds
// none or several, or one that is multiplied out, as 3.2万 is. Before 元 it is not:
// 25.63万元 is 25.63.
func numberIn(s string, whole bool) string {
	s = halfWidth.Replace(s)
	found := anyNumber.FindAllString(s, 2)
	if scaled := strings.NewReplacer("万元", "", "亿元", "").Replace(s); len(found) != 1 || strings.ContainsAny(scaled, "万亿") {
		return ""
	}
	n := strings.ReplaceAll(found[0], ",", "")
	sign := strings.HasPrefix(n, "-")
	if n = strings.TrimLeft(strings.TrimPrefix(n, "-"), "0"); n == "" || n[0] == '.' {
		n = "0" + n
	}
	if whole && !wholeOnly.MatchString(n) || len(n) > 15 {
		return ""
	}
	if sign {
		n = "-" + n
	}
	return n
}

// yesOrNo is true or false, in the words in which people say it.
func yesOrNo(s string) string {
	switch strings.ToLower(s) {
	case "true", "yes", "y", "on", "1", "是", "对", "有", "要", "√":
		return "true"
	case "false", "no", "n", "off", "0", "否", "不", "不是", "没有", "无", "不要", "×":
		return "false"
	}
	return ""
}

// dayIn is a date as the files have it: 2024-01-31 of 2024年1月31日 or of a TOML date,
// with the time of day where there is one.
func dayIn(s string) string {
	m := anyDay.FindStringSubmatch(halfWidth.Replace(s))
	if m == nil {
		return ""
	}
	day := fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3])
	if m[4] != "" {
		day += " " + m[4]
	}
	return day
}

// textOf is a value as a quoted text; a list of one is that one.
func textOf(written string) string {
	if strings.HasPrefix(written, "[") || strings.HasPrefix(written, "{") {
		inner := strings.TrimSpace(strings.Trim(written, "[]"))
		if strings.ContainsAny(inner, "[]{},") || inner == "" {
			return ""
		}
		written = inner
	}
	bare := unquoted(written)
	if bare == "" || strings.ContainsAny(bare, "\"\\") {
		return ""
	}
	return `"` + bare + `"`
}

// listOf is a value as a list of texts: "甲、乙" and [1, 2] are two. It is "" where a
// part can be no text, as in a list of lists: what is left out would be lost.
func listOf(written string) string {
	if strings.HasPrefix(written, "{") {
		return ""
	}
	inner := strings.Trim(written, "[]"+quotes)
	var parts []string
	for part := range strings.FieldsFuncSeq(inner, func(r rune) bool { return strings.ContainsRune("、，,;；", r) }) {
		part = strings.TrimSpace(part)
		text := textOf(part)
		switch {
		case text != "":
			parts = append(parts, text)
		case unquoted(part) != "":
			return ""
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
