package check

import "testing"

// TestAveragesOfNamed: averages that their sentence's numbers do not give, and those that they
// do or that are of something else.
func TestAveragesOfNamed(t *testing.T) {
	ruleCases{
		"举办讲座46场，受众8372人，场均128人。":                 {"?128人"},
		"举办讲座46场，受众8372人，场均182人。":                 nil,
		"作出处罚决定41件，罚款286.3万元，件均9.68万元。":           {"?9.68万元"},
		"作出处罚决定41件，罚款286.3万元，件均6.98万元。":           nil,
		"全镇17个村均有法律服务点，培养明白人86名，平均每村（社区）4名。":      {"?4名"},
		"全镇17个村均有法律服务点，培养明白人68名，平均每村（社区）4名。":      nil,
		"县级以上政府法律顾问9个团队、36人，平均每个团队7人。":            {"?7人"},
		"县级以上政府法律顾问9个团队、63人，平均每个团队7人。":            nil,
		"全区9个司法所在编人员仅72人，平均每所3人。":                 {"?3人"},
		"全区9个司法所在编人员仅27人，平均每所3人。":                 nil,
		"举办讲座46场，受众8372人，人均学习40学时。":               nil,
		"举办讲座46场，受众8372人，日均23人。":                  nil,
		"全年接待来访8372人次，场均182人。":                    nil,
		"走进校园活动172场，覆盖师生6.88万人次，场均400人次。":         nil,
		"举办讲座46场、受众8372人，走进企业20场、受众3000人，场均150人。": nil,
		"举办讲座46场，受众8372人，场均约180人。":                nil,
		"举办讲座46场，受众8372人，场均比上年多12人。":              nil,
	}.run(t, changeMismatch, Input{})
}

// TestTimesOfYearBefore: multiples of a value of the year before that stands inside their words.
func TestTimesOfYearBefore(t *testing.T) {
	ruleCases{
		"返还资金63.2万元，是上年（15.8万元）的6倍。": {"?6倍"},
		"返还资金63.2万元，是上年（15.8万元）的4倍。": nil,
		"办结赔偿案件9件，是上年3件的5倍。":         {"?5倍"},
		"办结赔偿案件9件，是上年3件的3倍。":         nil,
		"办结赔偿案件9件，是全省平均3件的5倍。":       nil,
		"制发文件10件，是2022年3件的3倍。":       nil,
		"制发文件10件，是2022年3件的3.3倍。":     nil,
		"制发文件10件，是2022年3件的3.8倍。":     {"?3.8倍"},
	}.run(t, changeMismatch, Input{})
}
