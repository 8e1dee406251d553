/** The mails that the system has sent, wherever the engine keeps them. */
import { fetchAgain } from './fetch-again.ts';
import { waitFor } from './wait-for.ts';

/** A mail as it arrived, with all of its addresses. */
export type Mail = { to: string[]; subject: string; text: string; html: string };

/** Which mails: to an address, and speaking of something in subject or text. */
export type Which = { to: string; about?: string };

/** The mailbox of a running system. */
export type Mailbox = ReturnType<typeof createMailbox>;

type LocalMail = { destination: { to: string[] }; subject: string; body: { text?: string; html?: string } };
type EmulatorMail = { To: string[]; Subject: string; BodyText: string; BodyHtml: string };

/** Reads the local engine's mailbox, or that of the emulator. */
export const createMailbox = ({ MailboxUrl, MailsUrl }: { MailboxUrl?: string; MailsUrl?: string }) => {
  const all = async (): Promise<Mail[]> => {
    if (MailboxUrl) {
      const { emails } = (await read(`${MailboxUrl}/store`)) as { emails: LocalMail[] };
      return emails.map(({ destination, subject, body: { text = '', html = '' } }) => {
        return { to: destination.to, subject, text, html };
      });
    }
    if (!MailsUrl) throw new Error('The outputs name no mailbox (MailboxUrl or MailsUrl), so mails cannot be read.');
    const { messages } = (await read(MailsUrl)) as { messages: Record<string, EmulatorMail[]> };
    return Object.values(messages)
      .flat()
      .map((mail) => ({ to: mail.To, subject: mail.Subject, text: mail.BodyText, html: mail.BodyHtml }));
  };

  const find = async ({ to, about = '' }: Which): Promise<Mail[]> =>
    (await all()).filter((mail) => mail.to.includes(to) && `${mail.subject}\n${mail.text}`.includes(about));

  /** The mails that fit, once there are so many of them. */
  const mails = (which: Which, count: number): Promise<Mail[]> =>
    waitFor(
      `${count} mails to ${which.to} about ${which.about ?? 'anything'}`,
      () => find(which),
      (found) => found.length >= count,
      // Subjects alone: the texts hold passwords.
      { show: (found) => found.map(({ subject }) => subject) },
    );

  const mail = async (which: Which): Promise<Mail> => {
    const [first] = await mails(which, 1);
    return first as Mail;
  };

  return { all, find, mails, mail };
};

const read = async (address: string): Promise<unknown> => {
  const { response, text } = await fetchAgain(address, {}, true);
  if (!response.ok) throw new Error(`The mailbox answered with ${response.status}.`);
  return JSON.parse(text);
};

/** Whether a mail went to these addresses. */
export const wentTo = ({ to }: Mail, addresses: readonly string[]): boolean =>
  JSON.stringify(to) === JSON.stringify(addresses);

/** Generated passwords: five groups of four. */
const generated = /\b[A-HJ-NP-Za-km-z2-9]{4}(?:-[A-HJ-NP-Za-km-z2-9]{4}){4}\b/g;

/** The generated passwords in a text. */
export const passwordsIn = (text: string): string[] => text.match(generated) ?? [];

/** The generated password of a mail that holds just one. */
export const passwordIn = ({ subject, text }: Mail): string => {
  const [password, ...others] = passwordsIn(text);
  if (!password || others.length > 0) throw new Error(`The mail "${subject}" does not hold exactly one password.`);
  return password;
};

/** The passwords that were mailed, by user name, in the order of the mails. */
export const mailedPasswords = async ({ all }: Mailbox): Promise<Map<string, string[]>> => {
  const passwords = new Map<string, string[]>();
  for (const { text } of await all()) {
    for (const [, name = '', password = ''] of text.matchAll(/User name: (\S+)\n {2}Password: (\S+)/g)) {
      passwords.set(name, [...(passwords.get(name) ?? []), password]);
    }
  }
  return passwords;
};
