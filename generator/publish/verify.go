package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/scratch"
	"mingfa/generator/escape"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
)

// Verifier checks a site and tells what it found.
type Verifier struct {
	Rebuild      bool   // make the site again from its commit, in the present folder, and compare
	Signers      string // a file of public keys, one of which must have signed; "" for none
	KeepOriginal bool   // the releases were made with it
	Since        string // a manifest.json, releases.json or published.json that was kept; "" for none
	Program      string // the command as it was started, for messages that say what to type next
	Out, Log     io.Writer
	faults       int
}

func (v *Verifier) fault(format string, args ...any) {
	v.faults++
	fmt.Fprintf(v.Out, "不符  "+format+"\n", args...)
}

// Verify prints what differs; outcome.ErrFindings when something does.
func (v *Verifier) Verify(ctx context.Context, site string) error {
	verdict, err := look(ctx, site)
	if err != nil {
		return err
	}
	for _, p := range verdict.Problems {
		v.fault("%s", p)
	}
	if m := verdict.Manifest; m.IsPreview() && !isPreviewPlace(site) {
		v.fault("这里放的是分支“%s”的预览，不是正式发布的网站", escape.Visible(m.ShownBranch()))
	}
	if verdict.Astray != "" {
		v.fault("%s", verdict.Astray)
	}
	if verdict.Back != "" {
		fmt.Fprintf(v.Out, "退回  %s\n", verdict.Back)
	}
	if err := v.signature(verdict); err != nil {
		return err
	}
	if err := v.since(verdict); err != nil {
		return err
	}
	if v.Rebuild {
		if err := v.again(ctx, verdict); err != nil {
			return err
		}
	}
	m := verdict.Manifest
	if m.Commit != "" {
		fmt.Fprintf(v.Out, "提交  %s（%s）\n", m.Commit, m.Committed)
	}
	if m.Number > 0 {
		fmt.Fprintf(v.Out, "发布  第 %d 次\n", m.Number)
	}
	fmt.Fprintf(v.Out, "程序  明法 %s，Hugo %s\n", m.Generator, m.Hugo)
	if v.faults > 0 {
		fmt.Fprintf(v.Out, "结果  %d 个文件相符，%d 处不符\n", verdict.Same, v.faults)
		return outcome.ErrFindings
	}
	fmt.Fprintf(v.Out, "结果  全部 %d 个文件与清单相符\n", verdict.Same)
	return nil
}

// isPreviewPlace reports whether an address or a folder is one of previews.
func isPreviewPlace(site string) bool {
	site = filepath.ToSlash(site) + "/"
	return strings.Contains(site, "/preview/") || strings.Contains(site, "/previews/")
}

// look compares a site with its manifest.
func look(ctx context.Context, site string) (*release.Verdict, error) {
	if strings.HasPrefix(site, "http://") || strings.HasPrefix(site, "https://") {
		return release.VerifyURL(ctx, &http.Client{Timeout: time.Minute}, site)
	}
	return release.VerifyDir(ctx, site)
}

// signature tells who signed the manifest.
func (v *Verifier) signature(verdict *release.Verdict) error {
	var signers []byte
	if v.Signers != "" {
		raw, err := os.ReadFile(v.Signers)
		if err != nil {
			return err
		}
		signers = raw
	}
	if verdict.Signature == nil && signers == nil {
		fmt.Fprintln(v.Out, "签名  清单没有签名")
		return nil
	}
	print, err := verdict.CheckSignature(signers)
	switch {
	case err != nil:
		v.fault("签名：%s", outcome.Line(err))
	case signers == nil:
		fmt.Fprintf(v.Out, "签名  与网站自己给出的公钥相符（%s）；要确认是谁签的，请用 --signers 给出从别处得到的公钥\n", print)
	default:
		fmt.Fprintf(v.Out, "签名  与给出的公钥相符（%s）\n", print)
	}
	return nil
}

// since compares the site with what was known of it earlier.
func (v *Verifier) since(verdict *release.Verdict) error {
	if v.Since == "" {
		return nil
	}
	raw, err := os.ReadFile(v.Since)
	if err != nil {
		return err
	}
	problems, well, err := verdict.Since(raw)
	if err != nil {
		return err
	}
	for _, p := range problems {
		v.fault("%s", p)
	}
	if len(problems) == 0 {
		fmt.Fprintln(v.Out, well)
	}
	return nil
}

// again builds the commit of the manifest once more and compares.
func (v *Verifier) again(ctx context.Context, verdict *release.Verdict) error {
	m := verdict.Manifest
	if m.Commit == "" {
		return errors.New("这次发布不是从 git 提交生成的，不能重新生成来比较")
	}
	if m.IsPreview() {
		return errors.New("这是预览，不能重新生成来比较")
	}
	if verdict.Record == nil {
		return fmt.Errorf("网站上首次发布日期的记录 %s 读不到，不能重新生成来比较", release.RecordName)
	}
	repo := checkout.Repo{Dir: "."}
	commit, err := repo.Resolve(ctx, m.Commit)
	if err != nil {
		return fmt.Errorf("%w。请在有这个提交的 git 项目里运行", err)
	}
	taken, err := scratch.New("verify")
	if err != nil {
		return err
	}
	defer taken.Close()
	dir := taken.Path
	b := &build.Builder{Project: filepath.Join(dir, "project"), Program: v.Program, Out: v.Out, Log: v.Log, Kept: "这个提交现在生成不出来，没有比较。", KeepOriginal: v.KeepOriginal}
	b.Revision = &revision.Revision{Commit: commit.Hash, Time: commit.Time}
	b.Past = recorded(verdict.Record)
	if b.Hugo, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: v.Log}); err != nil {
		return err
	}
	sources, err := TakeOut(ctx, &repo, commit, b.Project)
	if err != nil {
		return err
	}
	if err := guarded(b); err != nil {
		return err
	}
	locked, err := LockedConfig(dir)
	if err != nil {
		return err
	}
	b.Config = append(b.Config, locked)
	site := filepath.Join(dir, "site")
	if _, err := b.Render(ctx, site); err != nil {
		return err
	}
	return v.compare(ctx, &repo, verdict, sources, site)
}

// compare tells where a site that was built again differs, and which days of
// first publication cannot be.
func (v *Verifier) compare(ctx context.Context, repo *checkout.Repo, verdict *release.Verdict, sources map[string]string, site string) error {
	sums, err := release.Sums(ctx, site)
	if err != nil {
		return err
	}
	record, err := verdict.Record.Encode()
	if err != nil {
		return err
	}
	sums[release.RecordName] = release.Sum(record)
	if verdict.Log != nil { // it tells of the releases before
		sums[release.LogName] = verdict.Manifest.Files[release.LogName]
	}
	problems := verdict.Compare(&release.Manifest{Files: sums, Sources: sources})
	for _, p := range problems {
		v.fault("%s", p)
	}
	if generator := build.Version(); len(problems) > 0 && generator != verdict.Manifest.Generator {
		fmt.Fprintf(v.Out, "提示  网站由明法 %s 生成，这里用的是 %s，网页可能因此不同\n", verdict.Manifest.Generator, generator)
	}
	if len(problems) == 0 {
		fmt.Fprintf(v.Out, "重做  从提交重新生成的 %d 个文件与发布的完全相同\n", len(sums))
	}
	for key, first := range verdict.Record.Reports {
		if first.Commit == "" {
			continue
		}
		commit, err := repo.Resolve(ctx, first.Commit)
		if err != nil {
			v.fault("%s：git 里没有首次发布它的提交 %s", key, first.Commit)
			continue
		}
		if at, err := time.Parse(time.RFC3339, commit.Time); err == nil && at.In(report.Beijing).Format(time.DateOnly) > first.Day {
			v.fault("%s：首次发布日期记为 %s，但那次发布的提交是 %s 才有的", key, first.Day, at.In(report.Beijing).Format(time.DateOnly))
		}
	}
	return nil
}
