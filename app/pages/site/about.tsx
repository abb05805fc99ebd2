import type { MetaFunction } from '@remix-run/node';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [
  { title: 'About – Criterion' },
  {
    name: 'description',
    content: 'What Criterion is: nobody typed an answer key, every answer is explained, and what you do here stays yours.',
  },
];

export default function About() {
  return (
    <Main width="reading">
      <PageHeader title="About Criterion">
        <p>A course platform for one kind of learning: telling what falls under a definition, what does not, and why.</p>
      </PageHeader>
      <div className="prose">
        <h2 id="no-key">Nobody typed an answer key</h2>
        <p>
          Each story in the course comes with its facts: who took part, what each side gave, when, and for whose good. The definition is
          written down as a list of criteria that a computer can check. Put the two together and the answer follows, with the reason for
          every criterion. If we change the definition, every answer changes with it. That way the marks and the explanations cannot
          disagree.
        </p>
        <h2 id="wrong-answers">Why wrong answers are useful</h2>
        <p>
          Many wrong answers come from a definition that somebody really holds: “it only counts if it happens at the same time”, say. We
          have written those down too. When your answer matches one, we tell you its name, why it tempts, and where it breaks.
        </p>
        <h2 id="disputed">When scholars disagree</h2>
        <p>
          Some cases are disputed, and the course says so. An answer is always judged under a definition that is named, and for a disputed
          case you see the other readings and who holds them.
        </p>
        <h2 id="your-data">What is kept about you</h2>
        <p>
          You need no account. Reading leaves no trace. Once you answer a question, start a quiz or mark a section as read, we keep what you
          did under a random number, and a cookie on this device that leads to it. We do not know your name. The cookie lasts a year from
          when it is made; another device starts afresh. On <a href="/progress">your progress page</a> you can save everything we hold about
          you as a file, or delete it at once and for good.
        </p>
        <p>
          An account adds your name, your email address and a way to sign in. It takes over what this device has kept so far. Passphrases
          are kept as hashes, of which nobody can read them. An administrator sees your name and address, and each look at or change of your
          account is noted.
        </p>
        <p>
          Only if you join a cohort do its instructors see what you do in its course; the page that you join by says what exactly, and you
          can leave at any time.
        </p>
        <p>
          A certificate is, apart from that, the one thing that others can see, and only with its code: the name that you chose for it, the
          course, your best scores and the date. You can withdraw it; deleting your data deletes it too.
        </p>
        <p>
          The page <a href="/privacy">What is kept</a> lists all of it: why, for how long, and who sees it.
        </p>
        <h2 id="method">How the course teaches</h2>
        <p>
          Lessons ask before they tell: you compare two cases before you read the principle, and every question is there to help you learn.
          These habits rest on published research, listed with the other <a href="/sources">sources</a>.
        </p>
      </div>
    </Main>
  );
}
