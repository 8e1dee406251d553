/** A post office: takes every mail, unless it is told to answer otherwise. */
import type { Mail, Mailer } from '../../shared/work/mailing/mailer.ts';
import { turn } from './memory.ts';

/** A generated password as it stands in a mail. */
const shape = /\b[A-HJ-NP-Za-km-np-z2-9]{4}(?:-[A-HJ-NP-Za-km-np-z2-9]{4}){4}\b/g;

/** The generated passwords of a mail. No test prints them. */
export const passwordsIn = ({ text }: Pick<Mail, 'text'>): string[] => text.match(shape) ?? [];

/** `answer` may return or throw what a mail service would; a mail that it takes is in `sent`. */
export const fakeMailer = (answer: (mail: Mail) => 'sent' | 'rejected' = () => 'sent') => {
  const sent: Mail[] = [];
  const post = { answer, sent };
  const mailer: Mailer = {
    send: async (mail) => {
      await turn();
      const outcome = post.answer(mail);
      if (outcome === 'sent') sent.push(mail);
      return outcome;
    },
  };
  return Object.assign(post, { mailer });
};
