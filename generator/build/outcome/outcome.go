// Package outcome says in Chinese how a run ended, whatever went wrong: a clerk
// reads what happened and what to do about it, never an English sentence.
//
// Stages wrap errors for programmers ("failed to read the manifest: %w") and
// write Chinese where a person can mend something ("清单 manifest.json 读不懂：%w").
// Message takes the Chinese, leaves out the English, and puts the words of the
// system, of the network and of other programs into Chinese with a remedy. What
// it does not know it calls unexpected and quotes on a line of its own:
//
//	failed to write content/x.md: open content/x.md: no space left on device
//	-> 磁盘已满，写不下 content/x.md。请腾出空间后再试。
//
//	清单 manifest.json 读不懂：unexpected end of JSON input
//	-> 清单 manifest.json 读不懂
//	   技术细节：unexpected end of JSON input
package outcome

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// ErrFindings ends a run whose findings have been printed already.
var ErrFindings = errors.New("error-level findings")

// ErrTold ends a run that could not do its work, and has said so already.
var ErrTold = errors.New("told already")

// unexpected is said of an error that no stage has Chinese words for.
const unexpected = "程序遇到了意料之外的问题，没有做完。请再试一次；仍然这样时，请把技术细节发给维护程序的人。"

// detailMark begins a line of words that are not for clerks.
const detailMark = "技术细节："

// Message is err for a person: Chinese, of one line, and below it a line for
// each technical detail that has no Chinese words.
func Message(err error) string {
	text, details := told(err)
	for _, d := range details {
		text += "\n" + detailMark + d
	}
	return text
}

// Line is Message on one line, for the middle of a list.
func Line(err error) string {
	text, details := told(err)
	text = strings.Join(strings.Fields(strings.TrimSuffix(text, "。")), " ")
	if len(details) > 0 {
		text += "（" + detailMark + strings.Join(details, "；") + "）"
	}
	return text
}

// told is the Chinese text for err, and the details that have none.
func told(err error) (text string, details []string) {
	var t teller
	text = t.of(err)
	if text == "" {
		return unexpected, []string{oneLine(err.Error())}
	}
	return text, t.details
}

// teller collects what is left over on the way through the causes of an error.
type teller struct{ details []string }

// of is the Chinese text for err; "" when neither it nor a cause has one.
func (t *teller) of(err error) string {
	if text, known := t.system(err); known {
		return text
	}
	causes := causesOf(err)
	text := err.Error()
	if !isChinese(withoutCauses(text, causes)) {
		return t.all(causes)
	}
	for _, cause := range causes {
		text = t.replace(text, cause)
	}
	return text
}

// all is what is said of several causes, one after another.
func (t *teller) all(causes []error) string {
	var said []string
	for _, cause := range causes {
		if text := t.of(cause); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
		} else if text == "" && len(causes) > 1 {
			t.detail(cause.Error())
		}
	}
	for i := range len(said) - 1 {
		said[i] = strings.TrimSuffix(said[i], "。") + "。"
	}
	return strings.Join(said, "")
}

// replace puts the Chinese text of a cause in the place of the cause's own words,
// which fmt.Errorf put somewhere into text, mostly at the end. Without one they
// become a detail: 写不了（disk on fire），请重试 is then 写不了，请重试.
func (t *teller) replace(text string, cause error) string {
	words := cause.Error()
	before, after, found := cut(text, words)
	if !found {
		return text
	}
	if said := t.of(cause); said != "" {
		if after != "" {
			said = strings.TrimSuffix(said, "。")
		}
		return before + said + after
	}
	t.detail(words)
	if strings.HasSuffix(before, "（") && strings.HasPrefix(after, "）") {
		before, after = strings.TrimSuffix(before, "（"), strings.TrimPrefix(after, "）")
	}
	if before = strings.TrimRight(before, "：: \n"); before == "" {
		after = strings.TrimLeft(after, "：:，。 \n")
	}
	return before + after
}

// cut is what stands before and after words in text: at its end, at its
// beginning, or else where they come first.
func cut(text, words string) (before, after string, found bool) {
	switch {
	case words == "":
		return "", "", false
	case strings.HasSuffix(text, words):
		return strings.TrimSuffix(text, words), "", true
	case strings.HasPrefix(text, words):
		return "", strings.TrimPrefix(text, words), true
	}
	return strings.Cut(text, words)
}

func (t *teller) detail(words string) {
	if words = oneLine(words); words != "" && !slices.Contains(t.details, words) {
		t.details = append(t.details, words)
	}
}

// causesOf is what an error wraps.
func causesOf(err error) []error {
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if cause := e.Unwrap(); cause != nil {
			return []error{cause}
		}
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return nil
}

// withoutCauses is an error's own part of its text.
func withoutCauses(text string, causes []error) string {
	for _, cause := range causes {
		text = strings.Replace(text, cause.Error(), "", 1)
	}
	return text
}

// quotation is text in the quotes of English.
var quotation = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`")

// isChinese reports whether words are meant for a clerk: they hold a Chinese
// character, or at least a colon of that script. An English wrapping may name a
// file in Chinese, "failed to read seeds/示例/2023.txt", and an English error may
// quote Chinese: strconv.Atoi: parsing "示例".
func isChinese(words string) bool {
	words = quotation.ReplaceAllString(words, "")
	return !strings.HasPrefix(words, "failed to ") &&
		strings.ContainsFunc(words, func(r rune) bool {
			return unicode.Is(unicode.Han, r) || strings.ContainsRune("：，。（）“”", r)
		})
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
