package progress

import (
	"sync"
	"time"
)

// Every calls say with the time since the call, again and again at an interval,
// until stop is called: for a pipe, in which no line can be redrawn. say is not
// running any more when stop returns.
func Every(interval time.Duration, say func(elapsed time.Duration)) (stop func()) {
	start, done := time.Now(), make(chan struct{})
	var ended sync.WaitGroup
	ended.Go(func() {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				say(time.Since(start))
			}
		}
	})
	return func() { close(done); ended.Wait() }
}
