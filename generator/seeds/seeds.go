// Package seeds reads the folder seeds/: what the portal is, which bodies it
// publishes and which reports they have issued. It does not read the reports.
//
// A folder of staff is never as it should be. What is wrong with a name or a file
// is a finding, and the rest of the folder is read all the same; an error is
// a fault of the machine, or that there is no such folder (ErrNoSeeds).
package seeds

import (
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
	"mingfa/generator/site/glossary"
	"mingfa/generator/site/regions"
)

// Portal is what seeds/ holds.
type Portal struct {
	Site      Site
	Catalogue *indicator.Catalogue
	Glossary  *glossary.Glossary // nil without one
	Bodies    []*Body            // by slug

	omitted     []report.Finding
	withdrawals []Withdrawal
}

// Withdrawals are all that bodies say of reports that they took down.
func (p *Portal) Withdrawals() []Withdrawal { return p.withdrawals }

// Omitted is the finding, at most one and of severity warning, that site.toml
// does not state what 政府网站发展指引 asks of every page. Load leaves it out of
// its own: it is for those who ask, not for every build.
func (p *Portal) Omitted() []report.Finding { return p.omitted }

// Site is seeds/site.toml. Everything but the name may be left out; what is
// left out is left out of the pages too, nothing is made up. The marks and
// numbers are those that 政府网站发展指引 (国办发〔2017〕47号) asks of a page.
type Site struct {
	Name           string `toml:"name" need:"true" zh:"网站名称"`
	Domain         string `toml:"domain" zh:"网址"`              // base URL, with scheme and a final slash
	IDCode         string `toml:"id_code" zh:"网站标识码"`          // ten characters
	ICP            string `toml:"icp" zh:"ICP备案号"`             // as issued, e.g. 豫ICP备…号
	PublicSecurity string `toml:"public_security" zh:"公安备案号"`  // as issued
	Sponsor        string `toml:"sponsor" zh:"主办单位"`           // who answers for the site
	Organizer      string `toml:"organizer" zh:"承办单位"`         // who runs it
	Contact        string `toml:"contact" zh:"联系方式"`           // a telephone number, as shown
	Email          string `toml:"email" zh:"电子邮箱"`             //
	Feedback       string `toml:"feedback" zh:"发现错误的联系地址"`     // a mail address or that of a form; Email where it is not stated
	Address        string `toml:"address" zh:"地址"`             //
	PartyMark      string `toml:"party_mark" zh:"党政机关标识"`      // link of the 党政机关 mark
	ErrorMark      string `toml:"error_mark" zh:"我为政府网站找错"`    // link of the “我为政府网站找错” mark
	Description    string `toml:"description" zh:"网站简介"`       // one sentence
	Keywords       string `toml:"keywords" zh:"关键词"`           // separated by ","
	License        string `toml:"license" zh:"数据许可"`           // under which the data may be used: CC-BY-4.0, or its name
	Preview        string `toml:"-"`                           // the branch that is previewed; "" for the site itself
	LicenseTitle   string `toml:"-"`                           // of a well-known one, in Chinese
	LicenseURL     string `toml:"license_url" zh:"数据许可的网址"`    // where its terms stand
	Demonstration  bool   `toml:"demonstration" zh:"演示"`       // the site says on every page that it is no official one
	SharePictures  bool   `toml:"share_pictures" zh:"分享图"`     // a picture for messengers is drawn of each report
	KeepOriginal   bool   `toml:"keep_original" zh:"提供未清理的原件"` // Word files are offered with all that they tell of their writers

	Regions []regions.Region `toml:"region" zh:"地区"` // addresses of regions that staff have chosen
}

// Body is a government body and its reports.
type Body struct {
	Slug    string   `toml:"-"`
	Name    string   `toml:"name" need:"true" zh:"单位名称"`
	Short   string   `toml:"short" zh:"简称"`
	Alias   []string `toml:"alias" zh:"别的名称"` // names that it goes by besides, and those that it had
	Region  string   `toml:"region" zh:"地区"`
	Kind    string   `toml:"kind" zh:"类别"`       // which bodies it is compared with; by its name where it is not stated
	Parent  string   `toml:"parent" zh:"上级单位"`   // slug of another body
	Former  []string `toml:"former" zh:"原来的网址名"` // slugs that the body had; their addresses lead on
	Entries []Entry  `toml:"-"`                  // by year

	Withdrawn []Withdrawn `toml:"withdrawn" zh:"撤下的报告"`
}

// Withdrawn says why a report that was published is not any more.
type Withdrawn struct {
	Year   int    `toml:"year" need:"true" zh:"年度" eg:"2023"`
	Reason string `toml:"reason" need:"true" zh:"理由"`
}

// WhyWithdrawn is the reason for which the report on a year was taken down; "" where
// none is stated.
func (b *Body) WhyWithdrawn(year int) string {
	for _, w := range b.Withdrawn {
		if w.Year == year {
			return w.Reason
		}
	}
	return ""
}

// Names are those that a body goes by: its name first, the short one, others.
func (b *Body) Names() []string {
	names := []string{b.Name}
	if b.Short != "" {
		names = append(names, b.Short)
	}
	return append(names, b.Alias...)
}

// Entry is one report. Paths are slash paths, beginning with the folder as it
// was given to Load.
type Entry struct {
	Year       int
	Path       string // the report
	ReviewPath string // its <year>.toml; "" when there is none
}
