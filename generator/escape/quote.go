package escape

import "strings"

// within turns the quotation marks of words that are quoted, so that those inside
// of a quotation differ from those around it, as Chinese is set.
var within = strings.NewReplacer("“", "‘", "”", "’", "‘", "“", "’", "”")

// Quoted is words in quotation marks: “12345”热线 becomes “‘12345’热线”.
func Quoted(s string) string { return "“" + within.Replace(s) + "”" }
