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

// TestRowsOfRates: percentages behind changes in another order, rows with a number too few, and sound ones.
func TestRowsOfRates(t *testing.T) {
	ruleCases{
		"复议案件18件，诉讼案件45件，较上年分别减少6件、5件，降幅分别为10.0%和25.0%。": {"?10.0%"},
		"复议案件18件，诉讼案件45件，较上年分别减少6件、5件，降幅分别为25.0%和10.0%。": nil,
		"复议案件18件，诉讼案件45件，较上年分别减少6件、5件，占比分别为10.0%和25.0%。": nil,
		"复议、诉讼案件较上年分别减少6件、5件，降幅分别为10.0%和25.0%。":          nil,
		"许可、处罚、检查分别为20件、44件，分别增长10%、20%、30%。":            {"?20件、44件"},
		"许可、处罚、检查分别为20件、36件、44件，分别增长10%、20%、30%。":        nil,
		"许可、处罚分别为20件、36件，新办、变更、延续分别增长10%、20%、30%。":       nil,
	}.run(t, changeMismatch, Input{})
}

// TestComparedYears: values that 同比 is proved to compare with, of another year than the one before, and sound ones.
func TestComparedYears(t *testing.T) {
	ruleCases{
		"接待来访240批次，同比下降20.0%（2020年为300批次）。":      {"?2020年为300批次"},
		"处理投诉165件（2021年为150件），同比增长10.0%。":        {"?2021年为150件"},
		"接待来访240批次，同比下降20.0%（2022年为300批次）。":      nil,
		"接待来访240批次，比2020年下降20.0%（2020年为300批次）。":  nil,
		"接待来访240批次，同比下降10.0%（2020年为300批次）。":      nil,
		"接待来访240批次，三年下降20.0%（2020年为300批次）。":      nil,
		"2021年接待来访240批次，同比下降20.0%（2020年为300批次）。": nil,
	}.run(t, wrongYear, Input{})
}
