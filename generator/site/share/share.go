// Package share draws the picture that a messenger shows beside the address of
// a report: 1200 by 630 pixels (Open Graph's 1.91 to 1), with what matters in
// the middle, since WeChat cuts a square out of it.
//
// The font is part of this package, so that the same report gives the same
// bytes on every machine: outlines are flattened and filled in whole numbers,
// and the compressor is one of the modules that go.mod pins. A character that the
// font has not makes no picture, never an empty box.
package share

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Size of a picture in pixels.
const (
	Width  = 1200
	Height = 630
)

// Name is the file's name beside the report's page.
const Name = "share.png"

// Card is what a picture says.
type Card struct {
	Body    string // 示例市司法局
	Year    int
	Title   string   // of the report
	Figures []Figure // the first four are shown
	Site    string   // the portal's name
}

// Figure is a number that the report is announced with.
type Figure struct {
	Number string // as printed, with its approximation: 528余
	Unit   string // 件; "" without one
	Label  string // what is counted
}

// most is how many figures a picture shows.
const most = 4

// figures are those that are shown.
func (c *Card) figures() []Figure { return c.Figures[:min(len(c.Figures), most)] }

// Alt is the picture in words.
func (c *Card) Alt() string {
	var said []string
	for _, f := range c.figures() {
		if strings.Contains(f.Label, f.Number+f.Unit) { // a clause, for want of a label
			said = append(said, f.Label)
		} else {
			said = append(said, f.Label+f.Number+f.Unit)
		}
	}
	if len(said) == 0 {
		return c.Title
	}
	return c.Title + "。" + strings.Join(said, "，") + "。"
}

// design is raised with every change of what a card looks like, so that pictures
// that were drawn before are drawn anew.
const design = 2

// Key is the same for two cards that look the same: 32 hexadecimal digits.
func (c *Card) Key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%d\x00%s\x00%d\x00%s\x00%s", design, c.Body, c.Year, c.Title, c.Site)
	for _, f := range c.figures() {
		fmt.Fprintf(h, "\x00%s\x00%s\x00%s", f.Number, f.Unit, f.Label)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
