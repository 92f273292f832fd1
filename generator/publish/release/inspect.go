package release

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/record"
)

// A release takes over most of the one before, so what became of that meanwhile must not go on under
// a new manifest. Before anything is made each file of the live release is held against its manifest:
//
//   - one that the system says nobody has touched is believed. It notes each change, also one after which a
//     file was given its old time again;
//   - one that may have been touched is read, as after a restored backup or a change of owner;
//   - a tenth of all is read each time, another one each time: what a failing disk spoils nobody notes.
//
// If a single file is not what it was when it was published, nothing is taken over, and people are told.

// turns is after how many releases every file was read.
const turns = 10

// inspection is what was found of the live release.
type inspection struct {
	folder   string
	manifest *Manifest
	left     *left // as it was noted

	mu    sync.Mutex
	sound map[string]leftFile // that are as noted, copies and all, as they are now
	false []string            // that are not what was published
}

// inspect looks at the live release.
func (d *Draft) inspect(ctx context.Context) error {
	in := &inspection{left: decodeLeft(nil), sound: map[string]leftFile{}}
	d.found = in
	if d.live == "" {
		return nil
	}
	in.folder = d.store.Path(d.live)
	text, err := os.ReadFile(filepath.Join(in.folder, ManifestName))
	if err == nil {
		in.manifest, err = ParseManifest(text)
	}
	if err != nil || !d.log.agrees(d.live, Sum(text)) {
		in.false = []string{ManifestName}
	} else {
		in.left = d.store.readLeft(d.live)
		if err := in.all(ctx); err != nil {
			return err
		}
	}
	if len(in.false) > 0 {
		slices.Sort(in.false)
		in.sound = map[string]leftFile{}
		d.notices = append(d.notices, Notice{Text: in.words()})
	}
	return nil
}

// words say that the live release is not what was published.
func (in *inspection) words() string {
	const most = 3
	files := strings.Join(in.false[:min(len(in.false), most)], "、")
	if len(in.false) > most {
		files += " 等"
	}
	return fmt.Sprintf("上次发布的网站有 %d 个文件和发布时不一样了（%s）：可能有人改动过，也可能是磁盘出了错。这次没有沿用上次的任何网页，全部重新生成。请查明原因", len(in.false), files)
}

func (in *inspection) all(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for name, sum := range in.manifest.Files {
		group.Go(func() error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			in.file(name, sum)
			return nil
		})
	}
	return group.Wait()
}

// file looks at one file and its copies.
func (in *inspection) file(name, sum string) {
	path := filepath.Join(in.folder, filepath.FromSlash(name))
	was, known := in.left.files[name]
	known = known && was.sum == sum && len(was.copies) == len(encodings)
	is, ok := lookAt(path)
	if ok && known && !in.isTurn(name) && is.same(&was, untouched) {
		in.note(name, was)
		return
	}
	data, err := os.ReadFile(path)
	if !ok || err != nil || Sum(data) != sum {
		in.fault(name)
		return
	}
	is.sum = sum
	for i, e := range encodings {
		noted := known && was.copies[i].file != (record.File{})
		if is.copies[i].file == (record.File{}) {
			known = known && !noted // one that is gone is made again
			continue
		}
		packed, err := os.ReadFile(path + e.ext)
		is.copies[i].sum = Sum(packed)
		if err != nil || !(noted && was.copies[i].sum == is.copies[i].sum) && e.holds(packed, data) != nil {
			in.fault(name + e.ext)
			return
		}
	}
	if known {
		in.note(name, is)
	}
}

// isTurn reports whether it is a file's turn to be read.
func (in *inspection) isTurn(name string) bool {
	sum := fnv.New32a()
	sum.Write([]byte(name))
	return int(sum.Sum32()%turns) == in.manifest.Number%turns
}

func (in *inspection) note(name string, f leftFile) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sound[name] = f
}

func (in *inspection) fault(name string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.false = append(in.false, name)
}

// Vouch reports whether a file of the live release that has been touched since it was noted so has the bytes that
// it had then.
func (d *Draft) Vouch(f record.File) bool {
	was, noted := d.found.left.files[f.Name]
	is, sound := d.found.sound[f.Name]
	f.Name = ""
	return noted && sound && still(was.file, f) && still(is.file, f)
}
