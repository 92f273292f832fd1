package qr

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

var step = regexp.MustCompile(`^(?:m(-?\d+) (\d+))?h(\d+)`)

// draw makes a picture of a path as a browser would, scale pixels a module, with
// the margin around it.
func draw(t *testing.T, c Code, scale int) *image.Gray {
	t.Helper()
	side := (c.Size + 2*Margin) * scale
	img := image.NewGray(image.Rect(0, 0, side, side))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	path := c.Path()
	rest, ok := strings.CutPrefix(path, "M0 .5")
	if !ok {
		t.Fatalf("the path begins with %.20q", path)
	}
	x, y := 0, 0
	for rest != "" {
		m := step.FindStringSubmatch(rest)
		if m == nil {
			t.Fatalf("the path goes on with %.20q", rest)
		}
		rest = rest[len(m[0]):]
		dx, _ := strconv.Atoi(m[1])
		dy, _ := strconv.Atoi(m[2])
		n, _ := strconv.Atoi(m[3])
		x, y = x+dx, y+dy
		if x < 0 || x+n > c.Size || y >= c.Size {
			t.Fatalf("the path leaves the code at %d, %d", x, y)
		}
		for py := (y + Margin) * scale; py < (y+Margin+1)*scale; py++ {
			for px := (x + Margin) * scale; px < (x+n+Margin)*scale; px++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
		x += n
	}
	return img
}

func scan(img image.Image) (*gozxing.Result, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		return nil, err
	}
	return qrcode.NewQRCodeReader().Decode(bitmap, nil)
}

// A reader of another house reads what was drawn.
func TestReads(t *testing.T) {
	texts := []string{"a", "https://mingfa.example/reports/hubin-sfj/2023/", "https://www.example.gov.cn/法治/2023/", strings.Repeat("https://example.org/", 30)}
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		slug := make([]byte, 1+random.IntN(60))
		for i := range slug {
			slug[i] = "abcdefghijklmnopqrstuvwxyz0123456789-"[random.IntN(37)]
		}
		texts = append(texts, fmt.Sprintf("https://www.example.gov.cn/reports/%s/%d/", slug, 1990+random.IntN(60)))
	}
	for _, text := range texts {
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		result, err := scan(draw(t, c, 3))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if result.GetText() != text {
			t.Errorf("read %q, want %q", result.GetText(), text)
		}
		if level := fmt.Sprint(result.GetResultMetadata()[gozxing.ResultMetadataType_ERROR_CORRECTION_LEVEL]); level == "L" {
			t.Errorf("%s: error correction level %s", text, level)
		}
	}
}

// Printed 30 mm wide, in grey ink on grey paper and with a stain on it, it is
// still read from a scan of 200 dpi.
func TestReadsOnPaper(t *testing.T) {
	const address = "https://www.example.gov.cn/zwgk/fzzf/reports/shili-shi-zonghe-xingzheng-zhifaju/2023/"
	c, err := Encode(address)
	if err != nil {
		t.Fatal(err)
	}
	const pixels = 236 // 30 mm
	sharp := draw(t, c, 8)
	img := image.NewGray(image.Rect(0, 0, pixels, pixels))
	side := sharp.Bounds().Dx()
	random := rand.New(rand.NewPCG(3, 4))
	for y := range pixels {
		for x := range pixels {
			v := int(sharp.GrayAt(x*side/pixels, y*side/pixels).Y)
			v = 30 + v*190/255 + random.IntN(30) // grey ink on grey paper
			if (x-pixels/2)*(x-pixels/2)+(y-pixels/2)*(y-pixels/2) < 14*14 {
				v = 60
			}
			img.SetGray(x, y, color.Gray{Y: uint8(max(0, min(255, v)))})
		}
	}
	result, err := scan(img)
	if err != nil {
		t.Fatal(err)
	}
	if result.GetText() != address {
		t.Errorf("read %q", result.GetText())
	}
}

func TestRefuses(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("x", 3000)} {
		if c, err := Encode(text); err == nil || c.Size != 0 {
			t.Errorf("%d bytes: %v", len(text), err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	for b.Loop() {
		c, err := Encode("https://www.example.gov.cn/fzzf/reports/hubin-sfj/2023/")
		if err != nil {
			b.Fatal(err)
		}
		c.Path()
	}
}
