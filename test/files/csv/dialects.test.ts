import fc from 'fast-check';
import iconv from 'iconv-lite';
import { textOfCell } from '../../../shared/domain/dialects/cell-text.ts';
import type { Column } from '../../../shared/domain/dialects/columns.ts';
import { formats } from '../../../shared/domain/dialects/formats.ts';
import { templateOrder, templates } from '../../../shared/domain/dialects/microsoft-headings.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { read } from '../reading.ts';
import { type Cell, letters, sheetOf } from '../workbook/workbook-of.ts';

/** How headings are written: those of a language of Microsoft's template, or of another program's file. */
type Writing = { name: string; language?: string; headings: ReadonlyMap<Column, string>; escapesCommas?: boolean };

const inLanguages = templates.map(
  ({ language, headings }): Writing => ({
    name: 'Microsoft 365',
    language,
    headings: new Map(headings.split(',').map((heading, index) => [templateOrder[index] as Column, heading])),
  }),
);

/** The formats that have a name of their own for a property, by their folded headings. */
const others = formats
  .filter(({ name }) => ['Microsoft Graph', 'Okta', 'Google Workspace', 'Cognito'].includes(name))
  .map(({ name, columns }): Writing => {
    const certain = [...columns].flatMap(([heading, meaning]) =>
      meaning.endsWith('?') ? [] : [[meaning as Column, heading] as const],
    );
    const headings = new Map(certain.toReversed());
    return { name, headings, ...(name === 'Cognito' && { escapesCommas: true }) };
  });

const properties = templateOrder.filter((column) => column !== 'userPrincipalName');

/**
 * Values as people have them, in characters that every encoding here can write. Signs such as € are left to
 * encodings.test.ts: behind a capital with an accent they may be either of two encodings, and a file of a few words
 * cannot tell which.
 */
const value = (property: Column) =>
  fc
    .string({ unit: fc.constantFrom(...'abcXYZ019 ,;\t"\'=+-@.éËüß\n#<\\'), maxLength: 15 })
    .map((text) => text.trim())
    .map((text) => (property === 'otherMails' ? text.replace(/[,;]/g, '').trim() : text))
    // What spreadsheets write in forms of their own, or spoil, has its tests in cell-text.test.ts.
    .filter((text) =>
      [text, text.replaceAll('\\', '/')].every((one) => one === '' || textOfCell(one, property) === one),
    );

const person = fc.record(Object.fromEntries(properties.map((property) => [property, value(property)])));
type Person = Partial<Record<Column, string>>;

const windows1252 = (text: string) => iconv.encode(text.normalize('NFC'), 'windows-1252');

/** Bytes of a text, in each way that people save it, with what they may say of it. */
const encodings: [string, (text: string) => Uint8Array, string?][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16LE without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE without a mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Windows-1252', windows1252],
  ['Windows-1252', windows1252, 'windows-1252'],
];

const isWestern = ({ headings }: Writing): boolean => {
  const all = [...headings.values()].join().normalize('NFC');
  return iconv.decode(iconv.encode(all, 'windows-1252'), 'windows-1252') === all;
};
/** Letters that no word has in this order may be of another encoding: then nobody is read, or nobody of that row. */
const isDoubted = (error: unknown) => error instanceof Refused && error.refusals[0]?.code === 'EncodingUnclear';

const common = {
  writing: fc.constantFrom(...inLanguages, ...others),
  order: fc.shuffledSubarray([...templateOrder], { minLength: templateOrder.length }),
  fold: fc.constantFrom<(heading: string) => string>(
    (heading) => heading,
    (heading) => heading.toUpperCase(),
    (heading) => heading.replaceAll(' ', ''),
    (heading) => ` ${heading.normalize('NFD')} `,
  ),
  blankLines: fc.boolean(),
  emptyColumns: fc.nat({ max: 3 }),
  pieceSize: fc.integer({ min: 1, max: 400 }),
};

const dialect = fc.record({
  ...common,
  separator: fc.constantFrom(',', ';', '\t', '|'),
  hasSeparatorLine: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  endsWithLineEnd: fc.boolean(),
  quoting: fc.constantFrom('all', 'where needed', 'texts'),
  encoding: fc.constantFrom(...encodings),
});

/** The properties that a file has, in its order. */
const columnsOf = ({ writing, order }: { writing: Writing; order: readonly Column[] }) =>
  order.filter((column) => writing.headings.has(column));

const numbered = (people: readonly Person[]) =>
  people.map((one, index): Person => ({ ...one, userPrincipalName: `p${index}@contoso.com` }));

const expected = (columns: readonly Column[], people: readonly Person[]) =>
  numbered(people).map((one) => {
    const there = columns.flatMap((column) => {
      const text = one[column];
      return text ? [[column, column === 'businessPhones' || column === 'otherMails' ? [text] : text] as const] : [];
    });
    return Object.fromEntries(there);
  });

/** Without the display name that some formats make up: that is for their own tests. */
const found = (columns: readonly Column[], drafts: readonly (object | undefined)[]) =>
  drafts.map((draft) =>
    Object.fromEntries(Object.entries(draft ?? {}).filter(([name]) => columns.includes(name as Column))),
  );

const people = fc.array(
  person.map((one): Person => ({ ...one, displayName: one.displayName || 'x' })),
  { minLength: 1, maxLength: 4 },
);

test('people written in any dialect are read as the same people', async () => {
  await fc.assert(
    fc.asyncProperty(dialect, people, async (how, all) => {
      fc.pre(how.encoding[0] !== 'Windows-1252' || isWestern(how.writing));
      const separator = how.writing.escapesCommas ? ',' : how.separator;
      const needsQuotes = (text: string) => /["\r\n]/.test(text) || text.includes(separator);
      const cellOf = (text: string) => {
        if (how.writing.escapesCommas && !/["\n]/.test(text)) return text.replaceAll(',', '\\,');
        const quoted =
          how.quoting === 'all' || needsQuotes(text) || (how.quoting === 'texts' && !/^[\d.+-]*$/.test(text));
        return quoted ? `"${text.replaceAll('"', '""')}"` : text;
      };
      const columns = columnsOf(how);
      // A backslash before a comma would be read as one comma there, and Cognito has no way to write it.
      const readable = how.writing.escapesCommas ? all.map(withoutBackslashes) : all;
      const lineOf = (cells: readonly string[]) =>
        cells.map(cellOf).join(separator) + separator.repeat(how.emptyColumns);
      const lines = [columns.map((column) => how.fold(how.writing.headings.get(column) as string))]
        .concat(numbered(readable).map((one) => columns.map((column) => one[column] ?? '')))
        .map(lineOf);
      if (how.hasSeparatorLine) lines.unshift(`sep=${separator}`);
      const text =
        lines.join(how.blankLines ? how.lineEnd.repeat(2) : how.lineEnd) + (how.endsWithLineEnd ? how.lineEnd : '');
      const [encoding, encode, said] = how.encoding;
      const reading = read(encode(text), how.pieceSize, said === undefined ? {} : { encoding: said });
      const isGuessed = encoding === 'Windows-1252' && said === undefined;
      const outcome = await reading.catch((error) =>
        isGuessed && isDoubted(error) ? undefined : Promise.reject(error),
      );
      if (!outcome) return;
      const { file, drafts, rows } = outcome;
      expect([file.format, file.language]).toEqual([how.writing.name, how.writing.language]);
      const taken = drafts.map((_, index) => !isGuessed || rows[index]?.refusals?.[0]?.code !== 'EncodingMixed');
      const those = <T>(all: readonly T[]) => all.filter((_, index) => taken[index]);
      expect(those(found(columns, drafts))).toEqual(those(expected(columns, readable)));
    }),
  );
});

const withoutBackslashes = (one: Person): Person =>
  Object.fromEntries(Object.entries(one).map(([name, text]) => [name, text.replaceAll('\\', '/')]));

test('and so are people written into a workbook', async () => {
  const bookish = fc.record({ ...common, how: fc.constantFrom('shared', 'inline', 'number') });
  await fc.assert(
    fc.asyncProperty(bookish, people, async (how, all) => {
      const columns = columnsOf(how);
      const cellOf = (text: string): Cell => {
        if (text === '') return undefined;
        if (how.how === 'number' && /^[1-9]\d{0,14}$/.test(text)) return Number(text);
        return how.how === 'inline' ? inline(text) : text;
      };
      const blank = how.blankLines ? [[' ']] : [];
      const rows: Cell[][] = [columns.map((column) => how.fold(how.writing.headings.get(column) as string))];
      for (const one of numbered(all)) {
        rows.push(...blank, [
          ...columns.map((column) => cellOf(one[column] ?? '')),
          ...Array(how.emptyColumns).fill(''),
        ]);
      }
      const { file, drafts, rows: sheetRows } = await read(sheetOf(...rows), how.pieceSize);
      expect([file.format, file.language]).toEqual([how.writing.name, how.writing.language]);
      expect(found(columns, drafts)).toEqual(expected(columns, all));
      expect(sheetRows.map(({ line }) => line)).toEqual(
        all.map((_, index) => (index + 1) * (how.blankLines ? 2 : 1) + 1),
      );
    }),
  );
});

const inline = (text: string): Cell => ({
  markup: `<c t="inlineStr"><is><t xml:space="preserve"><![CDATA[${text}]]></t></is></c>`,
});

test('places of a sheet are written as Excel writes them', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});
