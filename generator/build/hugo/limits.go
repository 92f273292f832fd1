package hugo

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"mingfa/generator/build/progress"
)

// Limits bound what one Hugo may take of the machine. Templates are programs: one
// may never end, or double a string until nothing is left, and the next push dies
// of it too. The zero value bounds nothing.
type Limits struct {
	Time   time.Duration
	Memory int64         // bytes
	Idle   time.Duration // how long it may live without using the processor
}

// What a site may take. A page takes Hugo a few milliseconds and some hundred
// kilobytes; these are ten times as much, and more than that for the first.
const (
	leastTime   = 3 * time.Minute
	timeOfPage  = 50 * time.Millisecond
	leastMemory = 2 << 30
	ofPage      = 1 << 20
	// idle is how long a Hugo that works never is without the processor. Hugo
	// 0.165 sometimes stops for good when ten pages fail: the goroutine that
	// collects their errors is gone while another still gives out pages.
	idle = 10 * time.Second
	// mostOutput bounds a single file that Hugo writes.
	mostOutput = 1 << 30
)

// Names of the environment's settings, whole numbers.
const (
	minutesName = "MINGFA_MINUTES" // how long Hugo may take
	memoryName  = "MINGFA_MEMORY"  // how many megabytes it may take
)

// LimitsFor are the limits for a site of so many pages, or those that the
// environment sets.
func LimitsFor(pages int) (Limits, error) {
	l := Limits{leastTime + time.Duration(pages)*timeOfPage, leastMemory + int64(pages)*ofPage, idle}
	if most := machineMemory() / 5 * 4; most > 0 {
		l.Memory = min(l.Memory, most)
	}
	minutes, err := fromEnvironment(minutesName)
	if err != nil {
		return l, err
	}
	if minutes > 0 {
		l.Time = time.Duration(minutes) * time.Minute
	}
	megabytes, err := fromEnvironment(memoryName)
	if megabytes > 0 {
		l.Memory = megabytes << 20
	}
	return l, err
}

func fromEnvironment(name string) (int64, error) {
	text := os.Getenv(name)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n <= 0 {
		return 0, &Failure{Summary: fmt.Sprintf("环境变量 %s 要写成大于 0 的整数，现在是“%s”", name, text)}
	}
	return n, nil
}

// tooLong is the cause of a run that took longer than it may.
func (l Limits) tooLong() error {
	return &Failure{Summary: fmt.Sprintf("生成网页超过 %s，已经停下。多半是某个模板一直算不完；网页确实很多时，用环境变量 %s 写明最多几分钟", progress.Spell(l.Time), minutesName)}
}

// nearly reports whether a Hugo that held so many bytes was near its limit. The
// count lags behind, and Go takes memory by tens of megabytes.
func (l Limits) nearly(peak int64) bool {
	return l.Memory > 0 && peak >= l.Memory/2
}

// tooLarge says that Hugo took more memory than it may.
func (l Limits) tooLarge(err error) error {
	return &Failure{Summary: fmt.Sprintf("Hugo 用的内存超过 %d MB，已经停下。多半是某个模板越算越大；网页确实很多时，用环境变量 %s 写明最多多少 MB", l.Memory>>20, memoryName), Err: err}
}

// stuck is the cause of a Hugo that lives on and does nothing.
var stuck = &Failure{Summary: "Hugo 停住不动了，没有说明原因。多半是很多网页同时出错：请检查刚改过的模板"}
