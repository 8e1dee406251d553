import type { Gathered } from '../domain/digests/digest.ts';
import type { StrayObject } from '../domain/imports/stray-object.ts';
import { shortLine } from '../domain/one-line.ts';
import { administratorFooter } from './footers.ts';
import { list, paragraph } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { localeOf, minuteOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';
import { writeMail } from './write-mail.ts';

/** Objects of one kind: how many there are, and the first of them. */
export type StrayObjects = Pick<Gathered, 'count'> & { named: readonly StrayObject[] };

/** So much of an object's key is told; S3 takes 1,024 bytes. */
const longestKey = 200;

/** The mail that tells administrators which objects in the import bucket were not taken, why, and what to do. */
export const strayObjects = (
  kind: StrayObject['kind'],
  { count, named }: StrayObjects,
  letterhead: Letterhead,
): MailContent => {
  const { language } = letterhead;
  const { greeting, strayObjects: texts } = textsIn(language);
  const { title, introduction } = texts[kind];
  const rows = named.map((object) => ({
    name: shortLine(object.key, longestKey),
    about: [
      ...(object.size === undefined ? [] : [sizeOf(object.size, language)]),
      minuteOf(object.dateTime, letterhead),
    ].join(', '),
    detail: object.kind === 'objectNotTaken' ? texts.reasons[object.reason] : texts.optionsReason,
  }));
  const others = Math.max(0, count - named.length);
  return writeMail(
    {
      subject: title(count),
      title: title(count),
      greeting: greeting(),
      blocks: [
        paragraph(introduction),
        list({ name: texts.name, about: texts.sizeAndMoment, detail: texts.whatToDo }, rows),
        ...(others > 0 ? [paragraph(texts.more(others))] : []),
      ],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

/** A size in the largest unit that it fills. */
const sizeOf = (bytes: number, language: Letterhead['language']): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
};
