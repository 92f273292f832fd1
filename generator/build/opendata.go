package build

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"mingfa/generator/build/outcome"
	"mingfa/generator/build/record"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/site/dataset"
)

// openData writes all figures of the portal as open data, beside what Hugo renders: the
// files are large, and Hugo would only copy them. A preview has none; nil is that.
type openData struct {
	disk  folderDisk
	kept  *os.File // where the store keeps rows
	store *dataset.Store
	past  dataset.Past // the open data of the site before
	made  dataset.Parts
}

// newOpenData gathers figures for the site that is made in dest, "" for a preview.
func (b *Builder) newOpenData(dest string, portal *seeds.Portal) (*openData, error) {
	if dest == "" {
		return nil, nil
	}
	folder := filepath.Join(dest, apart)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	kept, err := os.Create(filepath.Join(folder, "figures"))
	if err != nil {
		return nil, err
	}
	reports := make([]int, len(portal.Bodies))
	for i, b := range portal.Bodies {
		reports[i] = len(b.Entries)
	}
	past, err := b.dataBefore()
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	return &openData{disk: folderDisk(filepath.Join(folder, dataset.Folder)), kept: kept, store: dataset.NewStore(kept, reports), past: past}, nil
}

// keptData is what the record of a site tells of its open data.
type keptData struct {
	Program string // that wrote it: another one may write it otherwise
	Parts   dataset.Parts
}

// dataBefore is the open data of the site before, of which the rows of bodies are taken over.
func (b *Builder) dataBefore() (dataset.Past, error) {
	var kept keptData
	if err := json.Unmarshal(b.recordBefore().Data, &kept); err != nil {
		return dataset.Past{}, nil // there is none
	}
	program, err := programsOf()
	if err != nil || kept.Program != program {
		return dataset.Past{}, err
	}
	return dataset.Past{Files: os.DirFS(filepath.Join(b.Before.Site, dataset.Folder)), Parts: kept.Parts}, nil
}

// enter puts into the record what the next build may take over of the open data.
func (d *openData) enter(r *record.Record) error {
	if d == nil || r == nil {
		return nil
	}
	program, err := programsOf()
	if err != nil {
		return err
	}
	r.Data, err = json.Marshal(keptData{program, d.made})
	return err
}

// add keeps the figures of a report, packed.
func (d *openData) add(body, entry int, rows []byte) error {
	if d == nil {
		return nil
	}
	return d.store.Add(body, entry, rows)
}

// finish writes the files, when all reports were added.
func (d *openData) finish(whole *site.Whole) error {
	if d == nil {
		return nil
	}
	return outcome.Guard("生成开放数据", func() error {
		figures, made, err := d.store.Figures(d.disk, d.past)
		if err != nil {
			return err
		}
		d.made = made
		return site.OpenData(whole, figures, d.disk)
	})
}

func (d *openData) close() {
	if d != nil {
		_ = d.kept.Close() // it is no part of the site
	}
}

// folderDisk is a folder that files are written to.
type folderDisk string

// Create makes a file and the folders that it needs.
func (d folderDisk) Create(name string) (io.WriteCloser, error) {
	f, err := d.open(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return nil, err
	}
	return &buffered{bufio.NewWriterSize(f, 128<<10), f}, nil
}

// Append writes to the end of a file.
func (d folderDisk) Append(name string, data []byte) error {
	f, err := d.open(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

func (d folderDisk) open(name string, flags int) (*os.File, error) {
	path := filepath.Join(string(d), filepath.FromSlash(name))
	f, err := os.OpenFile(path, flags, 0o666)
	if !errors.Is(err, fs.ErrNotExist) {
		return f, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	return os.OpenFile(path, flags, 0o666)
}

// buffered is a file that is written in large pieces.
type buffered struct {
	*bufio.Writer
	file *os.File
}

// Close writes what is held back and closes the file.
func (b *buffered) Close() error { return errors.Join(b.Flush(), b.file.Close()) }

// addCards puts the cards of reports beside their pages.
func addCards(dest string) error {
	from := filepath.Join(dest, apart)
	folders, err := fs.Glob(os.DirFS(from), path.Join("reports", "*", "*", site.CardFolder)) // the name of from may hold a [
	if err != nil {
		return err
	}
	for _, name := range folders {
		to := filepath.Join(dest, filepath.FromSlash(name))
		if _, err := os.Lstat(to); err == nil {
			return foreign(name)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil { // the page of a report may be taken over, though its card is made
			return err
		}
		if err := os.Rename(filepath.Join(from, filepath.FromSlash(name)), to); err != nil {
			return err
		}
	}
	return nil
}

// addData puts the open data beside what Hugo rendered.
func addData(dest string) error {
	from, to := filepath.Join(dest, apart, dataset.Folder), filepath.Join(dest, dataset.Folder)
	entries, err := os.ReadDir(from)
	if err != nil {
		return fmt.Errorf("failed to look at the open data: %w", err)
	}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	for _, e := range entries {
		if _, err := os.Lstat(filepath.Join(to, e.Name())); err == nil {
			return foreign(dataset.Folder + "/" + e.Name())
		}
		if err := os.Rename(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
