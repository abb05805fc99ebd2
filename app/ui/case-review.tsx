import type { CaseReview, Feedback } from '#app/quiz/item.ts';
import { CriteriaChecklist } from './criteria-checklist.tsx';
import { below, type HeadingLevel } from './heading.tsx';
import { VerdictMark } from './outcome-mark.tsx';
import { Readings } from './readings.tsx';
import { SourceNote } from './source-note.tsx';
import { MarkedStory } from './story.tsx';

interface CaseReviewProps {
  readonly review: CaseReview;
  readonly lens: Feedback['lens'];
  readonly headingLevel?: HeadingLevel | undefined;
  /** False folds the case to a line: several cases in one item would bury each other. */
  readonly open?: boolean | undefined;
}

/** One case taken apart: the story with its evidence marked, the checklist, other readings, and where it comes from. */
export function CaseReviewBlock({ review, lens, headingLevel = 3, open = true }: CaseReviewProps) {
  const body = (
    <div className="case-review-body">
      <MarkedStory title={review.title} paragraphs={review.story} headingLevel={headingLevel} />
      {review.checklists.map((list) => (
        <CriteriaChecklist
          key={list.label}
          label={list.label}
          verdict={list.verdict}
          rows={list.rows}
          lens={lens.label}
          headingLevel={below(headingLevel)}
        />
      ))}
      {review.readings.length > 0 && (
        <Readings verdict={review.verdict} lens={lens.label} readings={review.readings} headingLevel={below(headingLevel)} />
      )}
      <SourceNote source={review.source} flags={review.flags} />
    </div>
  );
  if (open) return <div className="case-review">{body}</div>;
  return (
    <details className="case-review case-review-folded">
      <summary>
        <span className="case-review-title">{review.title}</span> <VerdictMark verdict={review.verdict} />
      </summary>
      {body}
    </details>
  );
}
