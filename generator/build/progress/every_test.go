package progress

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestEvery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var said []time.Duration
		stop := Every(10*time.Second, func(elapsed time.Duration) { said = append(said, elapsed) })
		time.Sleep(25 * time.Second)
		stop()
		time.Sleep(time.Minute)
		if got := fmt.Sprint(said); got != "[10s 20s]" {
			t.Errorf("said after %s", got)
		}
	})
}
