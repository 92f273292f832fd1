package lexicon

// Group is a group of words as the file has it.
type Group struct {
	ID       string
	Purpose  string // in Chinese, for people who add a word
	Words    []Word
	Examples []Example
}

// Example is a piece of text and what is read in it. For a group whose id
// begins with heading-, the text is that of a heading, and 计划, 问题, 成效 or 无
// is read. For document-, the text is lines with ｜ between them, and what is
// read is what each of them is. For check-, it is paragraphs of a report, and
// what is read is the rules that find something in it and what they quote. Else
// the text is a sentence, and what is read are its figures: the
// numeral as printed with its unit and, after a space, the label; ； between
// two, 无 for none.
type Example struct{ Text, Read string }
