/** The ideas that somebody's answers point to, taken seriously, and where the course answers them. */
import { lessonPath, referencePath, reviewPath } from '#app/course/paths.ts';
import { MisconceptionCard } from '#app/ui/misconception-card.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { chanceWords, count, sentenceCase } from '#app/ui/words.ts';
import type { ProgressOfCourse } from './progress-of.server.ts';

export function IdeasSection({ view }: { readonly view: Pick<ProgressOfCourse, 'course' | 'ideas'> }) {
  const { course, ideas } = view;
  return (
    <section className="ideas-held reading">
      <h3>{ideas.length === 1 ? 'An idea that your answers point to' : 'Ideas that your answers point to'}</h3>
      <p className="hint">
        Worked out from which answers you chose, not only from how many were right. It may be wrong, and it goes as soon as your answers
        point elsewhere.
      </p>
      <ReferenceBase.Provider value={referencePath(course.id)}>
        {ideas.map(({ lesson, probability, answers, ...idea }) => (
          <div key={idea.id}>
            <MisconceptionCard misconception={idea} headingLevel={4} />
            <p>
              {sentenceCase(chanceWords(probability))} you go by it, from {count(answers, 'answer')}.{' '}
              {lesson && (
                <>
                  The lesson “<a href={lessonPath(course.id, lesson.slug)}>{lesson.title}</a>” answers it.{' '}
                </>
              )}
              Its stories come back in your <a href={reviewPath(course.id)}>reviews</a>.
            </p>
          </div>
        ))}
      </ReferenceBase.Provider>
    </section>
  );
}
