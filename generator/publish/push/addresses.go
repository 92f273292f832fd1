package push

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/publish/hooks"
)

// mostAddresses bounds how many addresses a pusher is told.
const mostAddresses = 20

// addresses tells where what was pushed now stands.
func (r *Receiver) addresses(ctx context.Context, u hooks.Update, domain string) {
	if u.Creates() {
		fmt.Fprintf(r.out, "网址  %s\n", domain)
		return
	}
	paths, err := r.repo.Differ(ctx, u.Old, u.New, "seeds")
	if err != nil {
		return // the site is there, whatever keeps git from saying so
	}
	urls := reportAddresses(paths, domain)
	for _, url := range urls[:min(len(urls), mostAddresses)] {
		fmt.Fprintf(r.out, "网址  %s\n", escape.Visible(url))
	}
	if len(urls) > mostAddresses {
		fmt.Fprintf(r.out, "网址  还有 %d 个，见 %sreports/\n", len(urls)-mostAddresses, domain)
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
