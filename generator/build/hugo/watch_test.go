package hugo

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// watching starts Watch and gives what it tells, relative to dir.
func watching(t *testing.T, dir string, paths ...string) <-chan []string {
	t.Helper()
	told := make(chan []string, 100)
	watched(t, paths, func(changed []string) {
		for i, c := range changed {
			rel, err := filepath.Rel(dir, c)
			if err != nil {
				t.Error(err)
			}
			changed[i] = filepath.ToSlash(rel)
		}
		told <- changed
	})
	return told
}

// watched starts Watch, until the test ends, and waits until it tells of changes.
func watched(t *testing.T, paths []string, onChange func(changed []string)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	probe := filepath.Join(t.TempDir(), "probe.txt")
	seen, ended := make(chan bool, 100), make(chan error)
	go func() {
		ended <- Watch(ctx, append(slices.Clone(paths), probe), func(changed []string) {
			if slices.Contains(changed, probe) {
				seen <- true
				changed = slices.DeleteFunc(changed, func(c string) bool { return c == probe })
			}
			if len(changed) > 0 {
				onChange(changed)
			}
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	for {
		write(t, probe, "x")
		select {
		case <-seen:
			return
		case <-time.After(3 * settle): // it was written before the folder was watched
		}
	}
}

func expect(t *testing.T, told <-chan []string, want ...string) {
	t.Helper()
	var got []string
	for deadline := time.After(3 * time.Second); ; {
		select {
		case changed := <-told:
			got = append(got, changed...)
		case <-deadline:
			t.Fatalf("told %q, want %q", got, want)
		}
		if !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(got, w) }) {
			break
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) && filepath.Ext(g) != "" {
			t.Errorf("told of %q too, want only %q", g, want)
		}
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	seeds := filepath.Join(dir, "seeds")
	write(t, filepath.Join(seeds, "shili", "2022.txt"), "a")
	write(t, filepath.Join(dir, "hugo.toml"), "")
	told := watching(t, dir, seeds, filepath.Join(dir, "hugo.toml"), filepath.Join(dir, "later"))

	t.Log("a file written anew")
	write(t, filepath.Join(seeds, "shili", "2022.txt"), "b")
	expect(t, told, "seeds/shili/2022.txt")

	t.Log("a save by renaming, and the files around it")
	write(t, filepath.Join(seeds, "shili", "~$2023.docx"), "lock")
	write(t, filepath.Join(seeds, "shili", "~WRD0001.tmp"), "c")
	if err := os.Rename(filepath.Join(seeds, "shili", "~WRD0001.tmp"), filepath.Join(seeds, "shili", "2023.docx")); err != nil {
		t.Fatal(err)
	}
	expect(t, told, "seeds/shili/2023.docx")

	t.Log("a new folder with files in it, and a change in it later")
	write(t, filepath.Join(seeds, "xin", "shen", "2021.txt"), "d")
	expect(t, told, "seeds/xin/shen/2021.txt")
	write(t, filepath.Join(seeds, "xin", "shen", "2022.txt"), "e")
	expect(t, told, "seeds/xin/shen/2022.txt")

	t.Log("a file removed")
	if err := os.Remove(filepath.Join(seeds, "xin", "shen", "2022.txt")); err != nil {
		t.Fatal(err)
	}
	expect(t, told, "seeds/xin/shen/2022.txt")

	t.Log("a file by itself, replaced, with one beside it that is not watched")
	write(t, filepath.Join(dir, "other.toml"), "x")
	write(t, filepath.Join(dir, "new"), "x")
	if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "hugo.toml")); err != nil {
		t.Fatal(err)
	}
	expect(t, told, "hugo.toml")

	t.Log("a watched folder that comes later, and the whole seeds folder replaced")
	write(t, filepath.Join(dir, "later", "a.txt"), "x")
	expect(t, told, "later/a.txt")
	if err := os.RemoveAll(seeds); err != nil {
		t.Fatal(err)
	}
	expect(t, told, "seeds", "seeds/shili/2022.txt", "seeds/shili/2023.docx", "seeds/xin/shen/2021.txt")
	write(t, filepath.Join(seeds, "shili", "2024.txt"), "x")
	expect(t, told, "seeds/shili/2024.txt")
}

func TestWatchGathersAStorm(t *testing.T) {
	dir := t.TempDir()
	told := watching(t, dir, dir)
	names := []string{}
	for i := range 50 {
		names = append(names, string(rune('a'+i%26))+string(rune('a'+i/26))+".txt")
		write(t, filepath.Join(dir, names[i]), "x")
	}
	got := <-told
	slices.Sort(names)
	if !slices.Equal(got, names) {
		t.Errorf("told %q first", got)
	}
}
