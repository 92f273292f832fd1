package settings

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Limits that keep a hostile file from costing the library more than linear
// time and a shallow stack. No file of staff comes near them.
const (
	MaxBytes = 4 << 20
	maxDepth = 1000 // brackets and braces open at once
	maxDots  = 1000 // of one key
)

// badEncoding is the finding about bytes that are no text to be read at all.
func badEncoding(doc *Document, raw []byte) (report.Finding, bool) {
	whole := func(message, suggestion string) (report.Finding, bool) {
		return doc.at(report.Span{}, rule.BadTOML, report.Error, message, suggestion), true
	}
	const saveAs = "请用记事本打开，选“另存为”，编码选 UTF-8，再保存。"
	switch {
	case len(raw) > MaxBytes:
		return whole("文件超过 4 MB，不像是手写的设置", "请检查是不是放错了文件。")
	case strings.HasPrefix(string(raw), "\xff\xfe"), strings.HasPrefix(string(raw), "\xfe\xff"):
		return whole("文件是 UTF-16 编码，这里只读 UTF-8", saveAs)
	case !utf8.Valid(raw): // of which no line is quoted: it would be garbled
		return whole("文件不是 UTF-8 编码，可能是用 ANSI（GBK）保存的", saveAs)
	}
	if at, what := excess(doc.src.Text); what != "" {
		return doc.at(doc.clip(at, 1), rule.BadTOML, report.Error, what, "请检查是不是放错了文件。"), true
	}
	return report.Finding{}, false
}

// excess finds nesting that no settings file has.
func excess(text string) (at int, what string) {
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case '.':
			dots++
		case '=', '\n':
			dots = 0
		}
		if depth > maxDepth {
			return i, "括号一层套一层，套得太深"
		}
		if dots > maxDots {
			return i, "一行里的英文句点太多"
		}
	}
	return 0, ""
}

// syntaxFinding says in Chinese what the library found wrong.
// root is the struct that the file is read into; nil where nobody knows its keys.
func syntaxFinding(doc *Document, err error, root reflect.Type) report.Finding {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return doc.at(report.Span{}, rule.BadTOML, report.Error, "文件不符合 TOML 的写法", "请对照说明里的例子检查。")
	}
	at := doc.clip(parse.Position.Start, parse.Position.Len)
	for at.Len() > 1 && doc.src.Text[at.Start] == ' ' {
		at.Start++
	}
	message, suggestion := translate(doc, parse, &at, root)
	return doc.at(at, rule.BadTOML, report.Error, message, suggestion)
}

// translate gives the Chinese message for an error, and narrows at to the
// words that are to blame where the library points beside them.
func translate(doc *Document, err toml.ParseError, at *report.Span, root reflect.Type) (message, suggestion string) {
	if m, s, ok := fullWidth(doc, at); ok {
		return m, s
	}
	if key, ok := bareChineseKey(doc, *at); ok {
		*at = key
		word := doc.src.Slice(key)
		if f, ok := fieldCalled(root, word); ok {
			return fmt.Sprintf("项的名字“%s”要写成英文的 %s", word, f.key), "请写成：" + f.inPlaceOf(writtenOn(doc, key.Start))
		}
		if strings.HasPrefix(strings.TrimLeft(doc.src.Slice(doc.src.LineSpan(doc.src.Line(key.Start))), " \t"), "[") {
			return fmt.Sprintf("方括号里的名字“%s”是中文，要用英文引号括起来", word), fmt.Sprintf(`请写成 ["%s"]，或改用说明里的英文名字。`, word)
		}
		return fmt.Sprintf("项的名字“%s”是中文，要用英文引号括起来", word), fmt.Sprintf(`请写成 "%s" = …，或改用说明里的英文名字。`, word)
	}
	if strings.Contains(err.Message, "array terminator") || strings.Contains(err.Message, "expected value") {
		if line, key, ok := openList(doc, at.Start); ok {
			*at = line
			suggestion = "请在这一行的末尾补上英文的 ] 。"
			if list := listOf(writtenOn(doc, line.Start)); list != "" {
				suggestion = "请补上英文的 ]，写成：" + key + " = " + list
			}
			return unclosed(key), suggestion
		}
	}
	f, known := fieldOn(doc, at.Start, root)
	if known {
		if message, suggestion, ok := f.slip(doc, *at, err.Message); ok {
			return message, suggestion
		}
	}
	for _, m := range messages {
		if words := m.pattern.FindStringSubmatch(err.Message); words != nil {
			message, suggestion = m.message, m.suggestion
			if strings.Contains(message, "%s") {
				message = fmt.Sprintf(message, words[len(words)-1])
			}
			if known { // an example of this very key
				suggestion = strings.ReplaceAll(suggestion, generic, f.inPlaceOf(writtenOn(doc, at.Start)))
			}
			return message, suggestion
		}
	}
	return "这一行不符合 TOML 的写法", "一行写一项，如：name = \"某某局\"。"
}

// generic is what suggestions show of a line, where no better example is known.
const generic = `name = "……"`

// messages are the library's messages and what they mean to staff. The first
// pattern that is found counts; %s is its last group.
var messages = []struct {
	pattern             *regexp.Regexp
	message, suggestion string
}{
	{regexp.MustCompile(`^Key '(.*)' has already been defined`), "“%s”写了两次", "请只留一处。"},
	{regexp.MustCompile(`^Key '(.*)' was already created`), "“%s”已经有了，不能再写成一组表", "请检查 [ ] 和 [[ ]] 是不是混用了。"},
	{regexp.MustCompile(`strings cannot contain newlines|unexpected EOF; expected ['"]`), "引号没有配对：这段文字到行末还没有结束", `请在文字末尾补上英文引号 "。`},
	{regexp.MustCompile(`unexpected EOF; expected value|expected value but found '\\n'`), "等号或逗号后面没有写值", `不想填就删去这一行；要填就写成 name = "……"。`},
	{regexp.MustCompile(`expected value but found "(.*)"`), "值“%s”没有加引号", `文字要用英文引号括起来，如：name = "……"。`},
	{regexp.MustCompile(`expected value but found|expected a digit`), "等号后面的值不对", `文字要用英文引号括起来，如：name = "……"。`},
	{regexp.MustCompile(`expected '\.' or '=', but got`), "这一行缺少等号，或项的名字里有不能用的字符", `项和值之间要有等号，请写成：name = "……"；说明文字要以 # 开头。`},
	{regexp.MustCompile(`key name appears blank|keys cannot start with`), "等号前面没有项的名字", `请写成 name = "……" 的样子。`},
	{regexp.MustCompile(`expected a top-level item.*but got ','`), "数字里不能有逗号，一项也只能写一个值", "请把 1,234 写成 1234；文字请用英文引号括起来。"},
	{regexp.MustCompile(`expected a top-level item to end with a newline`), "这一项后面还有多余的内容", "一行只写一项；值里若有英文引号，请改成中文引号。"},
	{regexp.MustCompile(`table name|table array name|expected end of table|table separator`), "表名的方括号写得不对", "请写成 [disclosure] 或 [[figure]] 的样子，单独占一行。"},
	{regexp.MustCompile(`expected a comma.*array terminator`), "方括号里的各项之间要用英文逗号隔开，末尾要有 ]", `请写成 ["……", "……"] 的样子。`},
	{regexp.MustCompile(`inline table`), "花括号里的写法不对", "请把花括号里的各项写成单独的几行。"},
	{regexp.MustCompile(`unexpected comma`), "多了一个逗号", "请删去多余的逗号。"},
	{regexp.MustCompile(`invalid escape in string|hexadecimal digits after`), `文字里的反斜杠 \ 不能这样写`, `请改用 / ，或写成两个反斜杠 \\。`},
	{regexp.MustCompile(`control characters|NULL bytes`), "文件里有看不见的控制字符", "请删去这一行重新输入；从网页或 Word 粘贴时容易带入。"},
	{regexp.MustCompile(`invalid datetime`), "日期的写法不对", `请写成带引号的 "2024-01-31"。`},
	{regexp.MustCompile(`cannot have leading zeroes`), "数字不能以 0 开头", "编号、电话之类请用英文引号括起来。"},
	{regexp.MustCompile(`out of range|out of the safe`), "数字太大", "请检查有没有多写了几位；编号、电话之类请用英文引号括起来。"},
	{regexp.MustCompile(`(?i)integer|float|number|underscores`), "数字的写法不对", "数字不要带逗号、空格和单位，如：value = 25.63；编号、电话之类请用英文引号括起来。"},
	{regexp.MustCompile(`unexpected EOF`), "文件到这里突然结束了，内容不完整", "请检查引号和括号是否成对。"},
}

// fullWidth recognises punctuation of a Chinese input method where TOML wants
// an ASCII character.
func fullWidth(doc *Document, at *report.Span) (message, suggestion string, ok bool) {
	line := doc.src.LineSpan(doc.src.Line(at.Start))
	rest := doc.src.Text[at.Start:line.End]
	// The library points at the start of a value, or just past a key.
	for i, r := range rest {
		if r == ' ' || r == '\t' || r == '=' {
			continue
		}
		half, full := "", r
		switch r {
		case '“', '”', '‘', '’', '＂', '＇', '「', '」':
			half = `"`
		case '＝', '：':
			half = "="
		case '，', '、':
			half = ","
		case '＃':
			half = "#"
		case '［', '【', '〔':
			half = "["
		case '］', '】', '〕':
			half = "]"
		case '｛':
			half = "{"
		case '｝':
			half = "}"
		case '\u3000', '\u00a0':
			half, full = "半角空格", ' '
		}
		if half == "" {
			return "", "", false
		}
		*at = report.Span{Start: at.Start + i, End: at.Start + i + utf8.RuneLen(r)}
		if full == ' ' {
			return "这里有一个全角空格（或不间断空格），TOML 只认半角空格", "请删去它，或改成普通空格。", true
		}
		return fmt.Sprintf("这里写的是中文标点 %c ，应当用英文的 %s", full, half), "请切换到英文输入法，改成 " + half + " 。", true
	}
	return "", "", false
}

// bareChineseKey is the unquoted key of Han characters that the library
// stumbled over at a place, if it did.
func bareChineseKey(doc *Document, at report.Span) (report.Span, bool) {
	line := doc.src.LineSpan(doc.src.Line(at.Start))
	text := doc.src.Slice(line)
	start := line.Start + len(text) - len(strings.TrimLeft(text, " \t[{"))
	key, _, found := strings.Cut(doc.src.Text[start:line.End], "=")
	if !found {
		key, _, found = strings.Cut(doc.src.Text[start:line.End], "]")
	}
	key = strings.TrimRight(key, " \t")
	sp := report.Span{Start: start, End: start + len(key)}
	if !found || at.Start > sp.End || strings.ContainsAny(key, `"'#`) {
		return report.Span{}, false
	}
	return sp, strings.ContainsFunc(key, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
