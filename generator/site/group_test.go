package site

import "testing"

// TestIDOfOtherRegions: the bodies of no region have an id that no region has, whatever
// its address is called.
func TestIDOfOtherRegions(t *testing.T) {
	none := regionOf(&Body{})
	for _, slug := range []string{"other", "-other", "none", "shili"} {
		if named := regionOf(&Body{Region: "示例区", RegionSlug: slug}); named.id == none.id {
			t.Errorf("two groups have the id %s", named.id)
		}
	}
}
