//go:build !unix

package tree

// isNotDir is false where the system reports such paths as missing.
func isNotDir(error) bool { return false }
