package part

import (
	"fmt"
	"strconv"
	"strings"
)

// ReadAll reads the parts in folders and makes sure that they are one site, the site of origin:
// each part once, and all of one origin. The error is for the person who named the folders;
// program is how mingfa is started.
func ReadAll(folders []string, origin Origin, program string) ([]*Part, error) {
	var parts []*Part
	for _, folder := range folders {
		p, err := Read(folder)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	if err := complete(parts, program); err != nil {
		return nil, err
	}
	for _, p := range parts {
		if what := p.Origin.differs(origin); what != "" {
			return nil, fmt.Errorf("%s（第 %d 部分）与现在的网站对不上：%s。请用同一个程序、同一个提交重新生成这一部分：%s build --shard %s", p.folder, p.Share.Number, what, program, p.Share)
		}
	}
	return parts, once(parts)
}

// once holds that every body is of one part: of two, what was kept of one would be lost.
func once(parts []*Part) error {
	seen := map[string]bool{}
	for _, p := range parts {
		for slug := range p.Bodies {
			if seen[slug] {
				return fmt.Errorf("%s 用不了：%s 在两处都有。请重新生成各部分", p.folder, slug)
			}
			seen[slug] = true
		}
	}
	return nil
}

// complete holds that every part of a site is there once.
func complete(parts []*Part, program string) error {
	if len(parts) == 0 {
		return fmt.Errorf("--join 后面要写各部分的文件夹，例如 %s build --join parts/*", program)
	}
	first := parts[0]
	byNumber := make([]*Part, first.Share.Of)
	for _, p := range parts {
		if p.Share.Of != first.Share.Of {
			return fmt.Errorf("%s 是分成 %d 部分的，%s 是分成 %d 部分的，不能合在一起。请按同一个份数重新生成", first.folder, first.Share.Of, p.folder, p.Share.Of)
		}
		at := &byNumber[p.Share.Number-1]
		if *at != nil {
			return fmt.Errorf("第 %d 部分有两份：%s 和 %s。请去掉一份", p.Share.Number, (*at).folder, p.folder)
		}
		*at = p
	}
	var missing []string
	for i, p := range byNumber {
		if p == nil {
			missing = append(missing, strconv.Itoa(i+1))
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("共 %d 部分，缺少第 %s 部分。请先生成：%s build --shard %s/%d", first.Share.Of, strings.Join(missing, "、"), program, missing[0], first.Share.Of)
	}
	return nil
}

// differs says in which way two origins differ; "" where they do not.
func (o Origin) differs(from Origin) string {
	switch {
	case o.Program != from.Program:
		return "程序的版本不同"
	case o.Commit != from.Commit:
		return "提交不同"
	case o.Sources != from.Sources:
		return "seeds/、模板或设置的内容不同"
	case o.Settings != from.Settings:
		return "生成时的选项不同"
	}
	return ""
}
