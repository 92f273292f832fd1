package source

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// texts are such as are met in seeds/, of every length.
var texts = []string{
	"示例市水务局2023年法治政府建设年度报告\n一、总体情况\n全年办理许可950件，按时办结率100%。\n",
	"表1\n名目\t件数\n许可\t950\n检查\t21\n",
	"甲\n", "示例", "2023年\n", "负责人：朱镕某、王喆某、㐂某、𠮷田某。",
	"（一）制定《示例市供水条例》；（二）审查合同１２份，计25.63万元。", "○一二三、①②③ — 100％ ± ℃ №",
	"No. 1 示例市司法局 2024-03-20", "王珺、刘燚、张喆、李堃、赵昶", "囧囤囫",
}

// What a text is saved as does not change what is read.
func TestEveryEncoding(t *testing.T) {
	for _, text := range texts {
		for encoding, raw := range map[string][]byte{
			"utf-8":     []byte(text),
			"utf-8-bom": []byte("\ufeff" + text),
			"utf-16le":  wide("\ufeff"+text, littleEndian), "utf-16be": wide("\ufeff"+text, bigEndian),
			"gb18030": inGB18030(t, text),
		} {
			got, said, fault := decodeText("a.txt", raw)
			if got != text || said != encoding || fault != nil {
				t.Errorf("%s of %q is read as %s: %q, %v", encoding, text, said, got, fault)
			}
		}
		if strings.Contains(text, "\n") {
			for _, order := range []string{littleEndian, bigEndian} {
				if got, said, fault := decodeText("a.txt", wide(text, order)); got != text || said != order || fault != nil {
					t.Errorf("%s without a mark, of %q, is read as %s: %q, %v", order, text, said, got, fault)
				}
			}
		}
	}
}

// Big5 is told apart from GB 18030, in which its bytes are characters too.
func TestBig5(t *testing.T) {
	for _, text := range []string{
		"示例市水務局2023年法治政府建設年度報告\r\n一、總體情況\r\n全年辦理許可950件。\r\n",
		"負責人：陳某、黃某、張某、劉某", "臺灣", "總說明", "一、為落實依法行政，本局訂定規章４件。",
	} {
		raw, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, said, fault := decodeText("a.txt", raw); got != text || said != "big5" || fault != nil {
			t.Errorf("%q is read as %s: %q, %v", text, said, got, fault)
		}
	}
}

// Traditional characters are in GB 18030 too.
func TestTraditionalInGB18030(t *testing.T) {
	const text = "陳某、黃某於2023年辦理許可950件，按時辦結。以下為簡體：全年办理许可，依法行政。"
	if got, said, _ := decodeText("a.txt", inGB18030(t, text)); got != text || said != "gb18030" {
		t.Errorf("%s: %q", said, got)
	}
}

// What the decoder of x/text gives up is read by the standard; all else as it
// reads it.
func TestEveryPairOfGB18030(t *testing.T) {
	for raw, want := range map[string]string{
		"\xa6\xd9\xa6\xed\xa6\xf3": "︐︘︙", "\xa8\xbc\xa8\xbf": "ḿǹ", "\xfe\x59\xfe\x61\xfe\xa0": "龴龵龻", "\xfe\x51": "𠂇",
		"\xaa\xa1\xf8\xa1\xa1\x40\xa7\xa0": "\ue000\ue234\ue4c6\ue765",
	} {
		if got, ok := decodeGB18030([]byte("甲" + raw)[3:]); !ok || got != want {
			t.Errorf("%x is %q", raw, got)
		}
	}
	unknown := 0
	for lead := 0x81; lead < 0xFF; lead++ {
		for trail := 0x40; trail < 0xFF; trail++ {
			if trail == 0x7F {
				continue
			}
			raw := []byte{byte(lead), byte(trail)}
			got, ok := decodeGB18030(raw)
			plain, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
			switch {
			case !ok:
				unknown++
			case string(plain) != lost && got != string(plain):
				t.Errorf("%x is %q, and %q to x/text", raw, got, plain)
			}
		}
	}
	if unknown != 149 {
		t.Errorf("%d pairs are no character", unknown)
	}
}

// A broken byte in UTF-8 does not make GB 18030 of it.
func TestBrokenUTF8(t *testing.T) {
	for _, text := range texts {
		if !strings.ContainsAny(text, "示报告") {
			continue
		}
		raw := []byte(text)
		for i := range raw {
			if raw[i] < 0x80 {
				continue
			}
			broken := append(append([]byte{}, raw[:i]...), raw[i+1:]...)
			if got, said, fault := decodeText("a.txt", broken); fault == nil && len(text) > 20 {
				t.Errorf("%q without byte %d is read as %s: %q", text, i, said, got)
			}
		}
	}
}

// The place of a broken byte in GB 18030 is its line.
func TestBrokenGB18030(t *testing.T) {
	good := inGB18030(t, "示例市水务局年度报告\n全年办理许可\n")
	raw := fmt.Sprintf("%s%s\xb0\n%s", good, good, good)
	_, _, fault := decodeText("2023.txt", []byte(raw))
	if fault == nil || fault.Line != 5 || fault.Column != 1 || fault.Quote != lost || !strings.Contains(fault.Message, "GB 18030") {
		t.Errorf("%+v", fault)
	}
}

func inGB18030(t testing.TB, text string) []byte {
	raw, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func wide(text, order string) []byte {
	var raw []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if order == bigEndian {
			raw = append(raw, byte(u>>8), byte(u))
		} else {
			raw = append(raw, byte(u), byte(u>>8))
		}
	}
	return raw
}

// Kinds are told by bytes, and their refusals by one message each.
func TestEveryRefusalSaysWhatToDo(t *testing.T) {
	for k, r := range refusals {
		if !strings.Contains(r.suggestion, "请") || r.message == "" {
			t.Errorf("%s: %+v", k, r)
		}
	}
}
