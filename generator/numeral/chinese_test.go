package numeral

import "testing"

func TestScanChinese(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"廿三件", "23 from 廿三"},
		{"壹仟零伍元", "1005 from 壹仟零伍"},
		{"一亿二千万元", "120000000 from 一亿二千万"}, // not 12000 of 万: lead is of the whole numeral
		{"十四五", "14 from 十四"},

		{"三千二百万元", "32000000 from 三千二百万, or 3200 万 from 三千二百"},
		{"三万亿元", "3000000000000 from 三万亿, or 30000 亿 from 三万"},
		{"三万二亿元", "3000200000000 from 三万二亿, or 30002 亿 from 三万二"},
		{"百亿元", "10000000000 from 百亿, or 100 亿 from 百"},
		{"五萬元", "50000 from 五萬, or 5 萬 from 五"},
		{"万元", "10000 from 万, or 1 万 from "},
		{"亿元", "100000000 from 亿, or 1 亿 from "},
		{"零万元", "0 from 零万"},

		{"百余条", "100 from 百余, 余"},
		{"两万余人", "20000 from 两万余, 余, or 2 万 from 两"},
		{"十余万人", "100000 from 十余万, 余, or 10 万 from 十余"},
		{"十多亿元", "1000000000 from 十多亿, 多, or 10 亿 from 十多"},
		{"三万余亿", "30000 from 三万余, 余, or 3 万 from 三"},
		{"一多半", "1 from 一"},
		{"十余人", "10 from 十余, 余"},

		{"三点五", "3.5 from 三点五"},
		{"三点五万件", "35000 from 三点五万, or 3.5 万 from 三点五"},
		{"三点五万余件", "35000 from 三点五万余, 余, or 3.5 万 from 三点五"},
		{"三点六三", "3.63 from 三点六三"},
		{"三点五零", "3.5 from 三点五零"},
		{"三点零五", "3.05 from 三点零五"},
		{"三点五余万", "35000 from 三点五余万, 余, or 3.5 万 from 三点五余"},
		{"三万点五", "30000.5 from 三万点五"},
		{"三点", "3 from 三"},
		{"三点两", "3 from 三"},
		{"三点5", "3 from 三"},
	})
}

func TestScanShares(t *testing.T) {
	checkScan(t, Scan, []scanCase{
		{"百分之九十六，", "96 from 百分之九十六, of 100"},
		{"百分之九十六点五", "96.5 from 百分之九十六点五, of 100"},
		{"百分之96.2", "96.2 from 百分之96.2, of 100, arabic 2.1"},
		{"百分之９６", "96 from 百分之９６, of 100, arabic 2.0"},
		{"百分之百", "100 from 百分之百, of 100"},
		{"千分之三", "3 from 千分之三, of 1000"},

		{"三分之一", "0.3333 from 三分之一, fraction"},
		{"三分之二", "0.6667 from 三分之二, fraction"},
		{"三分之2", "0.6667 from 三分之2, fraction, arabic 1.0"},
		{"四分之三件", "0.75 from 四分之三, fraction"},
		{"三分之零", "0 from 三分之零, fraction"},
		{"万分之2.35", "0.000235 from 万分之2.35, fraction, arabic 1.2"},
		{"万分之一", "0.0001 from 万分之一, fraction"},
		{"十万分之三点五", "0 from 十万分之三点五, fraction"},

		{"零分之一", "0 from 零"}, // no share, but a numeral
		{"百分之", "100 from 百"},
		{"百分之余", "100 from 百"},
		{"三分钟", "3 from 三"},
	})
}
