// Package qr draws an address as a QR code (ISO/IEC 18004), model 2, with at
// least error correction level M: a seventh of it may be torn or stained. The
// drawing is one SVG path, which stays crisp on paper and asks no other file.
package qr

import (
	"fmt"
	"strconv"

	goqr "github.com/piglig/go-qr"
)

// Margin is the white border that a reader needs around the code, in modules.
const Margin = 4

// mask is the pattern laid over every code. Choosing the best of the eight for
// each address costs ten times as much as drawing it, and a portal has thousands;
// every reader undoes every mask.
const mask = 2

// Code is a drawn QR code.
type Code struct {
	Size    int    // modules on a side, without the margin: 21, 25 … 177
	modules []byte // row by row; 1 is dark
}

// Encode draws text. It fails for a text of more than some 2,300 bytes, and for
// none.
func Encode(text string) (Code, error) {
	if text == "" {
		return Code{}, fmt.Errorf("failed to draw a QR code: there is no text")
	}
	segment, err := goqr.MakeBytes([]byte(text))
	if err != nil {
		return Code{}, fmt.Errorf("failed to draw a QR code: %w", err)
	}
	code, err := goqr.EncodeSegments([]*goqr.QrSegment{segment}, goqr.Medium, 1, 40, mask, true)
	if err != nil {
		return Code{}, fmt.Errorf("failed to draw a QR code: %w", err)
	}
	n := code.Size()
	c := Code{n, make([]byte, n*n)}
	for y := range n {
		row := c.modules[y*n : (y+1)*n]
		for x := range row {
			if code.Module(x, y) {
				row[x] = 1
			}
		}
	}
	return c, nil
}

// Path is the d attribute of a <path> that is stroked one unit wide: a run of dark
// modules is a line, and the code's top left corner is 0 0. It moves by relative
// steps, which are short and compress to a third of what absolute ones would.
func (c *Code) Path() string {
	b := []byte("M0 .5")
	pen, line := 0, 0
	for y := range c.Size {
		row := c.modules[y*c.Size : (y+1)*c.Size]
		for x := 0; x < len(row); x++ {
			if row[x] == 0 {
				continue
			}
			end := x + 1
			for end < len(row) && row[end] != 0 {
				end++
			}
			if x != pen || y != line {
				b = strconv.AppendInt(append(b, 'm'), int64(x-pen), 10)
				b = strconv.AppendInt(append(b, ' '), int64(y-line), 10)
			}
			b = strconv.AppendInt(append(b, 'h'), int64(end-x), 10)
			pen, line, x = end, y, end
		}
	}
	return string(b)
}
