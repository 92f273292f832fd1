package publish

import (
	"testing"
	"time"

	"mingfa/generator/publish/checkout"
)

func TestClocks(t *testing.T) {
	now := time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)
	for commit, sound := range map[string]bool{
		"2026-11-24T12:00:00+08:00": true,
		"2026-11-25T11:59:00+08:00": true, // a zone that was set wrong
		"2020-01-01T00:00:00Z":      true, // an old commit is published late
		"2026-11-26T00:00:00Z":      false,
		"2036-01-01T00:00:00+08:00": false,
		"":                          true, // outside of git
	} {
		if err := CheckClock(checkout.Commit{Time: commit}, now); (err == nil) != sound {
			t.Errorf("%s: %v", commit, err)
		}
	}
}
