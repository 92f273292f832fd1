package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"

	"mingfa/generator/build"
	"mingfa/generator/check/explain"
)

// allRules is what --explain asks for without a rule behind it.
const allRules = "全部"

// explainRules prints the pages about rules, and a list of all rules where none is
// named or one is that there is none of.
func explainRules(out io.Writer, program string, rules []string) error {
	if rules[0] == allRules && len(rules) > 1 {
		rules = rules[1:]
	}
	width := 80
	if terminal := build.Terminal(out, ".").Width; terminal > 0 {
		width = min(width, terminal)
	}
	for i, id := range rules {
		if i > 0 {
			fmt.Fprintln(out)
		}
		var err error
		if id != allRules {
			err = explain.Print(out, id, width)
		}
		if id == allRules || errors.Is(err, explain.ErrUnknown) {
			err = cmp.Or(explain.List(out), err)
			fmt.Fprintf(out, "查看一条规则的说明：%s check --explain heading-gap\n", program)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
