package tell

import (
	"encoding/json"
	"fmt"
	"io"

	"mingfa/generator/report"
)

// JSON writes {"findings":[…]}, sorted as Print sorts them; without findings
// the array is empty.
func JSON(w io.Writer, findings []report.Finding) error {
	all := sorted(findings)
	if all == nil {
		all = []report.Finding{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(struct {
		Findings []report.Finding `json:"findings"`
	}{all}); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}
