package unseen

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// hides gives the rule of a frame with the declaration that hides it, "" where none does.
func (b *block) hides() string {
	if b.frame == "" {
		return ""
	}
	for _, name := range b.written {
		if value := b.declarations[name]; hidden(name, value) || b.hiddenBeside(name, value) {
			return b.frame + "{" + name + ":" + value + "}"
		}
	}
	return ""
}

// hidden reports whether a declaration hides an element by itself.
func hidden(name, value string) bool {
	switch name {
	case "display":
		return value == "none"
	case "visibility":
		return value == "hidden" || value == "collapse"
	case "content-visibility":
		return value == "hidden"
	case "opacity":
		return faint(value)
	case "filter":
		argument, found := strings.CutPrefix(value, "opacity(")
		return found && faint(strings.TrimSuffix(argument, ")"))
	case "font-size", "scale":
		return zero(value)
	case "font":
		for part := range strings.FieldsSeq(value) {
			if size, _, _ := strings.Cut(part, "/"); zero(size) {
				return true
			}
		}
	case "color", "-webkit-text-fill-color":
		return clear(value)
	case "clip":
		return nothing(value, "rect(")
	case "clip-path":
		return nothing(value, "polygon(") || strings.HasPrefix(value, "circle(0") && zero(first(value)) || strings.HasPrefix(value, "inset(") && half(first(value))
	case "transform":
		return (strings.HasPrefix(value, "scale") && zero(first(value))) || strings.HasPrefix(value, "translate") && far(value)
	case "translate", "text-indent", "left", "right", "top", "bottom", "inset", "margin", "margin-left", "margin-right", "margin-top", "margin-inline-start":
		return far(value)
	}
	return false
}

// hiddenBeside reports whether a declaration hides an element together with another one: words
// of the colour that they stand on, a box without a size that shows nothing outside of it.
func (b *block) hiddenBeside(name, value string) bool {
	switch name {
	case "color":
		ground := b.declarations["background-color"]
		if ground == "" {
			ground = b.declarations["background"]
		}
		return ground != "" && ground != "inherit" && ground != "initial" && !strings.HasPrefix(ground, "unset") && !strings.HasPrefix(ground, "revert") && plainColour(ground) == plainColour(value)
	case "height", "max-height", "block-size", "width", "max-width", "inline-size":
		cut := func(value string) bool { return strings.Contains(value, "hidden") || strings.Contains(value, "clip") }
		return zero(value) && (cut(b.declarations["overflow"]) || cut(b.declarations["overflow-x"]) || cut(b.declarations["overflow-y"]))
	}
	return false
}

var (
	naught = regexp.MustCompile(`^[+-]?(?:0+\.?0*|\.0+)(?:[a-z]+|%)?$`)
	number = regexp.MustCompile(`^([+-]?[0-9]*\.?[0-9]+)([a-z]*|%)$`)
)

// zero reports whether a value is nothing, in whatever unit: 0, .0em.
func zero(value string) bool { return naught.MatchString(value) }

// measured is a number and its unit.
func measured(value string) (n float64, unit string, ok bool) {
	m := number.FindStringSubmatch(value)
	if m == nil {
		return 0, "", false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	return n, m[2], err == nil
}

// faint reports whether a degree of opacity leaves nothing to be seen: 0, 1%, .04.
func faint(value string) bool {
	n, unit, ok := measured(value)
	if unit == "%" {
		n /= 100
	}
	return ok && n < 0.05
}

// half reports whether a length is half of a box or more, from each side of it.
func half(value string) bool {
	n, unit, ok := measured(value)
	return ok && unit == "%" && n >= 50
}

// words are the parts of a value, and of what stands in its brackets.
func words(value string) []string {
	return strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(" ,()/", r) })
}

// first is the first argument of a function.
func first(value string) string {
	if all := words(value); len(all) > 1 {
		return all[1]
	}
	return ""
}

// farOff is how far to the left or above a thing is on no screen, by the unit.
var farOff = map[string]float64{"px": 2000, "pt": 2000, "em": 150, "rem": 150, "ch": 150, "vw": 100, "vh": 100, "vmax": 100, "%": 100}

// far reports whether a distance leads off any screen: -9999px, translate(-100vw). One to the right or downwards
// can be scrolled to (margin-top:100vh, below a picture), and one that is reckoned (calc(50% - 50vw)) is not known.
func far(value string) bool {
	return !strings.Contains(value, "calc(") && slices.ContainsFunc(words(value), func(word string) bool {
		n, unit, ok := measured(word)
		most := farOff[unit]
		return ok && most > 0 && n <= -most
	})
}

// nothing reports whether all corners of a shape are one point: rect(0,0,0,0).
func nothing(value, shape string) bool {
	if !strings.HasPrefix(value, shape) {
		return false
	}
	all := words(value)[1:]
	for _, word := range all {
		if word != all[0] && !(zero(word) && zero(all[0])) {
			return false
		}
	}
	return len(all) > 1
}

// clear reports whether a colour is none: transparent, #0000, rgb(0 0 0/0).
func clear(value string) bool {
	all := words(value)
	switch {
	case value == "transparent":
		return true
	case strings.HasPrefix(value, "#"):
		return len(value) == 5 && value[4] == '0' || len(value) == 9 && value[7:] == "00"
	case strings.HasPrefix(value, "rgb"), strings.HasPrefix(value, "hsl"):
		return len(all) == 5 && zero(all[4])
	}
	return false
}

// plainColour writes a colour in one way: #fff for white and #ffffff.
func plainColour(value string) string {
	switch value {
	case "white":
		return "#fff"
	case "black":
		return "#000"
	}
	if len(value) == 7 && value[0] == '#' && value[1] == value[2] && value[3] == value[4] && value[5] == value[6] {
		return string([]byte{'#', value[1], value[3], value[5]})
	}
	return strings.ReplaceAll(value, " ", "")
}
