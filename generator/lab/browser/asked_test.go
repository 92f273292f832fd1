package browser

import (
	_ "embed"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"

	"mingfa/generator/build/hugo/hugotest"
)

//go:embed testdata/parse.js
var parseAtRandom string

// askedBodies are the invented bodies of the portal that TestAsked builds.
var askedBodies = []struct{ slug, name, short, region string }{
	{"hedong-sfj", "示例市河东区司法局", "河东区司法局", "示例市河东区"},
	{"hedong-scjgj", "示例市河东区市场监督管理局", "河东区市场监管局", "示例市河东区"},
	{"hedong-rsj", "示例市河东区人力资源和社会保障局", "", "示例市河东区"},
	{"hexi-sfj", "示例市河西区司法局", "河西区司法局", "示例市河西区"},
	{"hexi-gaj", "示例市河西区公安局", "", "示例市河西区"},
	{"shili-zf", "示例市人民政府", "市政府", "示例市"},
}

// askedReport is what the body reports for the year; each year and body says things
// that others do not.
func askedReport(slug string, year int) string {
	n := year - 2017
	planned := ""
	text := fmt.Sprintf("%s的主要工作\n", map[bool]string{true: "一、全年", false: "一、今年"}[n%2 == 0])
	switch {
	case strings.HasSuffix(slug, "sfj"):
		text += fmt.Sprintf("办理法律援助案件%d件。调解各类矛盾纠纷%d件，成功率98.%d%%。\n", 400+n, 1000+n*7, n)
		text += fmt.Sprintf("解答法律咨询%s件次。\n", []string{"1.2万", "12000", "12,000", "1.2 万 ", "161.2万", "8012000"}[n-1])
	case strings.HasSuffix(slug, "scjgj"):
		text += fmt.Sprintf("办理行政处罚案件%d件，罚没款%d.2万元。抽检合格率%s。\n", 60+n, 160+n, []string{"87%", "87.5%", "99%", "８７％", "98.87%", "90%"}[n-1])
		text += fmt.Sprintf("领域\t立案（件）\t结案（件）\n特种设备\t%d\t%d\n", 70+n, 30+n)
	case strings.HasSuffix(slug, "rsj"):
		text += fmt.Sprintf("办结劳动人事争议仲裁案件%d件。会同公安局开展清欠检查%d次。\n", 90+n, n)
	case strings.HasSuffix(slug, "gaj"):
		text += fmt.Sprintf("夜间巡查三十六次，走访百分之%s的小区。", []string{"九十六", "八十", "八十一", "八十二", "九十六点五", "七十"}[n-1])
		text += fmt.Sprintf("查处治安案件%d件。增长率187%%。高新技术企业由专班服务。\n", 200+n)
	default:
		text += fmt.Sprintf("制定行政规范性文件%d件。行政诉讼案件%d件，败诉%d件。最多跑一次改革继续推进。\n", 2+n, 20+n, n%3+1)
		planned = fmt.Sprintf("三、%d年工作安排\n（一）制定行政规范性文件不少于20件。\n（二）推行告知承诺制。\n", year+1)
	}
	return text + "二、存在的不足\n干部学法不够主动。\n" + planned
}

// writeAsked writes the seeds of the portal of 36 reports.
func writeAsked(seeds string) error {
	for _, b := range askedBodies {
		dir := filepath.Join(seeds, b.slug)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		files := map[string]string{"body.toml": fmt.Sprintf("name = %q\nregion = %q\n", b.name, b.region)}
		if b.short != "" {
			files["body.toml"] += fmt.Sprintf("short = %q\n", b.short)
		}
		for year := 2018; year <= 2023; year++ {
			files[fmt.Sprint(year)+".txt"] = fmt.Sprintf("%s%d年法治政府建设年度报告\n", b.name, year) + askedReport(b.slug, year)
		}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
				return err
			}
		}
	}
	return os.WriteFile(filepath.Join(seeds, "site.toml"), []byte("name = \"示例市法治政府建设年度报告\"\n"), 0o666)
}

// TestAsked builds that portal and asks it what people type.
func TestAsked(t *testing.T) {
	t.Parallel()
	work := t.TempDir()
	if err := writeAsked(filepath.Join(work, "seeds")); err != nil {
		t.Fatal(err)
	}
	if err := buildProject(t, work, hugotest.Find(t, "../../..")); err != nil {
		t.Fatal(err)
	}
	site := serveFolder(t, built{dir: filepath.Join(work, "public"), base: "/"})
	t.Run("means", func(t *testing.T) { askedMeans(t, site) })
	t.Run("every word", func(t *testing.T) { askedEveryWord(t, site) })
	t.Run("rows", func(t *testing.T) { askedRows(t, site) })
	t.Run("chips", func(t *testing.T) { askedChips(t, site) })
	t.Run("at random", func(t *testing.T) { askedAtRandom(t, site) })
	t.Run("page", func(t *testing.T) { askedPage(t, site) })
}

// asked is what the page shows for a query.
type asked struct {
	First string   // of what is offered above the sentences
	Kinds []string // of all that is offered
	Chips []string
	Also  string
	Found map[string]int // by report
}

func askPeople(t *testing.T, b *tab, site built, query string, more ...string) asked {
	t.Helper()
	ask(t, b, site, query, more...)
	a := evaluate[asked](t, b, `({
		First: document.querySelector("#known .find-name")?.textContent ?? "",
		Kinds: [...document.querySelectorAll("#known .find-kind")].map((e) => e.textContent),
		Chips: [...document.querySelectorAll("#chips button")].map((e) => e.firstChild.textContent),
		Also: document.getElementById("also").textContent,
	})`)
	a.Found = evaluate[map[string]int](t, b, showHits)
	return a
}

// askedMeans types what people type: what it means, what it narrows to, and what is
// found.
func askedMeans(t *testing.T, site built) {
	b := newTab(t)
	all := func(slugs ...string) []string {
		var want []string
		for _, s := range slugs {
			for year := 2018; year <= 2023; year++ {
				want = append(want, fmt.Sprintf("%s/%d", s, year))
			}
		}
		return slices.Sorted(slices.Values(want))
	}
	justice := all("hedong-sfj", "hexi-sfj")
	for _, c := range []struct {
		query, first string
		chips        []string
		also         string
		found        []string
	}{
		{"法援", "法律援助案件", nil, "法律援助", justice},
		{"民告官", "行政应诉案件", nil, "行政诉讼", all("shili-zf")},
		{"红头文件", "制定规范性文件", nil, "规范性文件", all("shili-zf")},
		{"调解纠纷", "调解矛盾纠纷", nil, "种说法", justice}, // they write 调解各类矛盾纠纷
		{"罚了多少", "罚没金额", nil, "罚没", all("hedong-scjgj")},
		{"谁罚款最多", "罚没金额", nil, "找的是“罚款”", all("hedong-scjgj")},
		{"调解了多少", "调解矛盾纠纷", nil, "", justice},
		{"2023年司法局调解", "调解矛盾纠纷", []string{"年度：2023年", "单位：司法局（2个）"}, "", []string{"hedong-sfj/2023", "hexi-sfj/2023"}},
		{"２０２３河东区司法局法援", "法律援助案件", []string{"年度：2023年", "单位：示例市河东区司法局"}, "法律援助", []string{"hedong-sfj/2023"}},
		{"示例市河西区 法援", "法律援助案件", []string{"地区：河西区"}, "法律援助", all("hexi-sfj")},
		{"示例市 法援", "法律援助案件", []string{"地区：示例市"}, "法律援助", justice},
		{"河东 法援", "法律援助案件", []string{"地区：河东区"}, "法律援助", all("hedong-sfj")},
		{"河东司法局2020年", "示例市河东区司法局", []string{"地区：河东区", "单位：司法局（2个）", "年度：2020年"}, "", []string{"hedong-sfj/2020"}},
		{"2021-2022年河西区调解", "调解矛盾纠纷", []string{"年度：2021—2022年", "地区：河西区"}, "", []string{"hexi-sfj/2021", "hexi-sfj/2022"}},
		{"人社局 仲裁", "", []string{"单位：示例市河东区人力资源和社会保障局"}, "", all("hedong-rsj")},
		{"市监局行政处罚", "行政处罚案件", []string{"单位：示例市河东区市场监督管理局"}, "", all("hedong-scjgj")},
		{"区司法局的调解", "调解矛盾纠纷", []string{"单位：区司法局（2个）"}, "", justice},
		{"20年司法局调解", "调解矛盾纠纷", []string{"年度：2020年", "单位：司法局（2个）"}, "", []string{"hedong-sfj/2020", "hexi-sfj/2020"}},
		{"2020年市政府行政诉讼", "行政应诉案件", []string{"年度：2020年", "单位：示例市人民政府"}, "", []string{"shili-zf/2020"}},
		{"全市法律援助赢了多少", "法律援助案件", nil, "", justice},
		{"司法局", "示例市河东区司法局", nil, "", justice},
		{"公安局", "示例市河西区公安局", nil, "", all("hedong-rsj", "hexi-gaj")},
		{"会同公安局开展", "", []string{"单位：示例市河西区公安局"}, "", all("hedong-rsj")}, // ruled out, but it has these characters
		{"高新技术", "", nil, "", all("hexi-gaj")},
		{"最多跑一次", "", nil, "", all("shili-zf")},
		{"1.2万", "", nil, "", []string{"hedong-sfj/2018", "hedong-sfj/2019", "hedong-sfj/2020", "hedong-sfj/2021", "hexi-sfj/2018", "hexi-sfj/2019", "hexi-sfj/2020", "hexi-sfj/2021"}},
		{"12000件次", "", nil, "", []string{"hedong-sfj/2018", "hedong-sfj/2019", "hedong-sfj/2020", "hedong-sfj/2021", "hexi-sfj/2018", "hexi-sfj/2019", "hexi-sfj/2020", "hexi-sfj/2021"}},
		{"1.2 万件", "", nil, "", []string{"hedong-sfj/2018", "hedong-sfj/2019", "hedong-sfj/2020", "hedong-sfj/2021", "hexi-sfj/2018", "hexi-sfj/2019", "hexi-sfj/2020", "hexi-sfj/2021"}},
		{"87%", "", nil, "", []string{"hedong-scjgj/2018", "hedong-scjgj/2021"}},
		{"187%", "", nil, "", all("hexi-gaj")},
		{"2012000", "", nil, "", nil},
		{"2023年", "", []string{"年度：2023年"}, "", []string{"hedong-rsj/2023", "hedong-scjgj/2023", "hedong-sfj/2023", "hexi-gaj/2023", "hexi-sfj/2023", "shili-zf/2023"}},
		{"绝无此语", "", nil, "", nil},
		{"没做到什么", "市政府2023年的安排", nil, "没有完成", nil},
		{"去年说的都做到了吗", "市政府2023年的安排", nil, "", nil},
		{"市政府2021年承诺", "市政府2021年的安排", []string{"单位：示例市人民政府", "年度：2021年"}, "", []string{"shili-zf/2021"}},
		{"告知承诺制", "", nil, "", all("shili-zf")},
		{"三十六次", "", nil, "36次", all("hexi-gaj")},
		{"36次", "", nil, "", all("hexi-gaj")},
		{"96%", "", nil, "", []string{"hexi-gaj/2018"}},
		{"百分之八十七", "", nil, "87%", []string{"hedong-scjgj/2018", "hedong-scjgj/2021"}},
		{"一万二件次", "", nil, "12000件次", []string{"hedong-sfj/2018", "hedong-sfj/2019", "hedong-sfj/2020", "hedong-sfj/2021", "hexi-sfj/2018", "hexi-sfj/2019", "hexi-sfj/2020", "hexi-sfj/2021"}},
		{"四百零一件", "", nil, "401件", []string{"hedong-sfj/2018", "hexi-sfj/2018"}},
		{"说好的事办没办", "市政府2023年的安排", nil, "", nil},
		{"当初的目标完没完成", "市政府2023年的安排", nil, "", nil},
		{"市政府2021年的计划落没落实", "市政府2021年的安排", []string{"单位：示例市人民政府", "年度：2021年"}, "", nil},
		{"说话算不算数", "市政府2023年的安排", nil, "", nil},
		{"司法局法律援助比去年多了吗", "法律援助案件", []string{"单位：司法局（2个）"}, "", justice},
		{"邻里打闹调解了几起", "调解矛盾纠纷", nil, "", justice}, // nobody writes 打闹
		{"夜间巡查队伍", "", nil, "", all("hexi-gaj")},
		{"特种设备立案", "", nil, "", all("hedong-scjgj")},
		{"特种设备 结案", "", nil, "", all("hedong-scjgj")},
		{"二〇二二年特种设备", "", []string{"年度：2022年"}, "", []string{"hedong-scjgj/2022"}},
	} {
		got := askPeople(t, b, site, c.query)
		if c.first != "" && got.First != c.first {
			t.Errorf("%s: %q stands first, want %s", c.query, got.First, c.first)
		}
		if !slices.Equal(got.Chips, c.chips) && len(got.Chips)+len(c.chips) > 0 {
			t.Errorf("%s narrows to %q, want %q", c.query, got.Chips, c.chips)
		}
		if !strings.Contains(got.Also, c.also) {
			t.Errorf("%s: beside it stands %q, want %s", c.query, got.Also, c.also)
		}
		if found := slices.Sorted(maps.Keys(got.Found)); !slices.Equal(found, c.found) && len(found)+len(c.found) > 0 {
			t.Errorf("%s is found in %v, want %v", c.query, found, c.found)
		}
	}
}

// askedRows finds words in a table, and sees what stands in its row under which name.
func askedRows(t *testing.T, site built) {
	b := newTab(t)
	ask(t, b, site, "2022年特种设备")
	if got, want := evaluate[string](t, b, `document.querySelector(".find-hit").textContent`), "领域：特种设备；立案（件）：75；结案（件）：35"; got != want {
		t.Errorf("the row is shown as %s, want %s", got, want)
	}
	marked := `[...document.querySelectorAll(".find-hit mark")].map((m) => m.textContent).join("|")`
	if got := evaluate[string](t, b, marked); got != "特种设备" {
		t.Errorf("marked is %s", got)
	}
	// A row is found by what its column is called, too.
	ask(t, b, site, "2022年特种设备结案")
	if got := evaluate[string](t, b, marked); got != "特种设备|35" {
		t.Errorf("asked for a column of the row, marked is %s", got)
	}
}

var han = regexp.MustCompile(`\p{Han}{2,}`)

// askedEveryWord asks for words of two characters out of any report, and
// longer runs of a paragraph: the report is among those that are found.
func askedEveryWord(t *testing.T, site built) {
	b := newTab(t)
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		body, year := askedBodies[random.IntN(len(askedBodies))], 2018+random.IntN(6)
		runs := han.FindAllString(askedReport(body.slug, year), -1)
		run := []rune(runs[random.IntN(len(runs))])
		length := 2
		if random.IntN(3) == 0 {
			length = len(run)
		}
		from := random.IntN(len(run) - length + 1)
		query := string(run[from : from+length])
		if unicode.IsSpace(run[from]) {
			continue
		}
		got, want := askPeople(t, b, site, query), fmt.Sprintf("%s/%d", body.slug, year)
		if _, ok := got.Found[want]; !ok {
			t.Errorf("%s stands in %s, found in %v", query, want, slices.Sorted(maps.Keys(got.Found)))
		}
	}
}

// askedChips takes a condition out, looks for the typed characters alone, and
// goes back.
func askedChips(t *testing.T, site built) {
	b := newTab(t)
	state := func() string {
		evaluate[bool](t, b, "new Promise((r) => setTimeout(() => r(true), 300))")
		return evaluate[string](t, b, `[document.getElementById("q").value, document.querySelectorAll("#chips button").length, new URLSearchParams(location.search).get("exact") ?? ""].join("|")`)
	}
	ask(t, b, site, "2023年司法局法援")
	if got := state(); got != "2023年司法局法援|2|" {
		t.Fatalf("the page is at %s", got)
	}
	evaluate[chromedp.Void](t, b, `document.querySelector("#chips button").click()`)
	if got := state(); got != "司法局法援|1|" {
		t.Errorf("without the year the page is at %s", got)
	}
	evaluate[chromedp.Void](t, b, `document.querySelector("#also button:not(.find-others)").click()`)
	if got := state(); got != "司法局法援|0|1" {
		t.Errorf("with the characters alone the page is at %s", got)
	}
	if got := evaluate[string](t, b, `document.getElementById("status").textContent`); !strings.Contains(got, "没有找到") {
		t.Errorf("the characters alone: %s", got)
	}
	if got := evaluate[int](t, b, `document.querySelectorAll(".find-none button, .find-none a").length`); got < 3 {
		t.Errorf("where nothing is found, %d ways lead on", got)
	}
	evaluate[chromedp.Void](t, b, "history.back()")
	if got := state(); got != "司法局法援|1|" {
		t.Errorf("after going back the page is at %s", got)
	}
}

// askedAtRandom asks the parser what nobody types.
func askedAtRandom(t *testing.T, site built) {
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url+"search/"))
	for _, wrong := range evaluate[[]string](t, b, "("+strings.TrimSpace(parseAtRandom)+`)("/", 4000)`) {
		t.Error(wrong)
	}
}

// askedPage looks at what the page shows above the results as TestPages looks
// at pages.
func askedPage(t *testing.T, site built) {
	axe := node(t, "axe-core", "axe.min.js")
	b := newTab(t)
	for _, query := range []string{"2023年河东区法援", "谁罚款最多", "去年绝无此语"} {
		ask(t, b, site, query)
		evaluate[chromedp.Void](t, b, axe+"\n;undefined")
		b.inEveryMode(t, query+", ")
	}
}
