package check

import "testing"

// TestTwoYearSums: sums over two years that the two do not come to, and sound ones.
func TestTwoYearSums(t *testing.T) {
	ruleCases{
		"全年安排装备经费80万元，两年累计安排510万元，其中2022年70万元。":          {"?510万元"},
		"全年安排装备经费80万元，两年累计安排150万元，其中2022年70万元。":          nil,
		"全年安排装备经费80万元，两年累计安排510万元，其中2022年一季度70万元。":       nil,
		"上半年安排装备经费80万元，两年累计安排210万元，其中2022年70万元。":         nil,
		"安排装备经费80万元，安排培训经费20万元，两年累计安排170万元，其中2022年70万元。": nil,
		"全年安排装备经费80万元，三年累计安排210万元，其中2022年70万元。":          nil,
	}.run(t, changeMismatch, Input{})
}
