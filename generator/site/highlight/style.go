package highlight

import "github.com/alecthomas/chroma/v2"

// Style says how each kind of token looks on a terminal: in colours among the 256
// of xterm that can be read on white and on black alike; a heading is bold, so
// that it needs none. On pages static/css/source.css styles the same kinds, in the
// site's own colours for light, dark and print, and a test holds the two together.
var Style = chroma.MustNewStyle("gongwen", chroma.StyleEntries{
	Heading:  "bold",
	Title:    "bold",
	Figure:   brown,
	Citation: green,
	Quoted:   violet,
	Date:     blue,
	Number:   blue,
})

// Colours, exactly as xterm's table has them.
const (
	blue   = "#005fff" // 27
	green  = "#00875f" // 29
	violet = "#875faf" // 97
	brown  = "#af5f00" // 130
)
