//go:build !unix

package part

import "testing"

// pipe skips: there are no pipes in folders.
func pipe(t *testing.T, _ string) { t.Skip("there are no pipes in folders") }
