package rule

import "mingfa/generator/report"

// Ids of the rules, by group. A name is the id without hyphens, so that a search
// for either leads to the other.
const (
	// files of reports that cannot be read, or not all of them
	UnsupportedFormat = "unsupported-format" // a format that is not read
	FileTooLarge      = "file-too-large"
	InvalidEncoding   = "invalid-encoding"
	ControlCharacter  = "control-character"
	EmptyReport       = "empty-report"

	// what Word and web pages hide, or show otherwise than this site
	TrackedChange       = "tracked-change"
	Comment             = "comment"
	HiddenText          = "hidden-text"
	BrokenReference     = "broken-reference"
	StruckText          = "struck-text"
	HighlightedText     = "highlighted-text"
	TextBox             = "text-box"
	UnknownSymbol       = "unknown-symbol"
	UnfilledPlaceholder = "unfilled-placeholder"
	SecrecyHeader       = "secrecy-header"
	PictureLeftOut      = "picture-left-out"
	LossyFormat         = "lossy-format"  // a file whose text can only be guessed at
	MisnamedFile        = "misnamed-file" // a web page called .doc

	// what a report is made of
	MissingTitle           = "missing-title"
	MissingIssuer          = "missing-issuer"
	MissingYear            = "missing-year"
	WrongYear              = "wrong-year"
	MissingRequiredPart    = "missing-required-part"
	MissingHeadingNumber   = "missing-heading-number"
	HeadingGap             = "heading-gap"
	DuplicateHeadingNumber = "duplicate-heading-number"
	HeadingOrder           = "heading-order"
	LateReport             = "late-report"     // made public after the day that the regulation sets
	UnendedHeading         = "unended-heading" // a heading runs into its text without a mark between them
	MissingHeadings        = "missing-headings"
	UnclearPlan            = "unclear-plan" // a line that names a plan, of this year or the next

	// a text that is not the final one, or not ours
	UnfinishedText = "unfinished-text" // blanks, notes of its writers, the mark of a draft
	LeftoverMarkup = "leftover-markup" // of programs, mails, chats and writing assistants
	GarbledText    = "garbled-text"    // nobody can read it: a wrong encoding, another language, no body
	OtherReport    = "other-report"    // a document of another kind
	ForeignBody    = "foreign-body"    // a title or a signature of another body
	StalePassage   = "stale-passage"   // sentences and figures of last year's report, or of another body's

	JoinedReports = "joined-reports" // a second report below the first

	ImpossibleDate  = "impossible-date"
	HiddenCharacter = "hidden-character"
	PageNumber      = "page-number" // brought along from the printed form

	// words and marks of punctuation
	RepeatedWord         = "repeated-word"
	MisquotedPhrase      = "misquoted-phrase"
	UnpairedBracket      = "unpaired-bracket"
	UnpairedQuote        = "unpaired-quote"
	HalfwidthPunctuation = "halfwidth-punctuation"
	DoubledPunctuation   = "doubled-punctuation" // 。，
	MisnamedLaw          = "misnamed-law"        // a law or a plan by a wrong name, or not in force
	RepeatedPassage      = "repeated-passage"    // a clause, a paragraph, a section or the whole text twice
	TraditionalForm      = "traditional-form"    // 況 for 况 in a text of simplified characters

	// numbers, what they count and whether they agree
	UnreadNumber       = "unread-number" // a number of which the meaning is not sure; in no chart and no data
	MissingUnit        = "missing-unit"
	ExactWithApprox    = "exact-with-approx"
	ImpossibleRate     = "impossible-rate" // the share of a part is over 100 %
	RateMismatch       = "rate-mismatch"
	SumMismatch        = "sum-mismatch"
	PartExceedsTotal   = "part-exceeds-total"
	ChangeMismatch     = "change-mismatch"
	ConflictingValues  = "conflicting-values"
	SummaryMismatch    = "summary-mismatch"
	ChangedLastYear    = "changed-last-year"
	AmbiguousIndicator = "ambiguous-indicator" // two indicators claim one figure
	RepeatedIndicator  = "repeated-indicator"  // one indicator is stated twice, with different values

	// what must not be public
	IDNumber     = "id-number"
	MobileNumber = "mobile-number"
	BankCard     = "bank-card"
	PersonalData = "personal-data" // what else tells of a private person
	SecrecyMark  = "secrecy-mark"

	// what lies where in seeds/
	MissingSite     = "missing-site"      // no site.toml
	MissingBody     = "missing-body"      // a folder of reports without body.toml
	BadSlug         = "bad-slug"          // a folder whose name cannot be an address
	BadYear         = "bad-year"          // a report of a year that none can be about
	DuplicateReport = "duplicate-report"  // two reports of one year
	OrphanSettings  = "orphan-settings"   // <year>.toml without a report
	StrayFile       = "stray-file"        // a file that nothing reads
	NoReports       = "no-reports"        // not one report
	OutsideLink     = "outside-link"      // a symbolic link that leaves the folder, or no ordinary file
	UnknownParent   = "unknown-parent"    // a parent that is no folder here, or a circle of parents
	FormerAddress   = "former-address"    // a former address that is none, or is taken
	MissingSiteItem = "missing-site-item" // what 政府网站发展指引 asks of every page and site.toml does not state
	DemoDomain      = "demo-domain"       // a made-up address on a site that says it is real

	// how any TOML file is written
	BadTOML    = "bad-toml"    // the file is no TOML, or no UTF-8
	UnknownKey = "unknown-key" // a key that nothing reads
	WrongType  = "wrong-type"  // a value of another type than its key takes
	MissingKey = "missing-key" // a required key is absent or empty
	BadValue   = "bad-value"   // a value that cannot be right: no URL, several lines, a reason that gives none

	// <year>.toml, by which staff confirm a report
	QuoteNotFound    = "quote-not-found"    // the report does not say so
	AmbiguousQuote   = "ambiguous-quote"    // the quote, or the number in it, stands more than once
	ValueNotInQuote  = "value-not-in-quote" // the quote does not state the value and unit
	SeriesNotFound   = "series-not-found"   // last year's report has nothing of the name that staff give a series
	FigureNotFound   = "figure-not-found"   // it does, but as no figure that was extracted
	DuplicateFigure  = "duplicate-figure"   // two entries about one figure
	UnknownIndicator = "unknown-indicator"  // staff named one that is not in the catalogue
	BadDate          = "bad-date"           // no date of the calendar, or dates in the wrong order
	NotInText        = "not-in-text"        // a disclosed item that the report does not state, without a source
	StaleWaiver      = "stale-waiver"       // a waiver that waives nothing

	// a report that was published already
	MissingCorrectionReason = "missing-correction-reason" // it was changed or taken down, and nobody says why
	UnfoundedCorrection     = "unfounded-correction"      // staff state a change that nobody has made

	// indicators.toml, glossary.toml, phrases.toml, laws.toml and lexicon.toml
	BadID         = "bad-id"         // an id that is no ASCII slug
	DuplicateID   = "duplicate-id"   // two entries of one id
	UnknownTheme  = "unknown-theme"  // a theme that is not in the list
	UnknownKind   = "unknown-kind"   // none of count, amount, rate, change
	EmptyPhrases  = "empty-phrases"  // no phrase could ever match
	ShortPhrase   = "short-phrase"   // a phrase of one character would match anything
	DuplicateTerm = "duplicate-term" // a form that two terms claim, or one term twice
	ShortTerm     = "short-term"     // a form of one character would be found anywhere
	BadPhrase     = "bad-phrase"     // a form that could match anything, or the right form itself
	BadLaw        = "bad-law"        // a date that is none, or a name twice
	BadWord       = "bad-word"       // an empty word, one with spaces, one twice; or an example that says nothing
	WordGroup     = "word-group"     // a group of words that nothing asks for, one twice, or one left out

	// what a pushed site must not have
	LockedSetting  = "locked-setting"  // a setting that a pushed hugo.toml must not have
	LockedFunction = "locked-function" // a template function that a pushed template must not call
	BrokenTemplate = "broken-template" // a template that cannot be read
	LockedPage     = "locked-page"     // a setting that a pushed page must not have
	LockedFile     = "locked-file"     // a file that must not be published as it is
	LostAddress    = "lost-address"    // a body's folder that was renamed without a word

	// pages and files of a built site
	SiteUnreadablePage = "site-unreadable-page"
	SiteMissingMeta    = "site-missing-meta"
	SiteBadMeta        = "site-bad-meta"
	SitePageTitle      = "site-page-title"
	SitePageLanguage   = "site-page-language"
	SitePageHeading    = "site-page-heading"
	SiteHeadingOrder   = "site-heading-order"
	SiteDuplicateID    = "site-duplicate-id"
	SiteCanonical      = "site-canonical"
	SiteDescription    = "site-description"
	SiteFooterItem     = "site-footer-item"
	SiteMissingAlt     = "site-missing-alt"
	SiteBrokenLink     = "site-broken-link"
	SiteBrokenFragment = "site-broken-fragment"
	SiteForeignRequest = "site-foreign-request"
	SiteWrongAddress   = "site-wrong-address"
	SiteInlineCode     = "site-inline-code"
	SiteMissingPolicy  = "site-missing-policy"
	SiteBesideFile     = "site-beside-file"
	SiteWrongDigest    = "site-wrong-digest"
	SiteMissingText    = "site-missing-text"
	SiteSymbolicLink   = "site-symbolic-link"
	SiteLargeFile      = "site-large-file"
)

// Groups are all rules, in the order in which a list of them is read: first what
// staff meet most.
var Groups = []Group{
	{"报告文件", []Rule{
		{UnsupportedFormat, report.Error, "不能读取的格式"},
		{FileTooLarge, report.Error, "文件太大"},
		{InvalidEncoding, report.Error, "文件的编码有问题"},
		{ControlCharacter, report.Error, "有不该有的控制字符"},
		{EmptyReport, report.Error, "报告是空的"},
		{MisnamedFile, report.Warning, "扩展名与内容不符"},
		{LossyFormat, report.Warning, "文字要与原件逐字核对"},
	}},
	{"Word 文件里藏着的内容", []Rule{
		{TrackedChange, report.Error, "还没有接受的修订"},
		{Comment, report.Error, "文件里有批注"},
		{HiddenText, report.Error, "文件里有隐藏文字"},
		{BrokenReference, report.Error, "交叉引用已经失效"},
		{StruckText, report.Warning, "有加了删除线的文字"},
		{HighlightedText, report.Warning, "有涂了底色的文字"},
		{TextBox, report.Warning, "文本框的次序要核对"},
		{UnknownSymbol, report.Warning, "有认不出的符号"},
		{UnfilledPlaceholder, report.Warning, "占位的提示没有填写"},
		{SecrecyHeader, report.Warning, "页眉页脚里有密级标志"},
		{PictureLeftOut, report.Warning, "文件里的图片不会公开"},
	}},
	{"标题、序号和各部分", []Rule{
		{MissingTitle, report.Warning, "没有读到标题"},
		{MissingIssuer, report.Warning, "没有读到制发单位"},
		{MissingYear, report.Warning, "没有读到年度"},
		{WrongYear, report.Error, "年份不对"},
		{MissingRequiredPart, report.Warning, "缺少应有的部分"},
		{MissingHeadingNumber, report.Error, "标题没有序号"},
		{HeadingGap, report.Error, "标题序号不连续"},
		{DuplicateHeadingNumber, report.Error, "标题序号重复"},
		{HeadingOrder, report.Error, "标题顺序颠倒"},
		{LateReport, report.Notice, "公开的日子晚于规定"},
		{UnendedHeading, report.Warning, "标题和正文没有分开"},
		{MissingHeadings, report.Warning, "没有读到各级标题"},
		{UnclearPlan, report.Warning, "分不清是今年的工作还是明年的安排"},
	}},
	{"定稿", []Rule{
		{UnfinishedText, report.Error, "不像是定稿"},
		{LeftoverMarkup, report.Error, "混进了代码或者别处的话"},
		{GarbledText, report.Error, "是乱码，或者没有正文"},
		{OtherReport, report.Error, "放的是另一种文件"},
		{ForeignBody, report.Error, "写的是别的单位"},
		{StalePassage, report.Warning, "沿用了别的报告里的数"},
		{JoinedReports, report.Error, "一个文件里有两份报告"},
		{ImpossibleDate, report.Error, "没有这一天"},
		{HiddenCharacter, report.Warning, "有看不见的字符"},
		{PageNumber, report.Warning, "正文里混进了页码"},
	}},
	{"文字和标点", []Rule{
		{RepeatedWord, report.Error, "词语重复"},
		{RepeatedPassage, report.Error, "一段话写了两遍"},
		{MisquotedPhrase, report.Error, "固定表述写错"},
		{MisnamedLaw, report.Error, "法律、规划的名称不对"},
		{UnpairedBracket, report.Warning, "括号不成对"},
		{UnpairedQuote, report.Warning, "引号、书名号不成对"},
		{HalfwidthPunctuation, report.Warning, "中文里夹用半角标点"},
		{DoubledPunctuation, report.Warning, "两个标点连在一起"},
		{TraditionalForm, report.Warning, "简体字里夹用繁体字"},
	}},
	{"数字", []Rule{
		{UnreadNumber, report.Warning, "没有读懂的数字"},
		{MissingUnit, report.Warning, "数字后面没有量词"},
		{ExactWithApprox, report.Error, "确数与概数并用"},
		{ImpossibleRate, report.Warning, "部分的比率超过百分之百"},
		{RateMismatch, report.Error, "比率与数量对不上"},
		{SumMismatch, report.Error, "分项与总数对不上"},
		{PartExceedsTotal, report.Error, "部分大于总数"},
		{ChangeMismatch, report.Warning, "增减与前后两个数对不上"},
		{ConflictingValues, report.Warning, "同一件事写了两个数"},
		{SummaryMismatch, report.Warning, "概述与正文的数不一致"},
		{ChangedLastYear, report.Warning, "与上年公布的数对不上"},
		{AmbiguousIndicator, report.Warning, "分不清是哪个指标"},
		{RepeatedIndicator, report.Warning, "同一个指标有两个数"},
	}},
	{"不该公开的内容", []Rule{
		{IDNumber, report.Error, "公民身份号码"},
		{MobileNumber, report.Error, "手机号码"},
		{BankCard, report.Error, "银行卡号"},
		{PersonalData, report.Warning, "个人的姓名、住址、证件等"},
		{SecrecyMark, report.Error, "密级标志"},
	}},
	{"seeds 文件夹", []Rule{
		{MissingSite, report.Error, "没有网站设置"},
		{MissingBody, report.Error, "没有单位信息"},
		{BadSlug, report.Error, "文件夹的名字不能用作网址"},
		{BadYear, report.Error, "文件名里的年份不对"},
		{DuplicateReport, report.Error, "同一年有两份报告"},
		{OrphanSettings, report.Error, "有核对文件，没有报告"},
		{StrayFile, report.Warning, "不会被读取的文件"},
		{NoReports, report.Error, "没有可以发布的报告"},
		{OutsideLink, report.Error, "指向别处的链接"},
		{UnknownParent, report.Error, "上级单位不对"},
		{FormerAddress, report.Error, "原来的网址名不对"},
		{MissingSiteItem, report.Warning, "没有写明政府网站每页要有的项"},
		{DemoDomain, report.Warning, "网址还是演示用的"},
	}},
	{"设置文件的写法", []Rule{
		{BadTOML, report.Error, "设置文件读不了"},
		{UnknownKey, report.Error, "不认识的项"},
		{WrongType, report.Error, "值的类型不对"},
		{MissingKey, report.Error, "缺少必填的项"},
		{BadValue, report.Error, "填的值不对"},
	}},
	{"报告旁边的核对文件", []Rule{
		{QuoteNotFound, report.Error, "引文在报告里找不到"},
		{AmbiguousQuote, report.Error, "引文或数字不止一处"},
		{ValueNotInQuote, report.Error, "引文里没有写这个数"},
		{SeriesNotFound, report.Warning, "上年没有这一项历年数据"},
		{FigureNotFound, report.Error, "引文里的数没有当作数据"},
		{DuplicateFigure, report.Error, "同一个数字写了两次"},
		{UnknownIndicator, report.Error, "没有这个指标"},
		{BadDate, report.Error, "日期不对"},
		{NotInText, report.Error, "报告里没有写，也没有出处"},
		{StaleWaiver, report.Warning, "放行的地方已经没有提示"},
		{MissingCorrectionReason, report.Warning, "更正、撤下没有写明理由"},
		{UnfoundedCorrection, report.Warning, "写的更正、撤下没有发生过"},
	}},
	{"指标、名词和固定表述的清单", []Rule{
		{BadID, report.Error, "编号里有不能用的字符"},
		{DuplicateID, report.Error, "编号用了两次"},
		{UnknownTheme, report.Error, "没有这个主题"},
		{UnknownKind, report.Error, "指标的类型不对"},
		{EmptyPhrases, report.Error, "指标没有识别的词"},
		{ShortPhrase, report.Error, "识别的词太短"},
		{DuplicateTerm, report.Error, "名词写了两遍"},
		{ShortTerm, report.Error, "名词太短"},
		{BadPhrase, report.Error, "固定表述清单写得不对"},
		{BadLaw, report.Error, "法律、规划清单写得不对"},
		{BadWord, report.Error, "词表里的词写得不对"},
		{WordGroup, report.Error, "词表里的词组写得不对"},
	}},
	{"推送的网站", []Rule{
		{LockedSetting, report.Error, "推送的 hugo.toml 里有不允许的设置"},
		{LockedFunction, report.Error, "推送的模板用了不允许的功能"},
		{BrokenTemplate, report.Error, "模板读不了"},
		{LockedPage, report.Error, "推送的网页开头有不允许的设置"},
		{LockedFile, report.Error, "推送了不能登在网站上的文件"},
		{LostAddress, report.Error, "单位的文件夹改了名，没有写明"},
	}},
	{"生成的网站", []Rule{
		{SiteUnreadablePage, report.Error, "网页读不出来"},
		{SiteMissingMeta, report.Error, "网页缺少规定的 meta 标签"},
		{SiteBadMeta, report.Error, "meta 标签写得不对"},
		{SitePageTitle, report.Error, "网页没有标题栏文字"},
		{SitePageLanguage, report.Error, "网页没有写明是中文"},
		{SitePageHeading, report.Error, "网页没有一级标题，或者有几个"},
		{SiteHeadingOrder, report.Warning, "标题跳过了一级"},
		{SiteDuplicateID, report.Error, "同一页里 id 重复"},
		{SiteCanonical, report.Error, "规范网址不对"},
		{SiteDescription, report.Warning, "网页没有一句话简介"},
		{SiteFooterItem, report.Error, "页脚缺少规定的项"},
		{SiteMissingAlt, report.Error, "图片没有替代文字"},
		{SiteBrokenLink, report.Error, "站内链接打不开"},
		{SiteBrokenFragment, report.Error, "链接指的位置不存在"},
		{SiteForeignRequest, report.Error, "网页会向别的网站请求文件"},
		{SiteWrongAddress, report.Error, "网址写成了本机、内网或 http"},
		{SiteInlineCode, report.Error, "网页里直接写了脚本或样式"},
		{SiteMissingPolicy, report.Error, "网页没有内容安全策略"},
		{SiteBesideFile, report.Error, "网页旁边的数据或原件不对"},
		{SiteWrongDigest, report.Error, "SHA-256 与原件不符"},
		{SiteMissingText, report.Error, "网页上少了报告的内容"},
		{SiteSymbolicLink, report.Error, "网站里有符号链接"},
		{SiteLargeFile, report.Warning, "文件太大"},
	}},
}
