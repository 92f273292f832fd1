// Package lexicon holds the words that reports are read by: units, verbs,
// approximations, the words of a plan or of a rise. They are data, in the file
// seeds/lexicon.toml, so that a person of the field adds a unit without Go.
//
// The file lists groups of words; each says in Chinese what its words are for
// and gives examples that tests read. A portal without a file has the built-in
// words, one whose file says extend = true has its words as well. Reading is
// strict, as package settings has it.
//
// A Lexicon is handed to the stages that ask it. It is never changed after
// Parse, so that any number of goroutines may use it.
package lexicon

import (
	"sync"

	"mingfa"
)

// Path is where the built-in file stands among the files of the program, and
// a portal's own among those of the portal.
const Path = "seeds/lexicon.toml"

// Builtin is the lexicon of a portal that has no words of its own.
var Builtin = sync.OnceValue(func() *Lexicon {
	raw, err := mingfa.Files.ReadFile(Path)
	if err != nil {
		panic(err) // the file is compiled in
	}
	l, findings := Parse(Path, raw, raw)
	if len(findings) > 0 {
		panic(findings[0].Message) // a test reads the file
	}
	return l
})

// Lexicon is the words by what they are for. The tag of a field is the id of
// its group in the file, which says there what the words do. No set is nil.
type Lexicon struct {
	// Units.
	Units          *Set `group:"units"`
	UnitsOfRate    *Set `group:"units-of-rate"`
	UnitsOfMoney   *Set `group:"units-of-money"`
	UnitsOfTime    *Set `group:"units-of-time"`
	UnitsOfMeasure *Set `group:"units-of-measure"`
	UnitsOfSize    *Set `group:"units-of-size"`
	UnitsCounted   *Set `group:"units-counted"`
	UnitsWhole     *Set `group:"units-whole"`
	UnitsPer       *Set `group:"units-per"`
	UnitsRepeated  *Set `group:"units-repeated"`
	UnitsOfAge     *Set `group:"units-of-age"`
	UnitsOfPeople  *Set `group:"units-of-people"`
	UnitsOfEvents  *Set `group:"units-of-events"`
	UnitsOfNames   *Set `group:"units-of-names"`
	UnitsOfCircles *Set `group:"units-of-circles"`
	DurationSteps  *Set `group:"duration-steps"`
	UnitsSigned    *Set `group:"units-signed"`
	Times          *Set `group:"times"`

	// What stands around a numeral.
	ApproximateBefore *Set `group:"approximate-before"`
	ApproximateLinks  *Set `group:"approximate-links"`
	ApproximateAfter  *Set `group:"approximate-after"`
	NegativeBefore    *Set `group:"negative-before"`
	BoundBelow        *Set `group:"bound-below"`
	BoundAtMost       *Set `group:"bound-at-most"`
	BoundAtLeast      *Set `group:"bound-at-least"`
	BoundAtMostAfter  *Set `group:"bound-at-most-after"`
	BoundAtLeastAfter *Set `group:"bound-at-least-after"`
	BoundAbove        *Set `group:"bound-above"`
	BoundShort        *Set `group:"bound-short"`
	BoundShortUnits   *Set `group:"bound-short-units"`
	BoundWithin       *Set `group:"bound-within"`
	BoundAdverbs      *Set `group:"bound-adverbs"`
	BoundSuperlatives *Set `group:"bound-superlatives"`
	BoundWholes       *Set `group:"bound-wholes"`
	BoundNouns        *Set `group:"bound-nouns"`
	AnnouncesValue    *Set `group:"announces-value"`
	AnnouncesYear     *Set `group:"announces-year"`
	AnnouncesChinese  *Set `group:"announces-chinese"`
	NoNumeralAfter    *Set `group:"no-numeral-after"`
	NoCountAfter      *Set `group:"no-count-after"`
	ClassAfter        *Set `group:"class-after"`
	DurationEnds      *Set `group:"duration-ends"`
	UnitsOfCases      *Set `group:"units-of-cases"`
	UnitsFined        *Set `group:"units-fined"`
	ClassRemarks      *Set `group:"class-remarks"`
	ClassNouns        *Set `group:"class-nouns"`
	Ages              *Set `group:"ages"`

	// What a figure is of.
	Openings            *Set `group:"openings"`
	OpeningsOfClauses   *Set `group:"openings-of-clauses"`
	OpeningsOfVerbs     *Set `group:"openings-of-verbs"`
	Bridges             *Set `group:"bridges"`
	LightVerbs          *Set `group:"light-verbs"`
	Verbs               *Set `group:"verbs"`
	Adverbs             *Set `group:"adverbs"`
	Outcomes            *Set `group:"outcomes"`
	Attributes          *Set `group:"attributes"`
	Generic             *Set `group:"generic"`
	Agents              *Set `group:"agents"`
	InnerOpenings       *Set `group:"inner-openings"`
	Doers               *Set `group:"doers"`
	Compounds           *Set `group:"compounds"`
	Shares              *Set `group:"shares"`
	Durations           *Set `group:"durations"`
	SpansOfDays         *Set `group:"spans-of-days"`
	Establishments      *Set `group:"establishments"`
	Holding             *Set `group:"holding"`
	OnlyPredicates      *Set `group:"only-predicates"`
	Givings             *Set `group:"givings"`
	Reviewing           *Set `group:"reviewing"`
	RatesOfMatters      *Set `group:"rates-of-matters"`
	TakingPart          *Set `group:"taking-part"`
	LightVerbsKept      *Set `group:"light-verbs-kept"`
	OnlyHaving          *Set `group:"only-having"`
	Averting            *Set `group:"averting"`
	StatesOfPeople      *Set `group:"states-of-people"`
	Qualifications      *Set `group:"qualifications"`
	Lacking             *Set `group:"lacking"`
	StepsOfApplications *Set `group:"steps-of-applications"`
	DaysOfDates         *Set `group:"days-of-dates"`
	Circumstances       *Set `group:"circumstances"`
	Predicates          *Set `group:"predicates"`
	Acts                *Set `group:"acts"`
	Levels              *Set `group:"levels"`
	Stages              *Set `group:"stages"`
	WholeBodies         *Set `group:"whole-bodies"`
	RatesOfCases        *Set `group:"rates-of-cases"`
	RatesOfMoney        *Set `group:"rates-of-money"`
	FinesNamed          *Set `group:"fines-named"`
	RatesOfDisputes     *Set `group:"rates-of-disputes"`
	Rulings             *Set `group:"rulings"`
	Investments         *Set `group:"investments"`
	PeopleServed        *Set `group:"people-served"`
	FilingSteps         *Set `group:"filing-steps"`
	StepsOfCases        *Set `group:"steps-of-cases"`
	LeftOver            *Set `group:"left-over"`
	OfThese             *Set `group:"of-these"`
	NetChanges          *Set `group:"net-changes"`
	TopicsOfWork        *Set `group:"topics-of-work"`
	Stocks              *Set `group:"stocks"`
	Punctual            *Set `group:"punctual"`
	Placings            *Set `group:"placings"`
	TraitsOfPeople      *Set `group:"traits-of-people"`
	FiledCases          *Set `group:"filed-cases"`
	Passives            *Set `group:"passives"`
	Attendances         *Set `group:"attendances"`
	Decisions           *Set `group:"decisions"`
	NotDecided          *Set `group:"not-decided"`
	Periods             *Set `group:"periods"`
	RunningTotals       *Set `group:"running-totals"`
	PeriodsToTell       *Set `group:"periods-to-tell"`
	Tallies             *Set `group:"tallies"`
	Listed              *Set `group:"listed"`
	Averages            *Set `group:"averages"`
	Sums                *Set `group:"sums"`
	SumsOrCounts        *Set `group:"sums-or-counts"`
	ShareOf             *Set `group:"share-of"`
	Hedges              *Set `group:"hedges"`
	Rates               *Set `group:"rates"`
	Joints              *Set `group:"joints"`
	SharedTails         *Set `group:"shared-tails"`
	AspectsOfEach       *Set `group:"aspects-of-each"`
	DeedsOfAspects      *Set `group:"deeds-of-aspects"`
	NounsOfKinds        *Set `group:"nouns-of-kinds"`
	SizesNamed          *Set `group:"sizes-named"`
	Stationing          *Set `group:"stationing"`
	OccasionDeeds       *Set `group:"occasion-deeds"`
	Occasions           *Set `group:"occasions"`
	Examinations        *Set `group:"examinations"`
	MattersOfParts      *Set `group:"matters-of-parts"`
	KindsBeforeNouns    *Set `group:"kinds-before-nouns"`
	MattersReceived     *Set `group:"matters-received"`
	DeedsOfParts        *Set `group:"deeds-of-parts"`
	EndsOfPeople        *Set `group:"ends-of-people"`
	EndsOfBodies        *Set `group:"ends-of-bodies"`
	Etc                 *Set `group:"etc"`
	NounsInDe           *Set `group:"nouns-in-de"`
	AverageOpenings     *Set `group:"average-openings"`
	EachHand            *Set `group:"each-hand"`
	AttributeFronts     *Set `group:"attribute-fronts"`
	DatesBefore         *Set `group:"dates-before"`
	DatesAfter          *Set `group:"dates-after"`
	Rests               *Set `group:"rests"`
	Converted           *Set `group:"converted"`
	WhenAfter           *Set `group:"when-after"`
	Among               *Set `group:"among"`
	NounTails           *Set `group:"noun-tails"`
	NounTailsSaid       *Set `group:"noun-tails-said"`
	NounEnds            *Set `group:"noun-ends"`
	Prepositions        *Set `group:"prepositions"`
	LightVerbsToOthers  *Set `group:"light-verbs-to-others"`
	LightVerbsOfThings  *Set `group:"light-verbs-of-things"`
	LightVerbsOfResult  *Set `group:"light-verbs-of-result"`
	ListedVerbs         *Set `group:"listed-verbs"`
	RateVerbs           *Set `group:"rate-verbs"`
	VerbsOfSentences    *Set `group:"verbs-of-sentences"`
	VerbsAlone          *Set `group:"verbs-alone"`
	ActsOfGovernment    *Set `group:"acts-of-government"`
	VerbsBeforeNouns    *Set `group:"verbs-before-nouns"`
	Copulas             *Set `group:"copulas"`
	LabelFronts         *Set `group:"label-fronts"`
	LabelFrontsOfNouns  *Set `group:"label-fronts-of-nouns"`
	LabelEnds           *Set `group:"label-ends"`
	AttributesAlone     *Set `group:"attributes-alone"`
	Superlatives        *Set `group:"superlatives"`
	EachOfPeople        *Set `group:"each-of-people"`
	PeopleReached       *Set `group:"people-reached"`
	SaysNothing         *Set `group:"says-nothing"`
	Aspects             *Set `group:"aspects"`
	OnCondition         *Set `group:"on-condition"`
	Topics              *Set `group:"topics"`
	Matters             *Set `group:"matters"`
	Having              *Set `group:"having"`

	// How figures belong together.
	CountedAgain *Set `group:"counted-again"`
	Pending      *Set `group:"pending"`
	CarriedOver  *Set `group:"carried-over"`
	NewlyAdded   *Set `group:"newly-added"`
	Wholes       *Set `group:"wholes"`
	Totals       *Set `group:"totals"`
	TotalsAlone  *Set `group:"totals-alone"`
	TotalsOfSome *Set `group:"totals-of-some"`
	KindsCounted *Set `group:"kinds-counted"`
	YearBefore   *Set `group:"year-before"`
	YearItself   *Set `group:"year-itself"`

	// Tables.
	ColumnsOfUnits   *Set `group:"columns-of-units"`
	ColumnsOfNumbers *Set `group:"columns-of-numbers"`
	ColumnsOfGoals   *Set `group:"columns-of-goals"`
	ColumnsOfChanges *Set `group:"columns-of-changes"`
	ColumnsOfCounts  *Set `group:"columns-of-counts"`
	ColumnsOfRemarks *Set `group:"columns-of-remarks"`
	ColumnsOfCodes   *Set `group:"columns-of-codes"`

	// Numbers that are no data.
	Ranked          *Set `group:"ranked"`
	Dialled         *Set `group:"dialled"`
	Identified      *Set `group:"identified"`
	NamesAfter      *Set `group:"names-after"`
	NamesAfterExact *Set `group:"names-after-exact"`
	NamesBefore     *Set `group:"names-before"`
	Captions        *Set `group:"captions"`
	Ranks           *Set `group:"ranks"`
	Always          *Set `group:"always"`
	Hotlines        *Set `group:"hotlines"`
	HotlineOpenings *Set `group:"hotline-openings"`
	HotlineWords    *Set `group:"hotline-words"`
	Addresses       *Set `group:"addresses"`
	AddressUnits    *Set `group:"address-units"`
	Buildings       *Set `group:"buildings"`
	Standards       *Set `group:"standards"`

	// Changes.
	Changing         *Set `group:"changing"` // and the longer words of rises and falls
	ChangesNamed     *Set `group:"changes-named"`
	Compared         *Set `group:"compared"`
	Rises            *Set `group:"rises"`
	Falls            *Set `group:"falls"`
	ChangesInShort   *Set `group:"changes-in-short"`
	YearOnYear       *Set `group:"year-on-year"`
	Comparisons      *Set `group:"comparisons"`
	ComparisonEnds   *Set `group:"comparison-ends"`
	BesideOthers     *Set `group:"beside-others"`
	OthersCompared   *Set `group:"others-compared"`
	TimesCompared    *Set `group:"times-compared"`
	Degrees          *Set `group:"degrees"`
	Origins          *Set `group:"origins"`
	OnLastYear       *Set `group:"on-last-year"`
	PartOfYear       *Set `group:"part-of-year"`
	Becoming         *Set `group:"becoming"`
	BecomingOpenings *Set `group:"becoming-openings"`

	// Headings and plans; see Role.
	HeadingComing      *Set `group:"heading-coming"`
	HeadingPlanned     *Set `group:"heading-planned"`
	HeadingIntended    *Set `group:"heading-intended"`
	HeadingTasks       *Set `group:"heading-tasks"`
	HeadingDone        *Set `group:"heading-done"`
	HeadingDoneSurely  *Set `group:"heading-done-surely"`
	HeadingShortcoming *Set `group:"heading-shortcoming"`
	SentenceComing     *Set `group:"sentence-coming"`
	Goals              *Set `group:"goals"`
	GoalsSet           *Set `group:"goals-set"`
	GoalsNamed         *Set `group:"goals-named"`
	GoalsOfThings      *Set `group:"goals-of-things"`
	GoalsNamedAtEnd    *Set `group:"goals-named-at-end"`
	GoalsAtFirst       *Set `group:"goals-at-first"`
	GoalsMet           *Set `group:"goals-met"`
	GoalsMeasured      *Set `group:"goals-measured"`
	GoalsGoOn          *Set `group:"goals-go-on"`
	ItemOpenings       *Set `group:"item-openings"`
	GoalsReached       *Set `group:"goals-reached"`
	GoalsFor           *Set `group:"goals-for"`
	GoalNames          *Set `group:"goal-names"`
	GoalTimes          *Set `group:"goal-times"`
	GoalGaps           *Set `group:"goal-gaps"`
	GoalDemands        *Set `group:"goal-demands"`
	GoalsMeasuredBy    *Set `group:"goals-measured-by"`
	GoalsMeasuredFirst *Set `group:"goals-measured-first"`
	GoalsDone          *Set `group:"goals-done"`
	GoalChains         *Set `group:"goal-chains"`
	GoalChainsDated    *Set `group:"goal-chains-dated"`
	GoalChainEnds      *Set `group:"goal-chain-ends"`
	UnitsOfTasks       *Set `group:"units-of-tasks"`
	YearsSince         *Set `group:"years-since"`
	Forecasts          *Set `group:"forecasts"`
	Demands            *Set `group:"due-demands"`
	DemandedTerms      *Set `group:"due-terms"`
	EachPeriod         *Set `group:"due-each"`
	Tasks              *Set `group:"due-tasks"`
	Owed               *Set `group:"due-owed"`
	ScoreNames         *Set `group:"score-names"`
	Voiced             *Set `group:"voiced"`
	DealtWith          *Set `group:"dealt-with"`
	DealtWithLater     *Set `group:"dealt-with-later"`
	NounTailsComing    *Set `group:"noun-tails-coming"`
	OwedThings         *Set `group:"due-things"`
	OwedDone           *Set `group:"due-done"`

	// What the paragraphs under a heading that tells no time speak of.
	PlanComing *Set `group:"plan-coming"`
	PlanDone   *Set `group:"plan-done"`

	// Of which time a number tells; see package period.
	PeriodYears    *Set `group:"period-years"`
	PeriodParts    *Set `group:"period-parts"`
	PeriodSeveral  *Set `group:"period-several"`
	PeriodTerms    *Set `group:"period-terms"`
	PeriodRuns     *Set `group:"period-runs"`
	PeriodOf       *Set `group:"period-of"`
	PeriodOfClause *Set `group:"period-of-clause"`
	PeriodSince    *Set `group:"period-since"`
	PeriodTo       *Set `group:"period-to"`
	PeriodDays     *Set `group:"period-days"`
	PeriodSpans    *Set `group:"period-spans"`
	PeriodAgainst  *Set `group:"period-against"`
	PeriodBridges  *Set `group:"period-bridges"`
	PeriodAsOf     *Set `group:"period-as-of"`

	// Which figures of two years count the same; see package series.
	SeriesFillers     *Set `group:"series-fillers"`
	SeriesAlike       *Set `group:"series-alike"`
	SeriesScopes      *Set `group:"series-scopes"`
	SeriesStocks      *Set `group:"series-stocks"`
	SeriesNew         *Set `group:"series-new"`
	SeriesSteps       *Set `group:"series-steps"`
	SeriesStages      *Set `group:"series-stages"`
	SeriesObjects     *Set `group:"series-objects"`
	SeriesLight       *Set `group:"series-light"`
	SeriesKinds       *Set `group:"series-kinds"`
	SeriesUnits       *Set `group:"series-units"`
	SeriesDoers       *Set `group:"series-doers"`
	SeriesStaff       *Set `group:"series-staff"`
	SeriesBreaks      *Set `group:"series-breaks"`
	SeriesBreaksOfAll *Set `group:"series-breaks-of-all"`
	SeriesSince       *Set `group:"series-since"`
	SeriesFields      *Set `group:"series-fields"`
	SeriesSame        *Set `group:"series-same"`
	SeriesUnchanged   *Set `group:"series-unchanged"`
	SeriesExcepted    *Set `group:"series-excepted"`
	SeriesIncluded    *Set `group:"series-included"`
	SeriesExcluded    *Set `group:"series-excluded"`
	LastYearAside     *Set `group:"last-year-aside"`
	LastYearTimes     *Set `group:"last-year-times"`
	LastYearOnly      *Set `group:"last-year-only"`
	LastYearThan      *Set `group:"last-year-than"`
	LastYearEnd       *Set `group:"last-year-end"`

	// The shape of a document.
	DocumentTitles          *Set `group:"document-titles"`
	DocumentTitlesOnTopic   *Set `group:"document-titles-on-topic"`
	DocumentNotices         *Set `group:"document-notices"`
	DocumentTopics          *Set `group:"document-topics"`
	DocumentMatters         *Set `group:"document-matters"`
	DocumentBodies          *Set `group:"document-bodies"`
	DocumentPlaces          *Set `group:"document-places"`
	DocumentUnnamed         *Set `group:"document-unnamed"`
	DocumentSending         *Set `group:"document-sending"`
	DocumentLeaders         *Set `group:"document-leaders"`
	DocumentKeys            *Set `group:"document-keys"`
	DocumentKeysOfIssuer    *Set `group:"document-keys-of-issuer"`
	DocumentPapers          *Set `group:"document-papers"`
	DocumentWorks           *Set `group:"document-works"`
	DocumentWorksAfter      *Set `group:"document-works-after"`
	DocumentMedia           *Set `group:"document-media"`
	DocumentKeysOfNumber    *Set `group:"document-keys-of-number"`
	DocumentKeysOfWritten   *Set `group:"document-keys-of-written"`
	DocumentKeysOfPublished *Set `group:"document-keys-of-published"`
	DocumentKeysOfIndex     *Set `group:"document-keys-of-index"`
	DocumentKeysOfCategory  *Set `group:"document-keys-of-category"`
	DocumentKeysOfValidity  *Set `group:"document-keys-of-validity"`
	DocumentKeysOfSigner    *Set `group:"document-keys-of-signer"`
	DocumentKeysOfOpenness  *Set `group:"document-keys-of-openness"`
	DocumentOpenness        *Set `group:"document-openness"`
	DocumentNothing         *Set `group:"document-nothing"`
	DocumentKeysOfTitle     *Set `group:"document-keys-of-title"`
	DocumentChrome          *Set `group:"document-chrome"`
	DocumentWebsites        *Set `group:"document-websites"`
	DocumentSecrecy         *Set `group:"document-secrecy"`
	DocumentPaths           *Set `group:"document-paths"`
	DocumentForewords       *Set `group:"document-forewords"`
	DocumentContents        *Set `group:"document-contents"`
	DocumentNotes           *Set `group:"document-notes"`
	DocumentTableNotes      *Set `group:"document-table-notes"`
	DocumentParts           *Set `group:"document-parts"`
	DocumentPartWords       *Set `group:"document-part-words"`
	DocumentPlanEnds        *Set `group:"document-plan-ends"`

	CheckWords

	// What a body is, by its name.
	BodyKinds *Set `group:"body-kinds"`

	PromiseWords

	// Groups are all of the above as the file has them, in its order.
	Groups []Group

	same map[string]string // a unit to the first of those that count the same
}
