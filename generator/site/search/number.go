package search

import "strings"

// longestNumber is how many digits a number may have that is noted as one.
const longestNumber = 20

// eachNumber calls use with the terms of the number with which text begins, and
// gives its length. A number has one term however it is written, so that 1.2万 and
// 12,000 lead to each other, and neither to 161.2万. Of 1.2 万 both readings count.
func eachNumber(text []rune, use func(term uint32)) int {
	var digits []byte
	decimals, length := -1, 0 // decimals is -1 before the point
	for ; length < len(text); length++ {
		r, more := text[length], length+1 < len(text) && isDigit(text[length+1])
		if r == '.' && more && decimals < 0 {
			decimals = 0
			continue
		}
		if r == ',' && more && decimals < 0 {
			continue
		}
		if !isDigit(r) {
			break
		}
		if len(digits) < longestNumber {
			digits = append(digits, byte(r))
		}
		if decimals >= 0 {
			decimals++
		}
	}
	if len(digits) == longestNumber {
		return length
	}
	decimals = max(decimals, 0)
	at, spaced := length, false
	for at < len(text) && isSpace(text[at]) {
		at, spaced = at+1, true
	}
	scale := 0
	if at < len(text) {
		scale = scales[text[at]]
	}
	if scale == 0 || spaced {
		use(numberTerm(digits, decimals))
	}
	if scale > 0 {
		use(numberTerm(digits, decimals-scale))
	}
	return length
}

// scales are the decimal places by which a word behind a number moves its point.
var scales = map[rune]int{'万': 4, '亿': 8}

// numberTerm is the term of a number with so many decimals; of negative ones, as many
// noughts stand behind its digits.
func numberTerm(digits []byte, decimals int) uint32 {
	whole, fraction := string(digits), ""
	switch {
	case decimals < 0:
		whole += strings.Repeat("0", -decimals)
	case decimals >= len(whole):
		whole, fraction = "", strings.Repeat("0", decimals-len(whole))+whole
	default:
		whole, fraction = whole[:len(whole)-decimals], whole[len(whole)-decimals:]
	}
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return termOf([]byte("number " + whole))
}
