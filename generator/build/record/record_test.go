package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func sample() *Record {
	return &Record{Key: "k", Bundles: map[string]Made{
		"reports/a/2023/index.md": {Sum: "1", Files: []File{{Name: "reports/a/2023/index.html"}, {Name: "reports/a/2023/report.json"}}, Map: "<url></url>"},
		"reports/b/2023/index.md": {Sum: "2", Files: []File{{Name: "reports/b/2023/index.html"}}},
	}}
}

// site is a folder with the files of the sample.
func site(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"reports/a/2023/index.html", "reports/a/2023/report.json", "reports/b/2023/index.html"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestDecode: what was written is read; half of it, other bytes and another form are not.
func TestDecode(t *testing.T) {
	r := sample()
	raw, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(raw)
	if err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("%v: %+v, want %+v", err, got, r)
	}
	for n := range raw {
		if _, err := Decode(raw[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("the first %d bytes: %v", n, err)
		}
	}
	for _, change := range []struct{ from, to string }{{"reports/a", "reports/c"}, {`"Sum":"1"`, `"Sum":"3"`}, {"\n", "\r\n"}} {
		if _, err := Decode([]byte(strings.Replace(string(raw), change.from, change.to, 1))); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s for %s: %v", change.to, change.from, err)
		}
	}
}

// TestDecodeOfOtherForms: a whole record that another version wrote is of no use, and is told
// apart from a damaged one.
func TestDecodeOfOtherForms(t *testing.T) {
	for _, text := range []string{fmt.Sprintf(`{"Version":%d}`, version+1), fmt.Sprintf(`{"Version":%d}`, version-1), fmt.Sprintf(`{"Version":%d,"Rest":7}`, version), `[]`, `{`, ``} {
		sum := sha256.Sum256([]byte(text))
		r, err := Decode([]byte(text + "\n" + hex.EncodeToString(sum[:]) + "\n"))
		if r != nil || !errors.Is(err, ErrOther) {
			t.Errorf("%s: %v, %v", text, r, err)
		}
	}
}

// TestRead: a record is read from its file; where there is none, that is no error, and what
// cannot be read is neither taken for none nor for a damaged one.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	raw, err := sample().Encode()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "record")
	if err := os.WriteFile(path, raw, 0o666); err != nil {
		t.Fatal(err)
	}
	if got, err := Read(path); err != nil || got.Key != "k" || len(got.Bundles) != 2 {
		t.Errorf("the record is %+v, %v", got, err)
	}
	if got, err := Read(filepath.Join(dir, "none")); got != nil || err != nil {
		t.Errorf("no record is %v, %v", got, err)
	}
	if got, err := Read(dir); got != nil || err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("a folder is %v, %v", got, err)
	}
}

// TestEncode: what cannot be written is told, not left out.
func TestEncode(t *testing.T) {
	r := sample()
	r.Said = json.RawMessage("{")
	if raw, err := r.Encode(); raw != nil || err == nil {
		t.Errorf("written is %q, %v", raw, err)
	}
}

// inPlace changes a byte of a file and puts its time back: size, time and inode are as they were.
func inPlace(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	time.Sleep(20 * time.Millisecond) // the clock of a disk ticks
	_, err = f.WriteAt([]byte("#"), 0)
	return errors.Join(err, f.Close(), os.Chtimes(path, info.ModTime(), info.ModTime()))
}

// TestInputChangedInPlace: a file whose size, time and inode were kept is read again, and one that nobody touched
// is not; nor is one believed that was given an old time just now.
func TestInputChangedInPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2024.txt")
	if err := os.WriteFile(path, []byte("办理案件405件"), 0o666); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	later := func(known *Inputs) *Looker {
		l := NewLooker(known)
		l.now = time.Now().Add(10 * time.Second)
		return l
	}
	was, err := later(nil).Input(path)
	if err != nil || was.Time == 0 {
		t.Fatalf("%+v, %v", was, err)
	}
	if runtime.GOOS == "windows" {
		t.Skip("the system notes no change but one that can be put back")
	}
	if young, err := NewLooker(nil).Input(path); err != nil || young.Time != 0 {
		t.Errorf("it is believed, though changed in this moment: %+v, %v", young, err)
	}
	believed := was
	believed.Sum = "as noted"
	if is, err := later(&Inputs{Files: []Input{believed}}).Input(path); err != nil || is.Sum != "as noted" {
		t.Errorf("it is read, though nobody touched it: %+v, %v", is, err)
	}
	if err := inPlace(path); err != nil {
		t.Fatal(err)
	}
	is, err := later(&Inputs{Files: []Input{was}}).Input(path)
	if err != nil || is.Size != was.Size || is.File.Time != was.File.Time || is.Inode != was.Inode {
		t.Fatalf("it can be told by more than its change: %+v, %+v, %v", is, was, err)
	}
	if is.Sum == was.Sum {
		t.Error("it is taken for what it was")
	}
}

// TestTouched: a bundle one of whose files was changed, replaced or removed is told of, and no
// other one.
func TestTouched(t *testing.T) {
	for name, touch := range map[string]func(path string) error{
		"nothing": func(string) error { return nil },
		"changed": func(path string) error { return os.WriteFile(path, []byte("x"), 0o666) },
		"removed": os.Remove,
		"replaced": func(path string) error {
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(path+".new", data, 0o666); err != nil {
				return err
			}
			if err := os.Chtimes(path+".new", info.ModTime(), info.ModTime()); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
		"changed in place with its time put back": func(path string) error { return inPlace(path) },
		"a folder": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.Mkdir(path, 0o777)
		},
		"behind a link": func(path string) error {
			folder := filepath.Dir(filepath.Dir(path))
			if err := os.Rename(folder, folder+".real"); err != nil {
				return err
			}
			return os.Symlink(folder+".real", folder)
		},
	} {
		dir, r := site(t), sample()
		r.Stat(dir)
		if err := touch(filepath.Join(dir, "reports", "a", "2023", "report.json")); err != nil {
			t.Fatal(err)
		}
		got, _ := r.Touched(dir, nil)
		if runtime.GOOS == "windows" && strings.HasPrefix(name, "changed in place") {
			continue // the system notes no change but one that can be put back
		}
		if want := name != "nothing"; got["reports/a/2023/index.md"] != want || got["reports/b/2023/index.md"] {
			t.Errorf("%s: touched are %v", name, got)
		}
	}
}

// TestStat: a bundle of which a file is missing, or lies outside of the site, is not kept, whether
// its files are looked for by name or all files of the site are looked at.
func TestStat(t *testing.T) {
	for name, stat := range map[string]func(r *Record, dir string) error{
		"by name": func(r *Record, dir string) error { r.Stat(dir); return nil },
		"all":     func(r *Record, dir string) error { return r.StatAll(dir, "", 0) },
	} {
		dir, r := site(t), sample()
		r.Bundles["reports/c/2023/index.md"] = Made{Files: []File{{Name: "reports/c/2023/index.html"}}}
		r.Bundles["x"] = Made{Files: []File{{Name: "../x"}}}
		if err := stat(r, dir); err != nil || len(r.Bundles) != 2 {
			t.Errorf("%s: %v, kept are %v", name, err, r.Bundles)
		}
		if f := r.Bundles["reports/b/2023/index.md"].Files[0]; f.Size != int64(len("reports/b/2023/index.html")) || f.Time == 0 {
			t.Errorf("%s: noted is %+v", name, f)
		}
	}
}

// TestStatKnown: a file of which is known how it was left, since it was taken over, is no other one
// now. Where it is, its bundle is not kept, and nobody concludes that nothing changed.
func TestStatKnown(t *testing.T) {
	for name, stat := range map[string]func(r *Record, dir string) error{
		"by name": func(r *Record, dir string) error { r.Stat(dir); return nil },
		"all":     func(r *Record, dir string) error { return r.StatAll(dir, "", 0) },
	} {
		for what, touch := range map[string]func(file string) error{
			"nothing": func(string) error { return nil },
			"another": func(file string) error {
				return errors.Join(os.WriteFile(file+".new", []byte("another"), 0o666), os.Rename(file+".new", file))
			},
			"gone": os.Remove,
		} {
			dir, r := site(t), sample()
			r.Bodies = map[string]Made{"b": {Files: []File{{Name: "reports/b/2023/index.html"}}}}
			r.Inputs = &Inputs{Other: "x"}
			if err := stat(r, dir); err != nil || r.Inputs == nil {
				t.Fatalf("%s: %v, %+v", name, err, r.Inputs)
			}
			if err := touch(filepath.Join(dir, "reports", "b", "2023", "index.html")); err != nil {
				t.Fatal(err)
			}
			if err := stat(r, dir); err != nil {
				t.Fatal(err)
			}
			same := what == "nothing"
			if (len(r.Bundles) == 2) != same || (len(r.Bodies) == 1) != same || (r.Inputs != nil) != same {
				t.Errorf("%s, %s: kept are %v, %v, inputs %+v", name, what, r.Bundles, r.Bodies, r.Inputs)
			}
		}
	}
}

// TestStands: a site stands while every file is as it was left and no other one is there.
func TestStands(t *testing.T) {
	for name, touch := range map[string]func(dir string) error{
		"nothing":    func(string) error { return nil },
		"the mark":   func(dir string) error { return os.WriteFile(filepath.Join(dir, ".mark"), []byte("x"), 0o666) },
		"a bundle":   func(dir string) error { return os.Remove(filepath.Join(dir, "reports/b/2023/index.html")) },
		"the rest":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("y"), 0o666) },
		"a new file": func(dir string) error { return os.WriteFile(filepath.Join(dir, "more.html"), []byte("y"), 0o666) },
		"a link": func(dir string) error {
			if err := os.Symlink("index.html", filepath.Join(dir, "more.html")); err != nil { // a system without links
				return os.WriteFile(filepath.Join(dir, "more.html"), nil, 0o666)
			}
			return nil
		},
	} {
		dir, r := site(t), sample()
		if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("home"), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := r.StatAll(dir, ".mark", 0); err != nil {
			t.Fatal(err)
		}
		if err := touch(dir); err != nil {
			t.Fatal(err)
		}
		files, stands := r.Stands(dir, ".mark")
		if well := name == "nothing" || name == "the mark"; stands != well || well && files != 4 {
			t.Errorf("%s: %t of %d files", name, stands, files)
		}
	}
}

// TestStatAll: the rest are the files of no bundle, without the one that is left out, each once
// however often they are looked for. Of a site that is not there no rest is noted.
func TestStatAll(t *testing.T) {
	dir, r := site(t), sample()
	for _, name := range []string{"index.html", ".mark", "css.css"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := r.StatAll(dir, ".mark", 0); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for _, f := range r.Rest {
		names = append(names, f.Name)
	}
	if want := []string{"css.css", "index.html"}; !slices.Equal(names, want) {
		t.Errorf("the rest is %v, want %v", names, want)
	}
	if err := r.StatAll(filepath.Join(dir, "none"), ".mark", 0); err == nil {
		t.Error("a folder that is not there has a rest")
	}
	for files, concludes := range map[int]bool{5: true, 6: false} { // three of the bundles and two more; a mark is none
		r.Inputs = &Inputs{Other: "x"}
		if err := r.StatAll(dir, ".mark", files); err != nil || (r.Inputs != nil) != concludes {
			t.Errorf("of %d files: %v, inputs %+v", files, err, r.Inputs)
		}
	}
}

// TestTake: sources that nobody touched for a while are not read again; what is new, gone, or
// has other bytes makes other inputs, and so does a file changed just now, whatever its time says.
func TestTake(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, age time.Duration) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-age)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	take := func(known *Inputs) *Inputs {
		in, err := Take([]string{dir, filepath.Join(dir, "none")}, known, func(path string) bool { return filepath.Base(path) == "left" })
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	write("a", "one", time.Hour)
	write("b", "two", 0)
	if err := os.Mkdir(filepath.Join(dir, "left"), 0o777); err != nil {
		t.Fatal(err)
	}
	first := take(nil)
	if len(first.Files) != 2 || !take(first).Same(first) {
		t.Fatalf("inputs are %+v", first)
	}
	write("left/x", "x", time.Hour)
	if !take(first).Same(first) {
		t.Error("a folder that is left out counts")
	}
	info, err := os.Stat(filepath.Join(dir, "b"))
	if err != nil {
		t.Fatal(err)
	}
	write("b", "owt", 0)
	if err := os.Chtimes(filepath.Join(dir, "b"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if take(first).Same(first) {
		t.Error("a file changed within one tick of the clock counts as unchanged")
	}
	write("b", "two", 0)
	write("a", "one", time.Minute)
	if !take(first).Same(first) {
		t.Error("a file that was touched counts as changed")
	}
	write("c", "", time.Hour)
	if take(first).Same(first) {
		t.Error("a new file counts for nothing")
	}
	other := take(first)
	other.Other = "x"
	if other.Same(take(first)) || (*Inputs)(nil).Same(first) || first.Same(nil) {
		t.Error("other circumstances count for nothing")
	}
}

// TestTakeReadsOnlyWhatWasTouched: what is known of a file is taken over while it is the same
// file, of the same size and time of change; a file that differs in one of them is read.
func TestTakeReadsOnlyWhatWasTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte("one"), 0o666); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	take := func(known *Inputs) Input {
		look := NewLooker(known)
		look.now = time.Now().Add(time.Minute) // the change of this moment is long past
		in, err := look.Input(path)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	read := take(nil)
	if sum := sha256.Sum256([]byte("one")); read.Sum != hex.EncodeToString(sum[:]) || read.Size != 3 || read.Time != long.UnixNano() {
		t.Errorf("the file is %+v", read)
	}
	for name, change := range map[string]func(in *Input){
		"nothing":      func(*Input) {},
		"its size":     func(in *Input) { in.Size++ },
		"its time":     func(in *Input) { in.Time++ },
		"its place":    func(in *Input) { in.Inode++ },
		"its change":   func(in *Input) { in.Change++ },
		"its name":     func(in *Input) { in.Name += "b" },
		"not yet sure": func(in *Input) { in.Time = 0 },
	} {
		known := read
		known.Sum = "known"
		change(&known)
		want := read.Sum
		if name == "nothing" {
			want = "known"
		}
		if got := take(&Inputs{Files: []Input{known}}); got.Sum != want {
			t.Errorf("where %s is another: %+v", name, got)
		}
	}
}

// TestTakeFails: a file that cannot be looked at or read, or that goes away meanwhile, is
// told of. Inputs without it would be taken for the same as before.
func TestTakeFails(t *testing.T) {
	no := func(string) bool { return false }
	if in, err := Take([]string{"a\x00b"}, nil, no); in != nil || err == nil {
		t.Errorf("a path that no disk has: %+v, %v", in, err)
	}
	if runtime.GOOS == "linux" { // a plain file whose first bytes cannot be read, by root either
		if in, err := Take([]string{"/proc/self/mem"}, nil, no); in != nil || err == nil {
			t.Errorf("a file that cannot be read: %+v, %v", in, err)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b"), []byte("two"), 0o666); err != nil {
		t.Fatal(err)
	}
	in, err := Take([]string{dir}, nil, func(path string) bool {
		if filepath.Base(path) == "a" {
			if err := os.Remove(filepath.Join(dir, "b")); err != nil {
				t.Error(err)
			}
		}
		return false
	})
	if in != nil || err == nil {
		t.Errorf("a file that was removed meanwhile: %+v, %v", in, err)
	}
}

// TestTakeOfALink: a link is no file, whether or not it leads to one, also where a path itself is.
func TestTakeOfALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("none", filepath.Join(dir, "a")); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{dir, filepath.Join(dir, "a")} {
		in, err := Take([]string{path}, nil, func(string) bool { return false })
		if in != nil || !errors.Is(err, ErrOdd) {
			t.Errorf("%s: %v, %v", path, in, err)
		}
	}
}

// FuzzDecode: whatever a record holds, reading it ends, and what is read can be looked for.
func FuzzDecode(f *testing.F) {
	raw, err := sample().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte("{}\n"))
	dir := f.TempDir()
	f.Fuzz(func(_ *testing.T, raw []byte) {
		if r, err := Decode(raw); err == nil {
			r.Touched(dir, nil)
			r.Stands(dir, "")
		}
	})
}
