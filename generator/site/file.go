package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// file says which file the page shows, and what is offered of it.
func (in *Input) file() fileParams {
	src := in.Report.Source
	f := fileParams{Name: in.offered(), Path: src.Path, SHA256: src.SHA256, Size: size(src.Size), Format: formatName(src), Reader: src.Reader}
	if in.Copy != "" {
		f.Copy, f.Size = digest(in.Original), size(len(in.Original))
	}
	if src.Document != nil {
		f.Left, f.Flagged = leftOut(src.Document), flagged(src.Document)
	}
	return f
}

// offered is the name of the file beside the page.
func (in *Input) offered() string {
	if in.Copy != "" {
		return OriginalName(in.Copy)
	}
	return OriginalName(in.Report.Source.Name())
}

// digest is the SHA-256 of a file.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// size is a number of bytes as people read it.
func size(n int) string {
	switch {
	case n < 1024:
		return strconv.Itoa(n) + " 字节"
	case n < 1024*1024:
		return strconv.FormatFloat(float64(n)/1024, 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1024/1024, 'f', 1, 64) + " MB"
}

// formatNames are what formats are called to readers.
var formatNames = map[string]string{
	"docx": "Word 文件", "doc": "旧版 Word 文件", "wps": "WPS 文件", "rtf": "RTF 文件", "odt": "OpenDocument 文件", "xml": "Word 的 XML 文件", "html": "网页", "pdf": "PDF 文件",
}

// formatName says what kind of file it is. Which code a text is in stands in
// report.json: it says nothing to readers.
func formatName(src *report.Source) string {
	if name := formatNames[src.Format]; name != "" {
		return name
	}
	return "纯文本"
}

// leftOut says what of a document is not in its text; "" for nothing.
func leftOut(d *report.Document) string {
	var names []string
	for _, kind := range []struct {
		kind report.LeftKind
		name string
	}{{report.LeftHeader, "页眉"}, {report.LeftFooter, "页脚和页码"}, {report.LeftContents, "目录"}, {report.LeftPart, "附在文件里的对象"}, {report.LeftFrame, "网页上正文以外的部分"}} {
		if slices.ContainsFunc(d.Left, func(l report.Left) bool { return l.Kind == kind.kind }) {
			names = append(names, kind.name)
		}
	}
	if d.Pictures > 0 {
		names = append(names, fmt.Sprintf("图片%d张", d.Pictures))
	}
	return strings.Join(names, "、")
}

// flagged says what of a document its reader was unsure of, which the page shows
// otherwise than the document: "" for nothing.
func flagged(d *report.Document) string {
	counts := map[report.FlagKind]int{}
	for i := range d.Flags {
		counts[d.Flags[i].Kind]++
	}
	var names []string
	for _, kind := range []struct {
		kind report.FlagKind
		name string
	}{{report.FlagTracked, "修订"}, {report.FlagBox, "文本框"}, {report.FlagStruck, "删除线"}, {report.FlagHighlighted, "突出显示"}, {report.FlagSymbol, "认不出的符号"}} {
		if n := counts[kind.kind]; n > 0 {
			names = append(names, fmt.Sprintf("%s%d处", kind.name, n))
		}
	}
	return strings.Join(names, "、")
}
