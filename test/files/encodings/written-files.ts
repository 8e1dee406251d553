/** Files of people in every encoding, and what must come of each: its people as they were, or a refusal. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { Column } from '../../../shared/domain/dialects/columns.ts';
import { templateOrder, templates } from '../../../shared/domain/dialects/microsoft-headings.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { read } from '../reading.ts';
import { names, scriptsOf } from './people.ts';

/** An encoding as a file has it, with a mark or without one, and whether somebody says which it is. */
const writings = Object.keys(scriptsOf).flatMap((encoding) =>
  (encoding.startsWith('utf-') ? [true, false] : [false]).flatMap((hasMark) =>
    [true, false].map((isSaid) => ({ encoding, hasMark, isSaid })),
  ),
);

const columns: readonly Column[] = ['userPrincipalName', 'displayName', 'department', 'city'];

const headingsOf = (language: string): ReadonlyMap<Column, string> => {
  const { headings = '' } = templates.find((template) => template.language === language) ?? {};
  return new Map(headings.split(',').map((heading, place) => [templateOrder[place] as Column, heading]));
};

/** Headings in Chinese and Japanese have encodings of their own; nobody writes Korean names below them in EUC-KR. */
const ownEncodings: Readonly<Record<string, RegExp>> = {
  'zh-Hans': /^(utf-|gb)/,
  'zh-Hant': /^(utf-|big5)/,
  ja: /^(utf-|shift_jis|euc-jp)/,
};
const isWrittenIn = (encoding: string) => (language: string) => ownEncodings[language]?.test(encoding) !== false;

export const writtenFile = fc.constantFrom(...writings).chain(({ encoding, ...how }) => {
  const all = (scriptsOf[encoding] ?? []).flatMap((script) => [...names[script]]);
  const name = fc.constantFrom(...all);
  const plain = fc.constantFrom('', 'Sales', 'Delft', '1');
  const person = fc.record({ displayName: name, department: fc.oneof(plain, name), city: fc.oneof(plain, name) });
  return fc.record({
    encoding: fc.constant(encoding),
    how: fc.constant(how),
    people: fc.array(person, { minLength: 1, maxLength: 8 }),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
    language: fc.constantFrom(...templates.map(({ language }) => language).filter(isWrittenIn(encoding))),
    order: fc.shuffledSubarray([...columns], { minLength: columns.length }),
    asciiRows: fc.constantFrom(0, 1, 400),
    pieceSize: fc.constantFrom(1, 3, 97, 65_536),
  });
});

type File = typeof writtenFile extends fc.Arbitrary<infer Value> ? Value : never;

const bytesOf = (text: string, { encoding, how }: File): Buffer => {
  const marked = how.hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  return encoding === 'utf-16be' ? Buffer.from(marked, 'utf16le').swap16() : iconv.encode(marked, encoding);
};

const rowsOf = ({ people, asciiRows }: File) => {
  const ascii = Array.from({ length: asciiRows }, () => ({
    displayName: 'Ada Lovelace',
    department: 'IT',
    city: 'Bath',
  }));
  return [...ascii, ...people].map((one, row) => ({ ...one, userPrincipalName: `p${row}@contoso.com` }));
};

/** A refusal that says the encoding is not sure, or a row that is not in it; undefined for what was read. */
const outcomeOf = async (bytes: Buffer, { how, encoding, pieceSize }: File) => {
  try {
    return await read(bytes, pieceSize, how.isSaid ? { encoding } : {});
  } catch (error) {
    if (error instanceof Refused && error.refusals[0]?.code === 'EncodingUnclear') return undefined;
    throw error;
  }
};

/** Throws where a file is read as other people, or is refused though somebody says what it is or its bytes tell. */
export const checkFile = async (written: File): Promise<void> => {
  const headings = headingsOf(written.language);
  const rows = rowsOf(written);
  const lines = [
    written.order.map((column) => headings.get(column) ?? ''),
    ...rows.map((row) => written.order.map((column) => row[column as keyof typeof row])),
  ];
  const text = lines.map((cells) => cells.join(written.separator)).join(written.lineEnd);
  // What an encoding cannot write is nobody's name in it: headings in German have a dash.
  fc.pre(canBeWritten(text, written));
  const outcome = await outcomeOf(bytesOf(text, written), written);
  if (!outcome) return strictEqual(written.how.isSaid || written.encoding.startsWith('utf-'), false);
  strictEqual(outcome.rows.length, rows.length);
  for (const [index, draft] of outcome.drafts.entries()) {
    if (!draft) ok(outcome.rows[index]?.refusals?.every(({ code }) => code === 'EncodingMixed'));
    else deepStrictEqual(draft, filled(rows[index] ?? {}));
  }
};

const filled = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

const canBeWritten = (text: string, { encoding }: File): boolean =>
  encoding.startsWith('utf-') || iconv.decode(iconv.encode(text, encoding), encoding) === text;
