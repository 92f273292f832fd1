package highlight

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// found are the figures of a line, as a report knows them.
func found(line string) []report.Span {
	f := figure.NewFinder(lexicon.Builtin())
	_, start := outline.Number(line)
	return f.Spans(line, start)
}

// prose is a report of about size bytes.
func prose(size int) []string {
	var lines []string
	for i, n := 0, 0; n < size; i++ {
		line := fmt.Sprintf("（%s）加强第%d项工作。依据《示例市行政执法监督办法》（示政发〔2023〕%d号），2023年%d月%d日起，先后召开推进会%d次、专题会%d场次，"+
			"全年办理行政复议案件%d件，其中调解结案%d件、维持%d件，调解率%d.%d%%；培训行政执法人员%d余人次，减免费用%d.%d万元，擦亮“法润示例”品牌。",
			"一二三四五六七八九十"[i%10*3:i%10*3+3], i, i+1, i%12+1, i%28+1, i%9+1, i%7+2, 100+i, i%30+1, i%40+1, i%100, i%10, 200+i, i%20, i%10)
		lines = append(lines, line)
		n += len(line) + 1
	}
	return lines
}

// BenchmarkHTML writes reports of ordinary length as HTML.
func BenchmarkHTML(b *testing.B) {
	inputs := map[string][]string{"synthetic12KB": prose(12 << 10)}
	if raw, err := os.ReadFile(filepath.FromSlash("../../../seeds/hubin-sfj/2023.txt")); err == nil {
		inputs["hubin"] = strings.Split(string(raw), "\n")
	}
	for name, lines := range inputs {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(strings.Join(lines, "\n"))))
			b.ReportAllocs()
			figures := make([][]report.Span, len(lines))
			for i, line := range lines {
				figures[i] = found(line)
			}
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				for i, line := range lines {
					tokens, _ := LexerOf(figures[i]).Tokenise(nil, line)
					HTML.Format(&out, Style, tokens)
				}
			}
		})
	}
}

// TestHostileLinesTakeLinearTime reads lines of 1 MB that would make a
// backtracking or rescanning lexer take minutes.
func TestHostileLinesTakeLinearTime(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{
		"《", "》", "《》", "《甲", "《《甲》", "“", "”", "“《", "《甲》》", "1", "１", "一", "〇", "百", "2023年", "2023-", "2023", "12月", "1月1日", "〔2023〕", "〔", "(2023)1", "（", "(", "2023年1", "12件", "百分之", "1.", "第", "第一，", "一、", " ", "　", "\t", "\n", "\r", "。",
		"一、甲\n", "近", "分别为1件、", "1万亿", "0.", "a", "\x00", "\xff", "\xe3", "\xe4\xb8", "\u202e", "由1到",
	} {
		line := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		tokens, n := tokensOf(t, Lexer(lexicon.Builtin()), line), 0
		for _, tok := range tokens {
			n += len(tok.Value)
		}
		took := time.Since(start)
		if n != len(line) {
			t.Errorf("%q: tokens hold %d bytes of %d", unit, n, len(line))
		}
		if testing.Verbose() {
			t.Logf("%8q %v, %d tokens", unit, took.Round(time.Millisecond), len(tokens))
		}
		if took > 30*time.Second { // a busy machine included
			t.Errorf("%q: 1 MB took %v", unit, took)
		}
	}
}
