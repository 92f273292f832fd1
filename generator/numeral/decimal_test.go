package numeral

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "12": "12", "-7": "-7", "007": "7", "1.50": "1.5", "-0.5": "-0.5", "100": "100", "0.00": "0",
		"9223372036854775808": "9223372036854775808", "0.0000000000000000000001": "0.0000000000000000000001",
	} {
		if got, ok := Parse(in); !ok || got.String() != want {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "-", "1-2", "--1", "1.2.3", "1e9", "+1", "1/2", "１", "1_0", "Inf", "NaN", "0x1", " 1", "一"} {
		if got, ok := Parse(in); ok {
			t.Errorf("Parse(%q) = %s; want none", in, got)
		}
	}
}

// What could cost gigabytes, or hours, is refused at once.
func TestParseRefusesHostileLengths(t *testing.T) {
	start := time.Now()
	for _, in := range []string{strings.Repeat("9", 100_000), "0." + strings.Repeat("0", 100_000) + "1", "1e999999999", "1e-999999999"} {
		if _, ok := Parse(in); ok {
			t.Errorf("Parse reads %.20s…", in)
		}
	}
	if _, ok := Parse(strings.Repeat("9", longest)); !ok {
		t.Errorf("Parse refuses %d digits", longest)
	}
	if _, ok := Parse(strings.Repeat("9", longest+1)); ok {
		t.Errorf("Parse reads %d digits", longest+1)
	}
	if _, _, ok := Divide(Integer(1), Integer(3), 1_000_000_000); ok {
		t.Error("Divide gives a billion decimals")
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v", took)
	}
}

func TestZeroValueIsZero(t *testing.T) {
	var zero Decimal
	if got := zero.String(); got != "0" {
		t.Errorf("the zero value is %s", got)
	}
	one := Integer(1)
	for _, got := range []Decimal{zero.Add(one), one.Add(zero), one.Sub(zero), zero.Sub(one).Abs(), zero.Mul(one).Add(one), zero.Shift(3).Add(one)} {
		if got.Cmp(one) != 0 {
			t.Errorf("%s, not 1", got)
		}
	}
	if _, _, ok := Divide(one, zero, 1); ok {
		t.Error("1 ÷ 0 has a result")
	}
}

func TestDivide(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		decimals           int
		rounded, truncated string
	}{
		{"199600", "2075", 1, "96.2", "96.1"},
		{"1", "3", 4, "0.3333", "0.3333"},
		{"2", "3", 4, "0.6667", "0.6666"},
		{"0", "7", 2, "0", "0"},
		{"12.5", "0.5", 0, "25", "25"},
		{"1", "2", 0, "1", "0"}, // a half goes up
		{"0.25", "1", 1, "0.3", "0.2"},
		{"0.2499", "1", 1, "0.2", "0.2"}, // rounded once, not 0.25 and then 0.3
		{"199.99", "1", 1, "200", "199.9"},
		{"123456789012345678901234567890", "0.1", 0, "1234567890123456789012345678900", "1234567890123456789012345678900"},
	} {
		a, _ := Parse(c.a)
		b, _ := Parse(c.b)
		rounded, truncated, ok := Divide(a, b, c.decimals)
		if !ok || rounded.String() != c.rounded || truncated.String() != c.truncated {
			t.Errorf("%s ÷ %s to %d = %s, %s, %v; want %s, %s", c.a, c.b, c.decimals, rounded, truncated, ok, c.rounded, c.truncated)
		}
	}
	for _, c := range []struct {
		a, b     int64
		decimals int
	}{{-1, 1, 0}, {1, -1, 0}, {-1, -1, 0}, {1, 0, 0}, {0, 0, 0}, {1, 1, -1}, {1, 1, longest + 1}} {
		if rounded, _, ok := Divide(Integer(c.a), Integer(c.b), c.decimals); ok {
			t.Errorf("%d ÷ %d to %d = %s; want none", c.a, c.b, c.decimals, rounded)
		}
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct {
		in   string
		by   int
		want string
	}{{"25.63", 4, "256300"}, {"0.5", 1, "5"}, {"-1.25", 1, "-12.5"}, {"2075", -2, "20.75"}, {"3", -4, "0.0003"}, {"0", 8, "0"}, {"7", 0, "7"}} {
		if d, _ := Parse(c.in); d.Shift(c.by).String() != c.want {
			t.Errorf("%s × 10^%d = %s, want %s", c.in, c.by, d.Shift(c.by), c.want)
		}
	}
}

func TestPercentage(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		printed     string
		computed    string
		agrees      bool
	}{
		{1996, 2075, "96", "96.2", true}, // 96.19…, to no decimals
		{1996, 2075, "96.2", "96.2", true},
		{1996, 2075, "96.1", "96.2", true}, // cut off
		{1996, 2075, "96.3", "96.2", false},
		{1996, 2075, "96.19", "96.2", true},
		{1996, 2075, "96.18", "96.2", false},
		{2, 3, "66", "66.7", true},
		{2, 3, "67", "66.7", true},
		{2, 3, "68", "66.7", false},
	} {
		printed, _ := Parse(c.printed)
		computed, agrees, ok := Percentage(Integer(c.part), Integer(c.whole), printed, c.printed)
		if !ok || computed.String() != c.computed || agrees != c.agrees {
			t.Errorf("%d of %d, printed %s: %s, %v, %v; want %s, %v", c.part, c.whole, c.printed, computed, agrees, ok, c.computed, c.agrees)
		}
	}
	if _, agrees, ok := Percentage(Integer(1), Decimal{}, Decimal{}, "0"); ok || agrees {
		t.Error("there is a percentage of nothing")
	}
}

// jsonForm is the form that report.json promises: no exponent, no zeros that
// say nothing.
var jsonForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$`)

// FuzzDecimal holds the arithmetic against math/big's fractions.
func FuzzDecimal(f *testing.F) {
	f.Add("25.63", "-0.5", 3)
	f.Add("9999999999999999", "3", 0)
	f.Add("0", "-0", -70)
	f.Add("1e9", "１", 64)
	f.Fuzz(func(t *testing.T, s, u string, n int) {
		a, okA := Parse(s)
		b, okB := Parse(u)
		if !okA || !okB {
			return
		}
		x, _ := new(big.Rat).SetString(s)
		y, _ := new(big.Rat).SetString(u)
		if s, u := a.String(), b.String(); s == u != (a.Cmp(b) == 0) || a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() {
			t.Fatalf("%s and %s compare as %d", s, u, a.Cmp(b))
		}
		n %= longest
		power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil))
		if n < 0 {
			power.Inv(power)
		}
		for name, result := range map[string]struct {
			got  Decimal
			want *big.Rat
		}{
			"a": {a, x}, "a+b": {a.Add(b), new(big.Rat).Add(x, y)}, "a−b": {a.Sub(b), new(big.Rat).Sub(x, y)}, "a×b": {a.Mul(b), new(big.Rat).Mul(x, y)},
			"|a|": {a.Abs(), new(big.Rat).Abs(x)}, "a×10^n": {a.Shift(n), power.Mul(power, x)},
		} {
			text := result.got.String()
			back, ok := new(big.Rat).SetString(text)
			if !ok || back.Cmp(result.want) != 0 || !jsonForm.MatchString(text) || !json.Valid([]byte(text)) {
				t.Errorf("a = %s, b = %s, n = %d: %s = %s, want %s", s, u, n, name, text, result.want)
			}
		}
	})
}

// A quotient is rounded to the nearest multiple of its last decimal, and cut
// off to the one below.
func TestDivideIsNearest(t *testing.T) {
	decimal := func(t *rapid.T, name string) Decimal {
		return Integer(rapid.Int64Range(0, 1e15).Draw(t, name)).Shift(-rapid.IntRange(0, 6).Draw(t, name+" decimals"))
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b, n := decimal(t, "a"), decimal(t, "b"), rapid.IntRange(0, 8).Draw(t, "decimals")
		rounded, truncated, ok := Divide(a, b, n)
		if !ok {
			if b.Sign() > 0 {
				t.Fatalf("%s ÷ %s has no result", a, b)
			}
			return
		}
		unit := Integer(1).Shift(-n)
		if rest := a.Sub(truncated.Mul(b)); rest.Sign() < 0 || rest.Cmp(unit.Mul(b)) >= 0 {
			t.Fatalf("%s ÷ %s to %d is cut off to %s", a, b, n, truncated)
		}
		twice := a.Sub(rounded.Mul(b)).Mul(Integer(2)) // from −unit·b to below unit·b
		if twice.Cmp(Integer(0).Sub(unit.Mul(b))) < 0 || twice.Cmp(unit.Mul(b)) >= 0 {
			t.Fatalf("%s ÷ %s to %d is rounded to %s", a, b, n, rounded)
		}
	})
}
