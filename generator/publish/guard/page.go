package guard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	syntax "mingfa/generator/settings"
)

// mostHead bounds the settings at the head of a page.
const mostHead = 64 << 10

// closedKeys are settings of a page that move it, hide it or others, or make it
// depend on the day on which the site is built. A page stands at the address of
// its file, and is public when it is pushed. In small letters.
var closedKeys = map[string]string{
	"url": "地址", "slug": "地址", "path": "地址", "aliases": "地址", "alias": "地址", "permalink": "地址",
	"cascade": "别的网页", "build": "是否生成", "_build": "是否生成", "headless": "是否生成", "outputs": "生成的格式", "resources": "生成的格式",
	"publishdate": "时间", "pubdate": "时间", "published": "时间", "expirydate": "时间", "unpublishdate": "时间",
	"markup": "生成的格式", "sites": "别的网页", "lang": "语言", "translationkey": "语言", "draft": "是否生成",
}

// checkPage looks at the settings at the head of a page that staff wrote.
func checkPage(file string, raw []byte) []report.Finding {
	head, line, format := headOf(raw)
	p := page{file: file, text: head, line: line}
	if len(head) > mostHead {
		return p.fault("", "网页开头的设置太长，不像是手写的", "请检查是不是放错了文件。")
	}
	keys, findings := p.keys(format)
	if findings != nil {
		return findings
	}
	slices.Sort(keys)
	var left rest
	for _, key := range keys {
		if what := closedKeys[strings.ToLower(key)]; what != "" && !left.full(findings) {
			findings = append(findings, p.fault(key, fmt.Sprintf("网页开头不能有 %s（它改变网页的%s）：网页的地址就是文件的位置，推送了就公开", key, what), "请删去这一项。")...)
		}
	}
	return left.end(findings, file, rule.LockedPage)
}

// headOf is the text between the marks at the head of a page, the line on which it
// begins, and its format: toml, yaml, json, or "" for a page without any. It
// looks where Hugo does, which passes over white space before the first mark.
func headOf(raw []byte) (head string, line int, format string) {
	text := strings.TrimLeft(strings.TrimPrefix(string(raw), "\ufeff"), " \t\r\n\f\v\u0085\u00a0")
	line = 1 + bytes.Count(raw[:len(raw)-len(text)], []byte("\n"))
	for mark, format := range map[string]string{"+++": "toml", "---": "yaml"} {
		if !strings.HasPrefix(text, mark[:1]) {
			continue
		}
		_, rest, found := strings.Cut(text, "\n")
		if !found || !strings.HasPrefix(text, mark) {
			return "", line, "" // a list, or a rule
		}
		end := strings.Index("\n"+rest, "\n"+mark)
		if end < 0 {
			return rest, line + 1, format
		}
		if after, _, _ := strings.Cut(rest[end:], "\n"); strings.TrimSpace(after) != mark {
			format = "unclear" // where it ends
		}
		return rest[:max(0, end)], line + 1, format
	}
	if strings.HasPrefix(text, "{") {
		dec := json.NewDecoder(strings.NewReader(text))
		var all json.RawMessage
		if err := dec.Decode(&all); err != nil {
			return text[:min(len(text), mostHead)], line, "json"
		}
		return string(all), line, "json"
	}
	return "", line, ""
}

// page is the head of a page that is looked at.
type page struct {
	file, text string
	line       int // on which text begins
}

func (p *page) fault(key, message, suggestion string) []report.Finding {
	f := report.Finding{Rule: rule.LockedPage, Severity: report.Error, File: p.file, Line: p.line, Column: 1, Message: message, Suggestion: suggestion, Quote: key}
	for i, line := range strings.Split(p.text, "\n") {
		if key != "" && strings.HasPrefix(strings.TrimLeft(line, " \t\"'[{"), key) {
			f.Line, f.Excerpt = p.line+i, strings.TrimSpace(line)
			break
		}
	}
	if f.Excerpt == "" {
		f.Quote = ""
	}
	return []report.Finding{f}
}

// keys are the names of the settings, or what is wrong with them.
func (p *page) keys(format string) (keys []string, findings []report.Finding) {
	var tree map[string]any
	switch format {
	case "toml":
		if tree, findings = syntax.Tree(p.file, []byte(p.text)); findings != nil {
			for i := range findings {
				if findings[i].Line > 0 { // of the head, which begins further down
					findings[i].Line += p.line - 1
				}
			}
			return nil, findings
		}
	case "json":
		if json.Unmarshal([]byte(p.text), &tree) != nil {
			return nil, p.fault("", "网页开头的设置读不懂", "请照别的网页的写法，用 +++ 隔开、写成 title = \"标题\"。")
		}
	case "yaml":
		return p.yaml()
	case "unclear":
		return nil, p.fault("", "网页开头的设置读不懂：结束的记号要独占一行", "请照别的网页的写法，用 +++ 隔开。")
	}
	for key := range tree {
		keys = append(keys, key)
	}
	return keys, nil
}

var (
	// yamlKey is a setting of YAML, of which a head is a list, at the beginning of a line.
	yamlKey = regexp.MustCompile(`^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)`)
	// yamlMark is a mark of YAML that makes one value of others (&a, *a, <<), or
	// gives it another type (!!x): what a head with one says, nobody sees.
	yamlMark = regexp.MustCompile(`(?:^|[\s\[{,:-])(?:[&*!][\w!]|<<)`)
)

// yaml reads the names of a head in YAML: of its plain form, a name a line, which
// is all that a page needs. Another form of the same may hide a name.
func (p *page) yaml() (keys []string, findings []report.Finding) {
	for i, line := range strings.Split(p.text, "\n") {
		line = strings.TrimRight(line, " \t\r")
		blank := strings.TrimLeft(line, " \t")
		switch m := yamlKey.FindStringSubmatch(line); {
		case blank == "" || strings.HasPrefix(blank, "#"):
			continue
		case yamlMark.MatchString(line) && !strings.ContainsAny(line, `"'`):
		case m != nil:
			keys = append(keys, m[1])
			continue
		case line != blank || strings.HasPrefix(line, "- "): // of the name above
			continue
		}
		at := *p
		at.line += i
		return nil, at.fault("", "网页开头的这一行读不懂：每行写一项，如 title: 标题", "请照别的网页的写法改。")
	}
	return keys, nil
}
