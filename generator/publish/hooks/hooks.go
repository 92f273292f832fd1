// Package hooks is what a bare repository needs to publish what is pushed to
// it: the two hooks, the repository's settings, and what a push asks for.
//
// The hooks are two lines of shell that start the installed program by its
// path. Nothing of a push is ever run. Settings stand in the repository's own
// config file, which a push cannot reach.
package hooks

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Settings are those of one repository.
type Settings struct {
	Store  string // the folder to publish to
	Branch string // the branch that goes live
	Key    string // the private key that signs; "" for none
	Keep   int    // how many releases are kept
	Secret string // that the addresses of previews are made of
}

// Load reads the settings of the repository in the folder repo.
func Load(ctx context.Context, repo string) (Settings, error) {
	s := Settings{Branch: "main"}
	for key, to := range map[string]*string{"mingfa.to": &s.Store, "mingfa.branch": &s.Branch, "mingfa.signkey": &s.Key} {
		value, err := get(ctx, repo, key)
		if err != nil {
			return s, err
		}
		if value != "" {
			*to = value
		}
	}
	keep, err := get(ctx, repo, "mingfa.keep")
	if err != nil {
		return s, err
	}
	if keep != "" {
		if s.Keep, err = strconv.Atoi(keep); err != nil {
			return s, fmt.Errorf("%s 的设置 mingfa.keep 要写成整数，现在是“%s”", repo, keep)
		}
	}
	if s.Secret, err = secret(ctx, repo); err != nil {
		return s, err
	}
	if s.Store == "" {
		return s, fmt.Errorf("%s 还没有设置发布到哪里。请运行 mingfa hooks install %s --to 文件夹", repo, repo)
	}
	return s, nil
}

// secret is what the addresses of previews are made of. It is made when it is first
// asked for.
func secret(ctx context.Context, repo string) (string, error) {
	const key = "mingfa.previewsecret"
	known, err := get(ctx, repo, key)
	if err != nil || known != "" {
		return known, err
	}
	made := rand.Text()
	if _, err := git(ctx, repo, "config", "--local", key, made); err != nil {
		return "", fmt.Errorf("写不了仓库 %s 的设置 %s：%w", repo, key, err)
	}
	return made, nil
}

// Address is the name of a branch's preview. Whoever knows the branch, but not the
// address, does not find it: a preview is not public yet.
func (s *Settings) Address(branch string) string {
	sum := hmac.New(sha256.New, []byte(s.Secret))
	sum.Write([]byte(branch))
	return Slug(branch) + "-" + hex.EncodeToString(sum.Sum(nil))[:12]
}

// get is a value of the repository's config, "" where there is none.
func get(ctx context.Context, repo, key string) (string, error) {
	out, err := git(ctx, repo, "config", "--local", "--get", key)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("读不到仓库 %s 的设置 %s：%w", repo, key, err)
	}
	return strings.TrimSuffix(out, "\n"), nil
}

func git(ctx context.Context, repo string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", repo}, args...)...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		err = fmt.Errorf("%w: %s", err, strings.TrimSpace(string(exit.Stderr)))
	}
	return string(out), err
}

// mark stands in a hook of ours.
const mark = "# 由 mingfa hooks install 写入，请勿改动"

// names are the hooks that are installed.
var names = []string{"pre-receive", "post-receive"}

// Install makes the bare repository in the folder repo publish: program is the
// path of this program. Hooks that are not ours are left alone, and nothing is
// installed. Its error is Chinese where a person can mend it.
func Install(ctx context.Context, repo, program string, s Settings) error {
	bare, err := git(ctx, repo, "rev-parse", "--is-bare-repository")
	if err != nil {
		return fmt.Errorf("%s 不是 git 仓库：%w", repo, err)
	}
	if strings.TrimSpace(bare) != "true" {
		return fmt.Errorf("%s 不是裸仓库。请用 git init --bare 仓库.git 新建一个", repo)
	}
	if _, err := git(ctx, repo, "check-ref-format", "--branch", s.Branch); err != nil || strings.HasPrefix(s.Branch, "@") {
		return fmt.Errorf("“%s”不能作分支的名字。正式发布的分支一般是 main", s.Branch)
	}
	folder, err := git(ctx, repo, "rev-parse", "--git-path", "hooks")
	if err != nil {
		return fmt.Errorf("failed to find the hooks of %s: %w", repo, err)
	}
	if folder = strings.TrimSpace(folder); !filepath.IsAbs(folder) {
		folder = filepath.Join(repo, folder)
	}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err == nil && !strings.Contains(string(text), mark) {
			return fmt.Errorf("%s 已经有一个 %s，不是明法写的，没有动它。请先移走", folder, name)
		}
	}
	if err := configure(ctx, repo, s); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("failed to make the folder of the hooks: %w", err)
	}
	for _, name := range names {
		script := script(program, name)
		tmp := filepath.Join(folder, "."+name+".new")
		if err := os.WriteFile(tmp, []byte(script), 0o777); err != nil {
			return fmt.Errorf("failed to write the hook %s: %w", name, err)
		}
		if err := os.Rename(tmp, filepath.Join(folder, name)); err != nil {
			return fmt.Errorf("failed to put the hook %s in place: %w", name, err)
		}
	}
	return nil
}

// outcomes are what a pusher reads where the program could not even say it itself.
var outcomes = map[string]string{
	"pre-receive":  "推送没有接受",
	"post-receive": "推送已经收下，但没有发布",
}

// script is a hook. It says in Chinese what a shell would say in English: that the
// program is not there, or that the system ended it (a status above 128).
func script(program, name string) string {
	is := outcomes[name] + "，现在的网站没有改动。请把这句话告诉服务器管理员。"
	return "#!/bin/sh\n" + mark + "\nprogram=" + Quote(program) + `
if [ ! -x "$program" ]; then
  echo '错误：服务器上找不到明法程序，或不能运行它。` + is + `' >&2
  exit 1
fi
"$program" hooks ` + name + `
status=$?
if [ "$status" -gt 128 ]; then
  echo '错误：明法程序被服务器的系统强行停止，多半是内存不足。` + is + `' >&2
fi
exit "$status"
`
}

// configure writes the settings, and those of git that a repository open to
// pushes should have.
func configure(ctx context.Context, repo string, s Settings) error {
	set := [][2]string{
		{"mingfa.to", s.Store}, {"mingfa.branch", s.Branch}, {"mingfa.keep", strconv.Itoa(s.Keep)}, {"mingfa.signkey", s.Key},
		{"receive.fsckObjects", "true"}, // malformed trees and paths are refused by git itself
		{"receive.autogc", "true"},
	}
	for _, kv := range set {
		args := []string{"config", "--local", kv[0], kv[1]}
		if kv[1] == "" {
			args = []string{"config", "--local", "--unset-all", kv[0]}
		}
		_, err := git(ctx, repo, args...)
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.ExitCode() == 5 && kv[1] == "" {
			continue // it was not set
		}
		if err != nil {
			return fmt.Errorf("failed to set %s of %s: %w", kv[0], repo, err)
		}
	}
	if _, err := git(ctx, repo, "rev-parse", "--verify", "-q", "HEAD"); err != nil { // nothing pushed yet
		if _, err := git(ctx, repo, "symbolic-ref", "HEAD", "refs/heads/"+s.Branch); err != nil {
			return fmt.Errorf("failed to make %s the branch of %s: %w", s.Branch, repo, err)
		}
	}
	return nil
}

// Quote makes s one word of a shell.
func Quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
