package check

import (
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Data of persons of other kinds than numbers of identity, telephone and account.
var privateForms = []string{
	"联系人：王某，邮箱 wang.moumou@example.com",
	"张伟（邮箱：zhangwei@163.com）反映问题",
	"村民李某，邮箱li@example.com",
	"户主李大山，电子邮箱：lds@qq.com",
	"申请人张某某，邮箱zhang＠example.com",
	"个人邮箱zhangwei@163.com",
	"联系人：李明　zhangming @ example.com",
	"李某\t13800000000\tli@qq.com",
	"户主李某，电话0399-2100123",
	"村民张伟，电话03992100123",
	"家庭电话0399-2100123",
	"宅电：2100123",
	"当事人李某某（电话：0399-2100123）",
	"患者王小明家属电话（0399）2100123",
	"护照号E12345678",
	"护照号码：EA1234567",
	"张某（护照E12345678）出境",
	"E12345678（护照）",
	"港澳通行证C12345678",
	"往来港澳通行证号码：CA1234567",
	"持台湾通行证T12345678",
	"护照号码：Ｅ１２３４５６７８",
	"回乡证H1234567890",
	"社保卡号：1234567890",
	"军官证号1234567",
	"车牌号豫M12345",
	"车辆豫M·12A45违停",
	"豫M D12345新能源车",
	"川A12345",
	"拖车京AD12345一辆",
	"粤B·12345挂",
	"家住示例路12号3栋502室",
	"家庭住址：示例市示例区示例路12号院3号楼2单元502室",
	"住址为示例小区3栋2单元502",
	"户籍地址：示例路3-2-502室",
	"现住幸福花园5幢301室",
	"张某，住幸福小区3栋502室",
	"到幸福小区3号楼502室走访慰问",
	"居住在示例街道示例公寓1座1203房",
	"申请人张伟不服示例市公安局处罚",
	"原告李建国诉示例市自然资源局一案",
	"被告：王秀英",
	"当事人赵丽丽，因违章建房被处罚",
	"患者刘强在示例医院就诊",
	"被害人陈小红",
	"受害人：陈红",
	"未成年人张小明",
	"学生李子涵，12岁",
	"原告张伟、李强与示例局",
	"第三人王秀兰",
	"上诉人周建军不服一审判决",
	"受援人孙桂兰领到赔偿款",
	"信访人吴大海反映",
	"户主郑国强",
	"社区矫正对象杨勇",
	"犯罪嫌疑人 马东",
	"申请人：欧阳小明",
	"王建国诉示例市人社局工伤认定案",
	"审结王建国诉区公安分局案",
	"张小明，男，1985年生",
	"李秀英（女，45岁）",
	"伤者赵明被送医",
	"投诉人钱小丽",
	"举报人：何伟",
	"留守儿童王小雨",
	"精神障碍患者李国庆",
	"吸毒人员张三",
	"当事人张三",
	"当事人是张三，家住城东",
	"原告系张三",
	"申请人名叫张三",
	"死者李四",
	"罪犯王五",
	"劳动者冯小刚",
}

// What tempts: offices' mailboxes, lines and addresses, service numbers, the names
// of officials, companies and honoured persons, hidden names, and words that begin
// like a name or a plate.
var publicForms = []string{
	"举报邮箱：jubao@example.gov.cn",
	"电子邮箱：shilisfj@163.com",
	"联系邮箱sfj@example.gov.cn，联系电话0399-2100123",
	"意见发送至sfj@example.com",
	"监督电话：0399-2100123，邮箱：jd@example.com",
	"联系人：王某，联系电话：0399-2100123",
	"12345、12348热线",
	"示例市司法局办公室电话0399-2100123",
	"办公地址：示例市示例路12号综合楼302室",
	"公共法律服务中心设在幸福小区3栋101室",
	"法律服务站位于阳光花园1号楼102室",
	"在幸福小区开展宣传12场",
	"走访3栋502户居民",
	"局长张伟出庭应诉",
	"行政机关负责人王建国出庭应诉",
	"副局长李强带队督导",
	"申请人李某某不服处罚",
	"原告张某诉示例市公安局",
	"申请人示例市宏达商贸有限公司不服",
	"原告：示例市建设公司",
	"申请人王府井百货公司不服",
	"当事人陈述、申辩",
	"保障当事人权利",
	"当事人双方达成协议",
	"当事人满意率98%",
	"患者安全",
	"学生安全教育12场",
	"未成年人保护",
	"申请人提出申请35件",
	"申请人、被申请人",
	"第三人民医院",
	"被申请人示例区人民政府",
	"患者家属12人",
	"学生方面，开展讲座",
	"申请人张女士对结果满意",
	"当事人李先生送来锦旗",
	"患者高压氧治疗",
	"学生万人签名",
	"当事人周边邻居",
	"人民调解员张伟调解成功",
	"律师李建国提供援助",
	"先进个人张伟、李强",
	"被告负责人出庭应诉率100%",
	"当事人程序权利",
	"申请人许可申请",
	"办理护照12345本、港澳通行证2345本",
	"护照签发12345678本",
	"新A股上市",
	"京津冀协同",
	"湘潭模式",
	"出动车辆35辆",
	"川渝12345热线联动",
	"皖通办、苏服码",
	"渝快办12345件",
	"鄂汇办2.0",
	"沪A类企业12345家",
	"户籍地址变更35件",
	"居住地变更12件",
	"家住农村的老人35人",
	"原告与被告和解",
	"患者于2023年康复",
	"学生任务",
	"邮编472000",
	"@所有人",
	"张伟（化名）",
	"受援人王某（化名）",
	"妇女儿童高质量发展",
	"儿童方某",
	"原告高院",
	"为家属文明送行",
	"微博@示例司法",
	"关注“@示例普法”",
	"被告人权利",
	"罪犯康复",
	"残疾人康复35人",
	"儿童康复12人",
	"残疾人文化进社区",
	"农民工任意",
	"申请人何时提出",
	"当事人于法定期限内",
	"劳动者权益，工资",
	"家属常见问题",
	"纠纷当事人方便",
	"儿童文学奖，我市作品入围",
	"深刻汲取张三、李四涉嫌严重违纪违法教训",
	"走访慰问困境儿童、孤儿35人",
	"新区、新村、新业态",
	"被告人有权获得辩护",
	"学生易感，教室通风",
}

func TestPersonalDataForms(t *testing.T) {
	for _, text := range privateForms {
		found := personalData(&Input{Words: lexicon.Builtin(), Report: read(whole(text))})
		if numbers := mobileNumber(&Input{Words: lexicon.Builtin(), Report: read(whole(text))}); len(found) == 0 && len(numbers) == 0 {
			t.Errorf("%s: nothing is found", text)
		}
	}
	for _, text := range publicForms {
		for _, f := range personalData(&Input{Words: lexicon.Builtin(), Report: read(whole(text))}) {
			t.Errorf("%s: %s: %s", text, f.Quote, f.Message)
		}
	}
}

// TestPersonalData: what exactly is found, and how gravely.
func TestPersonalData(t *testing.T) {
	ruleCases{
		"联系人：王某，邮箱 wang.moumou@example.com。": {"?wang.moumou@example.com"},
		"联系人：王某，举报邮箱 jubao@example.com。":     nil,
		"户主李某，电话0399-2100123、0399-2100124。":  {"?0399-2100123", "?0399-2100124"},
		"护照号E12345678，通行证C12345678。":         {"E12345678", "C12345678"},
		"豫M·12A45违停，豫MD12345补办。":             {"?豫M·12A45", "?豫MD12345"},
		"家庭住址：示例路12号院3号楼2单元502室，电话见附件。":      {"示例路12号院3号楼2单元502室"},
		"家住示例路12号院。":                         nil,
		"原告张伟、李强与示例局和解。":                     {"?张伟", "?李强"},
		"原告张伟和李建国不服。":                        {"?张伟", "?李建国"},
		"王建国诉示例市人社局，一审胜诉。":                   {"?王建国"},
		"被告欧阳小明，女，1985年生。":                   {"?欧阳小明"},
		"申请人：方伟。":                            {"?方伟"},
		"申请人方伟，":                             nil, // 方 is a word of its own
		"受害人张小红（化名）。":                        nil,
		"张小红（女，35岁）、赵明，男，汉族。":                {"?张小红", "?赵明"},
		"领导班子张小红（女）、赵明。":                     nil,
	}.run(t, personalData, Input{})
}

// TestPersonalDataMasked: names are masked in what other rules say of the line.
func TestPersonalDataMasked(t *testing.T) {
	r := read(whole("申请人张小明，走访走访528余次，家住示例路12号3栋502室，护照E12345678。"))
	for _, f := range Report(&Input{Words: lexicon.Builtin(), Report: r, Named: 2023}) {
		if said := f.Message + f.Suggestion + f.Quote + f.Excerpt; hasAny(said, "张小明", "示例路12号", "E12345678") {
			t.Errorf("%+v", f)
		}
		if f.Severity == report.Error && f.Quote == "张**" {
			t.Errorf("a name is an error: %+v", f)
		}
	}
}
