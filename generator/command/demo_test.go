package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// TestDemo makes the portal that newcomers begin with, checks it and builds it:
// all that its README promises has to be on its pages.
func TestDemo(t *testing.T) {
	t.Setenv("MINGFA_HUGO", hugotest.Find(t, "../.."))
	t.Chdir(t.TempDir())
	run := func(args ...string) string {
		t.Helper()
		var out bytes.Buffer
		if status := Run(t.Context(), "mingfa", args, &out, &out); status != 0 {
			t.Fatalf("%v ended with %d:\n%s", args, status, out.String())
		}
		return out.String()
	}
	if said := run("init", "--demo", "demo"); !strings.Contains(said, "mingfa serve") {
		t.Errorf("init does not say how to look at it:\n%s", said)
	}
	t.Chdir("demo")
	if said := run("check"); !strings.Contains(said, "没有发现问题") || !strings.Contains(said, "已核对10个") {
		t.Errorf("the demonstration is not clean, or nothing in it is confirmed:\n%s", said)
	}
	run("build")

	for _, body := range []string{"shili-zf", "shili-sfj", "shili-gaj", "shili-scjgj", "shilixian-zf", "fanli-zhen"} {
		mustHold(t, "bodies/"+body+"/index.html", "2022年", "2024年")
		for _, year := range []int{2022, 2023, 2024} {
			mustHold(t, fmt.Sprintf("reports/%s/%d/index.html", body, year), "这是演示")
		}
	}
	mustHold(t, "reports/shilixian-zf/2023/index.html", "3864件", "补录两个乡镇漏报的18件") // the waiver and its reason
	mustHold(t, "reports/shili-scjgj/2024/index.html", "统计口径作了调整", "药品和医疗器械")
	mustHold(t, "reports/fanli-zhen/2024/index.html", "法律体检只完成38户", "建房审批")
	mustHold(t, "changes/index.html", "4680", "反诈中心的台账") // a correction with its reason
	mustHold(t, "bodies/shili-sfj/index.html", "20158", "19420", "18326")
	mustHold(t, "indicators/disputes-mediated/index.html", "20158")
}

var tag = regexp.MustCompile("<[^>]*>")

// mustHold tells what a page of the site lacks.
func mustHold(t *testing.T, name string, words ...string) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("public", name))
	if err != nil {
		t.Error(err)
	}
	page = tag.ReplaceAll(page, nil) // a number and its unit are held together by some
	for _, w := range words {
		if !bytes.Contains(page, []byte(w)) {
			t.Errorf("%s lacks %q", name, w)
		}
	}
}
