package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"mingfa/generator/publish"
	"mingfa/generator/report"
)

func newReleases() *cobra.Command {
	to := ""
	cmd := &cobra.Command{
		Use:     "releases --to 文件夹",
		Short:   "列出保留的各次发布，最近的在前",
		Example: "  mingfa releases --to /srv/mingfa",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := publish.OpenStore(to, 0)
			if err != nil {
				return err
			}
			list, err := store.List()
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if len(list) == 0 {
				fmt.Fprintf(out, "%s 里还没有发布过。\n", to)
			}
			for _, r := range list {
				mark := "  "
				if r.Live {
					mark = "* "
				}
				line := mark + r.ID + "  " + r.Time.In(report.Beijing).Format("2006年1月2日 15:04:05")
				if r.Live {
					line += "  现在的网站"
				}
				fmt.Fprintln(out, line)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布的`文件夹`")
	return cmd
}
