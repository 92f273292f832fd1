package check

import "testing"

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
