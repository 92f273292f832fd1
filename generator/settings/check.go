package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// checker compares what a file holds with the type it is read into.
type checker struct {
	doc      *Document
	root     reflect.Type // what the file is read into
	findings []report.Finding
	mistyped bool
}

// enough is how many findings one file can give: nobody reads more, and a
// broken program may have written a million wrong lines.
const enough = 50

func (c *checker) table(path []any, tree map[string]any, t reflect.Type) {
	fields := fieldsOf(t)
	meant := c.unknownKeys(path, tree, fields)
	for _, f := range fields {
		v, there := tree[f.key]
		if !there {
			if f.need && !meant[f.key] {
				c.missing(path, f, "没有写必填的%s")
			}
			continue
		}
		at := with(path, f.key)
		c.value(at, f, v)
		if s, ok := v.(string); f.need && ok && strings.TrimSpace(s) == "" {
			c.missing(at, f, "必填的%s是空的")
		} else if ok && len(f.oneOf) > 0 {
			c.choice(at, f, s)
		}
	}
}

// unknownKeys reports the keys that are none of fields. It returns the keys
// that were probably meant, which are not missed a second time.
func (c *checker) unknownKeys(path []any, tree map[string]any, fields []fieldOf) map[string]bool {
	var unknown []string
	for key := range tree {
		if !slices.ContainsFunc(fields, func(f fieldOf) bool { return f.key == key }) {
			unknown = append(unknown, key)
		}
	}
	meant := map[string]bool{}
	for _, key := range c.doc.inOrder(path, unknown) {
		if len(c.findings) >= enough {
			break
		}
		suggestion := "这里可以写的有：" + keyList(fields) + "。不需要的行请删去。"
		suggestion = c.home(path, key, suggestion)
		if near := nearest(key, fields); near != "" {
			meant[near] = true
			suggestion = "是不是想写 " + near + "？"
		}
		c.findings = append(c.findings, c.doc.KeyAt(rule.UnknownKey, report.Error,
			fmt.Sprintf("不认识的项“%s”", key), suggestion, with(path, key)...))
	}
	return meant
}

// home says where a key is to stand that stands in the wrong table, as a line added at the
// end of a file does. Where that is another table, it may as well be a key of this one in
// other words, so that those are told too.
func (c *checker) home(path []any, key, others string) string {
	homes := homesOf(c.root, key)
	switch {
	case len(homes) != 1:
		return others
	case homes[0] == "":
		return fmt.Sprintf("%s 要写在文件开头、所有方括号的前面。请把这一行移上去。", key)
	case len(path) == 0:
		return fmt.Sprintf("%s 要写在 %s 下面。请把这一行移过去。", key, homes[0])
	}
	return others + fmt.Sprintf("（%s 是 %s 里的项。）", key, homes[0])
}

// value checks one value against its field.
func (c *checker) value(path []any, f fieldOf, v any) {
	t := f.typ
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	ok := false
	switch {
	case t == numberType:
		switch v.(type) {
		case int64, float64:
			ok = true
		}
	case t.Kind() == reflect.String:
		_, ok = v.(string)
	case t.Kind() == reflect.Bool:
		_, ok = v.(bool)
	case t.Kind() == reflect.Int:
		_, ok = v.(int64)
	case t.Kind() == reflect.Struct:
		var table map[string]any
		if table, ok = v.(map[string]any); ok {
			c.table(path, table, t)
		}
	case t.Kind() == reflect.Slice:
		ok = c.list(path, t.Elem(), v)
	}
	if !ok {
		c.wrongType(path, f, v)
	}
}

// list checks the elements of a list. It reports whether v is one.
func (c *checker) list(path []any, element reflect.Type, v any) bool {
	if tables, ok := v.([]map[string]any); ok && element.Kind() == reflect.Struct {
		for i, table := range tables {
			if len(c.findings) >= enough {
				return true
			}
			c.table(with(path, i), table, element)
		}
		return true
	}
	elements, ok := v.([]any)
	if !ok {
		return false
	}
	for i, e := range elements {
		if len(c.findings) >= enough {
			return true
		}
		if element.Kind() != reflect.String {
			c.value(with(path, i), fieldOf{key: fmt.Sprint(path[len(path)-1]), typ: element}, e)
		} else if _, text := e.(string); !text {
			c.element(with(path, i), e)
			return true
		}
	}
	return true
}

// element is about the first element of a list that is no text. The remedy is the whole
// line: aliases = ["1", "2"].
func (c *checker) element(path []any, v any) {
	c.mistyped = true
	key := fmt.Sprint(path[len(path)-2])
	suggestion := "请给方括号里的每一项都加上英文引号。"
	if line := listOf(c.doc.src.Slice(c.doc.place(path[:len(path)-1]).value)); line != "" {
		suggestion = "请给每一项都加上英文引号：" + key + " = " + line
	}
	c.findings = append(c.findings, c.doc.ValueAt(rule.WrongType, report.Error,
		fmt.Sprintf("%s 里的每一项应当是文字，这里写的是%s", key, valueName(v)), suggestion, path...))
}

func (c *checker) wrongType(path []any, f fieldOf, v any) {
	c.mistyped = true
	written := c.doc.src.Slice(c.doc.place(path).value)
	line := remedyFor(f, written)
	switch v.(type) {
	case []map[string]any: // written is a header: [[name]]
		line = ""
	case time.Time:
		if line == "" && isText(f.typ) {
			line = f.key + ` = "` + written + `"`
		}
	}
	suggestion := "请写成 " + example(f) + " 的样子。"
	_, text := v.(string)
	switch {
	case plain(f.typ).Kind() == reflect.Bool && line == "":
		suggestion = fmt.Sprintf("请写成 %s = true（是）或 %s = false（否），不加引号。", f.key, f.key)
	case line != "" && isText(f.typ):
		suggestion = "请用英文引号把值括起来：" + line
	case line != "" && text && scalar(f.typ):
		suggestion = "请去掉引号：" + line
	case line != "":
		suggestion = "请写成：" + line
	}
	c.findings = append(c.findings, c.doc.ValueAt(rule.WrongType, report.Error,
		strings.TrimSpace(fmt.Sprintf("%s应当是%s，这里写的是%s", title(f), typeName(f.typ), valueName(v))), suggestion, path...))
}

func (c *checker) missing(path []any, f fieldOf, format string) {
	suggestion := "请加一行：" + example(f)
	if len(path) > 0 && path[len(path)-1] == f.key {
		suggestion = "请把值写在引号里：" + example(f)
	}
	if len(f.oneOf) > 1 {
		suggestion += "（" + strings.Join(f.oneOf, "、") + " 中的一个）"
	}
	c.findings = append(c.findings, c.doc.KeyAt(rule.MissingKey, report.Error, fmt.Sprintf(format, title(f)), suggestion, path...))
}

// choice checks a value of which only a few are known.
func (c *checker) choice(path []any, f fieldOf, value string) {
	if value == "" || slices.Contains(f.oneOf, value) {
		return
	}
	suggestion := fmt.Sprintf("请写 %s 中的一个。", strings.Join(f.oneOf, "、"))
	if near := Nearest(value, f.oneOf); near != "" {
		suggestion = fmt.Sprintf("是不是想写 %s = %q？", f.key, near)
	}
	c.findings = append(c.findings, c.doc.ValueAt(rule.BadValue, report.Error,
		strings.TrimSpace(fmt.Sprintf("%s没有“%s”这种写法", title(f), strings.TrimSpace(value))), suggestion, path...))
}

// Nearest is the one of a few words that another was probably meant to be, "" for none:
// one that differs in case, spaces or hyphens, that holds it or is held by it, or from
// which few letters part it.
func Nearest(word string, all []string) string {
	folded := fold(word)
	best, distance := "", 3
	for _, other := range all {
		o := fold(other)
		if o == folded {
			return other
		}
		d := Distance(folded, o)
		if d < distance && 2*d <= min(len([]rune(o)), len([]rune(folded))) {
			best, distance = other, d
		}
	}
	return best
}

func fold(s string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "", "\u3000", "").Replace(s))
}

func isText(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.String && t != numberType
}

// scalar reports whether a value of the type is written without brackets.
func scalar(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() != reflect.Slice && t.Kind() != reflect.Struct
}

// title is a key as messages show it, with its Chinese name.
func title(f fieldOf) string {
	if f.zh == "" {
		return " " + f.key + " "
	}
	return " " + f.key + "（" + f.zh + "）"
}

func keyList(fields []fieldOf) string {
	var names []string
	for _, f := range fields {
		names = append(names, strings.TrimSpace(title(f)))
	}
	return strings.Join(names, "、")
}

// nearest is the key that an unknown one was probably meant to be: one that
// staff call so, one that is written so but for case and hyphens, or one at
// most two letters away; "" when there is none.
func nearest(key string, fields []fieldOf) string {
	plain := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(key))
	best, distance := "", 3
	for _, f := range fields {
		if f.zh == key || f.key == plain {
			return f.key
		}
		if d := Distance(plain, f.key); d < distance && d*2 <= len(f.key) {
			best, distance = f.key, d
		}
	}
	return best
}

// Distance is how many characters must be put in, taken out, changed or
// exchanged with their neighbour to make b of a.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 8 || len(y)-len(x) > 8 {
		return len(x) + len(y)
	}
	before, last, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		next[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			next[j+1] = min(last[j]+cost, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(y)]
}

// valueName is what staff call the type of a value in a file.
func valueName(v any) string {
	switch v.(type) {
	case string:
		return "文字"
	case bool:
		return " true 或 false"
	case int64, float64:
		return "数字"
	case map[string]any:
		return "一个表"
	case []map[string]any:
		return "一组 [[…]] 表"
	case []any:
		return "方括号列出的几项"
	}
	return "没有加引号的日期或时间"
}

// with is a path and one step more.
func with(path []any, step any) []any { return append(path[:len(path):len(path)], step) }
