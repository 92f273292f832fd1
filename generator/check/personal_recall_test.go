package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// perForm is how many numbers are invented of each kind in each form.
const perForm = 60

// personKind is a kind of number of a person: how one is invented, in the groups that
// people write it in, and the words about it.
type personKind struct {
	rule   string
	alike  bool // a broken one may look like another kind
	invent func(*rand.Rand) []string
	bare   []string // words that do not name it
	named  []string // words that do
	typo   []string // words about one in which a digit was mistyped
}

var personKinds = map[string]personKind{
	"identity, 18": {rule: "id-number", invent: inventIdentity,
		bare:  []string{"李某（%s）到窗口办理。", "当事人王某，%s，已结案。", "张三\t%s\t低保", "1.%s赵某", "来访人：孙某 %s", "%s"},
		named: []string{"身份证号%s。", "公民身份号码：%s，", "身份证：%s", "申请人周某（身份证号码%s）", "身份证号码\t%s\t"},
		typo:  []string{"身份证号%s。", "公民身份号码：%s，", "申请人周某（身份证号码%s）", "李某（%s）到窗口办理。", "当事人王某，%s，已结案。"}},
	"identity, 15": {rule: "id-number", alike: true, invent: inventOldIdentity,
		bare:  []string{"李某（%s）到窗口办理。", "当事人王某，%s，已结案。"},
		named: []string{"身份证号%s。", "公民身份号码：%s，", "申请人周某（身份证号码%s）"},
		typo:  []string{"身份证号%s。", "公民身份号码：%s，"}},
	"mobile": {rule: "mobile-number", invent: inventMobile,
		bare:  []string{"李某（%s）到窗口办理。", "当事人王某，%s，已结案。", "张三\t%s\t低保", "%s"},
		named: []string{"手机%s。", "联系电话：%s，", "电话\t%s\t", "（联系方式：%s）", "联系人吴某，手机号码为%s。"},
		typo:  []string{"手机%s。", "李某（%s）到窗口办理。"}},
	"card": {rule: "bank-card", invent: inventCard,
		bare:  []string{"李某（%s）到窗口办理。", "%s"},
		named: []string{"卡号%s。", "银行卡号：%s，", "银行账户：%s。", "汇入郑某的银行卡（%s）。"},
		typo:  []string{"卡号%s。", "银行卡号：%s，", "账号为%s，"}},
	"account": {rule: "bank-card", alike: true, invent: inventAccount,
		named: []string{"账号%s。", "开户行：示例银行，账号：%s。", "收款账号为%s，", "银行账户%s。"},
		typo:  []string{"账号%s。", "收款账号为%s，"}},
	"fixed line": {rule: "personal-data", invent: inventFixedLine,
		named: []string{"户主李某，电话%s。", "当事人王某，联系电话：%s。", "家庭电话%s。", "住户张某家，电话：%s。"}},
}

// personForms are the ways in which a number is written, of its groups of ASCII digits.
var personForms = map[string]func(r *rand.Rand, groups []string) string{
	"plain":             inDigits("0123456789", ""),
	"full width":        inDigits("０１２３４５６７８９", ""),
	"mathematical":      inDigits("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", ""),
	"monospace":         inDigits("𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿", ""),
	"circled":           inDigits("⓪①②③④⑤⑥⑦⑧⑨", ""),
	"circled, black":    inDigits("⓿❶❷❸❹❺❻❼❽❾", ""),
	"Chinese, 〇一":       inDigits("〇一二三四五六七八九", ""),
	"Chinese, 零一":       inDigits("零一二三四五六七八九", ""),
	"Chinese, 幺":        inDigits("零幺二三四五六七八九", ""),
	"Chinese, 〇幺":       inDigits("〇幺二三四五六七八九", ""),
	"Chinese, capital":  inDigits("零壹贰叁肆伍陆柒捌玖", ""),
	"a space":           inDigits("0123456789", " "),
	"two spaces":        inDigits("0123456789", "  "),
	"a wide space":      inDigits("0123456789", "　"),
	"a fixed space":     inDigits("0123456789", "\u00a0"),
	"a hyphen":          inDigits("0123456789", "-"),
	"a middle dot":      inDigits("0123456789", "·"),
	"a slash":           inDigits("0123456789", "/"),
	"a comma":           inDigits("0123456789", ","),
	"a full stop":       inDigits("0123456789", "."),
	"zero width":        inDigits("0123456789", "\u200b"),
	"a joiner":          inDigits("0123456789", "\u200d"),
	"a byte order mark": inDigits("0123456789", "\ufeff"),
	"a soft hyphen":     inDigits("0123456789", "\u00ad"),
	"zero width, everywhere": func(_ *rand.Rand, groups []string) string {
		return strings.Join(strings.Split(strings.Join(groups, ""), ""), "\u200b")
	},
	"soft hyphen, anywhere": anywhere("\u00ad"),
}

// brokenForms part a number at one random place, which only words beside it show to
// be one number.
var brokenForms = map[string]func(r *rand.Rand, groups []string) string{
	"over two lines":           anywhere("\n"),
	"over two lines, indented": anywhere("\n　　"),
	"over two cells":           anywhere("\t"),
	"spaces anywhere":          anywhere("  "),
	"each digit by itself": func(_ *rand.Rand, groups []string) string {
		return strings.Join(strings.Split(strings.Join(groups, ""), ""), " ")
	},
}

func inDigits(row, joint string) func(*rand.Rand, []string) string {
	return func(_ *rand.Rand, groups []string) string { return digitsAs(row)(strings.Join(groups, joint)) }
}

func anywhere(joint string) func(*rand.Rand, []string) string {
	return func(r *rand.Rand, groups []string) string {
		whole := strings.Join(groups, "")
		at := 1 + r.IntN(len(whole)-1)
		return whole[:at] + joint + whole[at:]
	}
}

// TestRecallOfPersonalData: of numbers invented in each form all are found.
func TestRecallOfPersonalData(t *testing.T) {
	for kind, k := range personKinds {
		for form, write := range personForms {
			k.recall(t, kind+", "+form+", bare", k.bare, write)
			k.recall(t, kind+", "+form+", named", k.named, write)
		}
		for form, write := range brokenForms {
			k.alike = true // half of a broken one may look like another kind
			k.recall(t, kind+", "+form, k.named, write)
		}
		k.recall(t, kind+", mistyped", k.typo, mistyped)
	}
}

// recall wants numbers of a kind found, each in a paragraph of a report of its own.
func (k personKind) recall(t *testing.T, name string, sentences []string, write func(*rand.Rand, []string) string) {
	t.Helper()
	r := rand.New(rand.NewPCG(13, uint64(len(name)))) // the same numbers each time, in whatever order the forms come
	if len(sentences) == 0 {
		return
	}
	var all strings.Builder
	var at []int // where the paragraphs begin
	for i := range perForm {
		at = append(at, all.Len())
		all.WriteString(strings.Replace(sentences[i%len(sentences)], "%s", write(r, k.invent(r)), 1) + "\n\n本项工作已经办结。\n\n")
	}
	text := all.String()
	in := &Input{Words: lexicon.Builtin(), Report: read(text)}
	found := make([]int, perForm)
	for _, d := range in.personal() {
		i, exact := slices.BinarySearch(at, d.span.Start)
		if !exact {
			i--
		}
		found[i]++
		if d.rule != k.rule && !k.alike {
			t.Errorf("%s: %q is found by %s", name, text[d.span.Start:d.span.End], d.rule)
		}
	}
	var missed []string
	for i, n := range found {
		if n != 1 {
			missed = append(missed, text[at[i]:][:strings.Index(text[at[i]:], "\n\n")])
		}
	}
	if len(missed) > 0 {
		t.Errorf("%s: %d of %d found; not %q", name, perForm-len(missed), perForm, missed[:min(3, len(missed))])
	}
}

// inventIdentity is an identity number of nobody: no county has the number 99.
func inventIdentity(r *rand.Rand) []string {
	body := fmt.Sprintf("%s9999%04d%02d%02d%03d", provinces[r.IntN(len(provinces))], 1930+r.IntN(75), 1+r.IntN(12), 1+r.IntN(28), r.IntN(1000))
	return []string{body[:6], body[6:14], body[14:] + string(checkDigit(body))}
}

func inventOldIdentity(r *rand.Rand) []string {
	body := fmt.Sprintf("%s9999%02d%02d%02d%03d", provinces[r.IntN(len(provinces))], 30+r.IntN(60), 1+r.IntN(12), 1+r.IntN(28), r.IntN(1000))
	return []string{body[:6], body[6:12], body[12:]}
}

var provinces = strings.Fields("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65")

func inventMobile(r *rand.Rand) []string {
	return []string{fmt.Sprint(130 + r.IntN(70)), digitsOf(r, 4), digitsOf(r, 4)}
}

func inventCard(r *rand.Rand) []string {
	body := "62" + digitsOf(r, 13)
	for c := range 10 {
		if whole := body + fmt.Sprint(c); luhn(whole) {
			return []string{whole[:4], whole[4:8], whole[8:12], whole[12:]}
		}
	}
	panic("some digit fits")
}

func inventAccount(r *rand.Rand) []string {
	whole := fmt.Sprint(1+r.IntN(9)) + digitsOf(r, 11+r.IntN(7))
	return []string{whole[:4], whole[4:8], whole[8:]}
}

func inventFixedLine(r *rand.Rand) []string {
	return []string{"0" + fmt.Sprint(311+r.IntN(600)), fmt.Sprint(2+r.IntN(7)) + digitsOf(r, 6)}
}

// digitsOf is n random digits.
func digitsOf(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.IntN(10))
	}
	return string(b)
}

// mistyped changes one digit that is neither of the place nor of the date.
func mistyped(r *rand.Rand, groups []string) string {
	whole := []byte(strings.Join(groups, ""))
	at := len(whole) - 1 - r.IntN(3)
	if whole[at] == 'X' {
		at--
	}
	whole[at] = byte('0' + (int(whole[at]-'0')+1+r.IntN(9))%10)
	return string(whole)
}

// soundNumbers are sentences about numbers that are nobody's. # is a random digit, that
// of a year or a naught aside.
var soundNumbers = strings.Split("全年收费1##,###,###元。|投入资金13#########元。|办理案件1##########件。|统一社会信用代码91######MA########。|行政许可决定书编号2023########0001。|案号：（2023）示01##民初####号。|"+
	"受理号202303##########。|流水号6229############。|单号为6599992023########。|合同编号HT-2023-####-####。|示例政发〔2023〕##号|办公电话0399-2######。|咨询电话：0399-2###### 2######。|监督电话12345、12348。|"+
	"传真：0399—2######。|2023年1月1日至2023年12月31日|2022-##-01、2023-##-01|受理\t13##\t14##\t15##|合计\t3######\t4######\t5######|坐标11#.######，3#.######。|邮编65####，电话0399-2######。|"+
	"全年13##\n14## 15##件|办结率9#.##%、9#.##%、9#.##%|1.13##件。2.14##件。|备案号：示ICP备2023######号|项目代码2302-659999-04-01-######|版本1.23.4567.8901|点击量139########次|"+
	"账户35#个，余额12##.##万元。|12345热线受理13####### 件|身份证明1##件|办理居民身份证13#########件。|招标编号：SL2023########|发票代码0440##########|阅读量1##########余次|第13##、14##、15##号提案", "|")

// TestNumbersOfNobody: of many numbers of things none is taken for a person's.
func TestNumbersOfNobody(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 13))
	for _, sentence := range soundNumbers {
		var all strings.Builder
		for range perForm {
			for _, c := range sentence {
				if c == '#' {
					c = rune('0' + r.IntN(10))
				}
				all.WriteRune(c)
			}
			all.WriteString("\n\n本项工作已经办结。\n\n")
		}
		text := all.String()
		for _, d := range (&Input{Words: lexicon.Builtin(), Report: read(text)}).personal() {
			t.Errorf("%s: %q is taken for a person's by %s", sentence, text[d.span.Start:d.span.End], d.rule)
			break
		}
	}
}
