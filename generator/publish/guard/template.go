package guard

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/template"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// closedNames are functions and namespaces of Hugo that a pushed template must
// not name. apply calls a function by a name that is only known when it runs.
var closedNames = map[string]bool{
	"js": true, "css": true, "openapi3": true, "babel": true, "postCSS": true, "toCSS": true, "apply": true,
	"now": true, "shuffle": true,
}

// harmless are what is allowed of a closed namespace.
var harmless = map[string]bool{"css.Quoted": true, "css.Unquoted": true}

// closedMethods are closed whatever they are called on.
var closedMethods = map[string]bool{
	"ExecuteAsTemplate": true, "Apply": true, "Babel": true, "PostCSS": true, "ToCSS": true, "Sass": true,
	"TailwindCSS": true, "Batch": true, "GetRemote": true,
	"Now": true, "Rand": true, "Shuffle": true,
}

// changing are closed because what they give differs from build to build.
var changing = map[string]bool{"now": true, "Now": true, "Rand": true, "shuffle": true, "Shuffle": true}

// checkTemplate looks at every name in a template.
func checkTemplate(file, text string) []report.Finding {
	set, err := template.Parse(file, text)
	if err != nil {
		return []report.Finding{broken(file, err)}
	}
	w := walker{file: file, text: text}
	for _, t := range set {
		if t.Root != nil {
			template.Walk(t.Root, w.node)
		}
	}
	// The templates of a file come in no order.
	slices.SortFunc(w.findings, func(a, b report.Finding) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return w.rest.end(w.findings, file, rule.LockedFunction)
}

// parseError is how package parse begins an error: template: name:3: …
var parseError = regexp.MustCompile(`^template: .*?:(\d+):(?:\d+:)? (.*)$`)

func broken(file string, err error) report.Finding {
	f := report.Finding{Rule: rule.BrokenTemplate, Severity: report.Error, File: file, Suggestion: "请改正后再推送。"}
	words := err.Error()
	if m := parseError.FindStringSubmatch(words); m != nil {
		f.Line, _ = strconv.Atoi(m[1])
		words = m[2]
	}
	if f.Message = "模板有语法错误：" + hugo.InChinese(words); hugo.InChinese(words) == "" {
		f.Message = "模板有语法错误（技术细节：" + words + "）"
	}
	return f
}

// walker looks at the nodes of a template.
type walker struct {
	file, text string
	findings   []report.Finding
	rest       rest
}

// node looks at a node, and says whether to look at those below it.
func (w *walker) node(n parse.Node) bool {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		w.name(n, n.Ident)
	case *parse.FieldNode:
		w.methods(n, n.Ident)
	case *parse.VariableNode:
		w.methods(n, n.Ident[1:])
	case *parse.ChainNode:
		if id, ok := n.Node.(*parse.IdentifierNode); ok && len(n.Field) > 0 && harmless[id.Ident+"."+n.Field[0]] {
			return false
		}
		w.methods(n, n.Field)
	}
	return true
}

func (w *walker) name(n parse.Node, name string) {
	if closedNames[name] {
		w.refuse(n, name)
	}
}

func (w *walker) methods(n parse.Node, names []string) {
	for _, name := range names {
		if closedMethods[name] {
			w.refuse(n, name)
		}
	}
}

// refuse is a finding about a name at a node.
func (w *walker) refuse(n parse.Node, name string) {
	if w.rest.full(w.findings) {
		return
	}
	because, instead := "它能读到网站以外的文件，或者运行事先看不到的模板", "请用别的写法；需要合并、压缩样式和脚本时用 resources.Concat、minify、fingerprint。"
	if changing[name] {
		because, instead = "网页会随生成的时刻或随机数变化，别人就不能从同一个提交核对网站", "请用别的写法；提交的时间在 site.Params.build 里。"
	}
	at := min(int(n.Position()), len(w.text))
	if i := strings.Index(w.text[at:], name); i >= 0 {
		at += i
	}
	start := strings.LastIndexByte(w.text[:at], '\n') + 1
	line, _, _ := strings.Cut(w.text[start:], "\n")
	w.findings = append(w.findings, report.Finding{
		Rule: rule.LockedFunction, Severity: report.Error, File: w.file,
		Line: strings.Count(w.text[:at], "\n") + 1, Column: utf8.RuneCountInString(w.text[start:at]) + 1,
		Quote: name, Excerpt: strings.TrimSuffix(line, "\r"),
		Message: fmt.Sprintf("推送的模板不能使用 %s：%s", name, because), Suggestion: instead,
	})
}
