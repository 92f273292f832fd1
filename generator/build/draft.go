package build

import (
	"context"
	"io"
	"path/filepath"

	"mingfa/generator/build/outcome"
	"mingfa/generator/check/tell"
	"mingfa/generator/read/review"
	"mingfa/generator/report"
)

// DraftReview drafts the settings file of the report that is named, with what the file that
// there is confirms. Findings are printed to log; a file that holds no report gives
// outcome.ErrFindings.
func DraftReview(ctx context.Context, path string, log io.Writer) (text []byte, r *report.Report, err error) {
	rd, findings, err := projectReader()
	if err != nil {
		return nil, nil, err
	}
	_, reviewPath := beside(path)
	current, plan, err := rd.readForDraft(ctx, path, reviewPath)
	if err != nil {
		return nil, nil, err
	}
	findings = append(findings, current.findings...)
	if len(findings) > 0 {
		_ = tell.Print(log, findings, Terminal(log, "."))
	}
	if current.report == nil {
		return nil, nil, outcome.ErrFindings
	}
	plan.Promises, _ = current.review.Judge(plan.Previous, current.report, plan.Promises)
	return review.Draft(current.report, plan), current.report, nil
}

// UpdateReview brings the settings file at reviewPath up to the report that is named,
// and gives what is to stand in it. Findings are printed to log; where one keeps it
// from being read, that is outcome.ErrFindings.
func UpdateReview(ctx context.Context, path, reviewPath string, raw []byte, log io.Writer) ([]byte, review.Updated, error) {
	rd, findings, err := projectReader()
	if err != nil {
		return nil, review.Updated{}, err
	}
	current, plan, err := rd.readForDraft(ctx, path, "")
	if err != nil {
		return nil, review.Updated{}, err
	}
	if current.report == nil {
		findings = append(findings, current.findings...)
	} else if !report.Failed(findings) {
		text, done, faults := review.Update(current.report, plan, filepath.ToSlash(reviewPath), raw, rd.lexicon)
		if faults == nil {
			return text, done, nil
		}
		findings = append(findings, faults...)
	}
	_ = tell.Print(log, findings, Terminal(log, "."))
	return nil, review.Updated{}, outcome.ErrFindings
}

// readForDraft reads a report that is named, and what it says of the plan of the report
// beside it on the year before.
func (rd *reader) readForDraft(ctx context.Context, path, reviewPath string) (*reading, review.Plan, error) {
	last, err := rd.yearBefore(ctx, path, "", nil)
	if err != nil {
		return nil, review.Plan{}, err
	}
	year, _ := beside(path)
	current, err := rd.read(ctx, filepath.ToSlash(path), reviewPath, year, last, owner{})
	if err != nil || current.report == nil || last.published() == nil {
		return current, review.Plan{}, err
	}
	return current, review.Plan{Previous: last.report, Promises: rd.followUp(last.report, current)}, nil
}
