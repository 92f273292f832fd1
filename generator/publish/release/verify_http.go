package release

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	atOnce       = 8         // requests at a time: a check must not be an attack
	tries        = 3         // of a request that the network fails
	mostManifest = 256 << 20 // bytes
	mostFile     = 1 << 30   // bytes, unpacked
)

// ErrMoved is VerifyURL's error when the site was published anew meanwhile.
var ErrMoved = errors.New("核对期间网站更新了，请再核对一次")

// VerifyURL compares the site at base with the manifest that it carries, as
// readers get it: each file plain and in every compressed form that the server
// offers. Pages that the manifest does not list cannot be seen from outside.
func VerifyURL(ctx context.Context, client *http.Client, base string) (*Verdict, error) {
	root, err := url.Parse(base)
	if err != nil || root.Scheme != "http" && root.Scheme != "https" || root.Host == "" {
		return nil, fmt.Errorf("“%s”不是网址。请写成 https://www.example.gov.cn/ 的样子", base)
	}
	root.RawQuery, root.Fragment = "", ""
	if !strings.HasSuffix(root.Path, "/") {
		root.Path += "/"
	}
	f := &fetcher{client, root}
	v := &Verdict{}
	if v.Text, err = f.whole(ctx, ManifestName); err != nil {
		return nil, fmt.Errorf("取不到清单 %s：%w", f.address(ManifestName), err)
	}
	if v.Manifest, err = ParseManifest(v.Text); err != nil {
		return nil, err
	}
	if raw, err := f.whole(ctx, RecordName); err == nil {
		v.Record, _ = ParseRecord(raw) // a broken one is a problem of its own: the hash differs
	}
	if raw, err := f.whole(ctx, LogName); err == nil {
		v.Log, _ = ParseLog(raw)
	}
	v.Signature, _ = f.whole(ctx, SignatureName) // absent where the site is not signed
	v.Signers, _ = f.whole(ctx, SignersName)
	err = v.each(ctx, atOnce, func(ctx context.Context, name, sum string) error {
		v.fetched(ctx, f, name, sum)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	v.manifestForms(ctx, f)
	v.past()
	if !v.Sound() {
		if again, err := f.whole(ctx, ManifestName); err == nil && !v.sameManifest(again) {
			return nil, ErrMoved
		}
	}
	v.sort()
	return v, nil
}

// fetched checks one file as the server sends it to browsers of every kind.
func (v *Verdict) fetched(ctx context.Context, f *fetcher, name, sum string) {
	accepted := []string{"identity"}
	if compressible(name) {
		accepted = []string{"identity", "gzip", "br"}
	}
	for _, token := range accepted {
		got, status, err := f.sum(ctx, name, token)
		switch {
		case err != nil:
			v.problem(name, Unreadable, err)
		case got == sum:
			continue
		case status == http.StatusNotFound || status == http.StatusGone:
			v.problem(name, Missing, nil)
		case status != http.StatusOK:
			v.problem(name, Unreadable, fmt.Errorf("服务器回答 %d", status))
		case token != "identity":
			v.problem(name, Packed, fmt.Errorf("以 %s 传送时", token))
		default:
			v.problem(name, Changed, nil)
		}
		return
	}
	v.same()
}

// manifestForms looks whether every reader gets the same manifest: it was asked for
// in one form, and may have been changed in another.
func (v *Verdict) manifestForms(ctx context.Context, f *fetcher) {
	for _, token := range []string{"identity", "gzip", "br"} {
		switch got, status, err := f.sum(ctx, ManifestName, token); {
		case err != nil:
			v.problem(ManifestName, Unreadable, err)
		case status != http.StatusOK:
			v.problem(ManifestName, Unreadable, fmt.Errorf("服务器回答 %d", status))
		case got != Sum(v.Text):
			v.problem(ManifestName, Changed, fmt.Errorf("以 %s 传送的和别的不一样", token))
		default:
			continue
		}
		return
	}
}

// fetcher gets files of one site.
type fetcher struct {
	client *http.Client
	root   *url.URL
}

// address is where a file stands; a page has that of its folder.
func (f *fetcher) address(name string) string {
	parts := strings.Split(strings.TrimPrefix(PageOf(name), "/"), "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return f.root.String() + strings.Join(parts, "/")
}

// get asks for a file in one encoding.
func (f *fetcher) get(ctx context.Context, name, token string) (*http.Response, error) {
	var failure error
	for try := range tries {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.address(name), nil)
		if err != nil {
			return nil, err
		}
		req.Header.Set("Accept-Encoding", token) // also keeps the client from unpacking by itself
		req.Header.Set("Cache-Control", "no-cache")
		resp, err := f.client.Do(req)
		if err == nil && resp.StatusCode < http.StatusInternalServerError && resp.StatusCode != http.StatusTooManyRequests {
			return resp, nil
		}
		if failure = err; err == nil {
			resp.Body.Close()
			failure = fmt.Errorf("服务器回答 %d", resp.StatusCode)
		}
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(time.Duration(try) * 500 * time.Millisecond):
		}
	}
	return nil, failure
}

// sum is the SHA-256 of a file and the status it came with.
func (f *fetcher) sum(ctx context.Context, name, token string) (string, int, error) {
	resp, err := f.get(ctx, name, token)
	if err != nil {
		return "", 0, err
	}
	defer resp.Body.Close()
	body, err := unpacked(resp)
	if err != nil {
		return "", resp.StatusCode, err
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, io.LimitReader(body, mostFile)); err != nil {
		return "", resp.StatusCode, err
	}
	return hex.EncodeToString(hash.Sum(nil)), resp.StatusCode, nil
}

// whole is the text of a file.
func (f *fetcher) whole(ctx context.Context, name string) ([]byte, error) {
	resp, err := f.get(ctx, name, "gzip")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("服务器回答 %d", resp.StatusCode)
	}
	body, err := unpacked(resp)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(body, mostManifest))
}

// unpacked is the body of an answer without its compression.
func unpacked(resp *http.Response) (io.Reader, error) {
	token := resp.Header.Get("Content-Encoding")
	if token == "" || token == "identity" {
		return resp.Body, nil
	}
	for _, e := range encodings {
		if e.token == token {
			return e.read(resp.Body)
		}
	}
	return nil, fmt.Errorf("服务器用了没有要求的压缩方式 %s", token)
}
