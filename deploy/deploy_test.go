// Package deploy holds what a server needs beside the program: settings for
// Caddy and nginx, a unit for systemd, and the script that forges run. This
// test starts the servers really, on loopback ports, and asks them for files.
package deploy

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	hashedCSS = "css/site.0123456789abcdef0123456789abcdef.css"
	hashedJS  = "js/bundle.min.89abcdef.js"
)

// release is what a published site holds, by path. The marker tells releases
// apart.
func release(marker string) map[string]string {
	return map[string]string{
		"index.html":                           "<!doctype html><title>首页</title><p>" + marker + strings.Repeat("。", 200),
		"about/index.html":                     "<!doctype html><title>关于</title>" + strings.Repeat("说明", 200),
		"404.html":                             "<!doctype html><title>没有这个页面</title>",
		hashedCSS:                              "p{color:red}" + strings.Repeat(" ", 200),
		hashedJS:                               "'use strict';" + strings.Repeat(" ", 200),
		"icon.svg":                             "<svg xmlns='http://www.w3.org/2000/svg'/>",
		"reports/shili/2023/index.html":        "<!doctype html><title>报告</title>",
		"reports/shili/2023/report.json":       "{\"title\":\"报告\"}",
		"reports/shili/2023/figures.csv":       "\ufeff名称,数值\r\n案件,1\r\n",
		"reports/shili/2023/2023.txt":          "示例市司法局2023年法治政府建设年度报告\n",
		"reports/shili/2023/2023.md.txt":       "# 示例\n",
		"reports/shili/2022/2022.html.txt":     "<script>alert(1)</script>",
		"reports/shili/2021/2021.docx":         "PK",
		"reports/shili/2023/cards/h1.html":     "<!doctype html><title>卡片</title>" + strings.Repeat("说明", 200),
		"reports/shili/2023/cards/h1.json":     "{}",
		"data/figures.jsonl":                   "{}\n",
		"data/catalog.jsonld":                  "{}",
		"data/figures.parquet":                 "PAR1",
		"data/figures.xlsx":                    "PK",
		".git/config":                          "not to be seen",
		".well-known/security.txt":             "Contact: mailto:a@mingfa.example\n",
		"robots.txt":                           "User-agent: *\n",
		"sitemap.xml":                          "<?xml version='1.0'?><urlset/>",
		"indicators/mediation/data.csv":        "年份,数值\r\n",
		"reports/shili/2023/source/index.html": "<!doctype html><title>原件</title>",
	}
}

// publish writes a site in the form that the program publishes in: releases,
// the link current, previews, and beside text files their compressed forms.
func publish(t *testing.T, site, id string) {
	t.Helper()
	put(t, filepath.Join(site, "releases", id), release(id))
	next := filepath.Join(site, "next")
	if err := os.Symlink(filepath.Join("releases", id), next); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, filepath.Join(site, "current")); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		forms := map[string][]byte{path: []byte(text)}
		if !strings.HasSuffix(name, ".docx") {
			forms[path+".gz"], forms[path+".br"] = zip(t, text), brotli(text)
		}
		for path, data := range forms {
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func zip(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// brotli stands for the compressed form: a server passes it on as it is.
func brotli(text string) []byte { return []byte("brotli of " + text) }
