package push

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/build/outcome"
	"mingfa/generator/lab/golden"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
)

var none = strings.Repeat("0", 40)

// desk is a bare repository to which a clerk pushes, and what a receiver says.
type desk struct {
	*Receiver
	t         *testing.T
	repo      string
	said, log bytes.Buffer
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	d := &desk{t: t, repo: filepath.Join(t.TempDir(), "fazhi.git")}
	d.git(nil, "init", "-q", "--bare", "-b", "main", d.repo)
	store, err := release.Open(filepath.Join(t.TempDir(), "www"), 0)
	if err != nil {
		t.Fatal(err)
	}
	d.Receiver = &Receiver{
		repo: checkout.Repo{Dir: d.repo}, settings: hooks.Settings{Branch: "main", Secret: "x"}, store: store,
		out: &d.said, log: &d.log, voice: PlainVoice(&d.said, &d.log),
	}
	return d
}

func (d *desk) git(env []string, args ...string) string {
	d.t.Helper()
	command := exec.Command("git", args...)
	command.Env = append(os.Environ(), env...)
	out, err := command.CombinedOutput()
	if err != nil {
		d.t.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// commit makes a commit of files on another, "" for none.
func (d *desk) commit(parent string, files map[string]string) string {
	d.t.Helper()
	return d.commitAt(time.Now(), parent, files)
}

func (d *desk) commitAt(at time.Time, parent string, files map[string]string) string {
	d.t.Helper()
	work := d.t.TempDir()
	for name, text := range files {
		file := filepath.Join(work, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			d.t.Fatal(err)
		}
		if to, ok := strings.CutPrefix(text, "-> "); ok { // a link
			if err := os.Symlink(to, file); err != nil {
				d.t.Skip("no symbolic links here:", err)
			}
		} else if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			d.t.Fatal(err)
		}
	}
	in := []string{
		"GIT_DIR=" + d.repo, "GIT_WORK_TREE=" + work, "GIT_INDEX_FILE=" + filepath.Join(d.t.TempDir(), "index"),
		"GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@example.org", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@example.org",
		fmt.Sprintf("GIT_COMMITTER_DATE=@%d +0800", at.Unix()), fmt.Sprintf("GIT_AUTHOR_DATE=@%d +0800", at.Unix()),
	}
	d.git(in, "add", "-A", "-f", work)
	args := []string{"commit-tree", "-m", "x", d.git(in, "write-tree")}
	if parent != "" {
		args = append(args, "-p", parent)
	}
	return d.git(in, args...)
}

func (d *desk) point(branch, commit string) {
	d.t.Helper()
	if commit == "" {
		d.git(nil, "-C", d.repo, "update-ref", "-d", "refs/heads/"+branch)
		return
	}
	d.git(nil, "-C", d.repo, "update-ref", "refs/heads/"+branch, commit)
}

// push is what becomes of an update of a branch, "" for a commit that is not there: whether it is
// accepted, and what the pusher reads.
func (d *desk) push(branch, old, new string) (accepted bool, read string) {
	d.t.Helper()
	d.said.Reset()
	d.log.Reset()
	u := hooks.Update{Old: or(old), New: or(new), Ref: "refs/heads/" + branch}
	err := d.Before(d.t.Context(), []hooks.Update{u})
	if err != nil && !errors.Is(err, outcome.ErrFindings) {
		d.t.Fatal(err)
	}
	return err == nil, d.log.String() + d.said.String()
}

func or(commit string) string {
	if commit == "" {
		return none
	}
	return commit
}

// filesBelow are the files of a case below a folder.
func filesBelow(c *golden.Case, folder string) map[string]string {
	files := map[string]string{}
	for _, pattern := range []string{"/*", "/*/*", "/*/*/*", "/*/*/*/*"} {
		for name, text := range c.Map(folder + pattern) {
			files[strings.TrimPrefix(name, folder+"/")] = text
		}
	}
	return files
}

// TestPushes: what a clerk reads of a push to the live branch that changes the files in before/ into those
// in after/; where it is accepted, also where the reports then stand.
func TestPushes(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		d := newDesk(t)
		before, after := filesBelow(c, "before"), filesBelow(c, "after")
		for name, text := range before { // what is given once stays
			if _, ok := after[name]; !ok && !slices.Contains(strings.Fields(c.Text("gone")), name) {
				after[name] = text
			}
		}
		old := d.commit("", before)
		new := d.commit(old, after)
		accepted, read := d.push("main", old, new)
		if !accepted {
			return "不接受\n" + read
		}
		d.said.Reset()
		d.addresses(t.Context(), hooks.Update{Old: old, New: new, Ref: "refs/heads/main"}, "https://fazhi.example.gov.cn/")
		return "接受\n" + read + d.said.String()
	})
}

const sound = "示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗58本。\n\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n局长主持研究法治议题。\n\n三、存在的不足和原因\n人手偏少。\n\n四、%d年工作安排\n组织培训。\n"

func soundOn(year int) string { return fmt.Sprintf(sound, year, year+1) }

// portal is a small sound portal.
func portal() map[string]string {
	return map[string]string{"seeds/site.toml": "name = \"示例平台\"\n", "seeds/shili/body.toml": "name = \"示例市司法局\"\n", "seeds/shili/2022.txt": soundOn(2022)}
}

// TestWhatIsNeverAccepted: a history that would be lost, a clock that is wrong, a link, and what is no site.
func TestWhatIsNeverAccepted(t *testing.T) {
	d := newDesk(t)
	old := d.commit("", portal())
	d.point("main", old)
	link := portal()
	link["seeds/shili/2023.txt"] = "-> 2022.txt"
	faulty := portal()
	faulty["seeds/shili/2023.txt"] = strings.Replace(soundOn(2023), "组织培训。", "联系手机13812345678。", 1)
	many := portal()
	many["layouts/home.html"] = `{{ js.Build "x" }}`
	for _, c := range []struct{ name, branch, old, new, want string }{
		{"another history", "main", old, d.commit("", link), "会抹掉 main 上已经发布的历史"},
		{"an earlier commit", "main", d.commit(old, portal()), old, "会抹掉 main 上已经发布的历史"},
		{"a commit of the day after tomorrow", "main", old, d.commitAt(time.Now().Add(60*time.Hour), old, portal()), "两个时钟有一个不对"},
		{"a link", "main", old, d.commit(old, link), "“seeds/shili/2023.txt”是一个符号链接"},
		{"a template that reads files", "main", old, d.commit(old, many), "推送的模板不能使用 js"},
		{"the end of the live branch", "main", old, "", "不能删除"},
		{"a first push with a fault", "main", "", d.commit("", faulty), "手机号码"},
		{"a link on another branch", "draft", "", d.commit(old, link), "“seeds/shili/2023.txt”是一个符号链接"},
	} {
		accepted, read := d.push(c.branch, c.old, c.new)
		if accepted || !strings.Contains(read, c.want) || strings.Count(read, "推送没有接受，现在的网站没有改动") != 1 {
			t.Errorf("%s: %t, %s", c.name, accepted, read)
		}
	}
	// What changes nothing that is checked, or goes on from what is live, is.
	changed := portal()
	changed["seeds/shili/2023.txt"] = soundOn(2023)
	for _, c := range []struct{ name, branch, old, new string }{
		{"one more report", "main", old, d.commit(old, changed)}, {"a branch", "draft", "", d.commit(old, changed)},
		{"a branch of another history of that branch", "draft", d.commit("", changed), d.commit(old, changed)}, {"the end of a branch", "draft", old, ""},
	} {
		if accepted, read := d.push(c.branch, c.old, c.new); !accepted || strings.Contains(read, "错误") {
			t.Errorf("%s: %s", c.name, read)
		}
	}
	if err := d.Before(t.Context(), []hooks.Update{{Old: none, New: old, Ref: "refs/tags/v1"}}); err != nil {
		t.Errorf("a tag: %v", err)
	}
	if accepted, read := d.push("main", old, d.commit(old, changed)); !accepted || !strings.Contains(read, "共 2 份报告，要检查 1 份") {
		t.Errorf("of two reports, one of them new: %s", read)
	}
}

// TestOneOfManyUpdates: one branch that is refused refuses the push, wherever it stands in it.
func TestOneOfManyUpdates(t *testing.T) {
	d := newDesk(t)
	old := d.commit("", portal())
	d.point("main", old)
	bad := portal()
	bad["seeds/shili/2023.txt"] = "-> 2022.txt"
	well, ill := hooks.Update{Old: none, New: d.commit(old, portal()), Ref: "refs/heads/a"}, hooks.Update{Old: none, New: d.commit(old, bad), Ref: "refs/heads/b"}
	tag := hooks.Update{Old: none, New: old, Ref: "refs/tags/v1"}
	for _, updates := range [][]hooks.Update{{well, ill}, {ill, well}, {tag, ill}, {tag, tag, well, ill}} {
		if err := d.Before(t.Context(), updates); !errors.Is(err, outcome.ErrFindings) {
			t.Errorf("got %v", err)
		}
	}
}

// TestManyAddresses: of a push of many reports as many addresses are told as are read.
func TestManyAddresses(t *testing.T) {
	for _, c := range []struct {
		reports    int
		came, gone string
	}{{20, "", ""}, {21, "网址  还有 1 个，见 https://x.example/reports/\n", "撤下  还有 1 份报告\n"}, {30, "网址  还有 10 个，见 https://x.example/reports/\n", "撤下  还有 10 份报告\n"}} {
		d := newDesk(t)
		old := d.commit("", portal())
		more := portal()
		for i := range c.reports {
			more[fmt.Sprintf("seeds/shili/%d.txt", 1950+i)] = soundOn(1950 + i)
			more[fmt.Sprintf("seeds/shili/图%d.png", i)] = "x"
		}
		new := d.commit(old, more)
		d.addresses(t.Context(), hooks.Update{Old: old, New: new, Ref: "refs/heads/main"}, "https://x.example/")
		said := d.said.String()
		if strings.Count(said, "新增  https://x.example/reports/shili/19") != 20 || !strings.Contains(said, c.came) || strings.Contains(said, "网址  还有") != (c.came != "") ||
			strings.Count(said, "未发布  ") != min(c.reports, 21) {
			t.Errorf("%d come:\n%s", c.reports, said)
		}
		d.said.Reset()
		d.addresses(t.Context(), hooks.Update{Old: new, New: old, Ref: "refs/heads/main"}, "https://x.example/")
		said = d.said.String()
		if strings.Count(said, "撤下  https://x.example/reports/shili/19") != 20 || !strings.Contains(said, c.gone) || strings.Contains(said, "撤下  还有") != (c.gone != "") ||
			strings.Contains(said, "未发布") || strings.Contains(said, "新增") {
			t.Errorf("%d go:\n%s", c.reports, said)
		}
	}
}

// TestFirstAddresses: of a branch that is new the address of the site is told, and that it has none yet.
func TestFirstAddresses(t *testing.T) {
	d := newDesk(t)
	for domain, want := range map[string]string{"https://x.example/": "网址  https://x.example/\n", "/": "提醒：seeds/site.toml 里还没有写网址（domain），这里只能列出网站内的路径\n"} {
		d.said.Reset()
		d.addresses(t.Context(), hooks.Update{Old: none, New: d.commit("", portal()), Ref: "refs/heads/main"}, domain)
		if got := d.said.String(); got != want {
			t.Errorf("%s: %q", domain, got)
		}
	}
}

// publishes puts a site of a commit into a store, without rendering one.
func (d *desk) publishes(store *release.Store, commit string, reports ...string) {
	d.t.Helper()
	draft, err := store.Begin(d.t.Context(), func() (string, error) { return commit, nil }, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	defer draft.Close()
	for _, name := range append(reports, "index.html") {
		file := filepath.Join(draft.Path(), filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(commit), 0o666); err != nil {
			d.t.Fatal(err)
		}
	}
	draft.Update(nil)
	if _, err := draft.Publish(d.t.Context(), release.Input{Commit: commit, Generator: "v1", Hugo: "v1"}); err != nil {
		d.t.Fatal(err)
	}
}

// TestBehind: a branch whose site is of its newest commit is as it should be, also where somebody has gone
// back from that; any other is behind.
func TestBehind(t *testing.T) {
	d := newDesk(t)
	first := d.commit("", portal())
	second := d.commit(first, portal())
	preview, err := d.store.Preview(d.settings.Address("draft"))
	if err != nil {
		t.Fatal(err)
	}
	check := func(when, branch, commit string, want bool) {
		t.Helper()
		if got, err := d.behind(branch, commit); got != want || err != nil {
			t.Errorf("%s: %s is behind: %t, %v", when, branch, got, err)
		}
	}
	check("before anything", "main", first, true)
	check("before anything", "draft", first, true)
	d.publishes(d.store, first)
	check("published", "main", first, false)
	check("published", "main", second, true)
	check("published", "draft", first, true)
	d.publishes(preview, second)
	check("shown", "draft", second, false)
	check("shown", "draft", first, true)
	check("shown", "main", first, false)
	d.publishes(d.store, second)
	if _, err := d.store.Rollback(t.Context(), "", true, nil); err != nil {
		t.Fatal(err)
	}
	check("gone back", "main", second, false)
	check("gone back", "main", first, true)
	if err := os.Remove(filepath.Join(preview.Current(), release.ManifestName)); err != nil {
		t.Fatal(err)
	}
	check("damaged", "draft", second, true)
}

// TestFinishTakesAway: the previews of branches that are gone go, those of others stay, and where all is as it
// should be nothing is said.
func TestFinishTakesAway(t *testing.T) {
	d := newDesk(t)
	commit := d.commit("", portal())
	d.publishes(d.store, commit)
	d.point("main", commit)
	for _, branch := range []string{"draft", "other"} {
		d.point(branch, commit)
		preview, err := d.store.Preview(d.settings.Address(branch))
		if err != nil {
			t.Fatal(err)
		}
		d.publishes(preview, commit, "reports/shili/2022/report.json")
		if err := d.store.ShowPreview(d.settings.Address(branch)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Finish(t.Context()); err != nil || d.said.Len()+d.log.Len() > 0 {
		t.Errorf("with nothing to do: %v, %s%s", err, d.said.String(), d.log.String())
	}
	// Previews that still show what is taken down are named.
	gone := portal()
	delete(gone, "seeds/shili/2022.txt")
	d.addresses(t.Context(), hooks.Update{Old: commit, New: d.commit(commit, gone), Ref: "refs/heads/main"}, "https://x.example/")
	if got := d.said.String(); !strings.Contains(got, "还有 2 个预览里有 shili/2022") {
		t.Errorf("taken down: %s", got)
	}
	d.said.Reset()
	d.point("draft", "")
	if err := d.Finish(t.Context()); err != nil || strings.Count(d.said.String(), "补做  预览“") != 1 || !strings.Contains(d.said.String(), d.settings.Address("draft")) {
		t.Errorf("without a branch: %v, %s", err, d.said.String())
	}
	if names, err := d.store.Previews(); err != nil || !slices.Equal(names, []string{d.settings.Address("other")}) {
		t.Errorf("previews are %v, %v", names, err)
	}
	// A branch that cannot be published is told, and the rest is done all the same.
	d.point("main", d.commit(commit, map[string]string{"seeds/site.toml": "= broken"}))
	d.point("other", "")
	d.said.Reset()
	if err := d.Finish(t.Context()); !errors.Is(err, outcome.ErrTold) || !strings.Contains(d.log.String(), "“main”没有发布") || !strings.Contains(d.said.String(), d.settings.Address("other")) {
		t.Errorf("a branch that cannot be published: %v, %s%s", err, d.said.String(), d.log.String())
	}
}

// TestSites: what is pushed is published, a branch is shown until it is deleted, and what is there already is
// not made again; a template that Hugo cannot render is refused before.
func TestSites(t *testing.T) {
	if testing.Short() {
		t.Skip("renders five sites")
	}
	hugotest.Find(t, "../../..")
	d := newDesk(t)
	broken := portal()
	broken["layouts/home.html"] = `{{ index .Title "x" 1 2 }}{{ partial "none.html" . }}`
	if accepted, read := d.push("main", "", d.commit("", broken)); accepted || !strings.Contains(read, "推送没有接受") || !strings.Contains(read, "试着生成网页") {
		t.Errorf("a template that cannot be rendered: %t, %s", accepted, read)
	}
	first := d.commit("", portal())
	if accepted, read := d.push("main", "", first); !accepted || !strings.Contains(read, "试着生成网页") {
		t.Fatalf("the first push: %s", read)
	}
	d.point("main", first)
	after := func(branch, old, new string) string {
		t.Helper()
		d.said.Reset()
		d.log.Reset()
		if err := d.After(t.Context(), []hooks.Update{{Old: or(old), New: or(new), Ref: "refs/heads/" + branch}}); err != nil {
			t.Fatalf("%s: %v\n%s", branch, err, d.log.String())
		}
		return d.said.String()
	}
	live := func(store *release.Store) string {
		t.Helper()
		m, err := release.ReadManifest(store.Current())
		if err != nil {
			t.Fatal(err)
		}
		return m.Commit + " " + m.Kind
	}
	after("main", "", first)
	if got := live(d.store); got != first+" live" {
		t.Errorf("the live site is of %s, want %s", got, first)
	}
	if got := after("main", "", first); !strings.Contains(got, "已经由另一次推送发布了") || strings.Contains(got, "补做") {
		t.Errorf("the same again: %s", got)
	}
	draft := portal()
	draft["seeds/shili/2023.txt"] = soundOn(2023)
	second := d.commit(first, draft)
	d.point("draft", second)
	address := d.settings.Address("draft")
	if got := after("draft", "", second); !strings.Contains(got, "预览  ") || !strings.Contains(got, address) {
		t.Errorf("a branch: %s", got)
	}
	preview, err := d.store.Preview(address)
	if err != nil {
		t.Fatal(err)
	}
	if got := live(preview); got != second+" preview" {
		t.Errorf("shown is %s, want %s", got, second)
	}
	if got := after("draft", first, second); !strings.Contains(got, "预览没有变化，仍在网站的") {
		t.Errorf("the branch again: %s", got)
	}
	d.point("draft", "")
	if got := after("draft", second, ""); !strings.Contains(got, "分支“draft”的预览已经撤下") {
		t.Errorf("the end of the branch: %s", got)
	}
	if names, err := d.store.Previews(); err != nil || len(names) > 0 {
		t.Errorf("previews are %v, %v", names, err)
	}
	// What the hook of another push left is done with the next one.
	d.point("main", second)
	d.point("late", second)
	if got := after("gone", second, ""); strings.Count(got, "补做  分支“") != 2 || live(d.store) != second+" live" {
		t.Errorf("what was left: %s", got)
	}
}

// TestNewReceiver: a repository that publishes nowhere, or cannot sign, receives nothing; one that is set
// up publishes with the key it was given.
func TestNewReceiver(t *testing.T) {
	d := newDesk(t)
	receiver := func() (*Receiver, error) {
		return NewReceiver(t.Context(), d.repo, PlainVoice(&d.said, &d.log))
	}
	set := func(key, value string) { d.git(nil, "-C", d.repo, "config", "--local", key, value) }
	if r, err := receiver(); err == nil {
		t.Errorf("without settings: %+v", r)
	}
	set("mingfa.to", filepath.Join(t.TempDir(), "www"))
	set("mingfa.branch", "trunk")
	if r, err := receiver(); err != nil || r.key != nil || r.settings.Branch != "trunk" || r.store == nil {
		t.Errorf("without a key: %+v, %v", r, err)
	}
	set("mingfa.keep", "-1")
	if _, err := receiver(); err == nil || !strings.Contains(err.Error(), "保留的份数不能是 -1") {
		t.Errorf("to be kept are -1: %v", err)
	}
	set("mingfa.keep", "3")
	set("mingfa.signkey", filepath.Join(t.TempDir(), "none"))
	if _, err := receiver(); err == nil {
		t.Error("a push without the key that is set would be published unsigned")
	}
	set("mingfa.signkey", keyFile(t))
	if r, err := receiver(); err != nil || r.key == nil {
		t.Errorf("with a key: %+v, %v", r, err)
	}
}

// keyFile is a private key as ssh-keygen writes it.
func keyFile(t *testing.T) string {
	t.Helper()
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestInstallLooksFirst: where a push could not be published no hook is installed.
func TestInstallLooksFirst(t *testing.T) {
	here, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		program, want string
		settings      hooks.Settings
	}{
		"no program":         {filepath.Join(t.TempDir(), "none"), "", hooks.Settings{Store: t.TempDir(), Branch: "main"}},
		"nowhere to publish": {here, "请用 --to 写明", hooks.Settings{Branch: "main"}},
		"a file in its way":  {here, "不能发布到", hooks.Settings{Store: filepath.Join(file, "www"), Branch: "main"}},
		"a key that is none": {here, "不是 SSH 私钥", hooks.Settings{Store: t.TempDir(), Branch: "main", Key: file}},
		"fewer than none":    {here, "保留的份数", hooks.Settings{Store: t.TempDir(), Branch: "main", Keep: -1}},
	} {
		d := newDesk(t)
		err := Install(t.Context(), d.repo, c.program, &c.settings, &d.log)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(d.repo, "hooks", "pre-receive")); err == nil {
			t.Errorf("%s: a hook is installed", name)
		}
	}
}

// TestLastPreview: as many branches are shown as may be, and not one less.
func TestLastPreview(t *testing.T) {
	d := newDesk(t)
	old := d.commit("", portal())
	d.point("main", old)
	for i := range mostPreviews - 1 {
		preview, err := d.store.Preview(fmt.Sprint("b", i))
		if err != nil {
			t.Fatal(err)
		}
		d.publishes(preview, old)
	}
	if accepted, read := d.push("last", "", old); !accepted {
		t.Errorf("the last that may be shown: %s", read)
	}
	if accepted, read := d.push("gone", old, old); !accepted {
		t.Errorf("one that is there: %s", read)
	}
}

// TestGitFails: what git cannot say of a push is an error of the server, not a push without faults.
func TestGitFails(t *testing.T) {
	d := newDesk(t)
	old := d.commit("", portal())
	lost := strings.Repeat("1", 40)
	for _, c := range []struct{ commit, base string }{{old, lost}, {lost, old}, {lost, ""}} {
		if err := d.gate(t.Context(), c.commit, c.base); err == nil || errors.Is(err, outcome.ErrFindings) {
			t.Errorf("%.4s on %.4s: %v", c.commit, c.base, err)
		}
	}
}
