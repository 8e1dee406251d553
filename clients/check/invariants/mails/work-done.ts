import { secondsUntilDue } from '../../../../shared/domain/digests/digest.ts';
import { nextDue } from '../../../../shared/domain/enforcement/next-due.ts';
import { addSeconds } from '../../../../shared/domain/time.ts';
import { eachBy, type Invariant } from '../../invariant.ts';

/** Each try at a mail, as each other duty, puts the next moment further out: nothing stays due while the sweep runs. */
export const workDone: Invariant = {
  name: 'work-done',
  holds: 'Nothing has long been due: no mail is owed, no password or mailbox waits for its end past its moment.',
  judges: 'subject',
  watch: eachBy((seen, { now, policy, lateSeconds }) => {
    if (seen.kind === 'digest') {
      const { kind, waiting } = seen.digest;
      if (!waiting || addSeconds(waiting.dueDateTime, lateSeconds) > now || secondsUntilDue(seen.digest, now) > 0)
        return [];
      return [{ about: `item DIGESTS ${kind}`, what: `has been due since ${waiting.dueDateTime}` }];
    }
    if (seen.kind !== 'person') return undefined;
    const due = nextDue(seen.person, policy);
    if (due === undefined || addSeconds(due, lateSeconds) > now) return [];
    return [{ about: `person ${seen.person.id}`, what: `has been due since ${due}` }];
  }),
};
