import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { lessonPath } from '#app/course/paths.ts';
import { currentLearner, keeper } from '#app/server/session.server.ts';
import { fieldValues } from '#app/ui/item/values.ts';
import { Main } from '#app/ui/main.tsx';
import { answerCheck } from '#app/use-cases/answer-check.server.ts';
import { keepSelfCheck } from '#app/use-cases/keep-self-check.server.ts';
import { readSection } from '#app/use-cases/read-section.server.ts';
import type { Markup } from '../markup.server.ts';
import { formFrom, learnerFrom, lessonFrom, scopeOf } from '../request.server.ts';
import { slotMark } from '../slots.ts';
import { lessonMarkup } from './lesson-page.server.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – ${data.course}` : 'Lesson – Criterion' },
  { name: 'description', content: data?.question ?? '' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  // An action that found something to mend has already put the page with its message there.
  context.slots ??= inMain(await lessonMarkup(context, await currentLearner(request, context), course, lesson));
  return { title: lesson.title, question: lesson.question, course: course.title };
}

const inMain = (markup: Markup): ReadonlyMap<string, Markup> => new Map([['main', markup]]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  const { form, key } = await formFrom(request);
  const here = lessonPath(course.id, lesson.slug);
  const { keep, headers } = await keeper(request, context);
  const itemId = form.get('item') ?? '';

  switch (form.get('intent')) {
    case 'read': {
      const next = await readSection(context, keep, course, lesson, { section: form.get('section') ?? '', formKey: key });
      return redirect(`${here}#${next ?? 'lesson-end'}`, { headers });
    }
    case 'self-check': {
      const learnerId = await learnerFrom(request, context, 'There is no such answer of yours.');
      await keepSelfCheck(scopeOf(context), learnerId, {
        responseId: form.get('response') ?? '',
        ticks: form.getAll('tick'),
        formKey: key,
      });
      return redirect(`${here}#check-${itemId}`);
    }
    default: {
      const problem = await answerCheck(context, keep, course, lesson, { itemId, form, formKey: key });
      if (!problem) {
        context.acknowledged();
        return redirect(`${here}#check-${itemId}`, { headers });
      }
      const learnerId = await currentLearner(request, context);
      const markup = await lessonMarkup(context, learnerId, course, lesson, {
        itemId,
        message: problem.problem,
        values: fieldValues(form),
      });
      context.slots = inMain(markup);
      return json(null, { status: 400 });
    }
  }
}

export default function LessonRoute() {
  return <Main html={slotMark('main')} />;
}
