package numeral

import "testing"

func TestScanArabic(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"2075起", "2075 from 2075, arabic 4.0"},
		{"007", "7 from 007, arabic 3.0"},
		{"0件", "0 from 0, arabic 1.0"},
		{"２０７５起", "2075 from ２０７５, arabic 4.0"},
		{"2０75起", "2075 from 2０75, arabic 4.0"},

		{"0.50%", "0.5 from 0.50, arabic 1.2"},
		{"２５.６３元", "25.63 from ２５.６３, arabic 2.2"},
		{"１．５", "1.5 from １．５, arabic 1.1"},
		{"1.2.3", "1.2 from 1.2, arabic 1.1"},
		{"5.件", "5 from 5, arabic 1.0"},
		{"5。6", "5 from 5, arabic 1.0"},

		{"528余次", "528 from 528余, 余, arabic 3.0"},
		{"528多次", "528 from 528多, 多, arabic 3.0"},
		{"5余多次", "5 from 5余, 余, arabic 1.0"},
		{"528 余次", "528 from 528, arabic 3.0"},
	})
}

// Characters that nobody sees part no digits; those that show do.
func TestScanUnseen(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"4\u200B36件", "436 from 4\u200B36, arabic 3.0"},
		{"4\uFEFF3\u00AD6件", "436 from 4\uFEFF3\u00AD6, arabic 3.0"},
		{"4\u200C\u200D\u2060\u200B36件", "436 from 4\u200C\u200D\u2060\u200B36, arabic 3.0"},
		{"12,3\u200B45件", "12345 from 12,3\u200B45, arabic 5.0"},
		{"12.3\u200B45件", "12.345 from 12.3\u200B45, arabic 2.3"},
		{"436\u200B件", "436 from 436, arabic 3.0"},
		{"4\u200B\u200B\u200B\u200B\u200B36件", "4 from 4, arabic 1.0"},
		{"4 36件", "4 from 4, arabic 1.0"},
		{"4\u202E36件", "4 from 4, arabic 1.0"}, // turns what follows around
	})
}

// 12,345 is one numeral; 12,34件 is a numeral, a comma and more.
func TestScanCommas(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"12,345件", "12345 from 12,345, arabic 5.0"},
		{"123,456件", "123456 from 123,456, arabic 6.0"},
		{"1,234,567.50元", "1234567.5 from 1,234,567.50, arabic 7.2"},
		{"１２，３４５件", "12345 from １２，３４５, arabic 5.0"},
		{"１，２３４，５６７件", "1234567 from １，２３４，５６７, arabic 7.0"},
		{"１,234件", "1234 from １,234, arabic 4.0"},
		{"12,34件", "12 from 12, arabic 2.0"},
		{"12,3456件", "12 from 12, arabic 2.0"},
		{"1,234,56件", "1234 from 1,234, arabic 4.0"},
		{"1234,567件", "1234 from 1234, arabic 4.0"},
		{"12,", "12 from 12, arabic 2.0"},
		{"12，345件", "12 from 12, arabic 2.0"}, // two numbers, unless ScanParted's caller knows better
		{"１２，345件", "12 from １２, arabic 2.0"}, // nor does the width change
		{"１２，３４5件", "12 from １２, arabic 2.0"},
		{"１２，３４５6件", "12 from １２, arabic 2.0"},
		{"12,３４５件", "12345 from 12,３４５, arabic 5.0"}, // the width of a digit changes nothing
		{"12,34５件", "12345 from 12,34５, arabic 5.0"},
		{"２５,６００件", "25600 from ２５,６００, arabic 5.0"},
		{"２５,６００,12４件", "25600124 from ２５,６００,12４, arabic 8.0"},
		{"12,345６件", "12 from 12, arabic 2.0"},
		{"1,23x", "1 from 1, arabic 1.0"},
	})
}

func TestScanMultipliers(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"25.63万元", "256300 from 25.63万, or 25.63 万 from 25.63, arabic 2.2"},
		{"3.8万亿元", "3800000000000 from 3.8万亿, or 38000 亿 from 3.8万, arabic 1.1"},
		{"5千万元", "50000000 from 5千万, or 5000 万 from 5千, arabic 1.0"},
		{"5百万元", "5000000 from 5百万, or 500 万 from 5百, arabic 1.0"},
		{"3億元", "300000000 from 3億, or 3 億 from 3, arabic 1.0"},
		{"2.3千余件", "2300 from 2.3千余, 余, arabic 1.1"},
		{"5百件", "500 from 5百, arabic 1.0"},
		{"0万元", "0 from 0万, or 0 万 from 0, arabic 1.0"},

		{"3.8 万件", "38000 from 3.8 万, or 3.8 万 from 3.8, arabic 1.1"},
		{"3.8万 亿", "38000 from 3.8万, or 3.8 万 from 3.8, arabic 1.1"}, // a space parts the numeral from its first multiplier only
		{"3.8  万件", "3.8 from 3.8, arabic 1.1"},
		{"3 件", "3 from 3, arabic 1.0"},

		{"10余万人", "100000 from 10余万, 余, or 10 万 from 10余, arabic 2.0"},
		{"10余 万人", "10 from 10余, 余, arabic 2.0"},
		{"3.2万余人", "32000 from 3.2万余, 余, or 3.2 万 from 3.2, arabic 1.1"},
		{"300多亿元", "30000000000 from 300多亿, 多, or 300 亿 from 300多, arabic 3.0"},
		{"10余万多", "100000 from 10余万, 余, or 10 万 from 10余, arabic 2.0"},

		{"2亿万", "200000000 from 2亿, or 2 亿 from 2, arabic 1.0"}, // multipliers rise
		{"2万万", "20000 from 2万, or 2 万 from 2, arabic 1.0"},
		{"2千百", "2000 from 2千, arabic 1.0"},
		{"2百千", "200000 from 2百千, arabic 1.0"},
	})
}

// The 千 of a unit multiplies nothing, nor does the 百 of 百分点: 500千瓦 is a
// number of 千瓦.
func TestScanUnits(t *testing.T) {
	for _, unit := range []string{"千瓦", "千米", "千克", "千卡", "千伏", "千赫", "千焦", "千帕", "千字", "百分点", "十件", "兆瓦"} {
		checkScan(t, Scan, []scanCase{
			{"500" + unit, "500 from 500, arabic 3.0"},
			{"500 " + unit, "500 from 500, arabic 3.0"},
			{"1900万" + unit, "19000000 from 1900万, or 1900 万 from 1900, arabic 4.0"},
		})
	}
	checkScan(t, Scan, []scanCase{{"500千", "500000 from 500千, arabic 3.0"}, {"500千户", "500000 from 500千, arabic 3.0"}, {"5百户", "500 from 5百, arabic 1.0"}})
}
