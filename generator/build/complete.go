package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/unseen"
)

// wanted is what the site must hold when Hugo says that it is done. Settings and
// templates are programs of whoever wrote them: two lines, a cascade with draft:
// true or disableKinds, empty a whole site, and a page with url: / stands in the
// place of the home page, all without a word of Hugo's.
type wanted struct {
	pages []wantedPage
	files map[string][sha256.Size]byte // by path on the site
}

// wantedPage is a page that the generator wrote.
type wantedPage struct {
	file    string // on the site, reports/shili/2023/index.html
	title   string // what it must speak of; "" for anything
	written string // the file that was written for Hugo, whose text and links into reports it must have; "" for any
}

// wanted is what the site must hold of what was written for Hugo, in the folder content.
func (b *bundles) wanted(content string) *wanted {
	w := &wanted{files: map[string][sha256.Size]byte{}}
	for below, n := range b.files {
		switch {
		case path.Ext(below) == ".md":
			w.pages = append(w.pages, wantedPage{pageFile(below, n.url), n.title, filepath.Join(content, filepath.FromSlash(below))})
		case strings.HasPrefix(below, "reports/") && path.Ext(below) != ".png": // the original and the data; of a picture what it is drawn from is noted
			w.files[below] = n.sum
		}
	}
	return w
}

// pageFile is where the page of a file below content/ stands on the site.
func pageFile(below, url string) string {
	if url != "" {
		return strings.TrimPrefix(url, "/") + "index.html"
	}
	folder, base := path.Split(below)
	if base == "index.md" || base == "_index.md" {
		return folder + "index.html"
	}
	return strings.TrimSuffix(below, ".md") + "/index.html"
}

// headOf reads the address and the title at the head of a page that the generator
// wrote, up to the parameters, which may be long.
func headOf(page []byte) (url, title string) {
	dec := json.NewDecoder(bytes.NewReader(page))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return "", ""
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil || key == "params" {
			return url, title
		}
		var value any
		if dec.Decode(&value) != nil {
			return url, title
		}
		text, _ := value.(string)
		switch key {
		case "url":
			url = text
		case "title":
			title = text
		}
	}
	return url, title
}

// complete looks whether all of it stands in the folder dest, but for what lies in folders
// that were kept from a site that was complete. The error is a *hugo.Failure that names
// what is not there.
func (w *wanted) complete(dest, home string, kept map[string]bool) error {
	pages := append(slices.Clone(w.pages), wantedPage{file: "index.html", title: home}, wantedPage{file: "404.html"}, wantedPage{file: "search/index.html"})
	pages = slices.DeleteFunc(pages, func(p wantedPage) bool { return kept[path.Dir(p.file)] })
	faults := make([]string, len(pages))
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for i, p := range pages {
		group.Go(func() (err error) {
			faults[i], err = p.fault(dest)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	var all []string
	for _, f := range faults {
		if f != "" {
			all = append(all, f)
		}
	}
	for name, sum := range w.files {
		if kept[path.Dir(name)] {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dest, filepath.FromSlash(name)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			all = append(all, "没有 /"+name)
		case err != nil:
			return fmt.Errorf("failed to look at the rendered site: %w", err)
		case sha256.Sum256(data) != sum:
			all = append(all, "/"+name+" 不是程序写的那一份")
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	return incomplete(all)
}

// mostNamed bounds how many pages a message names.
const mostNamed = 8

// few are as many faults as a message names, and how many there are.
func few(faults []string) string {
	named := strings.Join(faults[:min(len(faults), mostNamed)], "；")
	if len(faults) > mostNamed {
		named += fmt.Sprintf("；等 %d 处", len(faults))
	}
	return named
}

func incomplete(faults []string) error {
	return &hugo.Failure{Summary: "Hugo 结束了，但网站不完整：" + few(faults) + "。请检查 hugo.toml（如 disableKinds）、content/ 里各页开头的设置（如 draft、cascade、url）和自己写的模板"}
}

// fault says what is wrong with a page; "" for nothing.
func (p wantedPage) fault(dest string) (string, error) {
	address := "/" + strings.TrimSuffix(p.file, "index.html")
	f, err := os.Open(filepath.Join(dest, filepath.FromSlash(p.file)))
	if errors.Is(err, fs.ErrNotExist) {
		return "没有网页 " + address, nil
	}
	if err != nil {
		return "", fmt.Errorf("failed to look at the rendered site: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		return "没有网页 " + address, nil
	}
	whole := func(head []byte) (string, error) {
		rest, err := io.ReadAll(f)
		if err != nil {
			return "", fmt.Errorf("failed to look at the rendered site: %w", err)
		}
		page := append(head, rest...)
		if hiding := unseen.Page(page); hiding != "" {
			return "网页 " + address + " 上有 " + hiding + "，整页都看不见", nil
		}
		lack, err := p.lack(page)
		if lack != "" {
			return "网页 " + address + " 上" + lack, err
		}
		return "", err
	}
	// The title stands at the head of a page, in <title>.
	title := []byte(plainPart(p.title))
	var head []byte
	for _, most := range [...]int64{usualHead, mostHead} {
		more, err := io.ReadAll(io.LimitReader(f, most-int64(len(head))))
		if err != nil {
			return "", fmt.Errorf("failed to look at the rendered site: %w", err)
		}
		if head = append(head, more...); len(head) > 0 && bytes.Contains(head, title) {
			return whole(head)
		}
	}
	if len(head) == 0 {
		return "网页 " + address + " 是空的", nil
	}
	return "网页 " + address + " 上没有自己的标题“" + p.title + "”", nil
}

// How much of a page is looked through for its title: mostly it stands at the very beginning.
const (
	usualHead = 2 << 10
	mostHead  = 64 << 10
)

// plainPart is the longest part of a title that stands in HTML as it is, however
// a template escapes the rest.
func plainPart(title string) string {
	longest := ""
	for part := range strings.FieldsFuncSeq(title, func(c rune) bool { return strings.ContainsRune("&<>\"'`+\u00a0", c) }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}
