package lexicon

// BodyKind is what kind of body a name says that it is: 司法行政部门 for
// 示例市甲子区司法局, "" where no word of the name tells. A word at its end says what
// the body itself is (金融街街道办事处 is no bank); otherwise the first one is what it
// is known by, as in 农业农村和水务局.
func (l *Lexicon) BodyKind(name string) string {
	m, ok := l.BodyKinds.EndingAt(name, len(name))
	if !ok {
		m, ok = l.BodyKinds.Find(name, 0)
	}
	if !ok {
		return ""
	}
	return l.BodyKinds.Reading(m)
}
