package seeds

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// documents are formats that a report may come in by mistake; a file of one
// is worth more than a word about a stray file.
var documents = []string{".xls", ".xlsx", ".et", ".ppt", ".pptx", ".mht", ".mhtml", ".zip", ".rar"}

// showExtensions is what to do first on Windows, where body.toml.txt looks like
// body.toml.
const showExtensions = "在 Windows 里，先在文件夹的“查看”里勾选“文件扩展名”"

// stray tells of a file in a body's folder whose name is no year. One that may be a
// report, or the settings of one, is an error: it would be left out unseen.
func (l *loader) stray(file, name string, entries []entry) {
	ext := strings.ToLower(path.Ext(name))
	stem := strings.TrimSuffix(name, path.Ext(name))
	year := YearIn(stem)
	const message = "文件名不是年份，这个文件不会被读取"
	switch {
	case isMeant(name, bodyName):
		if has(entries, bodyName) { // or else it is said that this one is meant
			l.fault(report.Warning, rule.StrayFile, file, "这个文件不会被读取：单位信息读的是 body.toml", "请删去这一个；里面有要用的，先抄到 body.toml 里。")
		}
	case year != 0 && isMeant(name, fmt.Sprintf("%d.toml", year)) && ext != "" && stem != fmt.Sprint(year):
		l.fault(report.Error, rule.StrayFile, file, "这个文件像是核对文件，扩展名不对，不会被读取",
			fmt.Sprintf("请把它改名为 %d.toml；%s。", year, showExtensions))
	case ext == ".toml" && year != 0 && has(entries, fmt.Sprintf("%d.toml", year)):
		l.fault(report.Error, rule.StrayFile, file, fmt.Sprintf("核对文件的名字不是年份，不会被读取；这一年的核对文件是 %d.toml", year),
			"请核对要用哪一份，把另一份移出这个文件夹。")
	case ext == ".toml" && year != 0:
		l.fault(report.Error, rule.StrayFile, file, "核对文件的名字不是年份，不会被读取",
			fmt.Sprintf("请把它改名为 %d.toml；是多余的副本，请移出这个文件夹。", year))
	case ext == ".toml":
		l.fault(report.Warning, rule.StrayFile, file, message, "核对文件要以年份命名，如 2023.toml；单位信息写在 body.toml 里。")
	case !isDocument(ext):
		l.fault(report.Warning, rule.StrayFile, file, message, "不需要的文件请删去。")
	case year == 0 && slices.Contains(source.Formats(), ext) && !hasReport(entries): // nothing of the body would be shown
		l.fault(report.Error, rule.StrayFile, file, "文件名不是年份，这个文件不会被读取；这个单位还没有别的报告",
			fmt.Sprintf("如果是报告，请以它所写的年份命名，如 %s%s；不是报告的，请移出这个文件夹。", meantYear(stem), ext))
	case year == 0:
		l.fault(report.Warning, rule.StrayFile, file, message, "如果是报告，请以它所写的年份命名，如 2023"+ext+"。")
	default:
		severity := report.Error // a report, left out or put beside the one of its year
		if !slices.Contains(source.Formats(), ext) {
			severity = report.Warning
		}
		if other := ofYear(year, entries); other != "" {
			replace := "就用它替换 " + other
			if path.Ext(other) != ext {
				replace = fmt.Sprintf("就删去 %s，再把这一个改名为 %d%s", other, year, ext)
			}
			l.fault(severity, rule.StrayFile, file, fmt.Sprintf("文件名不是年份，这个文件不会被读取；这一年的报告是 %s", other),
				fmt.Sprintf("请核对哪一份是定稿：%s 是，就把这一个移出文件夹；这一个是，%s。", other, replace))
			return
		}
		l.fault(severity, rule.StrayFile, file, message, fmt.Sprintf("如果是报告，请改名为 %d%s；是多余的副本，请移出这个文件夹。", year, ext))
	}
}

// hasReport reports whether a folder holds the report of any year.
func hasReport(entries []entry) bool {
	return slices.ContainsFunc(entries, func(e entry) bool {
		year, named := parseYear(strings.TrimSuffix(e.name, path.Ext(e.name)))
		return named && !e.dir && ofYear(year, entries) != ""
	})
}

// meantYear is the year that a name of two digits means, 2024 for 24; that of an example for others.
func meantYear(stem string) string {
	if len(stem) == 2 && YearIn("20"+stem) != 0 {
		return "20" + stem
	}
	return "2023"
}

// ofYear is the report of a year among the files of a folder; "" where there is none.
func ofYear(year int, entries []entry) string {
	for _, e := range entries {
		ext := path.Ext(e.name)
		if y, ok := parseYear(strings.TrimSuffix(e.name, ext)); ok && y == year && !e.dir && slices.Contains(source.Formats(), strings.ToLower(ext)) {
			return e.name
		}
	}
	return ""
}

// isMeant reports whether a name is what becomes of a settings file's where a program
// hides extensions or adds its own, or a person writes it in capitals: body.txt, body.toml.txt or Body.toml
// of body.toml.
func isMeant(name, settings string) bool {
	stem, ext, _ := strings.Cut(strings.ToLower(name), ".")
	return stem == strings.TrimSuffix(settings, ".toml") && slices.Contains([]string{"", "txt", "ini", "toml", "toml.txt", "toml.toml"}, ext)
}

// misnamed is what to do where a settings file is not there: rename what is meant to
// be it, or else what otherwise says.
func misnamed(entries []entry, settings, otherwise string) string {
	i := slices.IndexFunc(entries, func(e entry) bool { return !e.dir && isMeant(e.name, settings) })
	if i < 0 {
		return otherwise
	}
	if strings.EqualFold(entries[i].name, settings) {
		return fmt.Sprintf("请把 %s 改名为 %s：文件名要用小写字母。", entries[i].name, settings)
	}
	return fmt.Sprintf("请把 %s 改名为 %s；%s。", entries[i].name, settings, showExtensions)
}

// strayFolder tells of a folder in a body's folder. One that may hold a report is an
// error. Of entries, those beside the folder, one may be the report of the same year.
func (l *loader) strayFolder(file, folder string, entries []entry) {
	const message = "单位文件夹里的子文件夹不会被读取"
	found, err := os.ReadDir(filepath.Join(l.root, filepath.FromSlash(folder)))
	if err != nil {
		found = nil // nothing is known of it
	}
	for _, e := range found {
		ext := strings.ToLower(path.Ext(e.Name()))
		year := YearIn(strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
		if year == 0 {
			year = YearIn(path.Base(folder))
		}
		if !e.IsDir() && !isLeftover(e.Name()) && !isReadme(e.Name()) && slices.Contains(source.Formats(), ext) && year != 0 {
			suggestion := fmt.Sprintf("请把 %s 移出来，直接放在单位的文件夹里，命名为 %d%s；不是报告的，请把这个文件夹移走。", e.Name(), year, ext)
			if other := ofYear(year, entries); other != "" { // which must not be written over unseen
				suggestion = fmt.Sprintf("%d 年的报告已经有一份了（%s），不要直接覆盖它：请先比较两份，%[2]s 是定稿，就把这个文件夹移走；里面的 %s 是定稿，先删去 %[2]s，再把它移出来，命名为 %[1]d%[4]s。", year, other, e.Name(), ext)
			}
			l.fault(report.Error, rule.StrayFile, file, message+"，里面的 "+e.Name()+" 像是报告", suggestion)
			return
		}
	}
	l.fault(report.Warning, rule.StrayFile, file, message, "请把报告直接放在单位的文件夹里。")
}

// strayTop tells of a file beside the folders of bodies. A report there is an error.
func (l *loader) strayTop(name string) {
	severity := report.Warning
	suggestion := "报告要放在以单位英文简称命名的文件夹里，如 " + l.dir + "/hubin-sfj/2023.docx。"
	switch stem := strings.TrimSuffix(name, path.Ext(name)); {
	case isMeant(name, siteName):
		suggestion = "网站设置要写在 site.toml 里，请把它改名为 site.toml；已经有的，请删去这一个。" + showExtensions + "。"
	case slices.Contains(source.Formats(), strings.ToLower(path.Ext(name))) && YearIn(stem) != 0:
		severity = report.Error
		suggestion = fmt.Sprintf("如果是报告，请放进以单位英文简称命名的文件夹，命名为 %d%s，如 %s/hubin-sfj/%[1]d%[2]s；不是的，请移出 %[3]s。",
			YearIn(stem), strings.ToLower(path.Ext(name)), l.dir)
	}
	l.fault(severity, rule.StrayFile, l.path(name), "这个文件不会被读取", suggestion)
}
