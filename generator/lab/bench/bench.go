// Package bench measures what making a portal costs. It makes portals of any
// size out of invented bodies of 示例省, and renders the content of a portal
// through a template of one line, which is the least that Hugo can do with it.
package bench

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// The years that a body reports on.
const (
	firstYear = 2015
	years     = 10
)

// departments of a district. The first is the parent of the others.
var departments = []struct{ slug, name string }{
	{"zf", "人民政府"}, {"sfj", "司法局"}, {"mzj", "民政局"}, {"jyj", "教育局"}, {"czj", "财政局"}, {"rsj", "人力资源和社会保障局"},
	{"zrj", "自然资源局"}, {"sthj", "生态环境局"}, {"zjj", "住房和城乡建设局"}, {"jtj", "交通运输局"}, {"slj", "水利局"}, {"nyj", "农业农村局"},
	{"wlj", "文化和旅游局"}, {"wjw", "卫生健康委员会"}, {"yjj", "应急管理局"}, {"sjj", "审计局"}, {"scj", "市场监督管理局"}, {"cgj", "城市管理局"},
}

// The sixty names of the sexagenary cycle serve as those of districts: no
// place is called so.
var (
	stems    = []rune("甲乙丙丁戊己庚辛壬癸")
	branches = []rune("子丑寅卯辰巳午未申酉戌亥")
)

// Seeds writes a seeds folder with the given number of reports into dir, which
// it makes: site.toml, and for each ten reports a body with body.toml and its
// years. The catalogue of indicators is the caller's to add. The same kind and
// seed give the same bytes.
func Seeds(dir string, kind Kind, reports int, seed uint64) error {
	site := "name = \"示例省法治政府建设年度报告\"\ndomain = \"https://mingfa.example/\"\ndemonstration = true\n"
	if err := save(dir, "site.toml", []byte(site)); err != nil {
		return err
	}
	for i := 0; i*years < reports; i++ {
		if err := body(dir, &kind, i, min(years, reports-i*years), seed); err != nil {
			return err
		}
	}
	return nil
}

// body writes body number i with its first reports.
func body(dir string, kind *Kind, i, reports int, seed uint64) error {
	d, place := departments[i%len(departments)], i/len(departments)
	city := "示例市"
	if n := place / 60; n > 0 {
		city = "示例" + strconv.Itoa(n+1) + "市"
	}
	district := string([]rune{stems[place%10], branches[place%12]}) + "区"
	group := fmt.Sprintf("shili-%04d-", place+1)
	name := city + district + d.name
	about := fmt.Sprintf("name = %q\nshort = %q\nregion = %q\n", name, district+d.name, "示例省"+city+district)
	if i%len(departments) > 0 {
		about += fmt.Sprintf("parent = %q\n", group+departments[0].slug)
	}
	folder := filepath.Join(dir, group+d.slug)
	if err := save(folder, "body.toml", []byte(about)); err != nil {
		return err
	}
	for y := range reports {
		rng := rand.New(rand.NewPCG(seed, uint64(i)<<8|uint64(y)))
		text := kind.compose(rng, name, firstYear+y)
		if err := save(folder, strconv.Itoa(firstYear+y)+".txt", []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func save(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("failed to make a folder of seeds: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
		return fmt.Errorf("failed to write a seed: %w", err)
	}
	return nil
}
