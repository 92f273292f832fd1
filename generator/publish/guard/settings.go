package guard

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	syntax "mingfa/generator/settings"
)

// open are the settings that a pushed hugo.toml may have: those that say how
// the site looks. None names a place on the disk, another module or a program.
// What is under security does not matter, since Locked wins over it.
var open = []string{
	"title", "baseurl", "copyright", "locale", "languagecode", "defaultcontentlanguage", "timezone",
	"disablekinds", "disablehugogeneratorinject", "disableliveReload", "enableemoji", "enablerobotstxt", "enablegitinfo",
	"titlecasestyle", "capitalizelisttitles", "pluralizelisttitles", "hascjklanguage", "summarylength", "mainsections",
	"canonifyurls", "relativeurls", "refLinksErrorLevel", "removepathaccents", "sectionpagesmenu", "paginate",
	"languages", "pagination", "page", "params", "menus", "menu", "sitemap", "related",
	"markup", "minify", "outputs", "security", "imaging",
}

// openOfLanguage are those of one language.
var openOfLanguage = []string{
	"locale", "label", "title", "weight", "disabled", "languagecode", "languagename", "languagedirection", "direction", "params", "menus", "menu",
	"copyright", "timezone",
}

func checkSettings(raw []byte) []report.Finding {
	const file = "hugo.toml"
	s := settings{file: file, text: string(raw)}
	tree, findings := syntax.Tree(file, raw)
	if findings != nil {
		return findings
	}
	for _, key := range names(tree) {
		value := tree[key]
		switch {
		case strings.EqualFold(key, "module"):
			s.module(value)
		case !has(open, key):
			s.fault(key, fmt.Sprintf("推送的 hugo.toml 不能有 %s：%s", key, whyClosed(key)), "请删去。确实需要的，由服务器管理员在服务器上设置。")
		case strings.EqualFold(key, "languages"):
			s.languages(value)
		case strings.EqualFold(key, "params"):
			s.params(value)
		case strings.EqualFold(key, "disablekinds"):
			s.kinds(value)
		case strings.EqualFold(key, "sitemap"):
			s.sitemap(value)
		}
	}
	// Without the quote, two faults that have no line of their own would stand in no order.
	slices.SortStableFunc(s.findings, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Quote, b.Quote), cmp.Compare(a.Message, b.Message))
	})
	return s.rest.end(s.findings, file, rule.LockedSetting)
}

// names are the keys of settings, in order: of many faults the same are told each time.
func names(of map[string]any) []string { return slices.Sorted(maps.Keys(of)) }

// moving are closed because they move or hide pages.
var moving = []string{"taxonomies", "permalinks", "frontmatter", "cascade", "outputformats", "mediatypes", "uglyurls", "builddrafts", "buildfuture", "buildexpired"}

func whyClosed(key string) string {
	if has(moving, key) {
		return "它能改变网页的地址，或让网页不再生成"
	}
	return "它能让 Hugo 读写网站以外的位置，或取来别处的程序"
}

// params keeps what the program says of a site from being said by a push.
func (s *settings) params(value any) {
	all, _ := value.(map[string]any)
	for _, key := range names(all) {
		if strings.EqualFold(key, "preview") {
			s.fault(key, "推送的 hugo.toml 不能有 params.preview：它让正式的网站自称预览，不被搜索引擎收录", "请删去。")
		}
	}
}

// unneeded are the kinds of pages that a site of reports can be without.
var unneeded = []string{"taxonomy", "term", "rss", "sitemap", "robotstxt"}

// sitemap keeps the sitemap at its address, where the program reads it: by another name it would take the place of another file.
func (s *settings) sitemap(value any) {
	all, _ := value.(map[string]any)
	for _, key := range names(all) {
		if !has([]string{"changefreq", "priority", "disable"}, key) {
			s.fault(key, fmt.Sprintf("推送的 hugo.toml 里，sitemap 不能有 %s：网站地图的地址是固定的", key), "请删去这一项。")
		}
	}
}

func (s *settings) kinds(value any) {
	all, _ := value.([]any)
	for _, kind := range all {
		if name, ok := kind.(string); !ok || !has(unneeded, name) {
			s.fault("disableKinds", fmt.Sprintf("推送的 hugo.toml 里，disableKinds 不能有 %v：这些网页都不会生成", kind), "请删去这一项。")
		}
	}
}

func has(list []string, key string) bool {
	return slices.ContainsFunc(list, func(name string) bool { return strings.EqualFold(name, key) })
}

type settings struct {
	file, text string
	findings   []report.Finding
	rest       rest
}

func (s *settings) fault(key, message, suggestion string) {
	if s.rest.full(s.findings) {
		return
	}
	f := report.Finding{Rule: rule.LockedSetting, Severity: report.Error, File: s.file, Message: message, Suggestion: suggestion, Quote: key}
	if key != "" {
		at := regexp.MustCompile(`(?im)^[ \t\[]*(?:[\w."-]*\.)?"?` + regexp.QuoteMeta(key) + `"?[ \t]*(?:[\].=]).*$`)
		if m := at.FindStringIndex(s.text); m != nil {
			f.Line = strings.Count(s.text[:m[0]], "\n") + 1
			f.Column = 1
			f.Excerpt = strings.TrimSpace(s.text[m[0]:m[1]])
		}
	}
	s.findings = append(s.findings, f)
}

// language is the one that reports are in. Another would have a home page of its own, of which the program knows nothing.
const language = "zh-cn"

func (s *settings) languages(value any) {
	all, _ := value.(map[string]any)
	for _, name := range names(all) {
		if !strings.EqualFold(name, language) {
			s.fault(name, fmt.Sprintf("推送的 hugo.toml 里，languages 只能有 %s，不能有 %s：它会多出一个没有报告的首页", language, name), "请删去这一种语言。")
			continue
		}
		settings, _ := all[name].(map[string]any)
		s.params(settings["params"])
		for _, key := range names(settings) {
			if !has(openOfLanguage, key) {
				s.fault(key, fmt.Sprintf("推送的 hugo.toml 里，语言设置不能有 %s", key), "请删去。")
			}
		}
	}
}

// module allows folders of static/ to be mounted as static files or assets.
func (s *settings) module(value any) {
	settings, _ := value.(map[string]any)
	for _, key := range names(settings) {
		if !strings.EqualFold(key, "mounts") {
			s.fault(key, fmt.Sprintf("推送的 hugo.toml 里，module 不能有 %s：它能取来别处的模块", key), "请删去。")
			continue
		}
		mounts, ok := settings[key].([]map[string]any)
		if !ok {
			s.fault("mounts", "module.mounts 要写成 [[module.mounts]]", "请照原来的 hugo.toml 写。")
		}
		for _, mount := range mounts {
			s.mount(mount)
		}
	}
}

func (s *settings) mount(mount map[string]any) {
	for _, key := range names(mount) {
		value := mount[key]
		text, ok := value.(string)
		switch strings.ToLower(key) {
		case "source":
			ok = ok && isBelow(text, "static")
		case "target":
			ok = ok && (isBelow(text, "static") || isBelow(text, "assets"))
		default:
			ok = false
		}
		if !ok {
			s.fault(key, fmt.Sprintf("推送的 hugo.toml 里，module.mounts 不能有 %s = %q：只能把 static 里的文件夹用作 static 或 assets", key, fmt.Sprint(value)), "请改正后再推送。")
		}
	}
}

// isBelow reports whether a path is a folder or stays below it.
func isBelow(path, folder string) bool {
	clean := filepath.ToSlash(filepath.Clean(filepath.FromSlash(path)))
	return filepath.IsLocal(filepath.FromSlash(path)) && !strings.Contains(path, `\`) && (clean == folder || strings.HasPrefix(clean, folder+"/"))
}
