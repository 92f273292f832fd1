package command

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"mingfa/generator/publish/release"
	"mingfa/generator/report"
)

// command runs the program and gives what it says.
func command(t *testing.T, status int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if got := Run(context.Background(), "mingfa", args, &out, &out); got != status {
		t.Fatalf("%v ended with %d, want %d:\n%s", args, got, status, out.String())
	}
	return out.String()
}

// filesOf is what a folder holds: the bytes of each file.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		got[filepath.ToSlash(path[len(dir)+1:])] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// The same commit gives the same bytes at another time, from another clone, on
// a machine in another time zone and with other settings of git.
func TestPublishIsReproducible(t *testing.T) {
	newRepository(t)
	first, second := filepath.Join(t.TempDir(), "www"), filepath.Join(t.TempDir(), "a", "deep folder", "网站")
	command(t, 0, "publish", "--to", first)

	clone := filepath.Join(t.TempDir(), "another", "clone")
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	git(t, here, "clone", "-q", "--config", "core.autocrlf=true", here, clone)
	t.Chdir(clone)
	t.Setenv("TZ", "America/New_York")
	t.Setenv("LANG", "C")
	t.Setenv("SOURCE_DATE_EPOCH", "1")
	time.Sleep(1100 * time.Millisecond)
	command(t, 0, "publish", "--to", second)

	want, got := filesOf(t, filepath.Join(first, "current")), filesOf(t, filepath.Join(second, "current"))
	if !maps.Equal(want, got) {
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if want[name] != got[name] {
				t.Errorf("%s differs", name)
			}
		}
		t.Error("two publishes of one commit hold different bytes")
	}
	for name, text := range got {
		for _, leak := range []string{clone, here, filepath.Dir(first), os.TempDir() + "/"} {
			if strings.Contains(text, leak) {
				t.Errorf("%s holds the path %s", name, leak)
			}
		}
	}
	if _, ok := got["reports/shili/2023/index.html.br"]; !ok {
		t.Error("there is no compressed page")
	}
	// What was published while an offline clone was made over again.
	if said := command(t, 0, "verify", first, "--rebuild"); !strings.Contains(said, "完全相同") {
		t.Errorf("rebuilding says:\n%s", said)
	}
}

func TestPublishesWhatIsCommitted(t *testing.T) {
	newRepository(t)
	to := filepath.Join(t.TempDir(), "www")
	writeFile(t, "seeds/shili/2022.txt", "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗58本。\n")
	if said := command(t, 0, "publish", "--to", to); !strings.Contains(said, "有改动还没有提交") {
		t.Errorf("publish with uncommitted changes says:\n%s", said)
	}
	if _, err := os.Stat(filepath.Join(to, "current", "reports", "shili", "2022")); err == nil {
		t.Error("an uncommitted report was published")
	}
	commit(t, ".")
	said := command(t, 0, "publish", "--to", to)
	if strings.Contains(said, "没有提交") || !strings.Contains(said, "2 份报告") {
		t.Errorf("publish says:\n%s", said)
	}
	page := filesOf(t, filepath.Join(to, "current"))["reports/shili/2022/index.html"]
	today := time.Now().In(report.Beijing)
	for _, want := range []string{"<meta name=\"PubDate\" content=\"" + today.Format(time.DateOnly) + "\">", "本站首次发布", today.Format("2006年1月2日")} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of a report does not say %q", want)
		}
	}
	if about := filesOf(t, filepath.Join(to, "current"))["about/verify/index.html"]; !strings.Contains(about, "href=\"/manifest.json\"") || !strings.Contains(about, "<code>"+strings.TrimSpace(git(t, ".", "rev-parse", "HEAD"))) {
		t.Error("the page for citizens does not lead to the manifest or names no commit")
	}
	// The second release took over the pages of the first one that did not change.
	if _, err := os.Stat(filepath.Join(to, ".built")); err != nil {
		t.Errorf("nobody knows what the release was made from: %v", err)
	}
	if said := command(t, 0, "verify", to, "--rebuild"); !strings.Contains(said, "完全相同") {
		t.Errorf("rebuilding the second release says:\n%s", said)
	}
	list := command(t, 0, "releases", "--to", to)
	if strings.Count(list, "\n") != 2 || !strings.HasPrefix(list, "* ") || !strings.Contains(list, "现在的网站\n") {
		t.Errorf("the releases are\n%s", list)
	}
	command(t, 0, "rollback", "--to", to)
	if _, err := os.Stat(filepath.Join(to, "current", "reports", "shili", "2022")); err == nil {
		t.Error("the site before still shows the second report")
	}
	if said := command(t, 2, "rollback", "--to", to); !strings.Contains(said, "没有更早的发布") {
		t.Errorf("a second rollback says:\n%s", said)
	}
	command(t, 0, "publish", "--to", to)
	command(t, 0, "verify", to)
}

// Whatever is wrong with what is published, the live site stays.
func TestFailedPublishLeavesTheSite(t *testing.T) {
	newRepository(t)
	to := filepath.Join(t.TempDir(), "www")
	command(t, 0, "publish", "--to", to)
	before := filesOf(t, filepath.Join(to, "current"))
	for name, fault := range map[string]struct {
		spoil  func()
		status int
		says   string
	}{
		"an empty report":   {func() { writeFile(t, "seeds/shili/2022.txt", "\n") }, 1, "没有发布，现在的网站没有改动。"},
		"a broken template": {func() { writeFile(t, "layouts/home.html", "{{ nofunction }}") }, 2, "layouts/home.html"},
		"a symbolic link": {func() {
			if err := os.Symlink("/etc/passwd", "seeds/shili/2021.txt"); err != nil {
				t.Fatal(err)
			}
		}, 2, "是一个符号链接"},
		"a file that belongs to the release": {func() { writeFile(t, "static/icons/manifest.json", "{}") }, 1, "请改名"},
	} {
		git(t, ".", "checkout", "-q", "-b", "spoiled")
		fault.spoil()
		commit(t, ".")
		if said := command(t, fault.status, "publish", "--to", to); !strings.Contains(said, fault.says) {
			t.Errorf("%s: publish says:\n%s", name, said)
		}
		if !maps.Equal(before, filesOf(t, filepath.Join(to, "current"))) {
			t.Errorf("%s: the live site changed", name)
		}
		git(t, ".", "checkout", "-q", "main")
		git(t, ".", "branch", "-qD", "spoiled")
	}
	if entries, _ := os.ReadDir(filepath.Join(to, "releases")); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	command(t, 0, "publish", "--to", to)
}

func TestVerifySaysWhichPageDiffers(t *testing.T) {
	newRepository(t)
	to := filepath.Join(t.TempDir(), "www")
	command(t, 0, "publish", "--to", to)
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(to, "current"))))
	defer server.Close()
	for _, site := range []string{to, server.URL + "/"} {
		if said := command(t, 0, "verify", site); !strings.Contains(said, "个文件与清单相符") {
			t.Errorf("verify %s says:\n%s", site, said)
		}
	}
	saved := filepath.Join(t.TempDir(), "published.json")
	if err := copyTree(filepath.Join(to, "current", release.RecordName), saved); err != nil {
		t.Fatal(err)
	}
	if said := command(t, 0, "verify", to, "--since", saved); !strings.Contains(said, "首次发布日期都没有改动") {
		t.Errorf("verify --since says:\n%s", said)
	}
	writeFile(t, saved, strings.Replace(filesOf(t, filepath.Dir(saved))["published.json"], "\"first\": \"20", "\"first\": \"19", 1))
	if said := command(t, 1, "verify", to, "--since", saved); !strings.Contains(said, "shili/2023：首次发布日期原来记为 19") {
		t.Errorf("verify --since of a moved day says:\n%s", said)
	}

	page := filepath.Join(to, "current", "reports", "shili", "2023", "index.html")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, page, strings.ReplaceAll(string(text), "64", "46"))
	for _, site := range []string{to, server.URL + "/"} {
		if said := command(t, 1, "verify", site); !strings.Contains(said, "不符  /reports/shili/2023/ 与发布时不同") {
			t.Errorf("verify %s says:\n%s", site, said)
		}
	}
}

// A whole release whose manifest was forged along with it: only building the
// commit again shows it, and a day before the commit cannot be.
func TestRebuildFindsAForgedRelease(t *testing.T) {
	newRepository(t)
	real, forged := filepath.Join(t.TempDir(), "www"), filepath.Join(t.TempDir(), "forged")
	command(t, 0, "publish", "--to", real)
	site := filesOf(t, filepath.Join(real, "current"))
	manifest, err := release.ParseManifest([]byte(site["manifest.json"]))
	if err != nil {
		t.Fatal(err)
	}
	text := site["manifest.json"]
	for name, change := range map[string][2]string{"reports/shili/2023/index.html": {"64", "46"}, "published.json": {time.Now().In(report.Beijing).Format("2006-"), "2019-"}} {
		site[name] = strings.ReplaceAll(site[name], change[0], change[1])
		text = strings.Replace(text, manifest.Files[name], release.Sum([]byte(site[name])), 1)
	}
	site["manifest.json"] = text
	for name, data := range site {
		if !strings.HasSuffix(name, ".gz") && !strings.HasSuffix(name, ".br") {
			writeFile(t, filepath.Join(forged, name), data)
		}
	}
	command(t, 0, "verify", forged)
	said := command(t, 1, "verify", forged, "--rebuild")
	for _, want := range []string{"/reports/shili/2023/ 与发布时不同（与重新生成的不同）", "shili/2023：首次发布日期记为 2019-"} {
		if !strings.Contains(said, want) {
			t.Errorf("rebuilding says nothing of %q:\n%s", want, said)
		}
	}
}

// A page that somebody opened just before a publish finds its style sheet just
// after, though the new pages have another one.
func TestStyleSheetOfThePageBefore(t *testing.T) {
	newRepository(t)
	to := filepath.Join(t.TempDir(), "www")
	command(t, 0, "publish", "--to", to)
	sheet := regexp.MustCompile(`href="/(css/[^"]+)"`)
	before := sheet.FindStringSubmatch(filesOf(t, filepath.Join(to, "current"))["about/index.html"])
	if before == nil {
		t.Fatal("a page has no style sheet")
	}
	css, err := os.ReadFile("static/css/page.css")
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, "static/css/page.css", string(css)+"\nmain { color: red }\n")
	commit(t, ".")
	command(t, 0, "publish", "--to", to)
	now := filesOf(t, filepath.Join(to, "current"))
	after := sheet.FindStringSubmatch(now["about/index.html"])
	if after == nil || after[1] == before[1] {
		t.Errorf("the page after has %q, the page before %q", after, before)
	}
	if now[before[1]] == "" || now[before[1]] == now[after[1]] {
		t.Errorf("%s is gone or changed", before[1])
	}
	command(t, 0, "verify", to)
}

func TestPublishOutsideGit(t *testing.T) {
	newProject(t)
	to := filepath.Join(t.TempDir(), "www")
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(to)) // whatever stands above the temporary folder
	command(t, 0, "publish", "--to", to)
	command(t, 0, "verify", to)
	if said := command(t, 2, "verify", to, "--rebuild"); !strings.Contains(said, "不是从 git 提交生成的") {
		t.Errorf("rebuilding says:\n%s", said)
	}
	if said := command(t, 2, "publish", "--to", "."); !strings.Contains(said, "是项目文件夹") {
		t.Errorf("publishing into the project says:\n%s", said)
	}
	if said := command(t, 2, "publish", "--to", "public"); !strings.Contains(said, "是 build 生成网站的地方") {
		t.Errorf("publishing where build writes says:\n%s", said)
	}
	if said := command(t, 2, "publish"); !strings.Contains(said, "请用 --to") {
		t.Errorf("publishing nowhere says:\n%s", said)
	}
}
