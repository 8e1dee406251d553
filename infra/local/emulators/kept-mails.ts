/**
 * The mails of the mailbox, in a file alone: each holds some kilobytes, and an import sends one to everybody. A mail is a
 * line of the file, written before its sending is answered.
 */
import { appendFileSync, closeSync, existsSync, openSync, readSync, truncateSync, writeFileSync } from 'node:fs';
import type { Mails } from '../mailbox/mails.ts';

/** A line of the file, and back; null for a line that cannot be read. */
export type MailLines<Mail> = { lineOf: (mail: Mail) => string; mailOf: (line: string) => Mail | null };

/** The mails, and the part of an array that aws-ses-v2-local 2.10.2 uses of its list of them. */
export type KeptMails<Mail> = Mails<Mail> & {
  push: (...mails: Mail[]) => number;
  filter: (wanted: (mail: Mail) => boolean) => Mail[];
  find: (wanted: (mail: Mail) => boolean) => Mail | undefined;
  toJSON: () => Mail[];
};

const newline = 0x0a;

/** The mails of a file; a last line that a crash cut short was never answered, so it is cut off. `at` are seconds. */
export const keptMails = <Mail extends { at: number }>(
  file: string,
  { lineOf, mailOf }: MailLines<Mail>,
): KeptMails<Mail> => {
  if (!existsSync(file)) writeFileSync(file, '');
  /** Where each line ends, and when its mail was sent; a mail of an earlier run may be of any time until it was read. */
  const ends = endsOfLines(file);
  const times = ends.map(() => Number.POSITIVE_INFINITY);
  truncateSync(file, ends.at(-1) ?? 0);

  const read = (index: number, from: number): Mail | null => {
    const start = ends[index - 1] ?? 0;
    const line = Buffer.alloc((ends[index] ?? start) - start);
    readSync(from, line, { position: start });
    const mail = mailOf(line.toString('latin1').trimEnd());
    times[index] = mail?.at ?? Number.NEGATIVE_INFINITY;
    return mail;
  };

  function* mailsAt(indexes: Iterable<number>): Generator<Mail> {
    const from = openSync(file, 'r');
    try {
      for (const index of indexes) {
        const mail = read(index, from);
        if (mail !== null) yield mail;
      }
    } finally {
      closeSync(from);
    }
  }
  const newestFirst = () => mailsAt([...ends.keys()].reverse());

  const filter: KeptMails<Mail>['filter'] = (wanted) => {
    // Most are known to be too old without being read.
    const indexes = times.keys().filter((index) => wanted({ at: times[index] } as Mail));
    return [...mailsAt([...indexes])].filter(wanted);
  };

  return {
    get length() {
      return ends.length;
    },
    newestFirst,
    push: (...mails) => {
      for (const mail of mails) {
        const line = Buffer.from(lineOf(mail));
        appendFileSync(file, line);
        times.push(mail.at);
        ends.push((ends.at(-1) ?? 0) + line.length);
      }
      return ends.length;
    },
    filter,
    find: (wanted) => newestFirst().find(wanted),
    toJSON: () => [...mailsAt(ends.keys())],
  };
};

const pieceBytes = 2 ** 20;

/** Read piece by piece: a file of many mails is larger than any buffer. */
const endsOfLines = (file: string): number[] => {
  const ends: number[] = [];
  const piece = Buffer.alloc(pieceBytes);
  const from = openSync(file, 'r');
  try {
    for (let start = 0, length = readSync(from, piece); length > 0; length = readSync(from, piece)) {
      const filled = piece.subarray(0, length);
      for (let at = filled.indexOf(newline); at >= 0; at = filled.indexOf(newline, at + 1)) ends.push(start + at + 1);
      start += length;
    }
  } finally {
    closeSync(from);
  }
  return ends;
};
