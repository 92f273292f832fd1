// Package dataset writes all figures of a portal as open data: one row a figure, in
// the forms that spreadsheets (CSV, XLSX), programs (JSON Lines) and databases
// (Parquet) take, and the descriptions that catalogues of data read (Data Package,
// CSVW, DCAT, JSON Schema).
//
// A portal may have a million figures, and its reports are read in no order. So the
// rows of each report go into a Store, which keeps them in a file, and are written
// out in order when all of them are there: never are those of more than one report
// in memory. All is pure but for the file that the Store is given; the same reports
// give the same bytes, without the time of the run in them.
package dataset

import "strconv"

// Version is the version of the columns and of the descriptions. A new column makes
// a new minor version; a column that is dropped or means something else, a new major
// one. The data guide tells what changed in each.
const Version = "1.0.0"

// Row is one figure. What the text does not tell is "", a year that is not sure 0.
type Row struct {
	ID            string // of the whole portal: shili-sfj/2023/fc6aaadeb
	Body          string // slug
	BodyName      string
	Region        string
	ReportYear    int
	DataYear      int // of which the figure tells; 0 where the text does not surely say
	Indicator     string
	IndicatorName string
	Label         string
	Value         string // exact decimal
	Unit          string
	UnitClass     string // the first of the units that count the same: 件 for 起 and 宗
	Kind          string
	Bound         string
	Approx        string
	Raw           string
	Printed       string
	Target        bool
	Confirmed     bool
	Own           bool
	Section       string
	Quote         string
	Line          int
	Figure        string // id within its report
	URL           string
}

// columnType is the type of a column, in the words of Table Schema.
type columnType string

const (
	typeText    columnType = "string"
	typeNumber  columnType = "number"
	typeInteger columnType = "integer"
	typeYear    columnType = "year"
	typeFlag    columnType = "boolean"
	typeAddress columnType = "uri"
)

// column is a column in all of the forms.
type column struct {
	name   string // in CSV, JSON Lines and Parquet
	title  string // in XLSX, and to people
	kind   columnType
	always bool // no row is without it
	says   string
	text   func(r *Row) string
}

// columns are those of a figure, in order. New ones go to the end of the list, so
// that who reads them by their place reads the same.
var columns = []column{
	{"id", "编号", typeText, true, "整个网站里不重复的编号：单位编号/报告年度/数字编号。只要那句话不变，编号就不变", func(r *Row) string { return r.ID }},
	{"body", "单位编号", typeText, true, "发布报告的单位，也用在网址里", func(r *Row) string { return r.Body }},
	{"body_name", "单位名称", typeText, true, "发布报告的单位的全称", func(r *Row) string { return r.BodyName }},
	{"region", "地区", typeText, false, "单位所在的地区，网站设置里没有写的为空", func(r *Row) string { return r.Region }},
	{"report_year", "报告年度", typeYear, true, "报告写的是哪一年", func(r *Row) string { return strconv.Itoa(r.ReportYear) }},
	{"data_year", "数据年度", typeYear, false, "数字说的是哪一年：回顾的往年数、来年的打算与报告年度不同；拿不准的为空", func(r *Row) string { return yearText(r.DataYear) }},
	{"indicator", "指标编号", typeText, false, "对应的指标，没有则为空", func(r *Row) string { return r.Indicator }},
	{"indicator_name", "指标名称", typeText, false, "指标的名称", func(r *Row) string { return r.IndicatorName }},
	{"label", "名称", typeText, false, "数的是什么；拿不准的不起名字，请看原文", func(r *Row) string { return r.Label }},
	{"value", "数值", typeNumber, true, "十进制数；万、亿已经乘开，金额除外", func(r *Row) string { return r.Value }},
	{"unit", "计量单位", typeText, false, "原文的量词或单位", func(r *Row) string { return r.Unit }},
	{"unit_class", "单位类别", typeText, false, "数同一种东西的单位归为一类（起、宗归入件，万元、亿元归入元）；类别不同的不能相加、比较", func(r *Row) string { return r.UnitClass }},
	{"kind", "类型", typeText, true, "count 数量，amount 金额，rate 比率，change 变化", func(r *Row) string { return r.Kind }},
	{"bound", "界限", typeText, false, "原文只说了比这个数少或者多：<、≤、≥、>", func(r *Row) string { return r.Bound }},
	{"approx", "近似", typeText, false, "约数用语，没有则为空", func(r *Row) string { return r.Approx }},
	{"raw", "原文数字", typeText, true, "原文怎样写这个数", func(r *Row) string { return r.Raw }},
	{"printed", "原文写法", typeText, true, "数字连同单位和约数、界限用语，照原文", func(r *Row) string { return r.Printed }},
	{"target", "目标", typeFlag, true, "是不是计划要做到的数", func(r *Row) string { return strconv.FormatBool(r.Target) }},
	{"confirmed", "已核对", typeFlag, true, "工作人员是否对照原文核对过", func(r *Row) string { return strconv.FormatBool(r.Confirmed) }},
	{"own", "名称出自本句", typeFlag, true, "名称的字是否都在这一句里；没有名称的写否", func(r *Row) string { return strconv.FormatBool(r.Own) }},
	{"section", "章节", typeText, false, "数字所在的章节标题", func(r *Row) string { return r.Section }},
	{"quote", "原文", typeText, true, "写着它的那句原文", func(r *Row) string { return r.Quote }},
	{"line", "行号", typeInteger, true, "在原件的第几行", func(r *Row) string { return strconv.Itoa(r.Line) }},
	{"figure", "数字编号", typeText, true, "在报告里的编号，也是网页上的锚点", func(r *Row) string { return r.Figure }},
	{"url", "页面", typeAddress, true, "直接指向这个数字的网址", func(r *Row) string { return r.URL }},
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
