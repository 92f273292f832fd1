package unseen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSheetsThatHide: what plainly hides the whole of a page is told, with the rule, wherever it stands in a sheet and
// however it is written down.
func TestSheetsThatHide(t *testing.T) {
	for _, css := range []string{
		"body{display:none}", "html{display:none}", "main { display : none !important; }", "#main{visibility:hidden}", "main#main{visibility:collapse}",
		"*{display:none}", ":root{display:none}", "html:root{opacity:0}", "html > body{display:none}", "body *{opacity:0}", "body > *{display:none}", "* + *{display:none}",
		"BODY{DISPLAY:NONE}", "body,\nhtml\n{\n\tdisplay:\n\tnone;\n}", "p, body{display:none}", "/* body */ body /* x */ { /* y */ display: none /* z */ }",
		"article{display:none}", "body article{visibility:hidden}", "main{color:red;display:none}", "main{display:none;color:red}", "main{display:block;display:none}",
		"body{opacity:0}", "body{opacity:0%}", "body{opacity:.0}", "body{opacity:0.01}", "body{filter:opacity(0)}", "body{content-visibility:hidden}",
		"body{font-size:0}", "body{font-size:0px!important}", "*{font-size:.0em}", "html{font:0/0 a}", "body{font:normal 0 serif}",
		"body{color:transparent}", "*{color:rgba(0,0,0,0)}", "*{color:rgb(0 0 0 / 0%)}", "*{color:#fff0}", "*{color:#ffffff00}", "*{-webkit-text-fill-color:transparent}",
		"body{color:#fff;background:white}", "body{background-color:#FFFFFF;color:#fff}", "*{color:var(--paper);background-color:var(--paper)}",
		"body{position:absolute;left:-9999px}", "main{position:fixed;top:-200vh}", "main{text-indent:-9999px}", "main{margin-left:-10000px}", "main{transform:translateX(-9999px)}", "main{translate:-100vw}",
		"main{transform:scale(0)}", "main{scale:0}", "main{transform:scaleY(0)}",
		"main{position:absolute;clip:rect(0,0,0,0)}", "main{clip:rect(1px,1px,1px,1px)}", "main{clip-path:inset(50%)}", "main{clip-path:circle(0)}", "main{clip-path:polygon(0 0,0 0,0 0)}",
		"main{height:0;overflow:hidden}", "main{overflow-x:clip;width:0}", "body{max-height:0;overflow:hidden}",
		"@media screen{body{display:none}}", "@media print{@supports (display:grid){main{display:none}}}", "@layer a{body{display:none}}", "@container (width>1px){body{display:none}}",
		"body{main{display:none}}", "body{& > main{display:none}}", "html{@media print{display:none}}", "a{color:red}body{display:none}", "a{b{color:red}}body{display:none}",
		`a::before{content:"}{"}body{display:none}`, `a::before{content:'\'}'}body{display:none}`, "a{background:url(data:x;base64,}{)}body{display:none}", "@import url(x.css);body{display:none}",
		"@charset \"utf-8\";\nbody{display:none}", "body{display:none", "body{\n-x:y;;display:none;}",
	} {
		if found := Sheet("p{color:red}\n" + css); found == "" || !strings.Contains(found, ":") {
			t.Errorf("%s: %q", css, found)
		}
	}
	if found := Sheet("main, .x {\n  color: red;\n  Visibility: Hidden !important;\n}"); found != "main{visibility:hidden}" {
		t.Errorf("it says %q", found)
	}
}

// TestSheetsThatHideNothing: a part of a page may be hidden, and a page may be laid out in any way.
func TestSheetsThatHideNothing(t *testing.T) {
	for _, css := range []string{
		"", "{", "}", "}}body", "/*", "body{", "nav{display:none}", ".main{display:none}", "#mainland{display:none}", "main.wide{display:none}", "body.dark .light{display:none}", "main nav{display:none}", "body > header{display:none}",
		"body:not(.ready) nav{display:none}", ":not(main, nav){display:none}", ":not(.a, body, .b){opacity:0}", `[title="a,body"]{display:none}`, "main::before{display:none}", "*::before{opacity:0}", "body:empty{display:none}",
		"/* body{display:none} */", `a::before{content:"body{display:none}"}`, "a{background:url(body{display:none})}",
		"body{display:block}", "body{display:grid}", "main{display:contents}", "main{visibility:visible}", "body{opacity:1}", "body{opacity:.9}", "body{opacity:0.5}", "main{filter:opacity(.8)}", "body{filter:none}",
		"html{font-size:62.5%}", "html{font-size:0.8px}", "body{font:400 1rem/0 serif}", "body{font:1rem/1.6 \"PingFang SC\"}", "*{line-height:0}", "*{margin:0;padding:0;border:0}",
		"body{color:#000;background:#fff}", "body{color:rgb(0,0,0)}", "body{color:rgba(0,0,0,.8)}", "body{color:#0000ff}", "body{color:#fff;background:#12447e}", "*{color:inherit;background:inherit}", "body{background:transparent;color:black}",
		"main{position:relative;left:0}", "main{margin:0 auto}", "main{margin-left:calc(50% - 50vw)}", "main{margin-left:-1rem}", "main{margin-top:100vh}", "main{transform:translateX(-50%)}", "main{text-indent:2em}", "main{left:-10px}", "main{max-width:40rem}",
		"main{transform:scale(1)}", "main{transform:none}", "main{scale:1}", "main{transform:rotate(0)}", "main{clip:auto}", "main{clip-path:none}", "main{clip-path:inset(0)}", "main{clip-path:inset(1rem)}",
		"main{clip-path:polygon(0 0,100% 0,100% 100%)}", "main{clip-path:circle(50%)}", "main{min-height:0;overflow:hidden}", "main{height:0}", "body{overflow:hidden}", "main{width:0;overflow:visible}", "body{min-width:0}",
		"@keyframes in{from{opacity:0}to{opacity:1}}", "@-webkit-keyframes body{body{opacity:0}}", "@starting-style{body{opacity:0}}", "body{transition:opacity 1s;@starting-style{opacity:0}}",
		".box{main{display:none}}", ".box{body &{display:none}}", "nav{@media print{display:none}}", "@media print{nav,footer{display:none}}", "@page{margin:0;size:0}", "@font-face{font-family:body;src:url(x)}",
		"body{--display:none}", "body{display:var(--x)}", "display:none", "main{color:canvastext;background:canvas}", "main{background:none;color:currentcolor}",
	} {
		if found := Sheet(css); found != "" {
			t.Errorf("%s: %q", css, found)
		}
	}
}

// TestOwnSheets: those of the built-in site hide nothing.
func TestOwnSheets(t *testing.T) {
	files, err := filepath.Glob("../../../static/css/*.css")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		css, err := os.ReadFile(file)
		if found := Sheet(string(css)); err != nil || found != "" {
			t.Errorf("%s: %q, %v", file, found, err)
		}
	}
}

func TestPagesThatAreHidden(t *testing.T) {
	for page, want := range map[string]string{
		`<html lang="zh"><body><main id="main">x</main></body></html>`:                            "",
		`<html lang="zh"><body hidden><main>x</main></body></html>`:                               "<body hidden>",
		`<html hidden="until-found"><main>x</main>`:                                               "<html hidden>",
		`<main id=main aria-hidden="true">x</main>`:                                               `<main aria-hidden="true">`,
		`<main id=main aria-hidden="false">x</main>`:                                              "",
		`<main class=wide style="color:red; display:none">x</main>`:                               "<main>{display:none}",
		`<main style="max-width:40rem">x</main>`:                                                  "",
		`<body class="hidden"><main data-hidden>x</main>`:                                         "",
		`<mainland hidden></mainland><p hidden>x</p>`:                                             "",
		`<main><article class="report" hidden>x</article></main>`:                                 "<article hidden>",
		`<style>p{color:red}</style><style media=screen>body{display:none}</style><main>x</main>`: "body{display:none}",
		`<style>nav{display:none}</style><main>x</main><style>`:                                   "",
		`<svg><style>path{opacity:0}</style></svg>`:                                               "",
	} {
		if found := Page([]byte(page)); found != want {
			t.Errorf("%s: %q, not %q", page, found, want)
		}
	}
}

// FuzzSheet: no sheet makes it crash or take long.
func FuzzSheet(f *testing.F) {
	for _, css := range []string{"body{display:none}", "a{b{c", `a{content:"\`, "/*", "@media{", "body{color:#ffffff;background:rgb(", "main{clip:rect()}", "main{transform:scale}", "*{font:/}"} {
		f.Add(css)
	}
	f.Fuzz(func(t *testing.T, css string) {
		began := time.Now()
		Sheet(css)
		Page([]byte(css))
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%d bytes take %s", len(css), took)
		}
	})
}
