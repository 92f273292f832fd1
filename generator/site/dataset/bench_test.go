package dataset

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// nowhere is a Disk that keeps nothing.
type nowhere struct{}

type discard struct{ io.Writer }

func (discard) Close() error { return nil }

func (nowhere) Create(string) (io.WriteCloser, error) { return discard{io.Discard}, nil }

func (nowhere) Append(string, []byte) error { return nil }

// portalOf keeps rows of so many bodies of ten reports.
func portalOf(t testing.TB, bodies, figures int) *Store {
	kept, err := os.Create(filepath.Join(t.TempDir(), "kept"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	reports := make([]int, bodies)
	for i := range reports {
		reports[i] = 10
	}
	s := NewStore(kept, reports)
	for body := range reports {
		for year := range 10 {
			if err := s.Add(body, year, Pack(sample("jia", 2014+year, figures))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

// BenchmarkFigures writes the open data of a portal of 1,000 reports.
func BenchmarkFigures(b *testing.B) {
	s := portalOf(b, 100, 51)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := s.Figures(nowhere{}, Past{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestMemoryIsBounded: ten times as many reports hold no more memory.
func TestMemoryIsBounded(t *testing.T) {
	held := func(bodies int) uint64 {
		s := portalOf(t, bodies, 20)
		peak := &watched{}
		if _, _, err := s.Figures(peak, Past{}); err != nil {
			t.Fatal(err)
		}
		return peak.most
	}
	few, many := held(20), held(200)
	if many > few+48<<20 {
		t.Errorf("2,000 reports hold %d MB, 200 hold %d MB", many>>20, few>>20)
	}
}

// watched is a Disk that looks at the memory now and then.
type watched struct {
	nowhere
	most   uint64
	pieces int
}

func (w *watched) Append(string, []byte) error { // from one goroutine alone
	if w.pieces++; w.pieces%64 == 0 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		w.most = max(w.most, m.HeapAlloc)
	}
	return nil
}
