// Package regions gives the regions that bodies belong to their addresses:
// /regions/<slug>/. A region is a name in Chinese in body.toml, an address is of
// ASCII and never changes.
package regions

import (
	"crypto/sha256"
	"encoding/hex"
)

// Region is a region whose address staff have chosen.
type Region struct {
	Name string `toml:"name" need:"true" zh:"地区名称"` // as the bodies have it
	Slug string `toml:"slug" need:"true" zh:"网址名"`
}

// Slug is the address of the region with a name: the one that staff have
// chosen, or Default.
func Slug(name string, chosen []Region) string {
	for _, r := range chosen {
		if r.Name == name && r.Slug != "" {
			return r.Slug
		}
	}
	return Default(name)
}

// Default is the address of a region for which nobody has chosen one. It hangs on
// the name alone, so that no body that comes or goes changes it. A spelling in
// Latin letters would read better and be wrong for names such as 六安.
func Default(name string) string {
	sum := sha256.Sum256([]byte(name))
	return "r-" + hex.EncodeToString(sum[:4])
}
