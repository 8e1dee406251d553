/** What every mail has in common. */
import type { MailLanguage, Organisation } from '../domain/organisation.ts';

/** A mail ready to be sent. The subject is one line, and the text has every fact that the HTML has. */
export type MailContent = { subject: string; text: string; html: string };

/** In whose name a mail is written, and in which language. */
export type Letterhead = { organisation: Organisation; language: MailLanguage };
