package report

import "mingfa/generator/numeral"

// Decimal is the figure's value for arithmetic. It is false where the value is
// none, or longer than any figure has reason to be.
func (f *Figure) Decimal() (numeral.Decimal, bool) { return numeral.Parse(f.Value) }
