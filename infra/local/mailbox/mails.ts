/** Mails as the mailbox of this machine keeps them, and how they are found. */

/** A mail that was sent: `at` in whole seconds of this machine's clock. */
export type KeptMail = {
  messageId: string;
  from: string;
  destination: { to: string[] };
  subject: string;
  body: { text?: string; html?: string };
  at: number;
};

/** A mail in a list: without its content. */
export type ListedMail = Pick<KeptMail, 'messageId' | 'from' | 'subject' | 'at'> & { to: string[] };

/** The mails of a mailbox, read one after the other: there may be more than memory holds. */
export type Mails<Mail = KeptMail> = { readonly length: number; newestFirst: () => Iterable<Mail> };

/** So many are listed at once, the newest first. */
const mostListed = 100;

/** Whether a mail holds every word, in any of its addresses, its subject or its text, in any case. */
const holds = ({ destination, subject, body }: KeptMail, words: readonly string[]): boolean => {
  const text = [...destination.to, subject, body.text ?? ''].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The newest mails that hold what is looked for, and how many do. */
export const findMails = (mails: Mails, search: string): { count: number; total: number; mails: ListedMail[] } => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const listed: ListedMail[] = [];
  let count = 0;
  for (const mail of mails.newestFirst()) {
    if (!holds(mail, words)) continue;
    count += 1;
    if (count <= mostListed) listed.push(inList(mail));
    else if (words.length === 0) break;
  }
  const total = mails.length;
  return { count: words.length === 0 ? total : count, total, mails: listed };
};

const inList = ({ messageId, from, destination, subject, at }: KeptMail): ListedMail => ({
  messageId,
  from,
  to: destination.to,
  subject,
  at,
});
