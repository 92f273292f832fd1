// Package convert has other programs read what Mingfa does not: LibreOffice makes
// a .docx of an old Word or WPS file, pdftotext a text of a PDF. They are given a
// folder of their own, a minute and a bounded memory, and are ended with all that
// they have started.
package convert

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// ErrAbsent says that the program is not installed, ErrFailed that it has not
// read the file: one that is damaged, locked or made to keep it busy.
var (
	ErrAbsent = errors.New("program is not installed")
	ErrFailed = errors.New("program could not read the file")
)

const (
	longest    = 60 * time.Second
	mostMemory = 1 << 30
	mostOutput = 64 << 20
)

// one lets LibreOffice run once at a time: each takes some hundred megabytes.
var one sync.Mutex

// soffice finds LibreOffice.
func soffice() string {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Programs are those by which files are read here, for who must know whether others would be
// used another time.
func Programs() []string {
	var found []string
	if path := soffice(); path != "" {
		found = append(found, path)
	}
	if path, err := exec.LookPath("pdftotext"); err == nil {
		found = append(found, path)
	}
	return found
}

// settings forbid LibreOffice to run macros and to fetch what a file links to.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// Word is the .docx that LibreOffice makes of a file, whose extension says what
// it is, and LibreOffice's version. The same file is not converted again while
// the version is the same.
func Word(ctx context.Context, raw []byte, extension string) (docx []byte, version string, err error) {
	program := soffice()
	if program == "" {
		return nil, "", ErrAbsent
	}
	one.Lock()
	defer one.Unlock()
	version = versionOf(ctx, program, "--version")
	if err := context.Cause(ctx); err != nil {
		return nil, "", err
	}
	kept := keptPath(raw, extension, version)
	if docx, err := os.ReadFile(kept); kept != "" && err == nil && len(docx) > 0 {
		return docx, version, nil
	}
	dir, err := os.MkdirTemp("", "mingfa-")
	if err != nil {
		return nil, "", fmt.Errorf("failed to make a folder for LibreOffice: %w", err)
	}
	defer os.RemoveAll(dir)
	profile, in, out := filepath.Join(dir, "profile"), filepath.Join(dir, "report"+extension), filepath.Join(dir, "out")
	if err := errors.Join(
		os.MkdirAll(filepath.Join(profile, "user"), 0o700), os.Mkdir(out, 0o700), os.WriteFile(in, raw, 0o600),
		os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o600),
	); err != nil {
		return nil, "", fmt.Errorf("failed to write for LibreOffice: %w", err)
	}
	cmd := exec.Command(program, "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--headless", "--norestore", "--nodefault", "--nofirststartwizard",
		"--convert-to", "docx:MS Word 2007 XML", "--outdir", out, in)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9")
	if err := run(ctx, cmd); err != nil {
		return nil, "", err
	}
	docx, err = readBounded(filepath.Join(out, "report.docx"))
	if err != nil {
		return nil, "", ErrFailed
	}
	keep(kept, docx)
	return docx, version, nil
}

// PDF is the text that pdftotext takes out of a PDF, a page ending in a form
// feed, and its version.
func PDF(ctx context.Context, raw []byte) (text []byte, version string, err error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, "", ErrAbsent
	}
	dir, err := os.MkdirTemp("", "mingfa-")
	if err != nil {
		return nil, "", fmt.Errorf("failed to make a folder for pdftotext: %w", err)
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "report.pdf"), filepath.Join(dir, "report.txt")
	if err := os.WriteFile(in, raw, 0o600); err != nil {
		return nil, "", fmt.Errorf("failed to write for pdftotext: %w", err)
	}
	cmd := exec.Command(program, "-layout", "-enc", "UTF-8", in, out)
	cmd.Dir = dir
	if err := run(ctx, cmd); err != nil {
		return nil, "", err
	}
	if text, err = readBounded(out); err != nil {
		return nil, "", ErrFailed
	}
	return text, versionOf(ctx, program, "-v"), nil
}

// run runs a program to its end, or ends it and what it has started when ctx is
// done, a minute is over or it takes too much memory.
func run(ctx context.Context, cmd *exec.Cmd) error {
	together(cmd)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("failed to start %s: %w", filepath.Base(cmd.Path), err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	limit := time.NewTimer(longest)
	defer limit.Stop()
	look := time.NewTicker(200 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			end(cmd) // what it may have left running
			if err != nil {
				return ErrFailed
			}
			return nil
		case <-ctx.Done():
			end(cmd)
			<-ended //nolint:errcheck // it was ended by us
			return context.Cause(ctx)
		case <-limit.C:
			end(cmd)
			<-ended //nolint:errcheck // it was ended by us
			return ErrFailed
		case <-look.C:
			if memory(cmd) > mostMemory {
				end(cmd)
				<-ended //nolint:errcheck // it was ended by us
				return ErrFailed
			}
		}
	}
}

// versionOf is the first line in which a program says its version, such as
// LibreOffice 24.2.7.2.
func versionOf(ctx context.Context, program, option string) string {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, option)
	together(cmd)
	cmd.Cancel, cmd.WaitDelay = func() error { end(cmd); return nil }, time.Second
	said, _ := cmd.CombinedOutput() // pdftotext says it beside an error
	line, _, _ := bytes.Cut(said, []byte("\n"))
	words := strings.Fields(strings.ToValidUTF8(string(line), ""))
	for i, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			return strings.Join(words[:i+1], " ")
		}
	}
	return strings.Join(words[:min(len(words), 3)], " ")
}

func readBounded(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostOutput+1))
	if err == nil && len(data) > mostOutput {
		err = ErrFailed
	}
	return data, err
}
