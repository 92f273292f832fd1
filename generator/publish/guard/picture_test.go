package guard

import (
	"os"
	"path/filepath"
	"testing"

	"mingfa/generator/report"
)

// TestPictures: a picture that runs something is refused wherever it would be published, and one that is drawn, with styles, links and
// words about scripts, is not.
func TestPictures(t *testing.T) {
	const head, end = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">`, `</svg>`
	for picture, refused := range map[string]bool{
		head + `<script>alert(1)</script>` + end:                                                                                               true,
		head + `<SCRIPT href="/js/x.js"/>` + end:                                                                                               true,
		`<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>`:                                                           true,
		`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`:                                                                          true,
		"<svg xmlns=\"http://www.w3.org/2000/svg\"\nonload\n=\n'alert(1)'/>":                                                                   true,
		head + `<a x:href="javascript:alert(1)"><path/></a>` + end:                                                                             true,
		head + `<a x:href="&#106;avascript&#x3a;alert(1)"><path/></a>` + end:                                                                   true,
		`<!DOCTYPE svg [<!ENTITY e "&#60;script>alert(1)&#60;/script>">]>` + head + `&e;` + end:                                                true,
		head + `<foreignObject><p>x</p></foreignObject>` + end:                                                                                 true,
		"\xff\xfe<\x00s\x00v\x00g\x00":                                                                                                         true,
		head + `<title>示例市</title><path d="M0 0"/>` + end:                                                                                      false,
		head + `<style>.a{fill:#000}</style><g class="a" font-size="3"/>` + end:                                                                false,
		head + `<desc>script 与 onload 的说明；版本=1</desc>` + end:                                                                                   false,
		head + `<a x:href="https://www.example.gov.cn/"><text>on=1 是</text></a>` + end:                                                         false,
		head + `<g data-region="1" transform="rotate(3)" option="1"/>` + end:                                                                   false,
		`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + head + end: false,
	} {
		for _, name := range []string{"static/icons/a.svg", "static/icons/b/A.SVG", "content/news/a.svg"} {
			dir := t.TempDir()
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(picture), 0o666); err != nil {
				t.Fatal(err)
			}
			found, err := Check(dir)
			if err != nil || report.Failed(found) != refused {
				t.Errorf("%s of %q: %v, %v", name, picture, found, err)
			}
		}
	}
}
