package main

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

	"github.com/spf13/cobra"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/revision"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/release"
	"mingfa/generator/site"
)

func newVerify() *cobra.Command {
	var v verifier
	cmd := &cobra.Command{
		Use:   "verify 文件夹或网址",
		Short: "核对网站与发布时的清单是否一致，指出哪一页不同",
		Long: `按网站自己的清单 manifest.json 逐个核对文件，指出哪一页与发布时不同。写网址时像浏览器那样取回每个文件来核对。

清单也可能一起被换掉。所以还可以：
  --signers  用从别处得到的公钥核对清单的签名
  --since    用以前保存的 published.json 核对首次发布日期有没有改动
  --rebuild  在有源文件的 git 项目里，从清单所写的提交重新生成一遍，逐个文件比较`,
		Example: "  mingfa verify /srv/mingfa\n  mingfa verify https://www.example.gov.cn/ --signers mingfa.pub\n  mingfa verify https://www.example.gov.cn/ --rebuild",
		Args:    files(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v.out, v.log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			return v.verify(cmd.Context(), args[0])
		},
	}
	cmd.Flags().BoolVar(&v.rebuild, "rebuild", false, "从提交重新生成一遍来比较；在项目文件夹里运行")
	cmd.Flags().StringVar(&v.signers, "signers", "", "公钥文件；清单要有其中一把的签名")
	cmd.Flags().StringVar(&v.since, "since", "", "以前保存的 published.json")
	return cmd
}

// verifier checks a site and tells what it found.
type verifier struct {
	rebuild        bool
	signers, since string
	out, log       io.Writer
	faults         int
}

func (v *verifier) fault(format string, args ...any) {
	v.faults++
	fmt.Fprintf(v.out, "不符  "+format+"\n", args...)
}

// verify prints what differs; errFindings when something does.
func (v *verifier) verify(ctx context.Context, site string) error {
	verdict, err := look(ctx, site)
	if err != nil {
		return err
	}
	for _, p := range verdict.Problems {
		v.fault("%s", p)
	}
	if err := v.signature(verdict); err != nil {
		return err
	}
	if err := v.dates(verdict); err != nil {
		return err
	}
	if v.rebuild {
		if err := v.again(ctx, verdict); err != nil {
			return err
		}
	}
	m := verdict.Manifest
	if m.Commit != "" {
		fmt.Fprintf(v.out, "提交  %s（%s）\n", m.Commit, m.Committed)
	}
	fmt.Fprintf(v.out, "程序  明法 %s，Hugo %s\n", m.Generator, m.Hugo)
	if v.faults > 0 {
		fmt.Fprintf(v.out, "结果  %d 个文件相符，%d 处不符\n", verdict.Same, v.faults)
		return errFindings
	}
	fmt.Fprintf(v.out, "结果  全部 %d 个文件与清单相符\n", verdict.Same)
	return nil
}

// look compares a site with its manifest.
func look(ctx context.Context, site string) (*release.Verdict, error) {
	if strings.HasPrefix(site, "http://") || strings.HasPrefix(site, "https://") {
		return release.VerifyURL(ctx, &http.Client{Timeout: time.Minute}, site)
	}
	return release.VerifyDir(ctx, site)
}

// signature tells who signed the manifest.
func (v *verifier) signature(verdict *release.Verdict) error {
	var signers []byte
	if v.signers != "" {
		raw, err := os.ReadFile(v.signers)
		if err != nil {
			return err
		}
		signers = raw
	}
	if verdict.Signature == nil && signers == nil {
		fmt.Fprintln(v.out, "签名  清单没有签名")
		return nil
	}
	print, err := verdict.CheckSignature(signers)
	switch {
	case err != nil:
		v.fault("签名：%s", err)
	case signers == nil:
		fmt.Fprintf(v.out, "签名  与网站自己给出的公钥相符（%s）；要确认是谁签的，请用 --signers 给出从别处得到的公钥\n", print)
	default:
		fmt.Fprintf(v.out, "签名  与给出的公钥相符（%s）\n", print)
	}
	return nil
}

// dates compares the days of first publication with those known earlier.
func (v *verifier) dates(verdict *release.Verdict) error {
	if v.since == "" {
		return nil
	}
	raw, err := os.ReadFile(v.since)
	if err != nil {
		return err
	}
	earlier, err := release.ParseRecord(raw)
	if err != nil {
		return err
	}
	if verdict.Record == nil {
		v.fault("网站上没有首次发布日期的记录 %s", release.RecordName)
		return nil
	}
	changes := release.Changes(earlier, verdict.Record)
	for _, c := range changes {
		v.fault("%s", c)
	}
	if len(changes) == 0 {
		fmt.Fprintf(v.out, "日期  %d 份报告的首次发布日期都没有改动\n", len(earlier.Reports))
	}
	return nil
}

// again builds the commit of the manifest once more and compares.
func (v *verifier) again(ctx context.Context, verdict *release.Verdict) error {
	m := verdict.Manifest
	if m.Commit == "" {
		return errors.New("这次发布不是从 git 提交生成的，不能重新生成来比较")
	}
	if m.Preview != "" {
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
	dir, err := os.MkdirTemp("", "mingfa-verify-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &builder{project: filepath.Join(dir, "project"), out: v.out, log: v.log, kept: "这个提交现在生成不出来，没有比较。"}
	b.revision = &revision.Revision{Commit: commit.Hash, Time: commit.Time}
	b.first = func(body *site.Body, year int) string { return verdict.Record.Day("", recordKeys(body, year)...) }
	if b.hugo, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: v.log}); err != nil {
		return err
	}
	sources, err := takeOut(ctx, &repo, commit, b.project)
	if err != nil {
		return err
	}
	locked, err := lockedConfig(dir)
	if err != nil {
		return err
	}
	b.config = append(b.config, locked)
	site := filepath.Join(dir, "site")
	if _, err := b.render(ctx, site); err != nil {
		return err
	}
	return v.compare(ctx, &repo, verdict, sources, site)
}

// compare tells where a site that was built again differs, and which days of
// first publication cannot be.
func (v *verifier) compare(ctx context.Context, repo *checkout.Repo, verdict *release.Verdict, sources map[string]string, site string) error {
	sums, err := release.Sums(ctx, site)
	if err != nil {
		return err
	}
	record, err := verdict.Record.Encode()
	if err != nil {
		return err
	}
	sums[release.RecordName] = release.Sum(record)
	problems := verdict.Compare(&release.Manifest{Files: sums, Sources: sources})
	for _, p := range problems {
		v.fault("%s", p)
	}
	if generator := thisVersion(); len(problems) > 0 && generator != verdict.Manifest.Generator {
		fmt.Fprintf(v.out, "提示  网站由明法 %s 生成，这里用的是 %s，网页可能因此不同\n", verdict.Manifest.Generator, generator)
	}
	if len(problems) == 0 {
		fmt.Fprintf(v.out, "重做  从提交重新生成的 %d 个文件与发布的完全相同\n", len(sums))
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
		if at, err := time.Parse(time.RFC3339, commit.Time); err == nil && at.In(beijing).Format(time.DateOnly) > first.Day {
			v.fault("%s：首次发布日期记为 %s，但那次发布的提交是 %s 才有的", key, first.Day, at.In(beijing).Format(time.DateOnly))
		}
	}
	return nil
}
