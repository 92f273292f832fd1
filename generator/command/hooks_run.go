package command

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/push"
)

// newHook is a command that git starts: in the repository's folder, with what
// the push changes on its standard input.
func newHook(name string, run func(*push.Receiver, context.Context, []hooks.Update) error) *cobra.Command {
	return &cobra.Command{
		Use:    name,
		Short:  "由 git 运行",
		Hidden: true,
		Args:   files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			// The pusher may hang up; what is being published goes on.
			signal.Ignore(syscall.SIGPIPE, syscall.SIGHUP)
			repo, err := os.Getwd()
			if err != nil {
				return err
			}
			voice := push.NewVoice(repo, cmd.OutOrStdout(), cmd.ErrOrStderr())
			boundHook(voice.Log)
			return voice.Guard(cmd.Context(), func() error {
				updates, err := hooks.ParseUpdates(cmd.InOrStdin())
				if err != nil {
					return err
				}
				r, err := push.NewReceiver(cmd.Context(), repo, voice)
				if err != nil {
					return err
				}
				return run(r, cmd.Context(), updates)
			})
		},
	}
}
