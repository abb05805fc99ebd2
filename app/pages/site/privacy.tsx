import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useContext } from 'react';
import { Contact } from '#app/ui/contact.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { StackingCell, StackingRow, StackingTable } from '#app/ui/stacking-table.tsx';
import { count } from '#app/ui/words.ts';
import { Frame } from '../document.tsx';

export const meta: MetaFunction = () => [
  { title: 'What is kept, and who sees it – Criterion' },
  {
    name: 'description',
    content: 'What this site keeps of whom, why, for how long and who sees it; and how to save or delete what is kept about you.',
  },
];

export function loader({ context }: LoaderFunctionArgs) {
  return context.keeps;
}

const days = (number: number) => count(number, 'day', 'days');
/** Zero keeps for ever. */
const forDays = (number: number, from: string) => (number === 0 ? 'until it is deleted' : `${days(number)} after ${from}`);

/** Everything held about people, by kind. The words are ours; the times are those of the settings in force. */
function rulesOf({ retention, backupHours, backupsKept }: ReturnType<typeof loader>) {
  const backups = backupHours === 0 ? 'As often as whoever runs this site takes them' : days(Math.ceil((backupHours * backupsKept) / 24));
  return [
    {
      what: 'Answers, quizzes, drafts, sections read, and what is worked out from them: progress, reviews, what you seem to believe',
      why: 'To go on where you left off, and to choose what helps you next',
      long: `With an account until you delete it; without one ${forDays(retention.idle, 'you were last here')}`,
      who: 'You; who teaches a cohort that you joined; an administrator, which is noted',
    },
    {
      what: 'Name, email address, a hash of your passphrase, passkeys',
      why: 'To know you again on any device',
      long: 'Until you delete your account',
      who: 'You, who teaches you, administrators. Nobody can read a passphrase or the secret of a passkey',
    },
    {
      what: 'Sessions: a hash of a random number, which a cookie on your device holds',
      why: 'To know that it is you, without asking at each page',
      long: 'A year, or until you sign out',
      who: 'Nobody',
    },
    {
      what: 'Which cohorts you are in; notes, more time, invitations, disputes, marks decided anew',
      why: 'To teach the class',
      long: `As long as the cohort or your account; an invitation that is not taken up ${forDays(retention.invitations, 'it was made')}`,
      who: 'Who teaches the cohort; you have all of it in the copy of your data',
    },
    {
      what: 'Graded quizzes of a cohort, after you delete your account',
      why: 'The class keeps its record',
      long: 'As long as the cohort',
      who: 'Who teaches the cohort; without your name and without your own words',
    },
    {
      what: 'Certificates, with the name that you chose for them',
      why: 'So that others can check one',
      long: 'Until you withdraw it, or delete your data',
      who: 'Whoever has its code',
    },
    {
      what: 'Audit log: who looked at or changed somebody’s record',
      why: 'So that looking is seen',
      long: `${forDays(retention.audit, 'it was written')}; a name goes when its account does`,
      who: 'Administrators; you see who looked at yours',
    },
    {
      what: 'Network addresses',
      why: 'To hold up whoever guesses passphrases or floods the site',
      long: 'An hour at most, in memory; never in the data file',
      who: 'Nobody',
    },
    {
      what: 'Backups of all this',
      why: 'So that nothing is lost when a disk is',
      long: `${backups}; what you delete stays in them until then`,
      who: 'Whoever runs this site',
    },
  ];
}

const columns = { why: 'Why', long: 'How long', who: 'Who sees it' } as const;
const columnIds = ['why', 'long', 'who'] as const;

export default function Privacy() {
  const rules = rulesOf(useLoaderData<typeof loader>());
  const { contact } = useContext(Frame);
  return (
    <Main>
      <PageHeader title="What is kept, and who sees it">
        <p>
          Nothing is kept about anyone who only reads. Nothing is sold, sent elsewhere or used for advertising, and no page loads from
          another site.
        </p>
      </PageHeader>
      <StackingTable columns={['What', ...Object.values(columns)]}>
        {rules.map((rule) => (
          <StackingRow key={rule.what} head={rule.what}>
            {columnIds.map((id) => (
              <StackingCell key={id} label={columns[id]}>
                {rule[id]}
              </StackingCell>
            ))}
          </StackingRow>
        ))}
      </StackingTable>
      <div className="prose">
        <h2 id="contact">Who runs this site</h2>
        {contact === null ? (
          <p>Whoever set it up answers for what is kept here. No name is given on this site; your instructor knows whom to ask.</p>
        ) : (
          <p>
            <Contact text={contact} />. Write there about what is kept of you, and about anything that seems unsafe here.
          </p>
        )}
        <h2 id="cohorts">Before you join a cohort</h2>
        <p>
          Joining lets its instructors see your name and address, and everything you do in its course, from before you joined too. Other
          learners see nothing of it. Once you leave, they no longer see it, and what you did stays yours. The page that you join by names
          who teaches there, and each look at your record is shown to you.
        </p>
        <h2 id="rights">Your copy, and deleting</h2>
        <p>
          On <a href="/progress">your progress page</a> you can save all of it as a file, or delete it at once and for good. What is deleted
          is overwritten in the data file. Correct your name and address in <a href="/account">your account</a>.
        </p>
      </div>
    </Main>
  );
}
