package series_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"mingfa/generator/numeral"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

func TestCompare(t *testing.T) {
	count := func(value, unit string) *report.Figure {
		return &report.Figure{Value: value, Raw: value, Unit: unit, Kind: report.KindCount}
	}
	rate := func(value string) *report.Figure {
		return &report.Figure{Value: value, Raw: value, Unit: "%", Kind: report.KindRate}
	}
	about := func(f *report.Figure, approx string, bound report.Bound) *report.Figure {
		f.Approx, f.Bound = approx, bound
		return f
	}
	printed := func(f *report.Figure, raw string) *report.Figure {
		f.Raw = raw
		return f
	}
	for _, c := range []struct {
		about     string
		then, now *report.Figure
		want      string
	}{
		{"less", count("20418", "件"), count("19873", "件"), "-545 -2.7"},
		{"more", count("386", "件"), count("408", "件"), "22 5.7"},
		{"the same", count("12", "件"), count("12", "件"), "0 "},
		{"so little that no percentage tells it", count("100000", "件"), count("100001", "件"), "1 "},
		{"from nothing", count("0", "件"), count("8", "件"), "8 "},
		{"to nothing", count("8", "件"), count("0", "件"), "-8 -100"},
		{"percentages", rate("75"), rate("100"), "25 points"},
		{"percentages with other decimals", rate("94.5"), rate("97"), "2.5 points"},
		{"％", printed(&report.Figure{Value: "75", Unit: "％", Kind: report.KindRate}, "75"), rate("80"), "5 points"},
		{"money", &report.Figure{Value: "237.6", Raw: "237.6", Unit: "万元", Kind: report.KindAmount}, &report.Figure{Value: "198.4", Raw: "198.4", Unit: "万元", Kind: report.KindAmount}, "-39.2 -16.5"},
		{"money in other units", &report.Figure{Value: "612.4", Raw: "612.4", Unit: "万元", Kind: report.KindAmount}, &report.Figure{Value: "0.07", Raw: "0.07", Unit: "亿元", Kind: report.KindAmount}, "no"},
		{"people and visits", count("216", "人次"), count("198", "人"), "no"},
		{"百余", about(count("100", "件"), "余", ""), count("120", "件"), "no"},
		{"近百", count("90", "件"), about(count("100", "件"), "近", ""), "no"},
		{"不足", about(count("4", "名"), "", report.BoundBelow), count("4", "名"), "no"},
		{"以上", rate("85"), about(rate("90"), "以上", report.BoundAtLeast), "no"},
		{"both in 万", printed(count("11200", "公里"), "1.12万"), printed(count("13500", "公里"), "1.35万"), "2300 20.5"},
		{"rounded to 万 and not", printed(count("12000", "件"), "1.2万"), count("11876", "件"), "no"},
		{"a change", &report.Figure{Value: "5", Raw: "5", Unit: "%", Kind: report.KindChange}, rate("6"), "no"},
	} {
		got := "no"
		if d, ok := series.Compare(c.then, c.now); ok {
			got = d.Difference.String() + " " + d.Percent
			if d.Points {
				got += "points"
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

// TestCompareTurnsRound: what is more one way is as much less the other way; the
// earlier value and the difference make the later one; nothing is computed of an
// approximation, a bound or two units; the sign of the percentage is that of the
// difference.
func TestCompareTurnsRound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	units := []string{"件", "起", "人次", "%", "万元", "亿元", ""}
	kinds := []report.Kind{report.KindCount, report.KindRate, report.KindAmount, report.KindChange}
	figure := func() *report.Figure {
		value := fmt.Sprint(random.IntN(3000))
		if random.IntN(3) == 0 {
			value += fmt.Sprintf(".%d", 1+random.IntN(9))
		}
		f := &report.Figure{Value: value, Raw: value, Unit: units[random.IntN(len(units))], Kind: kinds[random.IntN(len(kinds))]}
		switch random.IntN(8) {
		case 0:
			f.Approx = "余"
		case 1:
			f.Bound = report.BoundBelow
		}
		return f
	}
	compared := 0
	for range 20_000 {
		a, b := figure(), figure()
		there, ok := series.Compare(a, b)
		back, okBack := series.Compare(b, a)
		if ok != okBack {
			t.Fatalf("%+v, %+v: only one way", a, b)
		}
		if !a.Exact() || !b.Exact() || a.Unit != b.Unit || a.Kind == report.KindChange || b.Kind == report.KindChange {
			if ok {
				t.Fatalf("%+v, %+v are compared", a, b)
			}
			continue
		}
		compared++
		was, _ := a.Decimal()
		is, _ := b.Decimal()
		zero := numeral.Integer(0)
		if there.Difference.Add(back.Difference).Cmp(zero) != 0 || was.Add(there.Difference).Cmp(is) != 0 {
			t.Fatalf("%s to %s is %s, and back %s", a.Value, b.Value, there.Difference, back.Difference)
		}
		if p := there.Percent; p != "" && (strings.HasPrefix(p, "-") != (there.Difference.Sign() < 0) || was.Sign() == 0 || there.Points) {
			t.Fatalf("%s%s to %s%s is %s percent", a.Value, a.Unit, b.Value, b.Unit, p)
		}
	}
	if compared < 500 {
		t.Errorf("only %d pairs were compared", compared)
	}
}
