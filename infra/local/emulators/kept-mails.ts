/**
 * The mails of the mailbox, in a file alone: each holds some kilobytes, and an import sends one to everybody. A mail is a
 * line of the file, written before its sending is answered.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';

/** A mail, as far as it is known here; `at` are seconds. */
export type Mail = { at: number };

/** A line of the file, and back; null for a line that cannot be read. */
export type MailLines = { lineOf: (mail: unknown) => string; mailOf: (line: string) => unknown };

/** The part of an array that aws-ses-v2-local 2.10.2 uses of its list of mails. */
export type KeptMails = {
  length: number;
  push: (...mails: Mail[]) => number;
  filter: (wanted: (mail: Mail) => boolean) => Mail[];
  find: (wanted: (mail: Mail) => boolean) => Mail | undefined;
  toJSON: () => Mail[];
};

const newline = 0x0a;

/** The mails of a file; a last line that a crash cut short was never answered, so it is cut off. */
export const keptMails = (file: string, { lineOf, mailOf }: MailLines): KeptMails => {
  if (!existsSync(file)) writeFileSync(file, '');
  /** Where each line ends, and when its mail was sent; a mail of an earlier run may be of any time until it was read. */
  const ends = endsOfLines(readFileSync(file));
  const times = ends.map(() => Number.POSITIVE_INFINITY);
  truncateSync(file, ends.at(-1) ?? 0);

  const read = (index: number, from: number): Mail => {
    const start = ends[index - 1] ?? 0;
    const line = Buffer.alloc((ends[index] ?? start) - start);
    readSync(from, line, { position: start });
    const mail = mailOf(line.toString('latin1').trimEnd()) as Mail;
    times[index] = mail?.at ?? Number.NEGATIVE_INFINITY;
    return mail;
  };

  const filter: KeptMails['filter'] = (wanted) => {
    const from = openSync(file, 'r');
    try {
      // Most are known to be too old without being read.
      const indexes = [...times.keys()].filter((index) => wanted({ at: times[index] ?? Number.POSITIVE_INFINITY }));
      return indexes.map((index) => read(index, from)).filter((mail) => mail !== null && wanted(mail));
    } finally {
      closeSync(from);
    }
  };
  const all = () => filter(() => true);

  return {
    get length() {
      return ends.length;
    },
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
    find: (wanted) => all().find(wanted),
    toJSON: all,
  };
};

const endsOfLines = (bytes: Buffer): number[] => {
  const ends: number[] = [];
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) ends.push(at + 1);
  return ends;
};
