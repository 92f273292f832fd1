package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// listed is what `go list` says of a package.
type listed struct {
	ImportPath, Dir string
	GoFiles         []string
	TestGoFiles     []string
	XTestGoFiles    []string
	Export          string // the file of its compiled types
}

func list(ctx context.Context, patterns []string, flags ...string) ([]listed, error) {
	if len(patterns) == 0 {
		return nil, nil
	}
	args := append([]string{"list", "-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles,Export"}, flags...)
	command := exec.CommandContext(ctx, "go", append(args, patterns...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("failed to list %s: %w", strings.Join(patterns, " "), err)
	}
	var packages []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}

// source is a package as text, as syntax and with its types.
type source struct {
	listed
	set      *token.FileSet
	texts    map[string][]byte // by path
	files    map[string]*ast.File
	info     *types.Info
	pkg      *types.Package
	importer types.Importer
}

func load(ctx context.Context, p listed) (*source, error) {
	needed, err := list(ctx, []string{p.ImportPath}, "-export", "-deps")
	if err != nil {
		return nil, err
	}
	exports := map[string]string{}
	for _, dep := range needed {
		exports[dep.ImportPath] = dep.Export
	}
	set := token.NewFileSet()
	compiled := importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	texts := map[string][]byte{}
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		if texts[path], err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	return read(p, set, texts, compiled)
}

func read(p listed, set *token.FileSet, texts map[string][]byte, compiled types.Importer) (s *source, err error) {
	s = &source{listed: p, set: set, texts: texts, files: map[string]*ast.File{}, importer: compiled,
		info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}}
	for path, text := range texts {
		if s.files[path], err = parser.ParseFile(set, path, text, parser.SkipObjectResolution); err != nil {
			return nil, err
		}
	}
	s.pkg, err = s.check(s.files, s.info)
	return s, err
}

func (s *source) check(files map[string]*ast.File, info *types.Info) (*types.Package, error) {
	config := types.Config{Importer: s.importer}
	return config.Check(s.ImportPath, s.set, slices.Collect(maps.Values(files)), info)
}

// switchFile declares the number of the mutant that is in force.
func (s *source) switchFile() (path, text string) {
	text = "package " + s.pkg.Name() + "\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar mutantNumber, _ = strconv.Atoi(os.Getenv(\"MUTANT\"))\n"
	return filepath.Join(s.Dir, "mutant_number.go"), text
}

// switchedTexts are the files that differ when the mutants stand in them.
func (s *source) switchedTexts(mutants map[int]mutant) map[string][]byte {
	byFile := map[string]map[int]mutant{}
	for n, m := range mutants {
		if byFile[m.file] == nil {
			byFile[m.file] = map[int]mutant{}
		}
		byFile[m.file][n] = m
	}
	texts := map[string][]byte{}
	for file, its := range byFile {
		texts[file] = switched(s.texts[file], its)
	}
	path, text := s.switchFile()
	texts[path] = []byte(text)
	return texts
}

// compiles says whether the package has sound types with these mutants in it.
func (s *source) compiles(mutants map[int]mutant) bool {
	files := maps.Clone(s.files)
	for path, text := range s.switchedTexts(mutants) {
		if strings.HasSuffix(path, "mutant_number.go") {
			text = []byte("package " + s.pkg.Name() + "\n\nvar mutantNumber int\n") // without imports that the package may lack
		}
		file, err := parser.ParseFile(s.set, path, text, parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		files[path] = file
	}
	_, err := s.check(files, nil)
	return err == nil
}

// sound are those of the mutants that compile: half of them are tried at a
// time until those that do not stand alone.
func (s *source) sound(numbers []int, mutants []mutant) []int {
	if len(numbers) == 0 {
		return nil
	}
	chosen := map[int]mutant{}
	for _, n := range numbers {
		chosen[n] = mutants[n]
	}
	if s.compiles(chosen) {
		return numbers
	}
	if len(numbers) == 1 {
		return nil
	}
	half := len(numbers) / 2
	return append(s.sound(numbers[:half], mutants), s.sound(numbers[half:], mutants)...)
}
