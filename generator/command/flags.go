package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// describe puts into Chinese what cobra and pflag say of a command and of those
// below it: the option --help, the example with the program's name as it was
// started, and what an option is where it is not given.
func describe(c *cobra.Command, program string) {
	c.Flags().BoolP("help", "h", false, "显示这份说明")
	c.DisableFlagsInUseLine = true
	c.Example = strings.ReplaceAll(c.Example, "  mingfa ", "  "+program+" ")
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.DefValue != "" && f.Value.Type() != "bool" {
			f.Usage += "；不写时是 " + f.DefValue
		}
	})
	for _, below := range c.Commands() {
		describe(below, program)
	}
}

// flagError says in Chinese what pflag says in English.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	var said string
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		said = fmt.Sprintf("没有“-%s”这个选项", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		said = fmt.Sprintf("没有“--%s”这个选项", unknown.GetSpecifiedName())
	case errors.As(err, &lacking):
		said = fmt.Sprintf("选项“--%s”后面要有一个值", lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		said = fmt.Sprintf("选项“--%s”不能是“%s”", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &malformed):
		said = fmt.Sprintf("“%s”不是选项的写法", malformed.GetSpecifiedFlag())
	default:
		return err
	}
	return fmt.Errorf("%s。用 %s --help 查看全部选项", said, cmd.CommandPath())
}

// files is cobra's argument check for a command that takes from least to most
// files; most < 0 stands for any number.
func files(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("缺少参数。用法：%s", cmd.UseLine())
		case most >= 0 && len(args) > most:
			return fmt.Errorf("多余的参数“%s”。用法：%s", strings.Join(args[most:], " "), cmd.UseLine())
		}
		return nil
	}
}

// excludes refuses the other options beside the first.
func excludes(cmd *cobra.Command, option string, others ...string) error {
	if !cmd.Flags().Changed(option) {
		return nil
	}
	for _, other := range others {
		if cmd.Flags().Changed(other) {
			return fmt.Errorf("选项“--%s”和“--%s”不能一起用。用 %s --help 查看全部选项", option, other, cmd.CommandPath())
		}
	}
	return nil
}
