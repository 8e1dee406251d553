import { shortLine } from '../../domain/one-line.ts';
import { administratorFooter } from '../footers.ts';
import { facts, paragraph } from '../letter.ts';
import type { Letterhead, MailContent } from '../letterhead.ts';
import { textsIn } from '../texts/catalogue.ts';
import { writeMail } from '../write-mail.ts';
import { longestNameInSubject, request, seatsToBuy } from './import-blocks.ts';
import type { ImportOnHold } from './import-outcome.ts';

/** The mail that tells the administrator that an import waits for seats, which ones, and that it goes on by itself. */
export const importOnHold = ({ id, fileName, rows, short }: ImportOnHold, letterhead: Letterhead): MailContent => {
  const { greeting, imports } = textsIn(letterhead.language);
  const { subject, title, introduction, goesOn, beginWithout } = imports.onHold;
  return writeMail(
    {
      subject: subject(shortLine(fileName, longestNameInSubject)),
      title,
      greeting: greeting(),
      blocks: [
        paragraph(introduction(fileName, rows)),
        ...seatsToBuy(short, letterhead),
        paragraph(goesOn),
        facts(request(beginWithout, id, 'resume')),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};
