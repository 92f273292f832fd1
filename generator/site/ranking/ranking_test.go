package ranking

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// same joins 件 and 起, as the class of an indicator does.
func same(a, b string) bool {
	return a == b || strings.Contains("件起", a) && strings.Contains("件起", b)
}

// read makes values of words: 12件, 1.2万件, 70余件, <4件, 12件@2022, 12件!.
func read(t *testing.T, words ...string) []Value {
	t.Helper()
	var values []Value
	for _, word := range words {
		v := Value{Year: 2023}
		word, v.Changed = strings.CutSuffix(word, "!")
		word, year, dated := strings.Cut(word, "@")
		if dated {
			v.Year, _ = strconv.Atoi(year)
		}
		for _, b := range []report.Bound{report.BoundBelow, report.BoundAtMost, report.BoundAtLeast, report.BoundAbove} {
			if rest, ok := strings.CutPrefix(word, string(b)); ok {
				word, v.Bound = rest, b
			}
		}
		end := strings.IndexAny(word, "余件起名%")
		v.Raw, v.Unit = word[:end], word[end:]
		if rest, ok := strings.CutPrefix(v.Unit, "余"); ok {
			v.Unit, v.Approx = rest, "余"
		}
		digits, shift := v.Raw, 0
		if d, ok := strings.CutSuffix(digits, "万"); ok {
			digits, shift = d, 4
		}
		number, ok := numeral.Parse(digits)
		if !ok {
			t.Fatalf("%s is no number", digits)
		}
		v.Number = number.Shift(shift)
		values = append(values, v)
	}
	return values
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ values, want string }{
		{"12件 30件 7件", "2 1 3"},
		{"12件 30起 7件", "2 1 3"},
		{"12件 12件 30件 7件", "2= 2= 1 4"},
		{"12件 12件 12件", "1= 1= 1="},
		{"0件 0件 1件", "2= 2= 1"},
		{"96% 97% 98%", "3 2 1"},
		{"96.1% 96.2% 98.0%", "3 2 1"},
		{"1.2万件 3万件 500件", "2 1 3"},
		{"1.2万件 1.3万件 12件", "2 1 3"},
		{"12件", string(Few)},
		{"12件 30件", string(Few)},
		{"12件 30件 7件@2022", string(Years)},
		{"12件 30名 7件", string(Units)},
		{"12名 30件 7件", string(Units)},
		{"12件 30件 7件!", string(Changed)},
		{"12件 70余件 7件", string(Inexact)},
		{"12件 <4件 7件", string(Inexact)},
		{"12件 ≥4件 7件", string(Inexact)},
		{"12件 >40件 7件", string(Inexact)},
		{"96% 96.2% 98%", string(Coarse)},
		{"96% 96.7% 98%", string(Coarse)}, // cut off it is 96
		{"97% 96.7% 90%", string(Coarse)}, // rounded it is 97
		{"96% 96.0% 98%", string(Coarse)},
		{"1.2万件 12345件 7件", string(Coarse)},
		{"1.2万件 11990件 7件", string(Coarse)},
		{"1.2万件 13900件 7件", "2 1 3"},
		{"3万件 2.6万件 26100件", string(Coarse)},
	} {
		places, why := Places(read(t, strings.Fields(c.values)...), same)
		var words []string
		for _, p := range places {
			word := strconv.Itoa(p.Number)
			if p.Shared {
				word += "="
			}
			words = append(words, word)
		}
		if got := strings.Join(words, " ") + string(why); got != c.want {
			t.Errorf("%s: %s, want %s", c.values, got, c.want)
		}
	}
}

// invented is a value as no hand would think of it, mostly exact and of one year.
func invented(r *rand.Rand, digits int) Value {
	raw := strconv.Itoa(r.IntN(digits))
	shift := 0
	switch r.IntN(6) {
	case 0:
		raw += "." + strconv.Itoa(r.IntN(10))
	case 1:
		raw, shift = raw+"万", 4
	case 2:
		raw, shift = raw+"."+strconv.Itoa(r.IntN(10))+"万", 4
	}
	number, _ := numeral.Parse(strings.TrimSuffix(raw, "万"))
	v := Value{Number: number.Shift(shift), Raw: raw, Unit: "件", Year: 2023}
	switch r.IntN(40) {
	case 0:
		v.Approx = "余"
	case 1:
		v.Bound = report.BoundBelow
	case 2:
		v.Year = 2022
	case 3:
		v.Unit = "名"
	case 4:
		v.Changed = true
	case 5:
		v.Unit = "起"
	}
	return v
}

// TestPlacesOfAnyValues: places are printed of all values or of none; what is not
// exact, of another year or unit, or counted otherwise is never among them; the
// place of a value is one more than how many are surely larger, and of no two
// values may the order be doubted.
func TestPlacesOfAnyValues(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 4))
	sound := 0
	for range 20000 {
		values := make([]Value, r.IntN(7))
		for i := range values {
			values[i] = invented(r, []int{3, 30, 3000}[r.IntN(3)])
		}
		places, why := Places(values, same)
		if (why == "") != (places != nil) || places != nil && len(places) != len(values) {
			t.Fatalf("%d values have %d places, %q", len(values), len(places), why)
		}
		order := Order(values)
		for i := 1; i < len(order); i++ {
			if c := values[order[i-1]].Number.Cmp(values[order[i]].Number); c < 0 || c == 0 && order[i-1] > order[i] {
				t.Fatalf("%v is no order of %v", order, values)
			}
		}
		if places == nil {
			continue
		}
		sound++
		for i := range values {
			v, more, equal := &values[i], 0, 0
			if !v.Exact() || v.Changed || v.Year != values[0].Year || !same(v.Unit, values[0].Unit) {
				t.Fatalf("%v has a place among %v", *v, values)
			}
			for k := range values {
				switch c := values[k].Number.Cmp(v.Number); {
				case k == i:
				case blurred(v, &values[k]):
					t.Fatalf("%s and %s have places", v.Raw, values[k].Raw)
				case c > 0:
					more++
				case c == 0:
					equal++
				}
			}
			if want := (Place{more + 1, equal > 0}); places[i] != want {
				t.Fatalf("%s has place %v, want %v, of %v", v.Raw, places[i], want, values)
			}
		}
	}
	if sound < 1000 {
		t.Errorf("only %d lists had places", sound)
	}
}

// TestPlacesInAnyOrder: the order that values come in changes no place.
func TestPlacesInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 15))
	for range 2000 {
		values := make([]Value, 3+r.IntN(6))
		for i := range values {
			values[i] = invented(r, 20)
		}
		places, why := Places(values, same)
		perm := r.Perm(len(values))
		mixed := make([]Value, len(values))
		for i, p := range perm {
			mixed[i] = values[p]
		}
		again, whyAgain := Places(mixed, same)
		if (why == "") != (whyAgain == "") {
			t.Fatalf("%q, and mixed %q", why, whyAgain)
		}
		for i, p := range perm {
			if again != nil && again[i] != places[p] {
				t.Fatalf("%s has place %v, and mixed %v", values[p].Raw, places[p], again[i])
			}
		}
	}
}
