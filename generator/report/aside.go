package report

// Aside is a number of the text that is known to be no data, with the words that
// make it so. Every digit of a report is in a figure, in the number of a heading,
// in an aside or in an unread-number finding: none is lost without a word.
type Aside struct {
	Span   Span
	Reason Reason
}

// Reason says why a number is no data.
type Reason string

// Reasons.
const (
	ReasonDate      Reason = "date"      // a year, a date, a term of years: 2023年, 12月, 2023.2.10
	ReasonTime      Reason = "time"      // of the day: 9:00
	ReasonItem      Reason = "item"      // the number of an item or a section: 1. （2） ①
	ReasonOrdinal   Reason = "ordinal"   // 第3条
	ReasonDocument  Reason = "document"  // 〔2023〕12号
	ReasonReference Reason = "reference" // 表1, 附件2
	ReasonRank      Reason = "rank"      // 位列全市2
	ReasonTelephone Reason = "telephone" // 12345热线, 0371-6123456
	ReasonCode      Reason = "code"      // 邮编472000, an account
	ReasonName      Reason = "name"      // 1+N, PM2.5, 12号楼, 500强, a web address
	ReasonTitle     Reason = "title"     // in 《》
	ReasonQuotation Reason = "quotation" // in “”, where that is a name rather than a sentence
	ReasonAddress   Reason = "address"   // 主楼14层
	ReasonPage      Reason = "page"      // — 3 —, 第3页 共10页
	ReasonContents  Reason = "contents"  // 一、工作情况……3
	ReasonClass     Reason = "class"     // 100万元以上的合同: which things, not how many
	ReasonEach      Reason = "each"      // 每10家
	ReasonWord      Reason = "word"      // a Chinese numeral in a phrase: 三个方面
	ReasonMark      Reason = "mark"      // of a note: 报告²
	ReasonHead      Reason = "head"      // in the head, the names or the numbering of a table
	ReasonFront     Reason = "front"     // in the title, the lines below it, a caption, the signature
)
