package release

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncTree brings a folder and all in it to the disk. One call for the whole
// file system takes about as long as one for a single file, of which a site
// may have tens of thousands.
func syncTree(root string) error {
	f, err := os.Open(root)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
