package report

import "testing"

func TestFailed(t *testing.T) {
	warning, fault := Finding{Severity: Warning}, Finding{Severity: Error}
	if Failed(nil) || Failed([]Finding{warning}) || !Failed([]Finding{warning, fault}) {
		t.Error("only an error-level finding fails")
	}
}
