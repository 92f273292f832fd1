package numeral

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// describe says all that was read: the value and the bytes it was read from,
// and what else is not zero.
func describe(s string, n Number) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s from %s", n.Value, s[:n.Size])
	if n.Approx != "" {
		fmt.Fprintf(&b, ", %s", n.Approx)
	}
	if n.Scale != "" || n.Lead != "" || n.LeadSize != 0 {
		fmt.Fprintf(&b, ", or %s %s from %s", n.Lead, n.Scale, s[:n.LeadSize])
	}
	if n.Of > 0 {
		fmt.Fprintf(&b, ", of %d", n.Of)
	}
	if n.Fraction {
		b.WriteString(", fraction")
	}
	if n.Arabic || n.Digits != 0 || n.Decimals != 0 {
		fmt.Fprintf(&b, ", arabic %d.%d", n.Digits-n.Decimals, n.Decimals)
	}
	return b.String()
}

// scanCase is a text and what is read from its start; "" where nothing is.
type scanCase struct{ in, want string }

func checkScan(t *testing.T, scan func(string) (Number, bool), cases []scanCase) {
	t.Helper()
	for _, c := range cases {
		got := ""
		if n, ok := scan(c.in); ok {
			got = describe(c.in, n)
		}
		if got != c.want {
			t.Errorf("of %q: %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestScanNothing(t *testing.T) {
	checkScan(t, Scan, []scanCase{{"", ""}, {"件", ""}, {"余", ""}, {"点五", ""}, {"第一", ""}, {"分之一", ""}, {".5", ""}, {",123", ""}, {" 1", ""}, {"零零", ""}, {"\xff", ""}})
}

// Hostile lengths cost time in proportion to the length.
func TestScanIsLinear(t *testing.T) {
	start := time.Now()
	for _, s := range []string{
		strings.Repeat("9", 100_000), strings.Repeat("９", 100_000), "1" + strings.Repeat(",234", 100_000), "1" + strings.Repeat(" 234", 100_000),
		strings.Repeat("一", 100_000), strings.Repeat("万", 100_000), strings.Repeat("九千", 100_000), "0." + strings.Repeat("0", 1<<20) + "万亿",
		"百分之" + strings.Repeat("9", 100_000), "三分之" + strings.Repeat("9", 100_000), "一点" + strings.Repeat("五", 100_000) + "万",
	} {
		Int(s)
		ScanSpaced(s)
		ScanParted(s)
		if n, ok := Scan(s); ok && !json.Valid([]byte(n.Value)) {
			t.Errorf("%.20s… has a value that is no JSON number", s)
		}
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"528余次", "3.8万亿元", "百分之九十六点五", "三分之零", "壹佰", "12,345", "零零", "一亿亿", "0.0万", "１．５", "12 345件", "1，234", "\xff１"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Int(s)
		for _, scan := range []func(string) (Number, bool){Scan, ScanSpaced, ScanParted} {
			n, ok := scan(s)
			if !ok {
				continue
			}
			if n.Size <= 0 || n.Size > len(s) || n.LeadSize > n.Size {
				t.Fatalf("%q reaches beyond the text: %+v", s, n)
			}
			if !json.Valid([]byte(n.Value)) || n.Scale != "" && !json.Valid([]byte(n.Lead)) {
				t.Fatalf("%q: %+v is no JSON number", s, n)
			}
			if n.Approx != "" && !strings.Contains(s[:n.Size], n.Approx) {
				t.Fatalf("%q does not print %s", s, n.Approx)
			}
		}
	})
}
