package outline_test

import (
	"testing"

	"mingfa/generator/read/outline"
)

func TestNumber(t *testing.T) {
	for line, want := range map[string]string{
		"一、主要工作": "一、", "　　（二）规范执法": "（二）", "3.推进普法": "3.", " (4) 其他": "(4)", "第一，健全制度": "第一，", "⑤其他": "⑤",
		"1.5万人参加": "", "1、2号楼": "", "第一责任人": "", "一是学习": "", "主要工作": "", "": "", "　": "",
	} {
		start, end := outline.Number(line)
		if got := line[start:end]; got != want {
			t.Errorf("%q has the number %q, want %q", line, got, want)
		}
	}
}
