import type { Person } from '../../../../shared/domain/person.ts';
import { eachBy, type Invariant } from '../../invariant.ts';

/** What no moment brings back is owed for ever. */
export const owedMails: Invariant = {
  name: 'owed-mails',
  holds: 'Every mail that is owed has the moment of its next try, and whoever was sent a password has one.',
  judges: 'item',
  watch: eachBy((seen) => {
    if (seen.kind !== 'person') return undefined;
    return faultsOf(seen.person).map((what) => ({ about: `person ${seen.person.id}`, what }));
  }),
};

const faultsOf = ({ credentialMail, password, pendingNotices, deleted }: Person): string[] => {
  const faults: string[] = [];
  if (deleted) {
    if (pendingNotices.length > 0) faults.push('is deleted, and owed notices');
    return faults;
  }
  if (credentialMail.state === 'owed' && credentialMail.retryAt === undefined) {
    faults.push('is owed a credential mail that nobody would try again');
  }
  if (credentialMail.state === 'sent' && credentialMail.sentDateTime === undefined) {
    faults.push('was sent credentials at no moment');
  }
  if (credentialMail.state === 'sent' && password.hash === undefined)
    faults.push('was sent credentials that never work');
  if (pendingNotices.some(({ retryAt }) => retryAt === undefined)) {
    faults.push('is owed a notice that nobody would try again');
  }
  return faults;
};
