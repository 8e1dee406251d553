/** What people call the queues and schedules of a template, whose own names are run together and end in a hash. */

/** A queue or schedule in words. */
export type Words = { title: string; does: string };

const known: Readonly<Record<string, Words>> = {
  FilesQueue: { title: 'Files', does: 'files that arrived and are to be read' },
  RowsQueue: { title: 'Rows', does: 'rows of files on their way to becoming people' },
  CredentialsQueue: { title: 'Credentials', does: 'people who are to get a user name and a password by mail' },
  NoticesQueue: { title: 'Notices', does: 'mails to administrators and to people whose password ends' },
  DeliveriesQueue: { title: 'Deliveries', does: 'what became of mails: arrived, or bounced' },
  SweepsQueue: { title: 'Sweeps', does: 'parts of a sweep' },
  EnforcePoliciesSchedule: {
    title: 'Sweep',
    does: 'Does what is due by now: warns before passwords expire, ends temporary passwords and mailboxes without a licence, removes who was deleted 30 days ago, and takes up what stood still. It runs by itself every 15 minutes of this machine’s own time.',
  },
};

/** The words of a logical id: ours, or for one that we do not know its own words, parted and without the hash. */
export const wordsOf = (logicalId: string): Words => {
  const plain = logicalId.replace(/[0-9A-F]{8}$/, '');
  return known[plain] ?? { title: plain.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '), does: '' };
};
