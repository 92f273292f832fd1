package command

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// desk is a clerk's clone of a repository that publishes, and the server.
type desk struct {
	t              *testing.T
	program        string
	bare, to, work string
	url            string
}

// newDesk installs the program and the hooks, pushes a first report, and
// serves what is published as a web server would.
func newDesk(t *testing.T) *desk {
	t.Helper()
	newRepository(t)
	writeFile(t, "seeds/site.toml", "name = \"示例平台\"\n")
	commit(t, ".")
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	d := &desk{t: t, program: filepath.Join(root, "it's a 程序", "mingfa"), bare: filepath.Join(root, "fazhi.git"), to: filepath.Join(root, "www"), work: here}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := copyTree(exe, d.program); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(d.program, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", "/dev/null")
	t.Setenv("GIT_CONFIG_SYSTEM", "/dev/null")
	git(t, root, "init", "-q", "--bare", d.bare)
	if out, err := exec.Command(d.program, "hooks", "install", d.bare, "--to", d.to).CombinedOutput(); err != nil {
		t.Fatalf("installing the hooks: %v\n%s", err, out)
	}
	git(t, here, "remote", "add", "origin", d.bare)
	d.push(true, "main")
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(filepath.Join(d.to, "current"))))
	mux.Handle("/preview/", http.StripPrefix("/preview/", http.FileServer(http.Dir(filepath.Join(d.to, "preview")))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	d.url = server.URL
	return d
}

// push pushes and gives what the clerk reads.
func (d *desk) push(accepted bool, refs ...string) string {
	d.t.Helper()
	out, err := tryGit(d.t, d.work, append([]string{"push", "origin"}, refs...)...)
	if (err == nil) != accepted {
		d.t.Fatalf("push %v, want accepted %v: %v\n%s", refs, accepted, err, out)
	}
	return out
}

func (d *desk) get(path string) (int, string) {
	d.t.Helper()
	resp, err := http.Get(d.url + path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// shows fails unless a page is there and says want, or, for "", is not there.
func (d *desk) shows(path, want string) {
	d.t.Helper()
	status, body := d.get(path)
	if want == "" && status != http.StatusNotFound || want != "" && (status != http.StatusOK || !strings.Contains(body, want)) {
		d.t.Errorf("%s answers %d and does not say %q", path, status, want)
	}
}

func says(t *testing.T, what, out string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(out, want) {
			t.Errorf("%s: no word of %q in\n%s", what, want, out)
		}
	}
}

const good2022 = "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗58本。\n"

func TestPushPublishes(t *testing.T) {
	d := newDesk(t)
	d.shows("/reports/shili/2023/", "64")
	d.shows("/", "示例平台")

	// A good report: the page stands where the push says.
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	out := d.push(true, "main")
	says(t, "a good report", out, "remote: 检查推送的内容：共 2 份报告，要检查 2 份", "正在读取报告、生成网页……", "新增  /reports/shili/2022/")
	d.shows("/reports/shili/2022/", "58")
	before := filesOf(t, filepath.Join(d.to, "current"))

	// A bad one: refused in Chinese, with the line; the site is untouched.
	writeFile(t, "seeds/shili/2021.txt", "示例市司法局2021年法治政府建设年度报告\n\n一、主要举措和成效\n联系人身份证号11010519491231002X。\n")
	commit(t, ".")
	out = d.push(false, "main")
	says(t, "a bad report", out, "remote: 错误：", "[id-number]", "seeds/shili/2021.txt:4:", "推送没有接受，现在的网站没有改动。", "pre-receive hook declined")
	if remote := regexp.MustCompile(`(?m)^remote:.*` + regexp.QuoteMeta(os.TempDir())); remote.MatchString(out) {
		t.Errorf("a bad report: the pusher reads paths of the server:\n%s", out)
	}
	if !maps.Equal(before, filesOf(t, filepath.Join(d.to, "current"))) {
		t.Error("a refused push changed the site")
	}
	git(t, ".", "reset", "-q", "--hard", "HEAD~1")

	// Only what changed and the year after it is checked.
	writeFile(t, "seeds/shili/2020.txt", strings.ReplaceAll(good2022, "2022", "2020"))
	commit(t, ".")
	says(t, "an unrelated year", d.push(true, "main"), "共 3 份报告，要检查 1 份")

	// A rollback by the one who runs the server.
	command(t, 0, "rollback", "--to", d.to)
	d.shows("/reports/shili/2020/", "")
	command(t, 0, "verify", d.to)
	// The next push brings everything again.
	writeFile(t, "seeds/shili/2022.txt", strings.ReplaceAll(good2022, "58", "59"))
	writeFile(t, "seeds/shili/照片.jpg", "x")
	writeFile(t, "seeds/shili/2020.toml", "[disclosure]\nopenness = \"主动公开\"\nsource.openness = \"目录\"\n")
	commit(t, ".")
	says(t, "a report replaced, another's settings, a picture", d.push(true, "main"), "替换  /reports/shili/2022/", "更新  /reports/shili/2020/", "未发布  seeds/shili/照片.jpg（不是报告和设置，网站不读它）", "[missing-correction-reason]", "58本 → 59本")
	d.shows("/reports/shili/2020/", "58")
	d.shows("/reports/shili/2022/", "59")
	// One that is taken down.
	git(t, ".", "rm", "-q", "seeds/shili/2022.txt")
	commit(t, ".")
	out = d.push(true, "main")
	says(t, "a deleted report", out, "撤下  /reports/shili/2022/")
	if strings.Contains(out, "新增  /reports/shili/2022/") || strings.Contains(out, "替换  /reports/shili/2022/") || strings.Contains(out, "更新  /reports/shili/2022/") {
		t.Errorf("a deleted report is announced:\n%s", out)
	}
	says(t, "a report that was taken down", out, "[missing-correction-reason]", "[[withdrawn]]")
	d.shows("/reports/shili/2022/", "示例市司法局2022年度报告已经撤下")
}

func TestPushCannotLoseWhatIsPublished(t *testing.T) {
	d := newDesk(t)
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	d.push(true, "main")
	git(t, ".", "reset", "-q", "--hard", "HEAD~1")
	says(t, "a forced push", d.push(false, "--force", "main"), "会抹掉 main 上已经发布的历史")
	says(t, "a deletion", d.push(false, "--delete", "main"), "不能删除")
	d.shows("/reports/shili/2022/", "58")
}

func TestPushedBranchIsAPreview(t *testing.T) {
	d := newDesk(t)
	const hostile = "fix/<b>${IFS}'\";x"
	git(t, ".", "checkout", "-q", "-b", hostile)
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	out := d.push(true, "HEAD")
	m := regexp.MustCompile(`预览  (/preview/fix-b-ifs-x--[0-9a-f]{8}-[0-9a-f]{12}/)`).FindStringSubmatch(out)
	if m == nil {
		t.Fatalf("the push tells no address:\n%s", out)
	}
	if strings.Contains(out, "remote: 发布  ") || !strings.Contains(out, "remote: 生成  ") {
		t.Errorf("what is only shown is called published:\n%s", out)
	}
	d.shows(m[1]+"reports/shili/2022/", "58")
	d.shows("/reports/shili/2022/", "")
	pages := 0
	for name, text := range filesOf(t, filepath.Join(d.to, m[1])) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		pages++
		if !strings.Contains(text, `<meta name="robots" content="noindex, nofollow">`) || !strings.Contains(text, "预览：还没有正式发布（分支 fix/&lt;b&gt;") {
			t.Errorf("%s does not say that it is a preview", name)
		}
		for _, link := range regexp.MustCompile(`(?:href|src)="(/[^"]*)"`).FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(link[1], m[1]) {
				t.Errorf("%s leads out of the preview, to %s", name, link[1])
			}
		}
	}
	if pages < 10 {
		t.Errorf("the preview has %d pages", pages)
	}
	if _, live := d.get("/"); strings.Contains(live, "noindex") || strings.Contains(live, "预览") {
		t.Error("the live site says that it is a preview")
	}
	if _, report := d.get(m[1] + "reports/shili/2022/"); strings.Contains(report, "本站首次发布") {
		t.Error("a report that is only previewed has a day of publication")
	}

	// Of two pushes that follow closely, the first shows the commit of both, and the
	// second finds it shown.
	hook := exec.Command(filepath.Join("hooks", "post-receive"))
	hook.Dir = d.bare
	head := strings.TrimSpace(git(t, ".", "rev-parse", "HEAD"))
	hook.Stdin = strings.NewReader(head + " " + head + " refs/heads/" + hostile + "\n")
	again, err := hook.CombinedOutput()
	if want := "预览没有变化，仍在网站的 " + strings.TrimPrefix(m[1], "/") + " 下。\n"; err != nil || !strings.HasSuffix(string(again), want) {
		t.Errorf("the same commit again: %v, want %q, got\n%s", err, want, again)
	}
	d.shows(m[1]+"reports/shili/2022/", "58")

	// Previews may be pushed over; the branch gone, the preview is gone.
	writeFile(t, "seeds/shili/2022.txt", strings.ReplaceAll(good2022, "58", "60"))
	git(t, ".", "add", "-A")
	git(t, ".", "commit", "-q", "--amend", "-m", "again")
	d.push(true, "--force", "HEAD")
	d.shows(m[1]+"reports/shili/2022/", "60")
	says(t, "a deleted branch", d.push(true, "--delete", hostile), "的预览已经撤下")
	d.shows(m[1], "")
	if left, _ := os.ReadDir(filepath.Join(d.to, "previews")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	// A tag publishes nothing.
	git(t, ".", "tag", "v1")
	if out := d.push(true, "v1"); strings.Contains(out, "预览") || strings.Contains(out, "发布") {
		t.Errorf("a tag says:\n%s", out)
	}
}

// What a push must not do on the server.
func TestHostilePush(t *testing.T) {
	d := newDesk(t)
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("geheim"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := filesOf(t, filepath.Join(d.to, "current"))
	settings, err := os.ReadFile("hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	ran := filepath.Join(t.TempDir(), "ran")
	for name, attack := range map[string]struct {
		does func()
		says string
	}{
		"a template that reads a file through esbuild": {func() {
			writeFile(t, "layouts/404.html", `{{ (resources.FromString "a.js" "import s from '`+secret+`'; console.log(s)" | js.Build (dict "loaders" (dict ".txt" "text"))).Content }}`)
		}, "layouts/404.html:1:"},
		"settings that mount the disk": {func() {
			writeFile(t, "hugo.toml", string(settings)+"\n[[module.mounts]]\nsource = \""+filepath.Dir(secret)+"\"\ntarget = \"static\"\n")
		}, "hugo.toml:"},
		"settings that fetch a module": {func() {
			writeFile(t, "hugo.toml", string(settings)+"\n[[module.imports]]\npath = \"example.org/x\"\n")
		}, "取来别处的模块"},
		"a symbolic link to a report": {func() {
			if err := os.Symlink(secret, "seeds/shili/2022.txt"); err != nil {
				t.Fatal(err)
			}
		}, "是一个符号链接"},
		"a symbolic link among the templates": {func() {
			if err := os.Symlink(filepath.Dir(secret), "layouts/_partials/x"); err != nil {
				t.Fatal(err)
			}
		}, "是一个符号链接"},
		"a template that reads the environment": {func() {
			writeFile(t, "layouts/404.html", `{{ getenv "PATH" }}`)
		}, "错误："},
		"a template that Hugo cannot render": {func() { writeFile(t, "layouts/404.html", `{{ nofunction }}`) }, "layouts/404.html"},
		"hugo.toml that opens the network": {func() {
			writeFile(t, "hugo.toml", strings.NewReplacer(`urls = ["none"]`, `urls = [".*"]`, `methods = ["none"]`, `methods = [".*"]`, `getenv = ["none"]`, `getenv = [".*"]`).Replace(string(settings)))
			writeFile(t, "layouts/404.html", `{{ getenv "PATH" }}`)
		}, "错误："},
	} {
		git(t, ".", "checkout", "-q", "-b", "attack")
		attack.does()
		// Programs of the push, where a careless server would run them.
		for _, program := range []string{"generator/main.go", "Makefile", ".githooks/post-receive", "package.json"} {
			writeFile(t, program, "#!/bin/sh\ntouch "+ran+"\n")
		}
		commit(t, ".")
		says(t, name, d.push(false, "attack:main"), attack.says, "pre-receive hook declined")
		git(t, ".", "checkout", "-q", "main")
		git(t, ".", "branch", "-qD", "attack")
	}
	if !maps.Equal(before, filesOf(t, filepath.Join(d.to, "current"))) {
		t.Error("a refused push changed the site")
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program of the push was run")
	}
	// Files that are none of the site's are no reason to refuse a push, but never
	// leave the repository.
	writeFile(t, "generator/main.go", "package main\n")
	if err := os.Symlink("/etc/passwd", "notes"); err != nil {
		t.Fatal(err)
	}
	commit(t, ".")
	d.push(true, "main")
	command(t, 0, "verify", d.to)
}

// Two clerks push at once: both are accepted or told to fetch first, and the
// newest commit is what is live in the end.
func TestTwoPushesAtOnce(t *testing.T) {
	d := newDesk(t)
	var all sync.WaitGroup
	for _, year := range []string{"2021", "2022"} {
		clone := filepath.Join(t.TempDir(), year)
		git(t, d.work, "clone", "-q", d.bare, clone)
		writeFile(t, filepath.Join(clone, "seeds", "shili", year+".txt"), strings.ReplaceAll(good2022, "2022", year))
		commit(t, clone)
		all.Go(func() {
			for range 5 {
				out, err := tryGit(t, clone, "push", "-q", "origin", "main")
				if err == nil {
					return
				}
				if !strings.Contains(out, "fetch first") && !strings.Contains(out, "non-fast-forward") && !strings.Contains(out, "cannot lock ref") && !strings.Contains(out, "failed to update ref") {
					t.Errorf("%s: %s", year, out)
				}
				if out, err := tryGit(t, clone, "pull", "-q", "--rebase", "origin", "main"); err != nil {
					t.Errorf("%s: %s", year, out)
				}
			}
			t.Errorf("%s was never accepted", year)
		})
	}
	all.Wait()
	d.shows("/reports/shili/2021/", "58")
	d.shows("/reports/shili/2022/", "58")
	command(t, 0, "verify", d.to)
}

// A push waits for a rollback that is under way, and is live after it.
func TestPushDuringRollbacks(t *testing.T) {
	d := newDesk(t)
	writeFile(t, "seeds/shili/2022.txt", good2022)
	commit(t, ".")
	d.push(true, "main")
	stop := make(chan struct{})
	var rollbacks sync.WaitGroup
	rollbacks.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
				out, err := exec.Command(d.program, "rollback", "--to", d.to).CombinedOutput()
				if err != nil && !strings.Contains(string(out), "没有更早的发布") {
					t.Errorf("rollback: %v\n%s", err, out)
				}
			}
		}
	})
	writeFile(t, "seeds/shili/2021.txt", strings.ReplaceAll(good2022, "2022", "2021"))
	commit(t, ".")
	d.push(true, "main")
	close(stop)
	rollbacks.Wait()
	command(t, 0, "verify", d.to)
	if list := command(t, 0, "releases", "--to", d.to); strings.Count(list, "\n") != 3 {
		t.Errorf("the releases are\n%s", list)
	}
}

func TestInstallHooks(t *testing.T) {
	newRepository(t)
	bare := filepath.Join(t.TempDir(), "x.git")
	git(t, ".", "init", "-q", "--bare", bare)
	says(t, "go run", command(t, 2, "hooks", "install", bare, "--to", t.TempDir()), "不能用 go run 的临时程序")
	says(t, "no such command", command(t, 2, "hooks", "remove"), "没有“remove”这个命令")
	says(t, "help", command(t, 0, "hooks"), "install", "给一个裸仓库装上钩子")
}

// A body gets another folder: its old addresses lead to the new ones, by pages
// that need no script and by rules for web servers, and keep their days.
func TestRenamedBodyLeadsOn(t *testing.T) {
	d := newDesk(t)
	writeFile(t, "seeds/site.toml", "name = \"示例平台\"\ndomain = \"https://mingfa.example/\"\n")
	writeFile(t, "seeds/shili/2022.txt", good2022+"\n二、2023年工作安排\n评查执法卷宗60本以上。\n")
	commit(t, ".")
	d.push(true, "main")
	cards, err := filepath.Glob(filepath.Join(d.to, "current", "reports/shili/2023/cards/*.html"))
	if err != nil || len(cards) == 0 {
		t.Fatalf("there are no cards: %v", err)
	}
	day := regexp.MustCompile(`本站首次发布</dt><dd><time datetime="([0-9-]+)">`)
	_, before := d.get("/reports/shili/2023/")
	git(t, ".", "mv", "seeds/shili", "seeds/shili-sfj")
	commit(t, ".")
	says(t, "a body renamed without a word", d.push(false, "main"), "[lost-address]", `former = ["shili"]`)
	writeFile(t, "seeds/shili-sfj/body.toml", "name = \"示例市司法局\"\nformer = [\"shili\"]\n")
	commit(t, ".")
	said := d.push(true, "main")
	says(t, "a renamed body", said, "替换  https://mingfa.example/reports/shili-sfj/2023/", "改名  https://mingfa.example/reports/shili/ 的网址转到 https://mingfa.example/reports/shili-sfj/")
	if strings.Contains(said, "撤下") || strings.Contains(said, "新增  https://mingfa.example/reports/shili/") {
		t.Errorf("a renamed body: the push says\n%s", said)
	}
	d.shows("/reports/shili-sfj/2023/", "64")
	for from, to := range map[string]string{
		"/reports/shili/2023/":         "/reports/shili-sfj/2023/",
		"/reports/shili/2023/source/":  "/reports/shili-sfj/2023/source/",
		"/bodies/shili/":               "/bodies/shili-sfj/",
		"/bodies/shili/promises/2023/": "/bodies/shili-sfj/promises/2023/",
	} {
		d.shows(from, `<meta http-equiv="refresh" content="0; url=`+to+`">`)
		d.shows(from, `这一页已经搬到新的网址：<a href="`+to+`">`)
		d.shows(to, "示例市司法局")
	}
	for _, name := range []string{"feed.xml", "feed.json", "data.csv"} { // what programs fetch
		if _, text := d.get("/bodies/shili-sfj/" + name); !strings.Contains(text, "shili-sfj") && name != "data.csv" {
			t.Errorf("%s is not there:\n%s", name, text)
		} else if _, led := d.get("/bodies/shili/" + name); led != text {
			t.Errorf("%s of the former address is\n%s", name, led)
		}
	}
	d.shows("/reports/shili/2023/cards/"+filepath.Base(cards[0]), `href="../../../../reports/shili-sfj/2023/#`)
	for _, list := range []string{"/", "/reports/", "/bodies/", "/sitemap.xml"} {
		if _, text := d.get(list); strings.Contains(text, "/shili/") {
			t.Errorf("%s lists a former address", list)
		}
	}
	d.shows("/redirects.map", "~^/(reports|bodies)/shili(/.*)?$ /$1/shili-sfj$2;\n")
	_, after := d.get("/reports/shili-sfj/2023/")
	if was, is := day.FindStringSubmatch(before), day.FindStringSubmatch(after); was == nil || is == nil || was[1] != is[1] {
		t.Errorf("the day of first publication was %v and is %v", was, is)
	}
	if said := command(t, 0, "verify", d.to); !strings.Contains(said, "与清单相符") {
		t.Errorf("verify says:\n%s", said)
	}
	writeFile(t, "static/icons/redirects.map", "~. /evil;\n")
	commit(t, ".")
	says(t, "settings of the web server", d.push(false, "main"), "“redirects.map”是程序自己要写的文件")
	if err := os.Remove("static/icons/redirects.map"); err != nil {
		t.Fatal(err)
	}
	writeFile(t, "static/icons/search/index/0.json", "{}\n")
	commit(t, ".")
	says(t, "a part of the search index", d.push(false, "main"), "网址 /search/ 下面的文件由程序生成")
}
