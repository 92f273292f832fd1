package site

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// cardsOf are the files of the cards of a report on 2023, by their names.
func cardsOf(t *testing.T, in *Input) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := in.Cards(&Site{Name: "示例市年度报告"}, func(name string, data []byte) error {
		files[name] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func cardInput(text string) *Input {
	in := yearInput(text)
	in.Domain, in.Body = "https://mingfa.example/", &Body{Slug: "shili-sfj", Name: "示例市司法局", Short: "市司法局"}
	in.Disclosure = []Field{{Name: "发布日期", Value: "2024-03-29 09:30"}}
	return in
}

// many is a section with more figures than a page takes.
var many = strings.Repeat("办理行政复议案件12件，化解矛盾纠纷300余起，开展法治宣传活动45场次。\n", 12)

// TestCards: each figure stands on one page, in the section that it is of, and no page is
// too heavy for a frame or has a script.
func TestCards(t *testing.T) {
	in := cardInput("培训执法人员30人次。｜" + many + "二、下一步安排｜" + "计划开展宣传40场以上。")
	files := cardsOf(t, in)
	pages, seen := 0, map[string]string{}
	for name, text := range files {
		if !strings.HasPrefix(name, "reports/shili-sfj/2023/cards/") {
			t.Errorf("a card is at %s", name)
		}
		if strings.HasSuffix(name, ".json") {
			continue
		}
		pages++
		if len(text) > 10_000 {
			t.Errorf("%s has %d bytes", name, len(text))
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			switch n.Data {
			case "script", "style":
				t.Errorf("%s has a %s", name, n.Data)
			case "li":
				for _, a := range n.Attr {
					if a.Key == "id" {
						seen[a.Val] += name
					}
				}
			}
		}
		for _, want := range []string{
			`<h1><span class="name">示例市司法局2023年`, `property="og:title" content="市司法局2023年：`, `type="application/json+oembed" href="https://mingfa.example/` + strings.TrimSuffix(name, ".html") + `.json"`,
			`rel="canonical" href="https://mingfa.example/` + name,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		var answer struct{ Version, Type, HTML string }
		if err := json.Unmarshal([]byte(files[strings.TrimSuffix(name, ".html")+".json"]), &answer); err != nil || answer.Version != "1.0" || answer.Type != "rich" ||
			!strings.Contains(answer.HTML, `<iframe src="https://mingfa.example/`+name+`"`) {
			t.Errorf("%s: oEmbed answers %+v, %v", name, answer, err)
		}
	}
	if len(seen) != len(in.Report.Figures) || pages < 3 {
		t.Errorf("%d figures of %d stand on %d pages", len(seen), len(in.Report.Figures), pages)
	}
	for _, f := range in.Report.Figures {
		if name := seen[f.ID]; strings.Count(name, ".html") != 1 || !strings.Contains(files[name], "[R/OL]. (2024-03-29)[引用日期]. https://mingfa.example/reports/shili-sfj/2023/#"+f.ID+"</p>") {
			t.Errorf("%s is not cited once: %s", f.ID, name)
		}
	}
	items := in.cardItems()
	if len(items) != pages || items[0].First != in.Report.Figures[0].ID || items[len(items)-1].Section != "二、下一步安排" {
		t.Errorf("the page leads to %+v", items)
	}
}

// A card of a site that is no official one, or not yet published, says so.
func TestCardsSayWhatTheSiteIs(t *testing.T) {
	in := cardInput("办理案件12件。")
	for said, site := range map[string]*Site{
		"这是演示网站，不是政府网站。": {Demonstration: true}, "预览：还没有正式发布（分支 a&lt;b&gt;）。": {Preview: "a<b>"},
	} {
		if page := string(in.cardPage(site, &in.allCards()[0])); !strings.Contains(page, said) {
			t.Errorf("a card lacks %s:\n%s", said, page)
		}
		if page := string(in.cardPage(&Site{}, &in.allCards()[0])); strings.Contains(page, "note") {
			t.Errorf("a card of a site says: %s", page)
		}
	}
}

// What a figure is told by is escaped, and nothing that needs an address is there
// without one.
func TestCardsOfAnything(t *testing.T) {
	in := cardInput("《<script>办法》“&lt;”公布{{< x >}}文件12件\"。")
	in.Body.Name, in.Body.Short, in.Domain = `<b onclick="x">局`, `"><img>`, ""
	files := cardsOf(t, in)
	if len(files) != 1 {
		t.Fatalf("%d files", len(files))
	}
	for _, text := range files {
		for _, bad := range []string{"<script", "<img", "<b onclick", "oembed", "canonical", "og:url", "iframe", "[引用日期]", `content=""`} {
			if strings.Contains(text, bad) {
				t.Errorf("a card has %s:\n%s", bad, text)
			}
		}
		if !strings.Contains(text, "[R]. (2024-03-29)</p>") {
			t.Errorf("without an address it is cited as %s", text)
		}
	}
	in.Disclosure = nil
	if c := in.cited(); c.Before != `<b onclick="x">局. 示例市司法局2023年法治政府建设年度报告[R].` && !strings.HasSuffix(c.Before, "[R].") || c.After != "" {
		t.Errorf("cited as %+v", c)
	}
	in.Report.Figures[0].Hidden = true
	if cards := in.cards(); len(cards) != 0 {
		t.Errorf("a hidden figure has a card: %v", cards)
	}
}

// TestCardsOfAFormerName: what other sites show in a frame goes on showing the same
// figure after the body was renamed, whichever of its names the address has, and every
// link on it leads to where the report now stands.
func TestCardsOfAFormerName(t *testing.T) {
	in := cardInput("培训执法人员30人次。")
	in.Body.Former = []string{"shili", "shili-fzb"}
	files := cardsOf(t, in)
	name := ""
	for file := range files {
		if strings.HasPrefix(file, "reports/shili-sfj/") {
			name = strings.TrimSuffix(strings.TrimSuffix(file, ".html"), ".json")
		}
	}
	name = strings.TrimPrefix(name, "reports/shili-sfj/")
	now := files["reports/shili-sfj/"+name+".html"]
	for _, former := range in.Body.Former {
		then := files["reports/"+former+"/"+name+".html"]
		if then == "" || files["reports/"+former+"/"+name+".json"] != files["reports/shili-sfj/"+name+".json"] {
			t.Fatalf("no card under %s", former)
		}
		if strings.Contains(then, `href="../"`) || strings.Contains(then, `href="../#`) || strings.Count(then, `href="../../../../reports/shili-sfj/2023/`) < 2 {
			t.Errorf("%s: its links lead elsewhere:\n%s", former, then)
		}
		if strings.ReplaceAll(then, "../../../../reports/shili-sfj/2023/", "../") != now {
			t.Errorf("%s: the card says something else", former)
		}
	}
	if len(files) != 6 {
		t.Errorf("%d files", len(files))
	}
}

// TestCardsOfASectionLeadOn: from the first page of a section the others are reached, and
// back again; no page leads into another section.
func TestCardsOfASectionLeadOn(t *testing.T) {
	in := cardInput("培训执法人员30人次。｜" + many + "二、下一步安排｜" + "计划开展宣传40场以上。")
	cards := in.cards()
	for i, c := range cards {
		page := string(in.cardPage(&Site{}, &c))
		back := i > 0 && cards[i-1].section == c.section
		on := i+1 < len(cards) && cards[i+1].section == c.section
		if strings.Contains(page, "这一节的上一页") != back || back && !strings.Contains(page, `href="`+cards[i-1].name+`.html">这一节的上一页`) {
			t.Errorf("%s leads back: want %v", c.name, back)
		}
		if strings.Contains(page, "这一节的下一页") != on || on && !strings.Contains(page, `href="`+cards[i+1].name+`.html">这一节的下一页`) {
			t.Errorf("%s leads on: want %v", c.name, on)
		}
	}
	if len(cards) < 4 {
		t.Errorf("only %d pages", len(cards))
	}
}
