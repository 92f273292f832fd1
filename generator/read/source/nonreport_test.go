package source

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/report/rule"
)

// Files that are no report, each told what it is in one message.
func TestNotReport(t *testing.T) {
	binary := strings.Repeat("\x00\x01\xFE", 200)
	var zipped bytes.Buffer
	w := zip.NewWriter(&zipped)
	if _, err := w.Create("报告.txt"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, raw, want string }{
		{"go.mod", "module example\n\ngo 1.26\n\nrequire (\n\tgithub.com/x/y v1.5.0\n)\n", "这是程序代码"},
		{"go.txt", "module example\n\ngo 1.26\n\nrequire (\n\tgithub.com/x/y v1.5.0\n)\n", "这是程序代码"},
		{"main.txt", "// Package main 是程序。\npackage main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"x\")\n}\n", "这是程序代码"},
		{"a.txt", "import os\n\ndef main():\n    print(\"hello\")\n\nif __name__ == \"__main__\":\n    main()\n", "这是程序代码"},
		{"b.txt", "#!/bin/bash\nset -e\ncd /srv\nfor f in *; do echo \"$f\"; done\n", "这是程序代码"},
		{"c.java", "// 读取报告\nclass A {}\n", "这是程序代码"},
		{"d.txt", "SELECT id FROM reports WHERE year = 2023;\nINSERT INTO reports VALUES (1);\n", "这是程序代码"},
		{"e.txt", "diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "这是程序代码"},
		{"body.toml", "# 虚构的单位\nname = \"示例市公安局\"\n", "这是设置文件"},
		{"2023.txt", "[disclosure]\nnumber = \"示司〔2024〕1号\"\n[[figure]]\nquote = \"办理案件405件\"\nvalue = 405\n", "这是设置文件"},
		{"f.txt", "name: site\non:\n  - push\njobs:\n  build:\n    runs-on: x\n", "这是设置文件"},
		{"g.txt", "{\"title\": \"示例市2023年法治政府建设年度报告\", \"year\": 2023}", "这是 JSON 数据"},
		{"h.txt", "[1, 2, {\"名称\": \"示例\"}]", "这是 JSON 数据"},
		{"i.txt", "序号,名称,数量,单位\n1,办理案件,405,件\n2,举办讲座,58,场\n", "这是表格数据（CSV）"},
		{"i.csv", "名称,数量\n办理案件,405\n", "这是表格数据（CSV）"},
		{"j.txt", "From: a@shili.example\nTo: b@shili.example\nSubject: 年度报告\n\n附件请查收。\n", "这是一封电子邮件"},
		{"j.eml", "MIME-Version: 1.0\nFrom: a@shili.example\nSubject: x\nContent-Type: text/plain\n\n附件请查收。\n", "这是一封电子邮件"},
		{"k.txt", "发件人: 张\n收件人: 李\n主题: 年度报告\n\n附件请查收。\n", "这是一封电子邮件"},
		{"l.docx", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "这里只有 Git LFS 的指针"},
		{"m.url", "[InternetShortcut]\r\nURL=https://www.shili.example/\r\n", "这是快捷方式"},
		{"n.txt", strings.Repeat(strings.Repeat("5bm05bqm", 9)+"\n", 4), "这是编码过的内容"},
		{"o.txt", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>", "这是一张图片"},
		{"o.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "这是一张图片"},
		{"p.docx", "MZ\x90\x00\x03" + binary, "这是一个程序"},
		{"q", "\x7FELF\x02\x01" + binary, "这是一个程序"},
		{"r.docx", "ID3\x03\x00" + binary, "这是录音或者视频"},
		{"s.mp4", "\x00\x00\x00\x20ftypisom" + binary, "这是录音或者视频"},
		{"t.heic", "\x00\x00\x00\x18ftypheic" + binary, "这是一张图片"},
		{"u.wav", "RIFF\x24\x00\x00\x00WAVEfmt " + binary, "这是录音或者视频"},
		{"v.ttf", "\x00\x01\x00\x00\x00\x0F" + binary, "这是字体文件"},
		{"w.db", "SQLite format 3\x00" + binary, "这是数据库文件"},
		{"x.lnk", "L\x00\x00\x00\x01\x14\x02\x00" + binary, "这是快捷方式"},
		{"y.zip", zipped.String(), "这是压缩文件"},
		{"y.docx", zipped.String(), "这是压缩文件"},
		{"z.xz", "\xFD7zXZ\x00" + binary, "这是压缩文件"},
		{"z.tar", "report.txt" + strings.Repeat("\x00", 247) + "ustar\x0000" + binary, "这是压缩文件"},
		{"empty.txt", "", "文件里没有任何文字"},
		{"blank.docx", " \n\u3000\n", "文件里没有任何文字"},
	} {
		src, findings, err := Decode(t.Context(), c.name, []byte(c.raw))
		if err != nil || src != nil || len(findings) != 1 || !strings.HasPrefix(findings[0].Message, c.want) || findings[0].Suggestion == "" {
			t.Errorf("%s: %v %+v, want %s", c.name, err, findings, c.want)
		}
	}
}

// What a person wrote to be read is none of these, however it begins.
func TestIsReport(t *testing.T) {
	for name, text := range map[string]string{
		"2023.txt": "示例市司法局2023年法治政府建设年度报告\n\n一、主要工作\n办理案件405件，举办讲座58场。\n",
		"a.txt":    "Annual Report on Law-based Government\n\nIn 2023 the bureau handled 405 cases, held 58 lectures and trained people.\n",
		"b.md":     "# 示例市司法局2023年法治政府建设年度报告\n\n## 一、主要工作\n\n- 办理案件405件。\n- 举办讲座58场。\n",
		"c.md":     "---\ntitle: 报告\n---\n\n# 年度报告\n\n办理案件405件。\n\n举办讲座58场。\n\n修改制度3件。\n",
		"d.txt":    "[示例市司法局]\n2023年法治政府建设年度报告\n办理案件405件。\n",
		"e.txt":    "主题：法治政府建设\n一、主要工作\n办理案件405件。\n",
		"f.txt":    "办理案件405件, 举办讲座58场, 修改制度3件\n调解纠纷12件, 走访7户, 回访3户\n受理5件, 办结4件, 在办1件。\n",
		"g.txt":    "类别\t数量\n警告\t31\n罚款\t54\n",
		"h.txt":    "From 2023 on, the bureau has done the following.\nIt handled 405 cases.\n",
		"i.txt":    "ID3 项目 2023年法治政府建设年度报告\n办理案件405件。\n",
		"j.txt":    "MZ 街道2023年法治政府建设年度报告\n办理案件405件。\n",
		"k.txt":    "A=405\n办理案件405件。\n举办讲座58场。\n修改制度3件。\n",
		"l.txt":    "“双随机、一公开”\n“放管服”\n办理案件405件。\n",
		"m.txt":    "{报告}\n办理案件405件。\n",
		"n.txt":    "附件：\n1. a.docx\n2. b.docx\n办理案件405件。\n",
	} {
		src, findings, err := Decode(t.Context(), name, []byte(text))
		if err != nil || src == nil {
			t.Errorf("%s: %v %+v", name, err, findings)
		}
	}
	files, err := filepath.Glob("../../../seeds/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, findings, _ := Decode(t.Context(), path, raw); len(findings) > 0 && findings[0].Rule == rule.UnsupportedFormat {
			t.Errorf("%s: %v", path, findings)
		}
	}
}
