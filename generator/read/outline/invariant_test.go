package outline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// checkInvariants says what is wrong with a report whatever its text: blocks
// in text order that hold every character that is not white space exactly
// once, and indexes and spans that fit.
func checkInvariants(src *report.Source, r *report.Report) error {
	end := 0
	ids := map[string]bool{}
	for i, b := range r.Blocks {
		if b.Span.Start < end || b.Span.Len() <= 0 || b.Span.End > len(src.Text) {
			return fmt.Errorf("block %d at %v after %d", i, b.Span, end)
		}
		if gap := src.Text[end:b.Span.Start]; strings.TrimSpace(gap) != "" {
			return fmt.Errorf("%q is before block %d and in none", gap, i)
		}
		end = b.Span.End
		if ids[b.ID] || b.ID == "" {
			return fmt.Errorf("block %d has the id %q of another", i, b.ID)
		}
		ids[b.ID] = true
		if b.Line != src.Line(b.Span.Start) {
			return fmt.Errorf("block %d says line %d, is on %d", i, b.Line, src.Line(b.Span.Start))
		}
		if b.Heading < -1 || b.Heading >= len(r.Headings) || b.Table < -1 || b.Table >= len(r.Tables) {
			return fmt.Errorf("block %d is under heading %d and in table %d", i, b.Heading, b.Table)
		}
		for _, item := range b.Items {
			if !b.Span.Contains(item) || item.Len() <= 0 {
				return fmt.Errorf("item %v is not in block %d", item, i)
			}
		}
	}
	if strings.TrimSpace(src.Text[end:]) != "" {
		return fmt.Errorf("%q is after the last block", src.Text[end:])
	}
	keys := map[report.MetadataKey]bool{}
	for _, m := range r.Metadata {
		if m.Value == "" || m.Line < 1 || m.Line > src.Lines() || keys[m.Key] {
			return fmt.Errorf("metadata %+v of %d lines", m, src.Lines())
		}
		keys[m.Key] = true
	}
	return checkParts(src, r, ids)
}

// checkParts checks headings, tables, citations and findings.
func checkParts(src *report.Source, r *report.Report, ids map[string]bool) error {
	for i, h := range r.Headings {
		printed := src.Slice(h.Span)
		if !ids[h.ID] || h.Level < 1 || h.Level > 5 {
			return fmt.Errorf("heading %d: id %q, level %d", i, h.ID, h.Level)
		}
		if !strings.HasPrefix(printed, h.Number) || !strings.Contains(printed, h.Text) {
			return fmt.Errorf("heading %q is not %q and %q", printed, h.Number, h.Text)
		}
	}
	rows := 0
	for _, b := range r.Blocks {
		if (b.Kind == report.BlockRow) != (b.Table >= 0) {
			return fmt.Errorf("block %s of kind %s in table %d", b.ID, b.Kind, b.Table)
		}
		if b.Kind == report.BlockRow {
			rows++
		}
	}
	for i, t := range r.Tables {
		rows -= t.Rows
		if err := checkGrid(src, r, &r.Tables[i]); err != nil {
			return fmt.Errorf("table %d: %w", i, err)
		}
		if t.Rows < 2 || r.Blocks[t.First].Table != i || r.Blocks[t.First+t.Rows-1].Table != i || t.Caption >= t.First {
			return fmt.Errorf("table %d is %+v", i, t)
		}
	}
	if rows != 0 {
		return fmt.Errorf("%d rows in no table", rows)
	}
	for _, c := range r.Citations {
		if src.Slice(c.Span) != "《"+c.Title+"》" {
			return fmt.Errorf("citation %q is not %q", src.Slice(c.Span), c.Title)
		}
	}
	for _, f := range r.Findings {
		if !strings.Contains(f.Excerpt, f.Quote) || f.Message == "" || f.Suggestion == "" {
			return fmt.Errorf("finding %+v", f)
		}
	}
	return nil
}

// checkGrid checks that the cells of a table are its words, each once and in
// order, with nothing between them but what parts cells.
func checkGrid(src *report.Source, r *report.Report, t *report.Table) error {
	if len(t.Grid) == 0 || t.Heads < 0 || t.Heads > len(t.Grid) || t.Names() < 0 || t.Nested >= 0 && t.Heads == 0 {
		return fmt.Errorf("%d of %d rows name the columns", t.Heads, len(t.Grid))
	}
	between := func(from, to int) error {
		if from > to {
			return fmt.Errorf("a cell begins at %d, before %d", to, from)
		}
		if words := strings.Trim(src.Text[from:to], strokes+"-－—─━:：+┼├┤┌┐└┘┬┴=＝ \t\r\n\f\v　\u0085\u00A0"); words != "" {
			return fmt.Errorf("%q is in no cell", words)
		}
		return nil
	}
	at := r.Blocks[t.First].Span.Start
	for i := range t.Grid {
		if len(t.Grid[i].Cells) == 0 {
			return fmt.Errorf("row %d has no cell", i)
		}
		for _, c := range t.Grid[i].Cells {
			if c.Span.Len() > 0 && (!r.Blocks[c.Block].Span.Contains(c.Span) || r.Blocks[c.Block].Kind != report.BlockRow) {
				return fmt.Errorf("cell %v is not in block %d", c.Span, c.Block)
			}
			if c.Span.Len() == 0 {
				continue
			}
			if err := between(at, c.Span.Start); err != nil {
				return err
			}
			at = c.Span.End
		}
	}
	return between(at, r.Blocks[t.First+t.Rows-1].Span.End)
}

// pieces are what hostile and ordinary outlines are made of.
var pieces = []string{"一、", "二、", "三、", "（一）", "(二)", "（", "）", "（）", "、", "1.", "２．", "3、", "（1）", "4）", "①", "第一，", "第一部分", "十九", "附件",
	"示例市司法局", "关于", "2023年", "法治政府建设", "年度报告", "工作安排", "主要举措", "存在的不足", "加强领导", "坚持依法行政", "办案12件", "一是", "二是",
	"|", "｜", "  ", "　　", "警告", "31", "0", "—", "|---|", "\n警告\t31\n", "\n类别\t数量（件）\n", "\n类别\n数量\n警告\n31\n罚款\n54\n", "│", "┌──┐", "2023",
	"1.1 ", "1.2", "2.1", "1.1.1", "1 ", "2024年工作安排：", "存在问题：", "工作计划：", "下一步，我局将：", "2023年，",
	"《", "》", "〈", "“", "”", "。", "，", "；", "：", "\t", " ", "　", "\n", "\r\n", "\n\n", "\f", "表1", "万", "—", "🀄", "\u200b", "2024年1月5日", "\xff"}

func TestEveryCharacterIsInOneBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 150).Draw(t, "pieces"), "")
		src := report.NewSource("a.txt", text)
		if err := checkInvariants(src, Parse(src, lexicon.Builtin())); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

// TestLinesMovedKeepIDs: an id is made of the words it names, so that an edit
// elsewhere does not break links.
func TestLinesMovedKeepIDs(t *testing.T) {
	const before = "示例局2023年法治政府建设年度报告\n一、主要举措\n检查9次。\n二、工作安排\n检查12次。\n"
	after := strings.Replace(before, "一、", "一、前言\n本局如下。\n二、", 1)
	ids := func(text string) map[string]string {
		r := Parse(report.NewSource("a.txt", text), lexicon.Builtin())
		m := map[string]string{}
		for _, h := range r.Headings {
			m[h.Text] = h.ID
		}
		for _, b := range r.Blocks {
			m[r.Source.Slice(b.Span)] = b.ID
		}
		return m
	}
	was, is := ids(before), ids(after)
	for _, words := range []string{"主要举措", "工作安排", "检查9次。", "检查12次。"} {
		if was[words] == "" || was[words] != is[words] {
			t.Errorf("%s: id %q became %q", words, was[words], is[words])
		}
	}
}

func FuzzParse(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(txtar.Parse(raw).Files[0].Data))
	}
	f.Add("索引号\t01/2024\n示例县甲局文件\n甲发〔2024〕3号　签发人：张某\n示例县甲局关于印送报告的函\n甲局\n2024年1月5日\n示例县甲局2023年法治政府建设年度报告\n目录\n一、甲……1\n一、甲 （一）乙。丙。 （二）丁。戊。 二、己 庚。\n甲局\n二〇二四年一月五日")
	f.Add("类别 | 数量（件） |\n|---|---|\n警告 | 31 |\n罚款 | 54 |\n")
	f.Add("┌──┬──┐\n│类别│数量│\n├──┼──┤\n│警告│31│\n└──┴──┘\n")
	f.Add("类别  数量（件）\n警告  31\n罚款  54\n\n类别\n数量\n警告\n31\n罚款\n54\n")
	f.Add("\t\t\r\r\n　\ufeff一、")
	f.Add("加强组织领导\n一、甲")
	f.Fuzz(func(t *testing.T, text string) {
		src := report.NewSource("a.txt", text)
		r := Parse(src, lexicon.Builtin())
		if err := checkInvariants(src, r); err != nil {
			t.Fatal(err)
		}
		letters := 0
		for _, b := range r.Blocks {
			letters += len(strings.Map(visibleOnly, src.Slice(b.Span)))
		}
		if want := len(strings.Map(visibleOnly, src.Text)); letters != want {
			t.Fatalf("blocks hold %d bytes of %d", letters, want)
		}
	})
}

func visibleOnly(r rune) rune {
	if unicode.IsSpace(r) {
		return -1
	}
	return r
}
