package seeds

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
	"mingfa/generator/site/regions"
)

// suggestRegion says which region of the bodies may have been meant.
func suggestRegion(name string, names []string) string {
	for _, other := range names {
		if strings.HasSuffix(other, name) || strings.HasSuffix(name, other) || settings.Distance(name, other) <= 2 {
			return fmt.Sprintf("是不是想写“%s”？要和 body.toml 里写的一样。", other)
		}
	}
	return "要和 body.toml 里的 region 写得一样；没有这个地区的单位时，请删去这一段。"
}

// regions checks the addresses of regions that site.toml chooses. What is wrong
// is left out, so that no two regions have one address.
func (l *loader) regions() {
	var names []string // the regions of the bodies
	for _, b := range l.portal.Bodies {
		if b.Region != "" && !slices.Contains(names, b.Region) {
			names = append(names, b.Region)
		}
	}
	taken := map[string]string{} // slug -> name of its region
	for _, name := range names {
		taken[regions.Default(name)] = name
	}
	var kept []regions.Region
	for i, r := range l.portal.Site.Regions {
		if r.Name == "" || r.Slug == "" {
			continue // a finding says so already
		}
		fault := func(key, message, suggestion string) {
			l.findings = append(l.findings, l.siteDoc.ValueAt(rule.BadValue, report.Error, message, suggestion, "region", i, key))
		}
		other, used := taken[r.Slug]
		switch {
		case slices.ContainsFunc(kept, func(k regions.Region) bool { return k.Name == r.Name }):
			fault("name", fmt.Sprintf("地区“%s”写了两次", r.Name), "请只留一处。")
		case !isSlug(r.Slug):
			fault("slug", fmt.Sprintf("“%s”不能是网址里的名字", r.Slug), "只用小写字母、数字和连字符，如 slug = \"hubin\"。")
		case used && other != r.Name:
			fault("slug", fmt.Sprintf("网址名“%s”已经是%s的", r.Slug, other), "两个地区的网址不能相同，请换一个。")
		case !slices.Contains(names, r.Name) && len(l.unread) > 0: // it may be the region of a body whose file has a slip
		case !slices.Contains(names, r.Name):
			fault("name", fmt.Sprintf("没有单位的 region 是“%s”", r.Name), suggestRegion(r.Name, names))
		default:
			taken[r.Slug] = r.Name
			kept = append(kept, r)
		}
	}
	l.portal.Site.Regions = kept
	l.sameAddress(kept)
}

// sameAddress finds regions for which nobody has chosen an address, and whose names
// give the same one. It takes ten thousand regions to happen by chance.
func (l *loader) sameAddress(chosen []regions.Region) {
	at := map[string]string{} // slug -> name of its region
	for _, f := range l.bodies {
		name := f.body.Region
		if name == "" {
			continue
		}
		slug := regions.Slug(name, chosen)
		if other, used := at[slug]; used && other != name {
			l.findings = append(l.findings, f.doc.ValueAt(rule.BadValue, report.Error, fmt.Sprintf("地区“%s”和“%s”的网址相同", name, other),
				fmt.Sprintf("请在 %s 里加一段 [[region]]，给其中一个写上 slug。", l.path(siteName)), "region"))
			continue
		}
		at[slug] = name
	}
}
