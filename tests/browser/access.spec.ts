/**
 * Who may do what, as the site really answers: every route × every kind of actor, for looking and for sending a form. A route that the
 * table lacks fails, and so does one that the site no longer has.
 */
import type { APIRequestContext } from '@playwright/test';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { v7 } from 'uuid';
import routes from '#app/routes.ts';
import { safetyHeaders } from '#app/server/headers.ts';
import { addInstructor, joinCohort } from '#db/cohorts.ts';
import { expect, test } from './fixture.ts';
import type { Seeder } from './seed.ts';
import { course, lessons } from './the-course.ts';

const actors = ['nobody', 'anonymous', 'learner', 'learner elsewhere', 'instructor elsewhere', 'owner', 'co-instructor', 'admin'] as const;
type ActorName = (typeof actors)[number];

/** One sign for each kind of actor, in the order above. */
const signs: Readonly<Record<string, string>> = {
  '+': 'the page, or the form is taken',
  s: 'led to sign in',
  '>': 'led elsewhere',
  m: 'the form is not taken (400, 409)',
  '-': 'refused (403)',
  '.': 'not there (404)',
  x: 'takes no forms (405)',
};
const all = (sign: string) => sign.repeat(actors.length);

/** Route → what a look at it gives, and what a form gives that holds its key and nothing else. */
const table: Readonly<Record<string, readonly [look: string, send: string]>> = {
  '/': [all('+'), all('x')],
  '/about': [all('+'), all('x')],
  '/privacy': [all('+'), all('x')],
  '/sources': [all('+'), all('x')],
  '/verify': [all('+'), all('x')],
  '/verify/:code': [all('.'), all('x')],
  '/theme': [all('>'), all('>')],
  '/.well-known/security.txt': [all('+'), all('x')],
  '/courses/:course': [all('+'), all('x')],
  '/courses/:course/lessons/:lesson': [all('+'), all('m')],
  '/courses/:course/lessons/:lesson/quiz': [all('+'), all('>')],
  '/courses/:course/reference': [all('+'), all('x')],
  '/courses/:course/reference/:entry': [all('+'), all('x')],
  '/courses/:course/glossary': [all('+'), all('x')],
  '/courses/:course/review': [all('+'), '.>>>>>>>'],
  '/courses/:course/lab': [all('+'), all('m')],
  '/courses/:course/certificate': [all('+'), '.mmmmmmm'],
  '/certificates/:code': [all('.'), all('.')],
  '/attempts/:attempt': ['..+.....', '..m.....'],
  '/attempts/:attempt/result': ['.>+>>>>>', all('x')],
  '/attempts/:attempt/draft': [all('>'), '.m+mmmmm'],
  '/answers/:response/contest': ['ss+.....', 'ssm.....'],
  '/sign-in': ['++>>>>>>', 'mm>>>>>>'],
  '/sign-up': ['++>>>>>>', 'mm>>>>>>'],
  '/sign-out': [all('>'), all('>')],
  '/forgot': [all('+'), all('m')],
  '/link/:token': [all('.'), all('.')],
  '/bring-along': ['ss>>>>>>', 'ss>>>>>>'],
  '/passkeys': [all('>'), all('m')],
  '/account': ['ss++++++', 'ssmmmmmm'],
  '/join': [all('+'), all('x')],
  '/join/:code': [all('+'), 'ss>>>>>>'],
  '/cohorts/:cohort': ['ss+..++.', 'ssm..mm.'],
  '/cohorts/:cohort/seen': ['ss+.....', all('x')],
  '/cohorts/:cohort/assignments/:assignment': ['ss+..++.', 'ss>..mm.'],
  '/teach': ['ss--++++', 'ss--mmmm'],
  '/teach/:cohort': ['ss--.+++', all('x')],
  '/teach/:cohort/learners/:learner': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/assignments': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/assignments/:assignment': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/assignments/:assignment/regrade': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/items': ['ss--.+++', all('x')],
  '/teach/:cohort/misconceptions': ['ss--.+++', all('x')],
  '/teach/:cohort/grid': ['ss--.+++', all('x')],
  '/teach/:cohort/disputes': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/discuss': ['ss--.+++', all('x')],
  '/teach/:cohort/export': ['ss--.+++', all('x')],
  '/teach/:cohort/export/:file': ['ss--.+++', all('x')],
  '/teach/:cohort/brief': ['ss--.+++', all('x')],
  '/teach/:cohort/people': ['ss--.+++', 'ss--.mmm'],
  '/teach/:cohort/settings': ['ss--.+++', 'ss--.mmm'],
  '/admin': ['ss-----+', all('x')],
  '/admin/people/:person': ['ss-----+', 'ss-----m'],
  '/admin/audit': ['ss-----+', all('x')],
  '/admin/health': ['ss-----+', all('x')],
  '/admin/start': ['ss-----+', all('x')],
  '/progress': [all('+'), '>mmmmmmm'],
  '/progress/export': ['>+++++++', all('x')],
  '/*': [all('.'), all('x')],
};

const listed = (routes as RouteConfigEntry[]).map(({ path = '' }) => `/${path}`).filter((path) => path !== '/design');

test('the table has every route of the site, and no other', () => {
  expect(Object.keys(table).toSorted()).toEqual(listed.toSorted());
});

interface World {
  readonly ids: Readonly<Record<Exclude<ActorName, 'nobody'>, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** Of a cohort that only the route for joining is tried on, since that changes who is in it. */
  readonly code: string;
}

async function newWorld(seed: Seeder): Promise<World> {
  const ids = {
    anonymous: await seed.person(null),
    learner: await seed.person('learner'),
    'learner elsewhere': await seed.person('learner'),
    'instructor elsewhere': await seed.person('instructor'),
    owner: await seed.person('instructor'),
    'co-instructor': await seed.person('instructor'),
    admin: await seed.person('admin'),
  };
  const cohort = await seed.cohort(ids.owner);
  const elsewhere = await seed.cohort(ids['instructor elsewhere']);
  await addInstructor(seed.db, cohort.id, ids['co-instructor'], Date.now());
  await joinCohort(seed.db, cohort.id, ids.learner, Date.now());
  await joinCohort(seed.db, elsewhere.id, ids['learner elsewhere'], Date.now());
  const attempt = await seed.openQuiz(ids.learner);
  return {
    ids,
    code: (await seed.cohort(ids.owner, 'Another class')).code,
    values: {
      course: course.id,
      lesson: lessons[0]?.slug ?? '',
      entry: 'R3',
      attempt,
      response: await seed.answerOf(ids.learner),
      cohort: cohort.id,
      assignment: await seed.assignment(cohort.id),
      learner: ids.learner,
      person: ids.learner,
      file: 'gradebook.csv',
      token: 'unknown',
      code: '222222-222222-222222',
      '*': 'nothing/here',
    },
  };
}

const fill = (path: string, world: World) =>
  (path === '/join/:code' ? `/join/${world.code}` : path).replace(/:(\w+)|\*/g, (part, name) => world.values[name ?? part] ?? part);

const safe = Object.fromEntries(
  Object.entries(safetyHeaders({ secure: false, framedBy: "'none'" })).map(([name, value]) => [name.toLowerCase(), value]),
);

/** Scripts, styles and handlers that stand in the page itself. */
const inlineIn = (html: string) =>
  html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style[^>]*>|<[^>]+\s(?:style|on[a-z]+)=[^>]*>|javascript:/gi) ?? [];

async function sign(request: APIRequestContext, address: string, cookie: string | null, send: boolean): Promise<string> {
  const headers = { ...(cookie ? { Cookie: cookie } : {}), ...(send ? { 'Sec-Fetch-Site': 'same-origin' } : {}) };
  const options = { headers, maxRedirects: 0, ...(send ? { form: { key: v7(), position: '0' } } : {}) };
  const response = await (send ? request.post(address, options) : request.get(address, options));
  // Whatever the answer, and to whomever: every header that keeps the site safe stands on it, and nothing in the page needs the policy to be softer.
  expect(response.headers()).toMatchObject(safe);
  expect(response.headers()).not.toHaveProperty('strict-transport-security');
  if (response.headers()['content-type']?.startsWith('text/html')) expect(inlineIn(await response.text()), address).toEqual([]);
  const to = response.headers().location ?? '';
  const status = response.status();
  if (status === 302 || status === 303) return to.startsWith('/sign-in') && !address.startsWith('/sign-out') ? 's' : '>';
  return { 200: '+', 204: '+', 409: 'm', 400: 'm', 403: '-', 404: '.', 405: 'x', 410: '.' }[status] ?? `?${status}`;
}

for (const [path, [look, send]] of Object.entries(table)) {
  test(`${path} opens for those who may, and for nobody else`, async ({ seed, playwright, baseURL }) => {
    const world = await newWorld(seed);
    for (const [expected, sends] of [
      [look, false],
      [send, true],
    ] as const) {
      let found = '';
      for (const actor of actors) {
        // Each request has its own cookies, and a session of its own: some forms end one.
        const request = await playwright.request.newContext(baseURL ? { baseURL } : {});
        const cookie = actor === 'nobody' ? null : await seed.cookie(world.ids[actor]);
        found += await sign(request, fill(path, world), cookie, sends);
        await request.dispose();
      }
      const words = (string: string) => Object.fromEntries([...string].map((one, index) => [actors[index], signs[one] ?? one]));
      expect(words(found), sends ? 'sending a form' : 'looking').toEqual(words(expected));
    }
  });
}
