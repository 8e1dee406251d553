/** Whoever mails notices is told that a person is owed some. */
import type { Person } from '../domain/person.ts';
import type { Queues } from './queues.ts';

/** Tells the queue of what a person is owed. It is owed in any case: when the queue cannot be told, the sweep finds it. */
export const tellNotices = async (
  { id, pendingNotices }: Pick<Person, 'id' | 'pendingNotices'>,
  { queues }: { queues: Pick<Queues, 'notices'> },
): Promise<void> => {
  if (pendingNotices.length > 0) await queues.notices([{ kind: 'notices', userIds: [id] }]).catch(() => undefined);
};
