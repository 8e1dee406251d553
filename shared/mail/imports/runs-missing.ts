import { administratorFooter } from '../footers.ts';
import { paragraph } from '../letter.ts';
import type { Letterhead, MailContent } from '../letterhead.ts';
import { textsIn } from '../texts/catalogue.ts';
import { writeMail } from '../write-mail.ts';

/** The mail that tells administrators that nothing has come from the directory on premises for a day, and what to look at. */
export const runsMissing = (letterhead: Letterhead): MailContent => {
  const { greeting, imports } = textsIn(letterhead.language);
  const { subject, title, introduction, whatToDo } = imports.runsMissing;
  return writeMail(
    {
      ...{ subject, title, greeting: greeting() },
      blocks: [paragraph(introduction), paragraph(whatToDo)],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};
