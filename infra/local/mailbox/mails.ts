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

/** Where they are kept, the oldest first: a list, or a file that is read as one. */
export type KeptMails = {
  readonly length: number;
  filter: (wanted: () => boolean) => readonly KeptMail[];
  find: (wanted: (mail: KeptMail) => boolean) => KeptMail | undefined;
};

/** What a search finds: how many mails there are, how many hold what is looked for, and the newest of those. */
export type FoundMails = { count: number; total: number; mails: ListedMail[] };

/** So many are listed at once, the newest first. */
const mostListed = 100;

/** Whether a mail holds every word, in any of its addresses, its subject or its text, in any case. */
const holds = ({ destination, subject, body }: KeptMail, words: readonly string[]): boolean => {
  const text = [...destination.to, subject, body.text ?? ''].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The newest mails that hold what is looked for, and how many do. */
export const findMails = (mails: KeptMails, search: string): FoundMails => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const all = mails.filter(() => true);
  const found = words.length === 0 ? all : all.filter((mail) => holds(mail, words));
  const listed = found.slice(-mostListed).reverse();
  return {
    count: found.length,
    total: all.length,
    mails: listed.map(({ messageId, from, destination, subject, at }) => ({
      messageId,
      from,
      to: destination.to,
      subject,
      at,
    })),
  };
};

/** The same, found anew only when there is another number of mails or something else is looked for: a page asks all the time. */
export const rememberedSearch = (): typeof findMails => {
  let last: { mails: KeptMails; length: number; search: string; found: FoundMails } | undefined;
  return (mails, search) => {
    if (last?.mails !== mails || last.length !== mails.length || last.search !== search) {
      last = { mails, length: mails.length, search, found: findMails(mails, search) };
    }
    return last.found;
  };
};
