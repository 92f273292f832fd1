package publish

import (
	"fmt"
	"time"

	"mingfa/generator/publish/checkout"
	"mingfa/generator/report"
)

// slack is how far the clocks of two machines may be apart.
const slack = 24 * time.Hour

// CheckClock compares the clock by which a report gets its day of first publication
// with that of the commit. A commit from the future has one of the two wrong, and a
// day that is on record is never changed.
func CheckClock(commit checkout.Commit, now time.Time) error {
	at, err := time.Parse(time.RFC3339, commit.Time)
	if err != nil || at.Sub(now) <= slack {
		return nil
	}
	return fmt.Errorf("这次提交的时间是 %s，而服务器的时间是 %s：两个时钟有一个不对，首次发布日期会记错。请核对两台机器的时间；是提交的那台不对的，校准以后用 git commit --amend --reset-author 重新提交",
		at.In(report.Beijing).Format("2006年1月2日 15:04"), now.In(report.Beijing).Format("2006年1月2日 15:04"))
}
