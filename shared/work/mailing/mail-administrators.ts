/** What administrators are told by a mail of its own. */
import { administratorAddresses, type Organisation } from '../../domain/organisation.ts';
import type { MailContent } from '../../mail/letterhead.ts';
import { MailDelayed, type Mailer } from './mailer.ts';

/** Whether it left, to these addresses where there are some; one that the mail service delays is still owed. */
export const mailAdministrators = async (
  content: MailContent,
  { mailer, organisation }: { mailer: Mailer; organisation: Organisation },
  instead: readonly string[] = [],
): Promise<boolean> => {
  try {
    await mailer.send({ to: instead.length > 0 ? [...instead] : administratorAddresses(organisation), ...content });
    return true;
  } catch (error) {
    if (!(error instanceof MailDelayed)) throw error;
    return false;
  }
};
