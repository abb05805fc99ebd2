import { unbroken } from './unbroken.tsx';
import { lessonName } from './words.ts';

interface LessonHeaderProps {
  readonly number: number;
  readonly role: 'lesson' | 'capstone';
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
}

/** The opening of a lesson: its number, its question, and what one can do after it. */
export function LessonHeader({ number, role, title, question, minutes, objectives }: LessonHeaderProps) {
  return (
    <header className="lesson-header">
      <p className="eyebrow figures">
        {lessonName({ role, number })} · {minutes} minutes
      </p>
      <h1>{unbroken(title)}</h1>
      <p className="lesson-question">{question}</p>
      {objectives.length > 0 && (
        <div className="objectives">
          <p className="minor-title" id="objectives">
            {role === 'capstone' ? 'Here you show that you can' : 'After this lesson you can'}
          </p>
          <ul aria-labelledby="objectives">
            {objectives.map((objective) => (
              <li key={objective.id}>{objective.text}</li>
            ))}
          </ul>
        </div>
      )}
    </header>
  );
}
