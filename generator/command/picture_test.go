package command

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
)

// A picture is drawn once, named in the page's meta tags, drawn anew when what
// it shows changes, and left out with them when the font has not a character.
func TestSharePictures(t *testing.T) {
	newProject(t)
	const picture = "public/reports/shili/2023/share.png"
	page := func() string {
		t.Helper()
		raw, err := os.ReadFile(page2023)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	mustBuild(t, 0)
	first, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if config, err := png.DecodeConfig(bytes.NewReader(first)); err != nil || config.Width != 1200 || config.Height != 630 {
		t.Errorf("%+v, %v", config, err)
	}
	for _, want := range []string{
		`<meta property="og:image" content="https://mingfa.example/reports/shili/2023/share.png">`, `<meta property="og:image:width" content="1200">`,
		`<meta property="og:type" content="article">`, `<link rel="canonical" href="https://mingfa.example/reports/shili/2023/">`,
		`<meta name="twitter:card" content="summary_large_image">`, `评查执法卷宗64本`, `<div class="qr">`, `<span>https://mingfa.example/reports/shili/2023/</span>`,
	} {
		if !strings.Contains(page(), want) {
			t.Errorf("the page has no %s", want)
		}
	}

	drawn := modified(t)[picture]
	mustBuild(t, 0)
	if !modified(t)[picture].Equal(drawn) {
		t.Error("the picture was drawn again, though nothing changed")
	}
	writeFile(t, report2023, "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗65本。\n")
	mustBuild(t, 0)
	if second, err := os.ReadFile(picture); err != nil || bytes.Equal(first, second) {
		t.Errorf("the picture shows the old figures: %v", err)
	}

	writeFile(t, "seeds/shili/body.toml", "name = \"示例市㐂司法局\"\n")
	mustBuild(t, 0)
	if _, err := os.Stat(picture); err == nil || strings.Contains(page(), "og:image") {
		t.Errorf("there is a picture without one of its characters: %v", err)
	}
	if !strings.Contains(page(), `<meta name="twitter:card" content="summary">`) {
		t.Error("the page has no card without a picture")
	}
}

// Without an address in seeds/site.toml nothing on a page claims to have one.
func TestNoAddress(t *testing.T) {
	newProject(t)
	writeFile(t, "seeds/site.toml", "name = \"示例市\"\nshare_pictures = true\n")
	mustBuild(t, 0)
	raw, err := os.ReadFile(page2023)
	if err != nil {
		t.Fatal(err)
	}
	for _, absent := range []string{`class="qr"`, "og:url", "og:image", "canonical", "SiteDomain", "PubDate", `name="Url"`} {
		if strings.Contains(string(raw), absent) {
			t.Errorf("the page has %s", absent)
		}
	}
}

// The site of a sound project is without fault but for what nobody has stated.
func TestBuiltSiteIsSound(t *testing.T) {
	newProject(t)
	writeFile(t, "seeds/shili/2023.toml", "[disclosure]\npublished = \"2024-03-28 09:30\"\n[disclosure.source]\npublished = \"本局网站\"\n")
	mustBuild(t, 0)
	var out bytes.Buffer
	if status := Run(t.Context(), "mingfa", []string{"check", "--site", "public"}, &out, &out); status != 0 || !strings.Contains(out.String(), "没有发现问题") {
		t.Errorf("check --site ends with %d:\n%s", status, out.String())
	}
	raw, err := os.ReadFile(page2023)
	if err != nil || !strings.Contains(string(raw), `<meta name="PubDate" content="2024-03-28 09:30">`) {
		t.Errorf("the page has no PubDate: %v", err)
	}
}
