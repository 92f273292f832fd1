package series_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
)

// TestDoers: what other bodies took part in than the year before is no more and no less, nor are
// its parts; what stands beside it is.
func TestDoers(t *testing.T) {
	for _, c := range []struct{ then, now, broken string }{
		{"派出所、司法所联合调处纠纷30起，成功28起，成功率93.3%。", "派出所、司法所、人民法庭联合调处纠纷50起，成功45起，成功率90%。", "50 45 90"},
		{"派出所、司法所和人民法庭联合调处纠纷30起，成功28起，成功率93.3%。", "派出所、司法所联合调处纠纷50起，成功45起，成功率90%。", "50 45 90"},
		{"派出所、司法所联合调处纠纷30起，成功28起。", "司法所与派出所联合调处纠纷50起，成功45起。", ""},
		{"派出所、司法所联合调处纠纷30起，成功28起，走访群众60户。", "派出所、司法所、妇联联合调处纠纷50起，成功45起，走访群众80户。", "45"},
		{"走访群众60户，派出所、司法所联合调处纠纷30起，成功28起。", "走访群众80户，派出所、司法所、妇联联合调处纠纷50起，成功45起。", "45"},
		{"派出所、司法所联合调处纠纷30起，走访群众60户，化解隐患28起。", "派出所、司法所、妇联联合调处纠纷50起，走访群众80户，化解隐患45起。", ""},
		{"公安、城管联合检查摊点60次。", "公安、城管、市场监管联合检查摊点90次。", ""},
		{"公安和城管开展联合检查60次，查处违法行为12起。", "公安、消防和城管开展联合检查90次，查处违法行为18起。", "90"},
		{"司法所调处纠纷30起，成功28起。", "司法所调处纠纷50起，成功45起。", ""},
		{"检查餐饮、住宿单位30家，整改28家。", "检查餐饮、住宿、娱乐单位50家，整改45家。", ""},
	} {
		before := read(t, "示例县公安局2022年法治政府建设年度报告\n一、排查化解矛盾纠纷\n"+c.then+"\n")
		now := read(t, "示例县公安局2023年法治政府建设年度报告\n一、排查化解矛盾纠纷\n"+c.now+"\n")
		var broken []string
		for _, l := range match(before, now, lexicon.Builtin()) {
			if l.Break != nil && l.Break.Reason == series.Doers {
				broken = append(broken, now.Figures[l.Now].Value)
				if words := now.Source.Slice(l.Break.Span); !strings.ContainsAny(words, "、和与") || strings.ContainsAny(words, "，。") {
					t.Errorf("%s: the words %q do not say which bodies", c.now, words)
				}
			}
		}
		if got := strings.Join(broken, " "); got != c.broken {
			t.Errorf("%s\n%s\nbreaks %q, not %q", c.then, c.now, got, c.broken)
		}
	}
}
