package check

import (
	"slices"
	"strings"
)

// reachOfHead is how far above a row the first row of its table is looked for: some hundred rows.
const reachOfHead = 8 << 10

// byColumn is what a number is named by the head of its column, where no words beside it name it: 账号 above
// 410000123456. Parts of one that stand in two cells (139, 12345678) are named where the second has no head of its own;
// where it has one, they are two numbers.
func (in *Input) byColumn(c *code, own, near numberKind) (numberKind, numberKind) {
	inCells := slices.ContainsFunc(c.groups[1:], func(g digitGroup) bool { return g.joint.kind == '\t' })
	if !inCells && own != unnamedNumber {
		return own, near
	}
	head, next, ok := c.heads()
	switch {
	case !ok:
		return own, near
	case inCells && next != "":
		return thingNumber, unnamedNumber
	case own == unnamedNumber && near == unnamedNumber:
		return in.nameOfHead(head), near
	}
	return own, near
}

// nameOfHead is what the head of a column names the numbers below it. 账户金额 is no name of an account.
func (in *Input) nameOfHead(head string) numberKind {
	head, _, _ = strings.Cut(strings.ReplaceAll(head, "(", "（"), "（")
	switch kind := in.nameIn(head); kind {
	case idNumberKind, phoneNumber:
		return kind
	case accountNumber:
		if in.Words.CheckAccountNames.Suffix(strings.TrimSuffix(strings.TrimRight(head, " 　"), "号码")) > 0 {
			return kind
		}
	}
	return unnamedNumber
}

// heads are what the first row of a table says of the column in which a number begins, and of the next. A number in
// the first row itself, or outside of tables, has none.
func (c *code) heads() (head, next string, ok bool) {
	const longest = 2000 // bytes of a row, up to the number
	row := c.text[max(0, c.span.Start-longest):c.span.Start]
	begins := strings.LastIndexAny(row, "\r\n")
	from := c.span.Start - len(row) + begins + 1
	column := strings.Count(row[begins+1:], "\t")
	if begins < 0 || column == 0 && !strings.Contains(c.text[c.span.Start:c.span.End]+c.after(), "\t") {
		return "", "", false
	}
	above, first := c.text[max(0, from-reachOfHead):from], ""
	for above != "" {
		above = strings.TrimSuffix(strings.TrimSuffix(above, "\n"), "\r")
		at := strings.LastIndexAny(above, "\r\n") + 1
		if !strings.Contains(above[at:], "\t") {
			break
		}
		first, above = above[at:], above[:at]
	}
	cells := strings.Split(first, "\t")
	if first == "" || column >= len(cells) {
		return "", "", false
	}
	if column+1 < len(cells) {
		next = strings.TrimSpace(cells[column+1])
	}
	return strings.TrimSpace(cells[column]), next, true
}
