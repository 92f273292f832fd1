package numeral

import (
	"math/big"
	"strconv"
	"strings"
)

// Rational is the exact value of a plain decimal, as figures have it. Exponents,
// which could ask for gigabytes of digits, are none.
func Rational(s string) (*big.Rat, bool) {
	if len(s) > 64 || strings.Trim(s, "-.0123456789") != "" {
		return nil, false
	}
	if strings.IndexByte(s, '.') < 0 { // most, and read many times faster
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return new(big.Rat).SetInt64(n), true
		}
	}
	return new(big.Rat).SetString(s)
}
