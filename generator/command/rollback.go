package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mingfa/generator/publish"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
)

func newRollback() *cobra.Command {
	to, again := "", false
	cmd := &cobra.Command{
		Use:     "rollback --to 文件夹 [编号]",
		Short:   "把网站退回上一次发布，或指定的一次",
		Long:    "把网站退回上一次发布，或指定编号的一次。编号用 releases 查看，只写开头或提交号也可以。\n\n换之前先按清单核对那次发布，损坏的不会换上。退回不改动任何内容；下一次发布仍会发布最新的提交。",
		Example: "  mingfa rollback --to /srv/mingfa\n  mingfa rollback --to /srv/mingfa 20240401T013000Z",
		Args:    files(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			store, err := publish.OpenStore(to, 0)
			if err != nil {
				return err
			}
			id := ""
			if len(args) > 0 {
				id = args[0]
			}
			back, err := store.Rollback(cmd.Context(), id, again, func() { fmt.Fprintln(cmd.ErrOrStderr(), "另一次发布正在进行，等它结束……") })
			var shown *release.ErrBack
			if errors.As(err, &shown) {
				return fmt.Errorf("%w。没有退回；确实要这样，请加上 --yes", shown)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "现在的网站是 %s（%s）\n", back.ID, back.Time.In(report.Beijing).Format("2006年1月2日 15:04:05"))
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布的`文件夹`")
	cmd.Flags().BoolVar(&again, "yes", false, "即使会让已经撤下的报告重新公开，也退回")
	return cmd
}
