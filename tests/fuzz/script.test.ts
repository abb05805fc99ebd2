/**
 * Every text that a person can enter is sent as script, by the form it belongs to, and every page that shows it is looked at: it is there, as
 * the text that was typed, and nowhere as markup.
 */
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

/** As it would run, and what makes each its own; short enough for every field. */
const script = (of: string) => `${of}"><img src=x onerror=zq()>`;
const live = '<img src=x onerror';
/** How a page has to show it. */
const shown = (of: string) => `${of}&quot;&gt;&lt;img src=x onerror=zq()&gt;`;

/** Reads pages and sends forms as somebody, and keeps what came back. */
function visitor(cookie: string, seen: Map<string, string>) {
  const ask = async (address: string, form?: Readonly<Record<string, string>>) => {
    const response = await fetch(house.origin + address, {
      redirect: 'manual',
      headers: { cookie, origin: house.origin },
      ...(form ? { method: 'POST', body: new URLSearchParams({ key: v7(), ...form }) } : {}),
    });
    const text = await response.text();
    const where = `${form ? 'form to ' : ''}${address}`;
    expect(response.status, `${where} ${text.slice(0, 300)}`).toBeLessThan(500);
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) seen.set(`${where} ${seen.size}`, text);
    // What is no page must not pass for one.
    else if (text !== '') expect([type.split(';')[0], response.headers.get('x-content-type-options')], where).not.toContain(null);
    return { status: response.status, to: response.headers.get('location') ?? '', text };
  };
  return {
    look: ask,
    /** Sends a form that has to be taken. */
    send: async (address: string, form: Readonly<Record<string, string>>) => {
      const { status, to, text } = await ask(address, form);
      expect([200, 204, 302], `${address} ${JSON.stringify(form)}: ${text.replace(/<[^>]*>/g, ' ').slice(-1500)}`).toContain(status);
      return { to, text };
    },
  };
}

const fieldIn = (html: string, name: string) => new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '';

test('script typed into any field is kept as text and shown as text', async () => {
  const { theirs } = house;
  const seen = new Map<string, string>();
  const as = async (person: string | undefined) => visitor(await house.cookieOf(person ?? ''), seen);
  const [vera, otto, olga, ada] = [await as(theirs.learner), await as(theirs.other), await as(theirs.owner), await as(theirs.admin)];
  const nobody = visitor('', seen);
  const teach = `/teach/${theirs.cohort}`;
  const typed: string[] = [];
  const text = (of: string) => {
    typed.push(of);
    return script(of);
  };

  // Names of people, of a cohort, of an assignment, on a certificate, and of who is invited.
  await vera.send('/account', { intent: 'profile', name: text('vera'), email: `${theirs.learner}@example.org` });
  await olga.send('/account', { intent: 'profile', name: text('olga'), email: `${theirs.owner}@example.org` });
  await olga.send(`${teach}/settings`, { intent: 'rename', name: text('cohort') });
  await olga.send('/teach', { course: 'co-production', name: text('made') });
  const list = `"${text('list').replaceAll('"', '""')}",listed@example.org\n<img src=x onerror=zq()>,<img src=x onerror=zq()>`;
  await olga.send(`${teach}/people`, { intent: 'preview', list });
  const { text: invited } = await olga.send(`${teach}/people`, { intent: 'invite', list });
  const invitation = /\/join\/[\w-]{30,}/.exec(invited)?.[0] ?? '';
  const quiz = {
    kind: 'quiz',
    lessons: 'who-does-the-work',
    questions: '26',
    counts: 'best',
    attemptsAllowed: '2',
    minutes: '',
    feedback: 'after-due',
    order: 'same',
    opensAt: '2026-01-01T00:00',
    dueAt: '2099-01-01T00:00',
  };
  const { to: assigned } = await olga.send(`${teach}/assignments`, { ...quiz, title: text('quiz') });
  const { to: certificate } = await otto.send('/courses/co-production/certificate', { name: text('certified') });

  // What learners write in their own words: an explanation, a draft of one, a dispute.
  const { to: capstone } = await vera.send('/courses/co-production/lessons/capstone/quiz', { mode: 'mock' });
  const fieldsOf = (html: string) => [...html.matchAll(/<textarea[^>]*? name="(text[^"]*)"/g)].flatMap(([, name]) => name ?? []);
  const last = fieldsOf((await vera.look(`${capstone}?at=11`)).text);
  expect(last.length).toBeGreaterThan(0);
  const explained = Object.fromEntries(last.map((name) => [name, text(`explained ${name}`)]));
  await vera.send(capstone, { position: '11', ...explained });
  await vera.send(capstone, { intent: 'finish' });
  const { to: sitting } = await vera.send(assigned.replace('/teach/', '/cohorts/'), {});
  let drafted = '';
  for (let at = 0; at < 26 && drafted === ''; at++) {
    const [name] = fieldsOf((await vera.look(`${sitting}?at=${at}`)).text);
    if (!name) continue;
    drafted = `${sitting}?at=${at}`;
    await vera.send(`${sitting}/draft`, { position: String(at), [name]: text('draft') });
  }
  expect(drafted).not.toBe('');
  const contest = `/answers/${theirs.response}/contest`;
  const what = /name="what"[^>]*? value="([^"]*)"/.exec((await vera.look(contest)).text)?.[1]?.replaceAll('&quot;', '"') ?? '';
  await vera.send(contest, { what, statement: text('dispute') });

  // What those who teach write: a note, an answer to the dispute, a line with a regrade.
  await olga.send(`${teach}/learners/${theirs.learner}`, { intent: 'note', text: text('note') });
  const dispute = fieldIn((await olga.look(`${teach}/disputes`)).text, 'dispute');
  await olga.send(`${teach}/disputes`, { dispute, decision: 'accept', reply: text('reply') });
  await house.outdate();
  const regrade = `${teach}/assignments/${theirs.assignment}/regrade`;
  await olga.send(regrade, { intent: 'apply', version: fieldIn((await olga.look(regrade)).text, 'version'), note: text('regrade') });

  // What is typed and comes back to be mended, or to say what was looked for.
  const wrong = script('wrong');
  const onwards = 'then';
  await nobody.look('/sign-in', { email: wrong, passphrase: wrong, [onwards]: wrong });
  await nobody.look('/sign-up', { name: `${wrong}\u202e`, email: wrong, passphrase: wrong, [onwards]: wrong });
  await nobody.look('/forgot', { email: wrong });
  await nobody.look('/theme', { theme: wrong, back: wrong });
  await vera.look('/account', { intent: 'profile', name: '', email: wrong, passphrase: wrong });
  await vera.look('/account', { intent: 'zone', zone: wrong });
  await vera.look('/account', { intent: 'passphrase', current: wrong, fresh: 'weak' });
  await otto.look('/courses/co-production/certificate', { name: `${wrong}${'x'.repeat(80)}` });
  await vera.look('/courses/co-production/review', { intent: 'limits', new: wrong, due: wrong, perDay: wrong, newPerDay: wrong });
  await vera.look('/courses/co-production/lab', { before: wrong, do: wrong, case: wrong });
  await vera.look(sitting, { position: wrong, option: wrong, 'row-1': wrong, number: wrong });
  await vera.look(contest, { what: wrong, statement: wrong.repeat(60) });
  await olga.look('/teach', { course: wrong, name: `${wrong}${'x'.repeat(80)}` });
  await olga.look(`${teach}/settings`, { intent: 'rename', name: `${wrong}${'x'.repeat(80)}` });
  await olga.look(`${teach}/settings`, { intent: 'add-instructor', email: wrong });
  await olga.look(`${teach}/assignments`, {
    ...quiz,
    title: wrong,
    questions: wrong,
    minutes: wrong,
    attemptsAllowed: wrong,
    dueAt: wrong,
  });
  await olga.look(assigned, { intent: 'extend', learner: theirs.learner ?? '', dueAt: wrong, extraMinutes: wrong });
  await olga.look(`${teach}/learners/${theirs.learner}`, { intent: 'note', text: wrong.repeat(200) });
  await olga.look(`${teach}/disputes`, { dispute, decision: wrong, reply: wrong.repeat(100) });
  await olga.look(regrade, { intent: 'apply', version: wrong, note: wrong.repeat(60) });
  const query = encodeURIComponent(wrong);
  for (const address of [
    '/verify?code=',
    '/verify/',
    '/join?code=',
    '/join/',
    '/',
    '/sign-in?then=',
    '/courses/',
    '/courses/co-production/lab?case=',
  ])
    await nobody.look(address + query);
  for (const address of [`${teach}?q=`, `${teach}?sort=`, `${teach}/items?counts=`, `${teach}/discuss?case=`])
    await olga.look(address + query);
  for (const address of ['/admin?q=', '/admin?after=', '/admin/audit?before=', '/admin/people/']) await ada.look(address + query);

  // And everywhere that it may be shown, to each who may look.
  const pages = [
    '',
    '/people',
    '/settings',
    '/assignments',
    '/items',
    '/misconceptions',
    '/grid',
    '/disputes',
    '/discuss',
    '/brief',
    '/export',
  ];
  const records = [theirs.learner, theirs.other].map((learner) => `/learners/${learner}`);
  for (const page of [...pages, ...records]) for (const who of [olga, ada]) await who.look(teach + page);
  for (const page of ['/teach', '/account', '/progress', assigned, `${assigned}/regrade`, regrade]) await olga.look(page);
  for (const who of [vera, otto])
    for (const page of ['/', '/account', '/progress', `/cohorts/${theirs.cohort}`, `/cohorts/${theirs.cohort}/seen`, '/teach'])
      await who.look(page);
  for (const page of [contest, drafted, `${capstone}?at=11`, `${capstone}/result`, assigned.replace('/teach/', '/cohorts/')])
    await vera.look(page);
  await otto.look(certificate);
  await otto.look('/courses/co-production/certificate');
  await nobody.look(certificate.replace('/certificates/', '/verify/'));
  for (const page of [invitation, '/admin', '/admin/audit', `/admin/people/${theirs.learner}`, `/admin/people/${theirs.owner}`])
    await ada.look(page);

  expect(seen.size).toBeGreaterThan(90);
  for (const [where, html] of seen) expect(html.includes(live), `${where} shows script as markup`).toBe(false);
  const everything = [...seen.values()].join('\n');
  expect(typed.filter((of) => !everything.includes(shown(of)))).toEqual([]);
});
