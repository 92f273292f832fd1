package report

import "time"

// Beijing is the time by which documents of state are dated and people read when something
// was published, wherever the program runs. China has kept one without summer time since
// 1991.
var Beijing = time.FixedZone("CST", 8*60*60)
