package sitecheck

import (
	"fmt"
	"path"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// largest is how many bytes a file may have before a reader on a slow network
// suffers; other files are downloaded on purpose.
var largest = map[string]int64{
	".html": 1 << 20, ".htm": 1 << 20, ".css": 200 << 10, ".js": 200 << 10, ".svg": 200 << 10,
	".png": 500 << 10, ".jpg": 500 << 10, ".jpeg": 500 << 10, ".gif": 500 << 10, ".webp": 500 << 10, ".avif": 500 << 10,
}

const largestDownload = 20 << 20

// largeFile finds files that are larger than their kind should be.
func (s *site) largeFile(name string, size int64) {
	most, ok := largest[strings.ToLower(path.Ext(name))]
	if !ok {
		most = largestDownload
	}
	if size > most {
		s.about(name, rule.SiteLargeFile, report.Warning, fmt.Sprintf("文件有 %s，超过 %s", bytesOf(size), bytesOf(most)), "手机上打开会很慢。请压缩、拆分，或确认真的需要这么大。")
	}
}

func bytesOf(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
