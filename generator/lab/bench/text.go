package bench

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind is how long reports are and how much they state.
type Kind struct {
	Name                            string // as people are told
	leastCharacters, mostCharacters int
	leastFigures, mostFigures       int
	leastTopics, mostTopics         int // of its first part
}

// Light are reports of a small body; Full are those of a city or a large bureau, with
// as many figures and characters as the reports that governments publish.
var (
	Light = Kind{"短", 3000, 5000, 40, 60, 6, 8}
	Full  = Kind{"长", 7000, 11_000, 85, 125, 8, 8}
)

var (
	firsts = []string{"一", "二", "三", "四", "五", "六", "七", "八"}
	slot   = regexp.MustCompile(`\{([^{}]+)\}(余?)`)
	inner  = regexp.MustCompile(`^(\w):(?:(\w)\*)?(\d+)-(\d+)(/100)?$`)
	ratio  = regexp.MustCompile(`^=(\w)/(\w)$`)
)

// writer composes one report.
type writer struct {
	rng     *rand.Rand
	body    string
	year    int
	text    strings.Builder
	length  int // of text, in characters
	figures int
	density int // how many characters there are to be for each figure
}

// compose gives the text of a report: the same one for the same random
// numbers, body and year.
func (k *Kind) compose(rng *rand.Rand, body string, year int) string {
	w := &writer{rng: rng, body: body, year: year}
	w.line(fmt.Sprintf("%s关于%d年法治政府建设情况的报告", body, year))
	w.line("")
	w.line(w.fill(pick(rng, openings)))

	w.line("一、主要举措和成效")
	goal := k.leastFigures + 4 + rng.IntN(k.mostFigures-k.leastFigures-10) // 4 to 6 come with the plans and sentences of several
	w.density = (k.leastCharacters + rng.IntN(k.mostCharacters-k.leastCharacters-900)) / goal
	chosen := rng.Perm(len(topics))[:k.leastTopics+rng.IntN(k.mostTopics-k.leastTopics+1)]
	for i, t := range chosen {
		w.section(i, topics[t], goal*(i+1)/len(chosen))
	}
	w.list("二、存在的不足和原因", "对照上级要求和群众期待，工作中还有一些不足：", some(rng, shortcomings, 3))
	w.line("三、主要负责人履行推进法治建设第一责任人职责的情况")
	w.line(strings.Join(some(rng, heads, 3), ""))
	w.list(fmt.Sprintf("四、%d年的工作安排", year+1), "下一步，将重点做好以下工作：", some(rng, plans, 4))
	return w.text.String()
}

func (w *writer) line(text string) {
	w.text.WriteString(text + "\n")
	w.length += utf8.RuneCountInString(text)
}

// section writes topic number i, with sentences until the report states
// figures of them, and others in between, so that the text grows as the number
// of figures does.
func (w *writer) section(i int, t topic, figures int) {
	w.line(fmt.Sprintf("（%s）%s", firsts[i], t.title))
	var paragraph []string
	stated, other := w.rng.Perm(len(t.figures)), w.rng.Perm(len(t.fillings))
	for k := 0; k < len(stated) && w.figures < figures; k++ {
		if k < len(other) {
			paragraph = append(paragraph, t.fillings[other[k]])
		}
		paragraph = append(paragraph, w.fill(t.figures[stated[k]]))
		for w.length+utf8.RuneCountInString(strings.Join(paragraph, "")) < w.figures*w.density {
			paragraph = append(paragraph, w.general())
		}
		if k%2 == 1 {
			w.line(strings.Join(paragraph, ""))
			paragraph = nil
		}
	}
	if len(paragraph) > 0 {
		w.line(strings.Join(paragraph, ""))
	}
}

// list writes 一是…二是… in one paragraph.
func (w *writer) list(heading, opening string, items []string) {
	w.line(heading)
	for i, item := range items {
		end := "；"
		if i == len(items)-1 {
			end = "。"
		}
		opening += firsts[i] + "是" + w.fill(item) + end
	}
	w.line(opening)
}

// fill puts numbers into a sentence.
func (w *writer) fill(sentence string) string {
	values := map[string]int{}
	for _, m := range slot.FindAllStringSubmatch(sentence, -1) {
		if d := inner.FindStringSubmatch(m[1]); d != nil {
			values[d[1]] = w.draw(d, values)
			if m[2] != "" {
				values[d[1]] = round(values[d[1]])
			}
		}
	}
	return slot.ReplaceAllStringFunc(sentence, func(s string) string {
		switch s {
		case "{year}":
			return strconv.Itoa(w.year)
		case "{body}":
			return w.body
		}
		w.figures++
		inner, after, _ := strings.Cut(s[1:], "}")
		return write(inner, values) + after
	})
}

// draw gives the value of a slot. The later the year the larger the numbers
// tend to be, so that series over years go somewhere.
func (w *writer) draw(d []string, values map[string]int) int {
	low, _ := strconv.Atoi(d[3])
	high, _ := strconv.Atoi(d[4])
	if whole, ok := values[d[2]]; ok {
		return max(1, whole*(low+w.rng.IntN(high-low+1))/100)
	}
	span := high - low
	return low + span*(w.year-firstYear)/(2*years) + w.rng.IntN(span/2+1)
}

// round gives the number that someone writes who goes on with 余.
func round(n int) int {
	unit := 10
	for n >= 50*unit {
		unit *= 10
	}
	return max(1, n/unit) * unit
}

// write gives the text of a slot.
func write(s string, values map[string]int) string {
	if d := inner.FindStringSubmatch(s); d != nil {
		if d[5] != "" {
			return fmt.Sprintf("%.2f", float64(values[d[1]])/100)
		}
		return strconv.Itoa(values[d[1]])
	}
	if r := ratio.FindStringSubmatch(s); r != nil {
		part, whole := values[r[1]], values[r[2]]
		tenths := (part*2000 + whole) / (2 * whole) // rounded half up, exactly
		return strings.TrimSuffix(fmt.Sprintf("%d.%d", tenths/10, tenths%10), ".0")
	}
	sum := 0
	for name := range strings.SplitSeq(s[1:], "+") {
		sum += values[name]
	}
	return strconv.Itoa(sum)
}

func pick(rng *rand.Rand, from []string) string { return from[rng.IntN(len(from))] }

// some gives n of the strings, in the order in which they stand.
func some(rng *rand.Rand, from []string, n int) []string {
	take := map[int]bool{}
	for _, i := range rng.Perm(len(from))[:n] {
		take[i] = true
	}
	var got []string
	for i, s := range from {
		if take[i] {
			got = append(got, s)
		}
	}
	return got
}
