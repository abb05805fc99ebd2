/** Adding people from a list: type or upload, look at what each line will do, then do it. */

import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { count } from '#app/ui/words.ts';

export function ListForm({ formKey }: { readonly formKey: string }) {
  return (
    <form method="post" encType="multipart/form-data" className="card">
      <h2 className="card-title">Add people from a list</h2>
      <input type="hidden" name="intent" value="preview" />
      <input type="hidden" name="key" value={formKey} />
      <p className="entry">
        <label htmlFor="list">Names and addresses</label>
        <textarea id="list" name="list" rows={6} spellCheck={false} aria-describedby="list-hint" />
        <span className="hint" id="list-hint">
          One person a line, as in “Ana Ruiz, ana@example.org”, or as copied from a spreadsheet.
        </span>
      </p>
      <p className="entry">
        <label htmlFor="file">Or a CSV file</label>
        <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
      </p>
      <Actions>
        <Button variant="quiet">See what will happen</Button>
      </Actions>
    </form>
  );
}

interface Line {
  readonly line: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly problem: string | null;
  readonly effect: 'invite' | 'renew' | 'leave-out';
}

const effects = { invite: 'Gets a link', renew: 'Gets a new link; the old one ends', 'leave-out': 'Left out' } as const;

interface InvitePreviewProps {
  readonly preview: readonly Line[];
  readonly text: string;
  readonly cohort: string;
  readonly formKey: string;
}

export function InvitePreview({ preview, text, cohort, formKey }: InvitePreviewProps) {
  const good = preview.filter(({ effect }) => effect !== 'leave-out').length;
  const bad = preview.length - good;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">What will happen</h2>
      <p>
        {preview.length === 0 && 'The list is empty. '}
        {good > 0 && `${count(good, 'person', 'people')} will get a link of their own. `}
        {bad > 0 && `${count(bad, 'line')} will be left out; mend the list, or go on without. `}
        Nothing is done yet.
      </p>
      {preview.length > 0 && (
        <TableScroll label="Lines of the list" tall>
          <table className="data-table">
            <caption className="visually-hidden">Each line of the list and what it will do</caption>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Name</th>
                <th scope="col">Address</th>
                <th scope="col">What happens</th>
              </tr>
            </thead>
            <tbody>
              {preview.map((line) => (
                <tr key={line.line} className={line.problem ? 'row-problem' : undefined}>
                  <th scope="row" className="figures">
                    {line.line}
                  </th>
                  <td>{line.name ?? '–'}</td>
                  <td>{line.email ?? '–'}</td>
                  <td>
                    {effects[line.effect]}
                    {line.problem && `: ${line.problem}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <form method="post">
        <input type="hidden" name="key" value={formKey} />
        <p className="entry">
          <label htmlFor="list">The list, to mend</label>
          <textarea id="list" name="list" rows={8} spellCheck={false} defaultValue={text} />
        </p>
        <Actions>
          {good > 0 && (
            <Button name="intent" value="invite">
              {bad > 0 ? `Invite ${count(good, 'person', 'people')}, leave out the rest` : `Invite ${count(good, 'person', 'people')}`}
            </Button>
          )}
          <Button variant="quiet" name="intent" value="preview">
            Look again
          </Button>
          <ButtonLink variant="quiet" href={`/teach/${cohort}/people`}>
            Do nothing
          </ButtonLink>
        </Actions>
      </form>
    </section>
  );
}

export function InvitedLinks({
  invited,
}: {
  readonly invited: readonly { readonly name: string; readonly email: string; readonly href: string }[];
}) {
  return (
    <Notice tone="success" title={`${count(invited.length, 'link')} made`}>
      <p>
        Each lets one person join. They are shown only now: copy them and hand each to its owner. Where mail is set up, it is on its way;
        one mailbox gets three such letters in a day at most.
      </p>
      <p>
        <textarea
          className="copy-field"
          readOnly
          rows={Math.min(invited.length + 1, 12)}
          aria-label="Names, addresses and links"
          value={invited.map(({ name, email, href }) => [name, email, href].join('\t')).join('\n')}
        />
      </p>
    </Notice>
  );
}
