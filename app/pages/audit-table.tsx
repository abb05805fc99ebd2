import { auditWords, isAboutSomebody } from '#app/access/audit-action.ts';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { timeIn } from '#app/ui/when.ts';
import type { NamedAuditEntry } from '#db/audit.ts';

export interface AuditLine {
  readonly id: string;
  readonly when: string;
  readonly words: string;
}

const somebody = 'somebody whose account is gone';

/** Returns an entry in words: "Ann changed the role of Ben (to instructor)". */
export function auditLine({ id, at, actor, action, subject, detail }: NamedAuditEntry, zone: string): AuditLine {
  if (action === 'log-shortened') return { id, when: timeIn(zone, at), words: `The server ${auditWords(action)} (${detail})` };
  const whom = subject ?? (isAboutSomebody(action) ? somebody : null);
  const about = whom === null || whom === actor ? '' : ` – ${whom}`;
  const who = actor ?? somebody.charAt(0).toUpperCase() + somebody.slice(1);
  return { id, when: timeIn(zone, at), words: `${who} ${auditWords(action)}${about}${detail ? ` (${detail})` : ''}` };
}

/** Entries of the audit log, newest first. */
export function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  if (lines.length === 0) return <p className="hint">Nothing yet.</p>;
  return (
    <TableScroll label="Entries of the audit log">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, when, words }) => (
            <tr key={id}>
              <td className="figures">{when}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
