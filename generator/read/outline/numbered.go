package outline

// Number is where on a line the number of a heading stands (一、 （一） 1. （1）
// 第一，), with its punctuation; both are 0 when the line begins with none, or
// with what only the lines around it can tell from a numeral (1、2号楼).
func Number(line string) (start, end int) {
	start = skipSpace(line)
	m, ok := readMark(line[start:])
	if !ok || m.doubt {
		return 0, 0
	}
	return start, start + m.size
}
