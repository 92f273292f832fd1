package seeds

import (
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestMeantKind(t *testing.T) {
	words := lexicon.Builtin()
	names := []string{"自贸片区"}
	for _, w := range words.BodyKinds.Words() {
		names = append(names, w.As)
	}
	for _, c := range []struct{ kind, want string }{
		{"司法行政部", "司法行政部门"}, {"司法行政部们", "司法行政部门"}, {"司法局", "司法行政部门"}, {"市司法局", "司法行政部门"}, {"公安", "公安部门"},
		{"公安局", "公安部门"}, {"乡镇", "乡镇和街道"}, {"乡镇街道", "乡镇和街道"}, {"自贸区片", "自贸片区"}, {"教育部门 ", "教育部门"},
		{"开发区", "开发区管理机构"}, {"功能区", ""}, {"档案馆", ""}, {"派出机构", ""}, {"自贸片区", ""}, {"试点单位", ""},
	} {
		if got := meantKind(c.kind, names, words); got != c.want {
			t.Errorf("%s: %q, want %q", c.kind, got, c.want)
		}
	}
}

func TestMeantLicense(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"CC-BY-4", "CC-BY-4.0"}, {"CC-BY-40", "CC-BY-4.0"}, {"CCBY4.0国际", "CC-BY-4.0"}, {"知识共享署名4.0国际", "CC-BY-4.0"}, {"知识共享 署名 4.0", "CC-BY-4.0"},
		{"CC-BV-4.0", "CC-BY-4.0"}, {"CC-BY-SA-4.0 许可", "CC-BY-SA-4.0"}, {"CC0", "CC0-1.0"}, {"CC BY", "CC-BY-4.0"}, {"ODBL", "ODbL-1.0"}, {"ODBL-1,0", "ODbL-1.0"},
		{"CC-BY-3.0", ""}, {"CC-BY-ND-4.0", ""}, {"CC BY-NC-SA 4.0", ""}, {"CC-BY-2.5", ""}, {"示例市公共数据开放许可", ""}, {"政府数据开放授权协议（示例）", ""}, {"MIT", ""},
	} {
		if got := meantLicense(c.name); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
