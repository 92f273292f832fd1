package sitecheck

// rules are all rules about one page. Those about files, symbolic_link.go and
// large_file.go, and the one about places on other pages, broken_fragment.go,
// are run on the site.
var rules = []func(s *site, p *page){
	unreadablePage, missingMeta, badMeta, pageTitle, pageLanguage, pageHeading, headingOrder, duplicateID, canonical,
	description, footerItem, missingAlt, brokenLink, brokenFragment, foreignRequest, wrongAddress, inlineCode,
	missingPolicy, besideFile, wrongDigest, missingText,
}
