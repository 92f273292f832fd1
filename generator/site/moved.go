package site

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// movedPages are a page at each address that a body, its reports and what came of
// their plans had under a former slug: it leads to where they now stand, without a
// script, and says so to those whose browser does not follow by itself. What programs
// fetch follows no page: beside, which stands by the body's page, is there again.
func (p *portal) movedPages(b *Body, beside []File) []File {
	var files []File
	for _, former := range b.Former {
		files = append(files, moved("content/bodies/"+former+"/index.md", b.Name, "/bodies/"+former+"/", "/bodies/"+b.Slug+"/"))
		for _, f := range beside {
			files = append(files, File{"content/bodies/" + former + "/" + path.Base(f.Path), f.Data})
		}
		for _, s := range p.of(b.Slug) {
			folder, from, to := "content/reports/"+former+"/"+strconv.Itoa(s.Year), pageURL(former, s.Year), pageURL(b.Slug, s.Year)
			files = append(files, moved(folder+"/index.md", s.title, from, to),
				moved(folder+"-source.md", "原件逐行："+s.title, from+"source/", to+"source/"))
			if plan := s.planned(); plan != nil {
				files = append(files, moved(folder+"-promises.md", "计划完成得怎么样："+s.title, promisesURL(former, s.Year), plan.URL))
			}
		}
	}
	return files
}

func moved(file, title, from, to string) File {
	return File{file, document(frontMatter{
		Title: title, URL: from, Layout: "moved", Build: unlisted, Sitemap: &mapRule{Disable: true},
		Params: movedParams{strings.TrimPrefix(to, "/")},
	})}
}

// Redirects are the same for web servers, which can also lead on those who ask
// for a download: one file for nginx's map directive, one for Caddy. Without a
// former address there are none. A slug is of [a-z0-9-], so that nothing in
// these files acts but what is meant to.
func Redirects(bodies []*Body) []File {
	var nginx, caddy strings.Builder
	for _, b := range bodies {
		for _, former := range b.Former {
			fmt.Fprintf(&nginx, "~^/(reports|bodies)/%s(/.*)?$ /$1/%s$2;\n", former, b.Slug)
			fmt.Fprintf(&caddy, "@moved-%[1]s path_regexp moved-%[1]s ^/(reports|bodies)/%[1]s(/.*)?$\nredir @moved-%[1]s /{re.moved-%[1]s.1}/%[2]s{re.moved-%[1]s.2} 301\n", former, b.Slug)
		}
	}
	if nginx.Len() == 0 {
		return nil
	}
	return []File{{"redirects.map", []byte(nginx.String())}, {"redirects.caddy", []byte(caddy.String())}}
}
