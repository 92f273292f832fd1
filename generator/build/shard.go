package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mingfa/generator/build/part"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/record"
	"mingfa/generator/build/revision"
	"mingfa/generator/check/tell"
	"mingfa/generator/seeds"
)

// chosen is which bodies of a portal are of a share, and how many reports they have.
func chosen(of part.Share, portal *seeds.Portal) (ours []bool, reports int, err error) {
	weights := make([]part.Weight, len(portal.Bodies))
	for i, body := range portal.Bodies {
		weights[i].Name = body.Slug
		for _, e := range body.Entries {
			info, err := os.Stat(e.Path)
			if err != nil {
				return nil, 0, fmt.Errorf("failed to look at a report: %w", err)
			}
			weights[i].Bytes += info.Size()
		}
	}
	ours = of.Choose(weights)
	for i, body := range portal.Bodies {
		if ours[i] {
			reports += len(body.Entries)
		}
	}
	return ours, reports, nil
}

// BuildPart reads and checks the reports of one part of the bodies, and renders their pages into
// the folder Dest, from where Join takes them. A report is compared with those of all bodies, since its page
// tells what of that was waived: a part reads the text of every report, and works on its own.
func (b *Builder) BuildPart(ctx context.Context, of part.Share) (*Result, error) {
	start := time.Now()
	if err := b.divisible(); err != nil {
		return nil, err
	}
	stage, err := b.stage(ctx)
	if err != nil {
		return nil, err
	}
	defer stage.Close()
	origin, err := b.origin(ctx)
	if err != nil {
		return nil, err
	}
	if portal, _, err := b.read(); err == nil && portal != nil {
		if found := b.renamedSince(portal); len(found) > 0 {
			_ = tell.Print(b.Log, found, Terminal(b.Log, b.Project)) // likewise in place
		}
	}
	b.share = &of
	made := &part.Part{Share: of, Origin: *origin}
	done, err := b.renderPart(ctx, stage.Path(), made)
	if err != nil {
		return nil, err
	}
	if err := made.Write(stage.Path()); err != nil {
		return nil, err
	}
	if done.Site, err = stage.Sync(ctx); err != nil {
		return nil, err
	}
	done.Elapsed = time.Since(start)
	return done, nil
}

// renderPart renders the pages of the part's reports into a folder, and notes them.
func (b *Builder) renderPart(ctx context.Context, folder string, made *part.Part) (*Result, error) {
	whole := filepath.Join(folder, apart)
	if err := os.Mkdir(whole, 0o777); err != nil {
		return nil, err
	}
	b.Before = Before{Record: filepath.Join(whole, ".record")} // of no site: a part is made anew each time
	t, err := b.generate(ctx, whole)
	if err != nil {
		return nil, err
	}
	defer t.held.Release() // Hugo reads content/ to its end
	defer t.closeSpool()
	bin, err := b.hugo(ctx)
	if err != nil {
		return nil, err
	}
	pages, err := b.newRendering(bin, whole, t.bundles)
	if err != nil {
		return nil, err
	}
	done := &Result{Counts: t.Counts, Issued: t.issued}
	if len(pages.changed) > 0 {
		line := progress.Elapsed(b.Log, "正在生成网页")
		done.Hugo, err = pages.run(ctx)
		line.Stop()
		if err != nil {
			return nil, err
		}
		for _, warning := range done.Hugo.Warnings {
			fmt.Fprintln(b.Log, warning)
		}
		if err := t.bundles.wanted(filepath.Join(b.Project, "content")).complete(whole, "", nil); err != nil {
			return nil, err
		}
	}
	if pages.record == nil {
		return nil, errors.New("网页的地址认不出来，这个网站不能分开生成。请用 build 一次生成")
	}
	t.kept.enter(pages.record)
	site := filepath.Join(folder, part.Folder)
	if made.Bundles, err = carry(pages.record.Bundles, whole, site); err != nil {
		return nil, err
	}
	if made.Bodies, err = carry(pages.record.Bodies, filepath.Join(whole, apart), site); err != nil {
		return nil, err
	}
	if err := os.Rename(t.kept.fresh, filepath.Join(folder, part.Kept)); err != nil {
		return nil, err
	}
	return done, os.RemoveAll(whole)
}

// carry moves what was made from one folder into another.
func carry(all map[string]record.Made, from, to string) (map[string]part.Bundle, error) {
	carried := map[string]part.Bundle{}
	for key, made := range all {
		files := make([]part.File, len(made.Files))
		for i, f := range made.Files {
			files[i].Name = f.Name
			if err := moveInto(from, to, f.Name); err != nil {
				return nil, err
			}
		}
		carried[key] = part.Bundle{Sum: made.Sum, Files: files, Map: made.Map}
	}
	return carried, nil
}

// moveInto moves a file of one folder into another, under the same name.
func moveInto(from, to, name string) error {
	name = filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o777); err != nil {
		return err
	}
	return os.Rename(filepath.Join(from, name), filepath.Join(to, name))
}

// divisible refuses a portal whose pages cannot be made by themselves.
func (b *Builder) divisible() error {
	reason, err := b.entangled()
	if err != nil {
		return fmt.Errorf("failed to look at the site's own files: %w", err)
	}
	if reason != "" {
		return fmt.Errorf("这个网站不能分开生成，因为有自己的设置、模板或网页用到了别的网页（%s）。请去掉它，或者用 build 一次生成", reason)
	}
	return nil
}

// origin is what the site is made from.
func (b *Builder) origin(ctx context.Context) (*part.Origin, error) {
	program, err := sumOfProgram()
	if err != nil {
		return nil, err
	}
	inputs, err := record.Take(b.inputPaths(), nil, b.isGenerated)
	if errors.Is(err, record.ErrOdd) {
		return nil, errors.New("这个网站的文件夹里有符号链接或管道，不能分开生成。请换成文件本身，或者用 build 一次生成")
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	for _, in := range inputs.Files {
		fmt.Fprintf(sum, "%s\x00%s\n", strings.TrimPrefix(in.Name, filepath.ToSlash(b.Project)+"/"), in.Sum)
	}
	rev := revision.Of(ctx, b.Project, sources...)
	b.seen = &rev
	return &part.Origin{
		Program: program, Commit: rev.Commit, Sources: hex.EncodeToString(sum.Sum(nil)),
		Settings: fmt.Sprintf("keep-original=%t", b.KeepOriginal),
	}, nil
}

// sumOfProgram is the SHA-256 of this program.
func sumOfProgram() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("failed to find the program: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("failed to read the program: %w", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("failed to read the program: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Join puts a site together from the folders of all its parts: pages of reports are theirs, and
// what tells of several reports is made here, of what was kept of bodies. The bytes are those of
// Build. No report is read but those of which a part has kept nothing, or findings that may be
// others today.
func (b *Builder) Join(ctx context.Context, folders []string) (*Result, error) {
	start := time.Now()
	stage, err := b.stage(ctx)
	if err != nil {
		return nil, err
	}
	defer stage.Close()
	inputs := b.look(ctx) // as Build does, so that the next one finds nothing changed
	origin, err := b.origin(ctx)
	if err != nil {
		return nil, err
	}
	parts, err := part.ReadAll(folders, *origin, b.Program)
	if err != nil {
		return nil, err
	}
	gathered := strings.TrimSuffix(stage.Record(), ".record") + ".parts" // beside the site, for links
	defer os.RemoveAll(gathered)
	if b.Before, err = gather(parts, gathered); err != nil {
		return nil, err
	}
	done, err := b.Render(ctx, stage.Path())
	if err != nil {
		return nil, err
	}
	done.keepNothing()
	after := Before{Record: stage.Record()}
	defer os.RemoveAll(after.kept()) // of an earlier build: the record knows nothing of it any more
	if err := b.place(ctx, stage, done, inputs); err != nil {
		return nil, err
	}
	done.Elapsed = time.Since(start)
	return done, nil
}

// keepNothing enters no bodies into the record. What parts kept of them is of the paths and times
// of other machines, and does not stand here: the next build that has to do something reads all reports.
func (r *Result) keepNothing() {
	r.keeper = nil
	if r.record != nil {
		r.record.Bodies = nil
	}
}

// gather copies the files of all parts into a folder, as the site of which unchanged pages are
// taken over: every page of a report is.
func gather(parts []*part.Part, folder string) (Before, error) {
	at := Before{Site: filepath.Join(folder, "site"), Record: filepath.Join(folder, "bodies.record"), parts: true}
	at.known = &record.Record{Bundles: map[string]record.Made{}, Bodies: map[string]record.Made{}}
	if err := os.RemoveAll(folder); err != nil { // of a run that was killed
		return at, err
	}
	if err := os.MkdirAll(at.kept(), 0o777); err != nil {
		return at, err
	}
	for _, p := range parts {
		if err := p.CopyTo(at.Site); err != nil {
			return at, err
		}
		for key, of := range p.Bundles {
			at.known.Bundles[key] = known(of)
		}
		for slug, of := range p.Bodies {
			kept, err := p.KeptOf(slug)
			if err != nil {
				return at, err
			}
			if kept == nil {
				continue
			}
			at.known.Bodies[slug] = known(of)
			if err := os.WriteFile(filepath.Join(at.kept(), slug), kept, 0o666); err != nil {
				return at, err
			}
		}
	}
	at.known.Stat(at.Site)
	return at, nil
}

// known is what a record says of a bundle of a part.
func known(of part.Bundle) record.Made {
	made := record.Made{Sum: of.Sum, Map: of.Map}
	for _, f := range of.Files {
		made.Files = append(made.Files, record.File{Name: f.Name})
	}
	return made
}
