package release

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// standing says how the live release of the store in dir stands to those that were published there: astray where an
// older one is live though nobody went back to it with rollback, since somebody may have set the link by
// hand, or where its manifest is not the one that was published; back where somebody went back. Both are "" where
// the newest is live, and where dir holds no store.
//
// The log is what tells that a release was live: a publisher that is killed before the swap leaves a newer
// folder that nobody has seen, and one that is killed after it a log that ends before the live release.
func (v *Verdict) standing(dir string) {
	s := &Store{dir: dir}
	live, err := s.live()
	if err != nil || live == "" {
		return
	}
	raw, err := os.ReadFile(filepath.Join(dir, LogName))
	if err != nil {
		return
	}
	var log Log
	if err := json.Unmarshal(raw, &log); err != nil {
		return
	}
	var newest, of Entry
	for _, e := range log.Releases {
		if e.Purged != "" {
			continue
		}
		newest = e
		if e.ID == live {
			of = e
		}
	}
	if of.Manifest != "" && of.Manifest != Sum(v.Text) {
		v.Astray = fmt.Sprintf("清单 %s 不是第 %d 次发布时的那一份：和发布记录 %s 里记的校验值不同", ManifestName, of.Number, LogName)
		return
	}
	if newest.ID <= live { // ids sort by age
		return
	}
	words := fmt.Sprintf("网站现在是较早的发布 %s，最近一次是第 %d 次发布 %s", live, newest.Number, newest.ID)
	if of.Number > 0 {
		words = fmt.Sprintf("网站现在是第 %d 次发布 %s，最近一次是第 %d 次发布 %s", of.Number, live, newest.Number, newest.ID)
	}
	from, to, err := s.wentBack()
	if err == nil && from >= newest.ID && (to == "" || to == live) {
		v.Back = words + "：已用 rollback 退回"
		return
	}
	v.Astray = words + "；没有用 rollback 退回的记录，可能有人改动了 current 这个链接，请查明原因"
}
