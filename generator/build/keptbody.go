package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"mingfa/generator/build/record"
	"mingfa/generator/check"
	"mingfa/generator/report/pack"
)

// keptBody is what is kept of a body whose reports were read and written: all that a build
// needs of it which does not read them.
type keptBody struct {
	key     string // of what it was made from; see keeper.keyOf
	day     string // on which it was read
	toCome  bool   // what was found tells of days to come, and may not another day
	counts  Counts
	reports []keptReport
	files   []keptFile
}

// keptReport is what is kept of a report. The last three are as their packages pack them.
type keptReport struct {
	year           int
	sha256, stated string // see Issued
	sketch         check.Sketch
	compared       check.Compared
	present        keptPresent
	undone         int    // items of the plan for its year
	plan           string // what is said of them all; "" without a plan

	summary, rows, found string
}

// keptFile is a file below content/, and how it was left.
type keptFile struct {
	name string
	noted
	left record.File
}

func (k *keptBody) pack(p *pack.Packer) {
	p.Own(&k.key)
	p.Own(&k.day)
	p.Flag(&k.toCome)
	for _, n := range []*int{&k.counts.Reports, &k.counts.Headings, &k.counts.Figures, &k.counts.Indicated, &k.counts.Citations, &k.counts.Warnings} {
		p.Int(n)
	}
	pack.List(p, &k.reports, func(r *keptReport) {
		p.Int(&r.year)
		p.Own(&r.sha256)
		p.Own(&r.stated)
		r.sketch.Pack(p)
		r.compared.Pack(p)
		r.present.pack(p)
		p.Int(&r.undone)
		p.Own(&r.plan)
		p.Text(&r.summary)
		p.Text(&r.rows)
		p.Text(&r.found)
	})
	pack.List(p, &k.files, func(f *keptFile) { f.pack(p) })
}

func (f *keptFile) pack(p *pack.Packer) {
	p.Own(&f.name)
	sum := string(f.sum[:])
	p.Text(&sum)
	copy(f.sum[:], sum)
	p.Int(&f.size)
	p.Own(&f.url)
	p.Own(&f.title)
	p.Own(&f.left.Name)
	size, time := int(f.left.Size), int(f.left.Time)
	p.Int(&size)
	p.Int(&time)
	p.Uint(&f.left.Inode)
	f.left.Size, f.left.Time = int64(size), int64(time)
}

// keptHead begins the file of a body, before its sum. Another number is another form.
const keptHead = "mingfa kept 4 "

// encode gives the file of a body, and its sum.
func (k *keptBody) encode() (data []byte, sum string) {
	return seal(make([]byte, 0, len(keptHead)+2*sha256.Size+1+k.size()), k.pack)
}

// seal gives a file of what is packed, behind the form and the sum of it. It is written into room, as far as
// that is enough.
func seal(room []byte, packed func(*pack.Packer)) (data []byte, sum string) {
	head := len(keptHead) + 2*sha256.Size + 1
	p := pack.Packer{Data: append(room, make([]byte, head)...)}
	packed(&p)
	of := sha256.Sum256(p.Data[head:])
	sum = hex.EncodeToString(of[:])
	copy(p.Data, keptHead+sum+"\n")
	return p.Data, sum
}

// unseal gives what was packed; false where the file is not the one of that sum.
func unseal(raw []byte, sum string) (data string, ok bool) {
	packed, ok := bytes.CutPrefix(raw, []byte(keptHead+sum+"\n"))
	if of := sha256.Sum256(packed); !ok || hex.EncodeToString(of[:]) != sum {
		return "", false
	}
	return string(packed), true
}

// size is about how many bytes a body is packed into, a little more rather than less.
func (k *keptBody) size() int {
	const ofReport, ofFile = 4 << 10, 512 // all that is short
	n := ofReport + ofFile*len(k.files)
	for i := range k.reports {
		r := &k.reports[i]
		n += ofReport + len(r.plan) + len(r.summary) + len(r.rows) + len(r.found)
	}
	return n
}

var errKept = errors.New("what was kept of a body is damaged")

// readKept reads what is kept of a body.
func readKept(data string) (*keptBody, error) {
	k, p := new(keptBody), pack.Reader(data)
	k.pack(p)
	if !p.Whole() {
		return nil, fmt.Errorf("%w: it is not of the form that it says", errKept)
	}
	return k, nil
}

// sketches are those of all reports.
func (k *keptBody) sketches() []check.Sketch {
	all := make([]check.Sketch, len(k.reports))
	for i := range k.reports {
		all[i] = k.reports[i].sketch
	}
	return all
}

// letGo forgets what is long, which is read again where it is needed.
func (k *keptBody) letGo() {
	for i := range k.reports {
		r := &k.reports[i]
		r.summary, r.rows, r.found = "", "", ""
	}
}
