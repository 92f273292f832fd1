package share

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"image"
	"image/png"
	"os"
	"strings"
	"sync"
	"testing"
)

var keep = flag.String("keep", "", "folder to write the pictures to, to look at them")

func sample() Card {
	return Card{
		Body: "示例市综合行政执法局", Year: 2023, Title: "示例市综合行政执法局关于2023年法治政府建设情况的报告", Site: "示例市法治政府建设年度报告公开平台",
		Figures: []Figure{{"528余", "次", "矛盾纠纷排查"}, {"2,075", "起", "调解矛盾纠纷"}, {"96", "%", "调解成功率"}, {"25.63", "万元", "法律援助为群众减免的费用"}, {"1", "件", "不显示"}},
	}
}

func draw(t testing.TB, p *Pen, c Card) []byte {
	t.Helper()
	raw, ok, err := p.Draw(&c)
	if err != nil || !ok {
		t.Fatalf("not drawn: %v", err)
	}
	return raw
}

func pen(t testing.TB) *Pen {
	t.Helper()
	p, err := NewPen()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPicture(t *testing.T) {
	p := pen(t)
	cards := map[string]Card{"four": sample(), "three": sample(), "one": sample(), "none": sample(), "long": sample(), "short": sample()}
	for name, n := range map[string]int{"three": 3, "one": 1, "none": 0} {
		c := cards[name]
		c.Figures = c.Figures[:n]
		cards[name] = c
	}
	long := cards["long"]
	long.Title = "中共示例市委全面依法治市委员会办公室、示例市司法局关于示例市2023年度法治政府建设工作情况及2024年工作安排的报告"
	cards["long"] = long
	short := cards["short"]
	short.Title = "2023年法治政府建设年度报告"
	cards["short"] = short
	for name, c := range cards {
		raw := draw(t, p, c)
		img, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if img.Bounds() != image.Rect(0, 0, Width, Height) || len(raw) > 40<<10 {
			t.Errorf("%s: %v, %d bytes", name, img.Bounds(), len(raw))
		}
		if !bytes.HasSuffix(raw, End(c.Key())) {
			t.Errorf("%s: does not end in its key", name)
		}
		if *keep != "" {
			if err := os.WriteFile(*keep+"/"+name+".png", raw, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The same card gives the same bytes, on every machine.
func TestSameBytes(t *testing.T) {
	const want = "c5147adc90e530846a12320ae0ddb476bb2b2548e82cadfe18facc2b66bc9d33"
	p := pen(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			sum := sha256.Sum256(draw(t, p, sample()))
			if got := hex.EncodeToString(sum[:]); got != want {
				t.Errorf("SHA-256 %s, want %s; if the design was changed on purpose, raise the constant design", got, want)
			}
		})
	}
	wg.Wait()
}

// A character that the font has not, or a text without room, is no picture.
func TestNoTofu(t *testing.T) {
	p := pen(t)
	for name, spoil := range map[string]func(*Card){
		"body":       func(c *Card) { c.Body = "示例市㐂局" },
		"title":      func(c *Card) { c.Title += "😀" },
		"label":      func(c *Card) { c.Figures[0].Label = "𠮷" },
		"site":       func(c *Card) { c.Site = "ﷺ" },
		"control":    func(c *Card) { c.Title = "报告\x00" },
		"long title": func(c *Card) { c.Title = strings.Repeat("报告", 100) },
		"long label": func(c *Card) { c.Figures[1].Label = strings.Repeat("报告", 100) },
		"long value": func(c *Card) { c.Figures[1].Number = strings.Repeat("1", 100) },
		"long site":  func(c *Card) { c.Site = strings.Repeat("报告", 100) },
	} {
		c := sample()
		spoil(&c)
		if raw, ok, err := p.Draw(&c); ok || raw != nil || err != nil {
			t.Errorf("%s: drawn, %v", name, err)
		}
	}
}

func TestKey(t *testing.T) {
	base := sample()
	key := base.Key()
	for name, change := range map[string]func(*Card){
		"body": func(c *Card) { c.Body += "甲" }, "year": func(c *Card) { c.Year++ }, "title": func(c *Card) { c.Title += "甲" }, "site": func(c *Card) { c.Site += "甲" },
		"number": func(c *Card) { c.Figures[0].Number += "1" }, "unit": func(c *Card) { c.Figures[0].Unit += "1" }, "label": func(c *Card) { c.Figures[3].Label += "甲" },
	} {
		c := sample()
		change(&c)
		if c.Key() == key {
			t.Errorf("%s: the same key", name)
		}
	}
	c := sample()
	c.Figures[4].Label = "不显示的改了"
	if c.Key() != key {
		t.Error("what is not shown changes the key")
	}
	if alt := c.Alt(); !strings.Contains(alt, "调解成功率96%") || strings.Contains(alt, "不显示") {
		t.Errorf("alt: %s", alt)
	}
}

func TestBreaks(t *testing.T) {
	d := drawing{pen(t), nil, true}
	for s, want := range map[string]string{
		"示例市关于2023年法治政府建设情况的报告": "示例市关于2023年|法治政府建设情况的报告",
		"一":            "一",
		"示例局（办）年度报告情况": "示例局（办）|年度报告情况",
	} {
		width := 30 * 12
		if len([]rune(s)) < 15 {
			width = 30 * 7
		}
		if got := strings.Join(d.split(s, 30, width, 2), "|"); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

// Where lines may end: not before a mark that closes, after one that opens, in a
// number, a name or a word of Latin letters, nor between a number and its unit.
func TestPlacesOfBreaks(t *testing.T) {
	for s, want := range map[string]string{
		"关于2023年报告":  "关|于|2023年|报|告",
		"（一）办理12.5%": "（一）|办|理|12.5%",
		"《条例》、《规定》":  "《条|例》、|《规|定》",
		"MPV车 300辆，": "MPV|车 |300辆，",
		"12件":        "12件",
		"调解3.5万余件":   "调|解|3.5万余件",
		"学习近平正司法":    "学|习近平|正|司|法", // the name is held together, whatever it stands in
		"行政许可·办结":    "行|政|许|可·|办|结",
		"万件":         "万|件",
		"":           "",
	} {
		var parts []string
		places, from := breaks(s), 0
		for i := range len(s) {
			if places[i] {
				parts = append(parts, s[from:i])
				from = i
			}
		}
		if got := strings.Join(append(parts, s[from:]), "|"); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("示例市", "关于2023年", "528余", "矛盾纠纷排查")
	f.Add("", "", "", "")
	f.Add("（", "年2023", "1\xff", "“”")
	p := pen(f)
	f.Fuzz(func(t *testing.T, body, title, number, label string) {
		c := Card{Body: body, Title: title, Figures: []Figure{{number, "", label}, {number, label, title}}}
		raw, ok, err := p.Draw(&c)
		if err != nil || ok != (raw != nil) {
			t.Fatal(err)
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	p := pen(b)
	c := sample()
	for b.Loop() {
		if _, ok, err := p.Draw(&c); err != nil || !ok {
			b.Fatal(err)
		}
	}
}
