package share

import "image/color"

// ink is a colour of text on a ground: the index in the palette of its faintest
// shade.
type ink uint8

// The palette: grounds, and for each ink its shades from the ground to the full
// colour. The colours are the site's, in static/css/theme.css.
const (
	paper ink = iota
	panel
	rule
	black = 16
	soft  = black + levels
	blue  = soft + levels
	foot  = blue + levels // soft, on the panel
	end   = foot + levels
)

var palette = newPalette()

func newPalette() [end]color.RGBA {
	var p [end]color.RGBA
	rgb := func(v uint32) color.RGBA { return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff} }
	p[paper], p[panel], p[rule] = rgb(0xffffff), rgb(0xf4f5f7), rgb(0x94211a)
	for _, shades := range []struct {
		ink
		full   uint32
		ground ink
	}{{black, 0x1a1d21, paper}, {soft, 0x474e57, paper}, {blue, 0x12447e, paper}, {foot, 0x474e57, panel}} {
		full, ground := rgb(shades.full), p[shades.ground]
		for i := range levels {
			mix := func(a, b uint8) uint8 { return uint8((int(a)*(levels-1-i) + int(b)*i) / (levels - 1)) }
			p[int(shades.ink)+i] = color.RGBA{mix(ground.R, full.R), mix(ground.G, full.G), mix(ground.B, full.B), 0xff}
		}
	}
	return p
}

// canvas is the picture, a byte a pixel.
type canvas [Width * Height]uint8

func (c *canvas) rectangle(x0, y0, x1, y1 int, of ink) {
	for y := y0; y < y1; y++ {
		row := c[y*Width+x0 : y*Width+x1]
		for i := range row {
			row[i] = uint8(of)
		}
	}
}

// put draws a glyph with its pen at x on the base line y.
func (c *canvas) put(g *glyph, x, y int, of ink) {
	x, y = x+g.at.X, y+g.at.Y
	for gy := range g.size.Y {
		if y+gy < 0 || y+gy >= Height {
			continue
		}
		row := c[(y+gy)*Width : (y+gy+1)*Width]
		for gx, level := range g.mask[gy*g.size.X : (gy+1)*g.size.X] {
			if level == 0 || x+gx < 0 || x+gx >= Width {
				continue
			}
			shade := uint8(of) + level
			if at := row[x+gx]; at < uint8(of) || at >= uint8(of)+levels || at < shade {
				row[x+gx] = shade
			}
		}
	}
}
