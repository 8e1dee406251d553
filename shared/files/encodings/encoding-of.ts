/** The encoding of a file: as it was said, as its bytes tell, or as it usually is; refused where two may be meant. */
import { isUtf8 } from 'node:buffer';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { shortLine } from '../../domain/one-line.ts';
import { Refused } from '../../domain/refusals.ts';
import { decideEncoding, isUtf8Meant } from './decide-encoding.ts';
import { isTellable, structuredEncodings } from './readings.ts';
import { sampleFrom } from './sample.ts';
import { wordsOf } from './words.ts';

/** The first cells that are not ASCII of a file that is read in an encoding; never of a column of passwords. */
export type CellsIn = (file: StoredFile, encoding: string) => Promise<readonly string[]>;

/**
 * The encoding of a file whose byte at `first` is the first that is not ASCII, and which was perhaps said to be in `said`:
 * that decides, unless the bytes tell another by their structure. Throws `Refused` EncodingUnclear with the likely
 * readings.
 */
export const encodingOf = async (
  file: StoredFile,
  first: number,
  said: string | undefined,
  cellsIn: CellsIn,
): Promise<string> => {
  if (said === 'utf-8' || said?.startsWith('utf-16')) return said;
  const lines = await sampleFrom(file, first);
  if (said !== undefined && isUtf8OfAll(lines, said)) return 'utf-8';
  const { encoding, rivals } = decideEncoding(lines);
  if (said === undefined && encoding !== undefined) return encoding;
  const another = encoding !== undefined && encoding !== said && isStructured(encoding) ? encoding : undefined;
  if (said !== undefined && another === undefined) return said;
  const likely = said === undefined ? (rivals ?? []) : [another ?? '', said];
  throw new Refused({ code: 'EncodingUnclear', fact: await readingsOf(await excerptOf(file, lines), likely, cellsIn) });
};

const isStructured = (encoding: string) => structuredEncodings.some((one) => one === encoding);

/** Nobody means by a setting that files in UTF-8 are to be read as something else. */
const isUtf8OfAll = (lines: readonly Buffer[], said: string): boolean =>
  lines.every((line) => isUtf8(line)) && isUtf8Meant(wordsOf(lines), isTellable(said) ? [said] : []);

/** Bytes of a file's beginning in which its headings are. */
const headBytes = 64 * 1024;

/** The beginning of a file, and the lines that its encoding was to be told by. */
const excerptOf = async (file: StoredFile, lines: readonly Buffer[]): Promise<StoredFile> => {
  const head = Buffer.from(await file.range(0, headBytes));
  const end = Math.max(head.lastIndexOf(0x0a), head.lastIndexOf(0x0d));
  const whole = head.length < headBytes || end < 0 ? head : head.subarray(0, end + 1);
  const text = Buffer.concat([whole, Buffer.from('\n'), ...lines.flatMap((line) => [line, Buffer.from('\n')])]);
  return {
    size: text.length,
    bytes: async function* () {
      yield text;
    },
    range: async (from, to) => text.subarray(from, to),
  };
};

/** So much is shown of a cell. */
const cellCharacters = 24;

/** What each reads, such as `windows-1250 (“Jiří”)`. */
const readingsOf = async (excerpt: StoredFile, likely: readonly string[], cellsIn: CellsIn): Promise<string> => {
  const readings: string[] = [];
  for (const encoding of likely) {
    const cells = await cellsIn(excerpt, encoding).catch(() => []);
    const shown = cells.slice(0, 2).map((cell) => `“${shortLine(cell, cellCharacters)}”`);
    readings.push(shown.length === 0 ? encoding : `${encoding} (${shown.join(', ')})`);
  }
  return readings.join('; ');
};
