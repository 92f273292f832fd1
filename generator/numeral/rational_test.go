package numeral

import (
	"math/big"
	"testing"
)

func TestRational(t *testing.T) {
	for _, s := range []string{"0", "-0", "12", "-7", "007", "1.50", ".5", "5.", "-.5", "9223372036854775807", "9223372036854775808", "123456789012345678901234567890", "", "-", "1-2", "--1", "1.2.3"} {
		want, ok := new(big.Rat).SetString(s)
		got, gotOK := Rational(s)
		if gotOK != ok || ok && got.Cmp(want) != 0 {
			t.Errorf("Rational(%q) = %v, %v; want %v, %v", s, got, gotOK, want, ok)
		}
	}
	for _, s := range []string{"1e9", "+1", "1/2", "１", "1_0", "Inf"} {
		if got, ok := Rational(s); ok {
			t.Errorf("Rational(%q) = %v; want none", s, got)
		}
	}
}
