interface LessonHeaderProps {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
}

/** The opening of a lesson: its number, its question, and what one can do after it. */
export function LessonHeader({ number, title, question, minutes, objectives }: LessonHeaderProps) {
  return (
    <header className="lesson-header">
      <p className="eyebrow figures">
        Lesson {number} · {minutes} minutes
      </p>
      <h1>{title}</h1>
      <p className="lesson-question">{question}</p>
      {objectives.length > 0 && (
        <div className="objectives">
          <p className="minor-title" id="objectives">
            After this lesson you can
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
