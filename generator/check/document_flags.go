package check

import (
	"fmt"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// flagRule is what is told of a kind of flag: a message that takes the words in
// question, one for where there are none, and what to do.
type flagRule struct {
	rule           string
	severity       report.Severity
	says, wordless string
	suggestion     string
}

const acceptAll = "请在 Word 或 WPS 的“审阅”里逐处核对，接受或者拒绝全部修订，关闭“修订”后保存"

// flagRules are the rules about what a reader of documents flags. Each flag is a
// finding of the rule of its kind.
var flagRules = map[report.FlagKind]flagRule{
	report.FlagTracked: {rule.TrackedChange, report.Error, "“%s”是还没有接受的修订", "还有没有接受的修订", acceptAll},
	report.FlagComment: {rule.Comment, report.Error, "文件里有批注：“%s”", "文件里有批注",
		"请在“审阅”里把批注处理完，删除全部批注后保存"},
	report.FlagHidden: {rule.HiddenText, report.Error, "文件里有隐藏文字：“%s”", "文件里有隐藏文字",
		"请显示隐藏文字，删去不公开的；要公开的，取消“隐藏”后保存"},
	report.FlagBroken: {rule.BrokenReference, report.Error, "交叉引用已经失效：“%s”", "交叉引用已经失效",
		"请在 Word 里改好引用，按 F9 更新；或者直接写成文字"},
	report.FlagStruck: {rule.StruckText, report.Warning, "“%s”加了删除线，网页上会当作正文", "有加了删除线的文字",
		"请核对：不要的删去，要的去掉删除线"},
	report.FlagHighlighted: {rule.HighlightedText, report.Warning, "“%s”涂了底色，像是还没有核对", "有涂了底色的文字",
		"请核对这些字，定下来以后去掉底色"},
	report.FlagBox: {rule.TextBox, report.Warning, "“%s”在文本框里，读在它所附的段落后面", "文本框里的文字读在它所附的段落后面",
		"请核对次序；不对的，把文本框里的文字移到正文里"},
	report.FlagSymbol: {rule.UnknownSymbol, report.Warning, "“%s”是符号字体里的字符，认不出是什么", "有一个符号字体里的字符认不出是什么",
		"请改用普通的字符重新输入；它可能是一个数字"},
	report.FlagPlaceholder: {rule.UnfilledPlaceholder, report.Warning, "“%s”是占位的提示，还没有填写", "有一处占位的提示还没有填写",
		"请填写或者删去"},
	report.FlagSecrecy: {rule.SecrecyHeader, report.Warning, "页眉或页脚里有“%s”，这份文件可能不公开", "页眉或页脚里有密级标志",
		"请核实这份文件可以公开，再删去页眉、页脚里的标志"},
}

// forms are what is said of a flag whose form is known.
var forms = map[report.FlagForm]string{
	report.FormInsertion:  "“%s”是修订里新加的字，还没有接受",
	report.FormDeletion:   "“%s”在修订里删去了，还留在文件里",
	report.FormMove:       "“%s”在修订里移动过，还没有接受",
	report.FormFormatting: "“%s”的格式有修订，还没有接受",
	report.FormInvisible:  "“%s”在文件里看不见（白色或者极小的字），网页上会看见",
}

// documentFlags tells what the reader of a Word file or a web page has flagged.
func documentFlags(in *Input) []report.Finding {
	src := in.Report.Source
	if src.Document == nil {
		return nil
	}
	by := map[report.FlagKind]*collector{}
	var order []*collector
	for i := range src.Document.Flags {
		f := &src.Document.Flags[i]
		r, known := flagRules[f.Kind]
		if !known {
			continue
		}
		c := by[f.Kind]
		if c == nil {
			c = &collector{src: src, rule: r.rule, severity: r.severity}
			by[f.Kind] = c
			order = append(order, c)
		}
		says := r.wordless
		if words := strings.Join(strings.Fields(f.Quote), " "); words != "" {
			says = r.says
			if form := forms[f.Form]; form != "" {
				says = form
			}
			says = fmt.Sprintf(says, quotable(escape.Clip(words, 40)))
		}
		do := r.suggestion
		if f.Kind == report.FlagComment && src.Format == "md" {
			do = "请删去 <!-- --> 里的话，一起删去这对记号"
		}
		if sp, ok := src.Flagged(f); ok {
			c.add(sp, says, do)
		} else {
			c.whole(says, do)
		}
	}
	var found []report.Finding
	for _, c := range order {
		found = append(found, c.all()...)
	}
	if more := src.Document.More; more > 0 && len(order) > 0 {
		found = append(found, report.Finding{Rule: order[0].rule, Severity: order[0].severity, File: src.Path,
			Message: fmt.Sprintf("这样的地方另有 %d 处，没有逐一列出", more), Suggestion: "请先处理列出的，再重新检查"})
	}
	return found
}

// whole notes a finding about the file as a whole.
func (c *collector) whole(message, suggestion string) {
	if c.full() {
		c.more++
		return
	}
	c.found = append(c.found, report.Finding{Rule: c.rule, Severity: c.severity, File: c.src.Path, Message: message, Suggestion: suggestion})
}
