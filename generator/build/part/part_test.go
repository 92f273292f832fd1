package part

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestParseShare(t *testing.T) {
	for text, want := range map[string]string{
		"1/1": "1/1", "2/4": "2/4", "04/08": "4/8", "1000/1000": "1000/1000",
		"0/4": "第 1 到第 4 部分", "5/4": "第 1 到第 4 部分", "1/0": "可以分成 1 到 1000 部分", "1/1001": "可以分成",
		"x": "例如 2/4", "": "例如 2/4", "4": "例如 2/4", "1/": "例如 2/4", "-1/4": "例如 2/4", "1/2/3": "例如 2/4", "１/４": "例如 2/4", " 1/2": "例如 2/4",
		"1/99999999999999999999": "例如 2/4",
	} {
		s, err := ParseShare(text)
		got := s.String()
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.Contains(got, want)) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestChoose: each body is of one part, the same for whoever asks, and no part has more than
// another by more than the largest body.
func TestChoose(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 5))
	for range 200 {
		bodies := make([]Weight, rng.IntN(60))
		largest := int64(1)
		for i := range bodies {
			bodies[i] = Weight{fmt.Sprint("body", i), rng.Int64N(5) * rng.Int64N(100_000)}
			largest = max(largest, bodies[i].Bytes)
		}
		of := 1 + rng.IntN(9)
		shuffled := slices.Clone(bodies)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		in := map[string]int{}
		var loads []int64
		for number := 1; number <= of; number++ {
			s := Share{number, of}
			load := int64(0)
			for i, ours := range s.Choose(bodies) {
				if ours {
					in[bodies[i].Name]++
					load += max(bodies[i].Bytes, 1)
				}
			}
			loads = append(loads, load)
			for i, ours := range s.Choose(shuffled) {
				if ours {
					in[shuffled[i].Name] += 10
				}
			}
		}
		for _, b := range bodies {
			if in[b.Name] != 11 {
				t.Fatalf("%s of %d is in parts %d times", b.Name, len(bodies), in[b.Name])
			}
		}
		if slices.Max(loads)-slices.Min(loads) > largest {
			t.Errorf("parts of %v bytes, the largest body has %d", loads, largest)
		}
	}
}

// TestCopy: what was written is read again, and copied as it is.
func TestCopy(t *testing.T) {
	folder, to := t.TempDir(), t.TempDir()
	page := filepath.Join(folder, Folder, "reports", "shili", "index.html")
	if err := os.MkdirAll(filepath.Dir(page), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(page, []byte("报告"), 0o666); err != nil {
		t.Fatal(err)
	}
	origin := Origin{Program: "p", Commit: "c", Sources: "s", Settings: "o"}
	p := &Part{Share: Share{1, 1}, Origin: origin, Bundles: map[string]Bundle{"reports/shili/index.md": {Sum: "x", Files: []File{{Name: "reports/shili/index.html"}}}}}
	if err := p.Write(folder); err != nil {
		t.Fatal(err)
	}
	parts, err := ReadAll([]string{folder}, origin, "mingfa")
	if err != nil {
		t.Fatal(err)
	}
	if err := parts[0].CopyTo(to); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(to, "reports", "shili", "index.html")); err != nil || string(got) != "报告" {
		t.Errorf("%q, %v", got, err)
	}
	if err := parts[0].CopyTo(to); err == nil || !strings.Contains(err.Error(), "在两处都有") {
		t.Errorf("a second time: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]string{folder: "没有 part.json", page: "是文件", filepath.Join(folder, "none"): "none"} {
		if _, err := Read(what); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
}

// TestOdd: a part with a link or a pipe where a file should be is refused, and nothing is read of it.
func TestOdd(t *testing.T) {
	const page = "reports/shili/index.html"
	link := func(t *testing.T, path string) {
		outside := filepath.Join(t.TempDir(), "outside")
		if err := os.Rename(path, outside); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, path); err != nil {
			t.Skip(err)
		}
	}
	for _, at := range []string{name, Kept, Kept + "/shili", Folder, Folder + "/reports", Folder + "/" + page} {
		for what, change := range map[string]func(t *testing.T, path string){"link": link, "pipe": pipe} {
			t.Run(what+" "+at, func(t *testing.T) {
				folder := t.TempDir()
				for file, text := range map[string]string{Folder + "/" + page: "报告", Kept + "/shili": "x"} {
					if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(folder, file)), 0o777), os.WriteFile(filepath.Join(folder, file), []byte(text), 0o666)); err != nil {
						t.Fatal(err)
					}
				}
				sound := &Part{Share: Share{1, 1}, Bodies: map[string]Bundle{"shili": {Files: []File{{Name: page}}}}}
				if err := sound.Write(folder); err != nil {
					t.Fatal(err)
				}
				if err := take(folder, t.TempDir()); err != nil {
					t.Fatalf("it is refused as it was made: %v", err)
				}
				change(t, filepath.Join(folder, filepath.FromSlash(at)))
				if err := take(folder, t.TempDir()); err == nil || !strings.Contains(err.Error(), "不是普通文件") {
					t.Errorf("%v", err)
				}
			})
		}
	}
}

// take reads all of a part.
func take(folder, to string) error {
	p, err := Read(folder)
	if err != nil {
		return err
	}
	for slug := range p.Bodies {
		if _, err := p.KeptOf(slug); err != nil {
			return err
		}
	}
	return p.CopyTo(to)
}

// TestBodyNames: the folder of a body is one name; a part that says otherwise is damaged.
func TestBodyNames(t *testing.T) {
	for slug, sound := range map[string]bool{
		"shili": true, "a-1": true, "..a": true,
		"": false, ".": false, "..": false, "a/b": false, "/a": false, "a/": false, "../a": false, `a\b`: false, `..\a`: false, "c:": false, "c:a": false, "a\x00b": false,
	} {
		raw, err := json.Marshal(Part{Version: version, Share: Share{1, 1}, Bodies: map[string]Bundle{slug: {}}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decode(raw); (err == nil) != sound || err != nil && !strings.Contains(err.Error(), "损坏了") {
			t.Errorf("%q: %v", slug, err)
		}
	}
}

// TestOnce: a body of two parts is refused, whatever files it has.
func TestOnce(t *testing.T) {
	both := []*Part{{folder: "one", Bodies: map[string]Bundle{"shili": {}}}, {folder: "two", Bodies: map[string]Bundle{"other": {}}}}
	if err := once(both); err != nil {
		t.Error(err)
	}
	both[1].Bodies["shili"] = Bundle{}
	if err := once(both); err == nil || !strings.Contains(err.Error(), "two 用不了：shili 在两处都有") {
		t.Errorf("%v", err)
	}
}

// FuzzDecode: what is read is a part of a site, whatever the bytes.
func FuzzDecode(f *testing.F) {
	sound, err := json.Marshal(Part{Version: version, Share: Share{2, 4}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sound)
	f.Add([]byte(`{"Version":1,"Share":{"Number":5,"Of":4}}`))
	f.Add([]byte(`{"Version":1,"Share":{"Number":1,"Of":1000000000}}`))
	f.Add([]byte(`{"Version":1,"Share":{"Number":1,"Of":1},"Bodies":{"a/../..":{}}}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := decode(raw)
		if err != nil {
			return
		}
		if s := p.Share; s.Number < 1 || s.Number > s.Of || s.Of > mostParts {
			t.Errorf("%s is a share", s)
		}
		for slug := range p.Bodies {
			if slug == "." || !filepath.IsLocal(slug) || filepath.Base(slug) != slug {
				t.Errorf("%q is a body", slug)
			}
		}
		_ = complete([]*Part{p}, "mingfa")
	})
}
