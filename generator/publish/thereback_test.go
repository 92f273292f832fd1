package publish

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// TestThereAndBack: what staff write of corrections and of what was taken down is told in the words that they wrote last, also where
// they had written the same before, and stays when the list goes. A text that is put back as it was is a correction of its own.
func TestThereAndBack(t *testing.T) {
	d := newDesk(t)
	why := func(reasons ...string) {
		text := ""
		for _, reason := range reasons {
			text += "[[correction]]\nold = \"405件\"\nreason = \"" + reason + "\"\n"
		}
		d.write("shili/2023.toml", text)
	}
	cases := func(n string) { d.write("shili/2023.txt", reportOf("办理法律援助案件"+n+"件。")) }
	down := func(reason string) {
		text := "name = \"示例市司法局\"\n"
		if reason != "" {
			text += "[[withdrawn]]\nyear = 2023\nreason = \"" + reason + "\"\n"
		}
		d.write("shili/body.toml", text)
	}
	d.write("shili/2022.txt", reportOn(2022, "走访企业18家。"))
	cases("405")
	d.publish() // 04-01
	why("漏计1件")
	cases("406")
	for _, c := range []struct {
		does func()
		want string
	}{
		{func() {}, "04-02 corrected 法律援助案件:405件>406件(漏计1件)"},
		{func() { why("与台账核对") }, "04-02 corrected 法律援助案件:405件>406件(与台账核对)"},
		{func() { why("漏计1件") }, "04-02 corrected 法律援助案件:405件>406件(漏计1件)"},
		{func() { why() }, "04-02 corrected 法律援助案件:405件>406件(漏计1件)"},
		{func() { cases("405") }, "04-02 corrected 法律援助案件:405件>406件(漏计1件); 04-06 corrected 法律援助案件:406件>405件"},
		{func() { cases("406") }, "04-02 corrected 法律援助案件:405件>406件(漏计1件); 04-06 corrected 法律援助案件:406件>405件; 04-07 corrected 法律援助案件:405件>406件"},
	} {
		c.does()
		d.publish()
		d.is("shili/2023", c.want)
	}
	d.write("shili/2023.txt", "")
	for _, reason := range []string{"", "正文有误", "不宜公开", "正文有误", "", "正文有误"} {
		down(reason)
		d.publish()
		want := "04-08 withdrawn"
		if reason != "" {
			want += " (" + reason + ")"
		}
		if got := d.changes("shili/2023"); reason == "" && !strings.Contains(got, want) || reason != "" && !strings.HasSuffix(got, want) {
			t.Errorf("taken down for %q: %s", reason, got)
		}
	}
	down("")
	cases("406")
	d.publish()
	d.write("shili/2023.txt", "")
	d.publish()
	if got := d.changes("shili/2023"); !strings.Contains(got, "04-14 restored; 04-15 withdrawn") {
		t.Errorf("put back and taken down: %s", got)
	}
}

// TestListsThereAndBack: such lists lead to the same release whether it reads everything or what changed alone, each time.
func TestListsThereAndBack(t *testing.T) {
	hugotest.Find(t, "../..")
	if _, err := exec.LookPath("git"); err != nil {
		hugotest.Lacking(t, "git is not installed")
	}
	o := demoOffice(t, 1, "shili-gaj", "shili-scjgj", "shili-sfj", "shili-zf")
	part, whole := o.store(), o.store()
	file := o.all("fanli-zhen/*.txt")[0]
	settings, body := strings.TrimSuffix(file, ".txt")+".toml", filepath.Join(filepath.Dir(file), "body.toml")
	year := strings.TrimSuffix(filepath.Base(file), ".txt")
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return string(data)
	}
	text, stated, named := read(file), read(settings), read(body)
	set := func(path, text string) func() { return func() { o.change(path, func(string) string { return text }) } }
	reason := func(why string) func() {
		return set(settings, stated+"\n[[correction]]\nreason = \""+why+"\"\n")
	}
	down := func(why string) func() {
		return set(body, named+"\n[[withdrawn]]\nyear = "+year+"\nreason = \""+why+"\"\n")
	}
	for _, c := range []struct {
		name string
		does func()
	}{
		{"begin", func() {}},
		{"corrected", func() { set(file, strings.Replace(text, "5次", "6次", 1))(); reason("漏计1次")() }},
		{"another reason", reason("与台账核对")},
		{"the first reason", reason("漏计1次")},
		{"no reason, the first text", func() { set(settings, stated)(); set(file, text)() }},
		{"taken down", func() { o.remove(file); down("正文有误")() }},
		{"for another reason", down("不宜公开")},
		{"for the first reason", down("正文有误")},
		{"put back", func() { set(body, named)(); set(file, text)(); set(settings, stated)() }},
	} {
		c.does()
		o.commit(c.name)
		o.compare(c.name, part, whole)
	}
}
