package build

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/build/part"
	"mingfa/generator/build/record"
)

// partsOf makes a site in so many parts, each as on a machine of its own, and gives their folders.
func partsOf(t *testing.T, dir string, of int) []string {
	t.Helper()
	base := t.TempDir()
	var folders []string
	for number := 1; number <= of; number++ {
		machine := filepath.Join(base, "machine"+strconv.Itoa(number))
		if err := os.CopyFS(machine, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		b := builder(t, machine, filepath.Join("parts", strconv.Itoa(number)))
		if _, err := b.BuildPart(t.Context(), part.Share{Number: number, Of: of}); err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(base, "carried", strconv.Itoa(number))
		if err := os.CopyFS(folder, os.DirFS(b.Dest)); err != nil { // other times, other inodes
			t.Fatal(err)
		}
		folders = append(folders, folder)
	}
	return folders
}

// TestJoinIsBuild: a site that is put together from four parts has the bytes of one that was built
// at once, and pages of reports are taken from the parts.
func TestJoinIsBuild(t *testing.T) {
	dir := smallPortal(t)
	put(t, filepath.Join(dir, "content", "news", "one.md"), "---\ntitle: 通知\n---\n正文。\n")
	folders := partsOf(t, dir, 4) // of three bodies: one part is empty
	whole := builder(t, dir, "public")
	built, err := whole.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	joined := builder(t, dir, "joined")
	stale := filepath.Join(dir, ".joined.kept", "of-an-earlier-build")
	put(t, stale, "x")
	done, err := joined.Join(t.Context(), folders)
	if err != nil {
		t.Fatal(err)
	}
	same(t, siteOf(t, joined.Dest), siteOf(t, whole.Dest))
	if done.Counts != built.Counts {
		t.Errorf("%+v is found, want %+v", done.Counts, built.Counts)
	}
	if done.Kept < 2*done.Reports {
		t.Errorf("%d pages of %d reports are taken from parts", done.Kept, done.Reports)
	}
	if done.Unread != done.Reports {
		t.Errorf("of %d reports %d are read again", done.Reports, done.Reports-done.Unread)
	}
	if _, err := os.Stat(filepath.Dir(stale)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what was kept for an earlier build is there: %v", err)
	}
	if known, err := record.Read(filepath.Join(dir, ".joined.record")); err != nil || known == nil || len(known.Bodies) > 0 {
		t.Errorf("the record knows bodies of which nothing is kept: %v, %v", known, err)
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(folders[0]), "*", part.Kept, "*"))
	if err != nil || len(kept) != 3 {
		t.Fatalf("of bodies there is %q, %v", kept, err)
	}
	appendTo(t, kept[0], " ")
	if err := os.Remove(kept[1]); err != nil {
		t.Fatal(err)
	}
	mended, err := joined.Join(t.Context(), folders)
	if err != nil {
		t.Fatal(err)
	}
	if same(t, siteOf(t, joined.Dest), siteOf(t, whole.Dest)); mended.Unread == 0 || mended.Unread >= done.Unread {
		t.Errorf("of two bodies nothing is known, and %d reports of %d are not read", mended.Unread, mended.Reports)
	}
	again, err := joined.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again.Site.Written != 0 || again.Hugo.Elapsed != 0 {
		t.Errorf("a build after it renders again: %+v", again.Site)
	}
}

// TestNotJoined: parts that are not one site, or are not as they were made, are refused, with the
// site before left as it was.
func TestNotJoined(t *testing.T) {
	dir := smallPortal(t)
	folders := partsOf(t, dir, 2)
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := siteOf(t, b.Dest)
	page := func(folder string) string {
		found := ""
		_ = filepath.WalkDir(filepath.Join(folder, part.Folder), func(at string, d os.DirEntry, err error) error {
			if err == nil && d.Name() == "index.html" && found == "" {
				found = at
			}
			return err
		})
		return found
	}
	carried := func(change func(first, second string)) func(t *testing.T) []string {
		return func(t *testing.T) []string {
			base := t.TempDir()
			for i, folder := range folders {
				if err := os.CopyFS(filepath.Join(base, strconv.Itoa(i+1)), os.DirFS(folder)); err != nil {
					t.Fatal(err)
				}
			}
			first, second := filepath.Join(base, "1"), filepath.Join(base, "2")
			change(first, second)
			return []string{first, second}
		}
	}
	about := func(folder, old, new string) {
		file := filepath.Join(folder, "part.json")
		raw, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(raw), old) {
			t.Fatalf("%v: %s is not in %.300s", err, old, raw)
		}
		put(t, file, strings.Replace(string(raw), old, new, 1))
	}
	for _, c := range []struct {
		name, want string
		folders    func(t *testing.T) []string
	}{
		{"none", "--join 后面要写各部分的文件夹", func(*testing.T) []string { return nil }},
		{"one is missing", "缺少第 2 部分。请先生成：mingfa build --shard 2/2", func(*testing.T) []string { return folders[:1] }},
		{"one is there twice", "第 1 部分有两份", func(*testing.T) []string { return []string{folders[0], folders[1], folders[0]} }},
		{"a foreign folder", "不是网站的一部分：里面没有 part.json", func(t *testing.T) []string { return []string{folders[0], t.TempDir()} }},
		{"another page", "与生成时不一样", carried(func(first, _ string) { appendTo(t, page(first), " ") })},
		{"a page is gone", "不完整：缺少", carried(func(_, second string) { os.Remove(page(second)) })},
		{"half of it", "损坏了", carried(func(first, _ string) { put(t, filepath.Join(first, "part.json"), "{\"Version\":1") })},
		{"of another form", "是别的版本的明法写的", carried(func(first, _ string) { about(first, `"Version":1`, `"Version":2`) })},
		{"of another number", "是分成 3 部分的", carried(func(_, second string) { about(second, `"Of":2`, `"Of":3`) })},
		{"of another program", "程序的版本不同", carried(func(first, _ string) { about(first, `"Program":"`, `"Program":"0`) })},
		{"of another commit", "提交不同", carried(func(first, _ string) { about(first, `"Commit":"`, `"Commit":"0`) })},
		{"of other sources", "内容不同", carried(func(first, _ string) { about(first, `"Sources":"`, `"Sources":"0`) })},
		{"with other options", "选项不同", carried(func(first, _ string) { about(first, `=false`, `=true`) })},
		{"a body with a path", "损坏了", carried(func(first, _ string) { about(first, `"Bodies":{"`, `"Bodies":{"a/`) })},
		{"a file outside", "网站外面", carried(func(first, _ string) { about(first, `"Name":"`, `"Name":"../../`) })},
	} {
		t.Run(c.name, func(t *testing.T) {
			join := builder(t, dir, "public")
			if _, err := join.Join(t.Context(), c.folders(t)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	if !same(t, siteOf(t, b.Dest), before) {
		t.Error("the site before is touched")
	}
	appendTo(t, filepath.Join(dir, "seeds", "site.toml"), "# x\n")
	if _, err := builder(t, dir, "public").Join(t.Context(), folders); err == nil || !strings.Contains(err.Error(), "内容不同") {
		t.Errorf("a changed setting: %v", err)
	}
}

// TestNotDivisible: a portal whose pages ask for others is not made in parts.
func TestNotDivisible(t *testing.T) {
	dir := smallPortal(t)
	put(t, filepath.Join(dir, "layouts", "home.html"), "{{ range site.RegularPages }}{{ end }}")
	b := &Builder{Project: dir, Dest: filepath.Join(dir, "part"), Program: "mingfa", Out: io.Discard, Log: t.Output(), Hugo: "none"}
	if _, err := b.BuildPart(t.Context(), part.Share{Number: 1, Of: 2}); err == nil || !strings.Contains(err.Error(), "不能分开生成") {
		t.Errorf("it is made: %v", err)
	}
}
