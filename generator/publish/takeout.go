package publish

import (
	"cmp"
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/build"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/guard"
	"mingfa/generator/publish/release"
	"mingfa/generator/site"
)

// Sources are the paths of a commit that its site is made from. What else a
// commit holds, programs for one, is never taken out of it.
var Sources = []string{"seeds", "content", "layouts", "static", "assets", "data", "i18n", "hugo.toml"}

// TakeOut writes what a site is made from out of a commit into the folder dir.
func TakeOut(ctx context.Context, repo *checkout.Repo, commit checkout.Commit, dir string) (map[string]string, error) {
	files, err := repo.Files(ctx, commit.Hash, Sources...)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(files, func(f checkout.File) bool { return strings.HasPrefix(f.Path, "seeds/") }) {
		return nil, &checkout.Refused{Path: "seeds", Reason: "不在提交里：报告和网站的设置都放在这个文件夹，没有它，网站会是空的"}
	}
	sums := make(map[string]string, len(files))
	err = repo.Extract(ctx, files, dir, func(path string, data []byte) { sums[path] = release.Sum(data) })
	return sums, err
}

// read are the sources that a site is read from. Names of other files in seeds/, a
// draft or a note, are nobody's business, and their contents are not published.
func read(sources map[string]string) map[string]string {
	used := make(map[string]string, len(sources))
	for name, sum := range sources {
		below, inSeeds := strings.CutPrefix(name, "seeds/")
		folder, base := path.Split(below)
		stem := strings.TrimSuffix(base, path.Ext(base))
		_, err := strconv.Atoi(stem)
		switch isTOML := path.Ext(base) == ".toml"; {
		case !inSeeds, folder == "" && isTOML:
		case strings.Count(folder, "/") == 1 && (err == nil || base == "body.toml"):
		default:
			continue
		}
		used[name] = sum
	}
	return used
}

// sumSources hashes what a site is made from in a folder outside of git.
func sumSources(ctx context.Context, dir string) (map[string]string, error) {
	sums := map[string]string{}
	for _, part := range Sources {
		info, err := os.Stat(filepath.Join(dir, part))
		if err != nil {
			continue // what is needed is missed by those who need it
		}
		if !info.IsDir() {
			data, err := os.ReadFile(filepath.Join(dir, part))
			if err != nil {
				return nil, err
			}
			sums[part] = release.Sum(data)
			continue
		}
		below, err := release.Sums(ctx, filepath.Join(dir, part))
		if err != nil {
			return nil, err
		}
		for name, sum := range below {
			if !build.IsGenerated(part + "/" + name) {
				sums[part+"/"+name] = sum
			}
		}
	}
	return sums, nil
}

// LockedConfig writes the configuration that closes what reaches out of a site
// into the folder dir. It wins over the site's own in every release, so that
// one that is pushed and one that is built again are built alike.
func LockedConfig(dir string) (string, error) {
	path := filepath.Join(dir, "locked.json")
	return path, os.WriteFile(path, []byte(guard.Locked), 0o666)
}

// released is what the record of a release says of its reports, by key.
func released(reports []build.Issued, history *past) []release.Report {
	all := make([]release.Report, len(reports))
	for i, r := range reports {
		keys := recordKeys(r.Body, r.Year)
		day := r.Stated[:min(len(r.Stated), len("2006-01-02"))] // the hour may stand behind the day
		entered := history.entered[keys[0]]
		all[i] = release.Report{Key: keys[0], Former: keys[1:], SHA256: r.SHA256, Stated: day, Now: entered.Now, Changes: entered.Changes}
	}
	slices.SortFunc(all, func(a, b release.Report) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

// recordKeys is how the record calls a report: by its present key first, then
// by those that it had.
func recordKeys(body *site.Body, year int) []string {
	var keys []string
	for _, slug := range append([]string{body.Slug}, body.Former...) {
		keys = append(keys, slug+"/"+strconv.Itoa(year))
	}
	return keys
}
