/** What the audit log records: each way to view or change the record of another person, or to hand out power. */

export const auditActions = [
  'admin-claimed',
  'role-changed',
  'account-disabled',
  'account-enabled',
  'reset-link-made',
  'reset-link-used',
  'account-deleted',
  'cohort-viewed',
  'cohort-deleted',
  'cohort-handed-over',
  'co-instructor-added',
  'co-instructor-removed',
  'learner-invited',
  'learner-removed',
  'learner-viewed',
  'note-written',
  'extension-given',
  'cohort-exported',
  'regrade-applied',
  'regrade-declined',
  'regrade-undone',
  'dispute-answered',
  'log-shortened',
] as const;
export type AuditAction = (typeof auditActions)[number];

const words: Readonly<Record<AuditAction, string>> = {
  'admin-claimed': 'became administrator by a link',
  'role-changed': 'changed the role',
  'account-disabled': 'disabled the account',
  'account-enabled': 'enabled the account again',
  'reset-link-made': 'made a link for a new passphrase',
  'reset-link-used': 'chose a new passphrase by a link',
  'account-deleted': 'deleted the account',
  'cohort-viewed': 'looked at a cohort',
  'cohort-deleted': 'deleted a cohort',
  'cohort-handed-over': 'handed over a cohort',
  'co-instructor-added': 'added as co-instructor',
  'co-instructor-removed': 'removed as co-instructor',
  'learner-invited': 'invited to a cohort',
  'learner-removed': 'removed from a cohort',
  'learner-viewed': 'looked at the record',
  'note-written': 'wrote a private note',
  'extension-given': 'gave an extension',
  'cohort-exported': 'exported a cohort',
  'regrade-applied': 'applied a regrade',
  'regrade-declined': 'declined a regrade',
  'regrade-undone': 'undid a regrade',
  'dispute-answered': 'answered a dispute',
  'log-shortened': 'took out old entries of this log',
};

const aboutNobody: ReadonlySet<AuditAction> = new Set([
  'cohort-viewed',
  'cohort-deleted',
  'cohort-exported',
  'learner-invited',
  'regrade-applied',
  'regrade-declined',
  'regrade-undone',
] as const);

/** True for an action that concerns one person, so that an entry without one tells of somebody who has left. */
export function isAboutSomebody(action: AuditAction): boolean {
  return !aboutNobody.has(action);
}

/** Returns the action in words that follow a name: "Ann changed the role". */
export function auditWords(action: AuditAction): string {
  return words[action];
}
