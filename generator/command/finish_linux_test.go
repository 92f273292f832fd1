package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPushOntoAFullDisk: a push that git had accepted when the disk was full is published by the timer, and by the next push of
// whatever branch, though pushing it again does nothing. Until then the site is the one before.
func TestPushOntoAFullDisk(t *testing.T) {
	d := newDesk(t)
	hook := filepath.Join(d.bare, "hooks", "post-receive")
	for year, finish := range map[string]func(){
		"2022": func() {
			if out, err := exec.Command(d.program, "hooks", "finish", d.bare).CombinedOutput(); err != nil {
				t.Errorf("finishing: %v\n%s", err, out)
			}
		},
		"2021": func() {
			git(t, ".", "checkout", "-q", "-B", "next")
			d.push(true, "next")
			git(t, ".", "checkout", "-q", "main")
		},
	} {
		writeFile(t, "seeds/shili/"+year+".txt", strings.ReplaceAll(good2022, "2022", year))
		commit(t, ".")
		if err := os.Rename(hook, hook+".kept"); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(hook, []byte("#!/bin/sh\nulimit -f 4\ntrap '' XFSZ\nexec hooks/post-receive.kept\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		says(t, "a full disk", d.push(true, "main"), "推送已经收下", "没有发布", "服务器会自己补做")
		d.shows("/reports/shili/"+year+"/", "")
		if err := os.Rename(hook+".kept", hook); err != nil {
			t.Fatal(err)
		}
		says(t, "the same again", d.push(true, "main"), "Everything up-to-date")
		d.shows("/reports/shili/"+year+"/", "")
		finish()
		d.shows("/reports/shili/"+year+"/", "58")
		leftBehind(t, d.to)
	}
	command(t, 0, "verify", d.to)
}
