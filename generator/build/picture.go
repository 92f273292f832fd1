package build

import (
	"mingfa/generator/build/tree"
	"mingfa/generator/site"
	"mingfa/generator/site/share"
)

// pictures draws what messengers show beside a report's address; nil draws
// nothing.
type pictures struct{ pen *share.Pen }

func newPictures(wanted bool) (*pictures, error) {
	if !wanted {
		return nil, nil
	}
	pen, err := share.NewPen()
	if err != nil {
		return nil, err
	}
	return &pictures{pen}, nil
}

// draw writes the picture of a report, unless an earlier run drew the same. One
// that cannot be drawn, for a rare character, is left out. note is told what it was made
// from.
func (p *pictures) draw(w *tree.Writer, in *site.Input, portal string, note func(name string, data []byte)) error {
	if p == nil {
		return nil
	}
	card := in.Card(portal)
	kept, err := w.KeepIf(in.PicturePath(), share.End(card.Key()))
	if err != nil {
		return err
	}
	if !kept {
		png, ok, err := p.pen.Draw(card)
		if err != nil || !ok {
			return err
		}
		if err := w.Write(in.PicturePath(), png); err != nil {
			return err
		}
	}
	note(in.PicturePath(), share.End(card.Key()))
	in.Picture = card
	return nil
}
