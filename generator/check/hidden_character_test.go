package check

import "testing"

func TestHiddenCharacter(t *testing.T) {
	ruleCases{
		"办理案件2\u200b68件，调解3件。":           {"?办理案件2\u200b68件"},
		"办\u00ad理案件3件。":                  {"?办\u00ad理案件3件"},
		"\u202e办理案件3件\u202c，调解\u200d3件。": {"?\u202e办理案件3件\u202c"},
		"办理\u2060案件3件。":                  {"?办理\u2060案件3件"},
		"办理案件3件，调解\u00a03\u3000件。":       nil,
		"办理案件３件·调解3件——全部办结…":             nil,
	}.run(t, hiddenCharacter, Input{})
}
