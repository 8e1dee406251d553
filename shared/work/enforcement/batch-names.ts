/** The migration batches by which mailboxes came, as administrators are told of them. */
import type { PendingNotice, Person } from '../../domain/person.ts';
import type { Imports } from '../imports/imports.ts';

/** Notices of which it is told by which migration batch the mailbox came. */
export const isOfMailbox = ({ kind }: Pick<PendingNotice, 'kind'>): boolean =>
  kind === 'graceReminder' || kind === 'mailboxDisabled';

/** The names of the migration batches of these people's mailboxes, by id: there are few batches, and each is read once. */
export const batchNames = async (
  owed: readonly { person: Person; notice: PendingNotice }[],
  { imports }: { imports: Pick<Imports, 'read'> },
): Promise<Map<string, string>> => {
  const ids = new Set(owed.flatMap(({ person, notice }) => (isOfMailbox(notice) && person.mailbox?.batchId) || []));
  const jobs = await Promise.all([...ids].map((id) => imports.read(id)));
  return new Map(jobs.flatMap((job) => (job?.migration ? [[job.id, job.migration.displayName] as const] : [])));
};
