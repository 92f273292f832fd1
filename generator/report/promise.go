package report

// Promise is one thing that a report planned for the year to come, and what the
// report on that year says of it. Quote and Goal are of the earlier report, all else is of
// the later one.
type Promise struct {
	Quote    Span // the words of the plan
	Lead     Span // what stands before them that they go on from: 创建示范村4个 of 其中省级1个; empty where they say all themselves
	Goal     int  // index of the figure that is planned; -1 where the words name none
	Then     bool // Goal is no plan but what the year before came to, of 败诉率继续下降
	Status   PromiseStatus
	By       PromiseBy
	Figure   int    // index of the figure that was held against the goal; -1 where none was
	Evidence Span   // the sentence that the status rests on; empty without one
	Admitted Span   // where the report says itself that it fell short; empty where it does not
	Reason   string // of staff; published

	Each  string // how often within the year the goal is planned, where that was multiplied: 每季度
	Times int    // and how many times a year that is: 4

	Confirmed bool // staff have held it against both reports
}

// PromiseStatus says what came of a thing that was planned.
type PromiseStatus string

// What may come of a plan. Nothing is called met in doubt: where a report speaks of a
// plan and does not say plainly what came of it, that is unclear.
const (
	PromiseMet         PromiseStatus = "met"
	PromisePartly      PromiseStatus = "partly"
	PromiseUnmet       PromiseStatus = "unmet"
	PromiseUnmentioned PromiseStatus = "unmentioned"
	PromiseUnclear     PromiseStatus = "unclear"
)

// PromiseStatuses are all of them, what matters most to a reader first.
var PromiseStatuses = []PromiseStatus{PromiseUnmet, PromisePartly, PromiseUnmentioned, PromiseUnclear, PromiseMet}

// Name is what people call the status.
func (s PromiseStatus) Name() string {
	switch s {
	case PromiseMet:
		return "到位"
	case PromisePartly:
		return "部分到位"
	case PromiseUnmet:
		return "未达到"
	case PromiseUnmentioned:
		return "没有提到"
	}
	return "未能判断"
}

// PromiseBy says who or what settled a status.
type PromiseBy string

// Ways to settle a status.
const (
	PromiseByFigures PromiseBy = "figures" // two numbers were held against each other
	PromiseByWords   PromiseBy = "words"
	PromiseByStaff   PromiseBy = "staff"
)
