import { shortLine } from '../domain/one-line.ts';
import type { Letter } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { writeHtml } from './write-html.ts';
import { writeText } from './write-text.ts';

/** Readers show no longer subject, and a file's name may have a thousand characters. */
const longestSubject = 150;

/** A letter as a mail: subject, text and HTML. */
export const writeMail = (letter: Letter, letterhead: Letterhead): MailContent => ({
  subject: shortLine(letter.subject, longestSubject),
  text: writeText(letter, letterhead),
  html: writeHtml(letter, letterhead),
});
