package build

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mingfa"
	"mingfa/generator/build/alone"
	"mingfa/generator/build/hugo"
)

// ownFolders are those of a portal from which all pages are made.
var ownFolders = []string{"layouts", "static", "assets", "data", "i18n"}

// entangled says why no part of the portal can be rendered by itself; "" where one can. The
// built-in site can; what staff have added may ask for what is in no part.
func (b *Builder) entangled() (string, error) {
	if reason, err := b.ownSettings(); reason != "" || err != nil {
		return reason, err
	}
	for _, folder := range append([]string{"content"}, ownFolders...) {
		if link, err := linked(filepath.Join(b.Project, folder)); link != "" || err != nil {
			return link, err
		}
	}
	reason := ""
	err := walkFiles(filepath.Join(b.Project, "layouts"), func(name string, read func() ([]byte, error)) error {
		name = "layouts/" + name
		text, err := read()
		if err != nil || reason != "" {
			return err
		}
		builtin, err := mingfa.Files.ReadFile(name)
		switch {
		case err == nil && bytes.Equal(text, builtin):
		case path.Ext(name) != ".html":
			reason = name
		default:
			if asked := cmp.Or(alone.Asks(name, string(text)), publishes(string(text))); asked != "" {
				reason = name + "：" + asked
			}
		}
		return nil
	})
	if err != nil || reason != "" {
		return reason, err
	}
	err = b.byHand(func(name string, read func() ([]byte, error)) error {
		switch path.Ext(name) {
		case ".md", ".html", ".gotmpl":
		default:
			return nil
		}
		text, err := read()
		if err == nil && reason == "" {
			reason = reaches(name, text)
		}
		return err
	})
	return reason, err
}

// ownSettings says which settings of Hugo's are the portal's own.
func (b *Builder) ownSettings() (string, error) {
	const main = "hugo.toml"
	if _, err := os.Lstat(filepath.Join(b.Project, "config")); err == nil {
		return "config/", nil
	}
	text, err := os.ReadFile(filepath.Join(b.Project, main))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	builtin, err := mingfa.Files.ReadFile(main)
	if err == nil && !bytes.Equal(text, builtin) {
		return main, nil
	}
	return "", err
}

// publishes names what has a template publish a file that other pages may need too: a part
// without the page would lack it.
func publishes(text string) string {
	for _, name := range []string{"resources", "joined.html", ".Resources", "images."} {
		if strings.Contains(text, name) {
			return name
		}
	}
	return ""
}

// reaching are settings of a page written by hand by which it moves, or changes others.
var reaching = regexp.MustCompile(`(?mi)(^|[{,])[ \t\[]*["']?(url|slug|path|alias|aliases|permalink|cascade|outputs|resources|sites|lang|translationkey)["']?[ \t]*[].:=]`)

// reaches says what in a page written by hand is more than its own text.
func reaches(name string, text []byte) string {
	if path.Ext(name) == ".gotmpl" {
		return name
	}
	if bytes.Contains(text, []byte("{{<")) || bytes.Contains(text, []byte("{{%")) {
		return name + "：{{< >}}"
	}
	if found := reaching.Find(text); found != nil {
		return name + "：" + string(bytes.TrimSpace(found))
	}
	return ""
}

// byHand visits what people have written below content/.
func (b *Builder) byHand(visit func(name string, read func() ([]byte, error)) error) error {
	return walkFiles(filepath.Join(b.Project, "content"), func(name string, read func() ([]byte, error)) error {
		if IsGenerated("content/" + name) {
			return nil
		}
		return visit(name, read)
	})
}

// linked names a symbolic link at or below a folder, or a pipe, of which reading may never end.
// The folder need not be there; "" for none.
func linked(folder string) (link string, err error) {
	err = filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !d.Type().IsRegular() {
			link = at
			return fs.SkipAll
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return link, err
}

// readable refuses a portal that has a pipe or a device among its own files: Hugo would wait for what it never gives.
func (b *Builder) readable() error {
	for _, folder := range append([]string{"content"}, ownFolders...) {
		err := filepath.WalkDir(filepath.Join(b.Project, folder), func(at string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // Hugo tells better what cannot be read
			case d.IsDir() && b.isGenerated(at):
				return fs.SkipDir
			case d.Type()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeCharDevice) != 0:
				return fmt.Errorf("%s 不是文件，是管道或者设备，读它不会有结果。请把它移走，再运行一次", shown(b.Project, filepath.ToSlash(at)))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// walkFiles visits the files below a folder, which need not be there, in the order of their
// names. It passes over what the generator writes into content/.
func walkFiles(folder string, visit func(name string, read func() ([]byte, error)) error) error {
	err := filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, at)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if filepath.Base(folder) == "content" && IsGenerated("content/"+filepath.ToSlash(name)+"/") {
				return fs.SkipDir
			}
			return nil
		}
		return visit(filepath.ToSlash(name), func() ([]byte, error) { return os.ReadFile(at) })
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// keyOfAll is a sum of what every page is made from beside its bundle: this program, in
// which the built-in site stands, Hugo, the portal's own templates and static files, and
// the settings but for those that only pages made each time may read.
func (b *Builder) keyOfAll(bin string, job *hugo.Job) (string, error) {
	sum := sha256.New()
	programs, err := programsOf(bin)
	if err != nil {
		return "", err
	}
	add := func(name string, data []byte) { fmt.Fprintf(sum, "%s\x00%d\x00%s", name, len(data), data) }
	add("programs", []byte(programs))
	if err := b.addOwn(add); err != nil {
		return "", err
	}
	for i, file := range job.Config {
		data, err := os.ReadFile(file)
		if err == nil && filepath.ToSlash(file) == filepath.ToSlash(filepath.Join(b.Project, configPath)) {
			data, err = withoutFront(data)
		}
		if err != nil {
			return "", fmt.Errorf("failed to read the settings of Hugo: %w", err)
		}
		add(fmt.Sprint("config ", i), data)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// addOwn gives the portal's own templates and static files to add.
func (b *Builder) addOwn(add func(name string, data []byte)) error {
	for _, folder := range ownFolders {
		err := walkFiles(filepath.Join(b.Project, folder), func(name string, read func() ([]byte, error)) error {
			data, err := read()
			add(folder+"/"+name, data)
			return err
		})
		if err != nil {
			return fmt.Errorf("failed to read the site's own files: %w", err)
		}
	}
	return nil
}

// programsOf tells this program and others from other ones.
func programsOf(others ...string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("failed to find the program: %w", err)
	}
	said := Version()
	for _, program := range append([]string{self}, others...) {
		info, err := os.Stat(program)
		if err != nil {
			return "", fmt.Errorf("failed to look at a program: %w", err)
		}
		said += fmt.Sprintf("\n%s %d %d", program, info.Size(), info.ModTime().UnixNano())
	}
	return said, nil
}

// withoutFront are settings of Hugo without those that only pages made each time may read.
func withoutFront(config []byte) ([]byte, error) {
	var all map[string]any
	if err := json.Unmarshal(config, &all); err != nil {
		return nil, err
	}
	if params, ok := all["params"].(map[string]any); ok {
		maps.DeleteFunc(params, func(name string, _ any) bool { return alone.Front(name) })
	}
	return json.Marshal(all)
}

// mostAtOnce bounds how many bytes of pages one Hugo is given: it holds all of them, and
// what it makes of them, in memory, which is some nine times as much.
const mostAtOnce = 90 << 20

// inParts divides bundles into parts that Hugo renders one after the other.
func inParts(all []*bundle, most int) [][]*bundle {
	parts := [][]*bundle{nil}
	size := 0
	for _, b := range all {
		if size+b.size > most && size > 0 {
			parts, size = append(parts, nil), 0
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], b)
		size += b.size
	}
	return parts
}

// layOut makes the folder of a part: the pages written by hand, the lists of the sections, and
// the part's bundles, as links to the files in content/, or copies where the disk has no
// links.
func (b *Builder) layOut(folder string, always, part []*bundle) error {
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	from := filepath.Join(b.Project, "content")
	made := map[string]bool{}
	lay := func(name string) error { return linkInto(from, folder, name, made) }
	err := b.byHand(func(name string, _ func() ([]byte, error)) error { return lay(name) })
	if err != nil {
		return err
	}
	for _, of := range slices.Concat(always, part) {
		for _, name := range of.files {
			if err := lay(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// linkInto puts a file of one folder under the same name into another, as a link where the
// disk has them. made are the folders that were made there.
func linkInto(from, to, name string, made map[string]bool) error {
	local := filepath.FromSlash(name)
	target := filepath.Join(to, local)
	if dir := filepath.Dir(local); !made[dir] {
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		made[dir] = true
	}
	source := filepath.Join(from, local)
	err := os.Link(source, target)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	return os.WriteFile(target, data, 0o666)
}
