package share

import (
	_ "embed"
	"fmt"
	"image"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// The characters of GB/T 2312 and ASCII out of Noto Sans CJK SC; see font/README.md.
//
//go:embed font/NotoSansCJKsc-Regular-GB2312.otf
var fontFile []byte

// Pen draws cards. It may be used by several goroutines at once.
type Pen struct {
	font   *sfnt.Font
	glyphs sync.Map // of glyphKey to *glyph; nil for a character that the font has not
}

type glyphKey struct {
	r    rune
	size int
}

// glyph is a character at a size: how much of each pixel it covers.
type glyph struct {
	advance int         // in pixels
	at      image.Point // of the mask, from the pen's place on the base line
	size    image.Point
	mask    []uint8 // 0 to levels-1, row by row
}

// levels is how finely the edge of a character is shaded.
const levels = 8

// NewPen reads the font.
func NewPen() (*Pen, error) {
	font, err := sfnt.Parse(fontFile)
	if err != nil {
		return nil, fmt.Errorf("failed to read the font of share pictures: %w", err)
	}
	return &Pen{font: font}, nil
}

// glyph is the drawn character; nil when the font has none.
func (p *Pen) glyph(r rune, size int) *glyph {
	key := glyphKey{r, size}
	if g, ok := p.glyphs.Load(key); ok {
		return g.(*glyph)
	}
	g, _ := p.glyphs.LoadOrStore(key, p.fill(r, size))
	return g.(*glyph)
}

func (p *Pen) fill(r rune, size int) *glyph {
	var buf sfnt.Buffer
	index, err := p.font.GlyphIndex(&buf, r)
	if err != nil || index == 0 {
		return nil
	}
	ppem := fixed.I(size)
	advance, err := p.font.GlyphAdvance(&buf, index, ppem, 0)
	if err != nil {
		return nil
	}
	segments, err := p.font.LoadGlyph(&buf, index, ppem, nil)
	if err != nil {
		return nil
	}
	g := &glyph{advance: advance.Round()}
	lines := flatten(segments)
	if len(lines) == 0 {
		return g
	}
	low, high := lines[0].to, lines[0].to
	for _, l := range lines {
		low.X, low.Y = min(low.X, l.to.X), min(low.Y, l.to.Y)
		high.X, high.Y = max(high.X, l.to.X), max(high.Y, l.to.Y)
	}
	g.at = image.Pt(floor(low.X), floor(low.Y))
	g.size = image.Pt(floor(high.X)+2-g.at.X, floor(high.Y)+2-g.at.Y)
	z := vector.NewRasterizer(g.size.X, g.size.Y)
	for _, l := range lines {
		x, y := float32(l.to.X-g.at.X*unit)/unit, float32(l.to.Y-g.at.Y*unit)/unit
		if l.move {
			z.ClosePath()
			z.MoveTo(x, y)
		} else {
			z.LineTo(x, y)
		}
	}
	z.ClosePath()
	alpha := image.NewAlpha(image.Rectangle{Max: g.size})
	z.Draw(alpha, alpha.Bounds(), image.Opaque, image.Point{})
	g.mask = alpha.Pix
	for i, a := range g.mask {
		g.mask[i] = uint8((int(a)*(levels-1) + 127) / 255)
	}
	return g
}

// unit is the fineness of flattened outlines: 256 to a pixel.
const unit = 256

func floor(v int) int { return v >> 8 }

// line leads from where the one before it ended; a move begins a contour.
type line struct {
	move bool
	to   image.Point // in units
}

// steps is how many lines stand for a curve: enough for the largest character.
const steps = 8

// flatten turns outlines into lines. It reckons in whole numbers: the vector
// package's own curves are floating-point sums, which processors round
// differently.
func flatten(segments sfnt.Segments) []line {
	var lines []line
	var at image.Point
	pt := func(p fixed.Point26_6) image.Point { return image.Pt(int(p.X)*unit/64, int(p.Y)*unit/64) }
	for _, s := range segments {
		a, b, c := pt(s.Args[0]), pt(s.Args[1]), pt(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
			lines, at = append(lines, line{s.Op == sfnt.SegmentOpMoveTo, a}), a
		case sfnt.SegmentOpQuadTo:
			for i := 1; i <= steps; i++ {
				j := steps - i
				lines = append(lines, line{to: at.Mul(j * j).Add(a.Mul(2 * i * j)).Add(b.Mul(i * i)).Div(steps * steps)})
			}
			at = b
		case sfnt.SegmentOpCubeTo:
			for i := 1; i <= steps; i++ {
				j := steps - i
				sum := at.Mul(j * j * j).Add(a.Mul(3 * i * j * j)).Add(b.Mul(3 * i * i * j)).Add(c.Mul(i * i * i))
				lines = append(lines, line{to: sum.Div(steps * steps * steps)})
			}
			at = c
		}
	}
	return lines
}
