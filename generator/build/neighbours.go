package build

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/outcome"
	"mingfa/generator/check"
	"mingfa/generator/read/source"
	"mingfa/generator/seeds"
)

// sketchAll reads the texts of a portal's reports on the year from and later, and
// keeps a sketch of each, so that a report can be compared with all others while
// it is read: the others may be read before or after it. It takes a small part of
// what reading the reports takes. Their paths are shown from the folder base on.
// Of a body by its number, known may have the sketches already.
func (rd *reader) sketchAll(ctx context.Context, portal *seeds.Portal, base string, from int, known func(body int) []check.Sketch) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	var sketches []check.Sketch
	for i, body := range portal.Bodies {
		if have := known(i); have != nil {
			mu.Lock()
			sketches = append(sketches, have...)
			mu.Unlock()
			continue
		}
		group.Go(func() error {
			for _, e := range body.Entries {
				if ctx.Err() != nil {
					return context.Cause(ctx)
				}
				if e.Year < from {
					continue
				}
				var sketch check.Sketch
				read := false
				err := outcome.Guard("读取 "+shown(base, e.Path), func() error {
					src, findings, err := source.Read(ctx, e.Path)
					if err != nil || src == nil { // a finding says why when it is read
						return err
					}
					sketch, read = check.SketchOf(check.Origin{Slug: body.Slug, Names: body.Names(), Year: e.Year, Path: shown(base, src.Path)}, src.Text), true
					if rd.only == nil || rd.only[i] {
						rd.ahead.keep(e.Path, src, findings)
					}
					return nil
				})
				if err != nil {
					return err
				}
				if !read {
					continue
				}
				mu.Lock()
				sketches = append(sketches, sketch)
				mu.Unlock()
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	rd.neighbours = check.NewNeighbours(sketches)
	return nil
}

// noSketches are known of no body.
func noSketches(int) []check.Sketch { return nil }
