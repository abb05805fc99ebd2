import { AttemptList } from './attempt-list.tsx';
import { Actions, Button, ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { samples } from './design-samples.ts';
import { EmptyState } from './empty-state.tsx';
import { LessonPath } from './lesson-path.tsx';
import { Notice } from './notice.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { SourceList } from './source-list.tsx';
import { SourceNote } from './source-note.tsx';
import { Stats } from './stats.tsx';

/** What course, progress and result pages are made of. */
export function DesignParts() {
  return (
    <>
      <h2>The course</h2>
      <ProgressBar label="So far" value={1} of={4} unit="lessons" />
      <LessonPath lessons={samples.path} />
      <h2>Results</h2>
      <ScoreSummary
        title="Your score"
        score={0.72}
        marked={9}
        headingLevel={3}
        lines={[
          { label: 'A public body puts something in', score: 1, marked: 3 },
          { label: 'They give something by acting', score: 0.66, marked: 3 },
          { label: 'It is work, not a say', score: 0.5, marked: 3 },
          { label: 'It is worth something', score: null, marked: 0 },
        ]}
      />
      <AttemptList
        caption="Your attempts"
        attempts={[
          {
            href: '#a2',
            when: '4 March, 09:12',
            iso: '2026-03-04T09:12:00Z',
            mode: 'Mock test',
            lesson: 'Who does the work?',
            state: '4 of 10 answered',
            score: null,
          },
          {
            href: '#a1',
            when: '3 March, 14:05',
            iso: '2026-03-03T14:05:00Z',
            mode: 'Practice',
            lesson: 'Who does the work?',
            state: 'Finished',
            score: 0.8,
          },
        ]}
      />
      <Stats
        stats={[
          { label: 'Questions answered', value: '42' },
          { label: 'Time spent', value: '1 h 12 min' },
          { label: 'Average score', value: '74%', note: 'of 38 marked' },
        ]}
      />
      <h2>Messages</h2>
      <Notice>Your answers are kept on this server, against a cookie in this browser.</Notice>
      <Notice tone="success" title="Sent">
        Your answer is kept.
      </Notice>
      <Notice tone="warning" title="You have answered this already">
        In another tab, with another answer. The first one counts.
      </Notice>
      <Notice tone="error" title="Not sent yet">
        The connection is gone. Your answer is kept here and we keep trying.
      </Notice>
      <EmptyState title="No attempts yet" headingLevel={3} action={<ButtonLink href="#start">Start the first lesson</ButtonLink>}>
        <p>After your first quiz you will see here how each idea went, and which to look at again.</p>
      </EmptyState>
      <h2>Small parts</h2>
      <Actions>
        <Button>Answer</Button>
        <Button variant="quiet">Later</Button>
        <Button variant="danger">Delete everything</Button>
        <ButtonLink href="#go">Continue</ButtonLink>
      </Actions>
      <div className="cards">
        <Card eyebrow="Go on" title="Lesson 3, section 2" href="#go" headingLevel={3}>
          <p>Is a meeting work? About six minutes are left.</p>
        </Card>
        <Card title="Join a cohort" headingLevel={3}>
          <p>With the code that your teacher gave you.</p>
        </Card>
      </div>
      <SourceNote source={samples.disputedReview.source} flags={samples.disputedReview.flags} />
      <SourceList
        sources={[
          { id: 'source', cite: 'ANZSOG (2017). What is co-production? Melbourne: ANZSOG.', url: null, checked: 'whole text' },
          {
            id: 'source-2',
            cite: 'Nabatchi, T., Sancino, A. & Sicilia, M. (2017). Varieties of participation.',
            url: 'https://example.org/',
            checked: 'abstract or excerpt',
          },
        ]}
      />
    </>
  );
}
