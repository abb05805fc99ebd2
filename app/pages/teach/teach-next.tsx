/** What to teach a class next, and what to ask it. */
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { count, oddsWords, percent } from '#app/ui/words.ts';
import type { teachNextWords } from './teach-next-words.server.ts';

type Words = ReturnType<typeof teachNextWords>;

/** The misconception, why this one, the lesson that answers it, and two cases with what each answer would mean. */
export function TeachNextPart({ next }: { readonly next: Words }) {
  const { name, says, breaks, href, learners, held, expected, cost, lesson, cases, sheet } = next;
  return (
    <section className="teach-next" aria-labelledby="teach-next">
      <h2 id="teach-next">Teach this next: “{name}”</h2>
      <p>
        About {expected} of the {count(learners, 'learner')} who have answered about it may be expected to hold it (in {held} it is more
        likely than not), and whoever does gets {percent(cost)} of the lessons’ quiz questions wrong. Multiplied, no other idea costs this
        class as much.
      </p>
      <p>
        <Icon name="idea" /> They would say: “{says}”. <strong>Where it breaks:</strong> {breaks} <a href={href}>More about it</a>
        {lesson && (
          <>
            ; the lesson that answers it is <a href={lesson.href}>{lesson.title}</a>
          </>
        )}
        .
      </p>
      {cases.length > 0 && (
        <>
          <h3>{cases.length === 1 ? 'A case that separates the class' : 'Two cases that separate the class best'}</h3>
          <p className="hint">
            Of all cases in the lessons’ quizzes, those whose answers are expected to tell most about who believes what. None of them stands
            in a graded quiz that is not over. What each answer would mean is for your eyes: the sheet to hand out does not show it.
          </p>
          <div className="cards cards-wide">
            {cases.map((one, place) => (
              <section key={one.scenario} className="card" aria-labelledby={`ask-${one.scenario}`}>
                <h4 className="card-title" id={`ask-${one.scenario}`}>
                  <a href={one.href}>{one.title}</a>
                </h4>
                <ul className="plain-list class-meanings">
                  {one.answers.map((answer) => (
                    <li key={answer.words} className="class-meaning">
                      <span className="figures class-share">{oddsWords(answer.share)}</span>
                      <span>
                        {answer.words}
                        {answer.right && (
                          <strong>
                            {' '}
                            <Icon name="check" /> Right
                          </strong>
                        )}
                        <span className="hint class-from">Would come from: {answer.from}.</span>
                      </span>
                    </li>
                  ))}
                </ul>
                <p className="hint">
                  Beside each answer, how many of the class may be expected to give it. Expected to tell {one.gain} bits about each learner
                  {place > 0 && ', beyond the case before'}.
                </p>
              </section>
            ))}
          </div>
          <Actions>
            <ButtonLink href={sheet} variant="quiet">
              The sheet to print or show
            </ButtonLink>
          </Actions>
        </>
      )}
    </section>
  );
}
