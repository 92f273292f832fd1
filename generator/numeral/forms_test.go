package numeral

import "testing"

// Each form of a numeral, whole: what a row of figures.csv, a chart and a rule
// take from it.
func TestForms(t *testing.T) {
	for in, want := range map[string]Number{
		// Digits, with what is known of how they are printed.
		"2075":       {Value: "2075", Arabic: true, Digits: 4},
		"88.40%":     {Value: "88.4", Arabic: true, Digits: 4, Decimals: 2},
		"２．５":        {Value: "2.5", Arabic: true, Digits: 2, Decimals: 1},
		"5.":         {Value: "5", Arabic: true, Digits: 1},
		"0.05":       {Value: "0.05", Arabic: true, Digits: 3, Decimals: 2},
		"1,234.5":    {Value: "1234.5", Arabic: true, Digits: 5, Decimals: 1},
		"１，２３４":      {Value: "1234", Arabic: true, Digits: 4},
		"１，２３":       {Value: "1", Arabic: true, Digits: 1},
		"１,２３４":      {Value: "1234", Arabic: true, Digits: 4}, // of whatever width
		"12,345,678": {Value: "12345678", Arabic: true, Digits: 8},
		"12,345,67":  {Value: "12345", Arabic: true, Digits: 5},
		"123,456":    {Value: "123456", Arabic: true, Digits: 6},
		"1234,567":   {Value: "1234", Arabic: true, Digits: 4}, // no group has four digits
		"12，345":     {Value: "12", Arabic: true, Digits: 2},   // the clause ends
		"12,3456":    {Value: "12", Arabic: true, Digits: 2},
		"5多人":        {Value: "5", Approx: "多", Arabic: true, Digits: 1},
		"3.8 万件":     {Value: "38000", Scale: "万", Lead: "3.8", LeadSize: 3, Arabic: true, Digits: 2, Decimals: 1},
		"3.8  万件":    {Value: "3.8", Arabic: true, Digits: 2, Decimals: 1},
		"10余 万":      {Value: "10", Approx: "余", Arabic: true, Digits: 2},
		"3万 亿":       {Value: "30000", Scale: "万", Lead: "3", LeadSize: 1, Arabic: true, Digits: 1},
		"10余万人":      {Value: "100000", Approx: "余", Scale: "万", Lead: "10", LeadSize: 5, Arabic: true, Digits: 2},
		"3.2万余人":     {Value: "32000", Approx: "余", Scale: "万", Lead: "3.2", LeadSize: 3, Arabic: true, Digits: 2, Decimals: 1},
		"3余万余":       {Value: "30000", Approx: "余", Scale: "万", Lead: "3", LeadSize: 4, Arabic: true, Digits: 1},
		"5千":         {Value: "5000", Arabic: true, Digits: 1},
		"5百人":        {Value: "500", Arabic: true, Digits: 1},
		"5百千":        {Value: "500000", Arabic: true, Digits: 1},
		"5千百":        {Value: "5000", Arabic: true, Digits: 1}, // multipliers rise
		"2億":         {Value: "200000000", Scale: "億", Lead: "2", LeadSize: 1, Arabic: true, Digits: 1},
		"2萬":         {Value: "20000", Scale: "萬", Lead: "2", LeadSize: 1, Arabic: true, Digits: 1},
		"2亿万":        {Value: "200000000", Scale: "亿", Lead: "2", LeadSize: 1, Arabic: true, Digits: 1},
		"0.3百分点":     {Value: "0.3", Arabic: true, Digits: 2, Decimals: 1},
		"500千瓦":      {Value: "500", Arabic: true, Digits: 3}, // the 千 is the unit's
		"42千米":       {Value: "42", Arabic: true, Digits: 2},
		"3千克":        {Value: "3", Arabic: true, Digits: 1},
		"10千伏":       {Value: "10", Arabic: true, Digits: 2},
		"5千字":        {Value: "5", Arabic: true, Digits: 1},
		"2万千瓦时":      {Value: "20000", Scale: "万", Lead: "2", LeadSize: 1, Arabic: true, Digits: 1},
		"2千户":        {Value: "2000", Arabic: true, Digits: 1},

		// Chinese numerals.
		"零件":     {Value: "0"}, // one that stands alone: 0
		"零五":     {Value: "5"},
		"〇":      {Value: "0"},
		"十":      {Value: "10"},
		"十二":     {Value: "12"},
		"二十":     {Value: "20"},
		"廿":      {Value: "20"},
		"廿五":     {Value: "25"},
		"卅":      {Value: "30"},
		"卅一":     {Value: "31"},
		"卌八":     {Value: "48"},
		"百廿五":    {Value: "125"},
		"三千卅":    {Value: "3030"},
		"廿卅":     {Value: "20"},
		"十廿":     {Value: "10"},
		"百十":     {Value: "110"},
		"百百":     {Value: "100"},
		"二百百":    {Value: "200"},
		"千百":     {Value: "1000"}, // 千百 is no number: 百 needs a digit
		"十百":     {Value: "10"},
		"三百二":    {Value: "320"},
		"三千二":    {Value: "3200"},
		"三百零二":   {Value: "302"},
		"三千零二十":  {Value: "3020"},
		"三百零零":   {Value: "300"},
		"三百零":    {Value: "300"},
		"零十":     {Value: "10"},
		"二十五六":   {Value: "25"},
		"三五":     {Value: "3"},
		"二百三百":   {Value: "230"}, // multipliers must fall; 二百三 is what can be read
		"二十三十":   {Value: "23"},
		"万":      {Value: "10000", Scale: "万", Lead: "1"},
		"万余":     {Value: "10000", Approx: "余", Scale: "万", Lead: "1"},
		"亿":      {Value: "100000000", Scale: "亿", Lead: "1"},
		"三万":     {Value: "30000", Scale: "万", Lead: "3", LeadSize: 3},
		"三万二":    {Value: "32000"},
		"三万零二":   {Value: "30002"},
		"三万一":    {Value: "31000"},
		"三万二千":   {Value: "32000"},
		"三万万":    {Value: "30000", Scale: "万", Lead: "3", LeadSize: 3},
		"三亿二":    {Value: "320000000"},
		"三亿零二":   {Value: "300000002"},
		"三亿万":    {Value: "300000000", Scale: "亿", Lead: "3", LeadSize: 3},
		"三亿亿":    {Value: "300000000", Scale: "亿", Lead: "3", LeadSize: 3},
		"三万亿":    {Value: "3000000000000", Scale: "亿", Lead: "30000", LeadSize: 6},
		"三万二千亿":  {Value: "3200000000000", Scale: "亿", Lead: "32000", LeadSize: 12},
		"三万亿二千万": {Value: "3000020000000"},
		"一亿二千万":  {Value: "120000000"},
		"一亿二千万三": {Value: "120003000"},
		"两点五":    {Value: "2.5"},
		"三点两":    {Value: "3"},
		"零点〇五":   {Value: "0.05"},
		"十点":     {Value: "10"},
		"三点五万余":  {Value: "35000", Approx: "余", Scale: "万", Lead: "3.5", LeadSize: 9},
		"三点五亿":   {Value: "350000000", Scale: "亿", Lead: "3.5", LeadSize: 9},
		"一多":     {Value: "1"}, // 一多 is no approximation: it needs a ten
		"十多":     {Value: "10", Approx: "多"},
		"十多亿":    {Value: "1000000000", Approx: "多", Scale: "亿", Lead: "10", LeadSize: 6},
		"万余万":    {Value: "10000", Approx: "余", Scale: "万", Lead: "1"},

		// Shares.
		"百分之九十六":   {Value: "96", Of: 100},
		"百分之零点五":   {Value: "0.5", Of: 100},
		"百分之0.5":   {Value: "0.5", Of: 100, Arabic: true, Digits: 2, Decimals: 1},
		"百分之１２":    {Value: "12", Of: 100, Arabic: true, Digits: 2},
		"千分之三":     {Value: "3", Of: 1000},
		"万分之三":     {Value: "0.0003", Fraction: true},
		"三分之一":     {Value: "0.3333", Fraction: true},
		"三分之二":     {Value: "0.6667", Fraction: true},
		"四分之三":     {Value: "0.75", Fraction: true},
		"三分之":      {Value: "3"}, // of which nothing is said
		"百分之几":     {Value: "100"},
		"二分之一点五":   {Value: "0.75", Fraction: true},
		"三分之一百二十一": {Value: "40.3333", Fraction: true},
	} {
		sized := want
		got, ok := Scan(in)
		sized.Size = got.Size // the sizes are the next test's
		if !ok || got != sized {
			t.Errorf("Scan(%q) = %+v, %v; want %+v", in, got, ok, want)
		}
	}
}

// How far a numeral reaches: the rest is the text's.
func TestScanLeaves(t *testing.T) {
	for in, want := range map[string]string{
		"１，２３": "，２３", "１,２３": ",２３", "12,345,67": ",67", "1234,567": ",567", "12，345": "，345",
		"3.8  万件": "  万件", "10余 万": " 万", "3万 亿": " 亿", "3余万余": "余", "5千百": "百", "2亿万": "万", "500千瓦": "千瓦", "0.3百分点": "百分点",
		"零件": "件", "廿卅": "卅", "十廿": "廿", "百百": "百", "二百百": "百", "千百": "百", "十百": "百", "三百零零": "零零", "三百零": "零",
		"二十五六": "六", "三五": "五", "二百三百": "百", "二十三十": "十", "三万万": "万", "三亿万": "万", "三亿亿": "亿", "三点两": "点两", "十点": "点",
		"一多": "多", "万余万": "万", "三分之": "分之", "百分之几": "分之几", "5.": ".", "零": "", "三亿二千": "",
	} {
		if n, ok := Scan(in); !ok || in[n.Size:] != want {
			t.Errorf("Scan(%q) leaves %q; want %q", in, in[min(n.Size, len(in)):], want)
		}
	}
}

// Groups that spaces or wide commas part are one number; a row of numbers is
// none.
func TestGroups(t *testing.T) {
	for _, c := range []struct {
		scan     func(string) (Number, bool)
		in, want string
		rest     string
	}{
		{ScanSpaced, "12 345件", "12345", "件"},
		{ScanSpaced, "1 234 567元", "1234567", "元"},
		{ScanSpaced, "123 456", "123456", ""},
		{ScanSpaced, "12\u00a0345", "12345", ""},
		{ScanSpaced, "12\u2009345", "12345", ""},
		{ScanSpaced, "12\u202f345", "12345", ""},
		{ScanSpaced, "12 345.6万元", "123456000", "元"},
		{ScanSpaced, "12 345余件", "12345", "件"},
		{ScanSpaced, "12 345 件", "12345", " 件"},
		{ScanParted, "12，345件", "12345", "件"},
		{ScanParted, "1，234，567元", "1234567", "元"},
		{ScanParted, "12，345，其中", "12345", "，其中"},
	} {
		n, ok := c.scan(c.in)
		if !ok || n.Value != c.want || c.in[n.Size:] != c.rest {
			t.Errorf("%q is read as %+v, %v; want %s before %q", c.in, n, ok, c.want, c.rest)
		}
	}
	if n, ok := ScanSpaced("12 345.6万元"); !ok || n.Scale != "万" || n.Lead != "12345.6" || n.LeadSize != len("12 345.6") {
		t.Errorf("the 万 of 12 345.6万元 stands at %d, after %s", n.LeadSize, n.Lead)
	}
	if n, ok := ScanParted("12，345万元"); !ok || n.LeadSize != len("12，345") {
		t.Errorf("the 万 of 12，345万元 stands at %d", n.LeadSize)
	}
	for _, c := range []struct {
		scan func(string) (Number, bool)
		in   string
	}{
		{ScanSpaced, "12 345 67"}, {ScanSpaced, "12 345 0"}, {ScanSpaced, "12 34"}, {ScanSpaced, "1234 567"}, {ScanSpaced, "012 345"}, {ScanSpaced, "12345"},
		{ScanSpaced, "12，345"}, {ScanSpaced, " 345"}, {ScanSpaced, ""}, {ScanSpaced, "12  345"},
		{ScanParted, "12 345"}, {ScanParted, "12，34"}, {ScanParted, "2075，345"}, {ScanParted, "12,345"}, {ScanParted, "12345"},
	} {
		if n, ok := c.scan(c.in); ok {
			t.Errorf("%q is read as one number, %s", c.in, n.Value)
		}
	}
}

// Int reads what headings and dates are numbered with, up to the largest int
// and no further.
func TestIntBounds(t *testing.T) {
	for in, want := range map[string]int{
		"9223372036854775807": 9223372036854775807, "９": 9, "０": 0, "10": 10, "卅": 30, "卌二": 42, "九": 9, "一〇": 10,
		"九二二三三七二〇三六八五四七七五八〇七": 9223372036854775807, "九二二三三七二〇三六八五四七七五八〇〇": 9223372036854775800,
		"九百亿": 90000000000,
	} {
		if got, ok := Int(in); !ok || got != want {
			t.Errorf("Int(%q) = %d, %v; want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"9223372036854775808", "92233720368547758070", "九二二三三七二〇三六八五四七七五八〇八", "一〇百", "3人", "十人", "〇人"} {
		if got, ok := Int(in); ok || got != 0 {
			t.Errorf("Int(%q) = %d, %v; want none", in, got, ok)
		}
	}
}

// What cannot be computed is said so, and two values are alike only when both
// are numbers.
func TestRefused(t *testing.T) {
	d := func(s string) Decimal {
		d, ok := Parse(s)
		if !ok {
			t.Fatal(s)
		}
		return d
	}
	if _, _, ok := Divide(d("1"), d("0"), 2); ok {
		t.Error("divides by nothing")
	}
	if _, _, ok := Divide(d("1"), d("3"), 64); !ok {
		t.Error("64 decimals are too many")
	}
	if got := d("25.63").Float64(); got != 25.63 {
		t.Errorf("25.63 is drawn as %v", got)
	}
	for _, c := range []struct {
		value, raw, other, otherRaw string
		want                        bool
	}{
		{"1996", "1996", "", "", false}, {"", "", "1996", "1996", false}, {"1996", "1996", "x", "x", false},
		{"1996", "1996", "1996", "1996", true}, {"11234", "11234", "11200", "1.12万", true}, {"11200", "1.12万", "11234", "11234", true},
		{"11300", "1.13万", "11234", "11234", false},
	} {
		if got := Alike(c.value, c.raw, c.other, c.otherRaw); got != c.want {
			t.Errorf("Alike(%s, %s, %s, %s) = %v", c.value, c.raw, c.other, c.otherRaw, got)
		}
	}
	if Step(".5") != -1 {
		t.Errorf("the step of .5 is %d", Step(".5"))
	}
}
