import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon, type IconName } from './icon.tsx';
import { lessonName, percent } from './words.ts';

export type LessonPathState = 'not-started' | 'in-progress' | 'done' | 'shaky';

export interface LessonPathEntry {
  readonly number: number;
  readonly role: 'lesson' | 'capstone';
  readonly title: string;
  readonly href: string;
  /** The lesson's question, which makes one want to open it. */
  readonly question: string;
  readonly minutes: number;
  readonly state: LessonPathState;
  /** What has been done of it: "2 of 6 sections read". */
  readonly detail?: string | null | undefined;
  /** Best quiz score from 0 to 1, null before the first quiz. */
  readonly score: number | null;
  /** True for the lesson to go on with. */
  readonly next: boolean;
}

const states: Readonly<Record<LessonPathState, { readonly label: string; readonly icon: IconName | null }>> = {
  'not-started': { label: 'Not started', icon: null },
  'in-progress': { label: 'In progress', icon: 'half' },
  done: { label: 'Done', icon: 'check' },
  shaky: { label: 'Worth another look', icon: 'warning' },
};

/** The lessons as one numbered path, each with its state in words, and a mark at the next step. */
export function LessonPath({
  lessons,
  headingLevel = 3,
}: {
  readonly lessons: readonly LessonPathEntry[];
  readonly headingLevel?: HeadingLevel;
}) {
  return (
    <ol className="path">
      {lessons.map((lesson) => (
        <PathStep key={lesson.href} lesson={lesson} headingLevel={headingLevel} />
      ))}
    </ol>
  );
}

function PathStep({ lesson, headingLevel }: { readonly lesson: LessonPathEntry; readonly headingLevel: HeadingLevel }) {
  const state = states[lesson.state];
  return (
    <li className={`path-step path-${lesson.state}${lesson.next ? ' path-next' : ''}`}>
      <span className="path-number figures" aria-hidden="true">
        {lesson.role === 'capstone' ? '★' : lesson.number}
      </span>
      <div className="path-body">
        {lesson.next && <p className="tag">{lesson.state === 'not-started' ? 'Start here' : 'Go on here'}</p>}
        <Heading level={headingLevel} className="path-title">
          <a href={lesson.href}>
            <span className="visually-hidden">{lessonName(lesson)}: </span>
            {lesson.title}
          </a>
        </Heading>
        <p className="path-question">{lesson.question}</p>
      </div>
      <dl className="path-facts figures">
        <div className="path-state">
          <dt className="visually-hidden">State</dt>
          <dd>
            {state.icon && <Icon name={state.icon} />}
            {state.label}
          </dd>
        </div>
        {lesson.detail && (
          <div>
            <dt className="visually-hidden">So far</dt>
            <dd>{lesson.detail}</dd>
          </div>
        )}
        <div>
          <dt className="visually-hidden">Length</dt>
          <dd>{lesson.minutes} min</dd>
        </div>
        {lesson.score !== null && (
          <div>
            <dt>Best quiz</dt> <dd>{percent(lesson.score)}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
