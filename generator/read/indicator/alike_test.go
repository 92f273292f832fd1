package indicator

import "testing"

// Units of a class make one series; people and their visits do not, and amounts
// would have to be converted.
func TestAlike(t *testing.T) {
	c := published(t)
	cases, _ := c.Index("legal-aid")
	money, _ := c.Index("penalty-amount")
	for _, test := range []struct {
		indicator int
		a, b      string
		want      bool
	}{
		{cases, "件", "起", true}, {cases, "宗", "件", true}, {cases, "件", "件", true}, {cases, "件", "次", false},
		{cases, "人", "人次", false}, {cases, "名", "人", true}, {money, "万元", "元", false}, {money, "万元", "万元", true},
	} {
		if got := c.Alike(test.indicator, test.a, test.b); got != test.want {
			t.Errorf("%s and %s: %v", test.a, test.b, got)
		}
	}
}
