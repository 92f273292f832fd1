package check

import "testing"

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
