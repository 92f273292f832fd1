package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// mode is how a reader looks at the site.
type mode struct {
	scheme string // light or dark
	elder  bool   // 长辈版
}

// modes are all of them.
var modes = []mode{{"light", false}, {"dark", false}, {"light", true}, {"dark", true}}

func (m mode) String() string {
	if m.elder {
		return m.scheme + "-elder"
	}
	return m.scheme
}

// elder has the browser remember that 长辈版 is on or off.
func (b *tab) elder(t *testing.T, site built, on bool) {
	t.Helper()
	b.do(t, chromedp.Navigate(site.url+"404.html"))
	script := `localStorage.removeItem("elder")`
	if on {
		script = `localStorage.setItem("elder", "1")`
	}
	evaluate[chromedp.Void](t, b, script+";undefined")
}

// pdf prints the page as its style sheet says.
func (b *tab) pdf(t *testing.T) []byte {
	t.Helper()
	var pdf []byte
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		result, err := cdp.Call(ctx, target, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), GenerateTaggedPDF: new(true)})
		if err == nil {
			pdf = result.Data
		}
		return err
	}))
	if len(pdf) == 0 {
		t.Fatal("the browser printed nothing")
	}
	return pdf
}
