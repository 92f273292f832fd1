package sitecheck

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// longestDigest is how many bytes a digest may have with markup in it.
const longestDigest = 1000

var digest = regexp.MustCompile(`^[0-9A-Fa-f]{64}$`)

// wrongDigest finds a report whose page or report.json states another SHA-256
// than the original beside it has: then a reader cannot tell what was issued.
func wrongDigest(s *site, p *page) {
	if p.kind != kindReport {
		return
	}
	data, fault := s.published(p)
	if fault != "" {
		return // besideFile says so
	}
	file := s.original(p, data)
	if file == "" {
		return
	}
	raw, fault := s.beside(file)
	if fault != "" {
		p.whole(rule.SiteWrongDigest, report.Error, fault+"，不能核对", "请重新生成全站。")
		return
	}
	sum := sha256.Sum256(raw)
	actual := hex.EncodeToString(sum[:])
	const suggestion = "原件或网页在生成之后被改动过。请用 seeds/ 里的原件重新生成全站。"
	stated := data.Source.SHA256
	if data.Source.Published != nil {
		stated = data.Source.Published.SHA256
	}
	if !strings.EqualFold(stated, actual) {
		p.whole(rule.SiteWrongDigest, report.Error, "report.json 里的 SHA-256 与旁边的原件不符", suggestion)
	}
	shown := false
	for _, e := range p.named("code") {
		if e.inner.Len() > longestDigest {
			continue
		}
		if words := p.words(e); digest.MatchString(words) {
			shown = true
			if !strings.EqualFold(words, actual) && (data.Source.Published == nil || !strings.EqualFold(words, data.Source.SHA256)) {
				p.add(e.inner, rule.SiteWrongDigest, report.Error, "网页上的 SHA-256 与旁边的原件不符", suggestion)
			}
		}
	}
	if !shown {
		p.whole(rule.SiteWrongDigest, report.Warning, "网页没有写原件的 SHA-256，读者不能核对原件", "请在报告页的模板里写上。")
	}
}
