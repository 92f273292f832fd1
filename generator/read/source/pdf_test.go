package source

import "testing"

// Full lines of a page are put together, columns become cells, numbers of pages
// and radicals in the place of characters are mended.
func TestPagesOf(t *testing.T) {
	const page = "            示例市水务局2023年法治政府建设年度报告\n\n" +
		"    一、总体情况\n" +
		"    2023年，示例市水务局办理取水许可三百五十件，开展执法检查二十\n" +
		"次，⼀件也没有被撤销。\n" +
		"    （一）健全制度。\n" +
		"    名目        件数        备注\n" +
		"    许可        35\n" +
		"                       — 3 —\n\f" +
		"    二、不足\n" +
		"                       4\n"
	d := pagesOf(page)
	text, _ := d.Text()
	const want = "示例市水务局2023年法治政府建设年度报告\n一、总体情况\n2023年，示例市水务局办理取水许可三百五十件，开展执法检查二十次，一件也没有被撤销。\n（一）健全制度。\n名目\t件数\t备注\n许可\t35\n二、不足\n"
	if text != want {
		t.Errorf("got\n%s", text)
	}
	if len(d.Left) != 2 {
		t.Errorf("%d numbers of pages", len(d.Left))
	}
}
