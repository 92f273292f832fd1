package push

import (
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/hooks"
	"mingfa/generator/seeds"
)

// mostAddresses bounds how many addresses a pusher is told.
const mostAddresses = 20

// addresses tells where what was pushed now stands: what is new on the site, what took
// the place of what was there, what is off it, and what was pushed and is not on it.
func (r *Receiver) addresses(ctx context.Context, u hooks.Update, domain string) {
	if domain == "/" { // whatever the name of the portal, nobody has said it yet
		fmt.Fprintln(r.out, "提醒：seeds/site.toml 里还没有写网址（domain），这里只能列出网站内的路径")
	}
	if u.Creates() {
		if domain != "/" {
			fmt.Fprintf(r.out, "网址  %s\n", domain)
		}
		return
	}
	changed, err := r.repo.Compare(ctx, u.Old, u.New, "seeds")
	if err != nil {
		return // the site is there, whatever keeps git from saying so
	}
	m := movesOf(changed)
	var paths []string
	for _, c := range changed {
		if f, ok := issuedOf(c.Path); !ok || !slices.Contains(m.gone, f.body+"/"+f.year) {
			paths = append(paths, c.Path)
		}
	}
	// Of a report that went, its settings went too, or are of nothing.
	urls := slices.DeleteFunc(reportAddresses(paths, domain), func(url string) bool {
		return slices.ContainsFunc(m.gone, func(key string) bool { return url == domain+"reports/"+key+"/" })
	})
	for _, url := range urls[:min(len(urls), mostAddresses)] {
		fmt.Fprintf(r.out, "%s  %s\n", m.came(strings.TrimSuffix(strings.TrimPrefix(url, domain+"reports/"), "/"), changed), escape.Visible(url))
	}
	if len(urls) > mostAddresses {
		fmt.Fprintf(r.out, "网址  还有 %d 个，见 %sreports/\n", len(urls)-mostAddresses, domain)
	}
	down := m.takenDown()
	for _, url := range down[:min(len(down), mostAddresses)] {
		fmt.Fprintf(r.out, "撤下  %s（保留的旧发布里还有；要彻底清除，请管理员用 purge）\n", escape.Visible(domain+url))
	}
	for _, url := range down[:min(len(down), mostAddresses)] {
		key := strings.TrimSuffix(strings.TrimPrefix(url, "reports/"), "/")
		if with, err := r.store.PreviewsWith(key); err == nil && len(with) > 0 {
			fmt.Fprintf(r.out, "提醒：还有 %d 个预览里有 %s，删去它们的分支才会撤下\n", len(with), escape.Visible(key))
		}
	}
	if len(down) > mostAddresses {
		fmt.Fprintf(r.out, "撤下  还有 %d 份报告\n", len(down)-mostAddresses)
	}
	for _, to := range slices.Sorted(maps.Keys(m.renamed)) {
		for _, from := range m.renamed[to] {
			fmt.Fprintf(r.out, "改名  %sreports/%s/ 的网址转到 %sreports/%s/\n", domain, escape.Visible(from), domain, escape.Visible(to))
		}
	}
	r.unpublished(changed)
}

// unpublished tells of the files below seeds/ that were pushed and are not on the site,
// since nothing reads them.
func (r *Receiver) unpublished(changed []checkout.Change) {
	var names []string
	for _, c := range changed {
		if c.New != "" && !seeds.IsRead(c.Path) {
			names = append(names, c.Path)
		}
	}
	for _, name := range names[:min(len(names), mostAddresses)] {
		fmt.Fprintf(r.out, "未发布  %s（不是报告和设置，网站不读它）\n", escape.Visible(name))
	}
	if len(names) > mostAddresses {
		fmt.Fprintf(r.out, "未发布  还有 %d 个文件\n", len(names)-mostAddresses)
	}
}

// reportAddresses are the pages of the reports that files below seeds/ belong to,
// each once: of seeds/shili/2023.txt and seeds/shili/2023.toml
// <domain>reports/shili/2023/.
func reportAddresses(paths []string, domain string) []string {
	var urls []string
	for _, p := range paths {
		parts := strings.Split(p, "/")
		if len(parts) != 3 {
			continue
		}
		year, err := strconv.Atoi(strings.TrimSuffix(parts[2], path.Ext(parts[2])))
		if err != nil {
			continue
		}
		url := fmt.Sprintf("%sreports/%s/%d/", domain, parts[1], year)
		if !slices.Contains(urls, url) {
			urls = append(urls, url)
		}
	}
	return urls
}
