package push

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/publish"
	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
)

// Install makes the bare repository in the folder repo publish what is pushed to
// it by the program at a path. What a push will need is looked at first: the
// folder to publish to, the key, and a Hugo, which may take minutes to compile
// and says so to log. The paths in s become absolute.
func Install(ctx context.Context, repo, program string, s *hooks.Settings, log io.Writer) error {
	program, err := filepath.EvalSymlinks(program)
	if err != nil {
		return err
	}
	for _, path := range []*string{&repo, &s.Store, &s.Key} {
		if *path != "" {
			if *path, err = filepath.Abs(*path); err != nil {
				return err
			}
		}
	}
	store, err := publish.OpenStore(s.Store, s.Keep)
	if err != nil {
		return err
	}
	if err := store.Ready(); err != nil {
		return fmt.Errorf("不能发布到 %s：%w", s.Store, err)
	}
	if s.Key != "" {
		if _, err := release.LoadKey(s.Key); err != nil {
			return err
		}
	}
	if _, err := hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: log}); err != nil {
		return err
	}
	return hooks.Install(ctx, repo, program, *s)
}
