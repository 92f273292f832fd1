package indicator

import (
	"strings"
	"testing"
)

// TestCatalogueAnswers: what is asked of the catalogue by id, and what it answers to an id that it
// does not have.
func TestCatalogueAnswers(t *testing.T) {
	c := published(t)
	if theme, ok := c.ThemeOf("legal-aid"); !ok || theme == "" || c.ThemeName(theme) == "" {
		t.Errorf("the theme of legal-aid is %q", theme)
	}
	if theme, ok := c.ThemeOf("legal-aids"); ok || theme != "" {
		t.Errorf("the theme of an indicator that there is not is %q", theme)
	}
	for wrote, meant := range map[string]string{"legal-aids": "legal-aid", "legal_aid": "legal-aid", "法律援助案件": "legal-aid", "legal": "", "xyz": ""} {
		got := c.SuggestID(wrote)
		if meant != "" && !strings.Contains(got, meant) || meant == "" && strings.Contains(got, "是不是") {
			t.Errorf("to who wrote %s is said %s", wrote, got)
		}
	}
	i, ok := c.Index("legal-aid")
	if !ok || !c.Alike(i, "件", "件") || !c.Alike(i, "件", "起") || c.Alike(i, "件", "人") {
		t.Error("件 and 起 count the same of legal-aid, and 人 does not")
	}
	for k := range c.Indicators {
		if c.Indicators[k].Kind == "amount" && (c.Alike(k, "万元", "元") || !c.Alike(k, "万元", "万元")) {
			t.Errorf("%s: 万元 and 元 would have to be converted", c.Indicators[k].ID)
		}
	}
}
