package browser

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// TestPrintedCode reads the code on a page as it is printed: it says the address
// that stands beside it, and is nowhere on the screen.
func TestPrintedCode(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	for _, kind := range []string{"report", "body"} {
		b.look(t, 720, 1000, "light", "")
		b.do(t, chromedp.Navigate(site.url+site.samples(t)[kind]))
		if n := evaluate[int](t, b, `document.querySelectorAll(".qr").length`); n == 0 {
			t.Logf("%s: the site has no address to be printed", kind)
			continue
		}
		if evaluate[float64](t, b, `document.querySelector(".qr").getBoundingClientRect().height`) != 0 {
			t.Errorf("%s: the code shows on the screen", kind)
		}
		b.look(t, 720, 1000, "light", "print")
		address := evaluate[string](t, b, `document.querySelector(".qr span").textContent`)
		box := evaluate[[]float64](t, b, `(() => { const r = document.querySelector(".qr svg").getBoundingClientRect(); return [r.left + scrollX, r.top + scrollY, r.width, r.height] })()`)
		if inches := box[2] / 96; inches*25.4 < 30 {
			t.Errorf("%s: the code is %.1f mm wide", kind, inches*25.4)
		}
		raw, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatalf("failed to take a picture: %v", err)
		}
		page, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		code := image.NewGray(image.Rect(0, 0, int(box[2])+1, int(box[3])+1))
		draw.Draw(code, code.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(code, code.Bounds(), page, image.Pt(int(box[0]), int(box[1])), draw.Src)
		bitmap, err := gozxing.NewBinaryBitmapFromImage(code)
		if err != nil {
			t.Fatal(err)
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil {
			t.Errorf("%s: the code cannot be read: %v", kind, err)
		} else if result.GetText() != address {
			t.Errorf("%s: the code says %s, beside it stands %s", kind, result.GetText(), address)
		}
	}
}
