import { administratorFooter } from '../footers.ts';
import { facts, paragraph } from '../letter.ts';
import type { Letterhead, MailContent } from '../letterhead.ts';
import { textsIn } from '../texts/catalogue.ts';
import { writeMail } from '../write-mail.ts';
import { request } from './import-blocks.ts';

/** A run of synchronisation that would delete more people than it may; the first of them by name. */
export type HeldRun = {
  id: string;
  deletions: number;
  named: readonly { displayName: string; userPrincipalName: string }[];
};

/** The mail that tells administrators of a run that waits, how many people it would delete, and what can be done. */
export const runOnHold = ({ id, deletions, named }: HeldRun, letterhead: Letterhead): MailContent => {
  const { greeting, imports } = textsIn(letterhead.language);
  const { subject, title, introduction, goesOn, deleteThem } = imports.deletionsHeld;
  return writeMail(
    {
      subject: subject(deletions),
      title,
      greeting: greeting(),
      blocks: [
        paragraph(introduction(deletions)),
        facts(...named.map(({ displayName: label, userPrincipalName: value }) => ({ label, value }))),
        paragraph(goesOn),
        facts(request(deleteThem, id, 'resume')),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};
