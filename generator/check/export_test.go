package check

// Update reports whether cases are to be written anew.
func Update() bool { return *update }
