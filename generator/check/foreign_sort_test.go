package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestOtherSort: reports of a body of another sort. Of each are the names of the folder's body, the
// names in the title and in the signature, and what is found.
func TestOtherSort(t *testing.T) {
	for _, c := range []struct{ body, title, signed, want string }{
		{"示例市市场监督管理局 市市场监管局", "柳河镇人民政府", "柳河镇人民政府", "error error"},
		{"示例市市场监督管理局 市市场监管局", "示例市柳河镇人民政府", "柳河镇人民政府", "error error"},
		{"示例市司法局", "柳河镇", "柳河镇人民政府", "error error"},
		{"示例市司法局", "柳河镇人民政府", "中共柳河镇委员会|柳河镇人民政府", "error error"},
		{"示例市城市管理局", "样板县人民政府", "样板县人民政府", "error error"},
		{"示例市司法局", "样板县人民政府", "样板县人民政府办公室", "error error"},
		{"示例市住房和城乡建设局", "样板市人民政府", "样板市人民政府", "error error"},
		{"示例市甲区司法局", "示例市人民政府", "示例市人民政府", "error error"},
		{"甲区司法局", "示例市乙区人民政府", "乙区人民政府", "error error"},
		{"示例县司法局", "示例县松岭乡人民政府", "示例县松岭乡人民政府", "error error"},
		{"示例市司法局", "示例市高新区管理委员会", "示例市高新区管理委员会", "error error"},
		{"示例市水利局", "示例市甲区松岭街道办事处", "松岭街道办事处", "error error"},
		{"柳河镇人民政府 柳河镇", "示例市市场监督管理局", "示例市市场监督管理局", "error error"},
		{"示例市人民政府", "样板县司法局", "样板县司法局", "error error"},
		{"示例市司法局", "示例市人民检察院", "示例市人民检察院", "error error"},
		{"示例市司法局", "示例市发展和改革委员会", "示例市发展和改革委员会", "error error"},
		{"示例市司法局", "柳河镇人民政府", "", "warning"},

		{"示例市司法局", "示例市人民政府", "示例市人民政府", ""},
		{"示例县司法局", "示例市示例县人民政府", "示例县人民政府", ""},
		{"示例市示例县司法局", "示例县人民政府", "示例县人民政府", ""},
		{"示例市城市管理局", "示例市人民政府", "示例市人民政府", ""},
		{"示例市市场监督管理局", "示例省示例市人民政府", "示例市人民政府", ""},
		{"滕州市司法局", "滕州市人民政府", "滕州市人民政府", ""},
		{"示例市乡村振兴局", "示例市人民政府", "示例市人民政府办公室", ""},
		{"示例市司法局", "示例市", "示例市人民政府", ""},
		{"示例市司法局", "中共示例市委全面依法治市委员会办公室", "中共示例市委全面依法治市委员会办公室", ""},
		{"示例县司法局", "中共示例县委示例县人民政府", "中共示例县委|示例县人民政府", ""},
		{"市司法局", "示例市人民政府", "示例市人民政府", ""},
		{"示例市生态环境局甲区分局", "甲区人民政府", "甲区人民政府", ""},
		{"国家税务总局示例县税务局", "示例县人民政府", "示例县人民政府", ""},
		{"示例高新区管理委员会 示例高新区", "示例高新区管委会", "示例高新区管委会", ""},
		{"示例市司法局 示例市法制办公室", "示例市法制办公室", "示例市法制办公室", ""},
		{"示例市司法局 样板县人民政府", "样板县人民政府", "样板县人民政府", ""},
		{"示例市司法局", "柳河镇人民政府", "柳河镇人民政府|示例市司法局", ""},
		{"示例市司法局", "柳河镇人民政府示例市司法局", "柳河镇人民政府示例市司法局", ""},
		{"示例市司法局", "示例市人民检察院", "", ""},
		{"松岭街道司法所", "松岭街道办事处", "松岭街道办事处", ""},
		{"示例市司法局", "示例市司法局", "示例市人民政府", ""},
		{"柳河镇人民政府 柳河镇", "柳河镇", "柳河镇人民政府", ""},
	} {
		text := strings.Replace(whole("办理案件3件。"), "示例市司法局", c.title, 1)
		if c.signed != "" {
			text += "\n" + strings.ReplaceAll(c.signed, "|", "\n") + "\n2024年1月3日\n"
		}
		in := Input{Words: lexicon.Builtin(), Body: strings.Fields(c.body), Report: read(text)}
		var got []string
		for _, f := range foreignBody(&in) {
			if strings.Contains(f.Message, "题目写的") || strings.Contains(f.Message, "落款写的") {
				got = append(got, map[report.Severity]string{report.Error: "error", report.Warning: "warning"}[f.Severity])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, %s: %q, not %q", c.body, c.title, c.signed, got, c.want)
		}
	}
}

// TestPlacesBefore: what a name says of where its body is.
func TestPlacesBefore(t *testing.T) {
	for name, want := range map[string]string{
		"示例市柳河镇人民政府": "示例市 柳河镇|人民政府",
		"示例市市场监督管理局": "示例市|市场监督管理局",
		"示例市城市管理局":   "示例市|城市管理局",
		"示例市城乡建设局":   "示例市|城乡建设局",
		"滕州市司法局":     "滕州市|司法局",
		"云县司法局":      "云县|司法局",
		"市司法局":       "|市司法局",
		"司法局":        "|司法局",
		"示例市依法治市办":   "示例市|依法治市办",
		"样板族自治县政府":   "样板族自治县|政府",
		"示例市公安局甲区分局": "示例市|公安局甲区分局",
		"甲街道办事处":     "甲街道|办事处",
		"街道办事处":      "|街道办事处",
		"镇江市司法局":     "镇江市|司法局",
		"":           "|",
	} {
		places, rest := placesBefore(name)
		if got := strings.Join(places, " ") + "|" + rest; got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
}
