import type { ReactNode } from 'react';
import type { Feedback } from '#app/quiz/item.ts';
import { CaseReviewBlock } from './case-review.tsx';
import { below, Heading, type HeadingLevel } from './heading.tsx';
import { Icon, type IconName } from './icon.tsx';
import { MisconceptionCard } from './misconception-card.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { PartsTable } from './parts-table.tsx';
import { PlacedCasesBlock } from './placed-cases.tsx';
import { Quote } from './quote.tsx';
import { ReferenceLink } from './reference-link.tsx';
import { resultWords } from './words.ts';

interface FeedbackPanelProps {
  readonly feedback: Feedback;
  /** Id of its heading, target of `#feedback`. Only to be changed where a page has several. */
  readonly id?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Takes the place of the plain list of points: usually a `SelfCheckForm`. */
  readonly selfCheck?: ReactNode;
  /** What to do next. */
  readonly children?: ReactNode;
}

const icons: Readonly<Record<Feedback['outcome'], IconName>> = { right: 'check', partly: 'half', wrong: 'cross', unmarked: 'note' };

/** What an answer is worth and why: verdict, what decides it, the words of the story, what would change it. */
export function FeedbackPanel({ feedback, id = 'feedback', headingLevel = 2, selfCheck, children }: FeedbackPanelProps) {
  const level = below(headingLevel);
  const single = feedback.cases.length === 1;
  return (
    <section className="feedback">
      <header className={`banner banner-${feedback.outcome}`}>
        <Heading level={headingLevel} className="banner-title">
          {/* The enhancement script moves focus here after an answer. */}
          <span id={id} tabIndex={-1} data-focus>
            <Icon name={icons[feedback.outcome]} />
            {resultWords[feedback.outcome]}
          </span>
        </Heading>
        <p className="banner-headline" data-announce>
          {feedback.headline}
        </p>
        <p className="banner-lens">Judged by the {feedback.lens.label}</p>
      </header>
      {(feedback.deciding || feedback.changes.length > 0) && (
        <div className="why">
          {feedback.deciding && <Deciding deciding={feedback.deciding} level={level} />}
          {feedback.changes.length > 0 && <Changes changes={feedback.changes} level={level} />}
        </div>
      )}
      {feedback.misconceptions.map((misconception) => (
        <MisconceptionCard key={misconception.id} misconception={misconception} headingLevel={level} />
      ))}
      {feedback.placed && <PlacedCasesBlock placed={feedback.placed} headingLevel={level} />}
      {/* A single part would only say again what decides it. */}
      {!feedback.placed && feedback.parts.length > 1 && <PartsTable parts={feedback.parts} headingLevel={level} />}
      {feedback.points.length > 0 && (selfCheck ?? <Points points={feedback.points} level={level} />)}
      {children}
      {feedback.cases.map((review) => (
        <CaseReviewBlock key={review.title} review={review} lens={feedback.lens} headingLevel={level} open={single} />
      ))}
    </section>
  );
}

function Deciding({ deciding, level }: { readonly deciding: NonNullable<Feedback['deciding']>; readonly level: HeadingLevel }) {
  return (
    <section className="deciding">
      <Heading level={level} className="minor-title">
        {deciding.outcome === 'fail' || deciding.outcome === 'edge' ? 'What decides it' : 'Why'}
      </Heading>
      <p className="deciding-criterion">
        <ReferenceLink entry={deciding.criterion}>{deciding.label}</ReferenceLink>{' '}
        {deciding.outcome && <OutcomeMark outcome={deciding.outcome} />}
      </p>
      <p className="deciding-because">{deciding.because}</p>
      {deciding.quote && <Quote text={deciding.quote} />}
    </section>
  );
}

function Changes({ changes, level }: { readonly changes: readonly string[]; readonly level: HeadingLevel }) {
  return (
    <section className="changes">
      <Heading level={level} className="minor-title">
        It would change if
      </Heading>
      <ul>
        {changes.map((change) => (
          <li key={change}>… {change}</li>
        ))}
      </ul>
    </section>
  );
}

function Points({ points, level }: { readonly points: Feedback['points']; readonly level: HeadingLevel }) {
  return (
    <section className="points">
      <Heading level={level} className="minor-title">
        A full answer would touch
      </Heading>
      <ul>
        {points.map((point) => (
          <li key={point.id}>{point.text}</li>
        ))}
      </ul>
    </section>
  );
}
